"""Fits the scorer: ``python -m tests.benchmarks.train_scorer [--data DIR] [--quick]`` writes resources/scoring/.

Needs the extra ``train`` (scikit-learn) and the extras ``semantic`` and ``local``. Seeds are fixed; the data and its
SHA-256 sums are printed and kept beside the figures. Measuring takes about an hour on two cores the first time (kept
in a cache folder, TRANSLATOR_GUI_SCORER_CACHE), fitting two minutes.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.ensemble import HistGradientBoostingClassifier

from translator_gui.scoring.combine import FORMAT as MODEL_FORMAT
from translator_gui.scoring.embedding import far
from translator_gui.scoring.segment_features import word_summary
from translator_gui.scoring.trees import Trees
from translator_gui.scoring.word_model import FORMAT as WORDS_FORMAT
from tests.conftest import SHARED_DATA

from . import scoring_data as data_sets
from .scoring_data import SEED
from .scoring_measure import cached
from .scoring_tables import Example, examples, matrix

ROOT = Path(__file__).resolve().parents[2]
FOLDS = 4
PROFILES = ("fast", "full")
Matrix = NDArray[np.float32]
# Columns that tell how long or how rare a text is, not whether it is wrong, stay out of the segment's trees.
_LIKELIHOOD_ONLY = ("a.", "b.", "c.", "d.", "pmi", "told", "frequency", "between.told", "s.a", "s.b", "s.c", "s.pmi",
                    "s.told", "s.tokens", "s.ratio")  # fmt: skip


def export(model: HistGradientBoostingClassifier) -> Trees:
    """scikit-learn's trees as plain arrays."""
    roots, columns = [], {name: [] for name in ("feature", "threshold", "left", "right", "value")}  # type: ignore[var-annotated]
    base, depth = 0, 0
    for (predictor,) in model._predictors:  # the public API does not give the trees
        nodes = predictor.nodes
        own = np.arange(len(nodes)) + base
        leaf = nodes["is_leaf"].astype(bool)
        columns["feature"].append(np.where(leaf, 0, nodes["feature_idx"]))
        columns["threshold"].append(np.where(leaf, np.inf, nodes["num_threshold"]))
        columns["left"].append(np.where(leaf, own, nodes["left"] + base))
        columns["right"].append(np.where(leaf, own, nodes["right"] + base))
        columns["value"].append(np.where(leaf, nodes["value"], 0.0))
        roots.append(base)
        base += len(nodes)
        depth = max(depth, int(nodes["depth"].max()))
    kinds = {"feature": np.int16, "left": np.int32, "right": np.int32}
    arrays: dict[str, Any] = {n: np.concatenate(c).astype(kinds.get(n, np.float32)) for n, c in columns.items()}
    # scikit-learn compares in double precision: the next float32 down keeps "at most" true for float32 samples.
    return Trees(np.array(roots, np.int32), **arrays, bias=float(model._baseline_prediction.ravel()[0]), depth=depth)


def boosted(x: Matrix, y: NDArray[Any], weight: NDArray[Any] | None = None, **options: Any) -> Any:
    settings: dict[str, Any] = {
        "max_iter": 250, "learning_rate": 0.06, "max_leaf_nodes": 24, "min_samples_leaf": 30,
        "l2_regularization": 5.0, "max_features": 0.4, "random_state": SEED % 1000,
    }  # fmt: skip
    return HistGradientBoostingClassifier(**(settings | options)).fit(x, y, sample_weight=weight)


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
    groups = {g: i for i, g in enumerate(dict.fromkeys(e.row.group for e in rows))}
    return np.array([groups[e.row.group] % FOLDS for e in rows])


def fit_words(rows: Sequence[Example], side: str, profile: str) -> Fitted:
    """The trees for one side's words, and out-of-fold answers for every row."""
    tables = [getattr(e.seen, side) for e in rows]
    counts = [len(getattr(e.seen.both, side)) for e in rows]
    names = _names(profile, next(list(t) for t in tables if t))
    x, y = matrix(tables, names, counts), np.concatenate([getattr(e, side) for e in rows])
    fold = np.repeat(_folds(rows), counts)
    answers = np.zeros(len(y), np.float32)
    for number in range(FOLDS):
        answers[fold == number] = boosted(x[fold != number], y[fold != number]).decision_function(x[fold == number])
    return Fitted(boosted(x, y), names, np.split(answers, np.cumsum(counts)[:-1]))


