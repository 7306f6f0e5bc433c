"""What the scorer's profiles are called, and what it says is missing of them, in the interface language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from .told import told


def profile_name(profile: str) -> str:
    """In full, for sentences; "" for none."""
    tr = QCoreApplication.translate
    names = {
        "full": tr("scoring", "Full: checks, meaning, language model"),
        "fast": tr("scoring", "Fast: checks and meaning"),
        "rules": tr("scoring", "Checks only"),
    }
    return names.get(profile, profile)


def profile_short(profile: str) -> str:
    """In two words, for the status bar."""
    tr = QCoreApplication.translate
    names = {
        "full": tr("scoring", "Full scoring"),
        "fast": tr("scoring", "Fast scoring"),
        "rules": tr("scoring", "Checks only"),
    }
    return names.get(profile, profile)


def split_note(note: str) -> tuple[str, str]:
    """A note of the scorer, "why. Install it: line" -> (why, line); the line is "" when none is given."""
    why, _, install = note.partition(" Install it: ")
    return told(why), install.strip()
