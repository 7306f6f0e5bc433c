"""How a row is measured and painted, side by side or stacked. Texts are painted from the layouts they were measured
with, so that nothing moves when an editor takes a cell's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPixmap, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from ...domain.segment import Row, State
from ...domain.span import Side
from ..icons import pixmap
from ..models.segments import Column, SegmentModel
from ..theme import Theme, theme, theme_signals
from ..tracked.look import change_ranges, in_merged
from ..words import state_icon, state_key, state_name
from .chips import chip_ranges
from .fonts import Fonts
from .marks import Mark, code_point, format_ranges, marks_of
from .pictures import BAR_HEIGHT, CHIP_HEIGHT, draw_bar, draw_chip
from .row_signs import Chip, Sign, chips_of, signs_of
from .text_layouts import LayoutCache, height_of, offset_at, wrapped

if TYPE_CHECKING:
    from ..desk import Desk

PAD_X, PAD_Y, GAP = 12, 9, 6
CHIP_GAP = 4
_ICON, _SIGN = 16, 14
# Plain numbers: comparing enumerations six times a row costs more than painting some of the cells.
_NUMBER, _SOURCE, _TARGET, _STATE, _DIVERGENCE = range(5)


class RowDelegate(QStyledItemDelegate):
    """stacked: source above target in one column."""

    def __init__(self, desk: Desk, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self.stacked = False
        self.highlights = True
        self.fonts = Fonts.of(view.font())
        self._cache = LayoutCache()
        self._pictures: dict[tuple[object, ...], QPixmap] = {}  # bars and chips: there are few different ones
        self._stamps: dict[str, int] = {}
        desk.segmentsChanged.connect(self._changed)
        desk.sessionChanged.connect(self.forget)
        theme_signals().changed.connect(self.forget)

    # -- keeping ------------------------------------------------------------------------------------------------

    def forget(self) -> None:
        self._cache.clear()
        self._stamps.clear()
        self._pictures.clear()

    def set_font(self, font: QFont) -> None:
        self.fonts = Fonts.of(font)
        self.forget()

    def _changed(self, ids: list[str], aspects: frozenset[str]) -> None:
        if not ids:
            self.forget()
        for segment in ids:
            self._stamps[segment] = self._stamps.get(segment, 0) + 1

    # -- measuring ----------------------------------------------------------------------------------------------

    def layout(self, row: Row, side: Side, width: int) -> QTextLayout:
        """The wrapped text of one side with its marks, and with its tracked changes while they are shown."""
        tracking = self._desk.tracking
        key = (row.id, side, width, row.revision, self._stamps.get(row.id, 0), self.highlights, tracking.stamp)
        found = self._cache.get(key)
        if found is None:
            text, marks = tracking.shown(row, side), self.marks(row, side)
            formats = [*chip_ranges(theme(), text), *format_ranges(theme(), text, marks)]
            if side is Side.TARGET and (merged := tracking.merged(row.id)) is not None:
                formats += change_ranges(theme(), merged)
            font = self.fonts.for_kind(row.segment.kind)
            found = self._cache.put(key, wrapped(text, font, max(40, width), formats or None))
        return found

    def marks(self, row: Row, side: Side) -> tuple[Mark, ...]:
        if not self.highlights or row.segment.excluded or self._desk.session is None:
            return ()
        text = row.segment.source if side is Side.SOURCE else row.target.text
        found = marks_of(self._desk.session, row.id, side, len(text))
        return found if side is Side.SOURCE else in_merged(found, self._desk.tracking.merged(row.id))

    def row_height(self, row: Row, source_width: int, target_width: int) -> int:
        """Widths of the columns, in pixels."""
        line = self.fonts.line
        shown = self._desk.tracking.shown(row, Side.TARGET)
        target = height_of(self.layout(row, Side.TARGET, target_width - 2 * PAD_X)) if shown else 0
        if self.stacked:
            source = height_of(self.layout(row, Side.SOURCE, target_width - 2 * PAD_X))
            text = source if row.segment.excluded else source + GAP + max(target, line)
        else:
            text = max(height_of(self.layout(row, Side.SOURCE, source_width - 2 * PAD_X)), target, line)
        return int(text + 0.999) + 2 * PAD_Y + 1

    def source_height(self, row: Row, width: int) -> int:
        return int(height_of(self.layout(row, Side.SOURCE, width - 2 * PAD_X)) + 0.999)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, self.fonts.line + 2 * PAD_Y + 1)

    # -- painting -----------------------------------------------------------------------------------------------

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        selected = bool(option.state & option.state.State_Selected)
        self.paint_cells(painter, index.model(), index.row(), [(index.column(), option.rect)], selected)

    def paint_cells(
        self, painter: QPainter, model: SegmentModel, place: int, cells: list[tuple[int, QRect]], selected: bool
    ) -> None:
        """Some cells of one row; it is asked for only once."""
        row, t = model.row_at(place), theme()
        current = row.id == self._desk.current_id()
        for column, rect in cells:
            self._ground(painter, rect, row, current, selected, t)
            if column == _NUMBER:
                self._number(painter, rect, model.number_of(place), current, t)
            elif column == _SOURCE:
                self._text(painter, rect, row, Side.SOURCE, 0, t)
            elif column == _TARGET:
                self._target(painter, rect, row, current, t)
            elif column == _STATE:
                self._state(painter, rect, row, t)
            elif column == _DIVERGENCE:
                self._divergence(painter, rect, row, t)
            else:
                self._findings(painter, rect, row, t)

    def _ground(self, painter: QPainter, rect: QRect, row: Row, current: bool, selected: bool, t: Theme) -> None:
        if current:
            painter.fillRect(rect, t.accent_soft)
        elif selected:
            painter.fillRect(rect, t.selection)
        elif row.segment.excluded:
            painter.fillRect(rect, t.window)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, t.border)

    def _number(self, painter: QPainter, rect: QRect, number: int, current: bool, t: Theme) -> None:
        if current:
            painter.fillRect(rect.x(), rect.y(), 3, rect.height() - 1, t.accent)
        painter.setFont(self.fonts.small)
        painter.setPen(t.text if current else t.muted)
        box = rect.adjusted(4, PAD_Y, -8, 0)
        box.setHeight(self.fonts.line)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number))

    def _text(self, painter: QPainter, rect: QRect, row: Row, side: Side, down: int, t: Theme) -> None:
        layout = self.layout(row, side, rect.width() - 2 * PAD_X)
        quiet = t.muted if self.stacked and side is Side.SOURCE else t.text
        painter.setPen(t.excluded if row.segment.excluded else quiet)
        layout.draw(painter, QPointF(rect.x() + PAD_X, rect.y() + PAD_Y + down))

    def _target(self, painter: QPainter, rect: QRect, row: Row, current: bool, t: Theme) -> None:
        down = 0
        if self.stacked:
            self._text(painter, rect, row, Side.SOURCE, 0, t)
            down = self.source_height(row, rect.width()) + GAP
        if self._desk.tracking.shown(row, Side.TARGET) and not (current and self.editing):
            self._text(painter, rect, row, Side.TARGET, down, t)

    @property
    def editing(self) -> bool:
        """Does an editor stand in the current row?"""
        return getattr(self._view, "editor_shown", False)

    def _first_line(self, rect: QRect, left: int, right: int) -> QRect:
        return QRect(rect.x() + left, rect.y() + PAD_Y, rect.width() - left - right, self.fonts.line)

    def _state(self, painter: QPainter, rect: QRect, row: Row, t: Theme) -> None:
        key, line = state_key(row), self._first_line(rect, PAD_X, 4)
        colour = state_colour(t, key)
        ratio = painter.device().devicePixelRatioF()
        top = line.y() + (line.height() - _ICON) // 2
        name = "lock" if row.target.locked else state_icon(key)
        painter.drawPixmap(line.x(), top, pixmap(name, _ICON, colour.name(), ratio))
        session = self._desk.session
        signs = signs_of(session, row.id) if session is not None else []
        if line.width() < 60:
            self._signs(painter, QRect(line.x(), line.bottom() + 2, line.width(), _ICON), signs, False)
            return
        self._signs(painter, line, signs, True)
        line.setWidth(line.width() - len(signs) * (_SIGN + 4))
        painter.setFont(self.fonts.small)
        painter.setPen(t.muted if key in ("initial", "excluded") else t.text)
        text = self.fonts.metrics.elidedText(state_name(row), Qt.TextElideMode.ElideRight, line.width() - _ICON - 6)
        painter.drawText(line.adjusted(_ICON + 6, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)

    def _signs(self, painter: QPainter, box: QRect, signs: list[Sign], right: bool) -> None:
        ratio = painter.device().devicePixelRatioF()
        left = box.right() - len(signs) * (_SIGN + 4) if right else box.x()
        for number, sign in enumerate(signs):
            top = box.y() + (box.height() - _SIGN) // 2
            painter.drawPixmap(left + number * (_SIGN + 4), top, pixmap(sign.icon, _SIGN, sign.role, ratio))

    def _divergence(self, painter: QPainter, rect: QRect, row: Row, t: Theme) -> None:
        session = self._desk.session
        line = self._first_line(rect, PAD_X, 10)
        value = None if session is None or row.segment.excluded else session.divergence(row.id)
        painter.setFont(self.fonts.small)
        if value is None or not row.target.text:
            painter.setPen(t.disabled)
            if not row.segment.excluded:
                painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "–")
            return
        stale, flagged = session.is_stale(row.id), session.is_flagged(row.id)
        self._bar(painter, QRect(line.x(), line.center().y() - 2, line.width() - 30, BAR_HEIGHT), value, stale, t)
        painter.setPen(t.disabled if stale else t.text if flagged else t.muted)
        painter.setFont(self.fonts.slanted if stale else self.fonts.bold if flagged else self.fonts.small)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{value:.0f}")

    def _bar(self, painter: QPainter, box: QRect, value: float, stale: bool, t: Theme) -> None:
        """A filled bar; an outline while the score is of an older text."""
        ratio = painter.device().devicePixelRatioF()
        key = ("bar", box.width(), round(value), stale, ratio)
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._pictures[key] = draw_bar(box.width(), value, stale, t, ratio)
        painter.drawPixmap(box.topLeft(), picture)

    def _findings(self, painter: QPainter, rect: QRect, row: Row, t: Theme) -> None:
        if row.segment.excluded:
            box = self.bring_back_rect(rect)
            self._chip(painter, box, "restore", self.tr("Bring back"), t.link, t.base, t.control)
            return
        session = self._desk.session
        if session is None:
            return
        chips, stale = chips_of(session, row.id), session.is_stale(row.id)
        room = max(1, (rect.height() - 2 * PAD_Y + CHIP_GAP) // (CHIP_HEIGHT + CHIP_GAP))
        for number, chip in enumerate(chips[:room]):
            more = len(chips) - room if number == room - 1 else 0
            box = self._chip_rect(rect, number)
            if more > 0:
                box.setWidth(box.width() - 28)
            drawn = self._row_chip(painter, box, chip, stale and not chip.error, t)
            if more > 0:
                painter.setFont(self.fonts.small)
                painter.setPen(t.muted)
                place = QRect(box.x() + drawn + 6, box.y(), 26, box.height())
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, f"+{more}")

    def _row_chip(self, painter: QPainter, box: QRect, chip: Chip, stale: bool, t: Theme) -> int:
        """An error has an edge; what is only suggested has none."""
        style = t.severity(chip.severity)
        ink, ground = (t.disabled, t.sunken) if stale else (style.colour, style.soft)
        edge = style.colour if chip.error else None
        return self._chip(painter, box, chip.icon or style.icon, chip.title, ink, ground, edge)

    def _chip_rect(self, rect: QRect, number: int) -> QRect:
        top = rect.y() + PAD_Y - 1 + number * (CHIP_HEIGHT + CHIP_GAP)
        return QRect(rect.x() + PAD_X, top, rect.width() - PAD_X - 8, CHIP_HEIGHT)

    def bring_back_rect(self, rect: QRect) -> QRect:
        """Where the button of an excluded row is, in a cell of the findings column."""
        width = self.fonts.metrics.horizontalAdvance(self.tr("Bring back")) + 38
        box = self._chip_rect(rect, 0)
        box.setWidth(min(width, box.width()))
        return box

    def _chip(
        self, painter: QPainter, box: QRect, icon_name: str, text: str, colour: QColor, ground: QColor,
        edge: QColor | None,
    ) -> int:  # fmt: skip
        """Drawn no wider than its text; returns how wide."""
        ratio = painter.device().devicePixelRatioF()
        key = ("chip", icon_name, text, colour.rgba(), ground.rgba(), box.width(), ratio)
        picture = self._pictures.get(key)
        if picture is None:
            picture = draw_chip(box.width(), icon_name, text, self.fonts, (colour, ground, edge), ratio)
            self._pictures[key] = picture
        painter.drawPixmap(box.topLeft(), picture)
        return round(picture.width() / ratio)

    # -- tooltips -----------------------------------------------------------------------------------------------

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: QModelIndex
    ) -> bool:
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        text = self.tip_at(index, option.rect, event.pos())
        QToolTip.showText(event.globalPos(), text, view)
        return True

    def tip_at(self, index: QModelIndex, rect: QRect, position: object) -> str:
        """Reasons of the marks under the pointer, or what the cell's picture means."""
        row: Row = index.model().row_at(index.row())
        if index.column() in (Column.SOURCE, Column.TARGET):
            return self._reasons_at(row, index.column(), rect, position)
        if index.column() == Column.STATE:
            locked = self.tr(" (locked)") if row.target.locked else ""
            signs = signs_of(self._desk.session, row.id) if self._desk.session is not None else []
            parts = (state_name(row) + locked, row.target.rejected, *(sign.tip for sign in signs))
            return "\n".join(filter(None, parts))
        if index.column() == Column.DIVERGENCE:
            return index.data(Qt.ItemDataRole.AccessibleTextRole) if row.target.text else self.tr("Not translated yet")
        if row.segment.excluded:
            return self.tr("Not part of the article. Click to bring it back.")
        return "\n".join(dict.fromkeys(chip.tip for chip in chips_of(self._desk.session, row.id)))

    def _reasons_at(self, row: Row, column: int, rect: QRect, position: object) -> str:
        side = Side.SOURCE if column == Column.SOURCE else Side.TARGET
        x, y = position.x() - rect.x() - PAD_X, position.y() - rect.y() - PAD_Y
        if self.stacked:
            above = self.source_height(row, rect.width())
            side, y = (Side.SOURCE, y) if y <= above else (Side.TARGET, y - above - GAP)
        return self.reasons(row, side, rect.width() - 2 * PAD_X, QPointF(x, y))

    def reasons(self, row: Row, side: Side, width: int, at: QPointF) -> str:
        """Of the marks at a point of the wrapped text; "" when there are none."""
        offset = offset_at(self.layout(row, side, width), at)
        if offset < 0:
            return ""
        place = code_point(self._desk.tracking.shown(row, side), offset)
        hit = [mark.reason for mark in self.marks(row, side) if mark.span.start <= place < mark.span.end]
        if side is Side.TARGET:
            hit += self._desk.tracking.told_at(row.id, place)
        return "\n".join(dict.fromkeys(reversed(hit)))


def state_colour(t: Theme, key: str) -> QColor:
    if key in ("excluded", "rejected"):
        return getattr(t, key)
    return t.warning if key == "draft" else t.state(State(key))
