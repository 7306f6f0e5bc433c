"""What a match of the translation memory loses, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSpinBox

from ..controls import label, roomy
from .page import Page

if TYPE_CHECKING:
    from ..desk import Desk


class MemoryPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.box.addWidget(
            label(
                self.tr("Points taken off a match, so that a better one with the same words comes first."),
                "muted",
                True,
            )
        )
        self.fields = {
            "machine": self._points(
                "machine", self.tr("A machine’s words"), self.tr("Confirmed as an engine had written them.")
            ),
            "other_origin": self._points("other_origin", self.tr("Another article"), ""),
            "other_author": self._points("other_author", self.tr("Another person"), ""),
            "old": self._points("old", self.tr("Old"), ""),
            "old_years": self._points("old_years", self.tr("Old means, in years"), "", 1),
        }

    def _points(self, name: str, title: str, text: str, least: int = 0) -> QSpinBox:
        field = QSpinBox()
        field.setRange(least, 50)
        field.setFixedWidth(84)
        roomy(field)
        field.setValue(getattr(self.desk.settings.memory, name))
        field.valueChanged.connect(lambda value: self.desk.change_settings(memory={name: value}))
        self.add_row(title, field, text)
        return field
