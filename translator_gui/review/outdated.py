"""Which rows want a new score: by records, for a scan over all of a long article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..store import codec
from ..store.codec import IN
from .marks import Mark


def scorable(record: codec.Record, marks: Mapping[str, Mark]) -> bool:
    """Part of the article, and translated, or scored when it was."""
    return record[codec.EXCLUSION] in IN and (bool(record[codec.TEXT].strip()) or record[codec.ID] in marks)


def unscored(records: Iterable[codec.Record], marks: Mapping[str, Mark]) -> list[str]:
    """Ids of those with a text that was never scored, or altered since."""
    return [
        record[codec.ID]
        for record in records
        if ((mark := marks.get(record[codec.ID])) is None or mark.revision != record[codec.REVISION])
        and record[codec.EXCLUSION] in IN
        and record[codec.TEXT].strip()
    ]


def outdated(record: codec.Record, marks: Mapping[str, Mark]) -> bool:
    mark = marks.get(record[codec.ID])
    return mark is None or mark.revision != record[codec.REVISION]
