"""Findings: of the current segment, of the whole article, and those dismissed; jump, dismiss, take back, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QListView, QMenu, QStackedLayout, QToolButton, QWidget

from ...domain.finding import Dismissal, Finding, Scope
from ...domain.segment import Row
from ..controls import EmptyState, column, label, line, push_button, row, tool_button
from ..finding_text import finding_example, finding_explanation, finding_message, finding_title
from ..icons import icon
from ..scrolled import Scrolled, ScrolledDetail
from ..slices import Slices
from .finding_list import Entry, FindingDelegate, FindingModel, entry_for
from .mode_bar import ModeBar
from .panel import Panel
from .why import Why

if TYPE_CHECKING:
    from ...review.session import ReviewSession
    from ..desk import Desk

_ASPECTS = frozenset({"findings", "score", "target"})
_LIMIT = 2_000  # rows of the article list; a reviewer works from the worst down, not through more than this
_HERE, _ARTICLE, _DISMISSED = range(3)


class FindingView(QListView):
    """Rows as high as their text, again when the width changes."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class FindingsPanel(Panel):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._slices = Slices(self)
        self._mode = _HERE
        self.model = FindingModel()
        self._build_list()
        self._build_detail()
        self._empty = EmptyState("success", "")
        self._pages = QStackedLayout()
        self._nothing = Scrolled(self._empty)
        for page in (self.view, self._nothing):
            self._pages.addWidget(page)
        self.setLayout(column(self._build_modes(), spacing=0))
        self.layout().addLayout(self._pages, 1)
        self._below = ScrolledDetail(self._detail)
        self.layout().addWidget(self._below)
        self.taker = self.view
        self.follow_current(_ASPECTS)
        desk.segmentsChanged.connect(self._others_changed)

    # -- building ------------------------------------------------------------------------------------------------

    def _build_modes(self) -> QWidget:
        texts = (self.tr("Segment"), self.tr("Article"), self.tr("Dismissed"))
        bar = ModeBar(texts, self.tr("Findings: {0}"), _HERE, self._set_mode)
        self.modes, self.count = bar.group, bar.count
        return bar

    def _build_list(self) -> None:
        self.view = FindingView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(FindingDelegate(self.view))
        self.view.setProperty("bare", True)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setLayoutMode(QListView.LayoutMode.Batched)
        self.view.setBatchSize(60)
        self.view.setAccessibleName(self.tr("Findings"))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._context_menu)
        self.view.clicked.connect(self._jump)
        self.view.activated.connect(self._jump)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_detail())

    def _build_detail(self) -> None:
        self._detail = QWidget()
        self._title, self._explain = label(role="title", wrap=True), label(role="muted", wrap=True)
        self._dismiss = push_button(self.tr("Dismiss"), lambda: self.dismiss(Scope.HERE), "dismiss", flat=True)
        self._dismiss.setToolTip(self.tr("Not an error: hide it until one of the texts changes (Del)"))
        self._more = tool_button("chevron-down", self.tr("Dismiss all of this kind"))
        self._more.setMenu(self._scope_menu())
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._restore = push_button(self.tr("Show again"), self.restore, "restore", flat=True)
        self._why = Why()
        head = row(spacing=0)
        head.addWidget(self._title, 1)
        for button in (self._dismiss, self._more, self._restore):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout = column(line(), spacing=0)
        layout.addLayout(column(head, self._explain, self._why, spacing=4, margins=(12, 6, 8, 8)))
        self._detail.setLayout(layout)

    def _scope_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(
            icon("dismiss-all"),
            self.tr("Dismiss all of this kind in this article"),
            lambda: self.dismiss(Scope.ARTICLE),
        )
        menu.addAction(icon("mute"), self.tr("Dismiss this kind always"), lambda: self.dismiss(Scope.ALWAYS))
        return menu

    # -- showing -------------------------------------------------------------------------------------------------

    def _set_mode(self, mode: int) -> None:
        self._mode = mode
        self.refresh_now()

    def show_dismissed(self) -> None:
        self.modes.button(_DISMISSED).setChecked(True)
        self._set_mode(_DISMISSED)
        self.view.setFocus()

    def _others_changed(self, ids: list[str], aspects: frozenset[str]) -> None:
        if self._mode != _HERE and "findings" in aspects | ({"findings"} if "score" in aspects else set()):
            self.refresh_soon()

    def refresh(self) -> None:
        session = self.desk.session
        if session is None:
            self._show([], "")
        elif self._mode == _HERE:
            current = self.current()
            self._show(self._of(current) if current else [], self.tr("Nothing found in this segment"))
        elif self._mode == _ARTICLE:
            found: list[Entry] = []
            steps = self._collect(session, found)
            self._slices.run(steps, lambda: self._show(_worst_first(found), self.tr("Nothing found")))
        else:
            always = [Dismissal(code, Scope.ALWAYS) for code in sorted(session.muted)]
            self._show([self._dismissed(d) for d in [*session.dismissals(), *always]], self.tr("Nothing dismissed"))

    def _of(self, segment: str) -> list[Entry]:
        session = self.desk.session
        text: Row = session.row(segment)
        number = session.index(segment) + 1
        return [entry_for(number, f, text.segment.source, text.target.text) for f in session.findings(segment)]

    def _collect(self, session: ReviewSession, found: list[Entry]) -> Iterator[None]:
        """Worst segments first, so that what does not fit is what matters least."""
        marks = session.scores.marks
        for segment in sorted(marks, key=lambda each: -marks[each].divergence):
            if self.desk.session is not session or len(found) >= _LIMIT:
                return
            if segment in session and session.scores.open(segment) and not session.row(segment).segment.excluded:
                found.extend(self._of(segment))
            yield

    def _dismissed(self, dismissal: Dismissal) -> Entry:
        scopes = {
            Scope.HERE: self.tr("in this segment"),
            Scope.ARTICLE: self.tr("all of this kind in this article"),
            Scope.ALWAYS: self.tr("all of this kind, always"),
        }
        session = self.desk.session
        place = session.index(dismissal.segment) + 1 if dismissal.segment in session else 0
        message = finding_title(dismissal.key) if dismissal.scope is not Scope.HERE else self._told_of(dismissal)
        return Entry(place, None, "", message, scopes[dismissal.scope], dismissal)

    def _told_of(self, dismissal: Dismissal) -> str:
        """What was found, while the card that holds it is still there."""
        session = self.desk.session
        card = session.scorecard(dismissal.segment) if dismissal.segment in session else None
        found = [] if card is None else [f for f in card.findings if f.fingerprint == dismissal.key]
        if found:
            return finding_message(found[0])
        flag = dismissal.segment in session and session.scores.flag_key(dismissal.segment) == dismissal.key
        return self.tr("The flag") if flag else self.tr("A finding of an earlier text")

    def _show(self, entries: list[Entry], nothing: str) -> None:
        chosen = self._chosen()
        kept = chosen.finding.fingerprint if chosen is not None and chosen.finding is not None else ""
        self.model.set_entries(entries, self._mode != _HERE)
        self._pages.setCurrentWidget(self.view if entries else self._nothing)
        self._empty.say(nothing or self.tr("No article is open"))
        self.count.setText(f"{len(entries)}{'+' if len(entries) >= _LIMIT else ''}" if entries else "")
        if entries:
            place = max(0, self.model.find(kept)) if kept else 0
            index = self.model.index(place, 0)
            self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._show_detail()

    def _chosen(self) -> Entry | None:
        return self.model.entry(self.view.currentIndex().row())

    def _show_detail(self) -> None:
        entry, session = self._chosen(), self.desk.session
        finding = entry.finding if entry is not None else None
        writable = session is not None and not session.read_only
        for widget in (self._dismiss, self._more):
            widget.setVisible(finding is not None)
            widget.setEnabled(writable)
        self._restore.setVisible(entry is not None and entry.dismissal is not None)
        self._title.setVisible(finding is not None)
        explanation = finding_explanation(finding.code) if finding is not None else ""
        self._explain.setVisible(bool(explanation))
        self._explain.setText(explanation)
        self._explain.setToolTip(finding_example(finding.code) if finding is not None else "")
        if finding is not None:
            self._title.setText(finding_title(finding.code))
        self._show_why(finding)

    def _show_why(self, finding: Finding | None) -> None:
        session = self.desk.session
        segment = finding.segment if finding is not None else self.current()
        card = session.scorecard(segment) if session is not None and segment else None
        seen = card is not None and bool(card.contributions) and self._mode != _DISMISSED
        self._why.setVisible(seen)
        if seen:
            self._why.show_card(card, session.is_stale(segment))
        self._below.setVisible(seen or finding is not None or self._restore.isVisibleTo(self._detail))

    # -- doing ---------------------------------------------------------------------------------------------------

    def _jump(self, index: QModelIndex) -> None:
        entry = self.model.entry(index.row())
        if entry is not None and entry.finding is not None:
            self.desk.show_span(entry.finding.segment, entry.finding.side, entry.finding.span)

    def dismiss(self, scope: Scope) -> None:
        from ...review import commands

        entry = self._chosen()
        if entry is not None and entry.finding is not None:
            title = self.tr("Dismiss “{0}”").format(finding_title(entry.finding.code))
            done = self.desk.perform(title, commands.dismiss, entry.finding, scope)
            if done and scope is not Scope.HERE:
                self.desk.message.emit(self.tr("All of this kind are dismissed."), "", "undo")

    def restore(self) -> None:
        from ...review import commands

        entry = self._chosen()
        if entry is not None and entry.dismissal is not None:
            self.desk.perform(self.tr("Show dismissed finding again"), commands.restore, entry.dismissal)
            self.refresh_soon()

    def _context_menu(self, place: QPoint) -> None:
        index = self.view.indexAt(place)
        entry = self.model.entry(index.row())
        if entry is None:
            return
        menu = QMenu(self)
        if entry.finding is not None:
            menu.addAction(icon("target"), self.tr("Go to it"), lambda: self._jump(index))
            menu.addSeparator()
            menu.addAction(icon("dismiss"), self.tr("Dismiss here"), lambda: self.dismiss(Scope.HERE))
            menu.addAction(
                icon("dismiss-all"), self.tr("Dismiss all of this kind in this article"),
                lambda: self.dismiss(Scope.ARTICLE),
            )  # fmt: skip
            menu.addAction(icon("mute"), self.tr("Dismiss this kind always"), lambda: self.dismiss(Scope.ALWAYS))
        else:
            menu.addAction(icon("restore"), self.tr("Show again"), self.restore)
        menu.popup(self.view.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete):
            self.dismiss(Scope.HERE) if self._mode != _DISMISSED else self.restore()
        else:
            super().keyPressEvent(event)


def _worst_first(entries: list[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda e: (-(e.finding.severity.rank if e.finding else 0), e.place))
