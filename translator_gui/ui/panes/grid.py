"""The grid: every row fully wrapped, measured when it comes near the screen; the current one holds the editor.

The same view shows source and target side by side, or stacked. Rows never jump: a height that becomes known above the
top of the screen moves the scroll bar along with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ...domain.segment import SegmentKind
from ...domain.span import Span
from ..delegates.rows import GAP, PAD_X, PAD_Y, RowDelegate
from ..models.segments import Column, SegmentModel
from ..tracked.strip import ChangeStrip
from .editor import MARGIN, TargetEditor
from .lazy_rows import LazyRows
from .row_clicks import RowClicks
from .sorting import ARROW, SORTED, Sorting
from .source_in_row import SourceInRow
from .source_text import SourceText

if TYPE_CHECKING:
    from ..desk import Desk

_INSET = MARGIN + 1  # from the editor's outer edge to its text
_NARROW = 760
_WIDE_FIXED = {Column.NUMBER: 46, Column.STATE: 128, Column.DIVERGENCE: 114, Column.FINDINGS: 188}
_NARROW_FIXED = {Column.NUMBER: 42, Column.STATE: 40, Column.DIVERGENCE: 104, Column.FINDINGS: 118}


class SegmentView(LazyRows):
    """Grid or stacked view over a SegmentModel, with the editor in the current row."""

    def __init__(self, desk: Desk, model: SegmentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.editor_shown = False
        self._stepping = False
        self._set_up()
        self.delegate = RowDelegate(desk, self)
        self.setItemDelegate(self.delegate)
        self.editor = TargetEditor(desk, self.viewport())
        self.editor.hide()
        self.editor.heightChanged.connect(self._editor_grew)
        self.source_in_row = SourceInRow(desk, self)
        self._clicks = RowClicks(desk, self)
        self.source.left.connect(lambda: self.editor.setFocus(Qt.FocusReason.OtherFocusReason))
        self.strip = ChangeStrip(desk, self.viewport())
        self.strip.heightChanged.connect(self._editor_grew)
        self.setModel(model)
        Sorting(self.horizontalHeader(), desk)
        model.modelReset.connect(self._reset)
        model.dataChanged.connect(self.heights_changed)
        desk.currentChanged.connect(self.show_current)
        desk.tracking.changed.connect(self._changes_shown)
        desk.spanRequested.connect(self._span_requested)

    def _set_up(self) -> None:
        self.setAccessibleName(self.tr("Segments"))
        # Headings stand over the texts, which begin PAD_X into their cells.
        self.horizontalHeader().setStyleSheet(f"QHeaderView::section {{ padding: 5px {PAD_X}px; }}")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)

    @property
    def source(self) -> SourceText:
        return self.source_in_row.field

    @property
    def model_(self) -> SegmentModel:
        return self.model()

    # -- appearance -----------------------------------------------------------------------------------------------

    def set_stacked(self, stacked: bool) -> None:
        if stacked == self.delegate.stacked:
            return
        self.delegate.stacked = stacked
        self.setColumnHidden(Column.SOURCE, stacked)
        self.horizontalHeader().setVisible(not stacked)
        self.share_width()
        self.forget_heights()

    def set_highlights(self, shown: bool) -> None:
        self.delegate.highlights = shown
        self.editor.set_highlights(shown)
        self.source.set_highlights(shown)
        self.viewport().update()

    def set_text_font(self, font: QFont) -> None:
        self.setFont(font)
        self.delegate.set_font(font)
        place = self._current_place() if self.model() is not None else -1
        kind = self.model_.row_at(place).segment.kind if place >= 0 else SegmentKind.PARAGRAPH
        self.editor.setFont(self.delegate.fonts.for_kind(kind))
        self.strip.set_text_font(self.delegate.fonts.text)
        self.forget_heights()

    def share_width(self) -> None:
        """Texts share what the fixed columns leave."""
        width = self.viewport().width()
        fixed = _NARROW_FIXED if width < _NARROW else _WIDE_FIXED
        blocked = self.horizontalHeader().blockSignals(True)
        fixed = {column: max(size, self._heading_width(column)) for column, size in fixed.items()}
        for column, size in fixed.items():
            self.setColumnWidth(column, size)
        left = max(160, width - sum(fixed.values()))
        if self.delegate.stacked:
            self.setColumnWidth(Column.TARGET, left)
        else:
            self.setColumnWidth(Column.SOURCE, left // 2)
            self.setColumnWidth(Column.TARGET, left - left // 2)
        self.horizontalHeader().blockSignals(blocked)
        self.horizontalHeader().viewport().update()

    def _heading_width(self, column: Column) -> int:
        """However narrow the grid, a heading is not cut off."""
        heading = self.model().headerData(column, Qt.Orientation.Horizontal) if self.model() is not None else ""
        font = self.horizontalHeader().font()
        font.setBold(True)
        return QFontMetrics(font).horizontalAdvance(heading) + 2 * PAD_X + (ARROW if column in SORTED else 0)

    def measure(self, place: int) -> int:
        row = self.model_.row_at(place)
        source, target = self.columnWidth(Column.SOURCE), self.columnWidth(Column.TARGET)
        height = self.delegate.row_height(row, source, target)
        if self.editor_shown and row.id == self.editor.segment:
            above = self.delegate.source_height(row, target) + GAP if self.delegate.stacked else 0
            strip = self.strip.height_for(target - 2 * PAD_X + 2 * _INSET)
            height = max(height, above + self.editor.text_height() + 2 * PAD_Y + 1 + (strip and strip + GAP))
        return height

    def paint_row(self, painter: QPainter, place: int, cells: list[tuple[int, QRect]]) -> None:
        selected = self.selectionModel().isRowSelected(place, QModelIndex())
        self.delegate.paint_cells(painter, self.model_, place, cells, selected)

    def anchor(self) -> int:
        return self._current_place()

    def estimate(self) -> int:
        return self.fontMetrics().height() * (4 if self.delegate.stacked else 3) + 2 * PAD_Y

    def settled(self) -> None:
        if self.model() is not None:
            self._place_editor()

    def _reset(self) -> None:
        self.editor.show_row(None)
        self.source_in_row.leave()
        self.start_over()
        self.show_current(self._desk.current_id())

    # -- the current row ------------------------------------------------------------------------------------------

    def _current_place(self) -> int:
        return self.model_.place_of(self._desk.current_id()) if self._desk.current_id() else -1

    def show_current(self, segment: str) -> None:
        """Put the editor into the row of ``segment`` and bring it on screen."""
        if not self.isVisible() or self.model() is None:
            return
        place = self.model_.place_of(segment) if segment else -1
        if place < 0:
            self.editor.show_row(None)
            self.editor_shown = False
            self._keep_focus_and_hide()
            return
        before = self.editor.segment
        row = self.model_.row_at(place)
        if self.source.segment != segment:
            self.source_in_row.leave()
        self.measure_rows(range(place, place + 1))
        # The editor moves once, after the rows: moved while they scroll, it would have all of them painted anew.
        self._stepping = True
        self.reveal(place)
        self._stepping = False
        index = self.model().index(place, Column.TARGET)
        if self.currentIndex().row() != place:
            # Said outright: Qt looks at the keys that are down, and Ctrl+Down would add the row to the chosen ones.
            chosen = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, chosen.ClearAndSelect | chosen.Rows)
        self._update_row(before)
        self._update_row(segment)
        if row.segment.excluded:
            self.editor_shown = False
            self.editor.show_row(None)
            self._keep_focus_and_hide()
            self._hand_over(before, segment)
        elif before != segment or not self.editor_shown:
            self.editor_shown = True
            self.editor.setFont(self.delegate.fonts.for_kind(row.segment.kind))
            self._place_editor()
            self.editor.show_row(row)
            self.editor.show()
            self._hand_over(before, segment)
        self._place_editor()
        if self.hasFocus() and self.editor_shown:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_focus_and_hide(self) -> None:
        focused = self.editor.hasFocus()
        self.editor.hide()
        self.strip.hide()
        if focused:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _update_row(self, segment: str) -> None:
        place = self.model_.place_of(segment) if segment else -1
        if place >= 0:
            y = self.rowViewportPosition(place)
            self.viewport().update(0, y, self.viewport().width(), self.rowHeight(place))

    def _hand_over(self, left: str, entered: str) -> None:
        """While changes are shown, the row that is left gives back the room they took, and the one entered takes it."""
        if self._desk.tracking.kind is None or left == entered:
            return
        self._stepping = True
        here = self.model_.place_of(entered)
        for place in (self.model_.place_of(left) if left else -1, here):
            if place >= 0:
                self.measure_again(place, here)
        self.reveal(here)
        self._stepping = False

    def target_rect(self, place: int) -> QRect:
        """Where the target's text of a row is painted."""
        cell = self.visualRect(self.model().index(place, Column.TARGET)).adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y - 1)
        if self.delegate.stacked:
            above = self.delegate.source_height(self.model_.row_at(place), cell.width() + 2 * PAD_X)
            cell.setTop(cell.top() + above + GAP)
        return cell

    def _place_editor(self) -> None:
        if not self.editor_shown or self._stepping:
            return
        place = self._current_place()
        if place < 0:
            return
        box = self.target_rect(place).adjusted(-_INSET, -_INSET, _INSET, _INSET)
        strip = self.strip.height_for(box.width())
        if strip:
            below = QRect(box.x(), box.bottom() + 1 - strip, box.width(), strip)
            box.setBottom(below.top() - GAP)
            self.strip.setGeometry(below)
        self.strip.setVisible(bool(strip))
        if box != self.editor.geometry():
            self.editor.setGeometry(box)
        self.source_in_row.follow(place)

    def _changes_shown(self) -> None:
        """Another baseline, or none: every text may be another."""
        if self.model() is not None and self.isVisible():
            self.forget_heights()
            self.viewport().update()

    def _editor_grew(self) -> None:
        place = self._current_place()
        if place < 0 or not self.editor_shown or self.model_.row_at(place).id != self.editor.segment:
            return
        self._heights.pop(place, None)
        self.measure_rows(range(place, place + 1))
        self._place_editor()

    # -- mouse and focus ------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._clicks.press(event):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A drag over the current source selects in it."""
        held = event.buttons() & Qt.MouseButton.LeftButton
        if not (held and self.source_in_row.drag_to(event.position().toPoint())):
            super().mouseMoveEvent(event)

    def source_offset(self) -> int | None:
        return self.source_in_row.offset()

    def selected_ids(self) -> list[str]:
        """Ids of the rows chosen with Shift or Ctrl, in order; the current one when none are."""
        ranges = self.selectionModel().selection()
        places = sorted({place for part in ranges for place in range(part.top(), part.bottom() + 1)})
        ids = self.model_.ids_at(places)
        current = self._desk.current_id()
        return ids if len(ids) > 1 else [current] if current else []

    def keyPressEvent(self, event: object) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps and not event.modifiers():
            self._desk.move(steps[event.key()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and self.editor_shown:
            self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            super().keyPressEvent(event)
            place = self.currentIndex().row()
            if place >= 0:
                self._desk.go_to(self.model_.row_at(place).id)
        else:
            event.ignore()

    def _span_requested(self, segment: str, side: str, start: int, end: int) -> None:
        if not self.isVisible() or segment != self._desk.current_id():
            return
        if side == "target" and self.editor_shown:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif side == "source":
            self.source_in_row.select(Span(start, end))

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)
        if self.editor_shown and event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.OtherFocusReason):
            self.editor.setFocus(event.reason())

    def showEvent(self, event: QEvent) -> None:
        super().showEvent(event)
        self.show_current(self._desk.current_id())
