"""What can still be read of a damaged project, put into a new file, with a list of what was lost.

SQLite keeps rows in pages; a flipped page takes its rows with it, the others are sound. Tables are read from both ends
towards the damage; where rows have numbers, those in between are asked for one by one. Segments that no way leads to
any more are taken from their pages (carving.py). When the first page, which says
where the tables lie, is gone, that of an empty project stands in for it: every project is laid out the same way.
The damaged file is only read.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..kit.errors import StoreError
from ..kit.sqlite import migrate, transaction
from . import codec, opening
from .carving import carve
from .creating import new_file
from .schema import APPLICATION_ID, MIGRATIONS, SPACING

# Tables whose rows have a number of their own: its name, how far apart numbers are given out, and the index that names
# them all once more.
_NUMBERED = {
    "segment": ("position", SPACING, "sqlite_autoindex_segment_1", "id"),
    "edit": ("number", 1, "edit_by_segment", "segment, number"),
    "event": ("number", 1, "event_by_kind", "kind, number"),
    "score": ("rowid", 1, "sqlite_autoindex_score_1", "segment"),
}
_SEGMENT_COLUMNS = 17
_KEYS = {
    "meta": "key",
    "candidate": "segment, stamp, rank",
    "dismissal": "key, scope, segment",
    "note": "segment",
    "proposed": "segment, stamp, signature",
    "remark": "id",
    "original": "rowid",
}


@dataclass(frozen=True)
class Salvaged:
    """kept: rows by table. damaged: the tables something of which could not be read. lost_segments: ids that an index
    or the edit log still names and whose text is gone."""

    path: Path
    kept: dict[str, int]
    damaged: tuple[str, ...]
    lost_segments: tuple[str, ...]


def salvage(damaged: Path, path: Path) -> Salvaged:
    """Read ``damaged`` and write a new project to ``path``. Raises StoreError when no segment can be read or ``path``
    is taken, InputError when it cannot be written."""
    if path.exists():
        raise StoreError(f"“{path.name}” is there already.", "Choose another name.")
    with tempfile.TemporaryDirectory(prefix="translator-gui-") as folder:
        copy = _copied(damaged, Path(folder))
        tables, hurt = _read(copy)
        if not tables["segment"]:
            tables, hurt = _read(_with_fresh_head(copy))
        if "segment" in hurt or not tables["segment"]:
            hurt.add("segment")
            _add_carved(copy, tables["segment"])
    if not tables["segment"]:
        hint = "Restore a copy of it, or import the article again."
        raise StoreError(f"Nothing could be read from “{damaged.name}”.", hint)
    lost = _lost_segments(tables)
    _write(path, tables)
    return Salvaged(path, {name: len(rows) for name, rows in tables.items()}, tuple(sorted(hurt)), lost)


def _copied(damaged: Path, folder: Path) -> Path:
    """The file and its write-ahead log, where SQLite may do with them what it wants."""
    copy = folder / "damaged"
    try:
        shutil.copyfile(damaged, copy)
        with contextlib.suppress(FileNotFoundError):
            shutil.copyfile(f"{damaged}-wal", f"{copy}-wal")
    except OSError as error:
        raise StoreError(f"“{damaged.name}” cannot be read.", "May you read it?", str(error)) from error
    connection = sqlite3.connect(copy, isolation_level=None)
    with contextlib.suppress(sqlite3.DatabaseError), contextlib.closing(connection):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # for carving, which knows of no log
    return copy


def _with_fresh_head(copy: Path) -> Path:
    """The same pages behind the first page of an empty project."""
    empty, patched = copy.with_name("empty"), copy.with_name("patched")
    connection = sqlite3.connect(empty, isolation_level=None)
    migrate(connection, MIGRATIONS, "project")
    size = int(connection.execute("PRAGMA page_size").fetchone()[0])
    connection.close()
    head = bytearray(empty.read_bytes()[:size])
    body = copy.read_bytes()[size:]
    head[28:32] = (1 + len(body) // size).to_bytes(4, "big")  # the number of pages
    head[32:40] = bytes(8)  # no free ones
    patched.write_bytes(bytes(head) + body)
    return patched


# -- reading

Tables = dict[str, list[tuple[Any, ...]]]


def _read(copy: Path) -> tuple[Tables, set[str]]:
    tables: Tables = {}
    hurt: set[str] = set()
    connection = sqlite3.connect(copy, isolation_level=None)
    try:
        for name in (*_NUMBERED, *_KEYS):
            tables[name], whole = _table(connection, name)
            if not whole:
                hurt.add(name)
        return tables, hurt
    finally:
        connection.close()


def _add_carved(copy: Path, segments: list[tuple[Any, ...]]) -> None:
    """Rows of the article that only their own pages still show; the latest version of each, in a free place."""
    places, ids = {row[0] for row in segments}, {row[1] for row in segments}
    carved: dict[str, tuple[Any, ...]] = {}
    for position, values in carve(copy):
        row = (position, *values[1:])
        if len(row) == _SEGMENT_COLUMNS and values[0] is None and _makes_sense("segment", row):
            known = carved.get(row[1])
            if row[1] not in ids and (known is None or known[-1] <= row[-1]):
                carved[row[1]] = row
    segments += [row for row in carved.values() if row[0] not in places]


def _table(connection: sqlite3.Connection, name: str) -> tuple[list[tuple[Any, ...]], bool]:
    """The rows of a table that make sense, and whether it was all of them."""
    found: dict[Any, tuple[Any, ...]] = {}
    if name in _NUMBERED:
        whole = _numbered(connection, name, found)
    else:
        width = len(_KEYS[name].split(", "))
        whole = _both_ways(connection, f"SELECT * FROM {name}", _KEYS[name], lambda row: row[:width], found)
    checked = [row for row in found.values() if _makes_sense(name, row)]
    return checked, whole and len(checked) == len(found)


def _numbered(connection: sqlite3.Connection, name: str, found: dict[Any, tuple[Any, ...]]) -> bool:
    """Both ways; then, between the two, every number that the index knows or that may have been given out."""
    column, grain, index, order = _NUMBERED[name]
    query = f"SELECT {column} AS n, * FROM {name}"
    if _both_ways(connection, query, column, lambda row: row[0], found, cut=1):
        return True
    known: dict[Any, tuple[Any, ...]] = {}
    _both_ways(connection, f"SELECT {column} FROM {name} INDEXED BY {index}", order, lambda row: row[0], known)
    numbers = [n for n in (*found, *known) if isinstance(n, int)]
    guesses = range(grain, max(numbers, default=0), grain)
    for number in sorted({*known, *guesses} - set(found)):
        _keep(connection, f"{query} WHERE {column}=?", (number,), lambda row: row[0], found, cut=1)
    return False


def _both_ways(
    connection: sqlite3.Connection,
    query: str,
    order: str,
    key: Callable[[tuple[Any, ...]], Any],
    found: dict[Any, tuple[Any, ...]],
    cut: int = 0,
) -> bool:
    """Rows from the front until the damage, then from the back until the damage. False when there is some."""
    if _keep(connection, f"{query} ORDER BY {order}", (), key, found, cut):
        return True
    backwards = ", ".join(f"{column} DESC" for column in order.split(", "))
    _keep(connection, f"{query} ORDER BY {backwards}", (), key, found, cut)
    return False


def _keep(
    connection: sqlite3.Connection,
    query: str,
    values: Sequence[int],
    key: Callable[[tuple[Any, ...]], Any],
    found: dict[Any, tuple[Any, ...]],
    cut: int = 0,
) -> bool:
    """Every row until SQLite gives up, without its first ``cut`` columns. False when it gave up."""
    try:
        for row in connection.execute(query, values):
            found[key(row)] = row[cut:]
    except (sqlite3.DatabaseError, OverflowError, UnicodeDecodeError):
        return False
    return True


# -- judging


def _segment(row: tuple[Any, ...]) -> None:
    codec.decode_row(row[1:])
    if not all(isinstance(row[place], str) for place in (1, 2, 3, 8)):
        raise TypeError


_CHECKS: dict[str, Callable[[tuple[Any, ...]], object]] = {
    # position is the first column of a segment, its record follows
    "segment": _segment,
    "candidate": lambda row: codec.candidate_of(row[4]),
    "score": lambda row: codec.card_of(row[0], row[2], row[3], row[5], row[6]),
}


def _makes_sense(name: str, row: tuple[Any, ...]) -> bool:
    """Bytes that were overwritten inside a page are no error to SQLite; what cannot be understood is left out."""
    try:
        if name in _CHECKS:
            _CHECKS[name](row)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        return False
    return all(value is not None for value in row)


def _lost_segments(tables: Tables) -> tuple[str, ...]:
    """Ids that only other tables still know. A segment that was joined away is known there, too, and counts: better
    one name too many than one that is missed."""
    there = {row[1] for row in tables["segment"]}
    named = {row[5] for row in tables["edit"]} | {row[0] for name in ("score", "candidate") for row in tables[name]}
    return tuple(sorted(str(name) for name in named - there if name))


# -- writing


def _write(path: Path, tables: Tables) -> None:
    opening.remove_leftovers(path)
    with new_file(path) as connection:
        migrate(connection, MIGRATIONS, "project")
        with transaction(connection):
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            for name, rows in tables.items():
                for row in _fitting(connection, name, rows):
                    places = ",".join("?" * len(row))
                    connection.execute(f"INSERT OR IGNORE INTO {name} VALUES ({places})", row)


def _fitting(connection: sqlite3.Connection, name: str, rows: list[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Rows of an older project may lack the last columns a table has now; they cannot be told apart from damage."""
    width = len(connection.execute(f"PRAGMA table_info({name})").fetchall())
    return (row for row in rows if len(row) == width)
