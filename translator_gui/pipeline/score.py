"""Scoring pairs without a project, in this process or in several, with the same answers."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import islice
from multiprocessing import get_context

from ..domain.score import Pair, Scorecard
from ..kit.errors import InputError
from ..kit.jobs import JobContext
from ..kit.settings import ScoringSettings, Settings
from .workshop import Workshop

_WORTH_A_PROCESS = 2_000
BATCH = 64  # pairs to a task: the same cut whatever the number of processes, so that the same bytes come out


@dataclass(frozen=True)
class ScoreRecipe:
    """How to score; picklable, so that a worker process can build the scorer itself."""

    scoring: ScoringSettings = field(default_factory=ScoringSettings)

    def workshop(self) -> Workshop:
        return Workshop(replace(Settings(), scoring=self.scoring))


def score_pairs(
    pairs: Iterable[Pair], recipe: ScoreRecipe, ctx: JobContext, jobs: int = 1
) -> Iterator[list[Scorecard]]:
    """Scorecards in the order of ``pairs``, a batch at a time. Raises InputError for jobs < 1, Cancelled."""
    if jobs < 1:
        raise InputError("The number of processes must be at least 1.", "Try --jobs 2.")
    if jobs == 1:
        yield from _here(pairs, recipe, ctx)
    else:
        yield from _spread(pairs, recipe, ctx, jobs)


def suitable_jobs(recipe: ScoreRecipe, pairs: int) -> int:
    """How many processes pay for so many pairs: one core does a thousand by the rules while another process starts.

    Profiles with models use all cores from within one process, and would take the memory of all models once a process.
    """
    if recipe.scoring.profile != "rules" or pairs < _WORTH_A_PROCESS:
        return 1
    return max(1, min(_cores(), pairs // _WORTH_A_PROCESS + 1))


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # only Linux knows
        return os.cpu_count() or 1


def _batches(pairs: Iterable[Pair]) -> Iterator[list[Pair]]:
    iterator = iter(pairs)
    while batch := list(islice(iterator, BATCH)):
        yield batch


def _here(pairs: Iterable[Pair], recipe: ScoreRecipe, ctx: JobContext) -> Iterator[list[Scorecard]]:
    with recipe.workshop() as workshop:
        scorer = workshop.scorer()
        quiet = replace(ctx, progress=lambda done, total, text: None)
        for batch in _batches(pairs):
            ctx.check()
            yield scorer.score(batch, quiet)


def _spread(pairs: Iterable[Pair], recipe: ScoreRecipe, ctx: JobContext, jobs: int) -> Iterator[list[Scorecard]]:
    # Spawned, not forked: models and threads of this process must not be half copied, and Windows has nothing else.
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_start_worker, initargs=(recipe,))
    waiting: list[Future[list[Scorecard]]] = []
    try:
        for batch in _batches(pairs):
            waiting.append(pool.submit(_work, batch))
            if len(waiting) >= 2 * jobs:  # enough to keep all busy; an endless input is not read into memory
                ctx.check()
                yield waiting.pop(0).result()
        while waiting:
            ctx.check()
            yield waiting.pop(0).result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


_worker: list[Workshop] = []  # one workshop a process, built by its initializer


def _start_worker(recipe: ScoreRecipe) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C ends a worker at once, without a traceback
    _worker[:] = [recipe.workshop()]


def _work(batch: Sequence[Pair]) -> list[Scorecard]:
    return _worker[0].scorer().score(batch, JobContext())
