"""The article as running text: one row per paragraph, joined of the segments that pass the filter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ...domain.segment import Row
from ...domain.span import Side
from ...store import codec
from ...store.codec import IN

if TYPE_CHECKING:
    from ..desk import Desk

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
SOURCE, TARGET = 0, 1


@dataclass(frozen=True, slots=True)
class Piece:
    """One segment in the running text. missing: there is no target, the source stands in."""

    row: Row
    start: int
    end: int
    missing: bool


class ParagraphModel(QAbstractTableModel):
    """Excluded lines are left out. Columns: source, target."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._groups: list[list[int]] = []
        self._group_of: dict[int, int] = {}
        self._active = False
        for signal in (desk.sessionChanged, desk.rowsReplaced, desk.filterChanged):
            signal.connect(self.rebuild)
        desk.segmentsChanged.connect(self._changed)

    def set_active(self, active: bool) -> None:
        """Only while it is shown: grouping 50,000 segments for nobody would cost 50 ms."""
        if active != self._active:
            self._active = active
            self.rebuild()

    def rebuild(self) -> None:
        self.beginResetModel()
        self._groups, self._group_of = [], {}
        session = self._desk.session
        if self._active and session is not None:
            self._gather(session.table.records)
        self.endResetModel()

    def _gather(self, records: Any) -> None:
        last = None
        for index in self._desk.visible().in_article_order():
            record = records[index]
            if record[codec.EXCLUSION] not in IN:
                continue
            if record[codec.PARAGRAPH] != last:
                last = record[codec.PARAGRAPH]
                self._groups.append([])
            self._groups[-1].append(index)
            self._group_of[index] = len(self._groups) - 1

    def _changed(self, ids: list[str], aspects: frozenset[str]) -> None:
        if not self._active:
            return
        if "exclusion" in aspects:
            self.rebuild()
            return
        places = [self.place_of(segment) for segment in ids] if ids else [0, len(self._groups) - 1]
        places = [place for place in places if place >= 0]
        if places:
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), TARGET))

    # -- paragraphs -----------------------------------------------------------------------------------------------

    def place_of(self, segment: str) -> int:
        session = self._desk.session
        if session is None or segment not in session:
            return -1
        return self._group_of.get(session.index(segment), -1)

    def rows_of(self, place: int) -> list[Row]:
        rows = self._desk.session.rows
        return [rows[index] for index in self._groups[place]]

    def first_index(self, place: int) -> int:
        return self._groups[place][0]

    def pieces(self, place: int, side: Side) -> tuple[str, list[Piece]]:
        """The paragraph's text and where each segment stands in it."""
        text, pieces = "", []
        for row in self.rows_of(place):
            own = self._desk.tracking.shown(row, side)
            shown = own or row.segment.source
            if text:
                text += " "
            pieces.append(Piece(row, len(text), len(text) + len(shown), side is Side.TARGET and not own.strip()))
            text += shown
        return text, pieces

    # -- QAbstractTableModel --------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._groups)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.tr("French") if section == SOURCE else self.tr("English")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.pieces(index.row(), Side.SOURCE if index.column() == SOURCE else Side.TARGET)[0]
