"""How far two reviewers agree: Cohen's kappa on which segments hold an error, F1 of the spans they marked.

Judgements of the two may come from one project or from two copies of it: segments are told by their ids.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..domain.report import Agreement
from ..domain.span import Side, Span
from . import annotations as marked
from .quality_session import Record

if TYPE_CHECKING:
    from .session import ReviewSession

Place = tuple[str, Side, int, int]


@dataclass(frozen=True, slots=True)
class Judgements:
    """What one reviewer marked. segments: all he looked at; flagged: of those, with an error; spans: the errors that
    have one, as (segment, side, start, end)."""

    reviewer: str
    segments: frozenset[str]
    flagged: frozenset[str]
    spans: frozenset[Place]

    @classmethod
    def of(cls, session: ReviewSession, record: Record) -> Judgements:
        """Of one session: its sample, its reviewer's errors. Spans are where they were set when the text was altered
        since, so that an edit does not count as disagreement."""
        inside = frozenset(record.segments)
        found = [p.annotation for p in marked.all_of(session) if p.annotation.by == record.reviewer]
        found = [each for each in found if each.segment in inside]
        spans = frozenset((e.segment, e.side, e.span.start, e.span.end) for e in found if e.span)
        return cls(record.reviewer, inside, frozenset(each.segment for each in found), spans)


def compare(one: Judgements, two: Judgements) -> Agreement:
    """On the segments that both looked at."""
    shared = one.segments & two.segments
    a, b = one.flagged & shared, two.flagged & shared
    both, only_a, only_b = len(a & b), len(a - b), len(b - a)
    neither = len(shared) - both - only_a - only_b
    spans = [frozenset(p for p in each.spans if p[0] in shared) for each in (one, two)]
    return Agreement(
        *(one.reviewer, two.reviewer, len(shared), both, only_a, only_b, neither),
        kappa(both, only_a, only_b, neither),
        f1(spans[0], spans[1]),
        f1(_characters(spans[0]), _characters(spans[1])),
    )


def kappa(both: int, only_first: int, only_second: int, neither: int) -> float | None:
    """Cohen's kappa of two raters and two classes (Cohen 1960): (observed - expected) / (1 - expected) agreement."""
    total = both + only_first + only_second + neither
    if not total:
        return None
    observed = (both + neither) / total
    yes = (both + only_first) * (both + only_second)
    no = (neither + only_first) * (neither + only_second)
    expected = (yes + no) / total**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def f1(one: Collection[object], two: Collection[object]) -> float | None:
    """2 x shared / (first + second): the harmonic mean of precision and recall, whoever is called the truth."""
    if not one and not two:
        return None
    return 2 * len(set(one) & set(two)) / (len(one) + len(two))


def _characters(spans: Collection[Place]) -> set[tuple[str, Side, int]]:
    return {(segment, side, at) for segment, side, start, end in spans for at in range(*Span(start, end))}
