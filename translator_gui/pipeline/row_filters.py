"""Which rows of an article are exported as pairs, and why the others are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..domain.language import LanguagePair
from ..domain.score import Scorecard
from ..domain.segment import Row
from .batch_recipe import Dedupe, Filters
from .duplicates import Duplicates
from .language_check import in_language

UNTRANSLATED = "untranslated"


@dataclass(frozen=True)
class Measured:
    """What is known of an article's rows, by segment id."""

    cards: Mapping[str, Scorecard]
    probabilities: Mapping[str, float]
    severities: Mapping[str, Sequence[str]]


def let_through(
    rows: Iterable[Row], measured: Measured, filters: Filters, pair: LanguagePair
) -> tuple[list[Row], Counter[str]]:
    """The rows that fulfil ``filters``, and how many do not for which reason (the first that applies). Rows without a
    translation are counted, and kept: what becomes of them is the format's concern."""
    kept, why = [], Counter[str]()
    seen = Duplicates(filters.dedupe.value, filters.near)
    for row in rows:
        if row.segment.excluded:
            continue
        if not row.target.text.strip():
            why[UNTRANSLATED] += 1
            kept.append(row)
            continue
        reason = _reason(row, measured, filters, pair)
        if not reason and filters.dedupe is not Dedupe.NONE and seen.seen(row.segment.source, row.target.text):
            reason = "duplicate"
        if reason:
            why[reason] += 1
        else:
            kept.append(row)
    return kept, why


def _reason(row: Row, measured: Measured, filters: Filters, pair: LanguagePair) -> str:
    source, target, card = row.segment.source, row.target.text, measured.cards.get(row.id)
    if filters.states and row.target.state.value not in filters.states:
        return "state"
    if card is not None and card.divergence > filters.worst:
        return "divergence"
    if card is not None and card.flagged and not filters.flagged:
        return "flagged"
    if measured.probabilities.get(row.id, 1.0) < filters.min_probability:
        return "alignment"
    if set(filters.severities) & set(measured.severities.get(row.id, ())):
        return "finding"
    words = max(len(source.split()), len(target.split()))
    if words < filters.min_words or (filters.max_words and words > filters.max_words):
        return "length"
    if filters.max_ratio and _ratio(source, target) > filters.max_ratio:
        return "ratio"
    if filters.language and not (in_language(source, pair.source) and in_language(target, pair.target)):
        return "language"
    return ""


def _ratio(source: str, target: str) -> float:
    short, long = sorted((len(source), len(target)))
    return long / max(1, short)
