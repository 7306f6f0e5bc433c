"""A queue of segments to score by one profile, and the job that works it off while the reader pauses."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ..domain.score import Pair
from ..kit.jobs import JobContext
from .jobs import JobHandle

if TYPE_CHECKING:
    from .rescoring import Rescoring

RULES, FULL = "rules", "full"
_BATCH = {RULES: 8, FULL: 4}
_QUIET_BELOW = 24
Batch = list[tuple[int, Pair]]


class Tier(QObject):
    """A queue of segment ids for one profile, and the job that works it off."""

    def __init__(self, owner: Rescoring, profile: str, lane: str) -> None:
        super().__init__(owner)
        self._owner, self.profile, self._lane = owner, profile, lane
        self.pending: dict[str, None] = {}
        self._urgent: dict[str, None] = {}
        self._job: JobHandle | None = None

    def __len__(self) -> int:
        return len(self.pending) + len(self._urgent)

    def __contains__(self, segment: object) -> bool:
        return segment in self.pending or segment in self._urgent

    def add(self, ids: Iterable[str], urgent: bool) -> None:
        target = self._urgent if urgent else self.pending
        for segment in ids:
            target[segment] = None
        if len(self):
            self._run()

    def clear(self) -> None:
        self.pending.clear()
        self._urgent.clear()
        if self._job is not None:
            self._job.cancel()

    def take(self) -> Batch:
        """The next snapshots; on the main thread."""
        batch: Batch = []
        size = _BATCH[self.profile]
        while len(batch) < size and len(self):
            source = self._urgent or self.pending
            segment = next(iter(source))
            del source[segment]
            snapshot = self._owner.snapshot(segment)
            if snapshot is not None:
                batch.append(snapshot)
        return batch

    def _run(self) -> None:
        if self._job is not None:
            return
        desk, quiet = self._owner.desk, len(self) < _QUIET_BELOW
        job = self._job = desk.runner.submit(self.tr("Looking for divergences"), self._work(), self._lane, quiet)
        # What fails for one batch would fail for the next: say it once, and wait for the next wish.
        job.failed.connect(self._stopped)
        job.failed.connect(desk.report)
        job.cancelled.connect(self._stopped)
        job.finished.connect(self._finished)

    def _stopped(self, *_: object) -> None:
        self.pending.clear()
        self._urgent.clear()

    def _finished(self) -> None:
        self._job = None
        if len(self):
            self._run()

    def _hand_out(self, answer: queue.SimpleQueue[tuple[Batch, int]], session: object) -> None:
        """Answer a worker's wish for a batch, once the reader pauses."""
        if self._owner.desk.session is not session:
            answer.put(([], 0))
        elif not self._urgent and (left := self._owner.courtesy.left()) > 0:
            QTimer.singleShot(left, self, lambda: self._hand_out(answer, session))
        else:
            answer.put((self.take(), len(self)))

    def _work(self) -> Callable[[JobContext], None]:
        workshop, post, profile = self._owner.desk.workshop, self._owner.desk.runner.post, self.profile
        session = self._owner.desk.session

        def ask(ctx: JobContext) -> tuple[Batch, int]:
            answer: queue.SimpleQueue[tuple[Batch, int]] = queue.SimpleQueue()
            post(lambda: self._hand_out(answer, session))
            while True:
                ctx.check()
                try:
                    return answer.get(timeout=0.2)
                except queue.Empty:
                    continue

        def work(ctx: JobContext) -> None:
            scorer = workshop.scorer(profile if profile == RULES else None)
            post(lambda: self._owner.scorer_ready(scorer))
            done = 0
            while True:
                batch, left = ask(ctx)
                if not batch:
                    return
                cards = scorer.score([pair for _, pair in batch], JobContext(ctx.token, log=ctx.log))
                answer = [(revision, card) for (revision, _), card in zip(batch, cards, strict=True)]
                post(lambda answer=answer: self._owner.take_in(session, answer))
                done += len(batch)
                ctx.progress(done, done + left, "")

        return work
