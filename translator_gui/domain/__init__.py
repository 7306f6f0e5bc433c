"""The nouns and the seams. Frozen dataclasses, no I/O, no library; every other room speaks these words."""
