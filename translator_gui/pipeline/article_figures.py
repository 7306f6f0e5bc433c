"""Figures of one article for the summary of a batch: histograms and sums that can be added up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from ..domain.batch import DIVERGENCE_STEP, RATIO_BINS, RATIO_STEP, WORDS_BINS, WORDS_STEP
from ..domain.finding import Finding
from ..domain.score import Scorecard
from ..domain.segment import Row


def figures(
    rows: Sequence[Row], cards: Mapping[str, Scorecard], findings: Mapping[str, Sequence[Finding]]
) -> dict[str, Any]:
    """Fields of domain.batch.ArticleLine, over all rows that have both sides, exported or not."""
    divergence, words, ratio = Counter[int](), Counter[int](), Counter[int]()
    sums = Counter[str]()
    for row in rows:
        source, target = row.segment.source, row.target.text
        if row.segment.excluded or not target.strip():
            continue
        length = len(source.split())
        words[min(WORDS_BINS - 1, length // WORDS_STEP)] += 1
        ratio[min(RATIO_BINS - 1, int(len(target) / max(1, len(source)) / RATIO_STEP))] += 1
        sums["source_words"] += length
        sums["target_words"] += len(target.split())
    for card in cards.values():
        divergence[min(100 // DIVERGENCE_STEP - 1, int(card.divergence // DIVERGENCE_STEP))] += 1
    total = round(sum(card.divergence for card in cards.values()), 2)
    every = [finding for each in findings.values() for finding in each]
    flagged = sum(card.flagged for card in cards.values())
    return {
        "divergence": dict(sorted(divergence.items())),
        "words": dict(sorted(words.items())),
        "ratio": dict(sorted(ratio.items())),
        "findings": dict(sorted(Counter(finding.code for finding in every).items())),
        "severities": dict(sorted(Counter(finding.severity.value for finding in every).items())),
        "sums": {**sums, "divergence": total, "scored": len(cards), "flagged": flagged},
    }
