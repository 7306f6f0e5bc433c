"""Candidates of several engines in one list, best first, each text once, each with a score from 0 to 100."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from ..domain.candidate import Candidate, TranslationRequest
from ..domain.score import Pair, Scorecard
from ..kit.jobs import JobContext
from .consensus import consensus
from .names import fold

Ranker = Callable[[Sequence[Pair], JobContext], list[Scorecard]]
_SCORER = 0.25  # the scorer's part: it cannot by itself put fluent invention first (a model likes its own words)
_DOUBTFUL = 60.0  # divergence from which the scorer's doubt is told


def unique(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Each text once (case and accents aside); the first one stays."""
    seen: dict[str, Candidate] = {}
    for candidate in candidates:
        seen.setdefault(fold(" ".join(candidate.text.split())), candidate)
    return list(seen.values())


def ranked(
    items: Sequence[tuple[TranslationRequest, Sequence[Candidate]]], ranker: Ranker | None, ctx: JobContext
) -> list[tuple[Candidate, ...]]:
    """For each request its candidates, best first. One call of the ranker for all of them."""
    lists = [unique(candidates) for _, candidates in items]
    cards = _scorecards([(request, found) for (request, _), found in zip(items, lists, strict=True)], ranker, ctx)
    return [_ordered(found, card) for found, card in zip(lists, cards, strict=True)]


def _scorecards(
    items: Sequence[tuple[TranslationRequest, list[Candidate]]], ranker: Ranker | None, ctx: JobContext
) -> list[list[Scorecard]]:
    """The scorer's cards per request; empty lists without a ranker."""
    if ranker is None:
        return [[] for _ in items]
    pairs = [
        Pair(request.id, request.text, candidate.text, request.pair, request.kind, _others(candidate, found))
        for request, found in items
        for candidate in found
    ]
    cards = iter(ranker(pairs, ctx) if pairs else [])
    return [[next(cards) for _ in found] for _, found in items]


def _others(candidate: Candidate, found: Sequence[Candidate]) -> tuple[str, ...]:
    return tuple(other.text for other in found if other is not candidate)


def _ordered(found: Sequence[Candidate], cards: Sequence[Scorecard]) -> tuple[Candidate, ...]:
    scores = consensus(found)
    if cards:
        scores = [_SCORER * part + (1 - _SCORER) * own for part, own in zip(_parts(cards), scores, strict=True)]
        found = [_doubted(candidate, card) for candidate, card in zip(found, cards, strict=True)]
    rows = sorted(zip(scores, found, strict=True), key=lambda row: -row[0])
    return tuple(dataclasses.replace(candidate, score=round(score, 1)) for score, candidate in rows)


def _parts(cards: Sequence[Scorecard]) -> list[float]:
    """100 for the lowest divergence order of the request's candidates, less for the others, by their distance."""
    orders = [card.order for card in cards]
    low, width = min(orders), max(orders) - min(orders)
    if width <= 0:
        return [100.0 - card.divergence for card in cards]
    # Half of it relative (order compares drafts of one source), half absolute (divergence says how bad it is).
    relative = [100.0 * (1 - (order - low) / width) for order in orders]
    return [0.5 * part + 0.5 * (100.0 - card.divergence) for part, card in zip(relative, cards, strict=True)]


def _doubted(candidate: Candidate, card: Scorecard) -> Candidate:
    """The scorer's doubts added to the engine's own."""
    told = [finding.message for finding in card.findings if finding.hard]
    if card.divergence >= _DOUBTFUL and not told:
        told = [f"The scorer doubts it: divergence {card.divergence:.0f} of 100."]
    new = tuple(message for message in dict.fromkeys(told) if message not in candidate.doubts)
    return dataclasses.replace(candidate, doubts=(*candidate.doubts, *new[:3]))
