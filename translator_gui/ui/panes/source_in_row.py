"""The source field over the current row of the grid: shown when somebody goes into the French, gone with the row; and
where the French was clicked last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPoint, QPointF, QRect, Qt

from ...domain.span import Side, Span
from ..delegates.marks import code_point, utf16
from ..delegates.rows import PAD_X, PAD_Y
from ..delegates.text_layouts import offset_at
from ..models.segments import Column
from .editor import MARGIN
from .source_text import SourceText

if TYPE_CHECKING:
    from ..desk import Desk
    from .grid import SegmentView

_INSET = MARGIN + 1  # from the field's outer edge to its text


class SourceInRow(QObject):
    def __init__(self, desk: Desk, view: SegmentView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._clicked = ("", 0)  # segment, offset
        self.field = SourceText(desk, view.viewport())
        self.field.hide()

    def _rect(self, place: int) -> QRect:
        """Where the source's text of a row is painted."""
        view = self._view
        cell = view.visualRect(view.model().index(place, self._column)).adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y - 1)
        cell.setHeight(view.delegate.source_height(view.model_.row_at(place), cell.width() + 2 * PAD_X))
        return cell.adjusted(-_INSET, -_INSET, _INSET, _INSET)

    @property
    def _column(self) -> Column:
        return Column.TARGET if self._view.delegate.stacked else Column.SOURCE

    def show(self) -> bool:
        """Over the current row's source; False where there is no row."""
        view, current = self._view, self._desk.current_id()
        place = view.model_.place_of(current) if current else -1
        if place < 0:
            return False
        row = view.model_.row_at(place)
        if self.field.segment != row.id:
            self.field.setFont(view.delegate.fonts.for_kind(row.segment.kind))
            self.field.setGeometry(self._rect(place))
            self.field.show_row(row)
            self.field.show()
        return True

    def follow(self, place: int) -> None:
        """The rows moved."""
        if self.field.segment:
            self.field.setGeometry(self._rect(place))

    def leave(self) -> None:
        if self.field.segment:
            focused = self.field.hasFocus()
            self.field.show_row(None)
            self.field.hide()
            if focused:
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def select(self, span: Span) -> None:
        if self.show():
            self.field.select(span)

    # -- the mouse ------------------------------------------------------------------------------------------------

    def note_click(self, index: QModelIndex, segment: str, at: QPoint) -> None:
        """For Split (where the second part begins), and for a drag that begins here."""
        if index.column() != self._column:
            self._clicked = ("", 0)
            return
        view = self._view
        row, rect = view.model_.row_at(index.row()), view.visualRect(index)
        layout = view.delegate.layout(row, Side.SOURCE, rect.width() - 2 * PAD_X)
        offset = offset_at(layout, QPointF(at - rect.topLeft()) - QPointF(PAD_X, PAD_Y))
        self._clicked = (segment, code_point(row.segment.source, offset)) if offset >= 0 else ("", 0)

    def drag_to(self, at: QPoint) -> bool:
        """Select from where the button went down. False when that was not in the current source."""
        segment, anchor = self._clicked
        if not segment or segment != self._desk.current_id() or not self.show():
            return False
        field = self.field
        end = field.cursorForPosition(field.viewport().mapFrom(self._view.viewport(), at)).position()
        caret = field.textCursor()
        caret.setPosition(utf16(field.toPlainText(), anchor))
        caret.setPosition(end, caret.MoveMode.KeepAnchor)
        if caret.hasSelection():
            field.setTextCursor(caret)
            field.setFocus(Qt.FocusReason.MouseFocusReason)
        return True

    def offset(self) -> int | None:
        """Where the caret stands in the current source, or it was clicked last; None for neither, and at its start."""
        if self.field.segment:
            return code_point(self.field.toPlainText(), self.field.textCursor().position()) or None
        segment, offset = self._clicked
        return offset or None if segment and segment == self._desk.current_id() else None
