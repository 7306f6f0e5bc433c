"""What a click into the grid does: goes to a row, into its text, to one of its changes, or brings a row back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from ...domain.span import Side
from ..delegates.marks import code_point
from ..delegates.text_layouts import offset_at
from ..models.segments import Column, IdRole

if TYPE_CHECKING:
    from ..desk import Desk
    from .grid import SegmentView

_CHOOSING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class RowClicks:
    def __init__(self, desk: Desk, view: SegmentView) -> None:
        self._desk, self._view = desk, view

    def press(self, event: QMouseEvent) -> bool:
        """False when the click chooses rows, which the view does by itself."""
        view, at = self._view, event.position().toPoint()
        index = view.indexAt(at)
        if not index.isValid():
            return True
        segment = index.data(IdRole)
        if self._bring_back(index, segment, at):
            return True
        if event.modifiers() & _CHOOSING:
            return False
        change = self._change_under(index, segment, at)
        self._desk.go_to(segment)
        view.source_in_row.note_click(index, segment, at)
        view.selectionModel().clearSelection()
        if change >= 0:
            self._desk.tracking.choose(change)
        else:
            self._enter(index, at)
        return True

    def _enter(self, index: QModelIndex, at: QPoint) -> None:
        view = self._view
        if not view.editor_shown:
            view.setFocus(Qt.FocusReason.MouseFocusReason)
            return
        view.editor.setFocus(Qt.FocusReason.MouseFocusReason)
        local = view.editor.viewport().mapFrom(view.viewport(), at)
        if index.column() == Column.TARGET and view.editor.rect().contains(local):
            view.editor.setTextCursor(view.editor.cursorForPosition(local))

    def _bring_back(self, index: QModelIndex, segment: str, at: QPoint) -> bool:
        view = self._view
        if index.column() != Column.FINDINGS or not view.model_.row_at(index.row()).segment.excluded:
            return False
        if not view.delegate.bring_back_rect(view.visualRect(index)).contains(at):
            return False
        self._desk.toggle_excluded([segment])
        return True

    def _change_under(self, index: QModelIndex, segment: str, at: QPoint) -> int:
        """Number of the tracked change that is clicked in a row that is only painted; -1 for none."""
        view, merged = self._view, self._desk.tracking.merged(segment)
        if merged is None or index.column() != Column.TARGET or segment == self._desk.current_id():
            return -1
        box = view.target_rect(index.row())
        layout = view.delegate.layout(view.model_.row_at(index.row()), Side.TARGET, box.width())
        offset = offset_at(layout, QPointF(at - box.topLeft()))
        return merged.change_at(code_point(merged.text, offset)) if offset >= 0 else -1
