"""Where to go next: worst first, next flagged, next unreviewed. All wrap round; None when there is nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from ..store import codec
from ..store.codec import IN
from .tally import CONFIRMED

if TYPE_CHECKING:
    from .session import ReviewSession


Wanted = Callable[[codec.Record], bool]


def _vouched(record: codec.Record) -> bool:
    """Confirmed by a person in this project. A state that came with an imported file has no name to it, and is
    looked at like any other."""
    return record[codec.STATE] in CONFIRMED and bool(record[codec.AUTHOR])


def next_worst(session: ReviewSession, current: str, flagged_only: bool = False) -> str | None:
    """The id of the worst segment (highest ``order``, then divergence, then place) that nobody has confirmed yet.

    The session remembers where this key has led, so that skipping one goes on to the next worst, also when an edit
    made the last one better. When all have been seen, it starts again at the worst.
    """
    session.walked.add(current)
    found = _worst(session, session.walked, flagged_only)
    if found is None:
        session.walked.clear()
        session.walked.add(current)
        found = _worst(session, session.walked, flagged_only)
    return found


def _worst(session: ReviewSession, seen: set[str], flagged_only: bool) -> str | None:
    table, flagged = session.table, session.scores.flagged
    best: tuple[float, float, int] | None = None
    for segment, mark in session.scores.marks.items():
        if (best is not None and mark.order < best[0]) or segment in seen or not table.has(segment):
            continue
        place = table.place(segment)
        record = table.records[place]
        if record[codec.EXCLUSION] not in IN or _vouched(record) or (flagged_only and segment not in flagged):
            continue
        rank = (mark.order, mark.divergence, -place)
        if best is None or rank > best:
            best = rank
    return None if best is None else str(table.records[-best[2]][codec.ID])


def next_flagged(session: ReviewSession, current: str, backwards: bool = False) -> str | None:
    """In article order, from ``current`` ("" for the start); those confirmed here are passed over."""
    flagged = session.scores.flagged
    return next_such(session, current, backwards, lambda record: record[0] in flagged and not _vouched(record))


def next_unreviewed(session: ReviewSession, current: str, backwards: bool = False) -> str | None:
    return next_such(session, current, backwards, lambda record: record[codec.STATE] not in CONFIRMED)


def next_segment(session: ReviewSession, current: str, backwards: bool = False) -> str | None:
    """The next that is part of the article."""
    return next_such(session, current, backwards, lambda record: True)


def next_such(session: ReviewSession, current: str, backwards: bool, wanted: Wanted) -> str | None:
    """The next of the article whose record is wanted."""
    records = session.table.records
    for index in _around(len(records), session.index(current) if current in session else None, backwards):
        record = records[index]
        if record[codec.EXCLUSION] in IN and wanted(record):
            return str(record[0])
    return None


def _around(count: int, start: int | None, backwards: bool) -> Iterable[int]:
    """All indexes but ``start``, beginning beside it, once round."""
    step = -1 if backwards else 1
    if start is None:
        return range(count)[::step]
    return ((start + step * distance) % count for distance in range(1, count))
