"""A review session: who reviews what, since when, for how long, and what is left.

Everything is a line in the project's diary (store.diary.Event), which only ever grows: starting anew keeps all that
was recorded. Time is written down whenever the segment changes and every few seconds, so that a crash loses seconds.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

from ..kit.errors import InputError
from ..store import codec
from ..store.codec import IN
from ..store.diary import Event
from . import events
from .events import RowsReplaced, SegmentsChanged
from .quality_plan import Order, Plan, in_order, sample
from .tally import CONFIRMED

if TYPE_CHECKING:
    from .session import ReviewSession

_KINDS = ("start", "pause", "resume", "finish", "time", "done", "open", "override")
_WRITE_AFTER_SECONDS = 10.0


class Status(str, Enum):
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Override:
    """The reviewer's own verdict over the computed one. passed: does the text pass; reason: why."""

    passed: bool
    reason: str
    by: str = ""
    at: str = ""


@dataclass
class Record:
    """A session as the diary tells it. segments: ids of the sample, in article order. divergence: of each of them at
    the start, where it had been scored. seconds: worked, by segment. done: ids dealt with. edit: number of the
    project's last edit before it started. started, finished: ISO 8601, UTC ("" while it is not)."""

    id: str
    reviewer: str
    started: str
    plan: Plan
    segments: tuple[str, ...]
    divergence: Mapping[str, float] = field(default_factory=dict)
    edit: int = 0
    status: Status = Status.RUNNING
    finished: str = ""
    seconds: dict[str, float] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)
    override: Override | None = None

    def follow(self, event: Event) -> None:
        if event.kind in ("pause", "resume", "finish"):
            statuses = {"pause": Status.PAUSED, "resume": Status.RUNNING, "finish": Status.FINISHED}
            self.status = statuses[event.kind]
            self.finished = event.at if event.kind == "finish" else ""
        elif event.kind == "time":
            self.seconds[event.segment] = self.seconds.get(event.segment, 0.0) + float(event.body)
        elif event.kind == "done":
            self.done.add(event.segment)
        elif event.kind == "open":
            self.done.discard(event.segment)
        elif event.kind == "override":
            told = event.body
            self.override = Override(told["passed"], told["reason"], event.by, event.at) if told else None


def records(session: ReviewSession) -> list[Record]:
    """Every session the project has seen, oldest first."""
    found: dict[str, Record] = {}
    for event in session.store.events(*_KINDS):
        if event.kind == "start":
            told = event.body
            plan, segments = Plan.from_json(told["plan"]), tuple(told["segments"])
            divergence = dict(told.get("divergence", {}))
            found[event.session] = Record(event.session, event.by, event.at, plan, segments, divergence, event.edit)
        elif event.session in found:
            found[event.session].follow(event)
    return list(found.values())