def set_figures(rows: Sequence[Example], target: Sequence[Any], source: Sequence[Any], profile: str) -> None:
    """Puts the figures of a profile into every row."""
    for example, on_target, on_source in zip(rows, target, source, strict=True):
        kept = {k: v for k, v in example.seen.figures.items() if profile == "full" or not k.startswith("likelihood.")}
        kept |= {f"words.{name}": value for name, value in word_summary(on_target).items()}
        kept |= {f"omitted.{name}": value for name, value in word_summary(on_source).items()}
        example.figures = kept


def _weights(rows: Sequence[Example]) -> NDArray[np.float64]:
    """Good and bad weigh the same; so do human and machine among the good, and kinds of set among the bad."""
    kinds = [("good", e.row.by == "human") if e.row.good else ("bad", len(e.row.language) > 2) for e in rows]
    size = {kind: kinds.count(kind) for kind in set(kinds)}
    good = len([k for k in size if k[0] == "good"])
    return np.array([1 / size[k] / (good if k[0] == "good" else len(size) - good) for k in kinds]) * len(rows) / 2


def fit_segment(rows: Sequence[Example]) -> Fitted:
    names = sorted(rows[0].figures)
    x = np.array([[e.figures.get(n, 0.0) for n in names] for e in rows], np.float32)
    y = np.array([not e.row.good for e in rows])
    weight, fold = _weights(rows), _folds(rows)
    options = {"max_iter": 150, "max_leaf_nodes": 12, "learning_rate": 0.05, "min_samples_leaf": 25}
    answers = np.zeros(len(y), np.float32)
    for number in range(FOLDS):
        inside = fold != number
        model = boosted(x[inside], y[inside], weight[inside], **options)
        answers[~inside] = model.decision_function(x[~inside])
    return Fitted(boosted(x, y, weight, **options), names, list(answers))


# What the flag is made of, with the value a blameless translation has. Rules come on top, by code.
_FLAG = {"words.segment": None, "meaning.far": 0.0}
_FAR_WEIGHT = 5.0  # separates neighbours' translations (all above) from good ones (one in a hundred above 0)
_ORDER = {"likelihood.a": None, "likelihood.c": None, "likelihood.pmi": None, "meaning.cosine": None,
          "meaning.source_low": None, "words.any": None, "words.segment": None, "omitted.top": None}  # fmt: skip
_LEAST = 12  # findings of a code among the training rows before it has a weight of its own
_CAP = 6.0


def flag_features(example: Example, segment: float) -> dict[str, float]:
    """What the combination sees, under the names the scorer uses."""
    figures = dict(example.figures) | example.rules | {"words.segment": segment}
    figures["meaning.far"] = far(figures.get("meaning.cosine", 1.0))
    return figures


def nonnegative(x: Matrix, y: NDArray[Any], weight: NDArray[Any], free: int = 0, ridge: float = 0.02) -> NDArray[Any]:
    """Logistic regression; all but the first ``free`` weights are at least 0. Returns bias and weights."""
    sign = np.where(y, 1.0, -1.0)

    def loss(w: NDArray[Any]) -> tuple[float, NDArray[Any]]:
        margin = sign * (w[0] + x @ w[1:])
        value = weight @ np.logaddexp(0, -margin) / weight.sum() + ridge / 2 * (w[1:] @ w[1:]) / len(w)
        pull = -sign * weight / (1 + np.exp(np.clip(margin, -30, 30))) / weight.sum()
        return float(value), np.concatenate([[pull.sum()], x.T @ pull + ridge * w[1:] / len(w)])

    bounds = [(None, None)] * (1 + free) + [(0, _CAP)] * (x.shape[1] - free)
    return minimize(loss, np.zeros(x.shape[1] + 1), jac=True, bounds=bounds, method="L-BFGS-B").x


def rule_names(rows: Sequence[Example]) -> list[str]:
    """Rule features seen often enough to be weighed."""
    seen: dict[str, int] = {}
    for example in rows:
        for name in example.rules:
            seen[name] = seen.get(name, 0) + 1
    soft = [f"rules.soft.{s}" for s in ("critical", "major", "minor", "neutral")]
    return ["rules.hard", *soft, *sorted(n for n, c in seen.items() if n.startswith("rules.code.") and c >= _LEAST)]


