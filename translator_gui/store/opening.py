"""From a path to a connection: is it a project, may it be written, and if not, why not."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ..kit.errors import StoreError
from ..kit.sqlite import connect, migrate
from .lock import FileLock, Locked
from .schema import APPLICATION_ID, MIGRATIONS

MAGIC = b"SQLite format 3\x00"
_VERSION_AT, _KIND_AT = 60, 68  # places of user_version and application_id (https://sqlite.org/fileformat.html)
SIDECARS = ("-wal", "-shm", "-journal")


@contextlib.contextmanager
def guarded(path: Path) -> Iterator[None]:
    """sqlite3 errors of a damaged or vanished file become StoreError, with a way out."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        text = str(error)
        damaged = "malformed" in text or "not a database" in text or "corrupt" in text or "no such" in text
        message = f"“{path.name}” could not be read."
        if damaged:
            hint = "The file is damaged. Keep it: what can still be read can be saved to a new file."
            raise DamagedError(message, hint, text) from error
        raise StoreError(message, "Is the disk still there, and is there room on it?", text) from error


class DamagedError(StoreError):
    """A project SQLite cannot read any more; salvage.py may get most of it out."""


def check_file(path: Path) -> None:
    """Raises StoreError for what is not there, is no project, or is newer than the program. Looks at the first bytes
    only: SQLite itself would alter another program's file by opening it our way."""
    if path.is_dir():
        raise StoreError(f"“{path.name}” is a folder.", "Choose a project file (.tgproj).")
    try:
        with path.open("rb") as handle:
            head = handle.read(100)
    except FileNotFoundError as error:
        raise StoreError(f"“{path.name}” is not there any more.", "Was it moved or renamed?", str(path)) from error
    except OSError as error:
        raise StoreError(f"“{path.name}” cannot be read.", "May you read it?", str(error)) from error
    if len(head) < 100 or not head.startswith(MAGIC):
        raise not_a_project(path)
    version, kind = (int.from_bytes(head[at : at + 4], "big") for at in (_VERSION_AT, _KIND_AT))
    if kind != APPLICATION_ID:
        raise not_a_project(path)
    if version > len(MIGRATIONS):
        raise newer(version)


def newer(version: int) -> StoreError:
    return StoreError(
        f"This project was written by a newer version of the program (schema {version}).",
        "Update the program, then open it again. Nothing was changed.",
    )


def not_a_project(path: Path) -> StoreError:
    hint = "Articles are imported; only files this program made (.tgproj) are opened as projects."
    return StoreError(f"“{path.name}” is not a project of this program.", hint)


def _may_write(path: Path) -> bool:
    """By the rights in force, which need not be those of who started the program."""
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def why_not_writable(path: Path) -> str:
    if not _may_write(path):
        return f"“{path.name}” is read-only."
    if not _may_write(path.parent):
        return f"The folder “{path.parent.name}” is read-only."
    return ""


def acquire(path: Path) -> tuple[FileLock | None, str]:
    """A lock, or why the file can only be read. Raises StoreError when somebody else has it open."""
    reason = why_not_writable(path)
    if reason:
        return None, reason
    try:
        return FileLock(path), ""
    except Locked as error:
        message = f"“{path.name}” is open already ({error.holder})."
        hint = "Close it there, or open it read-only here."
        raise AlreadyOpenError(message, hint) from error
    except OSError as error:
        return None, f"“{path.name}” cannot be locked where it lies ({error.strerror})."


class AlreadyOpenError(StoreError):
    """Somebody has the project open; opening it read-only is possible."""


def _connect(path: Path, read_only: bool = False) -> sqlite3.Connection:
    """The file is a project by its first bytes: when SQLite cannot open it all the same, it is damaged."""
    try:
        return connect(path, read_only)
    except StoreError as error:
        with guarded(path):
            raise error.__cause__ or error from None
        raise


def open_writable(path: Path) -> sqlite3.Connection:
    connection = _connect(path)
    try:
        with guarded(path):
            _check_kind(connection, path)
            migrate(connection, MIGRATIONS, "project")
    except BaseException:
        connection.close()
        raise
    return connection


def open_readable(path: Path) -> sqlite3.Connection:
    """Reads the file where it lies; where SQLite cannot (leftovers of a crash in a read-only folder, an older
    schema), from a copy in memory that is brought up to date and never written back."""
    try:
        connection = _connect(path, read_only=True)
        with guarded(path):
            _check_kind(connection, path)
            if _version(connection) == len(MIGRATIONS):
                return connection
    except StoreError:
        if not (os.path.exists(f"{path}-wal") or not _may_write(path.parent)):
            raise
    return _copy_in_memory(path)


def _copy_in_memory(path: Path) -> sqlite3.Connection:
    memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    with tempfile.TemporaryDirectory(prefix="translator-gui-") as folder, guarded(path):
        copy = Path(folder) / path.name
        shutil.copyfile(path, copy)
        with contextlib.suppress(FileNotFoundError):
            shutil.copyfile(f"{path}-wal", f"{copy}-wal")
        original = _connect(copy)
        try:
            original.backup(memory)
        finally:
            original.close()
        _check_kind(memory, path)
        migrate(memory, MIGRATIONS, "project")
    return memory


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _check_kind(connection: sqlite3.Connection, path: Path) -> None:
    """The same once more, with what a write-ahead log may add."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise not_a_project(path)
    if _version(connection) > len(MIGRATIONS):
        raise newer(_version(connection))


def free_name(path: Path) -> Path:
    """``path``, or "NAME (2)", "NAME (3)" … beside it: the first that is not there."""
    found, number = path, 2
    while found.exists():
        found, number = path.with_name(f"{path.stem} ({number}){path.suffix}"), number + 1
    return found


def remove_leftovers(path: Path) -> None:
    """Before a file is replaced: a write-ahead log of the old one would be played into the new one."""
    for ending in SIDECARS:
        Path(f"{path}{ending}").unlink(missing_ok=True)
