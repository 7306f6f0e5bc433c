"""The names of the profiles a user can ask for; what they stand for is built where they are used."""

from __future__ import annotations

ALIGNERS = ("signs", "fast", "full")
SCORERS = ("", "none", "rules", "fast", "full")  # "": as the settings say