def fit_flag(rows: Sequence[Example], tables: Sequence[dict[str, float]], profile: str) -> dict[str, Any]:
    names = ([] if profile == "rules" else ["words.segment"]) + rule_names(rows)
    x = np.array([[t.get(n, 0.0) for n in names] for t in tables], np.float64)
    y = np.array([not e.row.good for e in rows])
    free = 0 if profile == "rules" else 1
    neutral = np.zeros(len(names))
    if free:
        neutral[0] = float(np.median(x[~y, 0]))
    w = nonnegative(x - neutral, y, _weights(rows), free)
    weights = {n: [float(neutral[i]), float(v)] for i, (n, v) in enumerate(zip(names, w[1:], strict=True)) if v > 1e-3}
    # A hard finding, and a grave soft one, of a check that was not there when this was fitted.
    weights["rules.hard"] = [0.0, max(4.0, weights.get("rules.hard", [0, 0])[1])]
    for name, least in (("critical", 1.2), ("major", 0.6), ("minor", 0.2)):
        key = f"rules.soft.{name}"
        weights[key] = [0.0, max(least, weights.get(key, [0, 0])[1])]
    if profile != "rules":
        weights["meaning.far"] = [0.0, _FAR_WEIGHT]
    weights["agreement.chrf"] = [0.6, -1.5, 0.0, 0.6]
    return {"bias": float(w[0]), "weights": weights}


def fit_order(rows: Sequence[Example], tables: Sequence[dict[str, float]], profile: str) -> dict[str, Any]:
    """Pairwise logistic (a good draft must lie below a bad one of its source). Source: Joachims 2002, RankSVM."""
    if profile == "rules":
        names = rule_names(rows)
    else:
        names = [n for n in _ORDER if profile == "full" or not n.startswith("likelihood.")] + rule_names(rows)
    bases = {(e.row.source, e.row.draft): t for e, t in zip(rows, tables, strict=True) if e.row.good}
    pairs = [(t, bases[e.row.source, e.row.base]) for e, t in zip(rows, tables, strict=True)
             if (e.row.source, e.row.base) in bases]  # fmt: skip
    value = np.array([[t.get(n, 0.0) for n in names] for t in tables])
    scale = np.where(value.std(axis=0) > 0, value.std(axis=0), 1.0)
    x = np.array([[(bad.get(n, 0.0) - good.get(n, 0.0)) for n in names] for bad, good in pairs]) / scale
    free = sum(not n.startswith("rules.") for n in names)
    doubled, sign = np.concatenate([x, -x]), np.repeat([True, False], len(x))
    w = nonnegative(doubled, sign, np.ones(len(doubled)), free, 0.05)[1:] / scale
    neutral = np.median(value, axis=0)
    weights = {
        n: [float(neutral[i]) if i < free else 0.0, float(v)]
        for i, (n, v) in enumerate(zip(names, w, strict=True))
        if abs(v) > 1e-4
    }
    for key, least in (
        ("rules.hard", 1.0),
        ("rules.soft.critical", 0.5),
        ("rules.soft.major", 0.3),
        ("rules.soft.minor", 0.1),
    ):
        weights[key] = [0.0, max(least, weights.get(key, [0, 0])[1])]
    if profile != "rules":
        weights["meaning.far"] = [0.0, _FAR_WEIGHT]
    return {"bias": 0.0, "weights": weights}


def score(table: dict[str, Any], features: dict[str, float]) -> float:
    """As combine.Linear does."""
    total = table["bias"]
    for name, value in features.items():
        if name in table["weights"]:
            neutral, weight, *limits = table["weights"][name]
            low, high = limits or (-1e9, 1e9)
            total += weight * (min(max(value, low), high) - neutral)
    return float(total)


