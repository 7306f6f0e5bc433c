"""Comments: threads on the segment or on some of its words, answered and closed; or all that are open in the article.

Keys on a thread: R or Enter answers, X closes or opens it, Delete takes it out, Space goes to the words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from ...domain.remark import Comment
from ...domain.span import Side, Span
from ..controls import EmptyState, column, label, line, push_button, row
from ..docks.mode_bar import ModeBar
from ..docks.panel import Panel
from ..remark_text import side_name
from ..scrolled import Scrolled
from ..when import when

if TYPE_CHECKING:
    from ...review.comments import Thread
    from ..desk import Desk

_ASPECTS = frozenset({"remarks", "notes", "target"})
_HERE, _ARTICLE = range(2)
_SHOWN = 80
_FIELD_LINES = 3


class CommentField(QPlainTextEdit):
    """Enter says it, Shift+Enter begins a line, Escape leaves."""

    said, left = Signal(), Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("well", True)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().height() * _FIELD_LINES + 18)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.insertPlainText("\n")
            else:
                self.said.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ThreadCard(QFrame):
    """asked(what): "reply", "resolve", "remove", "show"."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._place = label(role="muted")
        self._quote = label(role="muted", wrap=True)
        self._said = QVBoxLayout()
        self._said.setSpacing(6)
        self._reply = push_button(self.tr("Answer"), lambda: self.asked.emit("reply"), flat=True)
        self._resolve = push_button("", lambda: self.asked.emit("resolve"), "tick", flat=True)
        self._remove = push_button(self.tr("Delete"), lambda: self.asked.emit("remove"), "trash", flat=True)
        foot = row(self._reply, self._resolve, self._remove, None, spacing=0)
        inner = column(self._place, self._quote, self._said, foot, spacing=4, margins=(12, 8, 8, 4))
        self.setLayout(inner)

    def show_thread(self, thread: Thread, place: str, writable: bool) -> None:
        self._place.setText(place)
        self._place.setVisible(bool(place))
        self._show_quote(thread)
        while self._said.count():
            item = self._said.takeAt(0)
            item.widget().hide()
            item.widget().deleteLater()
        for number, comment in enumerate((thread.first, *thread.replies)):
            self._said.addWidget(_spoken(comment, bool(number)))
        self._resolve.setText(self.tr("Open again") if thread.resolved else self.tr("Close"))
        for button in (self._reply, self._resolve, self._remove):
            button.setVisible(writable)
        state = self.tr("closed by {0}").format(thread.first.resolved) if thread.resolved else ""
        texts = [comment.body for comment in (thread.first, *thread.replies)]
        self.setAccessibleName(". ".join(filter(None, (place, self._quote.text(), *texts, state))))

    def _show_quote(self, thread: Thread) -> None:
        parts = []
        if thread.quote:
            parts.append(f"“{thread.quote}”")
            parts.append(side_name(thread.first.side.value) if thread.first.side is Side.SOURCE else "")
        parts.append(self.tr("text altered since") if thread.outdated else "")
        parts.append(self.tr("closed by {0}").format(thread.first.resolved) if thread.resolved else "")
        self._quote.setText(" · ".join(filter(None, parts)))
        self._quote.setVisible(bool(self._quote.text()))

    def show_note(self, note: str) -> None:
        """A note that came with the file: read only."""
        self.show_thread(_note_thread(note), self.tr("From the file"), False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key
        keys = {
            key.Key_R: "reply", key.Key_Return: "reply", key.Key_Enter: "reply", key.Key_X: "resolve",
            key.Key_Delete: "remove", key.Key_Space: "show",
        }  # fmt: skip
        wanted = keys.get(event.key())
        if wanted is not None and not event.modifiers():
            self.asked.emit(wanted)
        else:
            super().keyPressEvent(event)


def _spoken(comment: Comment, reply: bool) -> QWidget:
    box = QWidget()
    who, at = label(comment.by, "title"), label(when(comment.at), "muted")
    head = row(who, at, None, spacing=6)
    body = label(comment.body, wrap=True)
    box.setLayout(column(head, body, spacing=2, margins=(16 if reply else 0, 0, 0, 0)))
    who.setVisible(bool(comment.by))
    return box


def _note_thread(note: str) -> Thread:
    from ...review.comments import Thread

    return Thread(Comment("", "", note))


class CommentsPanel(Panel):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._mode = _HERE
        self._cards: list[ThreadCard] = []
        self._threads: list[Thread | None] = []  # None: a note of the file
        self._about: tuple[str, Side, Span | None] = ("", Side.TARGET, None)
        self._answered: Comment | None = None
        self._empty = EmptyState("note", "")
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        body = QWidget()
        body.setLayout(column(self._list, self._empty, None, spacing=8, margins=(10, 8, 10, 10)))
        self._scroll = Scrolled(body)
        self.setLayout(column(self._modes(), self._scroll, line(), spacing=0))
        self.layout().setStretch(1, 1)
        self.layout().addLayout(self._writing())
        self.taker = self.field
        self.follow_current(_ASPECTS)
        desk.currentChanged.connect(self._begin_anew)
        desk.segmentsChanged.connect(self._others_changed)

    # -- building ------------------------------------------------------------------------------------------------

    def _modes(self) -> QWidget:
        texts = (self.tr("Segment"), self.tr("Open in the article"))
        bar = ModeBar(texts, self.tr("Comments: {0}"), _HERE, self._set_mode)
        self.modes, self.count = bar.group, bar.count
        return bar

    def _writing(self) -> QVBoxLayout:
        self._target = label(role="muted", wrap=True)
        self.field = CommentField()
        self.field.setAccessibleName(self.tr("Comment"))
        self.field.textChanged.connect(self.desk.reviewing.touched)
        self.field.said.connect(self.say)
        self.field.left.connect(self._leave)
        self._say = push_button(self.tr("Comment"), self.say, "note")
        return column(self._target, self.field, row(None, self._say), spacing=6, margins=(10, 8, 10, 10))

    # -- showing -------------------------------------------------------------------------------------------------

    def _set_mode(self, mode: int) -> None:
        self._mode = mode
        self.refresh_now()

    def _others_changed(self, ids: list[str], aspects: frozenset[str]) -> None:
        if self._mode == _ARTICLE and "remarks" in aspects:
            self.refresh_soon()

    def refresh(self) -> None:
        from ...review import comments

        session, current = self.desk.session, self.current()
        notes: tuple[str, ...] = ()
        if session is None:
            threads: list[Thread] = []
        elif self._mode == _ARTICLE:
            threads = comments.open_threads(session)
        else:
            threads = comments.threads(session, current) if current else []
            notes = session.notes.get(current, ())
        self.count.setText(str(len(threads)) if threads else "")
        self._threads = [*threads[:_SHOWN], *(None for _ in notes)]
        while len(self._cards) < len(self._threads):
            self._add_card()
        for number, card in enumerate(self._cards):
            card.setVisible(number < len(self._threads))
            if number < len(threads[:_SHOWN]):
                card.show_thread(threads[number], self._place(threads[number]), not session.read_only)
            elif number < len(self._threads):
                card.show_note(notes[number - len(threads[:_SHOWN])])
        self._empty.setVisible(not self._threads)
        title = self.tr("No open comment") if self._mode == _ARTICLE else self.tr("No comment on this segment")
        self._empty.say(title, self.tr("Ctrl+K begins one, on the selected words if there are any."))
        self._tell_target()

    def _place(self, thread: Thread) -> str:
        if self._mode == _HERE:
            return ""
        return self.tr("Segment {0}").format(self.desk.session.index(thread.first.segment) + 1)

    def _add_card(self) -> None:
        card, number = ThreadCard(), len(self._cards)
        card.asked.connect(lambda what: self._asked(number, what))
        self._cards.append(card)
        self._list.addWidget(card)

    def cards(self) -> list[ThreadCard]:
        return [card for card in self._cards if not card.isHidden()]

    # -- saying --------------------------------------------------------------------------------------------------

    def begin(self, side: Side, span: Span | None) -> None:
        """A new thread about these words of the current segment; None: about all of it."""
        self._about, self._answered = (self.current(), side, span), None
        self._tell_target()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _begin_anew(self, *_: object) -> None:
        """Another segment: what was being written stays, and is about that one."""
        self._about, self._answered = (self.current(), Side.TARGET, None), None
        self._tell_target()

    def _tell_target(self) -> None:
        session, (segment, side, span) = self.desk.session, self._about
        known = session is not None and segment in session
        if not known and session is not None and self.current():
            self._about = (self.current(), Side.TARGET, None)
            known = True
            segment, side, span = self._about
        writable = known and not session.read_only
        self.field.setEnabled(writable)
        self._say.setEnabled(writable)
        self._say.setText(self.tr("Answer") if self._answered is not None else self.tr("Comment"))
        if self._answered is not None:
            self._target.setText(self.tr("Answer to {0}").format(self._answered.by or "?"))
        elif span is not None and known:
            text = session.row(segment)
            words = span.of(text.segment.source if side is Side.SOURCE else text.target.text)
            self._target.setText(self.tr("On “{0}”").format(words))
        else:
            self._target.setText(self.tr("On the segment"))

    def say(self) -> None:
        from ...review import comments

        body, (segment, side, span) = self.field.toPlainText().strip(), self._about
        if not body or not segment:
            return
        if self._answered is not None:
            done = self.desk.perform(self.tr("Answer a comment"), comments.reply, self._answered, body)
        else:
            done = self.desk.perform(self.tr("Comment"), comments.add, segment, body, side, span)
        if done:
            self.field.clear()
            self._leave()

    def _leave(self) -> None:
        self._begin_anew()
        self.window().page.focus_text()

    def _asked(self, number: int, what: str) -> None:
        from ...review import comments

        thread = self._threads[number] if number < len(self._threads) else None
        if thread is None:
            return
        first = thread.first
        if what == "reply":
            self._answered = first
            self._tell_target()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif what == "show":
            self.desk.show_span(first.segment, first.side, thread.span)
        elif what == "resolve":
            title = self.tr("Open a comment again") if thread.resolved else self.tr("Close a comment")
            self.desk.perform(title, comments.resolve, first, not thread.resolved)
        else:
            self.desk.perform(self.tr("Delete a comment"), comments.remove, first)
