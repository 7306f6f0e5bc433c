"""Painting a bead: its sentences on either side, and between them the band that links them.

Probability is told by colour, by the band's pattern, by a sign and by a figure; what a person did by a sign.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QTextLayout

from ...domain.bead import AlignmentBead
from ...domain.segment import SegmentKind
from ...domain.span import Side
from ..delegates.text_layouts import LayoutCache, height_of, wrapped
from ..icons import pixmap
from ..theme import Theme, theme, theme_signals
from .model import BeadModel, Column

if TYPE_CHECKING:
    from ..desk import Desk

MARGIN, PAD, GAP, NUMBER, EDGE = 5, 8, 6, 34, 4
_ICON = 14


@dataclass(frozen=True)
class Look:
    """How a band looks. soft: its ground. pattern: over the middle. icon: its sign."""

    colour: QColor
    soft: QColor
    pattern: Qt.BrushStyle
    icon: str


class BeadDelegate:
    """Not a Qt delegate: the view paints and measures whole rows through it."""

    def __init__(self, desk: Desk, model: BeadModel, font: QFont) -> None:
        self._aligning, self._model = desk.aligning, model
        self._layouts = LayoutCache()
        self._epoch = 0
        self.set_font(font)
        theme_signals().changed.connect(self.forget)

    def forget(self) -> None:
        self._layouts.clear()

    def set_font(self, font: QFont) -> None:
        self._font = QFont(font)
        self._heading = QFont(font)
        self._heading.setWeight(QFont.Weight.DemiBold)
        self._small = QFont(font)
        self._small.setPointSizeF(max(7.0, font.pointSizeF() * 0.86))
        self._epoch += 1
        self.forget()

    # -- measuring -----------------------------------------------------------------------------------------------

    def _layout(self, side: Side, sentence: int, width: int) -> QTextLayout:
        key = (side, sentence, width, self._epoch)
        found = self._layouts.get(key)
        if found is None:
            kind = self._model.table.sentences(side)[sentence].kind
            font = self._heading if kind is SegmentKind.HEADING else self._font
            room = max(40, width - 3 * PAD - NUMBER)
            found = self._layouts.put(key, wrapped(self._model.text(side, sentence), font, room))
        return found

    def boxes(self, place: int, side: Side, cell: QRect) -> list[tuple[int, QRect]]:
        """(sentence, where it stands) of one side of a bead; ``cell`` gives the top and the width."""
        found, y = [], cell.top() + MARGIN
        for sentence in self._model.sentences(place, side):
            height = int(height_of(self._layout(side, sentence, cell.width())) + 0.999) + 2 * GAP
            found.append((sentence, QRect(cell.left(), y, cell.width(), height)))
            y += height
        return found

    def height(self, place: int, widths: tuple[int, int]) -> int:
        """widths: of the French and the English column."""
        ends = [QFontMetrics(self._font).height() + 2 * GAP + MARGIN]
        for side, width in zip(Side, widths, strict=True):
            boxes = self.boxes(place, side, QRect(0, 0, width, 0))
            if boxes:
                ends.append(boxes[-1][1].bottom() + 1)
        return max(ends) + MARGIN

    # -- painting ------------------------------------------------------------------------------------------------

    def paint_row(self, painter: QPainter, place: int, cells: list[tuple[int, QRect]]) -> None:
        rects = dict(cells)
        if len(rects) < len(Column):
            return
        t, bead = theme(), self._model.table[place]
        look = self._look(t, bead)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if place == self._aligning.place:
            painter.fillRect(rects[Column.FRENCH].united(rects[Column.ENGLISH]), t.window)
        ends = {}
        for side, column in ((Side.SOURCE, Column.FRENCH), (Side.TARGET, Column.ENGLISH)):
            boxes = self.boxes(place, side, rects[column])
            if boxes:
                ends[side] = boxes[0][1].united(boxes[-1][1])
                self._ground(painter, side, ends[side], look, bead)
                for number, (sentence, box) in enumerate(boxes):
                    self._sentence(painter, side, sentence, box, look, number > 0, self._model.table.left_out(bead))
        self._link(painter, place, bead, rects[Column.LINK], ends, look)
        painter.restore()

    def _look(self, t: Theme, bead: AlignmentBead) -> Look:
        table, plain = self._model.table, Qt.BrushStyle.NoBrush
        if table.left_out(bead):
            return Look(t.border, t.sunken, plain, "exclude")
        if bead.confirmed:
            return Look(t.success, t.success_soft, plain, "tick")
        if bead.by_hand:
            return Look(t.accent, t.accent_soft, plain, "user")
        if not bead.linked and not table.is_doubtful(bead):
            return Look(t.control, t.window, plain, "")  # to be without a counterpart is no praise
        return {
            "sure": Look(t.success, t.success_soft, plain, ""),
            "fair": Look(t.warning, t.warning_soft, Qt.BrushStyle.BDiagPattern, ""),
            "doubtful": Look(t.error, t.error_soft, Qt.BrushStyle.DiagCrossPattern, "help"),
        }[table.doubt(bead).value]

    def _ground(self, painter: QPainter, side: Side, box: QRect, look: Look, bead: AlignmentBead) -> None:
        """The side's share of the band: open towards the link, rounded and edged on the outside."""
        area = (
            QRectF(box).adjusted(PAD / 2, 0, 0, 0) if side is Side.SOURCE else QRectF(box).adjusted(0, 0, -PAD / 2, 0)
        )
        path = QPainterPath()
        path.addRoundedRect(area, 6, 6)
        if bead.linked:
            inner = area.adjusted(12, 0, 0, 0) if side is Side.SOURCE else area.adjusted(0, 0, -12, 0)
            path.addRect(inner)
            path.setFillRule(Qt.FillRule.WindingFill)
        painter.fillPath(path, look.soft)
        if not bead.linked:
            painter.setPen(QPen(look.colour, 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            return
        edge = QRectF(area.left() if side is Side.SOURCE else area.right() - EDGE, area.top(), EDGE, area.height())
        round_edge = QPainterPath()
        round_edge.addRoundedRect(edge, 2, 2)
        painter.fillPath(round_edge, look.colour)

    def _sentence(
        self, painter: QPainter, side: Side, sentence: int, box: QRect, look: Look, divided: bool, grey: bool
    ) -> None:
        t = theme()
        if divided:
            painter.setPen(QPen(look.colour, 1, Qt.PenStyle.DotLine))
            painter.drawLine(box.left() + PAD + NUMBER, box.top(), box.right() - 2 * PAD, box.top())
        self._frames(painter, side, sentence, box)
        painter.setFont(self._small)
        painter.setPen(t.muted)
        number = QRect(box.left() + PAD, box.top() + GAP, NUMBER - 8, QFontMetrics(self._font).height())
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(sentence + 1))
        painter.setPen(t.disabled if grey else t.text)
        layout = self._layout(side, sentence, box.width())
        layout.draw(painter, QPointF(box.left() + PAD + NUMBER, box.top() + GAP))

    def _frames(self, painter: QPainter, side: Side, sentence: int, box: QRect) -> None:
        """Where the reader is, what he has chosen, and the end of a link that is being made."""
        t, aligning = theme(), self._aligning
        inside = QRectF(box).adjusted(PAD / 2 + 1, 1, -PAD / 2 - 1, -1)
        marked = aligning.marked is not None and aligning.marked[0] is side and sentence in aligning.marked[1]
        chosen = side is aligning.current[0] and sentence in aligning.chosen
        if marked or chosen:
            painter.setPen(QPen(t.accent, 1.5, Qt.PenStyle.DashLine if marked else Qt.PenStyle.SolidLine))
            painter.setBrush(t.selection)
            painter.drawRoundedRect(inside, 5, 5)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if (side, sentence) == aligning.current:
            painter.setPen(QPen(t.accent, 2))
            painter.drawRoundedRect(inside, 5, 5)
        if marked:
            icon = pixmap("link", _ICON, "accent", painter.device().devicePixelRatioF())
            painter.drawPixmap(QPointF(inside.left() + 4, inside.bottom() - _ICON - 3), icon)

    def _link(
        self, painter: QPainter, place: int, bead: AlignmentBead, cell: QRect, ends: dict[Side, QRect], look: Look
    ) -> None:
        moved = self._model.table.out_of_order(place)
        if bead.linked:
            band = _band(cell, ends[Side.SOURCE], ends[Side.TARGET])
            painter.fillPath(band, look.soft)
            if look.pattern is not Qt.BrushStyle.NoBrush:
                ink = QColor(look.colour)
                ink.setAlphaF(0.45)
                painter.fillPath(band, QBrush(ink, look.pattern))
        first = next(iter(ends.values()))
        middle = (first.top() + first.bottom()) // 2
        if bead.linked:
            other = ends[Side.TARGET]
            middle = (middle + (other.top() + other.bottom()) // 2) // 2
        icons = [name for name in (look.icon, "moved" if moved else "") if name]
        colour = look.colour if bead.linked else theme().muted
        self._chip(painter, QPointF(cell.center().x() + 1, middle), self._model.word(place), icons, colour)

    def _chip(self, painter: QPainter, centre: QPointF, word: str, icons: list[str], colour: QColor) -> None:
        painter.setFont(self._small)
        metrics = QFontMetrics(self._small)
        text_width = metrics.horizontalAdvance(word)
        width = text_width + len(icons) * (_ICON + 4) + (0 if word else -4) + 14
        height = max(metrics.height(), _ICON) + 6
        box = QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(theme().base)
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        x = box.left() + 7
        for name in icons:
            picture = pixmap(name, _ICON, colour.name(), painter.device().devicePixelRatioF())
            painter.drawPixmap(QPointF(x, centre.y() - _ICON / 2), picture)
            x += _ICON + 4
        painter.setPen(colour)
        painter.drawText(QRectF(x, box.top(), text_width + 2, height), Qt.AlignmentFlag.AlignVCenter, word)


def _band(cell: QRect, left: QRect, right: QRect) -> QPainterPath:
    """From the full height of one side to that of the other, in a curve."""
    x0, x1 = float(cell.left()), float(cell.right() + 1)
    bend = (x1 - x0) / 2
    path = QPainterPath(QPointF(x0, left.top()))
    path.cubicTo(x0 + bend, left.top(), x1 - bend, right.top(), x1, right.top())
    path.lineTo(x1, right.bottom() + 1)
    path.cubicTo(x1 - bend, right.bottom() + 1, x0 + bend, left.bottom() + 1, x0, left.bottom() + 1)
    path.closeSubpath()
    return path
