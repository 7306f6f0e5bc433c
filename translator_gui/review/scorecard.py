"""Scores by the published formulas, from errors and ratings alone. No state: the same figures from the same input."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from ..domain.finding import Severity
from ..domain.mqm import Annotation
from ..domain.report import CategoryLine, EsaScore, MqmScore
from .typology import Typology

RESAMPLES = 2000
PER_WORDS = 1000


def penalty(category: str, severity: Severity, typology: Typology) -> float:
    """Of one error: error type weight x severity multiplier."""
    return typology.weight(category) * typology.multipliers[severity]


def mqm(annotations: Iterable[Annotation], words: int, typology: Typology, threshold: float | None = None) -> MqmScore:
    """words: evaluation word count. threshold: pass threshold, 0-100 (None: the typology's).

    Source: MQM raw scoring model (linear), https://themqm.org: APT = Σ ETW x SM, OQS = (1 - APT / EWC) x 100; the
    penalty per reference words is APT x 1000 / EWC.
    """
    total = sum(penalty(each.category, each.severity, typology) for each in annotations)
    needed = typology.pass_threshold if threshold is None else threshold
    if words <= 0:
        return MqmScore(total, 0, None, None, needed, False)
    quality = (1 - total / words) * 100
    return MqmScore(total, words, total * PER_WORDS / words, quality, needed, quality >= needed)


def esa(ratings: Sequence[float], seed: int = 1, resamples: int = RESAMPLES) -> EsaScore | None:
    """Mean of the ratings and its 95 % percentile bootstrap interval over segments (Efron 1979), seeded; None without
    ratings."""
    if not ratings:
        return None
    values = np.asarray(ratings, dtype=float)
    draws = np.random.default_rng(seed).integers(0, len(values), size=(resamples, len(values)))
    low, high = np.percentile(values[draws].mean(axis=1), [2.5, 97.5])
    return EsaScore(float(values.mean()), float(low), float(high), len(values), resamples, seed)


def by_category(annotations: Iterable[Annotation], typology: Typology, language: str = "en") -> list[CategoryLine]:
    """One line a category that occurs, in the order of the typology, others after; the most severe counted apart."""
    counts: dict[str, dict[Severity, int]] = {}
    penalties: dict[str, float] = {}
    for each in annotations:
        line = counts.setdefault(each.category, dict.fromkeys(Severity, 0))
        line[each.severity] += 1
        penalties[each.category] = penalties.get(each.category, 0.0) + penalty(each.category, each.severity, typology)
    places = {each.id: number for number, each in enumerate((*typology.types, *typology.dimensions))}
    dimensions = {each.id: number for number, each in enumerate(typology.dimensions)}

    def rank(category: str) -> tuple[int, int]:
        return dimensions.get(category.partition("/")[0], 99), places.get(category, 999)

    return [
        CategoryLine(
            category,
            typology.name_of(category, language),
            _dimension(category, typology),
            counts[category],
            penalties[category],
        )
        for category in sorted(counts, key=rank)
    ]


def _dimension(category: str, typology: Typology) -> str:
    found = typology.resolve(category)
    return found.dimension if found else category.partition("/")[0]
