"""Figures of the open article: how much there is, how far the review is, what is flagged, what is machine-made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QProgressBar, QWidget

from ...domain.segment import State
from ..controls import label, line
from ..states import state_name
from .frame import Dialog

if TYPE_CHECKING:
    from ...review.statistics import Statistics
    from ..desk import Desk


class StatisticsDialog(Dialog):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, self.tr("Statistics"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(32)
        self._grid.setVerticalSpacing(6)
        self._row = 0
        self.body.addLayout(self._grid)
        self.add_close()
        if desk.session is not None:
            from ...review.statistics import Statistics

            desk.flush()
            self._fill(Statistics.of(desk.session))

    def _fill(self, figures: Statistics) -> None:
        bar = QProgressBar()
        bar.setRange(0, max(1, figures.segments))
        bar.setValue(figures.confirmed)
        bar.setTextVisible(False)
        text = self.tr("{0} % confirmed").format(f"{figures.progress * 100:.0f}")
        bar.setAccessibleName(text)
        self.body.insertWidget(0, label(text, "title", scale=1.25))
        self.body.insertWidget(1, bar)
        self.body.insertSpacing(2, 8)
        self._add(self.tr("Segments"), figures.segments, strong=True)
        for state in State:
            self._add(state_name(state), figures.states.get(state, 0), indent=True)
        self._add(self.tr("Not part of the article"), figures.excluded)
        self._rule()
        self._add(self.tr("French words"), figures.source_words, strong=True)
        self._add(self.tr("of them confirmed"), figures.confirmed_words, indent=True)
        self._add(self.tr("English words"), figures.target_words)
        self._rule()
        self._add(self.tr("Scored"), figures.scored)
        self._add(self.tr("Flagged"), figures.flagged, strong=True)
        self._add(self.tr("Unedited machine text or draft"), figures.machine)

    def _add(self, name: str, figure: int, strong: bool = False, indent: bool = False) -> None:
        left = label(name, "title" if strong else "")
        left.setIndent(16 if indent else 0)
        right = label(QLocale().toString(figure), "title" if strong else "")
        right.setAlignment(Qt.AlignmentFlag.AlignRight)
        right.setAccessibleName(f"{name}: {figure}")
        self._grid.addWidget(left, self._row, 0)
        self._grid.addWidget(right, self._row, 1)
        self._row += 1

    def _rule(self) -> None:
        self._grid.addWidget(line(), self._row, 0, 1, 2)
        self._row += 1
