"""Running totals over the rows: counted once, then kept up to date with each row that alters."""

from __future__ import annotations

from collections.abc import Iterable

from ..domain.segment import Origin, State
from ..store import codec
from ..store.codec import IN
from ..text.tokens import word_count

CONFIRMED = frozenset((codec.STATES.index(State.REVIEWED), codec.STATES.index(State.FINAL)))
_MACHINE = frozenset(codec.ORIGINS.index(origin) for origin in (Origin.ENGINE, Origin.DRAFT))


class Tally:
    """Fields as in statistics.Statistics; states: segments by number of state (codec.STATES)."""

    def __init__(self, records: Iterable[codec.Record] = ()) -> None:
        self.segments = self.excluded = self.translated = self.machine = 0
        self.source_words = self.target_words = self.confirmed_words = 0
        self.states = [0] * len(codec.STATES)
        for record in records:
            self.count(record, 1)

    def count(self, record: codec.Record, sign: int) -> None:
        """sign: 1 for a row that came, -1 for one that went."""
        if record[codec.EXCLUSION] not in IN:
            self.excluded += sign
            return
        words, text, state = word_count(record[codec.SOURCE]), record[codec.TEXT], record[codec.STATE]
        self.segments += sign
        self.source_words += sign * words
        self.states[state] += sign
        if text:
            self.translated += sign
            self.target_words += sign * word_count(text)
            self.machine += sign * (record[codec.ORIGIN] in _MACHINE)
        if state in CONFIRMED:
            self.confirmed_words += sign * words
