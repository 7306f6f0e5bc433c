"""A SQLite file that one program keeps open for a person: a project, an alignment.

One writer, every change committed when it is made, flushed behind the writer's back, sidecars folded in at the end; and
when another program takes the file away meanwhile, nothing that was edited goes with it. All calls may come from any
thread; they are served one at a time.
"""

from __future__ import annotations

import contextlib
import json
import logging
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..domain.original import Original
from ..kit.errors import InputError, StoreError
from ..kit.sqlite import begin, transaction
from . import codec, opening
from .creating import new_file
from .keeper import Keeper
from .lock import FileLock

if TYPE_CHECKING:
    from typing_extensions import Self

_LOG = logging.getLogger("translator_gui.store")


class OwnFile:
    """read_only: nothing can be written; reason: why, a sentence for people ("" when writable)."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: FileLock | None, reason: str = "") -> None:
        self.path, self.reason, self.read_only = path, reason, lock is None
        self._connection, self._lock = connection, lock
        self._keeper = None if lock is None else Keeper(path, connection)
        self._guard = threading.RLock()
        self._closed = False

    def close(self) -> None:
        """Fold the log in, let the lock go. Calling it twice does no harm."""
        with self._guard:
            if self._closed:
                return
            self._closed = True
            self.abandon()
            if self._keeper is not None:
                self._keeper.close()
                self._rescue_edits()
                # A reader elsewhere forbids leaving WAL mode; the next close does it.
                with contextlib.suppress(sqlite3.Error):
                    self._connection.execute("PRAGMA journal_mode=DELETE")
            self._connection.close()
            if self._lock is not None:
                self._lock.release()

    # -- when another program takes the file away

    @property
    def is_lost(self) -> bool:
        """After an edit: the file was deleted, moved or replaced meanwhile."""
        return self._keeper is not None and self._keeper.lost

    def rescue(self) -> Path:
        """Write everything, edits since then included, to the old place, or beside it when something else is there
        now. The file stays open as it was; closing it writes no second copy. Raises InputError."""
        path = opening.free_name(self.path)
        self.save_copy(path)
        self._rescued = True
        return path

    _rescued = False

    def _rescue_edits(self) -> None:
        """What was edited after the file went away must not go with it."""
        keeper = self._keeper
        if keeper is not None and keeper.touched and not self._rescued and not keeper.in_place():
            with contextlib.suppress(InputError):  # the folder is gone, too, or full
                _LOG.warning("a file was taken away while it was open; kept as %s", self.rescue().name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    # -- one place each for reading and writing

    @contextlib.contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._guard, opening.guarded(self.path):
            yield self._connection

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        self._refuse_read_only()
        with self._guard:
            if self._whole and not self._connection.in_transaction:
                raise _dropped()  # a full disk may end it
            with transaction(self._connection):
                yield self._connection
        if self._keeper is not None:
            self._keeper.touch()

    def _refuse_read_only(self) -> None:
        if self.read_only:
            raise StoreError(f"“{self.path.name}” cannot be changed: {self.reason}", "Save a copy and work on that.")

    # -- very many changes, little by little, as one

    _whole = False

    def begin(self) -> None:
        """What is written from now on stays in the file if ``keep`` comes, all of it, and after ``abandon`` or the end
        of the program nothing. Raises StoreError."""
        self._refuse_read_only()
        with self._guard:
            begin(self._connection)
            self._whole = True

    def keep(self) -> None:
        """Raises StoreError; then nothing of it is in the file."""
        with self._guard:
            if not (self._whole and self._connection.in_transaction):
                self.abandon()
                raise _dropped()
            self._whole = False
            try:
                self._connection.execute("COMMIT")
            except sqlite3.Error as error:
                self.abandon()
                raise _dropped(str(error)) from error
        if self._keeper is not None:
            self._keeper.touch()

    def abandon(self) -> None:
        """The file is as it was before ``begin``; without one it does nothing."""
        with self._guard:
            self._whole = False
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    # -- what it remembers, and copies

    def remember(self, key: str, value: Any) -> None:
        """A setting of the project (JSON)."""
        with self._writing() as connection:
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?,?)", (f"setting.{key}", codec.dump(value)))

    def recall(self, key: str, default: Any = None) -> Any:
        with self._reading() as connection:
            found = connection.execute("SELECT value FROM meta WHERE key=?", (f"setting.{key}",)).fetchone()
        return default if found is None else json.loads(found[0])

    def original(self) -> Original | None:
        """The file the article came from; None for pasted text and formats without a layout."""
        with self._reading() as connection:
            # An alignment of an earlier version that is open for reading only has no table for it.
            there = connection.execute("SELECT 1 FROM sqlite_master WHERE name='original'").fetchone()
            found = connection.execute("SELECT format, name, body FROM original LIMIT 1").fetchone() if there else None
        return None if found is None else codec.original_of(found)

    def save_copy(self, path: Path | str) -> None:
        """The whole project, history included, into another file. Raises InputError."""
        path = Path(path)
        with self._guard:
            if self._whole:  # SQLite would wait for the end of it, which waits for us
                raise InputError("Many segments are being changed.", "Save the copy when that is done.")
            with new_file(path) as copy:
                self._connection.backup(copy)


def _dropped(detail: str = "") -> StoreError:
    hint = "Free some disk space and try again. The project is as it was before."
    return StoreError("The changes could not be written.", hint, detail)
