"""What a segment was before: its versions, rebuilt from the edit log."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from dataclasses import dataclass

from ..domain.segment import Exclusion, Row, Target
from . import codec


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a row; the keys of one word are one version.

    kind: "import", or the edit that made it: "target", "exclusion", "rows". by, at: who made the edit, when (ISO 8601,
    UTC); "" for the import.
    """

    row: Row
    kind: str = "import"
    by: str = ""
    at: str = ""


def versions(connection: sqlite3.Connection, segment: str) -> list[Version]:
    """Oldest first, the present one last; [] for an id that never was. Walks back from the present row: each edit
    knows what was before it."""
    found = connection.execute(f"SELECT {codec.COLUMNS} FROM segment WHERE id=?", (segment,)).fetchone()
    row = codec.decode_row(found) if found else None
    edits = connection.execute(
        "SELECT kind, author, at, revision, before, after FROM edit WHERE segment=? "
        "AND kind IN ('target', 'exclusion', 'rows', 'rows+') ORDER BY number DESC",
        (segment,),
    ).fetchall()
    result: list[Version] = []
    for kind, by, at, revision, before, after in edits:
        if row is None:  # joined away since: the edit itself holds the row
            row = _row_in(after, segment) if kind.startswith("rows") else None
        if row is not None:
            row = dataclasses.replace(row, revision=revision)
            result.append(Version(row, kind.rstrip("+"), by, at))
        row = _before(kind, before, segment, row)
    if row is not None:
        imported = not edits or not edits[-1][0].startswith("rows")  # else the edit held it, with its revision
        result.append(Version(dataclasses.replace(row, revision=0) if imported else row))
    return result[::-1]


def _before(kind: str, before: str, segment: str, row: Row | None) -> Row | None:
    if kind.startswith("rows"):
        return _row_in(before, segment)
    if row is None:
        return None
    if kind == "target":
        target: Target = codec.target_of(before)
        return dataclasses.replace(row, target=target)
    exclusion = Exclusion(json.loads(before))
    return dataclasses.replace(row, segment=dataclasses.replace(row.segment, exclusion=exclusion))


def _row_in(body: str, segment: str) -> Row | None:
    return next((row for row in codec.rows_of(body) if row.id == segment), None)
