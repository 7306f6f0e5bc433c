"""The status bar's contents: where the reader is, how far the article is, what is being worked on."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStatusBar, QWidget

from ..controls import IconLabel, label
from ..motion import BusyBar
from ..scoring_text import profile_name, profile_short, split_note
from ..slices import Slices

if TYPE_CHECKING:
    from ..desk import Desk
    from ..jobs import JobHandle

_REFRESH_MS = 400


class WorkIndicator(QWidget):
    """The job that runs: title, bar, time left. A click opens the activity panel."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._text, self._bar = label("", "muted"), BusyBar()
        self._bar.setFixedWidth(90)
        self._bar.setTextVisible(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(8)
        layout.addWidget(self._text)
        layout.addWidget(self._bar)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Show activity"))
        self._jobs: list[JobHandle] = []
        self.hide()

    def follow(self, job: JobHandle) -> None:
        self._jobs.append(job)
        job.progressed.connect(lambda *_: self._draw())
        job.finished.connect(lambda: self._drop(job))
        self._draw()

    def _drop(self, job: JobHandle) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
        self._draw()

    def _draw(self) -> None:
        self.setVisible(bool(self._jobs))
        if self._jobs:
            job = self._jobs[-1]
            done, total, text = job.latest
            count = self.tr("{0} of {1}").format(done, total) if total else ""
            self._text.setText(" · ".join(filter(None, (job.title, text, count))))
            self._bar.setRange(0, total)
            self._bar.setValue(done)
            self.setAccessibleName(self._text.text())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()


class StatusBar(QStatusBar):
    """activityWanted: the reader wants to see what is being worked on."""

    activityWanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setSizeGripEnabled(False)
        self.work = WorkIndicator()
        self.work.clicked.connect(self.activityWanted)
        self.addWidget(self.work)
        self._notes = IconLabel("info", 14, "muted")
        self._scoring = label("", "muted")
        self._position, self._words, self._flags, self._done = (label("", "muted") for _ in range(4))
        self._bar = QProgressBar()
        self._bar.setFixedWidth(72)
        self._bar.setRange(0, 100)
        self._bar.setAccessibleName(self.tr("Confirmed"))
        self._read_only = label(self.tr("Read-only"), "chip-warning")
        for widget in (
            self._notes,
            self._scoring,
            self._read_only,
            self._position,
            self._words,
            self._flags,
            self._done,
            self._bar,
        ):
            self.addPermanentWidget(widget)
        self.setContentsMargins(4, 0, 12, 0)
        self._slices = Slices(self)
        self._timer = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        desk.sessionChanged.connect(self._slices.stop)
        desk.jobStarted.connect(self.work.follow)
        desk.currentChanged.connect(self._place)
        desk.segmentsChanged.connect(self._soon)
        desk.rowsReplaced.connect(self.refresh)
        desk.sessionChanged.connect(self.refresh)
        desk.rescoring.scorerChanged.connect(self._scorer)
        desk.sessionChanged.connect(self._scorer)
        self._scorer()
        self.refresh()

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _scorer(self) -> None:
        """Which scorer is in force; a sign beside it when it is less than was wished for."""
        rescoring = self._desk.rescoring
        parts = [profile_name(rescoring.profile)]
        for note in rescoring.notes:
            why, install = split_note(note)
            parts.append("\n".join(filter(None, (why, install))))
        for widget in (self._notes, self._scoring):
            widget.setToolTip("\n\n".join(parts))
            widget.setAccessibleDescription(" ".join(parts))
        self._scoring.setText(profile_short(rescoring.profile))
        self._scoring.setVisible(bool(rescoring.profile) and self._desk.session is not None)
        self._notes.setVisible(bool(rescoring.notes) and self._desk.session is not None)

    def _place(self) -> None:
        session, segment = self._desk.session, self._desk.current_id()
        if session is not None and segment in session:
            text = self.tr("Segment {0} of {1}").format(session.index(segment) + 1, len(session.rows))
            self._position.setText(text)

    def refresh(self) -> None:
        session = self._desk.session
        figures = (self._position, self._words, self._flags, self._done, self._bar)
        for widget in figures:
            widget.setVisible(session is not None)
        self._read_only.setVisible(session is not None and session.read_only)
        if session is None:
            return
        self._place()
        self._flags.setText(self.tr("%Ln flagged", "", len(session.scores.flagged)))
        # The totals of a long article are counted between events.
        if not self._slices.busy:
            counting = itertools.chain(session.table.counting(), session.source_words.counting())
            self._slices.run(counting, self._totals)

    def _totals(self) -> None:
        session = self._desk.session
        if session is None:
            return
        from ...review.tally import CONFIRMED

        tally, number = session.table.tally, QLocale().toString
        confirmed = sum(tally.states[state] for state in CONFIRMED)
        self._words.setText(self.tr("{0} words").format(number(tally.source_words)))
        self._done.setText(self.tr("{0} of {1} confirmed").format(number(confirmed), number(tally.segments)))
        self._bar.setValue(round(100 * confirmed / max(1, tally.segments)))
