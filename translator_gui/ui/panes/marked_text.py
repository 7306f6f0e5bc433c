"""A text of the article in a field of its own, with its marks: what the target editor and the source field share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from ...domain.span import Side, Span
from ..delegates.chips import chip_format, chip_spans
from ..delegates.direction import direction, has_unseen
from ..delegates.marks import Mark, code_point, mark_format, marks_of, utf16
from ..theme import theme

if TYPE_CHECKING:
    from ..desk import Desk

MARGIN = 4


class MarkedText(QPlainTextEdit):
    """heightChanged: the text needs another height."""

    heightChanged = Signal()

    def __init__(self, desk: Desk, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._side = desk, side
        self._segment = ""
        self._marks: tuple[Mark, ...] = ()
        self._highlights = True
        self._height = 0
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizeAdjustPolicy(QPlainTextEdit.SizeAdjustPolicy.AdjustIgnored)
        self.document().setDocumentMargin(MARGIN)
        desk.spanRequested.connect(self._select_span)

    @property
    def segment(self) -> str:
        return self._segment

    @property
    def side(self) -> Side:
        return self._side

    def _run(self, text: str) -> None:
        """The text that comes runs its way; what nobody sees in it is shown."""
        option = self.document().defaultTextOption()
        flags = QTextOption.Flag.ShowDefaultIgnorables if has_unseen(text) else QTextOption.Flag(0)
        if option.textDirection() != direction(text) or option.flags() != flags:
            option.setTextDirection(direction(text))
            option.setFlags(flags)
            self.document().setDefaultTextOption(option)

    # -- what is selected -----------------------------------------------------------------------------------------

    def selected_span(self) -> Span | None:
        """The chosen words, without white space round them; None when there are none."""
        caret, text = self.textCursor(), self.toPlainText()
        start, end = code_point(text, caret.selectionStart()), code_point(text, caret.selectionEnd())
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        end = start + len(words.strip())
        return Span(start, end) if end > start else None

    def selected_words(self) -> str:
        span = self.selected_span()
        return span.of(self.toPlainText()) if span is not None else ""

    def _cursor(self, text: str, span: Span) -> QTextCursor:
        caret = QTextCursor(self.document())
        caret.setPosition(utf16(text, span.start))
        caret.setPosition(utf16(text, min(span.end, len(text))), QTextCursor.MoveMode.KeepAnchor)
        return caret

    def _select_span(self, segment: str, side: str, start: int, end: int) -> None:
        if segment == self._segment and side == self._side.value:
            self.select(Span(start, end))

    def select(self, span: Span) -> None:
        text = self.toPlainText()
        self.setTextCursor(self._cursor(text, Span(min(span.start, len(text)), span.end)))

    # -- marks ----------------------------------------------------------------------------------------------------

    def set_highlights(self, shown: bool) -> None:
        self._highlights = shown
        self.refresh_marks()

    def refresh_marks(self) -> None:
        session = self._desk.session
        known = session is not None and self._segment in session and self._highlights
        self._marks = marks_of(session, self._segment, self._side, len(self.toPlainText())) if known else ()
        self._show_marks()

    def _show_marks(self) -> None:
        text, t = self.toPlainText(), theme()
        chips = [self._selection(text, span, chip_format(t)) for span in chip_spans(text)]
        marked = [self._selection(text, mark.span, mark_format(t, mark)) for mark in self._marks]
        self.setExtraSelections([*chips, *marked])

    def _selection(self, text: str, span: Span, style: object) -> QTextEdit.ExtraSelection:
        item = QTextEdit.ExtraSelection()
        item.cursor = self._cursor(text, span)
        item.format = style
        return item

    def reason_at(self, position: object) -> str:
        place = code_point(self.toPlainText(), self.cursorForPosition(position).position())
        hit = [mark.reason for mark in self._marks if mark.span.start <= place <= mark.span.end]
        if any(span.start <= place < span.end for span in chip_spans(self.toPlainText())):
            hit.append(self.tr("Placeable: formatting or an object of the original. The translation keeps it."))
        return "\n".join(dict.fromkeys(reversed(hit)))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.reason_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    # -- height ---------------------------------------------------------------------------------------------------

    def wheelEvent(self, event: object) -> None:
        event.ignore()  # the view scrolls

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        height = self.text_height()
        if height != self._height:
            self._height = height
            self.heightChanged.emit()

    def text_height(self) -> int:
        """Pixels the wrapped text takes, without margins."""
        block, height = self.document().begin(), 0.0
        while block.isValid():
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return int(height + 0.999)

    def sizeHint(self) -> QSize:
        return QSize(200, self.text_height() + 2 * MARGIN + 2)
