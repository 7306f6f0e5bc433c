"""Remarks of reviewers, the diary of review sessions, and what a target was at a given moment."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ..domain.change import SetRemark
from ..domain.finding import Severity
from ..domain.remark import REMARK_KINDS, Remark
from ..domain.segment import Target
from ..domain.span import Side, Span
from ..kit.errors import AppError
from . import codec

_NAMES = {kind: name for name, kind in REMARK_KINDS.items()}


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the diary. kind: "start", "time", "export"…; session: id of the review session, or ""; body: JSON.
    edit: number of the last edit before it; number: its own."""

    kind: str
    by: str = ""
    at: str = ""
    session: str = ""
    segment: str = ""
    body: Any = None
    edit: int = 0
    number: int = 0


def encode_remark(remark: Remark) -> str:
    fields = {spec.name: getattr(remark, spec.name) for spec in dataclasses.fields(remark)}
    clean = {name: codec.storable(value) if isinstance(value, str) else value for name, value in fields.items()}
    return codec.dump({name: getattr(value, "value", value) for name, value in clean.items()})


def remark_of(kind: str, body: str) -> Remark:
    """A field that this version does not know is passed over; one that is absent has its default."""
    noun, fields = REMARK_KINDS[kind], json.loads(body)
    known = {spec.name for spec in dataclasses.fields(noun)}
    values = {name: value for name, value in fields.items() if name in known}
    if values.get("span") is not None:
        values["span"] = Span(*values["span"])
    if "side" in values:
        values["side"] = Side(values["side"])
    if "severity" in values:
        values["severity"] = Severity(values["severity"])
    return noun(**values)


def remarks(connection: sqlite3.Connection) -> list[Remark]:
    return [remark_of(kind, body) for kind, body in connection.execute("SELECT kind, body FROM remark")]


def write_remark(connection: sqlite3.Connection, change: SetRemark, stale: Callable[[], AppError]) -> tuple[str, str]:
    """Returns the two bodies for the edit log. Raises what ``stale`` makes when the file holds another remark."""
    before, after, remark = change.before, change.after, change.remark
    old, new = (encode_remark(each) if each else "" for each in (before, after))
    found = connection.execute("SELECT body FROM remark WHERE id=?", (remark.id,)).fetchone()
    held = encode_remark(remark_of(_NAMES[type(remark)], found[0])) if found else ""
    if held != old:
        raise stale()
    if after is None:
        connection.execute("DELETE FROM remark WHERE id=?", (remark.id,))
    else:
        insert_remark(connection, after)
    return old, new


def insert_remark(connection: sqlite3.Connection, remark: Remark) -> None:
    values = (remark.id, _NAMES[type(remark)], remark.segment, encode_remark(remark))
    connection.execute("INSERT OR REPLACE INTO remark VALUES (?,?,?,?)", values)


def append(connection: sqlite3.Connection, event: Event) -> Event:
    edit = int(connection.execute("SELECT coalesce(max(number), 0) FROM edit").fetchone()[0])
    made = connection.execute(
        "INSERT INTO event(session, at, author, kind, segment, edit, body) VALUES (?,?,?,?,?,?,?)",
        (event.session, event.at, event.by, event.kind, event.segment, edit, codec.dump(event.body)),
    )
    return dataclasses.replace(event, edit=edit, number=made.lastrowid or 0)


def events(connection: sqlite3.Connection, kinds: Sequence[str]) -> list[Event]:
    where = f"WHERE kind IN ({','.join('?' * len(kinds))})" if kinds else ""
    found = connection.execute(
        f"SELECT kind, author, at, session, segment, body, edit, number FROM event {where} ORDER BY number", kinds
    )
    return [
        Event(kind, by, at, session, segment, json.loads(body), edit, number)
        for kind, by, at, session, segment, body, edit, number in found
    ]


def target_at(connection: sqlite3.Connection, segment: str, edit: int) -> str | None:
    found = connection.execute(
        "SELECT kind, before, after FROM edit WHERE segment=? AND number>? "
        "AND kind IN ('target', 'rows', 'rows+') ORDER BY number LIMIT 1",
        (segment, edit),
    ).fetchone()
    if found is None:
        now = connection.execute("SELECT text FROM segment WHERE id=?", (segment,)).fetchone()
        if now is None:
            raise KeyError(segment)
        return str(now[0])
    kind, before, _ = found
    if kind == "target":
        return codec.target_of(before).text
    return next((row.target.text for row in codec.rows_of(before) if row.id == segment), None)


def edited_since(connection: sqlite3.Connection, edit: int) -> set[str]:
    found = connection.execute("SELECT DISTINCT segment FROM edit WHERE number>? AND kind='target'", (edit,))
    return {str(segment) for (segment,) in found}


def target_changes(connection: sqlite3.Connection) -> list[tuple[str, Target]]:
    result: list[tuple[str, Target]] = []
    found = connection.execute(
        "SELECT kind, segment, before, after FROM edit WHERE kind IN ('target', 'rows') ORDER BY number"
    )
    for kind, segment, before, after in found:
        for body in (before, after):
            if kind == "target":
                result.append((segment, codec.target_of(body)))
            else:
                result += [(row.id, row.target) for row in codec.rows_of(body)]
    return result
