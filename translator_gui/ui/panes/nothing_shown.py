"""What stands in for the rows when the filter lets none through."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..controls import EmptyState, push_button


class NothingShown(QWidget):
    def __init__(self, clear: Callable[[], object]) -> None:
        super().__init__()
        button = push_button(self.tr("Show all segments"), clear)
        title, hint = self.tr("No segment passes the filter"), self.tr("Change the filter, or show all segments.")
        state = EmptyState("filter", title, hint, button)
        layout = QVBoxLayout(self)
        layout.addWidget(state)
