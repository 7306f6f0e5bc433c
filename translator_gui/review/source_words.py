"""Words of the source, counted once a segment: panels that say what is left ask for all of them at every key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ..kit.events import EventBus
from ..store import codec
from ..text.tokens import word_count
from . import events
from .events import RowsReplaced, SegmentsChanged
from .tally import IN

if TYPE_CHECKING:
    from .rows import RowTable


class SourceWords:
    """One a session."""

    def __init__(self, table: RowTable, bus: EventBus) -> None:
        self._table = table
        self._known: dict[str, tuple[str, int]] = {}  # id -> the text that was counted, and its words
        self._sample: tuple[Sequence[str] | None, int, int] | None = None  # the last one asked for
        bus.subscribe(SegmentsChanged, self._changed)
        bus.subscribe(RowsReplaced, lambda event: self._forget())

    def of(self, segments: Iterable[str]) -> int:
        """Of those that are in the article."""
        records, table, total = self._table.records, self._table, 0
        for segment in segments:
            if table.has(segment):
                total += self._count(segment, records[table.place(segment)][codec.SOURCE])
        return total

    def sample(self, segments: Sequence[str] | None) -> tuple[int, int]:
        """How many of these segments count (are there, and not excluded), and their words; None: of all. At once for
        the same sequence as the last time."""
        if self._sample is None or self._sample[0] is not segments:
            table, records = self._table, self._table.records
            asked = [record[codec.ID] for record in records] if segments is None else segments
            inside = [s for s in asked if table.has(s) and records[table.place(s)][codec.EXCLUSION] in IN]
            self._sample = (segments, len(inside), self.of(inside))
        return self._sample[1:]

    def _changed(self, event: SegmentsChanged) -> None:
        if events.EXCLUSION in event.aspects:
            self._forget()

    def _forget(self) -> None:
        self._sample = None

    def _count(self, segment: str, source: str) -> int:
        known = self._known.get(segment)
        if known is not None and known[0] is source:
            return known[1]
        count = word_count(source)
        self._known[segment] = (source, count)
        return count
