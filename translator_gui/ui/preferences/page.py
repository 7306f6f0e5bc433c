"""What every page of the preferences is made of: titled rows, each with a word on what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..controls import column, label, row

if TYPE_CHECKING:
    from ..desk import Desk


class Page(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(16)

    def add_row(self, title: str, control: QWidget, text: str = "") -> QWidget:
        """A title with its control on the right and an explanation below."""
        if not control.accessibleName():
            control.setAccessibleName(title)
        caption = label(title, "title")
        caption.setBuddy(control)
        layout = column(row(caption, None, control), spacing=4)
        if text:
            layout.addWidget(label(text, "muted", wrap=True))
        self.box.addLayout(layout)
        return control
