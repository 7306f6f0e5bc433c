"""Scores of a session: which segments are flagged, which scores are stale, how a dismissal or a threshold tells.

A segment of the article is flagged when its divergence is above the threshold and no person has dismissed what was
found. The flag of a stale score stays until the new score says otherwise; that of an excluded line does not show.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..domain.finding import Dismissal, Finding, Scope, fingerprint
from ..domain.score import Scorecard
from ..store import codec
from ..store.codec import IN
from .marks import Dismissals, Mark
from .rows import RowTable

FLAG = "flag"  # the code of a flag dismissed as such


class Scores:
    def __init__(
        self, table: RowTable, dismissals: Dismissals, marks: Iterable[tuple[str, int, float, float, str]]
    ) -> None:
        self._table = table
        self.dismissals = dismissals
        self.marks: dict[str, Mark] = {row[0]: Mark._make(row) for row in marks}
        self.of_article: Callable[[str], Iterable[Finding]] = lambda segment: ()
        self.threshold = 101.0
        self.flagged: set[str] = set()

    def put(self, revision: int, card: Scorecard) -> None:
        self.marks[card.id] = Mark(card.id, revision, card.divergence, card.order, codec.finding_keys(card))
        self.touch(card.id)

    def wants(self, segment: str, revision: int) -> bool:
        return self._table.has(segment) and self._table.records[self._table.place(segment)][codec.REVISION] == revision

    def is_stale(self, segment: str) -> bool:
        mark = self.marks.get(segment)
        return mark is not None and not self.wants(segment, mark.revision)

    def flag_key(self, segment: str) -> str:
        """The fingerprint under which a flag as such is dismissed: it ends when a text changes."""
        record = self._table.records[self._table.place(segment)]
        return fingerprint(FLAG, record[codec.SOURCE], record[codec.TEXT])

    def touch(self, segment: str) -> None:
        """Is it flagged now?"""
        mark = self.marks.get(segment)
        if mark is not None and mark.divergence > self.threshold and not self._settled(segment, mark):
            self.flagged.add(segment)
        else:
            self.flagged.discard(segment)

    def _settled(self, segment: str, mark: Mark) -> bool:
        if not self._table.has(segment):
            return True
        if self._table.records[self._table.place(segment)][codec.EXCLUSION] not in IN:
            return True
        return self.dismissals.concerns(segment) and self.dismissals.settles(segment, mark.keys, self.flag_key(segment))

    def open(self, segment: str) -> list[str]:
        """Codes of the findings that are neither dismissed nor muted."""
        mark = self.marks.get(segment)
        pairs = [line.split(" ", 1) for line in mark.keys.split("\n")] if mark and mark.keys else []
        pairs += [[found.fingerprint, found.code] for found in self.of_article(segment)]
        return [code for key, code in pairs if not self.dismissals.hides(segment, key, code)]

    def set_threshold(self, value: float) -> None:
        """All at once: 20 ms at 50,000 rows."""
        self.threshold = value
        flagged = self.flagged_at(value)
        self.flagged.clear()  # the same set: filters hold it
        self.flagged |= flagged

    def flagged_at(self, threshold: float) -> set[str]:
        """What would be flagged with that threshold."""
        above = {mark.segment for mark in self.marks.values() if mark.divergence > threshold}
        above.intersection_update(record[0] for record in self._table.records if record[codec.EXCLUSION] in IN)
        settled = {s for s in self.dismissals.segments if s in above and self._settled(s, self.marks[s])}
        return above - settled

    def dismiss(self, dismissal: Dismissal, dismissed: bool) -> list[str]:
        """Returns the ids it concerns."""
        if dismissal.scope is Scope.ALWAYS:
            muted = self.dismissals.muted | {dismissal.key}
            self.dismissals.muted = muted if dismissed else muted - {dismissal.key}
        elif dismissed:
            self.dismissals.add(dismissal)
        else:
            self.dismissals.remove(dismissal)
        concerned = self._concerned(dismissal)
        for segment in concerned:
            self.touch(segment)
        return concerned

    def _concerned(self, dismissal: Dismissal) -> list[str]:
        if dismissal.scope is Scope.HERE:
            return [dismissal.segment]
        code, of_article = dismissal.key, self.of_article
        return [
            segment
            for segment, mark in self.marks.items()
            if has_code(mark, code) or any(found.code == code for found in of_article(segment))
        ]

    def set_muted(self, codes: Iterable[str]) -> bool:
        """Returns whether anything changed."""
        codes = frozenset(codes)
        if codes == self.dismissals.muted:
            return False
        self.dismissals.muted = codes
        self.set_threshold(self.threshold)
        return True


def has_code(mark: Mark, code: str) -> bool:
    return f" {code}\n" in f"{mark.keys}\n"
