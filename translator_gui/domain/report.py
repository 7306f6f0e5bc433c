"""What a quality review found: one value, from which every form of the report is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .finding import Severity
from .language import FR_EN, LanguagePair
from .span import Side, Span


@dataclass(frozen=True, slots=True)
class ErrorLine:
    """One error. place: number of its segment in the article, 1-based. dimension, category: ids of the typology;
    name: of the category, in the report's language. quote: the words marked. source, target: the texts as they were
    when the error was marked where that is known, else as they are. outdated: the marked words were altered since.
    """

    id: str
    segment: str
    place: int
    side: Side
    span: Span | None
    quote: str
    category: str
    name: str
    severity: Severity
    penalty: float
    comment: str = ""
    suggestion: str = ""
    by: str = ""
    at: str = ""
    source: str = ""
    target: str = ""
    from_finding: bool = False
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class CommentLine:
    """A comment or an answer. quote: the words it is about, "" for the whole segment."""

    segment: str
    place: int
    body: str
    by: str = ""
    at: str = ""
    quote: str = ""
    reply: bool = False
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class SegmentLine:
    """One segment of the review. divergence_before: at the start of the session; None where it was never scored.
    seconds: time on task. rating: ESA, 0-100. penalty: sum over its errors. before: the target the session began with.
    edited: share of its words that were altered, 0-1. unedited: confirmed, and still as the machine wrote it."""

    id: str
    place: int
    source: str
    before: str
    target: str
    state: str
    rejected: str = ""
    words: int = 0
    divergence_before: float | None = None
    divergence: float | None = None
    seconds: float = 0.0
    rating: float | None = None
    errors: int = 0
    penalty: float = 0.0
    edited: float = 0.0
    unedited: bool = False
    done: bool = False


@dataclass(frozen=True, slots=True)
class CategoryLine:
    """counts: errors per severity."""

    category: str
    name: str
    dimension: str
    counts: Mapping[Severity, int]
    penalty: float

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class MqmScore:
    """MQM by the linear formula (https://themqm.org, "raw scoring model").

    penalty: absolute penalty total, Σ error type weight x severity multiplier. words: evaluation word count.
    per_thousand: penalty x 1000 / words. quality: overall quality score, (1 - penalty / words) x 100; may be below 0.
    passed: quality >= threshold. Without words, per_thousand and quality are None and nothing passes.
    """

    penalty: float
    words: int
    per_thousand: float | None
    quality: float | None
    threshold: float
    passed: bool


@dataclass(frozen=True, slots=True)
class EsaScore:
    """Mean of the ratings, 0-100, and its 95 % interval (percentile bootstrap over segments). count: of ratings."""

    mean: float
    low: float
    high: float
    count: int
    resamples: int
    seed: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """passed: the reviewer's word where he overruled (then reason, by, at are his), else the formula's."""

    passed: bool
    overruled: bool = False
    reason: str = ""
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two reviewers agree. segments: judged by both. both, only_first, only_second, neither: how many of them
    they flagged. kappa: None where chance alone explains all (both flagged all or none). exact_f1: spans with the
    same ends; character_f1: by marked characters. None where nobody marked any."""

    first: str
    second: str
    segments: int
    both: int
    only_first: int
    only_second: int
    neither: int
    kappa: float | None
    exact_f1: float | None
    character_f1: float | None


@dataclass(frozen=True, slots=True)
class QualityReport:
    """parameters: all the formulas depend on, for people to read (name -> value). signatures: of the scorer, as they
    are on the scorecards. machine_share: of the confirmed segments, that are unedited machine text, 0-1. agreement:
    with another reviewer, where one was asked for. texts of people and articles are as they are: whoever writes a
    file escapes them."""

    title: str
    origin: str
    reviewer: str
    created: str
    program: str
    method: str
    sample: str
    status: str
    started: str
    finished: str
    pair: LanguagePair = FR_EN
    segments: tuple[SegmentLine, ...] = ()
    errors: tuple[ErrorLine, ...] = ()
    comments: tuple[CommentLine, ...] = ()
    categories: tuple[CategoryLine, ...] = ()
    mqm: MqmScore | None = None
    esa: EsaScore | None = None
    verdict: Verdict | None = None
    parameters: Mapping[str, str] = field(default_factory=dict)
    signatures: tuple[str, ...] = ()
    source_words: int = 0
    target_words: int = 0
    done: int = 0
    rejected: int = 0
    seconds: float = 0.0
    words_per_hour: float | None = None
    machine_share: float = 0.0
    threshold: float = 50.0
    agreement: Agreement | None = None

    def severities(self) -> dict[Severity, int]:
        """Errors per severity, every severity named."""
        return {each: sum(error.severity is each for error in self.errors) for each in Severity}
