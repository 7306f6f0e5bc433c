"""Gradient-boosted trees evaluated by numpy: what tests/benchmarks/train_scorer.py exported, as plain arrays.

Source of the method: Friedman 2001, "Greedy function approximation"; fitted with scikit-learn's
HistGradientBoostingClassifier, which is not needed here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Trees:
    """All nodes of all trees, one after the other; a leaf points to itself and holds the tree's answer in ``value``.

    roots: (trees,) node numbers. feature, threshold, left, right, value: (nodes,). A sample goes left when its
    feature is at most the threshold. depth: of the deepest tree. bias: added to every answer.
    """

    roots: NDArray[np.int32]
    feature: NDArray[np.int16]
    threshold: Floats
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: Floats
    bias: float
    depth: int

    def decide(self, samples: Floats) -> Floats:
        """Log odds, (samples,); samples: (samples, features)."""
        if not len(samples):
            return np.zeros(0, np.float32)
        nodes = np.broadcast_to(self.roots, (len(samples), len(self.roots)))
        rows = np.arange(len(samples))[:, None]
        for _ in range(self.depth):
            goes_left = samples[rows, self.feature[nodes]] <= self.threshold[nodes]
            nodes = np.where(goes_left, self.left[nodes], self.right[nodes])
        answer: Floats = self.value[nodes].sum(axis=1) + np.float32(self.bias)
        return answer

    def arrays(self, prefix: str) -> dict[str, NDArray[np.generic]]:
        """For numpy.savez, to be read back by ``from_arrays``."""
        named = {name: getattr(self, name) for name in ("roots", "feature", "threshold", "left", "right", "value")}
        named |= {"bias": np.array(self.bias), "depth": np.array(self.depth)}
        return {f"{prefix}.{name}": array for name, array in named.items()}

    @classmethod
    def from_arrays(cls, table: dict[str, NDArray[np.generic]], prefix: str) -> Trees:
        """Raises KeyError when an array is missing."""
        names = ("roots", "feature", "threshold", "left", "right", "value")
        arrays = {name: table[f"{prefix}.{name}"] for name in names}
        return cls(**arrays, bias=float(table[f"{prefix}.bias"]), depth=int(table[f"{prefix}.depth"]))  # type: ignore[arg-type]


def probability(log_odds: Floats) -> Floats:
    """Logistic, elementwise."""
    result: Floats = (1 / (1 + np.exp(-np.clip(log_odds, -30, 30)))).astype(np.float32)
    return result
