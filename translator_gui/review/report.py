"""The report of a review session as one value (domain.report.QualityReport), from what the project file holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from .. import __version__
from ..domain.mqm import MISSING
from ..domain.remark import Comment
from ..domain.report import CommentLine, ErrorLine, QualityReport, SegmentLine, Verdict
from ..domain.segment import Row
from ..domain.span import Side
from ..store.writing import now
from ..text.tokens import word_count
from . import annotations as marked
from . import comments, scorecard, typology, unedited
from .agreement import Judgements, compare
from .annotations import Placed
from .quality_plan import Method, Plan
from .quality_session import Record, Status
from .report_parameters import parameters, sample
from .typology import Typology

if TYPE_CHECKING:
    from .session import ReviewSession

__all__ = ["build"]


def build(
    session: ReviewSession, record: Record | None = None, language: str = "en", other: Judgements | None = None
) -> QualityReport:
    """record: of a session (quality_session.records, or QualitySession.record): its sample and its reviewer's errors;
    None: the whole article and everybody's. language: of the names of error types ("en", "fr"). other: what
    another reviewer marked, to be compared with.

    Words are source words of the sample between white space. 10,000 segments take about a second.
    """
    record = record or _whole(session)
    reviewer, typed = record.reviewer, typology.of(session)
    rows = [session.row(segment) for segment in record.segments if segment in session]
    rows = [row for row in rows if not row.segment.excluded]
    inside = {row.id for row in rows}
    placed = [p for p in marked.all_of(session) if p.annotation.segment in inside and _by(p, record)]
    found = [each.annotation for each in placed]
    words = sum(word_count(row.segment.source) for row in rows)
    lines = tuple(_segments(session, record, rows, placed, typed))
    score = scorecard.mqm(found, words, typed, record.plan.pass_threshold)
    is_esa = record.plan.method is Method.ESA
    ratings = [line.rating for line in lines if line.rating is not None]
    done_words = sum(line.words for line in lines if line.done)
    seconds = sum(record.seconds.values())
    article = session.head
    return QualityReport(
        title=article.title,
        origin=article.origin,
        reviewer=reviewer,
        created=now(),
        program=f"Translator GUI {__version__}",
        method=record.plan.method.value,
        sample=sample(record.plan, len(rows), language),
        status=record.status.value,
        started=record.started,
        finished=record.finished,
        pair=article.pair,
        segments=lines,
        errors=tuple(_error(session, each, typed, language) for each in placed),
        comments=tuple(_comments(session, rows)),
        categories=tuple(scorecard.by_category(found, typed, language)),
        mqm=None if is_esa else score,
        esa=scorecard.esa(ratings, record.plan.seed) if is_esa else None,
        verdict=None if is_esa and record.override is None else _verdict(record, score.passed),
        parameters=parameters(session, record, typed, language),
        signatures=tuple(_signatures(session, inside)),
        source_words=words,
        target_words=sum(word_count(line.target) for line in lines),
        done=sum(line.done for line in lines),
        rejected=sum(bool(line.rejected) for line in lines),
        seconds=seconds,
        words_per_hour=done_words * 3600 / seconds if done_words and seconds else None,
        machine_share=_machine_share(session),
        threshold=session.threshold,
        agreement=compare(Judgements.of(session, record), other) if other else None,
    )


def _whole(session: ReviewSession) -> Record:
    segments = tuple(row.id for row in session.rows if not row.segment.excluded)
    done = {row.id for row in session.rows if row.target.state.value in ("reviewed", "final") or row.target.rejected}
    return Record("", "", "", Plan(), segments, status=Status.RUNNING, done=done)


def _by(placed: Placed, record: Record) -> bool:
    """Of the session's reviewer; of anybody where there is no session."""
    return not record.id or placed.annotation.by == record.reviewer


def _verdict(record: Record, passed: bool) -> Verdict:
    over = record.override
    return Verdict(passed) if over is None else Verdict(over.passed, True, over.reason, over.by, over.at)


def _machine_share(session: ReviewSession) -> float:
    return unedited.of(session).share().value


def _segments(
    session: ReviewSession, record: Record, rows: Sequence[Row], placed: Iterable[Placed], typed: Typology
) -> Iterable[SegmentLine]:
    errors: dict[str, list[float]] = {}
    for each in placed:
        cost = scorecard.penalty(each.annotation.category, each.annotation.severity, typed)
        errors.setdefault(each.annotation.segment, []).append(cost)
    machine = unedited.of(session)
    for row in rows:
        before = session.store.target_at(row.id, record.edit) if record.id else session.store.target_at(row.id, 0)
        before = before or ""
        rating = marked.rating(session, row.id, record.reviewer)
        costs = errors.get(row.id, [])
        yield SegmentLine(
            id=row.id,
            place=session.index(row.id) + 1,
            source=row.segment.source,
            before=before,
            target=row.target.text,
            state=row.target.state.value,
            rejected=row.target.rejected,
            words=word_count(row.segment.source),
            divergence_before=record.divergence.get(row.id),
            divergence=session.divergence(row.id),
            seconds=round(record.seconds.get(row.id, 0.0), 1),
            rating=rating.value if rating else None,
            errors=len(costs),
            penalty=sum(costs),
            edited=edited_share(before, row.target.text),
            unedited=machine.marked(row.id),
            done=row.id in record.done,
        )


def edited_share(before: str, after: str) -> float:
    """Word edits (insert, delete, replace) that turn one into the other, over the words of the longer one: 0-1."""
    if before == after:
        return 0.0
    return round(Levenshtein.normalized_distance(before.split(), after.split()), 4)


def _error(session: ReviewSession, placed: Placed, typed: Typology, language: str) -> ErrorLine:
    """Texts as they were when the error was marked: its span is of them."""
    error, row = placed.annotation, session.row(placed.annotation.segment)
    source, target = row.segment.source, row.target.text
    if error.text:
        source, target = (error.text, target) if error.side is Side.SOURCE else (source, error.text)
    return ErrorLine(
        id=error.id,
        segment=error.segment,
        place=session.index(error.segment) + 1,
        side=error.side,
        span=error.span,
        quote=MISSING if error.category == MISSING else placed.quote,
        category=error.category,
        name=typed.name_of(error.category, language),
        severity=error.severity,
        penalty=scorecard.penalty(error.category, error.severity, typed),
        comment=error.comment,
        suggestion=error.suggestion,
        by=error.by,
        at=error.at,
        source=source,
        target=target,
        from_finding=bool(error.finding),
        outdated=placed.outdated,
    )


def _comments(session: ReviewSession, rows: Iterable[Row]) -> Iterable[CommentLine]:
    for row in rows:
        if session.remarks.has(row.id, Comment):
            for thread in comments.threads(session, row.id):
                first, place = thread.first, session.index(row.id) + 1
                yield CommentLine(row.id, place, first.body, first.by, first.at, thread.quote, resolved=thread.resolved)
                for reply in thread.replies:
                    yield CommentLine(
                        row.id, place, reply.body, reply.by, reply.at, reply=True, resolved=thread.resolved
                    )


def _signatures(session: ReviewSession, inside: set[str]) -> list[str]:
    return sorted({signature for segment, signature in session.store.signatures() if signature and segment in inside})
