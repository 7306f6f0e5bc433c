"""Typing around placeables: the caret never stands inside one, and none is deleted by mistake.

A first Backspace or Delete beside one selects it, so that one sees what goes; the second deletes it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from ...domain.span import Span
from ...text.placeables import Tag, TagKind, tags
from ..delegates.chips import chip_spans
from ..delegates.marks import code_point, utf16


class ChipGuard(QObject):
    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._last = 0
        editor.installEventFilter(self)
        editor.cursorPositionChanged.connect(self._keep_out)

    def _keep_out(self) -> None:
        """A caret that came to stand inside one goes on to its far side (or back, when it came from there)."""
        caret, text = self._editor.textCursor(), self._editor.toPlainText()
        at = code_point(text, caret.position())
        inside = next((span for span in chip_spans(text) if span.start < at < span.end), None)
        if inside is not None:
            at = inside.start if self._last >= inside.end or self._came_by_mouse(at, inside) else inside.end
            keep = QTextCursor.MoveMode.KeepAnchor if caret.hasSelection() else QTextCursor.MoveMode.MoveAnchor
            caret.setPosition(utf16(text, at), keep)
            self._editor.setTextCursor(caret)
        self._last = at

    def _came_by_mouse(self, at: int, span: Span) -> bool:
        """From far away: to the nearer side."""
        far = self._last < span.start - 1
        return far and at - span.start < span.end - at

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and not self._editor.isReadOnly():
            return self._select_first(event)
        return False

    def _select_first(self, event: QKeyEvent) -> bool:
        caret = self._editor.textCursor()
        if event.key() not in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) or caret.hasSelection():
            return False
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            return False
        text = self._editor.toPlainText()
        at, back = code_point(text, caret.position()), event.key() == Qt.Key.Key_Backspace
        beside = next((span for span in chip_spans(text) if (span.end if back else span.start) == at), None)
        if beside is None:
            return False
        caret.setPosition(utf16(text, beside.end if back else beside.start))
        caret.setPosition(utf16(text, beside.start if back else beside.end), QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(caret)
        return True


def insert_next(editor: QPlainTextEdit, source: str) -> bool:
    """Put the first placeable of the source that the text lacks at the caret; a pair round the words that are
    selected. False when nothing is lacking."""
    text = editor.toPlainText()
    missing = _missing(source, text)
    if not missing:
        return False
    first, caret = missing[0], editor.textCursor()
    closing = Tag(TagKind.CLOSE, first.number)
    if first.kind is TagKind.OPEN and closing in missing and caret.hasSelection():
        start, end = caret.selectionStart(), caret.selectionEnd()
        words = editor.document().toPlainText()
        inner = words[code_point(words, start) : code_point(words, end)]
        caret.insertText(f"{first}{inner}{closing}")
    else:
        caret.setPosition(caret.selectionEnd())
        caret.insertText(str(first))
    editor.setTextCursor(caret)
    return True


def _missing(source: str, target: str) -> list[Tag]:
    have = tags(target)
    missing = []
    for tag in tags(source):
        if tag in have:
            have.remove(tag)
        else:
            missing.append(tag)
    return missing
