"""The dictionary the English is checked with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from ..controls import ChoiceBox
from .page import Page

if TYPE_CHECKING:
    from ..desk import Desk


class SpellingPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        from ...checks.spelling import available_languages

        self.language = ChoiceBox()
        self.language.addItem(self.tr("No spell-check"), "")
        for name in available_languages():
            if name.startswith("en"):
                self.language.addItem(_title(name), name)
        self.language.setCurrentIndex(max(0, self.language.findData(desk.settings.window.spelling)))
        self.language.currentIndexChanged.connect(self._set)
        self.add_row(
            self.tr("Spelling of the English"), self.language,
            self.tr("Unknown words are underlined while you type; their context menu has suggestions."),
        )  # fmt: skip

    def _set(self) -> None:
        self.desk.change_settings(window={"spelling": self.language.currentData()})


def _title(name: str) -> str:
    locale = QLocale(name)
    return f"{QLocale.languageToString(locale.language())} ({QLocale.territoryToString(locale.territory())})"
