"""Reading: the English as running text beside the French, the current segment in a band, its editor below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ..delegates.paragraphs import PAD_X, ParagraphDelegate
from ..models.paragraphs import SOURCE, TARGET, ParagraphModel
from ..tracked.strip import ChangeStrip
from .editor import MARGIN, TargetEditor
from .lazy_rows import LazyRows
from .source_text import SourceText

if TYPE_CHECKING:
    from ..desk import Desk

_MOST_LINES = 6


class RunningText(LazyRows):
    """The two columns of running text. chosen(segment id): a segment was clicked."""

    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setAccessibleName(self.tr("Running text"))
        self.horizontalHeader().setStyleSheet(f"QHeaderView::section {{ padding: 5px {PAD_X}px; }}")
        self.delegate = ParagraphDelegate(desk, self)
        self.setItemDelegate(self.delegate)
        self.setSelectionMode(LazyRows.SelectionMode.NoSelection)
        self.setModel(ParagraphModel(desk))
        self.model().modelReset.connect(self.start_over)
        self.model().dataChanged.connect(self.heights_changed)

    def measure(self, place: int) -> int:
        return self.delegate.height(self.model(), place, self.columnWidth(SOURCE), self.columnWidth(TARGET))

    def paint_row(self, painter: QPainter, place: int, cells: list[tuple[int, QRect]]) -> None:
        for column, rect in cells:
            self.delegate.paint_cell(painter, self.model(), place, column, rect)

    def anchor(self) -> int:
        return self.model().place_of(self._desk.current_id())

    def share_width(self) -> None:
        width = self.viewport().width()
        self.setColumnWidth(SOURCE, width * 42 // 100)
        self.setColumnWidth(TARGET, width - width * 42 // 100)

    def estimate(self) -> int:
        return self.fontMetrics().height() * 6

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        index = self.indexAt(at.toPoint())
        if index.isValid():
            piece, _ = self.delegate.piece_at(index, self.visualRect(index), QPointF(at))
            self.chosen.emit(piece.row.id if piece is not None else self.model().rows_of(index.row())[0].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps and not event.modifiers():
            self._desk.move(steps[event.key()])
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            super().keyPressEvent(event)
        else:
            event.ignore()


class ReadingView(QWidget):
    """Running text above, the current segment with its editor in a strip below."""

    scrolled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.text = RunningText(desk)
        self.source = SourceText(desk)
        self.editor = TargetEditor(desk)
        self.changes = ChangeStrip(desk)
        self.strip = QFrame()
        self.strip.setObjectName("reading-strip")
        self._lay_out()
        self.text.scrolled.connect(self.scrolled)
        self.text.chosen.connect(self._choose)
        self.editor.heightChanged.connect(self._fit)
        self.source.heightChanged.connect(self._fit)
        self.source.left.connect(lambda: self.editor.setFocus(Qt.FocusReason.OtherFocusReason))
        self.changes.heightChanged.connect(self._fit)
        desk.tracking.changed.connect(self._changes_shown)
        desk.currentChanged.connect(self.show_current)
        desk.segmentsChanged.connect(lambda ids, aspects: self._fit())
        self.text.model().modelReset.connect(lambda: self.show_current(desk.current_id()))

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self.strip)
        inner.setContentsMargins(20, 12, 20, 14)
        inner.setSpacing(8)
        inner.addWidget(self.source)
        inner.addWidget(self.editor)
        inner.addWidget(self.changes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.strip)

    def viewport(self) -> QWidget:
        return self.text.viewport()

    def screen_rows(self) -> tuple[int, int]:
        """In rows of the grid, for the map."""
        model, visible = self.text.model(), self._desk.visible()
        first, last = self.text.screen_rows()
        if not model.rowCount() or last < 0:
            return 0, 0
        end = model.first_index(last) + len(model.rows_of(last)) - 1
        return visible.place_from(model.first_index(first)), visible.place_from(end)

    def set_highlights(self, shown: bool) -> None:
        self.text.delegate.highlights = shown
        self.editor.set_highlights(shown)
        self.source.set_highlights(shown)
        self.text.viewport().update()

    def set_text_font(self, font: QFont) -> None:
        self.text.setFont(font)
        self.text.delegate.set_font(font)
        self.source.setFont(font)
        self.editor.setFont(font)
        self.changes.set_text_font(font)
        self.text.forget_heights()
        self._fit()

    def _choose(self, segment: str) -> None:
        self._desk.go_to(segment)
        self.editor.setFocus(Qt.FocusReason.MouseFocusReason)

    def show_current(self, segment: str) -> None:
        if not self.isVisible():
            return
        row = self._desk.current_row()
        self.strip.setVisible(row is not None)
        if row is None:
            self.editor.show_row(None)
            self.source.show_row(None)
            return
        if self.source.segment != segment:
            self.source.show_row(row)
        if self.editor.segment != segment:
            self.editor.show_row(row)
        self._fit()
        place = self.text.model().place_of(segment)
        if place >= 0:
            self.text.reveal(place)
        self.text.viewport().update()

    def _fit(self) -> None:
        line = self.editor.fontMetrics().height()
        wanted = min(max(self.editor.text_height(), line), _MOST_LINES * line)
        self.editor.setFixedHeight(wanted + 2 * MARGIN + 2)
        self.source.setFixedHeight(min(max(self.source.text_height(), line), _MOST_LINES * line) + 2 * MARGIN + 2)
        self.changes.setVisible(self.changes.wanted)
        self.changes.setFixedHeight(max(1, self.changes.height_for(self.editor.width())))

    def _changes_shown(self) -> None:
        if self.isVisible():
            self.text.forget_heights()
            self.text.viewport().update()
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(600, 400)

    def showEvent(self, event: QEvent) -> None:
        super().showEvent(event)
        self.text.model().set_active(True)
        self.show_current(self._desk.current_id())

    def hideEvent(self, event: QEvent) -> None:
        super().hideEvent(event)
        self.editor.commit()
        self.text.model().set_active(False)
