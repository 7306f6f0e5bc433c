"""Words of the source, counted once a segment: panels that say what is left ask for all of them at every key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ..kit.events import EventBus
from ..store import codec
from ..store.codec import IN
from ..text.tokens import word_count
from . import events
from .events import RowsReplaced, SegmentsChanged

if TYPE_CHECKING:
    from .rows import RowTable


class SourceWords:
    """One a session."""

    def __init__(self, table: RowTable, bus: EventBus) -> None:
        self._table = table
        self._known: dict[str, int] = {}
        self._sample: tuple[Sequence[str] | None, int, int] | None = None  # the last one asked for
        bus.subscribe(SegmentsChanged, self._changed)
        bus.subscribe(RowsReplaced, self._replaced)

    def of(self, segments: Iterable[str]) -> int:
        """Of those that are in the article."""
        return self._sum(self._table.records_of(segments))

    def _sum(self, records: Iterable[codec.Record]) -> int:
        known, count = self._known, self._count
        return sum(known.get(record[codec.ID]) or count(record[codec.ID], record[codec.SOURCE]) for record in records)

    def counting(self) -> Iterator[None]:
        """Counts all a few rows a step, for a window that must not wait: 0.1 s at 50,000 rows."""
        for number, record in enumerate(self._left()):
            if self._table.has(record[codec.ID]):
                self._count(record[codec.ID], record[codec.SOURCE])
            if number % 32 == 31:
                yield

    def _left(self) -> list[codec.Record]:
        if len(self._known) >= len(self._table.records):
            return []
        return [record for record in self._table.records if record[codec.ID] not in self._known]

    def sample(self, segments: Sequence[str] | None) -> tuple[int, int]:
        """How many of these segments count (are there, and not excluded), and their words; None: of all. At once for
        the same sequence as the last time."""
        if self._sample is None or self._sample[0] is not segments:
            asked = self._table.records if segments is None else self._table.records_of(segments)
            inside = [record for record in asked if record[codec.EXCLUSION] in IN]
            self._sample = (segments, len(inside), self._sum(inside))
        return self._sample[1:]

    def _changed(self, event: SegmentsChanged) -> None:
        if events.EXCLUSION in event.aspects:
            self._forget()

    def _replaced(self, event: RowsReplaced) -> None:
        """Only a split, a join or their undo gives a segment another source."""
        for record in self._table.records[event.first : event.first + event.inserted]:
            self._known.pop(record[codec.ID], None)
        self._forget()

    def _forget(self) -> None:
        self._sample = None

    def _count(self, segment: str, source: str) -> int:
        known = self._known.get(segment)
        if known is None:
            known = self._known[segment] = word_count(source)
        return known
