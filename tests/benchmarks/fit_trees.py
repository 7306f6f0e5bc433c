"""The boosted trees over words and segments, fitted in folds so that what is built on their answers is honest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from translator_gui.scoring.segment_features import word_summary
from translator_gui.scoring.trees import Trees

from .scoring_data import SEED
from .scoring_tables import Example, matrix
from .train_probe import FOLDS, fold_of

Matrix = NDArray[np.float32]
# Columns that tell how long or how rare a text is, not whether it is wrong, stay out of the segment's trees.
_LIKELIHOOD_ONLY = ("a.", "b.", "c.", "pmi", "frequency", "between.gap", "s.a", "s.b", "s.c", "s.pmi",
                    "s.tokens", "s.ratio", "probe.reading")  # fmt: skip
_MODEL_FIGURES = ("likelihood.", "probe.reading")


@dataclass(frozen=True)
class Several:
    """Models whose answers are averaged: one alone depends on its seed."""

    parts: list[HistGradientBoostingClassifier]

    def decision_function(self, x: Matrix) -> Matrix:
        return np.mean([part.decision_function(x) for part in self.parts], axis=0)


def export(model: Several) -> Trees:
    """scikit-learn's trees as plain arrays."""
    roots, columns = [], {name: [] for name in ("feature", "threshold", "left", "right", "value")}  # type: ignore[var-annotated]
    base, depth = 0, 0
    # The public API does not give the trees.
    for (predictor,) in (p for one in model.parts for p in one._predictors):
        nodes = predictor.nodes
        own = np.arange(len(nodes)) + base
        leaf = nodes["is_leaf"].astype(bool)
        columns["feature"].append(np.where(leaf, 0, nodes["feature_idx"]))
        columns["threshold"].append(np.where(leaf, np.inf, nodes["num_threshold"]))
        columns["left"].append(np.where(leaf, own, nodes["left"] + base))
        columns["right"].append(np.where(leaf, own, nodes["right"] + base))
        columns["value"].append(np.where(leaf, nodes["value"], 0.0) / len(model.parts))
        roots.append(base)
        base += len(nodes)
        depth = max(depth, int(nodes["depth"].max()))
    kinds = {"feature": np.int16, "left": np.int32, "right": np.int32}
    arrays: dict[str, Any] = {n: np.concatenate(c).astype(kinds.get(n, np.float32)) for n, c in columns.items()}
    # scikit-learn compares in double precision: the next float32 down keeps "at most" true for float32 samples.
    return Trees(
        np.array(roots, np.int32),
        **arrays,
        bias=float(np.mean([one._baseline_prediction.ravel()[0] for one in model.parts])),
        depth=depth,
    )


def boosted(x: Matrix, y: NDArray[Any], weight: NDArray[Any] | None = None, count: int = 2, **options: Any) -> Several:
    """``count`` models of different seeds, which see different columns at their splits."""
    settings: dict[str, Any] = {
        "max_iter": 220, "learning_rate": 0.06, "max_leaf_nodes": 24, "min_samples_leaf": 30,
        "l2_regularization": 5.0, "max_features": 0.4, "random_state": SEED % 1000,
    }  # fmt: skip
    parts = []
    for number in range(count):
        options["random_state"] = SEED % 1000 + number
        parts.append(HistGradientBoostingClassifier(**(settings | options)).fit(x, y, sample_weight=weight))
    return Several(parts)


@dataclass
class Fitted:
    """A model fitted on everything, its columns, and what models that had not seen a segment said of its parts."""

    model: Any
    columns: list[str]
    unseen: list[NDArray[np.float32]]

    def decide(self, tables: Sequence[dict[str, Any]], counts: Sequence[int]) -> list[NDArray[np.float32]]:
        x = matrix(tables, self.columns, counts)
        return np.split(self.model.decision_function(x).astype(np.float32), np.cumsum(counts)[:-1])


def _names(profile: str, columns: Sequence[str]) -> list[str]:
    return [c for c in columns if profile == "full" or not c.startswith(_LIKELIHOOD_ONLY)]


def _folds(rows: Sequence[Example]) -> NDArray[np.int64]:
    return np.array([fold_of(e.row.group) for e in rows])


def fit_words(rows: Sequence[Example], side: str, profile: str) -> Fitted:
    """The trees for one side's words, and out-of-fold answers for every row."""
    tables = [getattr(e.seen, side) for e in rows]
    counts = [len(getattr(e.seen.both, side)) for e in rows]
    names = _names(profile, next(list(t) for t in tables if t))
    x, y = matrix(tables, names, counts), np.concatenate([getattr(e, side) for e in rows])
    fold = np.repeat(_folds(rows), counts)
    answers = np.zeros(len(y), np.float32)
    for number in range(FOLDS):
        model = boosted(x[fold != number], y[fold != number], count=1)
        answers[fold == number] = model.decision_function(x[fold == number])
    return Fitted(boosted(x, y), names, np.split(answers, np.cumsum(counts)[:-1]))


def set_figures(rows: Sequence[Example], target: Sequence[Any], source: Sequence[Any], profile: str) -> None:
    """Puts the figures of a profile into every row."""
    for example, on_target, on_source in zip(rows, target, source, strict=True):
        kept = {k: v for k, v in example.seen.figures.items() if profile == "full" or not k.startswith(_MODEL_FIGURES)}
        kept |= {f"words.{name}": value for name, value in word_summary(on_target).items()}
        kept |= {f"omitted.{name}": value for name, value in word_summary(on_source).items()}
        example.figures = kept


def balanced(rows: Sequence[Example]) -> NDArray[np.float64]:
    """Good and bad weigh the same; so do human and machine among the good, and kinds of set among the bad."""
    kinds = [("good", e.row.by == "human") if e.row.good else ("bad", len(e.row.language) > 2) for e in rows]
    size = {kind: kinds.count(kind) for kind in set(kinds)}
    good = len([k for k in size if k[0] == "good"])
    return np.array([1 / size[k] / (good if k[0] == "good" else len(size) - good) for k in kinds]) * len(rows) / 2


def fit_segment(rows: Sequence[Example]) -> Fitted:
    names = sorted(rows[0].figures)
    x = np.array([[e.figures.get(n, 0.0) for n in names] for e in rows], np.float32)
    y = np.array([not e.row.good for e in rows])
    weight, fold = balanced(rows), _folds(rows)
    options = {"count": 4, "max_iter": 130, "max_leaf_nodes": 10, "learning_rate": 0.05, "min_samples_leaf": 30}
    answers = np.zeros(len(y), np.float32)
    for number in range(FOLDS):
        inside = fold != number
        model = boosted(x[inside], y[inside], weight[inside], **(options | {"count": 2}))
        answers[~inside] = model.decision_function(x[~inside])
    return Fitted(boosted(x, y, weight, **options), names, list(answers))


def apply(rows: Sequence[Example], target: Fitted, source: Fitted, whole: Fitted, profile: str) -> list[float]:
    """The segment's answers for rows the models have not seen."""
    if not rows:
        return []
    on_target = target.decide([e.seen.target for e in rows], [len(e.seen.both.target) for e in rows])
    on_source = source.decide([e.seen.source for e in rows], [len(e.seen.both.source) for e in rows])
    set_figures(rows, on_target, on_source, profile)
    x = np.array([[e.figures.get(n, 0.0) for n in whole.columns] for e in rows], np.float32)
    return [float(v) for v in whole.model.decision_function(x)]
