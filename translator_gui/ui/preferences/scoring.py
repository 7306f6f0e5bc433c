"""How strict the scorer is, and what it keeps quiet about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from ..controls import ChoiceBox, column, label, push_button, row
from ..finding_text import finding_title
from ..i18n import current_language
from ..panes.flag_level import FlagLevel, ScorerInForce
from ..scoring_text import profile_name
from .page import Page

if TYPE_CHECKING:
    from ..desk import Desk


class ScoringPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._build_profile()
        self._build_slider()
        self._build_house_style()
        self._build_muted()
        self.scorer = ScorerInForce(desk)
        self.box.addWidget(self.scorer)
        desk.rescoring.find_scorer()

    def _build_profile(self) -> None:
        self.profile = ChoiceBox()
        for value in ("full", "fast", "rules"):
            self.profile.addItem(profile_name(value), value)
        self.profile.setCurrentIndex(max(0, self.profile.findData(self.desk.settings.scoring.profile)))
        self.profile.currentIndexChanged.connect(
            lambda: self.desk.change_settings(scoring={"profile": self.profile.currentData()})
        )
        text = self.tr("What the divergence is made of. A part that is not installed is left out.")
        self.add_row(self.tr("Scoring"), self.profile, text)

    def _build_house_style(self) -> None:
        from ...checks.house_style import house_styles

        self.house_style = ChoiceBox()
        self.house_style.addItem(self.tr("None"), "")
        title = "title-fr" if current_language() == "fr" else "title"
        for name, style in house_styles().items():
            self.house_style.addItem(style.get(title, style["title"]), name)
        self.house_style.setCurrentIndex(max(0, self.house_style.findData(self.desk.settings.scoring.house_style)))
        self.house_style.currentIndexChanged.connect(
            lambda: self.desk.change_settings(scoring={"house_style": self.house_style.currentData()})
        )
        self.add_row(
            self.tr("House style"),
            self.house_style,
            self.tr(
                "Quotation marks, dashes, numbers, dates, UK or US spelling. What differs is noted, never flagged."
            ),
        )

    def _build_slider(self) -> None:
        self.level = FlagLevel(self.desk)
        self.box.addWidget(self.level)

    def _build_muted(self) -> None:
        self.muted = QListWidget()
        self.muted.setProperty("row", True)
        self.muted.setMaximumHeight(150)
        self.muted.setAccessibleName(self.tr("Reasons never shown"))
        for code in self.desk.settings.scoring.muted_checks:
            item = QListWidgetItem(finding_title(code))
            item.setData(Qt.ItemDataRole.UserRole, code)
            self.muted.addItem(item)
        self.unmute = push_button(self.tr("Show again"), self._unmute, "restore")
        self._nothing = label(
            self.tr("None. “Dismiss this kind always” in the findings panel puts a reason here."), "muted", True
        )
        box = column(
            label(self.tr("Reasons never shown"), "title"), self._nothing, self.muted, row(None, self.unmute), spacing=6
        )
        self.box.addLayout(box)
        self._show_muted()

    def _show_muted(self) -> None:
        some = self.muted.count() > 0
        self.muted.setVisible(some)
        self.unmute.setVisible(some)
        self._nothing.setVisible(not some)

    def _unmute(self) -> None:
        item = self.muted.currentItem() or self.muted.item(0)
        code = item.data(Qt.ItemDataRole.UserRole)
        self.muted.takeItem(self.muted.row(item))
        kept = tuple(each for each in self.desk.settings.scoring.muted_checks if each != code)
        self.desk.change_settings(scoring={"muted_checks": kept})
        self._show_muted()
