"""Two reviewers compared, at the foot of the scorecard: whom with, the figures, and where they differ."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QFrame, QVBoxLayout, QWidget

from ..controls import ChoiceBox, clear, column, label, push_button, row
from .scorecard_parts import Figure, table

if TYPE_CHECKING:
    from ...review.comparing import Comparison
    from ...review.quality_session import Record
    from .scorecard_reading import Reading

_MOST_SHOWN = 200


class ComparisonBox(QFrame):
    """chosen(session id, path of its project or None). wantedSegment(id): a difference is to be looked at."""

    chosen = Signal(str, object)
    wantedSegment = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self._path: Path | None = None
        self.who = ChoiceBox()
        self.who.setAccessibleName(self.tr("Compare with"))
        self.who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.who.setMinimumWidth(200)
        self.who.activated.connect(self._choose)
        self.other = push_button(self.tr("Another project…"), self._ask, "open")
        self._about = label("", "muted", wrap=True)
        self._body = QVBoxLayout()
        head = row(label(self.tr("Compare with"), "title"), self.who, self.other, None)
        self.setLayout(column(head, self._about, spacing=10, margins=(14, 12, 14, 12)))
        self.layout().addLayout(self._body)

    def _choose(self, *_: object) -> None:
        self.chosen.emit(self.who.currentData() or "", self._path)

    def _ask(self) -> None:
        filters = self.tr("Projects") + " (*.tgproj)"
        name, _ = QFileDialog.getOpenFileName(self.window(), self.tr("A copy of this project"), "", filters)
        if name:
            self._path = Path(name)
            self.chosen.emit("", self._path)

    def forget(self) -> None:
        self._path = None

    # -- what is shown ----------------------------------------------------------------------------------------------

    def show_reading(self, reading: Reading, wanted: str, name_of: object) -> None:
        """wanted: id that was asked for. name_of(record): how a session is called."""
        own = [each for each in reading.sessions if each.id != reading.session]
        shown = list(reading.others) if self._path is not None else own
        self.who.clear()
        self.who.addItem(self.tr("Nobody"), "")
        for record in reversed(shown):
            self.who.addItem(name_of(record), record.id)
        self.who.setCurrentIndex(max(0, self.who.findData(self._present(reading, shown, wanted))))
        self.who.setEnabled(bool(shown))
        self._say(shown)
        clear(self._body)
        if reading.comparison is not None:
            self._fill(reading.comparison)

    @staticmethod
    def _present(reading: Reading, shown: list[Record], wanted: str) -> str:
        if reading.comparison is None:
            return ""
        return wanted or (shown[-1].id if shown else "")

    def _say(self, shown: list[Record]) -> None:
        text = ""
        if self._path is not None:
            text = self.tr("Sessions of {0}").format(self._path.name)
        elif not shown:
            text = self.tr(
                "When a second person has reviewed this project, or a copy of it, their agreement stands here."
            )
        self._about.setText(text)
        self._about.setVisible(bool(text))

    def _fill(self, found: Comparison) -> None:
        from ...formats.report_words import number
        from ..i18n import current_language

        a, language = found.agreement, current_language()
        figures = (
            (number(a.kappa, 2, language), self.tr("Cohen’s kappa, flagged segments")),
            (number(a.exact_f1, 2, language), self.tr("F1 of spans, same ends")),
            (number(a.character_f1, 2, language), self.tr("F1 of marked characters")),
            (str(a.segments), self.tr("Segments judged by both")),
        )
        made = [Figure(value, name) for value, name in figures]
        for figure in made:
            figure.setMinimumWidth(170)
        self._body.addLayout(row(*made, None, spacing=10))
        self._body.addSpacing(12)
        self._body.addWidget(self._counts(found))
        self._body.addSpacing(12)
        self._body.addWidget(self._differences(found))

    def _counts(self, found: Comparison) -> QWidget:
        a = found.agreement
        first, second = a.first or "1", a.second or "2"
        heads = ("", self.tr("{0}: error").format(second), self.tr("{0}: none").format(second))
        rows = (
            (self.tr("{0}: error").format(first), str(a.both), str(a.only_first)),
            (self.tr("{0}: none").format(first), str(a.only_second), str(a.neither)),
        )
        made = table(heads, rows, numbers_from=1)
        made.setMaximumWidth(520)
        return made

    def _differences(self, found: Comparison) -> QWidget:
        box = QFrame()
        lines = QVBoxLayout(box)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        if not found.differences:
            lines.addWidget(label(self.tr("They marked the same words everywhere."), "muted"))
            return box
        lines.addWidget(label(self.tr("Where they differ"), "title"))
        for each in found.differences[:_MOST_SHOWN]:
            go = push_button(str(each.place), lambda id_=each.segment: self.wantedSegment.emit(id_), flat=True)
            go.setToolTip(self.tr("Go to segment {0}").format(each.place))
            go.setAccessibleName(go.toolTip())
            go.setFixedWidth(56)
            said = "\n".join(
                self.tr("{0}: {1}").format(who or "?", ", ".join(marks) or self.tr("none"))
                for who, marks in ((found.agreement.first, each.first), (found.agreement.second, each.second))
            )
            line_ = row(go, spacing=8)
            line_.addWidget(label(each.source, "muted", wrap=True), 1)
            line_.addWidget(label(said, wrap=True), 1)
            lines.addLayout(line_)
        more = len(found.differences) - _MOST_SHOWN
        if more > 0:
            lines.addWidget(label(self.tr("and {0} more: translator-gui compare lists them all").format(more), "muted"))
        return box
