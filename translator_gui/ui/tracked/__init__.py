"""Tracked changes in the window: against which baseline, how they look, which one is being looked at."""
