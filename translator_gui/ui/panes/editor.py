"""The target editor: one widget, standing in the current row of whatever view is shown.

It keeps no history of its own: every stretch of typing becomes a command on the desk's undo stack, at the latest
250 ms after it was typed. A stretch ends at a pause, after a space or a stop, and when the caret goes elsewhere.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QWidget

from ...domain.segment import Row
from ...domain.span import Side
from ...kit.errors import AppError
from ...text.diff import DiffKind
from ..delegates.marks import code_point, utf16
from ..spelling import attach_spelling, spelling_for, spelling_menu
from ..theme import theme, theme_signals
from ..tracked.look import change_format
from .chip_editing import ChipGuard
from .marked_text import MARGIN, MarkedText

if TYPE_CHECKING:
    from ..desk import Desk

__all__ = ["MARGIN", "TargetEditor"]

# Soon enough that rules answer within 100 ms of a key; on a slow disk later, so that a tenth of the time goes there.
_SOON_MS, _LATE_MS = 30, 250
_PAUSE_SECONDS = 1.0
_STOPS = frozenset(" \u00a0\n.,;:!?…")
_OWN_KEYS = (
    QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll, QKeySequence.StandardKey.MoveToNextWord,
    QKeySequence.StandardKey.MoveToPreviousWord, QKeySequence.StandardKey.SelectNextWord,
    QKeySequence.StandardKey.SelectPreviousWord, QKeySequence.StandardKey.DeleteStartOfWord,
    QKeySequence.StandardKey.DeleteEndOfWord,
)  # fmt: skip


class TargetEditor(MarkedText):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Side.TARGET, parent)
        self._group, self._typed_at, self._kind, self._caret = 0, 0.0, "", -1
        self._stretch_over = True
        self._pending: list[tuple[int, str]] = []  # (stretch, text it led to), not yet on the undo stack
        self._before, self._committing, self._put_last = "", False, 0
        self.setObjectName("target-editor")
        self.setAccessibleName(self.tr("English translation"))
        self._restyle()
        self._spelling = attach_spelling(self, spelling_for(desk))
        ChipGuard(self)
        self._flush = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._flush.timeout.connect(self.commit)
        self.document().contentsChange.connect(self._edited)
        desk.flushRequested.connect(self.commit)
        desk.segmentsChanged.connect(self._changed)
        desk.tracking.changed.connect(self._show_marks)
        theme_signals().changed.connect(self._restyle)

    def _restyle(self) -> None:
        t = theme()
        self.setStyleSheet(
            f"#target-editor {{ background: {t.base.name()}; color: {t.text.name()}; border: 1px solid "
            f"{t.accent_border.name()}; border-radius: 5px; padding: 0; selection-background-color: "
            f"{t.selection.name()}; selection-color: {t.on_selection.name()}; }}"
            f"#target-editor:focus {{ border-color: {t.accent.name()}; }}"
        )
        self._show_marks()

    # -- which segment --------------------------------------------------------------------------------------------

    def show_row(self, row: Row | None) -> None:
        """Commit what is pending, then show another row's target (None: nothing)."""
        self.commit()
        self._segment = row.id if row is not None else ""
        self._spelling.set_source(row.segment.source if row is not None else "")
        self._load(row.target.text if row is not None else "")
        self._end_stretch()
        locked = row is None or row.target.locked or row.segment.excluded or self._desk.read_only
        self.setReadOnly(locked)
        caret = self.textCursor()
        caret.movePosition(QTextCursor.MoveOperation.End)
        self.setTextCursor(caret)
        self.refresh_marks()

    def _load(self, text: str) -> None:
        blocked = self.document().blockSignals(True)
        self._run(text)
        self.setPlainText(text)
        self.document().blockSignals(blocked)
        self._before, self._pending = text, []
        self._measure()

    # -- typing ---------------------------------------------------------------------------------------------------

    def _edited(self, position: int, removed: int, added: int) -> None:
        text = self.toPlainText()
        if text == self._before:
            return
        kind = "insert" if added > removed else "delete"
        now = time.monotonic()
        beside = self._caret in ((position, position + removed) if kind == "delete" else (position,))
        follows = kind == self._kind and beside
        if self._stretch_over or not follows or now - self._typed_at > _PAUSE_SECONDS or added - removed > 1:
            self._group += 1
        self._kind, self._typed_at, self._caret = kind, now, position + added
        typed = text[code_point(text, position + added) - 1 :][:1] if added else ""
        self._stretch_over = (typed in _STOPS and bool(typed)) or added - removed > 1
        if self._pending and self._pending[-1][0] == self._group:
            self._pending.pop()
        self._pending.append((self._group, text))
        self._before = text
        if not self._flush.isActive():
            self._flush.start()
        if "⟨" in text:
            self._show_marks()  # chips follow the typing, not the next score
        self._measure()

    def _end_stretch(self) -> None:
        self._stretch_over = True

    def commit(self) -> None:
        """Put what was typed on the undo stack, now."""
        self._flush.stop()
        stretches, self._pending = self._pending, []
        session = self._desk.session
        if not stretches or session is None or self._segment not in session:
            return
        self._committing = True  # until the last stretch is put, the session has an older text than the field
        began = time.perf_counter()
        try:
            done = all(self._put(group, text) for group, text in stretches)
        finally:
            self._committing = False
        took = int((time.perf_counter() - began) * 1000)
        self._flush.setInterval(min(_LATE_MS, max(_SOON_MS, 10 * took)))
        if not done:
            self._load(session.row(self._segment).target.text)

    def _put(self, group: int, text: str) -> bool:
        from ...review import commands

        session = self._desk.session
        try:
            change = commands.set_text(session, self._segment, text, continues=group == self._put_last)
        except AppError as error:
            self._desk.report(error)
            return False
        done = change is None or self._desk.push(change, self.tr("Typing"), f"{self._segment}:{group}", "editor")
        self._put_last = group if done else 0
        return done

    def _changed(self, ids: list[str], aspects: frozenset[str]) -> None:
        if ids and self._segment not in ids:
            return
        if aspects & {"target", "state", "exclusion"} and self._desk.session is not None and self._segment:
            self._follow()
        if aspects & {"target", "score", "findings", "remarks"}:
            self.refresh_marks()

    def _follow(self) -> None:
        """The text changed elsewhere (undo, a candidate, replace): take it over, caret at the end of what changed."""
        session = self._desk.session
        if self._segment not in session or self._pending or self._committing:
            return
        row = session.row(self._segment)
        self.setReadOnly(row.target.locked or row.segment.excluded or self._desk.read_only)
        old, new = self.toPlainText(), row.target.text
        if old == new:
            return
        tail = _common(old[::-1], new[::-1])
        self._load(new)
        self._end_stretch()
        caret = self.textCursor()
        caret.setPosition(utf16(new, len(new) - min(tail, len(new))))
        self.setTextCursor(caret)

    # -- keys -----------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        # A text field claims Ctrl+Z and its like as its own even with its undo switched off: hand them to the window.
        if event.type() is QEvent.Type.ShortcutOverride and _is_command(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not self.isReadOnly():
                self.insertPlainText("\n")
            elif plain:
                self._desk.move(1)
            return
        if plain and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = -1 if event.key() == Qt.Key.Key_Up else 1
            if self._on_edge(step):
                self._desk.move(step)
                return
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()
            return
        super().keyPressEvent(event)

    def _on_edge(self, step: int) -> bool:
        """Is the caret in the first (-1) or last (1) line?"""
        caret = self.textCursor()
        move = QTextCursor.MoveOperation.Up if step < 0 else QTextCursor.MoveOperation.Down
        return not caret.movePosition(move)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.commit()
        self._end_stretch()
        super().focusOutEvent(event)

    def insertFromMimeData(self, source: object) -> None:
        """Pasted text only, and its line ends as spaces: a segment is one line in almost every format."""
        self.insertPlainText(" ".join(source.text().splitlines()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = spelling_menu(self, spelling_for(self._desk), event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _show_marks(self) -> None:
        """Marks, and over them what was inserted since the baseline in force."""
        super()._show_marks()
        text, changes = self.toPlainText(), self._desk.tracking.changes(self._segment) if self._segment else ()
        look = change_format(theme(), DiffKind.INSERT)
        known = [op.after_span for op in changes if op.after_span.end <= len(text)]
        if known:
            self.setExtraSelections([*self.extraSelections(), *(self._selection(text, span, look) for span in known)])


def _is_command(event: QKeyEvent) -> bool:
    """A key with Ctrl or Alt that is not one of plain text editing belongs to the window."""
    command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    if not event.modifiers() & command:
        return event.key() >= Qt.Key.Key_F1 and event.key() <= Qt.Key.Key_F35
    # On some systems Ctrl+Insert copies, too; here it is the trade's key for copying the source.
    if event.key() == Qt.Key.Key_Insert:
        return True
    # AltGr types characters on many keyboards.
    if event.text() and event.text().isprintable() and event.modifiers() & Qt.KeyboardModifier.GroupSwitchModifier:
        return False
    return not any(event.matches(key) for key in _OWN_KEYS)


def _common(one: str, two: str) -> int:
    """Length of the common beginning."""
    for number, (a, b) in enumerate(zip(one, two, strict=False)):
        if a != b:
            return number
    return min(len(one), len(two))
