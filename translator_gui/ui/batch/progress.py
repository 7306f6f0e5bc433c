"""How a batch goes on: a bar, the pace, and a table of the articles that are done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHeaderView, QTableView, QWidget

from ..controls import column, label, row
from ..docks.activity import time_left
from ..motion import BusyBar
from .articles import ArticleFilter, ArticleTable

if TYPE_CHECKING:
    from ...domain.batch import ArticleLine
    from ...pipeline.run_batch import Pace


class BatchProgress(QWidget):
    """opened(source, draft): an article was double-clicked, or Enter pressed on it."""

    opened = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.bar = BusyBar()
        self.bar.setAccessibleName(self.tr("Progress of the batch"))
        self.bar.setTextVisible(False)
        self.pace = label(self.tr("Starting…"))
        self.only_errors = QCheckBox(self.tr("Only errors"))
        self.articles = ArticleTable(self)
        self._filter = ArticleFilter(self.articles, self)
        self.only_errors.toggled.connect(self._filter.show_only_errors)
        self._build_table()
        self.setLayout(
            column(self.bar, row(self.pace, None, self.only_errors, margins=(0, 0, 6, 0)), self.table, spacing=10)
        )

    def _build_table(self) -> None:
        self.table = QTableView()
        self.table.setModel(self._filter)
        self.table.setAccessibleName(self.tr("Articles of the batch"))
        self.table.setProperty("row", True)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.table.fontMetrics().height() + 12)
        heads = self.table.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setStretchLastSection(True)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for section, width in enumerate((120, 240, 90, 70, 90, 100)):
            self.table.setColumnWidth(section, width)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.table.activated.connect(self._activate)

    def begin(self) -> None:
        self.articles.clear()
        self.bar.wait()
        self._paced = False
        self.pace.setText(self.tr("Starting…"))

    _paced = False  # whether it is known how much there is to do

    def add(self, lines: Sequence[ArticleLine], pace: Pace | None) -> None:
        self.articles.add(lines)
        if pace is not None:
            self._paced = True
            self.bar.setRange(0, pace.total)
            self.bar.setValue(pace.done)
            self.pace.setText(self._said(pace))

    def end(self) -> None:
        if not self._paced:
            self.bar.setRange(0, 1)
            self.pace.setText("")

    def _said(self, pace: Pace) -> str:
        locale = QLocale()
        parts = [self.tr("{0} of {1} articles").format(locale.toString(pace.done), locale.toString(pace.total))]
        if pace.done > pace.kept:
            parts.append(self.tr("{0} a second").format(locale.toString(pace.rate, "f", 1 if pace.rate >= 1 else 2)))
        if pace.left is not None and pace.done < pace.total:
            parts.append(time_left(pace.left))
        if pace.kept:
            parts.append(self.tr("%n done before", "", pace.kept))
        if pace.failed:
            parts.append(self.tr("%n error(s)", "", pace.failed))
        return " · ".join(parts)

    def _activate(self, index: QModelIndex) -> None:
        line = self.articles.line(self._filter.mapToSource(index).row())
        self.opened.emit(line.source, line.draft)
