"""Painting running text: headings styled, the current segment in a band, what is missing in grey."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize
from PySide6.QtGui import QBrush, QFont, QFontMetrics, QHelpEvent, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from ...domain.segment import SegmentKind
from ...domain.span import Side, Span
from ..models.paragraphs import SOURCE, ParagraphModel, Piece
from ..theme import theme, theme_signals
from ..tracked.look import change_ranges, in_merged
from .chips import chip_ranges
from .marks import Mark, code_point, format_ranges, marks_of, utf16
from .text_layouts import LayoutCache, height_of, offset_at, wrapped

if TYPE_CHECKING:
    from ..desk import Desk

PAD_X, PAD_Y = 28, 7
_HEADING_SCALE = {1: 1.45, 2: 1.22, 3: 1.1}


class ParagraphDelegate(QStyledItemDelegate):
    def __init__(self, desk: Desk, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._desk = desk
        self.highlights = True
        self._font = QFont(view.font())
        self._cache = LayoutCache()
        self._epoch = 0
        desk.segmentsChanged.connect(self.forget)
        theme_signals().changed.connect(self.forget)

    def forget(self, *_: object) -> None:
        self._epoch += 1
        if self._epoch % 64 == 0:
            self._cache.clear()

    def set_font(self, font: QFont) -> None:
        self._font = QFont(font)
        self._font.setPointSizeF(font.pointSizeF() * 1.12)
        self.forget()

    def font_for(self, kind: SegmentKind, level: int, side: Side) -> QFont:
        font = QFont(self._font)
        if side is Side.SOURCE:
            font.setPointSizeF(font.pointSizeF() * 0.92)
        if kind is SegmentKind.HEADING:
            font.setWeight(QFont.Weight.DemiBold)
            font.setPointSizeF(font.pointSizeF() * _HEADING_SCALE.get(level or 2, 1.0))
        elif kind in (SegmentKind.CAPTION, SegmentKind.QUOTE):
            font.setItalic(True)
        return font

    # -- measuring ------------------------------------------------------------------------------------------------

    def layout(self, model: ParagraphModel, place: int, side: Side, width: int) -> QTextLayout:
        current = self._desk.current_id()
        inside = model.place_of(current) == place
        state = (self._epoch, current if inside else "", self.highlights, self._desk.tracking.stamp)
        key = (place, model.first_index(place), side, width, *state)
        found = self._cache.get(key)
        if found is None:
            text, pieces = model.pieces(place, side)
            first = pieces[0].row.segment
            font = self.font_for(first.kind, first.level, side)
            found = self._cache.put(key, wrapped(text, font, max(60, width), self._formats(text, pieces, side)))
        return found

    def _formats(self, text: str, pieces: list[Piece], side: Side) -> list[QTextLayout.FormatRange]:
        t = theme()
        ranges = chip_ranges(t, text)
        for piece in pieces:
            if piece.missing:
                grey = QTextCharFormat()
                grey.setForeground(t.disabled)
                grey.setFontItalic(True)
                ranges.append(_range(text, piece.start, piece.end, grey))
            if piece.row.id == self._desk.current_id():
                band = QTextCharFormat()
                band.setBackground(QBrush(t.selection))
                ranges.append(_range(text, piece.start, piece.end, band))
            marks = self.marks(piece, side)
            ranges += format_ranges(t, text, marks)
            merged = None if side is Side.SOURCE or piece.missing else self._desk.tracking.merged(piece.row.id)
            if merged is not None:
                ranges += change_ranges(t, merged, piece.start, text)
        return ranges

    def marks(self, piece: Piece, side: Side) -> tuple[Mark, ...]:
        """In places of the running text."""
        session = self._desk.session
        if not self.highlights or piece.missing or session is None:
            return ()
        length = len(piece.row.segment.source if side is Side.SOURCE else piece.row.target.text)
        found = marks_of(session, piece.row.id, side, length)
        if side is Side.TARGET:
            found = in_merged(found, self._desk.tracking.merged(piece.row.id))
        return tuple(replace(m, span=Span(m.span.start + piece.start, m.span.end + piece.start)) for m in found)

    def height(self, model: ParagraphModel, place: int, source_width: int, target_width: int) -> int:
        source = height_of(self.layout(model, place, Side.SOURCE, source_width - 2 * PAD_X))
        target = height_of(self.layout(model, place, Side.TARGET, target_width - 2 * PAD_X))
        return int(max(source, target) + 0.999) + 2 * PAD_Y + self._space_before(model, place)

    def _space_before(self, model: ParagraphModel, place: int) -> int:
        heading = model.rows_of(place)[0].segment.kind is SegmentKind.HEADING
        return QFontMetrics(self._font).height() // 2 if heading else 0

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, QFontMetrics(self._font).height() + 2 * PAD_Y)

    # -- painting -------------------------------------------------------------------------------------------------

    def origin(self, model: ParagraphModel, place: int, rect: QRect) -> QPointF:
        return QPointF(rect.x() + PAD_X, rect.y() + PAD_Y + self._space_before(model, place))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.paint_cell(painter, index.model(), index.row(), index.column(), option.rect)

    def paint_cell(self, painter: QPainter, model: ParagraphModel, place: int, column: int, rect: QRect) -> None:
        t, side = theme(), Side.SOURCE if column == SOURCE else Side.TARGET
        if side is Side.SOURCE:
            painter.fillRect(rect, t.window)
        painter.setPen(t.muted if side is Side.SOURCE else t.text)
        layout = self.layout(model, place, side, rect.width() - 2 * PAD_X)
        layout.draw(painter, self.origin(model, place, rect))

    # -- pointing -------------------------------------------------------------------------------------------------

    def piece_at(self, index: QModelIndex, rect: QRect, at: QPointF) -> tuple[Piece | None, int]:
        """The segment under a point of a cell, and the place in the running text (-1 beside it)."""
        model, place = index.model(), index.row()
        side = Side.SOURCE if index.column() == SOURCE else Side.TARGET
        text, pieces = model.pieces(place, side)
        offset = offset_at(
            self.layout(model, place, side, rect.width() - 2 * PAD_X), at - self.origin(model, place, rect)
        )
        spot = code_point(text, offset) if offset >= 0 else -1
        return next((piece for piece in pieces if piece.start <= spot <= piece.end), None), spot

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: QModelIndex
    ) -> bool:
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        side = Side.SOURCE if index.column() == SOURCE else Side.TARGET
        piece, spot = self.piece_at(index, option.rect, QPointF(event.pos()))
        hit = [] if piece is None else [m.reason for m in self.marks(piece, side) if m.span.start <= spot < m.span.end]
        if piece is not None and side is Side.TARGET:
            hit += self._desk.tracking.told_at(piece.row.id, spot - piece.start)
        QToolTip.showText(event.globalPos(), "\n".join(dict.fromkeys(reversed(hit))), view)
        return True


def _range(text: str, start: int, end: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    item = QTextLayout.FormatRange()
    item.start = utf16(text, start)
    item.length = utf16(text, end) - item.start
    item.format = style
    return item
