"""Scores: what each signal measured, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from .finding import Finding
from .language import FR_EN, LanguagePair
from .segment import SegmentKind
from .span import Side, Span


@dataclass(frozen=True, slots=True)
class Pair:
    """A source and a target to be measured. candidates: texts engines proposed for it (agreement). previous and
    following: the neighbours' targets, for shifted drafts; "" at an edge or unknown."""

    id: str
    source: str
    target: str
    pair: LanguagePair = FR_EN
    kind: SegmentKind = SegmentKind.PARAGRAPH
    candidates: tuple[str, ...] = ()
    previous: str = ""
    following: str = ""


@dataclass(frozen=True, slots=True)
class WordScore:
    """How suspicious one word is. score: 0–1. reason: a finding code or a reason code, "" when there is none."""

    side: Side
    span: Span
    score: float
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SignalValue:
    """What a signal measured for one pair. value: None when it could not be measured. detail: for people."""

    id: str
    signal: str
    value: float | None
    detail: str = ""
    words: tuple[WordScore, ...] = ()
    features: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Contribution:
    """The part one signal played in a divergence, in points of the 0–100 scale (they sum to it)."""

    signal: str
    points: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Scorecard:
    """All that is known of one segment.

    signature: what made it, sacrebleu style, parts joined by "|".
    divergence: 0–100, calibrated: 50 is even odds that a reviewer would mark an error. order: higher is worse, for
    "worst first" only. flagged: divergence above the threshold in force when it was made.
    """

    id: str
    divergence: float
    order: float
    flagged: bool
    findings: tuple[Finding, ...] = ()
    words: tuple[WordScore, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    signature: str = ""
