"""The score of a review while it goes on: the report's formulas on what is marked so far, cheap enough for every key.

The same figures as the report's (review/report.py); a test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..domain.finding import Severity
from ..domain.mqm import Annotation
from ..domain.remark import Rating
from ..domain.report import EsaScore, MqmScore, Verdict
from ..store import codec
from ..store.codec import IN
from . import scorecard, typology
from .quality_plan import Method, Plan

if TYPE_CHECKING:
    from .quality_session import Record
    from .session import ReviewSession
    from .typology import Typology


@dataclass(frozen=True)
class LiveScore:
    """mqm or esa by the method; counts: errors by severity. rated: ratings of ``segments``. verdict: None while
    there is nothing to judge (ESA has no threshold of its own)."""

    method: Method
    typology: Typology
    mqm: MqmScore | None
    esa: EsaScore | None
    counts: dict[Severity, int]
    segments: int
    verdict: Verdict | None

    @property
    def rated(self) -> int:
        return self.esa.count if self.esa else 0


def live_score(session: ReviewSession, record: Record | None = None) -> LiveScore:
    """record: of the running session, or the last one; None: the whole article, everybody's errors. Costs go by the
    number of errors, not of segments."""
    plan, reviewer = (record.plan, record.reviewer) if record else (Plan(), "")
    sampled = None if record is None else frozenset(record.segments)
    errors = [
        each
        for each in session.remarks.all(Annotation)
        if _counts(session, sampled, each.segment) and (record is None or each.by == reviewer)
    ]
    typed, counts = typology.of(session), dict.fromkeys(Severity, 0)
    for each in errors:
        counts[each.severity] += 1
    segments, words = session.source_words.sample(record.segments if record else None)
    mqm = esa = verdict = None
    if plan.method is Method.MQM:
        mqm = scorecard.mqm(errors, words, typed, plan.pass_threshold)
        verdict = Verdict(mqm.passed)
    else:
        esa = scorecard.esa(_ratings(session, sampled, reviewer), plan.seed)
    if record is not None and record.override is not None:
        over = record.override
        verdict = Verdict(over.passed, True, over.reason, over.by, over.at)
    return LiveScore(plan.method, typed, mqm, esa, counts, segments, verdict)


def _counts(session: ReviewSession, sampled: frozenset[str] | None, segment: str) -> bool:
    """Is the segment in the sample, still there, and part of the article?"""
    if (sampled is not None and segment not in sampled) or segment not in session:
        return False
    return session.table.records[session.index(segment)][codec.EXCLUSION] in IN


def _ratings(session: ReviewSession, sampled: frozenset[str] | None, reviewer: str) -> list[float]:
    """The last one of each segment, in article order as the report has them: the interval is drawn from it."""
    last: dict[str, float] = {}
    for rating in session.remarks.all(Rating):
        if _counts(session, sampled, rating.segment) and (not reviewer or rating.by == reviewer):
            last[rating.segment] = rating.value
    return [last[segment] for segment in sorted(last, key=session.index)]
