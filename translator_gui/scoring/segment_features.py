"""What is known of a whole segment: the input of the flag and order scores, in one place for fitting and for use."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from .e5 import Embedded
from .gguf import Floats
from .likelihood import Likelihood
from .word_features import Matching, sentence_figures


def _low(values: Floats, count: int) -> float:
    """Mean of the ``count`` lowest; 1 when there is none."""
    return float(np.sort(values)[:count].mean()) if len(values) else 1.0


def meaning_features(source: Embedded, target: Embedded, matching: Matching) -> dict[str, float]:
    """From the embeddings alone. Empty when a side has no tokens."""
    if not source.tokens or not target.tokens:
        return {}
    return {
        "cosine": float(source.vector @ target.vector),
        "target_mean": float(matching.target.mean()) if len(matching.target) else 1.0,
        "target_low": _low(matching.target, 1),
        "target_low3": _low(matching.target, 3),
        "source_mean": float(matching.source.mean()) if len(matching.source) else 1.0,
        "source_low": _low(matching.source, 1),
        "source_low3": _low(matching.source, 3),
        "deep_target": _low(matching.deep_target, 2),
        "deep_source": _low(matching.deep_source, 2),
        "deep_mean": float(matching.deep_source.mean()) if len(matching.deep_source) else 1.0,
        "mutual": float(matching.mutual.mean()) if len(matching.mutual) else 1.0,
        "length": math.log((target.tokens + 3) / (source.tokens + 3)),
        "tokens": math.log(source.tokens + 1),
    }


def likelihood_features(likelihood: Likelihood) -> dict[str, float]:
    """From the language model."""
    surprisal, gap = -likelihood.draft.logp, likelihood.draft.stats.best - likelihood.draft.logp
    mutual = likelihood.draft.logp - likelihood.alone.logp
    tops = np.sort(surprisal)[::-1]
    gaps = np.sort(gap)[::-1]
    source = np.sort(-likelihood.source.logp)[::-1]
    figures = sentence_figures(likelihood)
    return figures | {
        "top": float(tops[0]),
        "top3": float(tops[:3].mean()),
        "gap": float(gaps[0]),
        "gap3": float(gaps[:3].mean()),
        "end": float(gap[-1]),
        "mutual_low": float(np.sort(mutual)[:2].mean()),
        "source_top": float(source[0]),
        "source_top3": float(source[:3].mean()),
        "source_gap": float((likelihood.source.stats.best - likelihood.source.logp).max()),
        "unexpected": float((gap > 3).mean()),
        "deviation": float(surprisal.std()),
        "excess": float((surprisal - likelihood.draft.stats.entropy).mean()),
    }


def word_summary(log_odds: Floats) -> dict[str, float]:
    """From a model's answers, one for each word of a side. expected: the number of wrong words."""
    if not len(log_odds):
        return {"top": -6.0, "second": -6.0, "top3": -6.0, "any": -6.0, "run": -6.0, "expected": 0.0}
    order = np.sort(log_odds)[::-1]
    chance = 1 / (1 + np.exp(-np.clip(log_odds, -30, 30)))
    none = float(np.log1p(-np.clip(chance, 0, 1 - 1e-6)).sum())
    some = max(1e-9, 1 - math.exp(none))
    return {
        "top": float(order[0]),
        "second": float(order[1]) if len(order) > 1 else -6.0,
        "top3": float(order[:3].mean()),
        "any": math.log(some) - none,
        "expected": float(chance.sum()),
        "run": float(np.convolve(log_odds, np.full(3, 1 / 3), "same").max()) if len(log_odds) > 2 else float(order[0]),
    }


_LEVEL = ("likelihood.a", "likelihood.tokens", "meaning.target_mean", "meaning.tokens")


def told_by_words(figures: Mapping[str, float]) -> dict[str, float]:
    """The features of signal ``words``: its summaries, those of the probes and of the source's words, and, as
    ``level_…``, how free and how long the draft is: what its answers are judged against."""
    found = {name.removeprefix("words."): value for name, value in figures.items() if name.startswith("words.")}
    other = [name for name in figures if name.startswith(("omitted.", "probe."))]
    found |= {name.replace(".", "_"): figures[name] for name in other}
    return found | {f"level_{name.replace('.', '_')}": figures[name] for name in _LEVEL if name in figures}
