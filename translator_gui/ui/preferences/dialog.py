"""Preferences: a list of pages on the left; changes hold at once, so there is nothing to apply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QWidget

from ...kit.registry import load
from ..controls import column, row
from ..dialogs.frame import Dialog
from ..icons import icon
from ..scrolled import Scrolled

if TYPE_CHECKING:
    from ..desk import Desk

_BASE = "translator_gui.ui.preferences"


class PreferencesDialog(Dialog):
    """page: "general", "engines", "scoring", "memory" or "spelling"."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, page: str = "") -> None:
        super().__init__(desk, parent, self.tr("Preferences"), modal=False)
        self.setMinimumSize(760, 540)
        self.list = QListWidget()
        self.list.setFixedWidth(170)
        self.list.setProperty("row", True)
        self.list.setIconSize(QSize(16, 16))
        self.list.setAccessibleName(self.tr("Pages"))
        self.pages = QStackedWidget()
        for name, title, picture, path in self._specs():
            item = QListWidgetItem(icon(picture), title)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setSizeHint(QSize(0, 32))
            self.list.addItem(item)
            self.pages.addWidget(_scrolled(load(path)(desk), title))
        self.list.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.body.addLayout(row(self.list, self.pages, spacing=16))
        self.add_close()
        self.show_page(page or "general")

    def _specs(self) -> tuple[tuple[str, str, str, str], ...]:
        return (
            ("general", self.tr("General"), "user", f"{_BASE}.general:GeneralPage"),
            ("engines", self.tr("Engines"), "engine", f"{_BASE}.engines:EnginesPage"),
            ("scoring", self.tr("Scoring"), "scoring", f"{_BASE}.scoring:ScoringPage"),
            ("memory", self.tr("Memory"), "memory", f"{_BASE}.memory:MemoryPage"),
            ("spelling", self.tr("Spelling"), "spelling", f"{_BASE}.spelling:SpellingPage"),
        )

    def show_page(self, name: str) -> None:
        names = [self.list.item(n).data(Qt.ItemDataRole.UserRole) for n in range(self.list.count())]
        self.list.setCurrentRow(names.index(name) if name in names else 0)


def _scrolled(page: QWidget, title: str) -> Scrolled:
    body = QWidget()
    body.setLayout(column(page, None, margins=(0, 0, 8, 0)))
    return Scrolled(body, title)