class QualitySession:
    """One that is going on, bound to the open project. Use ``start`` or ``resume``; close() when the project closes.

    The window calls ``touched(segment)`` at each key, click and change of segment. A segment is done when it is
    confirmed or rejected while the session runs (or by ``settle``); an edit opens it again.
    """

    def __init__(self, session: ReviewSession, record: Record, clock: Callable[[], float] = time.monotonic) -> None:
        self.session, self.record, self._clock = session, record, clock
        self._sampled = frozenset(record.segments)
        self._orders: dict[Order, list[str]] = {}  # kept until a score or a row alters
        self._inside: tuple[list[str], frozenset[str]] | None = None
        self._current = ""
        self._last: float | None = None
        self._pending = 0.0
        ends = (
            session.bus.subscribe(SegmentsChanged, self._changed),
            session.bus.subscribe(RowsReplaced, lambda event: self._forget_orders()),
        )
        self._ends = ends

    @classmethod
    def start(
        cls, session: ReviewSession, plan: Plan | None = None, clock: Callable[[], float] = time.monotonic
    ) -> QualitySession:
        """The reviewer is ``session.user``. Raises InputError when there is nothing to review, StoreError when the
        project cannot be written."""
        plan = plan or Plan()
        segments = sample(session, plan)
        if not segments:
            raise InputError("There is nothing to review.", "Every line of the article is excluded.")
        marks = session.scores.marks
        # Two places; round() takes four times as long, and there may be fifty thousand.
        divergence = {id_: int(100 * marks[id_].divergence + 0.5) / 100 for id_ in segments if id_ in marks}
        body = {"plan": plan.to_json(), "segments": segments, "divergence": divergence}
        event = session.store.note_event("start", session.user, uuid.uuid4().hex[:16], body=body)
        record = Record(event.session, event.by, event.at, plan, tuple(segments), divergence, event.edit)
        found = cls(session, record, clock)
        found._inside = segments, found._sampled
        return found

    @classmethod
    def resume(
        cls, session: ReviewSession, id_: str = "", clock: Callable[[], float] = time.monotonic
    ) -> QualitySession | None:
        """The session with this id, or (no id) the reviewer's last one that is not finished; None when there is
        none. It goes on running as if it had been paused; a finished one is open for reading and ``reopen``."""
        for record in reversed(records(session)):
            mine = record.reviewer == session.user and record.status is not Status.FINISHED
            if record.id == id_ or (not id_ and mine):
                found = cls(session, record, clock)
                found.carry_on()
                return found
        return None

    # -- start, pause, resume, finish

    @property
    def status(self) -> Status:
        return self.record.status

    def pause(self) -> None:
        if self.status is Status.RUNNING:
            self._beat()
            self._write_time()
            self._current, self._last = "", None
            self._note("pause")

    def carry_on(self) -> None:
        """After a pause."""
        if self.status is Status.PAUSED:
            self._note("resume")

    def finish(self) -> None:
        """Nothing is closed by it but the clock; ``reopen`` takes it back."""
        if self.status is not Status.FINISHED:
            self.pause()
            self._note("finish")

    def reopen(self) -> None:
        if self.status is Status.FINISHED:
            self._note("resume")

    def close(self) -> None:
        """Write down what has been worked and stop listening; the session can be resumed."""
        if self.status is Status.RUNNING and not self.session.read_only:
            self.pause()
        for end in self._ends:
            end()

    # -- time

    def touched(self, segment: str) -> None:
        """A sign of life in this segment. The time since the last one goes to the segment that was current then,
        unless it was longer than ``plan.idle_seconds``."""
        if self.status is not Status.RUNNING:
            return
        self._beat()
        if segment != self._current or self._pending >= _WRITE_AFTER_SECONDS:
            self._write_time()
        self._current, self._last = segment, self._clock()

    def _beat(self) -> None:
        if self._last is not None:
            passed = self._clock() - self._last
            if 0 < passed <= self.record.plan.idle_seconds:
                self._pending += passed
            self._last = self._clock()

    def _write_time(self) -> None:
        if self._pending > 0:
            seconds, self._pending = round(self._pending, 3), 0.0
            self._note("time", self._current, seconds)

    def write_down(self) -> None:
        """The time worked so far goes into the file now, for those who read it there."""
        if self.status is Status.RUNNING:
            self._beat()
            self._write_time()

    def seconds_on(self, segment: str) -> float:
        """Time on task, idle excluded."""
        running = self._pending if segment == self._current else 0.0
        return self.record.seconds.get(segment, 0.0) + running

    @property
    def seconds(self) -> float:
        return sum(self.record.seconds.values()) + self._pending

    @property
    def words_per_hour(self) -> float | None:
        """Source words of what is done in an hour of work; None before anything is done."""
        words, seconds = self.words(self.record.done), self.seconds
        return words * 3600 / seconds if words and seconds else None

    @property
    def seconds_left(self) -> float | None:
        """At the pace so far; None while there is none."""
        pace = self.words_per_hour
        return self.words_left * 3600 / pace if pace else None

    @property
    def words_left(self) -> int:
        """Source words of what is not done yet."""
        return self.session.source_words.sample(self.record.segments)[1] - self.words(self.done_of_sample)

    # -- what is to do

    @property
    def segments(self) -> list[str]:
        """The sample, in article order: what is still there of it and not excluded meanwhile."""
        return self._within()[0]

    @property
    def done_of_sample(self) -> frozenset[str]:
        """What is done of ``segments``."""
        return self._within()[1].intersection(self.record.done)

    def has(self, segment: str) -> bool:
        """Was it drawn into the sample?"""
        return segment in self._sampled

    def _within(self) -> tuple[list[str], frozenset[str]]:
        if self._inside is None:
            there = self.session.table.records_of(self.record.segments)
            found = [record[codec.ID] for record in there if record[codec.EXCLUSION] in IN]
            self._inside = found, frozenset(found)
        return self._inside

    def ordered(self, order: Order | None = None) -> list[str]:
        """The sample in the plan's order, or another."""
        wanted = order or self.record.plan.order
        if wanted not in self._orders:
            self._orders[wanted] = in_order(self.session, self.segments, wanted)
        return self._orders[wanted]

    def _forget_orders(self) -> None:
        self._orders.clear()
        self._inside = None

    def left(self) -> list[str]:
        """What is not done yet, in the plan's order."""
        return [segment for segment in self.ordered() if segment not in self.record.done]

    def next(self, current: str = "") -> str | None:
        """The next one that is not done, in the plan's order, after ``current``; round the end; None when all are."""
        whole = self.ordered()
        start = whole.index(current) + 1 if current in whole else 0
        done = self.record.done
        return next((id_ for id_ in (*whole[start:], *whole[:start]) if id_ not in done and id_ != current), None)

    def words(self, segments: Iterable[str]) -> int:
        """Source words."""
        return self.session.source_words.of(segments)

    def settle(self, segment: str, done: bool = True) -> None:
        """Say that a segment is dealt with (or not after all), whatever its state."""
        if segment in self._sampled and (segment in self.record.done) is not done:
            self._note("done" if done else "open", segment)

    def _changed(self, event: SegmentsChanged) -> None:
        """Runs after every change, in the thread of the session."""
        if events.EXCLUSION in event.aspects:
            self._forget_orders()
        elif event.aspects & {events.SCORE, events.FINDINGS}:
            self._orders.clear()
        elif events.TARGET in event.aspects:
            self._orders.pop(Order.FLAG, None)  # a flag that was dismissed is back with another text
        if self.status is not Status.RUNNING or self.session.read_only:
            return
        if not event.aspects & {events.STATE, events.TARGET}:
            return
        table, sampled = self.session.table, self._sampled
        for segment in event.ids:
            if segment in sampled and table.has(segment):
                record = table.records[table.place(segment)]
                self.settle(segment, record[codec.STATE] in CONFIRMED or bool(record[codec.REJECTED]))

    # -- the verdict

    def overrule(self, passed: bool | None, reason: str = "") -> None:
        """The reviewer's own verdict, with a reason; None takes it back. Raises InputError without a reason."""
        if passed is None:
            self._note("override")
            return
        if not reason.strip():
            raise InputError("An overruled verdict needs a reason.", "Say why in a few words.")
        self._note("override", body={"passed": passed, "reason": reason.strip()})

    @property
    def done(self) -> frozenset[str]:
        return frozenset(self.record.done)

    def _note(self, kind: str, segment: str = "", body: Any = None) -> None:
        event = self.session.store.note_event(kind, self.session.user, self.record.id, segment, body)
        self.record.follow(event)