def calibrate(good: Sequence[float], bad: Sequence[float]) -> dict[str, Any]:
    """Platt's two figures, good and bad weighing the same, and the curve of good pairs. Raw scores in."""
    z = np.array([*good, *bad])[:, None]
    y = np.repeat([False, True], [len(good), len(bad)])
    weight = np.where(y, 1 / len(bad), 1 / len(good)) * len(y) / 2
    shift, slope = nonnegative(z, y, weight, 0, 0.0)
    slope = max(slope, 0.05)
    shares = np.concatenate([np.arange(0.99, 0.1, -0.02), np.arange(0.1, 0.0, -0.005)])
    figures = 100 / (1 + np.exp(-(slope * np.quantile(good, 1 - shares) + shift)))
    return {"slope": float(slope), "shift": float(shift), "good": [round(float(v), 4) for v in figures],
            "shares": [round(float(s), 4) for s in shares]}  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SHARED_DATA)
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "scoring")
    parser.add_argument("--cached-only", action="store_true", help="use only what was measured before")
    options = parser.parse_args(arguments)
    if not options.data.is_dir():
        print(f"The data folder {options.data} is not here: nothing fitted.", file=sys.stderr)
        return 1
    sums = data_sets.hashes(options.data)
    print("\n".join(sums))
    train, held = data_sets.training(options.data), data_sets.calibration(options.data)
    if options.cached_only:
        train, held = cached(train), cached(held)
    rows, calm = examples(train), examples(held)
    if not calm:
        print("No good rows apart: calibrated on the training's own, which flatters.", file=sys.stderr)
        calm = [example for example in rows if example.row.good]
    print(f"{len(rows)} rows to fit, {len(calm)} good rows to calibrate")
    arrays: dict[str, Any] = {"format": np.array(WORDS_FORMAT)}
    profiles: dict[str, Any] = {}
    for profile in ("rules", *PROFILES):
        profiles[profile] = fit_profile(profile, rows, calm, arrays)
    np.savez_compressed(options.out / "words.npz", **arrays)
    version = f"{SEED}-{len(rows)}"
    table = {"format": MODEL_FORMAT, "version": version, "data": sums, "profiles": profiles}
    (options.out / "model.json").write_text(json.dumps(table, indent=1, ensure_ascii=False), encoding="utf-8")
    return 0


def fit_profile(profile: str, rows: list[Example], calm: list[Example], arrays: dict[str, Any]) -> dict[str, Any]:
    """One profile's part of model.json; its trees go into ``arrays``."""
    segment, calm_segment = [0.0] * len(rows), [0.0] * len(calm)
    if profile == "rules":
        for example in (*rows, *calm):
            example.figures = {}
    else:
        target, source = fit_words(rows, "target", profile), fit_words(rows, "source", profile)
        set_figures(rows, target.unseen, source.unseen, profile)
        whole = fit_segment(rows)
        segment = [float(v) for v in whole.unseen]
        calm_segment = apply(calm, target, source, whole, profile)
        for name, part in (("target", target), ("source", source), ("segment", whole)):
            arrays |= export(part.model).arrays(f"{profile}.{name}")
            arrays[f"{profile}.{name}.columns"] = np.array(part.columns)
    tables = [flag_features(e, s) for e, s in zip(rows, segment, strict=True)]
    flag, order = fit_flag(rows, tables, profile), fit_order(rows, tables, profile)
    good = [score(flag, flag_features(e, s)) for e, s in zip(calm, calm_segment, strict=True) if e.row.good]
    bad = [score(flag, t) for e, t in zip(rows, tables, strict=True) if not e.row.good]
    print(profile, {n: round(v[1], 2) for n, v in flag["weights"].items()})
    print(profile, "order", {n: round(v[1], 2) for n, v in order["weights"].items()})
    return {"flag": flag, "order": order, "calibration": calibrate(good, bad)}


def apply(rows: Sequence[Example], target: Fitted, source: Fitted, whole: Fitted, profile: str) -> list[float]:
    """The segment's answers for rows the models have not seen."""
    on_target = target.decide([e.seen.target for e in rows], [len(e.seen.both.target) for e in rows])
    on_source = source.decide([e.seen.source for e in rows], [len(e.seen.both.source) for e in rows])
    set_figures(rows, on_target, on_source, profile)
    x = np.array([[e.figures.get(n, 0.0) for n in whole.columns] for e in rows], np.float32)
    return [float(v) for v in whole.model.decision_function(x)]


if __name__ == "__main__":
    sys.exit(main())
