"""The beads, one below the other: only those near the screen are measured and painted. All can be reached by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ...domain.span import Side
from ..panes.lazy_rows import LazyRows
from .delegate import BeadDelegate
from .model import BeadModel, Column, column_of

if TYPE_CHECKING:
    from ..desk import Desk

_LINK_WIDTH, _LINK_NARROW, _NARROW = 120, 96, 760


class BeadView(LazyRows):
    def __init__(self, desk: Desk, model: BeadModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._aligning = desk.aligning
        self.delegate = BeadDelegate(desk, model, self.font())
        self._preferred = Side.SOURCE
        self.setAccessibleName(self.tr("Beads"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setModel(model)
        self.horizontalHeader().setStyleSheet("QHeaderView::section { padding: 5px 42px; }")
        model.modelReset.connect(self._reset)
        self._aligning.currentChanged.connect(self._show_current)

    def set_text_font(self, font: QFont) -> None:
        self.setFont(font)
        self.delegate.set_font(font)
        self.forget_heights()

    # -- what LazyRows asks --------------------------------------------------------------------------------------

    def share_width(self) -> None:
        room = self.viewport().width()
        link = _LINK_WIDTH if room > _NARROW else _LINK_NARROW
        side = max(60, (room - link) // 2)
        for column, width in ((Column.FRENCH, side), (Column.LINK, link), (Column.ENGLISH, room - link - side)):
            self.setColumnWidth(column, max(40, width))

    def measure(self, place: int) -> int:
        return self.delegate.height(place, (self.columnWidth(Column.FRENCH), self.columnWidth(Column.ENGLISH)))

    def paint_row(self, painter: QPainter, place: int, cells: list[tuple[int, QRect]]) -> None:
        self.delegate.paint_row(painter, place, cells)

    def anchor(self) -> int:
        return self._aligning.place if self._aligning.session is not None else -1

    def _reset(self) -> None:
        """Beads came and went; what is seen stays where it is."""
        self.delegate.forget()
        self._heights.clear()
        if self.model().rowCount():
            self.forget_heights()

    def _show_current(self) -> None:
        if self._aligning.session is None or not self.isVisible():
            return
        place = self._aligning.place
        self.measure_rows(range(place, place + 1))
        self.reveal(place)
        index = self.model().index(place, column_of(self._aligning.current[0]))
        if self.currentIndex() != index:
            self.setCurrentIndex(index)
        self.viewport().update()

    def showEvent(self, event: QEvent) -> None:
        super().showEvent(event)
        self._show_current()

    # -- keys ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        others = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        moves = {
            Qt.Key.Key_Up: lambda: self.step(-1, extend),
            Qt.Key.Key_Down: lambda: self.step(1, extend),
            Qt.Key.Key_Left: lambda: self.change_side(Side.SOURCE),
            Qt.Key.Key_Right: lambda: self.change_side(Side.TARGET),
            Qt.Key.Key_Home: lambda: self._jump(-len(self._aligning.table)),
            Qt.Key.Key_End: lambda: self._jump(len(self._aligning.table)),
            Qt.Key.Key_PageUp: lambda: self._jump(-self._screenful()),
            Qt.Key.Key_PageDown: lambda: self._jump(self._screenful()),
            Qt.Key.Key_Escape: self._aligning.let_go,
        }
        move = moves.get(event.key())
        if move is None or others or self._aligning.session is None:
            event.ignore()
        else:
            move()

    def step(self, step: int, extend: bool = False) -> None:
        """The next sentence on the same side; past a bead that has none there, on the other side."""
        aligning = self._aligning
        side, sentence = aligning.current
        own = self.model().sentences(aligning.place, side)
        at = own.index(sentence) + step
        if 0 <= at < len(own):
            aligning.go_to(side, own[at], extend)
            return
        place = aligning.place + step
        if not 0 <= place < len(aligning.table):
            return
        wanted = side if extend else self._preferred
        found = self.model().sentences(place, wanted)
        while extend and not found and 0 <= place + step < len(aligning.table):
            place += step
            found = self.model().sentences(place, wanted)
        if not found:
            if extend:
                return
            wanted = wanted.other
            found = self.model().sentences(place, wanted)
        aligning.go_to(wanted, found[0 if step > 0 else -1], extend)

    def change_side(self, side: Side) -> None:
        """To the sentence of the other side that stands beside this one."""
        aligning = self._aligning
        self._preferred = side
        if aligning.current[0] is side:
            return
        own = self.model().sentences(aligning.place, side.other)
        found = self.model().sentences(aligning.place, side)
        if found:
            at = own.index(aligning.current[1]) if aligning.current[1] in own else 0
            aligning.go_to(side, found[min(at, len(found) - 1)])

    def _screenful(self) -> int:
        top, bottom = self.screen_rows()
        return max(1, bottom - top - 1)

    def _jump(self, step: int) -> None:
        aligning = self._aligning
        place = max(0, min(len(aligning.table) - 1, aligning.place + step))
        own = self.model().sentences(place, self._preferred)
        side = self._preferred if own else self._preferred.other
        aligning.go_to(side, (own or self.model().sentences(place, side))[0])

    # -- mouse ---------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        hit = self.sentence_at(event.position().toPoint())
        if hit is not None:
            self._preferred = hit[0]
            self._aligning.go_to(*hit, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Nothing is dragged."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def sentence_at(self, at: QPoint) -> tuple[Side, int] | None:
        """The sentence under a point; in the link, the first one of the bead."""
        index = self.indexAt(at)
        if not index.isValid():
            return None
        place = index.row()
        if index.column() == Column.LINK:
            side = Side.SOURCE if self.model().sentences(place, Side.SOURCE) else Side.TARGET
            return side, self.model().sentences(place, side)[0]
        side = Side.SOURCE if index.column() == Column.FRENCH else Side.TARGET
        boxes = self.delegate.boxes(place, side, self.visualRect(index))
        return next(((side, sentence) for sentence, box in boxes if box.contains(at)), None) or (
            (side, boxes[-1][0]) if boxes else None
        )
