"""What a bead is worth: likeness of meaning or of signs, against its neighbours, with length and paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..kit.jobs import JobContext
from .band import Band
from .moves import BEADS, LONGEST, MOVES, SOURCE_SKIP, TARGET_SKIP
from .sides import Floats, Side

_CELLS = 30_000  # positions of a block, so that a block stays in the tens of megabytes


@dataclass(frozen=True)
class Weights:
    """A bead's score: (likeness − neighbours · mean likeness to the sentences about it + base) · length^power
    − merge · (sentences − 2) − lonely · (what each of several sentences lacks to be ``alike`` to the other side)
    + paragraphs; a skipped sentence's score: skip. Found by random search on gold (tests/benchmarks/alignment.py).

    both_start, one_starts: a paragraph starts at both, at one side of the bead's beginning; break_inside: per
    paragraph that starts inside a bead. temperature: of the probabilities.
    """

    neighbours: float
    base: float
    power: float
    merge: float
    skip: float
    lonely: float = 0.0
    alike: float = 0.3
    both_start: float = 0.07
    one_starts: float = -0.01
    break_inside: float = -0.04
    temperature: float = 0.11


def bead_scores(source: Side, target: Side, band: Band, weights: Weights, ctx: JobContext) -> Floats:
    """(len(MOVES), band.cells): the score of each move that ends at each position of the band."""
    found = np.full((len(MOVES), band.cells), -np.inf, np.float32)
    found[[SOURCE_SKIP, TARGET_SKIP]] = weights.skip
    block = _Blocks(source, target, weights)
    start = 0
    while start < band.rows:
        ctx.check()
        stop = _block_end(band, start)
        first, last = int(band.low[start]), int(band.high[stop - 1]) + 1
        scores = block.score(start, stop, first, last)
        for i in range(start, stop):
            found[: len(BEADS), band.row(i)] = scores[:, i - start, band.low[i] - first : band.high[i] + 1 - first]
        start = stop
    return found


def _block_end(band: Band, start: int) -> int:
    stop = start + 1
    while stop < band.rows and (stop + 1 - start) * (band.high[stop] - band.low[start] + 1) <= _CELLS:
        stop += 1
    return stop


class _Blocks:
    """Scores of rectangles of positions. Spans outside the documents are zero, so that no edge is a special case."""

    def __init__(self, source: Side, target: Side, weights: Weights) -> None:
        self._w = weights
        self._n, self._m = len(source), len(target)
        self._sides = source, target
        self._lengths = source.span_lengths(), target.span_lengths()
        self._paragraphs = None
        if source.starts is not None and target.starts is not None:
            self._paragraphs = source.starts, target.starts

    def score(self, i0: int, i1: int, j0: int, j1: int) -> Floats:
        """(len(BEADS), i1 − i0, j1 − j0)."""
        ours, theirs = self._sides[0].spans(i0 - LONGEST, i1 + 1), self._sides[1].spans(j0 - LONGEST, j1 + 1)
        width = ours.shape[2]
        flat = ours.reshape(-1, width) @ theirs.reshape(-1, width).T
        # [row, source count, column, target count], with LONGEST rows and columns before the block and one after it
        likeness = flat.reshape(len(ours), LONGEST, len(theirs), LONGEST)
        rows, columns = np.arange(i0, i1), np.arange(j0, j1)
        found = np.full((len(BEADS), i1 - i0, j1 - j0), -np.inf, np.float32)
        for number, (a, b) in enumerate(BEADS):
            score = likeness[LONGEST:-1, a - 1, LONGEST:-1, b - 1] - self._neighbourhood(likeness, a, b, rows, columns)
            score += np.float32(self._w.base)
            score *= self._length(a, b, i0, i1, j0, j1)
            score -= np.float32(self._w.merge * (a + b - 2))
            if a + b > 2 and self._w.lonely:
                score -= np.float32(self._w.lonely) * self._loneliness(likeness, a, b, len(rows), len(columns))
            if self._paragraphs is not None:
                score += self._at_paragraphs(a, b, rows, columns)
            score[rows < a] = -np.inf
            score[:, columns < b] = -np.inf
            found[number] = score
        return found

    def _neighbourhood(
        self, likeness: Floats, a: int, b: int, rows: NDArray[np.int64], columns: NDArray[np.int64]
    ) -> Floats:
        """Mean likeness of each span to the other side's sentences just before and after the bead."""
        top, left = len(rows), len(columns)
        ours_before = likeness[LONGEST:-1, a - 1, LONGEST - b : LONGEST - b + left, 0]
        ours_after = likeness[LONGEST:-1, a - 1, LONGEST + 1 :, 0]
        theirs_before = likeness[LONGEST - a : LONGEST - a + top, 0, LONGEST:-1, b - 1]
        theirs_after = likeness[LONGEST + 1 :, 0, LONGEST:-1, b - 1]
        count = (columns > b).astype(np.float32) + (columns < self._m)
        counts = count + ((rows > a).astype(np.float32) + (rows < self._n))[:, None]
        mean: Floats = ours_before + ours_after + theirs_before + theirs_after
        mean *= np.float32(self._w.neighbours) / np.maximum(counts, 1).astype(np.float32)
        return mean

    def _loneliness(self, likeness: Floats, a: int, b: int, height: int, width: int) -> Floats:
        """How much the bead's sentences fall short of being alike to the whole other side, added up."""
        enough, total = np.float32(self._w.alike), np.zeros((height, width), np.float32)
        for k in range(b if b > 1 else 0):
            left = LONGEST - k
            total += np.maximum(enough - likeness[LONGEST:-1, a - 1, left : left + width, 0], 0)
        for k in range(a if a > 1 else 0):
            top = LONGEST - k
            total += np.maximum(enough - likeness[top : top + height, 0, LONGEST:-1, b - 1], 0)
        return total

    def _length(self, a: int, b: int, i0: int, i1: int, j0: int, j1: int) -> Floats:
        """1 for spans of the same length, 0 for nothing against something: log2(1 + short/long) ** power."""
        ours = self._lengths[0][i0:i1, a - 1, None].astype(np.float32)
        theirs = self._lengths[1][None, j0:j1, b - 1].astype(np.float32)
        ratio = np.minimum(ours, theirs) / np.maximum(ours, theirs)
        found: Floats = np.log2(1 + ratio) ** np.float32(self._w.power)
        return found

    def _at_paragraphs(self, a: int, b: int, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> Floats:
        assert self._paragraphs is not None
        ours, theirs = self._paragraphs
        one, other = _starts(ours, rows - a), _starts(theirs, columns - b)
        inside_ours = sum((_starts(ours, rows - k) for k in range(1, a)), np.zeros(len(rows), np.float32))
        inside_theirs = sum((_starts(theirs, columns - k) for k in range(1, b)), np.zeros(len(columns), np.float32))
        both = one[:, None] * other
        found: Floats = (
            np.float32(self._w.both_start) * both
            + np.float32(self._w.one_starts) * (one[:, None] + other - 2 * both)
            + np.float32(self._w.break_inside) * (inside_ours[:, None] + inside_theirs)
        )
        return found


def _starts(starts: NDArray[np.bool_], at: NDArray[np.int64]) -> Floats:
    """1.0 where a paragraph starts at sentence ``at``; 0.0 outside the document."""
    inside = (at >= 0) & (at < len(starts))
    found: Floats = np.where(inside, starts[np.clip(at, 0, max(len(starts) - 1, 0))] if len(starts) else False, False)
    return found.astype(np.float32)
