"""The rows that pass the filter, as a table model. It holds no data of its own: the session does."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ...domain.segment import Row
from ..delegates.row_signs import chips_of, signs_of
from ..words import state_name

if TYPE_CHECKING:
    from ..desk import Desk

Index = QModelIndex | QPersistentModelIndex
IdRole = Qt.ItemDataRole.UserRole + 1
_NO_INDEX = QModelIndex()


class Column(IntEnum):
    NUMBER = 0
    SOURCE = 1
    TARGET = 2
    STATE = 3
    DIVERGENCE = 4
    FINDINGS = 5


# Asked for every cell at every paint: no arithmetic on enumerations then.
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_EDITABLE = _PLAIN | Qt.ItemFlag.ItemIsEditable
_TARGET, _COLUMNS = int(Column.TARGET), len(Column)


class SegmentModel(QAbstractTableModel):
    """rows are desk.visible(); editing a target goes through the desk and can be undone."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._visible = desk.visible()
        desk.sessionChanged.connect(self._reset)
        desk.rowsReplaced.connect(self._reset)
        desk.filterChanged.connect(self._reset)
        desk.segmentsChanged.connect(self._changed)

    def _reset(self) -> None:
        self.beginResetModel()
        self._visible = self._desk.visible()
        self.endResetModel()

    def _changed(self, ids: list[str], aspects: frozenset[str]) -> None:
        if self._desk.session is None or not self._visible:
            return
        places = [place for segment in ids if (place := self.place_of(segment)) >= 0]
        if not ids:
            places = [0, len(self._visible) - 1]
        if places:
            first, last = min(places), max(places)
            self.dataChanged.emit(self.index(first, 0), self.index(last, Column.FINDINGS))

    # -- rows ----------------------------------------------------------------------------------------------------

    def row_at(self, place: int) -> Row:
        return self._desk.session.rows[self._visible[place]]

    def ids_at(self, places: Sequence[int]) -> list[str]:
        """Ids of the rows at these places: fifty thousand in 10 ms."""
        session, visible = self._desk.session, self._visible
        return [session.table.records[visible[place]][0] for place in places] if session is not None else []

    def number_of(self, place: int) -> int:
        """1-based number of the segment in the article."""
        return self._visible[place] + 1

    def place_of(self, segment: str) -> int:
        """Row of the model that shows ``segment``; -1 when it is not shown."""
        session = self._desk.session
        if session is None or segment not in session:
            return -1
        return self._visible.place_of(session.index(segment))

    # -- QAbstractTableModel -------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() or self._desk.session is None else len(self._visible)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else _COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = {
            Column.NUMBER: "#",
            Column.SOURCE: self.tr("French"),
            Column.TARGET: self.tr("English"),
            Column.STATE: self.tr("State"),
            Column.DIVERGENCE: self.tr("Divergence"),
            Column.FINDINGS: self.tr("Findings"),
        }
        return names.get(section)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _EDITABLE if index.column() == _TARGET and not self._desk.read_only else _PLAIN

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        if role == IdRole:
            return self.row_at(index.row()).id
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), index.column())
        return None

    def _text(self, place: int, column: int) -> str:
        row = self.row_at(place)
        if column == Column.NUMBER:
            return str(self.number_of(place))
        if column == Column.SOURCE:
            return row.segment.source
        if column == Column.TARGET:
            return row.target.text
        if column == Column.STATE:
            return state_name(row)
        if column == Column.DIVERGENCE:
            value = self._desk.session.divergence(row.id)
            return "" if value is None else str(round(value))
        return str(len(chips_of(self._desk.session, row.id)) or "")

    def _spoken(self, place: int, column: int) -> str:
        """What a screen reader says: with the column's name, since colours and bars say nothing to it."""
        name = self.headerData(column, Qt.Orientation.Horizontal) if column != Column.NUMBER else self.tr("Segment")
        text = self._text(place, column)
        if column == Column.TARGET:
            text = "; ".join(filter(None, (text, self._desk.tracking.told(self.row_at(place).id))))
        if column == Column.DIVERGENCE:
            row = self.row_at(place)
            text = text or self.tr("not scored")
            if self._desk.session.is_stale(row.id):
                text = self.tr("{0}, being renewed").format(text)
            if self._desk.session.is_flagged(row.id):
                text = self.tr("{0}, flagged").format(text)
        if column == Column.STATE:
            signs = signs_of(self._desk.session, self.row_at(place).id)
            text = ", ".join((text, *(sign.tip for sign in signs)))
        return f"{name}: {text}"

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.column() != Column.TARGET:
            return False
        from ...review import commands

        return self._desk.perform(self.tr("Edit"), commands.set_text, self.row_at(index.row()).id, str(value))
