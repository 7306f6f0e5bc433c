"""Which of several translations the others agree with most, and what each kept of the source.

Minimum Bayes risk decoding over the candidates with chrF as the measure (Kumar & Byrne 2004; Freitag et al. 2022,
"High Quality Rather than High Model Probability"), weighed by how far each engine was right before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from sacrebleu.metrics.chrf import CHRF

from ..domain.candidate import Candidate

# How much an engine's word counts, between 0 and 1. Chosen by hand, in the order of chrF that
# tests/benchmarks/translation.py prints.
# The small language model writes best and invents most: meaning kept comes first, so that it counts least.
TRUST: Mapping[str, float] = {"firefox": 1.0, "pivot": 0.9, "local": 0.45}
_DEFAULT_TRUST = 0.6
_DOUBT = 9.0  # points one doubt costs
_MOST_DOUBTS = 4
_AGREEMENT, _PRIOR = 0.35, 55.0


@lru_cache(maxsize=1)
def _chrf() -> CHRF:
    return CHRF()


def trust(engine: str) -> float:
    return TRUST.get(engine, _DEFAULT_TRUST)


def agreement(candidates: Sequence[Candidate]) -> list[float]:
    """For each candidate the mean chrF (0–100) with the others, weighed by trust; 50 when there is no other."""
    return [_with_others(index, candidates) for index in range(len(candidates))]


def _with_others(index: int, candidates: Sequence[Candidate]) -> float:
    weights, total = 0.0, 0.0
    for other, candidate in enumerate(candidates):
        if other != index and candidate.text:
            weight = trust(candidate.engine)
            weights += weight
            total += weight * _chrf().sentence_score(candidates[index].text, [candidate.text]).score
    return total / weights if weights else 50.0


def consensus(candidates: Sequence[Candidate]) -> list[float]:
    """A score from 0 to 100 for each: agreement, trust in its engine, and what it lost or made up."""
    return [
        max(0.0, min(100.0, _AGREEMENT * agreed + _PRIOR * trust(candidate.engine) + 10.0 - _cost(candidate)))
        for candidate, agreed in zip(candidates, agreement(candidates), strict=True)
    ]


def _cost(candidate: Candidate) -> float:
    return _DOUBT * min(_MOST_DOUBTS, len(candidate.doubts))
