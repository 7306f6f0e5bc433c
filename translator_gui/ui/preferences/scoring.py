"""How strict the scorer is, and what it keeps quiet about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QSlider

from ..controls import Notice, column, label, push_button, row
from ..finding_text import finding_title
from ..i18n import current_language
from .page import Page

if TYPE_CHECKING:
    from ..desk import Desk

_QUIET_MS = 250


class ScoringPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._build_profile()
        self._build_slider()
        self._build_house_style()
        self._build_muted()
        self.notes = Notice("info")
        self.notes.hide()
        self.box.addWidget(self.notes)
        self._ask_notes()

    def _build_profile(self) -> None:
        self.profile = QComboBox()
        for value, text in (
            ("full", self.tr("Full: checks, meaning, language model")),
            ("fast", self.tr("Fast: checks and meaning")),
            ("rules", self.tr("Checks only")),
        ):
            self.profile.addItem(text, value)
        self.profile.setCurrentIndex(max(0, self.profile.findData(self.desk.settings.scoring.profile)))
        self.profile.currentIndexChanged.connect(
            lambda: self.desk.change_settings(scoring={"profile": self.profile.currentData()})
        )
        text = self.tr("What the divergence is made of. A part that is not installed is left out.")
        self.add_row(self.tr("Scoring"), self.profile, text)

    def _build_house_style(self) -> None:
        from ...checks.house_style import house_styles

        self.house_style = QComboBox()
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
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(1, 30)
        self.slider.setPageStep(5)
        self.slider.setValue(self.desk.settings.scoring.false_flags)
        self.slider.setAccessibleName(self.tr("False flags accepted, in percent"))
        self._meaning, self._here = label(wrap=True), label(role="muted", wrap=True)
        self._timer = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._timer.timeout.connect(self._keep)
        self.slider.valueChanged.connect(self._slide)
        ends = row(label(self.tr("fewer flags"), "muted"), self.slider, label(self.tr("fewer missed"), "muted"))
        self.box.addLayout(
            column(label(self.tr("How much is flagged"), "title"), ends, self._meaning, self._here, spacing=6)
        )
        self.desk.segmentsChanged.connect(self._count)
        self._slide(self.slider.value())
        self._timer.stop()

    def _slide(self, value: int) -> None:
        text = self.tr("At {0} %, about {0} of 100 good translations are flagged for nothing.")
        self._meaning.setText(text.format(value))
        self._timer.start()
        self._count()

    def _keep(self) -> None:
        self.desk.change_settings(scoring={"false_flags": self.slider.value(), "threshold": None})

    def _count(self, *_: object) -> None:
        session = self.desk.session
        if session is None:
            self._here.setText("")
            return
        flagged = len(session.scores.flagged)
        self._here.setText(self.tr("%n segment(s) of this article are flagged now.", "", flagged))

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

    def _ask_notes(self) -> None:
        """Which parts are missing; looking reads no model but imports much, so in a job."""
        job = self.desk.runner.submit(
            "scorer notes", lambda _ctx: tuple(getattr(self.desk.workshop.scorer(), "notes", ())), "model", quiet=True
        )
        job.succeeded.connect(self._show_notes)

    def _show_notes(self, notes: object) -> None:
        self.notes.setVisible(bool(notes))
        if notes:
            self.notes.say("info", self.tr("Not everything is installed"), "\n".join(notes))
