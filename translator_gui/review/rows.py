"""All rows of a session, compact: plain records, turned into Row objects only when somebody looks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import overload

from ..domain.segment import Row
from ..store import codec
from .tally import Tally


class RowTable(Sequence[Row]):
    """rows[i] builds a Row (about 2 µs). ``records`` is for scans over all of them, by codec.TEXT and the like."""

    def __init__(self, records: list[codec.Record]) -> None:
        self.records = records
        self._places: dict[str, int] = {}
        self._tally: Tally | None = None
        self._reindex()

    @property
    def tally(self) -> Tally:
        """Totals; the first time 0.2 s at 50,000 rows, then for nothing."""
        if self._tally is None:
            self._tally = Tally(self.records)
        return self._tally

    def counting(self) -> Iterator[None]:
        """Builds the totals a few rows a step, for a window that must not wait; what alters meanwhile is put right."""
        if self._tally is not None:
            return
        seen, tally = list(self.records), Tally()
        for number, record in enumerate(seen):
            tally.count(record, 1)
            if number % 32 == 31:
                yield
        if len(seen) == len(self.records):
            for before, now in zip(seen, self.records, strict=True):
                if before is not now:
                    tally.count(before, -1)
                    tally.count(now, 1)
            self._tally = tally

    def _count(self, gone: Sequence[codec.Record], came: Sequence[codec.Record]) -> None:
        if self._tally is not None:
            for records, sign in ((gone, -1), (came, 1)):
                for record in records:
                    self._tally.count(record, sign)

    def _reindex(self) -> None:
        self._places = {record[0]: number for number, record in enumerate(self.records)}

    def __len__(self) -> int:
        return len(self.records)

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...

    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [codec.decode_row(record) for record in self.records[index]]
        return codec.decode_row(self.records[index])

    def __iter__(self) -> Iterator[Row]:
        return map(codec.decode_row, self.records)

    def has(self, segment: object) -> bool:
        """Is there a row with this id?"""
        return segment in self._places

    @property
    def ids(self) -> Collection[str]:
        return self._places.keys()

    def place(self, segment: str) -> int:
        """Index of the row with this id. Raises KeyError."""
        return self._places[segment]

    def records_of(self, segments: Iterable[str]) -> Iterator[codec.Record]:
        """Of those that are there, in the order asked for."""
        places, records = self._places, self.records
        for segment in segments:
            if (place := places.get(segment)) is not None:
                yield records[place]

    def in_order(self, segments: Iterable[str]) -> list[str]:
        """Those that are there, as the article runs."""
        return sorted(filter(self._places.__contains__, segments), key=self._places.__getitem__)

    def put(self, row: Row) -> None:
        place, record = self._places[row.id], codec.encode_row(row)
        self._count([self.records[place]], [record])
        self.records[place] = record

    def replace(self, before: Sequence[str], after: Sequence[Row]) -> int:
        """Neighbouring rows by others; returns where. 5 ms at 50,000 rows: splits are rare."""
        first = min(self._places[segment] for segment in before)
        records = [codec.encode_row(row) for row in after]
        self._count(self.records[first : first + len(before)], records)
        self.records[first : first + len(before)] = records
        self._reindex()
        return first
