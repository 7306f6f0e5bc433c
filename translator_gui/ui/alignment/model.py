"""The beads as a table model: French, the link, English. It holds no data of its own: the session does."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ...domain.bead import AlignmentBead
from ...domain.span import Side
from ...text.placeables import plain

if TYPE_CHECKING:
    from ...review.alignment_table import BeadTable
    from ..desk import Desk

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class Column(IntEnum):
    FRENCH = 0
    LINK = 1
    ENGLISH = 2


def column_of(side: Side) -> Column:
    return Column.FRENCH if side is Side.SOURCE else Column.ENGLISH


class BeadModel(QAbstractTableModel):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._aligning = desk.aligning
        desk.aligning.sessionChanged.connect(self._reset)
        desk.aligning.beadsChanged.connect(self._reset)

    def _reset(self) -> None:
        self.beginResetModel()
        self.endResetModel()

    @property
    def table(self) -> BeadTable:
        return self._aligning.table

    def sentences(self, place: int, side: Side) -> tuple[int, ...]:
        bead = self.table[place]
        return bead.source if side is Side.SOURCE else bead.target

    def text(self, side: Side, sentence: int) -> str:
        """Without placeables: it is the words that are aligned."""
        return plain(self.table.sentences(side)[sentence].source)

    # -- QAbstractTableModel -------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() or self._aligning.session is None else len(self.table)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("French"), "", self.tr("English"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == Column.LINK:
            return self.describe(index.row())
        return None

    def _text(self, place: int, column: int) -> str:
        if column == Column.LINK:
            return percent(self.table[place])
        side = Side.SOURCE if column == Column.FRENCH else Side.TARGET
        return " ".join(self.text(side, n) for n in self.sentences(place, side))

    def _spoken(self, place: int, column: int) -> str:
        if column == Column.LINK:
            return self.describe(place)
        side = Side.SOURCE if column == Column.FRENCH else Side.TARGET
        name = self.headerData(column, Qt.Orientation.Horizontal)
        return f"{name} {numbers(self.sentences(place, side))}: {self._text(place, column) or self.tr('nothing')}"

    def word(self, place: int) -> str:
        """What stands on a bead's link: a figure, or why there is none."""
        bead = self.table[place]
        if self.table.left_out(bead):
            return self.tr("left out")
        if not bead.linked:
            return self.tr("no English") if bead.source else self.tr("no French")
        return "" if bead.touched else percent(bead)

    def describe(self, place: int) -> str:
        """A bead's link in words: for the tip and for those who do not see colours."""
        bead, table = self.table[place], self.table
        if table.left_out(bead):
            return self.tr("Not part of the article")
        if not bead.linked:
            words = [self.tr("No English for this") if bead.source else self.tr("No French for this")]
        else:
            words = [self.tr("{0} to {1}").format(len(bead.source), len(bead.target))]
        if bead.confirmed:
            words.append(self.tr("confirmed"))
        elif bead.by_hand:
            words.append(self.tr("made by hand"))
        else:
            sureness = {
                "sure": self.tr("sure"), "fair": self.tr("fairly sure"), "doubtful": self.tr("doubtful"),
            }  # fmt: skip
            words.append(f"{sureness[table.doubt(bead).value]}, {percent(bead)}")
        if table.out_of_order(place):
            words.append(self.tr("out of order"))
        return " · ".join(words)


def percent(bead: AlignmentBead) -> str:
    """Never 100: no machine is that sure."""
    return f"{min(99, round(100 * bead.probability))} %"


def numbers(sentences: tuple[int, ...]) -> str:
    """1-based; a run by its ends."""
    if not sentences:
        return "–"
    first, last = sentences[0] + 1, sentences[-1] + 1
    if last - first + 1 == len(sentences):
        return str(first) if first == last else f"{first}–{last}"
    return ", ".join(str(n + 1) for n in sentences)
