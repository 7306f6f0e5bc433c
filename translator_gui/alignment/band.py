"""Which positions (sentences taken of source, of target) a path may pass: a band about the likeliest chain of pairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .sides import Floats, Ints

FULL = 40_000  # positions; below, every one is tried
_TOP, _BLOCK = 4, 512
_AHEAD, _ASIDE = 7, 7  # rows and columns about the chain
_BOX = 6_400  # a gap between two links of the chain of no more positions than this is open as a whole


@dataclass(frozen=True)
class Band:
    """low, high: (n + 1,) first and last target position (inclusive) of each source position, neither ever falling;
    neighbours overlap. at: (n + 2,) where each row begins when all are laid in a line."""

    low: Ints
    high: Ints
    at: Ints

    @classmethod
    def of(cls, low: Ints, high: Ints) -> Band:
        return cls(low, high, np.concatenate([[0], np.cumsum(high - low + 1)]))

    @property
    def rows(self) -> int:
        return len(self.low)

    @property
    def cells(self) -> int:
        return int(self.at[-1])

    def row(self, i: int) -> slice:
        return slice(int(self.at[i]), int(self.at[i + 1]))


def full_band(n: int, m: int) -> Band:
    return Band.of(np.zeros(n + 1, np.int64), np.full(n + 1, m, np.int64))


def band_about(chain: Sequence[tuple[int, int]], n: int, m: int) -> Band:
    """The band for n × m sentences about ``chain`` (pairs of sentences, both rising)."""
    low, high = np.zeros(n + 1), np.zeros(n + 1)
    i, j = 0, 0
    for next_i, next_j in [*chain, (n, m)]:
        _bridge(low, high, (i, j), (next_i, next_j))
        i, j = min(next_i + 1, n), min(next_j + 1, m)
    low[n], high[n] = min(low[n], m), m
    rows = np.arange(n + 1)
    lows = np.maximum(np.floor(low[np.maximum(rows - _AHEAD, 0)]) - _ASIDE, 0).astype(np.int64)
    highs = np.minimum(np.ceil(high[np.minimum(rows + _AHEAD, n)]) + _ASIDE, m).astype(np.int64)
    return Band.of(np.minimum.accumulate(lows[::-1])[::-1], np.maximum.accumulate(highs))


def _bridge(low: NDArray[np.float64], high: NDArray[np.float64], here: tuple[int, int], there: tuple[int, int]) -> None:
    """From position ``here`` to position ``there``: the whole box when it is small, else its diagonal."""
    (i, j), (next_i, next_j) = here, there
    rows = np.arange(i, next_i + 1)
    if (next_i - i) * (next_j - j) <= _BOX or next_i == i:
        low[rows], high[rows] = j, next_j
    else:
        low[rows] = high[rows] = j + (next_j - j) * (rows - i) / (next_i - i)


def likely_chain(source: Floats, target: Floats) -> list[tuple[int, int]]:
    """The heaviest chain, rising on both sides, over each source row's best few target rows.

    source: (n, d), target: (m, d), unit rows. Heaviest increasing subsequence by a Fenwick tree, O(n log m).
    """
    weights, columns = _candidates(source, target)
    chain = _Chain(len(target))
    for row in range(len(source)):
        chain.add(row, columns[row], weights[row])
    return chain.best()


def _candidates(source: Floats, target: Floats) -> tuple[Floats, Ints]:
    top = min(_TOP, len(target))
    weights = np.zeros((len(source), top), np.float32)
    columns = np.zeros((len(source), top), np.int64)
    # A row or column that is like everything tells little: what it has in common with the mean counts half.
    usual = source @ target.mean(axis=0)
    for start in range(0, len(source), _BLOCK):
        block = slice(start, start + _BLOCK)
        likeness = source[block] @ target.T
        chosen = np.argpartition(likeness, len(target) - top, axis=1)[:, len(target) - top :]
        columns[block] = chosen
        weights[block] = np.take_along_axis(likeness, chosen, axis=1) - usual[block, None]
    return np.maximum(weights, 0), columns


class _Chain:
    """Prefix maxima over target columns; every link remembers the link before it."""

    def __init__(self, columns: int) -> None:
        self._tree = [(0.0, -1)] * (columns + 1)
        self._links: list[tuple[int, int, int]] = []

    def add(self, row: int, columns: Ints, weights: Floats) -> None:
        """All links of a row look at earlier rows only."""
        found = []
        for column, weight in zip(columns.tolist(), weights.tolist(), strict=True):
            if weight > 0:
                total, before = self._best_before(column)
                # Squared: one sure link is worth more than several doubtful ones.
                found.append((column, total + weight * weight, before))
        for column, total, before in found:
            self._links.append((row, column, before))
            self._put(column, (total, len(self._links) - 1))

    def _best_before(self, column: int) -> tuple[float, int]:
        best = (0.0, -1)
        while column > 0:
            if self._tree[column] > best:
                best = self._tree[column]
            column -= column & -column
        return best

    def _put(self, column: int, entry: tuple[float, int]) -> None:
        column += 1
        while column < len(self._tree):
            if self._tree[column] < entry:
                self._tree[column] = entry
            column += column & -column

    def best(self) -> list[tuple[int, int]]:
        link = max(self._tree)[1]
        found = []
        while link >= 0:
            row, column, link = self._links[link]
            found.append((row, column))
        return found[::-1]
