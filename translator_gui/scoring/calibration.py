"""From a raw score to a divergence, and from a share of false flags to a threshold.

Both curves are measured on pairs the model was not fitted to (tests/benchmarks/train_scorer.py) and kept in
resources/scoring/model.json, one for every profile.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

RATES = (2, 5, 10, 20)
"""Shares of false flags, in percent, a reviewer may choose."""


def logistic(z: float) -> float:
    """1 / (1 + exp(-z)), safe at both ends."""
    return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))


def interpolate(x: float, xs: Sequence[float], ys: Sequence[float]) -> float:
    """Piecewise linear through (xs, ys), xs ascending; flat beyond the ends."""
    if x <= xs[0]:
        return ys[0]
    if x >= xs[-1]:
        return ys[-1]
    right = bisect_left(xs, x)
    left = right - 1
    share = (x - xs[left]) / (xs[right] - xs[left])
    return ys[left] + share * (ys[right] - ys[left])


@dataclass(frozen=True)
class Calibration:
    """slope, shift: divergence = 100 · logistic(slope · z + shift) (Platt 1999); slope is positive.

    good: divergences of good translations at the quantiles ``shares`` (share of good pairs above it, ascending
    divergence, so descending share): the curve behind every threshold.
    """

    slope: float
    shift: float
    good: tuple[float, ...]
    shares: tuple[float, ...]

    def divergence(self, z: float) -> float:
        """0–100; 50 is even odds that a reviewer would mark an error."""
        return 100 * logistic(self.slope * z + self.shift)

    def threshold(self, false_flags: float) -> float:
        """The divergence above which ``false_flags`` percent of good translations lie."""
        return interpolate(-false_flags / 100, [-s for s in self.shares], self.good)

    def false_flags(self, threshold: float) -> float:
        """The percentage of good translations a threshold would flag."""
        return 100 * interpolate(threshold, self.good, self.shares)
