"""Scores and checks of texts with placeables: measured without them, told of the texts with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from ..domain.finding import Finding
from ..domain.protocols import Scorer
from ..domain.score import Pair, Scorecard
from ..domain.span import Side, Span
from ..kit.jobs import JobContext
from ..text.placeables import Untagged, has_tags, plain, untagged

Run = Callable[[Sequence[Pair]], "list[list[Finding]]"]


def is_tagged(pair: Pair) -> bool:
    return has_tags(pair.source) or has_tags(pair.target)


def without(pair: Pair) -> Pair:
    """The pair and its surroundings without placeables."""
    return replace(
        pair,
        source=plain(pair.source),
        target=plain(pair.target),
        candidates=tuple(map(plain, pair.candidates)),
        previous=plain(pair.previous),
        following=plain(pair.following),
    )


def checked(pairs: Sequence[Pair], run: Run, own: Run) -> list[list[Finding]]:
    """``run`` on all pairs without placeables, and ``own`` (what only looks at these) on those that have some."""
    if not any(map(is_tagged, pairs)):
        return run(pairs)
    found = run([without(pair) for pair in pairs])
    return [
        [*own([pair])[0], *_Back(pair).findings(findings)] if is_tagged(pair) else findings
        for pair, findings in zip(pairs, found, strict=True)
    ]


class TaggedScorer:
    """The scorer it wraps; texts without placeables pass as they are. All else is the scorer's own."""

    def __init__(self, scorer: Scorer, own: Run) -> None:
        self._scorer, self._own = scorer, own

    def __getattr__(self, name: str) -> Any:
        return getattr(self._scorer, name)

    def signature(self) -> str:
        return self._scorer.signature()

    def score(self, pairs: Sequence[Pair], ctx: JobContext) -> list[Scorecard]:
        """As the scorer's, with the findings on placeables added: they never alter the divergence."""
        if not any(map(is_tagged, pairs)):
            return self._scorer.score(pairs, ctx)
        cards = self._scorer.score([without(pair) for pair in pairs], ctx)
        return [
            _Back(pair).card(card, self._own([pair])[0]) if is_tagged(pair) else card
            for pair, card in zip(pairs, cards, strict=True)
        ]


class _Back:
    """Carries spans of the texts without placeables to those with them."""

    def __init__(self, pair: Pair) -> None:
        self._sides: dict[Side, Untagged] = {
            Side.SOURCE: untagged(pair.source),
            Side.TARGET: untagged(pair.target),
        }

    def _span(self, side: Side, span: Span) -> Span:
        return self._sides[side].raw(span)

    def findings(self, findings: Sequence[Finding]) -> list[Finding]:
        return [f if f.span is None else replace(f, span=self._span(f.side, f.span)) for f in findings]

    def card(self, card: Scorecard, own: Sequence[Finding]) -> Scorecard:
        words = tuple(replace(word, span=self._span(word.side, word.span)) for word in card.words)
        return replace(card, findings=(*own, *self.findings(card.findings)), words=words)
