"""Scoring in the background: what the reader looks at first, answers as they come.

    score(session.pairs(ids), scorer, ctx, deliver)       # job; deliver -> session.add_scores, in the GUI thread

An answer for a text that has altered meanwhile carries its old revision; session.add_scores drops it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ..domain.protocols import Scorer
from ..domain.score import Pair, Scorecard
from ..kit.jobs import Eta, JobContext
from .proposing import time_left

Deliver = Callable[[list[tuple[int, Scorecard]]], None]

FIRST_BATCH, BATCH = 4, 16


def score(
    wanted: Sequence[tuple[int, Pair]],
    scorer: Scorer,
    ctx: JobContext,
    deliver: Deliver,
    first: Iterable[str] = (),
    batch: int = BATCH,
) -> int:
    """``wanted``: (revision, pair). ``first``: ids to begin with (the current row, then the visible ones). Returns
    how many were scored. Raises Cancelled; what was delivered stays."""
    queue, eta, done = in_order(wanted, first), Eta(len(wanted)), 0
    while done < len(queue):
        ctx.check()
        # A small first batch: the row under the reader's eyes does not wait for fifteen others.
        some = queue[done : done + (min(FIRST_BATCH, batch) if done == 0 else batch)]
        cards = scorer.score([pair for _, pair in some], ctx)
        deliver([(revision, card) for (revision, _), card in zip(some, cards, strict=True)])
        done += len(some)
        ctx.progress(done, len(queue), time_left(eta.left(done)))
    return done


def in_order(wanted: Sequence[tuple[int, Pair]], first: Iterable[str]) -> list[tuple[int, Pair]]:
    """``first`` in its own order, the others in theirs."""
    rank = {segment: number for number, segment in enumerate(first)}
    return sorted(wanted, key=lambda item: rank.get(item[1].id, len(rank)))
