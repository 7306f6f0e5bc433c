"""What is open on the screen, and its buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog, QPushButton


def dialog(name: str) -> QDialog | None:
    """The visible dialog of that class."""
    found = [w for w in QApplication.topLevelWidgets() if type(w).__name__ == name and w.isVisible()]
    return found[0] if found else None


def button(owner: QDialog, text: str) -> QPushButton:
    """Its button with that word."""
    return next(b for b in owner.findChildren(QPushButton) if text in b.text())
