"""The articles of a batch as a table: state, figures, what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QSortFilterProxyModel, Qt

from ...domain.batch import ArticleLine, ArticleState
from ..icons import icon
from ..told import told

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

SORT = Qt.ItemDataRole.UserRole
_STATE, _ARTICLE, _SEGMENTS, _PAIRS, _FLAGGED, _DIVERGENCE, _WHY = range(7)
_NUMBERS = (_SEGMENTS, _PAIRS, _FLAGGED, _DIVERGENCE)
_ICONS = {
    ArticleState.DONE: ("success", "success"),
    ArticleState.KEPT: ("history", "muted"),
    ArticleState.FAILED: ("error", "error"),
}


class ArticleTable(QAbstractTableModel):
    """Lines in the order they came."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[ArticleLine] = []

    def clear(self) -> None:
        self.beginResetModel()
        self._lines = []
        self.endResetModel()

    def add(self, lines: Sequence[ArticleLine]) -> None:
        if lines:
            first = len(self._lines)
            self.beginInsertRows(QModelIndex(), first, first + len(lines) - 1)
            self._lines += lines
            self.endInsertRows()

    def line(self, row: int) -> ArticleLine:
        return self._lines[row]

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else 7

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def _heads(self) -> list[str]:
        return [
            self.tr("State"), self.tr("Article"), self.tr("Sentences"), self.tr("Pairs"), self.tr("Flagged"),
            self.tr("Divergence"), self.tr("Remarks"),
        ]  # fmt: skip

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self._lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, column)
        if role == SORT:
            return _sort_key(line, column, self._text(line, column))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.DecorationRole and column == _STATE:
            return icon(*_ICONS[line.state])
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (line.source, line.draft, *_remarks(line))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._heads()[column]}: {self._text(line, column)}"
        return None

    def _text(self, line: ArticleLine, column: int) -> str:
        if column == _STATE:
            return self._state(line.state)
        if column == _ARTICLE:
            return Path(line.source).name if line.state is ArticleState.FAILED else line.name
        if column == _WHY:
            return " ".join(filter(None, _remarks(line)))
        if line.state is ArticleState.FAILED:
            return ""
        value = _figure(line, column)
        return "" if value is None else QLocale().toString(float(value), "f", 1 if column == _DIVERGENCE else 0)

    def _state(self, state: ArticleState) -> str:
        names = {
            ArticleState.DONE: self.tr("done"),
            ArticleState.KEPT: self.tr("done before"),
            ArticleState.FAILED: self.tr("error"),
        }
        return names[state]


class ArticleFilter(QSortFilterProxyModel):
    """Sorts by figures, and shows errors alone when asked to."""

    def __init__(self, table: ArticleTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSourceModel(table)
        self.setSortRole(SORT)
        self._only_errors = False

    def show_only_errors(self, on: bool) -> None:
        self.beginFilterChange()
        self._only_errors = on
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:
        table = self.sourceModel()
        return not self._only_errors or table.line(row).state is ArticleState.FAILED


def _remarks(line: ArticleLine) -> list[str]:
    """Why it could not be done, or what was noticed."""
    return [told(text) for text in ((line.error, line.hint) if line.error else line.warnings)]


def _figure(line: ArticleLine, column: int) -> float | None:
    return {
        _SEGMENTS: line.segments,
        _PAIRS: line.pairs,
        _FLAGGED: line.sums.get("flagged") if line.sums.get("scored") else None,
        _DIVERGENCE: line.mean_divergence,
    }[column]


def _sort_key(line: ArticleLine, column: int, text: str) -> Any:
    if column == _STATE:
        return list(ArticleState)[::-1].index(line.state)
    if column in _NUMBERS:
        figure = None if line.state is ArticleState.FAILED else _figure(line, column)
        return -1.0 if figure is None else float(figure)
    return text.casefold()


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
