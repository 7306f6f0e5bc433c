"""What does not fit where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QPushButton, QRadioButton, QWidget

from translator_gui.ui.controls import ElidedLabel

SLACK = 3  # pixels: rounding


def cut_off(root: QWidget) -> list[str]:
    """What does not fit, and by how many pixels."""
    found, looked = [], 0
    for kind in (QLabel, QPushButton, QCheckBox, QRadioButton):
        for widget in root.findChildren(kind):
            if not widget.isVisible() or not widget.text():
                continue
            looked += 1
            lacking = _lacking(widget)
            if lacking > SLACK:
                found.append(f"{type(widget).__name__} {widget.text()[:50]!r} lacks {lacking}")
    return found if looked else ["nothing to look at"]


def _lacking(widget: QLabel | QAbstractButton) -> int:
    if isinstance(widget, ElidedLabel):  # says the whole in its tool tip
        return 0
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) - widget.height()
    if isinstance(widget, QLabel):
        lines = widget.text().split("\n")
        return max(widget.fontMetrics().horizontalAdvance(line) for line in lines) - widget.width()
    text = widget.text().replace("&", "")
    return widget.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text).width() - widget.width()


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()
