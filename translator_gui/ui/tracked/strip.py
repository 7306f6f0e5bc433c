"""Under the editor: the current segment with its changes in it, and what can be done with the one looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QWidget

from ...text.tracked_text import TrackedText
from ..controls import ElidedLabel, column, row, tool_button
from ..delegates.marks import code_point, utf16
from ..delegates.text_layouts import height_of, offset_at, wrapped
from ..theme import theme, theme_signals
from .look import change_ranges

if TYPE_CHECKING:
    from ..desk import Desk

_SOON_MS = 30
_PAD = 6
_HEAD = 24


class ChangeText(QWidget):
    """The merged text, painted; a click chooses the change under it. chosen(number)."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._merged: TrackedText | None = None
        self._number = 0
        self._layout: QTextLayout | None = None
        self.setMouseTracking(True)

    def show_text(self, merged: TrackedText | None, number: int) -> None:
        self._merged, self._number, self._layout = merged, number, None
        self.setVisible(merged is not None)
        self.update()

    def height_for(self, width: int) -> int:
        return int(height_of(self._laid_out(width)) + 0.999) if self._merged is not None else 0

    def _laid_out(self, width: int) -> QTextLayout:
        if self._layout is None or self._layout.lineAt(0).width() != width:
            ranges = change_ranges(theme(), self._merged, chosen=self._number)
            self._layout = wrapped(self._merged.text, self.font(), max(40, width), ranges)
        return self._layout

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._merged is None:
            return
        painter, layout = QPainter(self), self._laid_out(self.width())
        painter.setPen(theme().text)
        layout.draw(painter, QPointF(0, 0))
        painter.setPen(QPen(theme().accent, 1.2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for run in self._merged.changed:
            if run.change == self._number:
                for box in self._boxes(layout, utf16(self._merged.text, run.span.start), run.span.end):
                    painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _boxes(self, layout: QTextLayout, start: int, end: int) -> list[QRectF]:
        """Rectangles of a stretch, one a line: the change looked at gets a line below it, not only a ground."""
        end, boxes = utf16(self._merged.text, end), []
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = line.cursorToX(first)[0], line.cursorToX(last)[0]
                boxes.append(QRectF(left, line.y(), right - left, line.height() - 0.5))
        return boxes

    def change_at(self, at: QPointF) -> int:
        if self._merged is None:
            return -1
        offset = offset_at(self._laid_out(self.width()), at)
        return self._merged.change_at(code_point(self._merged.text, offset)) if offset >= 0 else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.change_at(event.position())
        if number >= 0:
            self.chosen.emit(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.change_at(event.position()) >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)


class ChangeStrip(QFrame):
    """heightChanged: it needs another height, or is wanted no more."""

    heightChanged = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tracking = desk, desk.tracking
        self.setObjectName("change-strip")
        self._head: QLabel = ElidedLabel("muted")
        self.text = ChangeText()
        self.text.chosen.connect(self._tracking.choose)
        self.buttons = self._make_buttons()
        head = row(self._head, *self.buttons, spacing=2)
        head.setStretch(0, 1)
        self.setLayout(column(head, self.text, spacing=2, margins=(_PAD, 2, _PAD, _PAD)))
        self._timer = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._timer.timeout.connect(self.refresh)
        desk.segmentsChanged.connect(self._segments_changed)
        desk.currentChanged.connect(lambda _: self.refresh())
        self._tracking.changed.connect(self.refresh)
        self._tracking.moved.connect(self.refresh)
        theme_signals().changed.connect(self.refresh)
        self._told = (False, 0)
        self.hide()

    def _make_buttons(self) -> tuple[QToolButton, ...]:
        t = self._tracking
        made = (
            tool_button("chevron-up", self.tr("Previous change"), lambda: t.go(-1)),
            tool_button("chevron-down", self.tr("Next change"), lambda: t.go(1)),
            tool_button("tick", self.tr("Accept this change"), t.accept),
            tool_button("undo", self.tr("Revert this change"), t.revert),
        )
        for button in made:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAutoRaise(True)
            button.setFixedSize(_HEAD, _HEAD)
        return made

    @property
    def wanted(self) -> bool:
        current = self._desk.current_row()
        return self._tracking.kind is not None and current is not None and not current.segment.excluded

    def _segments_changed(self, ids: list[str], aspects: frozenset[str]) -> None:
        if self._tracking.kind is not None and (not ids or self._desk.current_id() in ids):
            self._timer.start()

    def refresh(self) -> None:
        self._timer.stop()
        if self.wanted:
            self._show(self._desk.current_id())
        told = (self.wanted, self.height_for(self.width()))
        if told != self._told:
            self._told = told
            self.heightChanged.emit()

    def _show(self, segment: str) -> None:
        made, merged, number = self._tracking.of(segment), self._tracking.merged(segment), self._tracking.number
        changes = made.changes if made is not None else ()
        if made is None:
            self._head.setText(self._no_baseline())
        elif not changes:
            self._head.setText(self.tr("No change"))
        else:
            self._head.setText(self.tr("Change {0} of {1}").format(number + 1, len(changes)))
        self.text.show_text(merged, number)
        for place, button in enumerate(self.buttons):
            button.setEnabled(place < 2 or bool(changes))
        said = self._tracking.say(made, changes[min(number, len(changes) - 1)]) if changes else ""
        self.setAccessibleName(": ".join(filter(None, (self._head.toolTip() or self._head.text(), said))))
        self.text.setAccessibleName(self._tracking.told(segment))
        self.text.setToolTip(said)

    def _no_baseline(self) -> str:
        if self._tracking.kind is not None and self._tracking.kind.value == "machine":
            return self.tr("No machine had a part in this text")
        return self.tr("This segment was not there then")

    def set_text_font(self, font: object) -> None:
        self.text.setFont(font)
        self.refresh()

    def height_for(self, width: int) -> int:
        """Pixels it takes at a width; 0 while it is not wanted."""
        if not self.wanted:
            return 0
        text = self.text.height_for(width - 2 * _PAD - 2 * self.frameWidth())
        return _HEAD + (text + 2 if text else 0) + 2 + _PAD + 2 * self.frameWidth()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height_for(self.width()))
