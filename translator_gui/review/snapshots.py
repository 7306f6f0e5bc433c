"""Snapshots of a session for jobs in other threads: values only, nothing that alters under their hands."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from ..domain.candidate import TranslationRequest
from ..domain.language import LanguagePair
from ..domain.score import Pair
from ..domain.segment import Origin, State, Target
from ..domain.unit import TranslationUnit
from ..store import codec

if TYPE_CHECKING:
    from .session import ReviewSession

CONFIRMED = (State.REVIEWED, State.FINAL)


def pair(session: ReviewSession, segment: str) -> Pair:
    index = session.index(segment)
    row = session.rows[index]
    return Pair(
        segment,
        row.segment.source,
        row.target.text,
        session.head.pair,
        row.segment.kind,
        tuple(candidate.text for candidate in session.candidates(segment)),
        previous=_neighbour(session, index, -1),
        following=_neighbour(session, index, 1),
    )


def _neighbour(session: ReviewSession, index: int, step: int) -> str:
    """The target of the next row in that direction that is part of the article."""
    index += step
    records = session.table.records
    while 0 <= index < len(records):
        if not codec.EXCLUSIONS[records[index][codec.EXCLUSION]].excluded:
            return str(records[index][codec.TEXT])
        index += step
    return ""


def newly_confirmed(before: Target, after: Target) -> bool:
    """A person has vouched for a text that was not vouched for before."""
    if after.state not in CONFIRMED or not after.text.strip():
        return False
    return before.state not in CONFIRMED or before.text != after.text


def unit(session: ReviewSession, segment: str) -> TranslationUnit:
    """The pair as it enters the translation memory."""
    index = session.index(segment)
    row = session.rows[index]
    before = session.table.records[index - 1][codec.SOURCE] if index else ""
    article = session.head
    at = row.target.at
    origin = article.title or article.origin
    engine = row.target.engine if row.target.origin is Origin.ENGINE else ""
    return TranslationUnit(
        row.segment.source, row.target.text, article.pair, row.target.by, at, at, origin, before, engine=engine
    )


def requests(
    session: ReviewSession, segments: Iterable[str] | None = None, signature: str = "", previous: int = 2
) -> list[TranslationRequest]:
    """What to ask an engine, in article order, excluded lines left out.

    segments: None for all. signature: of the engine; what it answered before, for the same source, is left out, so
    that proposing goes on where it stopped. previous: so many pairs before each that have a target.
    """
    done = session.store.proposed(signature) if signature else set()
    return requests_of(session.table.records, session.head.pair, segments, done, previous)


def requests_of(
    records: Iterable[codec.Record],
    languages: LanguagePair,
    segments: Iterable[str] | None = None,
    done: Collection[str] = (),
    previous: int = 2,
) -> list[TranslationRequest]:
    """The same from records alone, in any thread; without what is done."""
    wanted, result = None if segments is None else set(segments), []
    before: list[tuple[str, str]] = []
    for record in records:
        if codec.EXCLUSIONS[record[codec.EXCLUSION]].excluded or not record[codec.SOURCE].strip():
            continue
        id_, source, text = record[codec.ID], record[codec.SOURCE], record[codec.TEXT]
        if id_ not in done and (wanted is None or id_ in wanted):
            context = tuple(before[-previous:]) if previous else ()
            result.append(TranslationRequest(id_, source, languages, codec.KINDS[record[codec.KIND]], context))
        if text:
            before.append((source, text))
    return result
