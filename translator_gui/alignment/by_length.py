"""Alignment without a model: lengths (Gale & Church 1993) and words both sides share (numbers, names, cognates).

Good enough to pair a draft with its source paragraph by paragraph; fulfils domain.protocols.Aligner.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from ..domain.bead import AlignmentBead
from ..kit.jobs import JobContext
from ..text.normalise import fold
from ..text.tokens import words

# Characters of English for one of French, and the variance of that (measured on news; Gale & Church's own: 1.06, 6.8).
_RATIO, _VARIANCE = 0.93, 6.8
_SKIP, _MERGE, _LONELY, _SHARED, _WORST = 1.6, 0.9, 2.0, 2.5, 6.0
_STEPS = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (1, 3), (3, 1))
_BAND = 60
_PREFIX = 5


@lru_cache(maxsize=4096)
def _features(text: str) -> frozenset[str]:
    """Numbers whole, other words of four letters or more by their first five: what French and English share."""
    found = set()
    for token in words(text):
        plain = fold(token.text)
        if token.kind == "number":
            found.add(plain.replace(" ", "").replace(",", "").replace(".", ""))
        elif len(plain) >= 4:
            found.add(plain[:_PREFIX])
    if text.rstrip(' \u00a0\u202f»”"').endswith("?"):
        found.add("?")
    return frozenset(found)


def _shared(source: frozenset[str], target: frozenset[str]) -> float:
    """0–1: cosine of two sets."""
    if not source or not target:
        return 0.0
    return len(source & target) / math.sqrt(len(source) * len(target))


def _length_cost(source: int, target: int) -> float:
    """−log of the odds that texts of these lengths are translations of one another."""
    if not source and not target:
        return 0.0
    mean = (source + target / _RATIO) / 2
    distance = abs(target - source * _RATIO) / math.sqrt(max(mean, 1) * _VARIANCE)
    return min(_WORST, -math.log(max(math.erfc(distance / math.sqrt(2)), 1e-9)))


class LengthAligner:
    """1–1, 1–0, 0–1, 1–2, 2–1, 1–3 and 3–1 beads in order; paragraphs are not looked at."""

    def align(
        self,
        source: Sequence[str],
        target: Sequence[str],
        ctx: JobContext,
        source_paragraphs: Sequence[int] | None = None,
        target_paragraphs: Sequence[int] | None = None,
    ) -> list[AlignmentBead]:
        """Beads in source order that hold every index of both sides once. Time grows with the longer side only:
        far from the diagonal nothing is tried."""
        table = _Table(source, target)
        for i in range(len(source) + 1):
            if i % 256 == 0:
                ctx.check()
            table.fill_row(i)
        return table.beads()


class _Table:
    """Dynamic programming in a band about the diagonal: best[i][j] is the cheapest way to pair i with j sentences."""

    def __init__(self, source: Sequence[str], target: Sequence[str]) -> None:
        self._lengths = ([len(text) for text in source], [len(text) for text in target])
        self._words = ([_features(text) for text in source], [_features(text) for text in target])
        self._n, self._m = len(source), len(target)
        self._best: list[dict[int, tuple[float, int, int]]] = []

    def _columns(self, i: int) -> range:
        """From a band before the row above's diagonal to a band after the row below's: neighbours always overlap."""
        if not self._n:
            return range(self._m + 1)
        slope = self._m / self._n
        low, high = int((i - 1) * slope) - _BAND, int((i + 1) * slope) + _BAND
        return range(max(0, low), min(self._m, high) + 1)

    def fill_row(self, i: int) -> None:
        row: dict[int, tuple[float, int, int]] = {}
        self._best.append(row)
        for j in self._columns(i):
            if i == j == 0:
                row[0] = (0.0, 0, 0)
                continue
            ways = (
                (self._best[i - a][j - b][0] + self._cost(i, j, a, b), a, b)
                for a, b in _STEPS
                if a <= i and b <= j and j - b in self._best[i - a]
            )
            best = min(ways, default=None)
            if best is not None:
                row[j] = best

    def _cost(self, i: int, j: int, a: int, b: int) -> float:
        if not a or not b:
            return _SKIP
        source = sum(self._lengths[0][i - a : i])
        target = sum(self._lengths[1][j - b : j])
        one, other = self._words[0][i - a : i], self._words[1][j - b : j]
        ours, theirs = frozenset().union(*one), frozenset().union(*other)
        cost = _length_cost(source, target) + _SHARED * (0.5 - _shared(ours, theirs))
        if a + b > 2:
            # A sentence that shares no word with the other side was dropped or added rather than merged.
            lonely = sum(not words & theirs for words in one) + sum(not words & ours for words in other)
            cost += _MERGE * (a + b - 2) + _LONELY * lonely
        return cost

    def beads(self) -> list[AlignmentBead]:
        i, j = self._n, self._m
        found: list[AlignmentBead] = []
        while i or j:
            _, a, b = self._best[i][j]
            found.append(AlignmentBead(tuple(range(i - a, i)), tuple(range(j - b, j))))
            i, j = i - a, j - b
        return found[::-1]
