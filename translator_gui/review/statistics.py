"""Figures of a session, for the status bar and the statistics window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..domain.segment import Origin, State
from ..store import codec

if TYPE_CHECKING:
    from .session import ReviewSession

_IN = tuple(number for number, kind in enumerate(codec.EXCLUSIONS) if not kind.excluded)
_CONFIRMED = (codec.STATES.index(State.REVIEWED), codec.STATES.index(State.FINAL))
_MACHINE = tuple(codec.ORIGINS.index(origin) for origin in (Origin.ENGINE, Origin.DRAFT))


@dataclass(frozen=True, slots=True)
class Statistics:
    """Excluded lines count in ``excluded`` only.

    segments; source_words, target_words: between white space; states: segments per state; translated: with a target;
    confirmed: reviewed or final; flagged: of those in the article; scored: with a score, stale or not; machine: a
    target as an engine or a draft had it, unedited; confirmed_words: source words of confirmed segments.
    """

    segments: int = 0
    excluded: int = 0
    source_words: int = 0
    target_words: int = 0
    confirmed_words: int = 0
    translated: int = 0
    confirmed: int = 0
    flagged: int = 0
    scored: int = 0
    machine: int = 0
    states: Mapping[State, int] = field(default_factory=dict)

    @property
    def progress(self) -> float:
        """Share of the segments that are confirmed, 0-1."""
        return self.confirmed / self.segments if self.segments else 0.0

    @property
    def machine_share(self) -> float:
        """Share of the targets that are unedited machine output, 0-1."""
        return self.machine / self.translated if self.translated else 0.0

    @classmethod
    def of(cls, session: ReviewSession) -> Statistics:
        """50,000 rows: see tests/benchmarks/project.py. Call it when the reader pauses, not at each key."""
        records = [record for record in session.table.records if record[codec.EXCLUSION] in _IN]
        flagged, marks = session.scores.flagged, session.scores.marks
        counts = [0] * len(codec.STATES)
        source_words = target_words = confirmed_words = translated = machine = 0
        for record in records:
            words, text = len(record[codec.SOURCE].split()), record[codec.TEXT]
            source_words += words
            counts[record[codec.STATE]] += 1
            if text:
                translated += 1
                target_words += len(text.split())
                machine += record[codec.ORIGIN] in _MACHINE
            if record[codec.STATE] in _CONFIRMED:
                confirmed_words += words
        return cls(
            segments=len(records),
            excluded=len(session.table.records) - len(records),
            source_words=source_words,
            target_words=target_words,
            confirmed_words=confirmed_words,
            translated=translated,
            confirmed=sum(counts[number] for number in _CONFIRMED),
            flagged=sum(record[0] in flagged for record in records),
            scored=sum(record[0] in marks for record in records),
            machine=machine,
            states=dict(zip(codec.STATES, counts, strict=True)),
        )
