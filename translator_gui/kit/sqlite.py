"""SQLite the way this house uses it: WAL, one connection per thread, explicit transactions, numbered migrations."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from .errors import StoreError

Migration = str | Callable[[sqlite3.Connection], None]

SqliteError = sqlite3.Error  # for rooms that may not import sqlite3 (a cache library lets it through)


def connect(path: Path | str, read_only: bool = False) -> sqlite3.Connection:
    """Open a database in autocommit mode (transactions are explicit). Raises StoreError."""
    connection = None
    try:
        if read_only:
            uri = Path(path).resolve().as_uri() + "?mode=ro"
            connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
        else:
            connection = sqlite3.connect(path, isolation_level=None, timeout=5, check_same_thread=False)
            connection.execute("PRAGMA journal_mode=WAL")
            # FULL: a commit is on the disk when it returns; an edit costs 0.05 ms more and survives a power cut.
            connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error as error:
        if connection is not None:
            connection.close()
        hint = "Is it a file of this program?"
        raise StoreError(f"“{Path(path).name}” could not be opened.", hint, str(error)) from error
    return connection


_WHOLE = ("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK")
_PART = ("SAVEPOINT part", "RELEASE part", "ROLLBACK TO part")


def begin(connection: sqlite3.Connection, statement: str = _WHOLE[0]) -> None:
    """Raises StoreError."""
    try:
        connection.execute(statement)
    except sqlite3.Error as error:
        raise StoreError("The file cannot be written.", "Is it open elsewhere, or read-only?", str(error)) from error


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """BEGIN IMMEDIATE … COMMIT, or ROLLBACK when the block raises. sqlite3 errors become StoreError. Inside another one
    it is a part of that: kept or dropped with it, and taken back alone when the block raises."""
    start, commit, back = _PART if connection.in_transaction else _WHOLE
    begin(connection, start)
    try:
        yield connection
        connection.execute(commit)
    except BaseException as error:
        with contextlib.suppress(sqlite3.Error):  # the transaction may be gone already (disk full)
            connection.execute(back)
        if isinstance(error, sqlite3.Error):
            hint = "Free some disk space and try again." if "full" in str(error) else "Nothing was changed; try again."
            raise StoreError("The change could not be written.", hint, str(error)) from error
        raise


def migrate(connection: sqlite3.Connection, migrations: Sequence[Migration], name: str = "file") -> int:
    """Bring PRAGMA user_version up to len(migrations), each step in its own transaction. Returns the version.

    Raises StoreError for a file written by a newer program.
    """
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(migrations):
        raise StoreError(
            f"This {name} was written by a newer version of the program (schema {version}).",
            "Update the program, then open it again. Nothing was changed.",
        )
    for number, step in enumerate(migrations[version:], start=version + 1):
        with transaction(connection):
            if callable(step):
                step(connection)
            else:
                for statement in step.split(";"):
                    if statement.strip():
                        connection.execute(statement)
            connection.execute(f"PRAGMA user_version={number}")
    return len(migrations)
