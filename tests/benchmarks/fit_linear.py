"""What stands on top of the trees: weights of the rules, the flag and order scores, and their calibration."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from translator_gui.checks.codes import reasons
from translator_gui.checks.runner import run_checks
from translator_gui.scoring.combine import Linear, Weight
from translator_gui.scoring.embedding import far
from translator_gui.scoring.rules import features_of
from translator_gui.scoring.segment_features import told_by_words

from . import scoring_data as data_sets
from .fit_trees import balanced
from .scoring_measure import pair_of
from .scoring_tables import Example

# What the flag is made of; rules come on top, by code.
Matrix = NDArray[np.float32]
_MODELS = ("words.segment", "words.top")
_FAR_WEIGHT = 5.0  # separates neighbours' translations (all above) from good ones (one in a hundred above 0)
_ORDER = (
    "likelihood.a", "likelihood.c", "likelihood.pmi", "meaning.cosine", "meaning.source_low", "words.any",
    "words.expected", "words.segment", "words.omitted_top", "words.omitted_expected",
    "words.probe_meaning_target_expected",
)  # fmt: skip
_LEVEL = {
    "full": ("words.level_likelihood_a", "words.level_likelihood_tokens"),
    "fast": ("words.level_meaning_tokens",),
}
_LEVELLED = 0.5  # of the difference: all of it costs a tenth of the mistakes found
_ONE_IN = 0.05
_CAP = 4.5
_TOTAL = 8.0
_KINDS = {"hard": 4.0, "critical": 2.0, "major": 1.5, "minor": 0.8, "neutral": 0.1}  # codes not known to this fit
_HARD = 3.5  # a hard finding alone flags a segment at 5 % false flags
_FLOORS = (0.0, 1.0, 1.8, 2.4, 3.0, 3.6)  # tried for soft critical findings
_AGREEMENT = [0.6, -1.5, 0.0, 0.6]


def flag_features(example: Example, segment: float) -> dict[str, float]:
    """What the combination sees, under the names the scorer uses."""
    seen = {n: v for n, v in example.figures.items() if n.startswith(("meaning.", "likelihood."))} | example.rules
    words = told_by_words(example.figures) | {"segment": segment} if example.figures else {}
    far_off = far(example.figures.get("meaning.cosine", 1.0))
    return seen | {f"words.{name}": value for name, value in words.items()} | {"meaning.far": far_off}


def nonnegative(x: Matrix, y: NDArray[Any], weight: NDArray[Any], free: int = 0, ridge: float = 0.02) -> NDArray[Any]:
    """Logistic regression; all but the first ``free`` weights are at least 0. Returns bias and weights."""
    sign = np.where(y, 1.0, -1.0)

    def loss(w: NDArray[Any]) -> tuple[float, NDArray[Any]]:
        margin = sign * (w[0] + x @ w[1:])
        value = weight @ np.logaddexp(0, -margin) / weight.sum() + ridge / 2 * (w[1:] @ w[1:]) / len(w)
        pull = -sign * weight / (1 + np.exp(np.clip(margin, -30, 30))) / weight.sum()
        return float(value), np.concatenate([[pull.sum()], x.T @ pull + ridge * w[1:] / len(w)])

    bounds = [(None, None)] * (1 + free) + [(0, None)] * (x.shape[1] - free)
    return minimize(loss, np.zeros(x.shape[1] + 1), jac=True, bounds=bounds, method="L-BFGS-B").x


def upper_quantile(x: Matrix, z: NDArray[Any], weight: NDArray[Any], share: float = 0.9) -> NDArray[Any]:
    """Bias and weights of the linear ``share`` quantile of z given x (a smoothed pinball loss). Source: Koenker &
    Bassett 1978, "Regression quantiles"."""
    soft = 0.1

    def loss(w: NDArray[Any]) -> tuple[float, NDArray[Any]]:
        rest = (z - w[0] - x @ w[1:]) / soft
        value = weight @ (share * rest * soft + soft * np.logaddexp(0, -rest)) / weight.sum()
        pull = -weight * (share - 1 / (1 + np.exp(np.clip(rest, -30, 30)))) / weight.sum()
        return float(value), np.concatenate([[pull.sum()], x.T @ pull])

    start = np.concatenate([[np.quantile(z, share)], np.zeros(x.shape[1])])
    return minimize(loss, start, jac=True, method="L-BFGS-B").x


def level_weights(
    rows: Sequence[Example], tables: Sequence[dict[str, float]], flag: dict[str, Any], profile: str
) -> dict[str, list[float]]:
    """Weights that take out how high good drafts of a kind score: the long, the free, the human. What is left is as
    rare among the one as among the other."""
    names = _LEVEL[profile]
    calm = [(e, t) for e, t in zip(rows, tables, strict=True) if e.row.good and not loose(e)]
    z = np.array([score(flag, t) for _, t in calm])
    x = np.array([[t.get(name, 0.0) for name in names] for _, t in calm])
    middle, spread = x.mean(axis=0), x.std(axis=0)
    low, high = np.quantile(x, [0.03, 0.97], axis=0)
    w = (
        upper_quantile((np.clip(x, low, high) - middle) / spread, z, balanced([e for e, _ in calm]))[1:]
        / spread
        * _LEVELLED
    )
    return {
        n: [float(m), -float(v), float(a), float(b)] for n, m, v, a, b in zip(names, middle, w, low, high, strict=True)
    }


def rule_weights(data: Path, on_mistakes: set[str], count: int = 400) -> dict[str, list[float]]:
    """Weight of every reason code: log(share of mistakes it stands for / share of good pairs it fires on).

    on_mistakes: features that fire on the training's mistakes. Of these and of all the catalogue holds, one that never
    fires on good pairs weighs most.
    Mistakes of its kind are taken to be one in twenty of all mistakes, whatever the training rows hold: what is in a
    real draft is not known, what a code does on good pairs is.
    """
    fired: dict[str, float] = {}
    total = 0.0
    for stem in ("flores/dev", "wmt/newstest08", "wmt/newstest12"):
        rows = data_sets.good_rows(data, stem, 0, count)
        for row, findings in zip(rows, run_checks([pair_of(row) for row in rows]), strict=True):
            # The human English of WMT is not a translator's draft: both sides often come from a third language.
            weight = 0.3 if row.by == "human" and stem.startswith("wmt") else 1.0
            total += weight
            for name in features_of(findings):
                fired[name] = fired.get(name, 0.0) + weight
    discount = {"neutral": 0.2, "minor": 0.7}
    weights = {}
    catalogue = {f"{'hard' if one.hard else one.severity.value}.{code}" for code, one in reasons().items()}
    for name in sorted({*fired, *_KINDS, *on_mistakes, *catalogue}):
        kind = name.partition(".")[0]
        share = (fired.get(name, 0.0) + 1) / (total + 2)
        value = max(0.0, min(_CAP, math.log(_ONE_IN / share))) * discount.get(kind, 1.0)
        if name in _KINDS:
            value = _KINDS[name]
        if kind == "hard":
            value = max(value, _HARD)
        weights[f"rules.{name}"] = [0.0, round(value, 3)]
    return weights


def rule_total(features: dict[str, float], weights: dict[str, list[float]]) -> float:
    return min(_TOTAL, sum(score({"bias": 0.0, "weights": weights}, {n: v}) for n, v in features.items()))


def fit_flag(
    rows: Sequence[Example], tables: Sequence[dict[str, float]], rules: dict[str, list[float]], profile: str
) -> dict[str, Any]:
    total = np.array([rule_total(e.rules, rules) for e in rows])
    whole = np.array([[t.get(name, 0.0) for name in _MODELS] for t in tables])
    y = np.array([not e.row.good for e in rows])
    neutral = np.median(whole[~y], axis=0)
    floor = np.quantile(whole[~y], 0.25, axis=0)  # calm words take nothing from what a rule has found
    whole = np.maximum(whole, floor)
    if profile == "rules":
        return {"bias": -2.0, "weights": rules | {"agreement.chrf": _AGREEMENT}}
    w = nonnegative(np.column_stack([whole - neutral, total]), y, balanced(rows))
    share = max(float(w[-1]), 0.9)  # one hard finding must be enough
    weights = {n: [0.0, round(v * share, 4)] for n, (_, v) in rules.items()}
    weights |= {name: [float(neutral[i]), float(w[1 + i]), float(floor[i])] for i, name in enumerate(_MODELS)}
    weights |= {
        "meaning.far": [0.0, _FAR_WEIGHT],
        "neighbours.shifted": [0.0, _FAR_WEIGHT],
        "agreement.chrf": _AGREEMENT,
    }
    flag = {"bias": float(w[0]), "weights": weights}
    return {"bias": float(w[0]), "weights": weights | level_weights(rows, tables, flag, profile)}


def fit_order(
    rows: Sequence[Example],
    tables: Sequence[dict[str, float]],
    rules: dict[str, list[float]],
    profile: str,
) -> dict[str, Any]:
    """Pairwise logistic (a good draft must lie below a bad one of its source). Source: Joachims 2002, RankSVM."""
    if profile == "rules":
        return {"bias": 0.0, "weights": rules | {"agreement.chrf": _AGREEMENT}}
    names = [n for n in _ORDER if profile == "full" or not n.startswith("likelihood.")]

    def row(example: Example, table: dict[str, float]) -> NDArray[Any]:
        return np.array([table.get(n, 0.0) for n in names] + [rule_total(example.rules, rules)])

    numbered = {(e.row.source, e.row.draft): i for i, e in enumerate(rows) if e.row.good}
    value = np.array([row(e, t) for e, t in zip(rows, tables, strict=True)])
    pairs = [
        (i, numbered[e.row.source, e.row.base]) for i, e in enumerate(rows) if (e.row.source, e.row.base) in numbered
    ]
    scale = np.where(value.std(axis=0) > 0, value.std(axis=0), 1.0)
    x = np.array([value[bad] - value[good] for bad, good in pairs]) / scale
    doubled, sign = np.concatenate([x, -x]), np.repeat([True, False], len(x))
    w = nonnegative(doubled, sign, np.ones(len(doubled)), len(names), 0.05)[1:] / scale
    neutral = np.median(value, axis=0)
    weights = {n: [0.0, round(v * max(float(w[-1]), 0.5), 4)] for n, (_, v) in rules.items()}
    weights |= {n: [float(neutral[i]), float(w[i])] for i, n in enumerate(names)}
    return {
        "bias": 0.0,
        "weights": weights
        | {"meaning.far": [0.0, _FAR_WEIGHT], "neighbours.shifted": [0.0, _FAR_WEIGHT], "agreement.chrf": _AGREEMENT},
    }


def score(table: dict[str, Any], features: dict[str, float]) -> float:
    """As the scorer itself does."""
    weights = {name: Weight(*row) for name, row in table["weights"].items()}
    return Linear(float(table["bias"]), weights).score(features)


def evenly(good: Sequence[tuple[Example, float]]) -> list[float]:
    """Scores of good pairs, human ones repeated until they weigh about as much as machines': a threshold that holds for
    the many machine ones alone would flag too much of what people wrote."""
    human = [z for e, z in good if e.row.by == "human"]
    machine = [z for e, z in good if e.row.by != "human"]
    return machine + human * max(1, round(len(machine) / max(1, len(human))))


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


def loose(example: Example) -> bool:
    """The human English of WMT is often no translation of the French: thresholds do not rest on it."""
    return example.row.by == "human" and example.row.set.startswith("wmt")


def best_floor(
    rows: Sequence[Example], tables: Sequence[dict[str, float]], rules: dict[str, list[float]], profile: str
) -> dict[str, list[float]]:
    """The rules' weights with the least weight of a soft critical finding that flags most of the mistakes made in
    French-English pairs, at 5 % false flags on the good ones; what is judged here was left out when it was fitted. Of
    floors within one standard error the highest, which asks least of the trees (Breiman et al. 1984)."""
    tried = {}
    for floor in _FLOORS:
        own = {n: [o, max(v, floor) if n.startswith("rules.critical.") else v] for n, (o, v) in rules.items()}
        flag = fit_flag(rows, tables, own, profile)
        scores = [(e.row, score(flag, t)) for e, t in zip(rows, tables, strict=True) if e.row.language == "fr"]
        limit = np.quantile([z for row, z in scores if row.good], 0.95)
        tried[floor] = float(np.mean([z > limit for row, z in scores if not row.good])), own
    print(profile, "floor of soft critical findings:", {floor: round(hits, 4) for floor, (hits, _) in tried.items()})
    best = max(hits for hits, _ in tried.values())
    error = math.sqrt(best * (1 - best) / max(1, sum(not row.good for row, _ in scores)))
    return [own for hits, own in tried.values() if hits >= best - error][-1]
