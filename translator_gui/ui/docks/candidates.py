"""Candidates for the current segment: who proposes what, how it differs from the target, Ctrl+1…9 to take one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...domain.candidate import Candidate
from ..controls import Card, ElidedLabel, EmptyState, IconLabel, column, label, push_button, row, set_role
from ..diff_text import diff_html
from ..engine_names import engine_icon, engine_title
from ..scrolled import Scrolled
from ..told import told
from .missing_engines import MissingEngines
from .panel import Panel

if TYPE_CHECKING:
    from ..desk import Desk
    from ..jobs import JobHandle

_ASPECTS = frozenset({"candidates", "target", "state"})
_GOOD, _POOR = 70.0, 45.0  # scores of candidates, 0 to 100


class CandidateCard(Card):
    """One candidate. Click, Enter or Ctrl+digit takes it."""

    taken = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.number = 0
        self.clicked.connect(lambda: self.taken.emit(self.number))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._key, self._engine = label(role="key"), ElidedLabel("title", snug=True)
        self._model, self._score = ElidedLabel("muted"), label(role="chip")
        self._icon = IconLabel("engine", 16, "muted")
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setWordWrap(True)
        self._text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # a click is the card's
        self._doubts = label(role="warning", wrap=True)
        self._origin = label(role="muted", wrap=True)
        head = row(self._key, self._icon, self._engine, None, self._score, spacing=6)
        foot = column(self._doubts, self._origin, self._model, spacing=2)
        self.setLayout(column(head, self._text, foot, spacing=6, margins=(10, 8, 10, 8)))

    def show_candidate(self, number: int, candidate: Candidate, target: str) -> None:
        self.number = number
        self._key.setText(str(number))
        self._key.setVisible(number <= 9)
        title = engine_title(candidate.engine)
        self._engine.setText(title)
        model = candidate.model if candidate.model not in (candidate.engine, "") and candidate.match is None else ""
        self._model.setText(model)
        self._model.setVisible(bool(model))
        self._model.setToolTip("\n".join(filter(None, (candidate.model, candidate.settings, candidate.at))))
        self._icon.show_icon(engine_icon(candidate.engine), "muted")
        self._show_score(candidate)
        self._text.setText(diff_html(target, candidate.text))
        doubts = "\n".join(told(doubt) for doubt in candidate.doubts)
        self._doubts.setText(doubts)
        self._doubts.setVisible(bool(candidate.doubts))
        origin = self._memory_origin(candidate)
        self._origin.setText(origin)
        self._origin.setVisible(bool(origin))
        self.setAccessibleName(self.tr("Candidate {0}, {1}: {2}").format(number, title, candidate.text))
        self.setAccessibleDescription(doubts)
        self.setToolTip(self.tr("Take this candidate (Ctrl+{0})").format(number) if number <= 9 else "")

    def _show_score(self, candidate: Candidate) -> None:
        if candidate.match is not None:
            text, role = self.tr("{0} % match").format(min(candidate.match, 100)), "chip-accent"
            tip = self.tr("How much of the source is the same as what was confirmed before.")
        elif candidate.score is not None:
            text, role = f"{candidate.score:.0f}", _score_role(candidate)
            tip = self.tr("How well it keeps the source's meaning by the scorer, 0 to 100.")
        else:
            text, role, tip = "", "chip", ""
        self._score.setText(text)
        self._score.setToolTip(tip)
        self._score.setVisible(bool(text))
        set_role(self._score, "role", role)

    def _memory_origin(self, candidate: Candidate) -> str:
        if candidate.match is None or candidate.match >= 100 or not candidate.memory_source:
            return ""
        return self.tr("For: {0}").format(candidate.memory_source)


def _score_role(candidate: Candidate) -> str:
    """Green for what can be taken almost as it is, amber for what the engine or the scorer doubts."""
    if candidate.score >= _GOOD and not candidate.doubts:
        return "chip-success"
    return "chip-warning" if candidate.doubts or candidate.score < _POOR else "chip"


class CandidatesPanel(Panel):
    """Cards, best first; below them, what is not installed and the line that installs it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._cards: list[CandidateCard] = []
        self._propose = push_button(self.tr("Propose"), self._ask, "propose", primary=True)
        self._propose_all = push_button(self.tr("Propose for all"), self._ask_all, flat=True)
        self._propose_all.setToolTip(self.tr("Ask the engines for every segment that has no candidate yet."))
        self._empty = EmptyState("candidates", "")
        self._missing = MissingEngines(desk)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        body = QWidget()
        body.setLayout(column(self._list, self._empty, self._missing, None, spacing=8, margins=(10, 10, 10, 10)))
        self._scroll = Scrolled(body)
        bar = row(self._propose, self._propose_all, None, spacing=4, margins=(10, 8, 10, 0))
        self.setLayout(column(bar, self._scroll, spacing=0))
        self.taker = self._propose
        self.follow_current(_ASPECTS)
        desk.jobStarted.connect(self._job_started)

    def _job_started(self, job: JobHandle) -> None:
        self.refresh_soon()
        job.finished.connect(self.refresh_soon)

    def cards(self) -> list[CandidateCard]:
        return [card for card in self._cards if not card.isHidden()]

    def refresh(self) -> None:
        session, current = self.desk.session, self.current()
        found = session.candidates(current) if session is not None and current else []
        target = session.row(current).target.text if session is not None and current else ""
        while len(self._cards) < len(found):
            self._add_card()
        for number, card in enumerate(self._cards, start=1):
            card.setVisible(number <= len(found))
            if number <= len(found):
                card.show_candidate(number, found[number - 1], target)
        writable = session is not None and not session.read_only
        self._propose.setEnabled(bool(current) and writable)
        self._propose_all.setEnabled(writable)
        self._empty.setVisible(not found)
        if not found:
            self._say_empty(bool(current), writable)
        self._missing.look()

    def _say_empty(self, current: bool, writable: bool) -> None:
        if not current:
            self._empty.say(self.tr("No segment chosen"), self.tr("Candidates for the current segment appear here."))
        elif not writable:
            self._empty.say(self.tr("No candidates"), self.tr("This file is open read-only."))
        elif self.desk.proposing.job is not None:
            self._empty.say(self.tr("Proposals are being made"), self.tr("They appear here as they come in."))
        else:
            self._empty.say(
                self.tr("No candidates yet"),
                self.tr("Press Propose to ask the engines. Nothing is put into the target by itself."),
            )

    def _add_card(self) -> None:
        card = CandidateCard()
        card.taken.connect(self.desk.take_candidate)
        self._cards.append(card)
        self._list.addWidget(card)

    def _ask(self) -> None:
        self.desk.propose([self.current()])

    def _ask_all(self) -> None:
        self.desk.propose()
