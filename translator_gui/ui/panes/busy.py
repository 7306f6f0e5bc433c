"""What is shown while an article is being opened: never a frozen window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..controls import label
from ..motion import BusyBar


class BusyPage(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._text = label("", "muted")
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._bar = bar = BusyBar()
        bar.setFixedWidth(220)
        bar.setAccessibleName(self.tr("Opening"))
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(1)
        layout.addWidget(self._text)
        layout.addWidget(bar, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def say(self, text: str) -> None:
        self._text.setText(f"{text}…")
        self._bar.wait()
        self.setAccessibleName(text)
