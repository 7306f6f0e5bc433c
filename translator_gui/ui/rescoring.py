"""Keeping scores fresh: rules for the row being edited at once, everything else as it comes, worst waits last.

The main thread hands out snapshots and takes in cards; workers see neither the session nor Qt. Answers to a text that
has changed since are dropped by the session (revision). Large articles get the rules everywhere, and the slow signals
only around the place where the reader is, until he asks for more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from ..domain.score import Pair, Scorecard
from ..domain.segment import Row
from ..kit.errors import AppError
from ..kit.jobs import JobContext
from ..review.outdated import outdated, scorable, unscored
from .courtesy import Courtesy
from .tier import FULL, RULES, Tier

if TYPE_CHECKING:
    from .desk import Desk

DEBOUNCE_MS = 150
_SOON_MS = 5
# Above so many segments the slow signals are not run over the whole article unasked.
_FULL_LIMIT = 2_000
_NEAR = 12
_BREATH_SECONDS = 0.2  # for the window, before each thing that keeps it waiting
_AT_ONCE = 2_000  # rows looked at between two events
_COLLECT_MS = 250
_PENDING_KEY = "unfinished_scoring"


class Rescoring(QObject):
    """scorerChanged: another profile is in force, or what it lacks has changed.

    profile: of the scorer in force, "" before the first was needed. notes: what is missing of the one that was wished
    for, sentences for people. calibration: turns a share of false flags into a threshold.
    """

    scorerChanged = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self.rules = Tier(self, RULES, "interactive")
        self.full = Tier(self, FULL, "model")
        self.courtesy = Courtesy(self)
        self.profile = ""
        self.notes: tuple[str, ...] = ()
        self.calibration: Any = None
        self._read = False
        self._inbox: list[tuple[int, Scorecard]] = []
        self._collect = QTimer(self, singleShot=True, interval=_COLLECT_MS)
        self._collect.timeout.connect(self._write_down)
        self._edited: dict[str, None] = {}
        self._debounce = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._debounce.timeout.connect(self._after_quiet)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._rules_at_once)
        desk.currentChanged.connect(self._moved)

    # -- wishes --------------------------------------------------------------------------------------------------

    def request(self, ids: Sequence[str], urgent: bool = True) -> None:
        wanted = self._scorable_of(ids)
        self.rules.add(wanted, urgent)
        if self._slow_profile():
            self.full.add(wanted, urgent)

    def score_unscored(self) -> None:
        """After opening: whatever has no score for its present text."""
        session = self.desk.session
        if session is None:
            return
        left = session.store.recall(_PENDING_KEY, []) if self._slow_profile() else []
        table, marks = session.table, session.scores.marks
        wanted = unscored(table.records, marks)
        self.rules.add(wanted, urgent=False)
        if self._slow_profile() and len(table) <= _FULL_LIMIT:
            self.full.add([*(s for s in left if self._scorable(s)), *wanted], urgent=False)
        if not wanted and not self.profile:
            self.find_scorer()  # nothing to do would tell which one it is
        self._read_along()

    def note(self, ids: Sequence[str], aspects: frozenset[str]) -> None:
        """Something changed. Of an edit the rules speak at once, the slow signals after a moment of quiet."""
        if aspects & {"target", "exclusion", "candidates"}:
            self._edited.update(dict.fromkeys(ids))
            self._debounce.start()
            if len(ids) <= _NEAR and not self._soon.isActive():
                self._soon.start()

    def is_waiting(self, segment: str) -> bool:
        """Is a newer score of this segment on its way?"""
        return segment in self._edited or segment in self.rules or segment in self.full

    def clear(self) -> None:
        """The project closes: stop, and remember what the slow signals have not seen."""
        session = self.desk.session
        if session is not None and not session.read_only:
            left = list(self.full.pending)[:_FULL_LIMIT]
            if left or session.store.recall(_PENDING_KEY, []):
                session.store.remember(_PENDING_KEY, left)
        self._write_down()
        self._inbox = []
        self._collect.stop()
        self._debounce.stop()
        self._soon.stop()
        self._edited.clear()
        self.rules.clear()
        self.full.clear()

    # -- inside --------------------------------------------------------------------------------------------------

    def _slow_profile(self) -> bool:
        return self.desk.settings.scoring.profile != RULES

    def _rules_at_once(self) -> None:
        self.rules.add(self._outdated(self._edited), urgent=True)

    def _outdated(self, ids: Iterable[str]) -> list[str]:
        """Those that have no score of their present text."""
        if self.desk.session is None:
            return []
        table, marks = self.desk.session.table, self.desk.session.scores.marks
        records, place = table.records, table.place
        return [s for s in self._scorable_of(ids) if outdated(records[place(s)], marks)]

    def _after_quiet(self) -> None:
        """Of very many, some at a time: keys come between."""
        urgent, ids = len(self._edited) <= _NEAR, list(islice(self._edited, _AT_ONCE))
        for segment in ids:
            del self._edited[segment]
        self.rules.add(self._outdated(ids), urgent)
        if self._slow_profile():
            self.full.add(self._scorable_of(ids), urgent)
        if self._edited:
            QTimer.singleShot(_SOON_MS, self, self._after_quiet)

    def _moved(self, segment: str) -> None:
        """In a large article the slow signals follow the reader."""
        session = self.desk.session
        if not segment or session is None or not self._slow_profile() or len(session.rows) <= _FULL_LIMIT:
            return
        here = session.index(segment)
        near = (session.rows[i] for i in range(here, min(here + _NEAR, len(session.rows))))
        self.full.add([row.id for row in near if self._needs_slow(row)], urgent=True)

    def _needs_slow(self, row: Row) -> bool:
        session = self.desk.session
        if session is None or row.segment.excluded or not row.target.text:
            return False
        card = session.scorecard(row.id)
        return card is None or card.signature.startswith(f"tg:{RULES}") or session.is_stale(row.id)

    def _scorable(self, segment: str) -> bool:
        return bool(self._scorable_of((segment,)))

    def _scorable_of(self, ids: Iterable[str]) -> list[str]:
        """Of many, too: all of a long article may be asked for."""
        if self.desk.session is None:
            return []
        table, marks = self.desk.session.table, self.desk.session.scores.marks
        records, place = table.records, table.place
        return [segment for segment in ids if table.has(segment) and scorable(records[place(segment)], marks)]

    def snapshot(self, segment: str) -> tuple[int, Pair] | None:
        session = self.desk.session
        if session is None or not self._scorable(segment):
            return None
        return session.row(segment).revision, session.pair(segment)

    def take_in(self, session: object, cards: list[tuple[int, Scorecard]]) -> None:
        """Cards from a worker; those of a project that was closed meanwhile are dropped."""
        if self.desk.session is not session:
            return
        self._inbox += cards
        near = {self.desk.current_id(), *self._edited}
        if any(card.id in near for _, card in cards):
            self._write_down()
        elif not self._collect.isActive():
            # A commit waits for the disk: one for many cards.
            self._collect.start()

    def _write_down(self) -> None:
        if self._inbox and (left := self.courtesy.left()) and len(self._inbox) > _NEAR:
            self._collect.start(left)
            return
        cards, self._inbox = self._inbox, []
        if self.desk.session is None or not cards:
            return
        try:
            self.desk.session.add_scores(cards)
        except AppError as error:
            self.desk.report(error)

    def scorer_ready(self, scorer: object) -> None:
        notes = tuple(getattr(scorer, "notes", ()))
        wanted = self.desk.settings.scoring.profile
        if getattr(scorer, "profile", "") != RULES or wanted == RULES or notes:
            threshold = getattr(scorer, "threshold", None)
            if threshold is not None and self.desk.session is not None:
                self.desk.session.set_threshold(threshold)
            self._in_force(getattr(scorer, "profile", ""), notes, getattr(scorer, "calibration", None))

    def _in_force(self, profile: str, notes: tuple[str, ...], calibration: object) -> None:
        news = (profile, notes) != (self.profile, self.notes)
        self.profile, self.notes, self.calibration = profile, notes, calibration
        if news:
            self.scorerChanged.emit()

    def find_scorer(self) -> None:
        """Learn which scorer is in force without scoring anything; it is told by scorerChanged."""
        workshop, post = self.desk.workshop, self.desk.runner.post

        def look(_ctx: JobContext) -> None:
            scorer = workshop.scorer()
            post(lambda: self.scorer_ready(scorer))

        self._quietly(self.tr("Looking for the scorer"), look, "model")

    def _read_along(self) -> None:
        """Word lists and dictionaries, once: the first key that needs them would wait for them, and of dictionaries all
        threads do."""
        if self._read:
            return
        self._read, workshop = True, self.desk.workshop

        def read(ctx: JobContext) -> None:
            from ..checks.dictionary import NAMES, dictionary

            for name in NAMES:
                ctx.token.wait(_BREATH_SECONDS)
                dictionary(name)
            workshop.scorer(RULES).score([Pair("", "Le port est fermé.", "The port is closed.")], ctx)

        self._quietly("dictionaries", read, "model")

    def _quietly(self, title: str, work: Callable[[JobContext], None], lane: str) -> None:
        self.desk.runner.submit(title, work, lane, quiet=True).failed.connect(self.desk.report)
