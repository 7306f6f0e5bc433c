"""What only the whole article shows (a name or a repeated sentence rendered two ways): found anew, never stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from ..domain.finding import Finding
from ..domain.language import LanguagePair
from ..domain.score import Pair
from ..store import codec
from ..store.codec import IN

if TYPE_CHECKING:
    from .rows import RowTable


class ArticleFindings:
    """By segment. Those of a text that was altered since are not shown."""

    def __init__(self, table: RowTable) -> None:
        self._table = table
        self._found: dict[str, tuple[int, tuple[Finding, ...]]] = {}  # revision looked at, findings

    def put(self, found: Mapping[str, Sequence[Finding]], revisions: Mapping[str, int]) -> list[str]:
        """All of the article at once. Returns the ids of which something else is known now."""
        fresh = {segment: (revisions[segment], tuple(each)) for segment, each in found.items() if each}
        before, self._found = self._found, fresh
        return [s for s in {**before, **fresh} if before.get(s, (0, ()))[1] != fresh.get(s, (0, ()))[1]]

    def of(self, segment: str) -> tuple[Finding, ...]:
        known = self._found.get(segment)
        if known is None or not self._table.has(segment):
            return ()
        record = self._table.records[self._table.place(segment)]
        return known[1] if record[codec.REVISION] == known[0] else ()

    def all(self) -> dict[str, tuple[Finding, ...]]:
        """What is shown, of every segment: a snapshot."""
        return {segment: found for segment in self._found if (found := self.of(segment))}


def article_pairs(records: Iterable[codec.Record], languages: LanguagePair) -> tuple[list[Pair], dict[str, int]]:
    """All that is translated, with the revisions: no candidates, no neighbours. In any thread."""
    pairs, revisions = [], {}
    for record in records:
        if record[codec.EXCLUSION] in IN and record[codec.TEXT].strip():
            pairs.append(Pair(record[codec.ID], record[codec.SOURCE], record[codec.TEXT], languages))
            revisions[record[codec.ID]] = record[codec.REVISION]
    return pairs, revisions


def by_segment(pairs: Iterable[Pair], found: Iterable[Sequence[Finding]]) -> dict[str, list[Finding]]:
    return {pair.id: list(each) for pair, each in zip(pairs, found, strict=True) if each}
