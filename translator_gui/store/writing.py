"""Applying changes inside a transaction: each is checked against what the file holds, done, and logged.

The log (table ``edit``) keeps what was before and after, by whom and when; a Compound is one batch.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime, timezone

from ..domain.change import (
    Change,
    Compound,
    Dismiss,
    ReplaceRows,
    Restore,
    SetExclusion,
    SetNotes,
    SetRemark,
    SetTarget,
)
from ..domain.finding import Dismissal, Scope
from ..domain.segment import Row, Target
from ..kit.errors import StaleChangeError
from . import codec, diary
from .schema import SPACING

_PLACES = ",".join("?" * 17)


def now() -> str:
    """ISO 8601, UTC, to the second."""
    return datetime.now(timezone.utc).isoformat(timespec="seconds")


def stale() -> StaleChangeError:
    return StaleChangeError("The segment has altered since.", "Nothing was changed; try again.")


def same_target(one: Target, other: Target) -> bool:
    """Who and when do not matter: undo and redo sign anew."""
    return (one.text, one.state, one.origin, one.engine, one.locked, one.rejected) == (
        *(other.text, other.state, other.origin, other.engine),
        *(other.locked, other.rejected),
    )


class Writer:
    """One batch of changes by one person, inside a transaction that the caller holds."""

    def __init__(self, connection: sqlite3.Connection, by: str) -> None:
        self._connection = connection
        self._by, self._at = by, now()
        self._batch = self._next_number()
        self.revisions: dict[str, int] = {}

    def _next_number(self) -> int:
        return int(self._connection.execute("SELECT coalesce(max(number), 0) + 1 FROM edit").fetchone()[0])

    def apply(self, change: Change) -> None:
        """Raises StaleChangeError when the file does not hold what the change was prepared against."""
        if isinstance(change, SetTarget):
            self._set_target(change)
        elif isinstance(change, Compound):
            for part in change.changes:
                self.apply(part)
        elif isinstance(change, SetExclusion):
            self._set_exclusion(change)
        elif isinstance(change, ReplaceRows):
            self._replace_rows(change)
        elif isinstance(change, SetNotes):
            self._set_notes(change)
        elif isinstance(change, SetRemark):
            before, after = diary.write_remark(self._connection, change, stale)
            self._log("remark", change.segment, 0, before, after)
        else:
            self._dismissal(change)

    def _row(self, segment: str) -> Row:
        found = self._connection.execute(f"SELECT {codec.COLUMNS} FROM segment WHERE id=?", (segment,)).fetchone()
        if found is None:
            raise stale()
        return codec.decode_row(found)

    def _log(self, kind: str, segment: str, revision: int, before: str, after: str) -> None:
        self._connection.execute(
            "INSERT INTO edit(batch, at, author, kind, segment, revision, before, after) VALUES (?,?,?,?,?,?,?,?)",
            (self._batch, self._at, self._by, kind, segment, revision, before, after),
        )

    def _log_on(self, segment: str, revision: int, before: str, after: str) -> bool:
        """Write on the log's last entry, when that is what led here: each key would be a version of its own. False
        when it is not."""
        last = self._connection.execute("SELECT max(number) FROM edit").fetchone()[0]
        done = self._connection.execute(
            "UPDATE edit SET after=?, revision=?, at=? WHERE number=? AND kind='target' AND segment=? AND author=? "
            "AND after=?",
            (after, revision, self._at, last, segment, self._by, before),
        )
        return done.rowcount == 1

    def _set_target(self, change: SetTarget) -> None:
        row = self._row(change.segment)
        if not same_target(row.target, change.before):
            raise stale()
        revision = row.revision + (row.target.text != change.after.text)
        values = codec.encode_row(Row(row.segment, change.after, revision))
        self._connection.execute(
            "UPDATE segment SET text=?, state=?, origin=?, engine=?, author=?, at=?, rejected=?, locked=?, revision=? "
            "WHERE id=?",
            (*values[7:], change.segment),
        )
        self.revisions[change.segment] = revision
        before, after = codec.encode_target(row.target), codec.encode_target(change.after)
        if not (change.continues and self._log_on(change.segment, revision, before, after)):
            self._log("target", change.segment, revision, before, after)

    def _set_exclusion(self, change: SetExclusion) -> None:
        row = self._row(change.segment)
        if row.segment.exclusion is not change.before:
            raise stale()
        number = codec.EXCLUSIONS.index(change.after)
        self._connection.execute("UPDATE segment SET exclusion=? WHERE id=?", (number, change.segment))
        self.revisions[change.segment] = row.revision
        before, after = codec.dump(change.before.value), codec.dump(change.after.value)
        self._log("exclusion", change.segment, row.revision, before, after)

    def _set_notes(self, change: SetNotes) -> None:
        found = self._connection.execute("SELECT body FROM note WHERE segment=?", (change.segment,)).fetchone()
        if (found[0] if found else "[]") != codec.dump(list(change.before)):
            raise stale()
        write_notes(self._connection, change.segment, change.after)
        self._log("notes", change.segment, 0, codec.dump(list(change.before)), codec.dump(list(change.after)))

    def _dismissal(self, change: Dismiss | Restore) -> None:
        d = change.dismissal
        if d.scope is not Scope.ALWAYS:  # what is muted always is a setting of the person, not of the project
            write_dismissal(self._connection, d, isinstance(change, Dismiss))
        kind = "dismiss" if isinstance(change, Dismiss) else "restore"
        self._log(kind, d.segment, 0, "", codec.dump([d.key, d.scope.value]))

    def _replace_rows(self, change: ReplaceRows) -> None:
        held = [self._row(row.id) for row in change.before]
        if not all(_same_row(one, other) for one, other in zip(held, change.before, strict=True)):
            raise stale()
        if _text(change.before) != _text(change.after):
            raise ValueError("ReplaceRows must keep the source, character for character")
        revision = max(self._last_revision(row) for row in (*held, *change.after)) + 1
        after = [Row(row.segment, row.target, revision) for row in change.after]
        places = self._places([row.id for row in held], len(after))
        self._connection.executemany("DELETE FROM segment WHERE id=?", [(row.id,) for row in held])
        insert_rows(self._connection, zip(places, after, strict=True))
        self.revisions.update(dict.fromkeys((row.id for row in after), revision))
        self._log_rows(held, after, revision)

    def _last_revision(self, row: Row) -> int:
        """A segment that was joined away and comes back must not reuse a revision."""
        found = self._connection.execute(
            "SELECT revision FROM edit WHERE segment=? ORDER BY number DESC LIMIT 1", (row.id,)
        ).fetchone()
        return max(row.revision, found[0] if found else 0)

    def _log_rows(self, before: Sequence[Row], after: Sequence[Row], revision: int) -> None:
        bodies = [codec.dump([codec.encode_row(row) for row in rows]) for rows in (before, after)]
        for number, segment in enumerate(dict.fromkeys(row.id for row in (*before, *after))):
            self._log("rows" if number == 0 else "rows+", segment, revision, *bodies)

    def _places(self, ids: Sequence[str], count: int) -> list[int]:
        """``count`` positions from the first of ``ids`` to the row that follows the last."""
        first, after = self._room(ids)
        if after - first < count:
            self._renumber()
            first, after = self._room(ids)
        return [first + number * ((after - first) // count) for number in range(count)]

    def _room(self, ids: Sequence[str]) -> tuple[int, int]:
        marks = ",".join("?" * len(ids))
        held = [p for (p,) in self._connection.execute(f"SELECT position FROM segment WHERE id IN ({marks})", ids)]
        found = self._connection.execute(
            "SELECT position FROM segment WHERE position > ? ORDER BY position LIMIT 1", (max(held),)
        ).fetchone()
        after = found[0] if found else max(held) + len(ids) * SPACING
        between = self._connection.execute(
            "SELECT count(*) FROM segment WHERE position >= ? AND position < ?", (min(held), after)
        ).fetchone()[0]
        if between != len(ids):
            raise stale()  # they are not neighbours any more
        return min(held), after

    def _renumber(self) -> None:
        """Space all rows evenly again; by way of negative numbers, since a position is unique."""
        places = self._connection.execute("SELECT position FROM segment ORDER BY position").fetchall()
        moves = [(-(number + 1) * SPACING, place) for number, (place,) in enumerate(places)]
        self._connection.executemany("UPDATE segment SET position=? WHERE position=?", moves)
        self._connection.execute("UPDATE segment SET position=-position")


def _same_row(one: Row, other: Row) -> bool:
    return one.segment == other.segment and same_target(one.target, other.target)


def _text(rows: Sequence[Row]) -> str:
    return "".join(row.segment.source + row.segment.gap for row in rows)


def insert_rows(connection: sqlite3.Connection, placed: Iterable[tuple[int, Row]]) -> None:
    """placed: (position, row) pairs."""
    values = ((place, *codec.encode_row(row)) for place, row in placed)
    connection.executemany(f"INSERT INTO segment(position, {codec.COLUMNS}) VALUES ({_PLACES})", values)


def write_notes(connection: sqlite3.Connection, segment: str, notes: Sequence[str]) -> None:
    if notes:
        connection.execute("INSERT OR REPLACE INTO note VALUES (?,?)", (segment, codec.dump(list(notes))))
    else:
        connection.execute("DELETE FROM note WHERE segment=?", (segment,))


def write_dismissal(connection: sqlite3.Connection, d: Dismissal, dismissed: bool) -> None:
    """One HERE is of its segment; a reason dismissed in the article is so once, wherever that was done."""
    where, values = "key=? AND scope=?", [d.key, d.scope.value]
    if d.scope is Scope.HERE:
        where, values = f"{where} AND segment=?", [*values, d.segment]
    connection.execute(f"DELETE FROM dismissal WHERE {where}", values)
    if dismissed:
        connection.execute("INSERT INTO dismissal VALUES (?,?,?,?,?)", (d.key, d.scope.value, d.segment, d.by, d.at))
