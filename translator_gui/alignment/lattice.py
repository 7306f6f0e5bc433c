"""Paths through a band of positions: the best one, and how likely each move is among all of them.

Rows go through numpy, one at a time; all sums are float64: in float32 a rounding tie in the running maximum of target
skips breaks the way back.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

from ..kit.jobs import JobContext
from .band import Band
from .moves import GROUPS, LONGEST, MOVES, SOURCE_SKIP, TARGET_SKIP
from .sides import Floats

Doubles = NDArray[np.float64]
Step = tuple[int, int, int]
"""(source position, target position, move): a move and the position where it ends."""

_LOOK = 256  # rows between two looks at the cancel token


class _Ring:
    """The last rows of a table (k, m + 1), minus infinity outside their band and in a margin on both sides."""

    def __init__(self, band: Band, width: int, kinds: int = 1) -> None:
        self._band = band
        self._rows = np.full((LONGEST + 1, kinds, width + 2 * LONGEST), -np.inf)
        self._used: list[tuple[int, int] | None] = [None] * (LONGEST + 1)

    def put(self, i: int, values: Doubles) -> None:
        place = i % (LONGEST + 1)
        row, used = self._rows[place], self._used[place]
        if used is not None:
            row[:, used[0] : used[1]] = -np.inf
        start = int(self._band.low[i]) + LONGEST
        row[:, start : start + values.shape[-1]] = values
        self._used[place] = (start, start + values.shape[-1])

    def before(self, i: int, row: int, count: int) -> Doubles:
        """(count, width of row i): row ``row`` at 1…count columns to the left of each column of row i."""
        values = self._rows[row % (LONGEST + 1), 0]
        start, width = int(self._band.low[i]) + LONGEST, int(self._band.high[i] - self._band.low[i]) + 1
        step = values.strides[0]
        return as_strided(values[start - 1 :], (count, width), (-step, step), writeable=False)

    def straight(self, i: int, row: int, kind: int = 0) -> Doubles:
        """(width of row i,): row ``row`` at the columns of row i."""
        start, width = int(self._band.low[i]) + LONGEST, int(self._band.high[i] - self._band.low[i]) + 1
        return self._rows[row % (LONGEST + 1), kind, start : start + width]

    def after(self, i: int, row: int, kinds: slice, count: int) -> Doubles:
        """(count, width of row i): kind k of ``kinds`` of row ``row``, k columns to the right (k from 1)."""
        values = self._rows[row % (LONGEST + 1)]
        start, width = int(self._band.low[i]) + LONGEST, int(self._band.high[i] - self._band.low[i]) + 1
        down, step = values.strides
        return as_strided(values[kinds.start, start + 1 :], (count, width), (down + step, step), writeable=False)


def _ways(ring: _Ring, i: int, scores: Doubles) -> Doubles:
    """(moves without the target skip, width): what each way of coming to the positions of row i is worth."""
    ways = np.full((TARGET_SKIP, scores.shape[1]), -np.inf)
    for a, rows, count in GROUPS:
        if a <= i:
            ways[rows] = ring.before(i, i - a, count) + scores[rows]
    if i:
        ways[SOURCE_SKIP] = ring.straight(i, i - 1) + scores[SOURCE_SKIP]
    else:
        ways[SOURCE_SKIP, 0] = 0.0  # where every path begins
    return ways


def best_path(scores: Floats, band: Band, ctx: JobContext) -> list[Step]:
    """The moves of the path of the highest sum, from the beginning to the end."""
    ring = _Ring(band, int(band.high[-1]) + 1)
    chosen = np.zeros(band.cells, np.int8)
    for i in range(band.rows):
        if i % _LOOK == 0:
            ctx.check()
        row = band.row(i)
        own = scores[:, row].astype(np.float64)
        ways = _ways(ring, i, own)
        move = ways.argmax(axis=0)
        best = ways[move, np.arange(len(move))]
        skips = np.cumsum(own[TARGET_SKIP])
        level = best - skips
        running = np.maximum.accumulate(level)
        chosen[row] = np.where(running > level, TARGET_SKIP, move)
        ring.put(i, running + skips)
    return list(_walk_back(chosen, band))[::-1]


def _walk_back(chosen: NDArray[np.int8], band: Band) -> Iterator[Step]:
    i, j = band.rows - 1, int(band.high[-1])
    while i or j:
        move = int(chosen[band.at[i] + j - band.low[i]])
        yield i, j, move
        a, b = MOVES[move]
        i, j = i - a, j - b


def probabilities(scores: Floats, band: Band, temperature: float, ctx: JobContext) -> Floats:
    """(len(MOVES), band.cells): the share of all paths, each weighing exp(sum / temperature), that make each move.

    Forward and backward sums in the log domain (Baum 1972; for alignment Gale & Church 1993 keep the best alone).
    """
    cold = np.float64(1.0 / temperature)
    forward = _forward(scores, band, cold, ctx)
    total = forward[-1]
    found = np.zeros(scores.shape, np.float32)
    reach = int(band.high[-1]) + 1
    ahead = _Ring(band, reach, len(MOVES))
    behind = _Ring(band, reach)
    backward = _backward(scores, band, cold, ahead, ctx)
    for i in range(band.rows):
        if i % _LOOK == 0:
            ctx.check()
        row = band.row(i)
        own = scores[:, row].astype(np.float64) * cold
        end = backward[row] - total
        found[:TARGET_SKIP, row] = np.exp(_ways(behind, i, own) + end)
        if i == 0:
            found[SOURCE_SKIP, row] = 0.0
        before = np.concatenate([[-np.inf], forward[row][:-1]])
        found[TARGET_SKIP, row] = np.exp(before + own[TARGET_SKIP] + end)
        behind.put(i, forward[row])
    return found


def _forward(scores: Floats, band: Band, cold: np.float64, ctx: JobContext) -> Doubles:
    """Per position the log of the weights of all ways to it."""
    ring = _Ring(band, int(band.high[-1]) + 1)
    found = np.empty(band.cells)
    for i in range(band.rows):
        if i % _LOOK == 0:
            ctx.check()
        row = band.row(i)
        own = scores[:, row].astype(np.float64) * cold
        level = _log_sum(_ways(ring, i, own))
        skips = np.cumsum(own[TARGET_SKIP])
        found[row] = np.logaddexp.accumulate(level - skips) + skips
        ring.put(i, found[row])
    return found


def _backward(scores: Floats, band: Band, cold: np.float64, ring: _Ring, ctx: JobContext) -> Doubles:
    """Per position the log of the weights of all ways from it to the end."""
    found = np.empty(band.cells)
    last = band.rows - 1
    for i in range(last, -1, -1):
        if i % _LOOK == 0:
            ctx.check()
        row = band.row(i)
        own = scores[:, row].astype(np.float64) * cold
        width = own.shape[1]
        ways = np.full((TARGET_SKIP, width), -np.inf)
        for a, rows, count in GROUPS:
            if i + a <= last:
                ways[rows] = ring.after(i, i + a, rows, count)
        if i < last:
            ways[SOURCE_SKIP] = ring.straight(i, i + 1, SOURCE_SKIP)
        else:
            ways[SOURCE_SKIP, -1] = 0.0
        skips = np.concatenate([np.cumsum(own[TARGET_SKIP, :0:-1])[::-1], [0.0]])
        level = _log_sum(ways) - skips
        found[row] = np.logaddexp.accumulate(level[::-1])[::-1] + skips
        ring.put(i, own + found[row])
    return found


def _log_sum(ways: Doubles) -> Doubles:
    top = ways.max(axis=0)
    safe = np.where(np.isfinite(top), top, 0.0)
    with np.errstate(divide="ignore"):
        total: Doubles = np.log(np.exp(ways - safe).sum(axis=0)) + safe
    return total
