"""The scorecard: what the review has come to so far, in figures and plots; drawn anew as one works."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QVBoxLayout, QWidget

from ...domain.finding import Severity
from ..controls import ChoiceBox, ElidedLabel, EmptyState, clear, column, label, push_button, row
from ..i18n import current_language
from ..scrolled import Scrolled
from ..theme import theme, theme_signals
from .comparison_box import ComparisonBox
from .scorecard_parts import Figure, PlotView, pairs, table

if TYPE_CHECKING:
    from ...domain.report import QualityReport
    from ...review.quality_session import Record
    from ..desk import Desk
    from ..jobs import JobHandle
    from .scorecard_reading import Reading, Wanted

_QUIET_MS = 700
_TWO_COLUMNS = 900
_LONG = 5_000


class ScorecardPage(QWidget):
    """left: the reader goes back to the text. reportWanted: the report is to be written."""

    left = Signal()
    reportWanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session, self._other, self._other_path = "", "", None
        self._job: JobHandle | None = None
        self._stale = True
        self.reading: Reading | None = None
        self.setAccessibleName(self.tr("Scorecard"))
        self._timer = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._timer.timeout.connect(self.refresh)
        self._build()
        for signal in (desk.segmentsChanged, desk.reviewing.changed, desk.rowsReplaced, theme_signals().changed):
            signal.connect(self._changed)
        desk.sessionChanged.connect(self._forget)

    # -- building -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._title, self._about = label(self.tr("Scorecard"), "title", scale=1.45), ElidedLabel("muted")
        self.sessions = ChoiceBox()
        self.sessions.setAccessibleName(self.tr("Review session"))
        self.sessions.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.sessions.activated.connect(self._choose_session)
        self.back = push_button(self.tr("Back to the text"), self.left.emit, "arrow-left", tip="Esc")
        self.report = push_button(self.tr("Write the report…"), self.reportWanted.emit, "export", primary=True)
        head = row(
            self._title, self._about, self.sessions, self.report, self.back, spacing=10, margins=(20, 14, 20, 10)
        )
        head.setStretch(1, 1)
        self.comparison = ComparisonBox()
        self.comparison.chosen.connect(self._choose_other)
        self.comparison.wantedSegment.connect(self._go_to)
        self._figures, self._plots = QGridLayout(), QGridLayout()
        self._facts, self._categories = QVBoxLayout(), QVBoxLayout()
        for grid in (self._figures, self._plots):
            grid.setSpacing(10)
        inside = QWidget()
        inside.setLayout(
            column(
                self._figures,
                self._facts,
                self._plots,
                self._categories,
                self.comparison,
                None,
                spacing=14,
                margins=(20, 4, 20, 20),
            )
        )
        self.area = Scrolled(inside, self.tr("Scorecard"))
        self.setLayout(column(head, self.area, spacing=0))
        self.layout().setStretch(1, 1)

    # -- reading --------------------------------------------------------------------------------------------------

    def _forget(self) -> None:
        self._session, self._other, self._other_path = "", "", None
        self.comparison.forget()
        self.reading = None
        self._changed()

    def _changed(self, *_: object) -> None:
        self._stale = True
        if self.isVisible():
            self._timer.start()

    def _choose_session(self, *_: object) -> None:
        self._session = self.sessions.currentData() or ""
        self.refresh()

    def _choose_other(self, session: str, path: Path | None) -> None:
        self._other, self._other_path = session, path
        self.refresh()

    def wanted(self) -> Wanted | None:
        from .scorecard_reading import Wanted

        session, t = self._desk.session, theme()
        if session is None:
            return None
        wide = self.area.viewport().width() > _TWO_COLUMNS
        width = max(360, min(720, self.area.viewport().width() // (2 if wide else 1) - 75))
        return Wanted(
            session.path, self._session or self._current(), current_language(), t.text.name(), t.muted.name(), width,
            tuple(self._desk.settings.scoring.muted_checks), self._other, self._other_path,
        )  # fmt: skip

    def _current(self) -> str:
        quality = self._desk.reviewing.quality
        return quality.record.id if quality is not None else ""

    def refresh(self) -> None:
        """Read anew, in a worker."""
        from .scorecard_reading import read

        self._timer.stop()
        self._desk.flush()
        wanted = self.wanted()
        if wanted is None:
            return
        if self._job is not None:
            self._job.cancel()
        self._stale = False
        quiet = len(self._desk.session.rows) <= _LONG  # a longer article takes seconds: shown, and can be stopped
        job = self._desk.runner.submit(self.tr("Scorecard"), lambda ctx: read(wanted, ctx), "interactive", quiet)
        job.succeeded.connect(lambda reading: self._arrived(job, reading))
        job.failed.connect(lambda error: self._failed(job, error))
        self._job = job

    def _arrived(self, job: JobHandle, reading: Reading) -> None:
        if job is self._job:
            self._job, self.reading = None, reading
            self._show(reading)

    def _failed(self, job: JobHandle, error: Exception) -> None:
        if job is self._job:
            self._job = None
            self._desk.report(error)
            if self._other_path is not None:
                self._other_path = None
                self.comparison.forget()
                self.refresh()

    # -- showing --------------------------------------------------------------------------------------------------

    def _show(self, reading: Reading) -> None:
        report = reading.report
        self._about.setText(report.title or report.origin)
        self.sessions.clear()
        for record in reversed(reading.sessions):
            self.sessions.addItem(self._name(record), record.id)
        self.sessions.setVisible(bool(reading.sessions))
        self.sessions.setCurrentIndex(max(0, self.sessions.findData(reading.session)))
        self._show_figures(report)
        self._show_tables(report)
        self._show_plots(reading)
        self.comparison.show_reading(reading, self._other, self._name)

    def _name(self, record: Record) -> str:
        from ...formats.report_words import when

        states = {"running": self.tr("running"), "paused": self.tr("paused"), "finished": self.tr("finished")}
        parts = (record.reviewer or "?", when(record.started, current_language()), states[record.status.value])
        return " · ".join(parts)

    def _show_figures(self, report: QualityReport) -> None:
        from ...formats.report_words import duration, scores, words

        language = current_language()
        w = words(language)
        figures = [(value, name, "") for name, value in scores(report, language)]
        if report.verdict is not None and report.segments:
            kind = "passed" if report.verdict.passed else "failed"
            figures.insert(0, (w[kind], w["verdict"], kind))
        done = f"{report.done} / {len(report.segments)}"
        figures += [(str(len(report.errors)), w["errors"], ""), (done, w["done"], "")]
        figures.append((duration(report.seconds), w["time"], ""))
        clear(self._figures)
        across = 8 if self.area.viewport().width() > _TWO_COLUMNS + 200 else 4
        for place, figure in enumerate(figures):
            self._figures.addWidget(Figure(*figure), place // across, place % across)

    def _show_tables(self, report: QualityReport) -> None:
        from ...formats.report_words import facts, number, words

        language = current_language()
        w = words(language)
        clear(self._facts)
        clear(self._categories)
        shown = {w["time"], w["done"], w["article"]}
        panel = QFrame()
        panel.setProperty("panel", True)
        told = [pair for pair in facts(report, language) if pair[0] not in shown]
        panel.setLayout(column(pairs(told), spacing=0, margins=(14, 10, 14, 10)))
        self._facts.addWidget(panel)
        if not report.categories:
            return
        heads = (w["category"], *(w[each.value] for each in Severity), w["total"], w["penalty"])
        rows = [
            (
                line.name,
                *(str(line.counts.get(s, 0)) for s in Severity),
                str(line.total),
                number(line.penalty, 1, language),
            )
            for line in report.categories
        ]
        totals, penalty = report.severities(), sum(line.penalty for line in report.categories)
        rows.append(
            (w["total"], *(str(totals[s]) for s in Severity), str(len(report.errors)), number(penalty, 1, language))
        )
        errors = QFrame()
        errors.setProperty("panel", True)
        errors.setLayout(column(table(heads, rows, 1, total=True), spacing=0, margins=(14, 10, 14, 10)))
        self._categories.addWidget(errors)

    def _show_plots(self, reading: Reading) -> None:
        clear(self._plots)
        if not reading.plots:
            empty = EmptyState(
                "statistics", self.tr("Nothing to draw yet"),
                self.tr("Plots appear with the first score, the first error and the first minute of a review."),
            )  # fmt: skip
            self._plots.addWidget(empty, 0, 0)
            return
        across = 2 if self.area.viewport().width() > _TWO_COLUMNS else 1
        for place, plot in enumerate(reading.plots):
            self._plots.addWidget(PlotView(plot), place // across, place % across)
        for side in range(2):
            self._plots.setColumnStretch(side, 1 if side < across else 0)

    # -- keys -----------------------------------------------------------------------------------------------------

    def _go_to(self, segment: str) -> None:
        self.left.emit()
        self._desk.go_to(segment)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._stale or self.reading is None:
            self._timer.start(0)
