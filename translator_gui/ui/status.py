"""The counters of the status bar: segments, words, confirmed, flagged, and how far the review is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from .controls import IconLabel, label, row

if TYPE_CHECKING:
    from ..review.statistics import Statistics
    from .desk import Desk

_QUIET_MS = 400  # figures; never between a key and its repaint


class StatusCounters(QWidget):
    """To be added to the status bar with addPermanentWidget()."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._place, self._words = label(), label()
        self._flagged, self._confirmed = label(), label()
        self._flag = IconLabel("flag", 14, "muted")
        self.bar = QProgressBar()
        self.bar.setFixedWidth(90)
        self.bar.setTextVisible(False)
        self.setLayout(
            row(
                self._place,
                self._words,
                self._flag,
                self._flagged,
                self.bar,
                self._confirmed,
                spacing=4,
                margins=(4, 0, 8, 0),
            )
        )
        self._timer = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._timer.timeout.connect(self.refresh)
        self._figures: Statistics | None = None
        desk.sessionChanged.connect(self.refresh)
        desk.currentChanged.connect(self._show_place)
        desk.segmentsChanged.connect(self._soon)
        desk.rowsReplaced.connect(self._soon)
        desk.filterChanged.connect(self._show_place)
        self.refresh()

    def _soon(self, *_: object) -> None:
        self._timer.start()

    def refresh(self) -> None:
        session = self._desk.session
        self.setVisible(session is not None)
        if session is None:
            return
        from ..review.statistics import Statistics

        number = QLocale().toString
        figures = self._figures = Statistics.of(session)
        self._words.setText(
            self.tr("{0} → {1} words").format(number(figures.source_words), number(figures.target_words))
        )
        self._words.setToolTip(self.tr("French words → English words, without excluded lines"))
        self._flagged.setText(self.tr("%n flagged", "", figures.flagged))
        self._flag.show_icon("flag", "error" if figures.flagged else "muted")
        share = f"{figures.progress * 100:.0f}"
        self._confirmed.setText(
            self.tr("{0} of {1} confirmed").format(number(figures.confirmed), number(figures.segments))
        )
        self.bar.setRange(0, max(1, figures.segments))
        self.bar.setValue(figures.confirmed)
        self.bar.setAccessibleName(self.tr("{0} % confirmed").format(share))
        self.bar.setToolTip(self.bar.accessibleName())
        self._show_place()

    def _show_place(self, _segment: str = "") -> None:
        session, current = self._desk.session, self._desk.current_id()
        if session is None or not current or current not in session:
            self._place.setText("")
            return
        number = QLocale().toString
        text = self.tr("Segment {0} of {1}").format(number(session.index(current) + 1), number(len(session.rows)))
        shown = len(self._desk.visible())
        if shown < len(session.rows):
            text += self.tr(" ({0} shown)").format(number(shown))
        self._place.setText(text)
