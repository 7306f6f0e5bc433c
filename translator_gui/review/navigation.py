"""Where to go next: worst first, next flagged, next unreviewed. All wrap round; None when there is nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from ..domain.segment import State
from ..store import codec

if TYPE_CHECKING:
    from .session import ReviewSession

_OPEN = (codec.STATES.index(State.INITIAL), codec.STATES.index(State.TRANSLATED))
_IN = tuple(number for number, kind in enumerate(codec.EXCLUSIONS) if not kind.excluded)


Wanted = Callable[[codec.Record], bool]


def _vouched(record: codec.Record) -> bool:
    """Confirmed by a person in this project. A state that came with an imported file has no name to it, and is
    looked at like any other."""
    return record[codec.STATE] not in _OPEN and bool(record[codec.AUTHOR])


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
    scores, best, found = session.scores, (float("-inf"), 0.0), None
    marks, flagged = scores.marks, scores.flagged
    for record in session.table.records:
        mark = marks.get(record[0])
        if mark is None or record[codec.EXCLUSION] not in _IN or _vouched(record):
            continue
        rank = (mark.order, mark.divergence)
        if rank > best and record[0] not in seen and (not flagged_only or record[0] in flagged):
            best, found = rank, record[0]
    return found


def next_flagged(session: ReviewSession, current: str, backwards: bool = False) -> str | None:
    """In article order, from ``current`` ("" for the start); those confirmed here are passed over."""
    flagged = session.scores.flagged
    return _step(session, current, backwards, lambda record: record[0] in flagged and not _vouched(record))


def next_unreviewed(session: ReviewSession, current: str, backwards: bool = False) -> str | None:
    return _step(session, current, backwards, lambda record: record[codec.STATE] in _OPEN)


def next_empty(session: ReviewSession, current: str, backwards: bool = False) -> str | None:
    return _step(session, current, backwards, lambda record: not record[codec.TEXT].strip())


def next_segment(session: ReviewSession, current: str, backwards: bool = False) -> str | None:
    """The next that is part of the article."""
    return _step(session, current, backwards, lambda record: True)


def _step(session: ReviewSession, current: str, backwards: bool, wanted: Wanted) -> str | None:
    records = session.table.records
    for index in _around(len(records), session.index(current) if current in session else None, backwards):
        record = records[index]
        if record[codec.EXCLUSION] in _IN and wanted(record):
            return str(record[0])
    return None


def _around(count: int, start: int | None, backwards: bool) -> Iterable[int]:
    """All indexes but ``start``, beginning beside it, once round."""
    step = -1 if backwards else 1
    if start is None:
        return range(count)[::step]
    return ((start + step * distance) % count for distance in range(1, count))
