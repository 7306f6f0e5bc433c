"""Errors: what the reviewer recorded in the segment or the article, what is suggested, and what it comes to.

Keys in the list: A accepts a suggestion, C changes it, D dismisses it; E or Enter edits an error, Delete takes it out,
P puts its correction in; Space goes to the words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from ...domain.finding import Finding, Scope
from ...domain.mqm import MISSING
from ...domain.span import Side
from ..controls import EmptyState, column, line, push_button, row
from ..docks.mode_bar import ModeBar
from ..docks.panel import Panel
from ..finding_text import finding_message, severity_name
from ..finding_walk import in_text_order
from ..icons import icon
from ..recorded_text import recorded_comment
from ..remark_text import category_name
from .error_list import ErrorEntry, ErrorModel, ErrorView
from .score_box import ScoreBox

if TYPE_CHECKING:
    from ...review.annotations import Placed
    from ..desk import Desk

_ASPECTS = frozenset({"findings", "score", "target", "remarks"})
_HERE, _ARTICLE = range(2)
_QUOTED = 60


class ErrorsPanel(Panel):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._marking = desk.marking
        self._mode = _HERE
        self.model = ErrorModel()
        self.view = ErrorView(self.model)
        self.view.setAccessibleName(self.tr("Errors and suggestions"))
        self.view.installEventFilter(self)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._menu)
        self.view.clicked.connect(lambda _: self.show_words())
        self.view.selectionModel().currentChanged.connect(lambda *_: self._chosen_changed())
        self._empty = EmptyState("tick", "")
        self._pages = QStackedLayout()
        for page in (self.view, self._empty):
            self._pages.addWidget(page)
        self.score = ScoreBox(desk)
        self.setLayout(column(self._modes(), spacing=0))
        self.layout().addLayout(self._pages, 1)
        self.layout().addWidget(self._buttons())
        self.layout().addWidget(self.score)
        self.taker = self.view
        self.follow_current(_ASPECTS)
        desk.segmentsChanged.connect(self._others_changed)
        desk.reviewing.changed.connect(self.refresh_soon)
        self._marking.changed.connect(self._follow_chosen)
        self._enable()  # never all six buttons side by side: the window would be as wide as they are

    # -- building ------------------------------------------------------------------------------------------------

    def _modes(self) -> QWidget:
        texts = (self.tr("Segment"), self.tr("Article"))
        bar = ModeBar(texts, self.tr("Errors: {0}"), _HERE, self._set_mode)
        self.modes, self.count = bar.group, bar.count
        return bar

    def _buttons(self) -> QWidget:
        self.accept_ = push_button(self.tr("Accept"), self.accept, "tick", flat=True, tip=self.tr("It is an error (A)"))
        self.change_ = push_button(self.tr("Change…"), self.change, flat=True, tip=self.tr("Another error (C)"))
        self.dismiss_ = push_button(
            self.tr("Dismiss"),
            self.dismiss,
            "dismiss",
            flat=True,
            tip=self.tr("Not an error, until a text changes (D)"),
        )
        self.edit_ = push_button(self.tr("Edit…"), self.change, flat=True, tip=self.tr("Change the error (E)"))
        self.apply_ = push_button(
            self.tr("Apply"), self.apply, "replace", flat=True, tip=self.tr("Put the correction into the text (P)")
        )
        self.delete_ = push_button(self.tr("Delete"), self.delete, "trash", flat=True, tip=self.tr("Delete (Del)"))
        box = QWidget()
        buttons = (self.accept_, self.change_, self.dismiss_, self.edit_, self.apply_, self.delete_)
        box.setLayout(column(line(), row(*buttons, None, spacing=2, margins=(6, 3, 6, 3)), spacing=0))
        return box

    # -- showing -------------------------------------------------------------------------------------------------

    def _set_mode(self, mode: int) -> None:
        self._mode = mode
        self.refresh_now()

    def _others_changed(self, ids: list[str], aspects: frozenset[str]) -> None:
        if "remarks" in aspects or "exclusion" in aspects:
            self.refresh_soon()

    def refresh(self) -> None:
        session = self.desk.session
        if session is None:
            self._show([], self.tr("No article is open"), "")
            return
        from ...review import annotations

        if self._mode == _ARTICLE:
            entries = [self._error(each) for each in annotations.all_of(session)]
            self.count.setText(str(len(entries)) if entries else "")
            self._show(entries, self.tr("No error is recorded yet"), self._how())
        else:
            self._show_segment()
        self.score.refresh()

    def _show_segment(self) -> None:
        from ...review import annotations

        session, current = self.desk.session, self.current()
        errors = [self._error(each) for each in annotations.of(session, current)] if current else []
        found = in_text_order(annotations.suggestions(session, current)) if current else []
        entries = [ErrorEntry(self.tr("Errors")), *errors] if errors else []
        if found:
            entries += [ErrorEntry(self.tr("Suggested by the checks and the scorer")), *map(self._suggestion, found)]
        self.count.setText(str(len(errors)) if errors else "")
        self._show(entries, self.tr("No error in this segment"), self._how())

    def _how(self) -> str:
        return self.tr("Select the words in the text and press Ctrl+M.")

    def _error(self, placed: Placed) -> ErrorEntry:
        from ...review import typology

        session, error = self.desk.session, placed.annotation
        name = category_name(typology.of(session), error.category)
        first = f"{severity_name(error.severity)} · {name}"
        number = self.tr("Segment {0}").format(session.index(error.segment) + 1) if self._mode == _ARTICLE else ""
        side = self.tr("in the French") if error.side is Side.SOURCE else ""
        old = self.tr("text altered since") if placed.outdated else ""
        parts = [number, _quoted(placed.quote), side, recorded_comment(error), old, error.by]
        second = " · ".join(filter(None, parts))
        if error.suggestion:
            second += f"\n→ {error.suggestion}"
        return ErrorEntry(first, second, error.severity, error=error, outdated=placed.outdated)

    def _suggestion(self, finding: Finding) -> ErrorEntry:
        session = self.desk.session
        rows = session.row(finding.segment)
        text = rows.segment.source if finding.side is Side.SOURCE else rows.target.text
        quote = finding.span.of(text).strip() if finding.span is not None else ""
        message = finding_message(finding)
        second = " · ".join(filter(None, (severity_name(finding.severity), "" if quote in message else _quoted(quote))))
        return ErrorEntry(message, second, finding.severity, finding=finding)

    def _show(self, entries: list[ErrorEntry], nothing: str, how: str) -> None:
        kept = self._marking.chosen or (self.entry().key if self.entry() is not None else "")
        self.model.set_entries(entries)
        self._pages.setCurrentWidget(self.view if entries else self._empty)
        self._empty.say(nothing, how)
        place = self.model.find(kept)
        self._select(place if place >= 0 else self.model.first())
        self._enable()

    def _select(self, place: int) -> None:
        if place >= 0:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(self.model.index(place, 0), flag)

    def _follow_chosen(self) -> None:
        """Another one was chosen elsewhere."""
        place = self.model.find(self._marking.chosen)
        if place >= 0 and place != self.view.currentIndex().row():
            self._select(place)

    def entry(self) -> ErrorEntry | None:
        return self.model.entry(self.view.currentIndex().row())

    def _chosen_changed(self) -> None:
        entry = self.entry()
        if entry is not None and not entry.heading and self.view.hasFocus():
            self._marking.choose(self.current(), entry.key)
        self._enable()

    def _enable(self) -> None:
        entry, session = self.entry(), self.desk.session
        writable = session is not None and not session.read_only and entry is not None
        finding, error = (entry.finding, entry.error) if writable else (None, None)
        wanted = dict.fromkeys((self.accept_, self.change_, self.dismiss_), finding is not None)
        wanted |= dict.fromkeys((self.edit_, self.delete_), error is not None)
        wanted[self.apply_] = error is not None and bool(error.suggestion) and error.side is Side.TARGET
        for button, shown in sorted(wanted.items(), key=lambda each: each[1]):
            button.setVisible(shown)  # those that go first: Qt gives a button its room as soon as it is shown

    # -- doing ---------------------------------------------------------------------------------------------------

    def show_words(self) -> None:
        """In the text, which gets the keyboard."""
        from ...review import annotations

        entry, session = self.entry(), self.desk.session
        if entry is None or session is None:
            return
        if entry.finding is not None:
            self._marking.choose(entry.finding.segment, entry.finding.fingerprint)
            self.desk.show_span(entry.finding.segment, entry.finding.side, entry.finding.span)
        elif entry.error is not None:
            span = annotations.place(session, entry.error).span
            self.desk.show_span(entry.error.segment, entry.error.side, span)
            self._marking.choose(entry.error.segment, entry.error.id)

    def accept(self) -> None:
        entry = self.entry()
        if entry is not None and entry.finding is not None:
            self._marking.accept(entry.finding, show=False)

    def change(self) -> None:
        """Of a suggestion or of an error."""
        entry = self.entry()
        if entry is not None and entry.finding is not None:
            self._marking.change(entry.finding)
        elif entry is not None and entry.error is not None:
            self._marking.edit(entry.error)

    def dismiss(self, scope: Scope = Scope.HERE) -> None:
        entry = self.entry()
        if entry is not None and entry.finding is not None:
            self._marking.dismiss(scope, entry.finding, show=False)

    def apply(self) -> None:
        entry = self.entry()
        if entry is not None and entry.error is not None:
            self._marking.apply(entry.error)

    def delete(self) -> None:
        entry = self.entry()
        if entry is not None and entry.error is not None:
            self._marking.remove(entry.error)
        elif entry is not None and entry.finding is not None:
            self.dismiss()

    def _menu(self, place: QPoint) -> None:
        entry = self.model.entry(self.view.indexAt(place).row())
        if entry is None or entry.heading:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("target"), self.tr("Go to the words"), self.show_words)
        menu.addSeparator()
        if entry.finding is not None:
            menu.addAction(icon("tick"), self.tr("Accept as an error"), self.accept)
            menu.addAction(self.tr("Change…"), self.change)
            menu.addAction(icon("dismiss"), self.tr("Dismiss here"), self.dismiss)
            article, always = self.tr("Dismiss all of this kind in this article"), self.tr("Dismiss this kind always")
            menu.addAction(icon("dismiss-all"), article, lambda: self.dismiss(Scope.ARTICLE))
            menu.addAction(icon("mute"), always, lambda: self.dismiss(Scope.ALWAYS))
        else:
            menu.addAction(self.tr("Edit…"), self.change)
            menu.addAction(icon("trash"), self.tr("Delete"), self.delete)
        menu.popup(self.view.viewport().mapToGlobal(place))

    def eventFilter(self, watched: object, event: object) -> bool:
        if watched is self.view and event.type() is QKeyEvent.Type.KeyPress and not event.modifiers():
            run = self._keys().get(event.key())
            if run is not None:
                run()
                return True
        return super().eventFilter(watched, event)

    def _keys(self) -> dict[int, object]:
        key = Qt.Key
        finding = self.entry() is not None and self.entry().finding is not None
        return {
            key.Key_A: self.accept, key.Key_C: self.change, key.Key_D: self.dismiss, key.Key_E: self.change,
            key.Key_P: self.apply, key.Key_Delete: self.delete, key.Key_Space: self.show_words,
            key.Key_Return: self.accept if finding else self.change,
            key.Key_Enter: self.accept if finding else self.change,
        }  # fmt: skip


def _quoted(words: str) -> str:
    if not words or words == MISSING:
        return ""
    return f"“{words[:_QUOTED]}{'…' if len(words) > _QUOTED else ''}”"
