"""Puts committed changes on the disk within a second, off the writer's thread.

A commit hands its pages to the operating system, which is all that a killed program needs. A power cut needs them on
the disk; waiting for that takes milliseconds, on a slow disk a tenth of a second, and a person is typing. So one
thread flushes the write-ahead log behind him, and folds it into the file when it has grown.

It also sees when the file is gone: deleted, moved or replaced by another program. SQLite would go on writing into what
no name leads to any more.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
import threading
from pathlib import Path

_LOG = logging.getLogger("translator_gui.store")
DELAY_SECONDS = 0.5
_FOLD_BYTES = 4 << 20


class Keeper:
    """touch() after each commit; close() before the connection is closed. touched: something was committed. lost:
    the path does not lead to the open file any more (looked up after each commit, by the thread)."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path, self._log = path, Path(f"{path}-wal")
        self._opened = os.stat(path)
        self.lost = self.touched = False
        self._dirty, self._stop = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None
        connection.execute("PRAGMA synchronous=NORMAL")
        # Left to itself, SQLite folds in the writer's own commit, and he waits for the disk: a fifth of a second.
        connection.execute("PRAGMA wal_autocheckpoint=0")

    def touch(self) -> None:
        self._dirty.set()
        self.touched = True
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="project-keeper", daemon=True)
            self._thread.start()

    def close(self) -> None:
        self._stop.set()
        self._dirty.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._stop.is_set():
            self._dirty.wait()
            if self._stop.wait(DELAY_SECONDS):
                return  # closing folds everything in
            self._dirty.clear()
            if not self.in_place():
                self.lost = True
                continue
            try:
                self.flush()
            except (OSError, sqlite3.Error) as error:  # the log still holds it all; the next round tries again
                _LOG.warning("The project could not be flushed: %s", error)

    def in_place(self) -> bool:
        try:
            return os.path.samestat(self._opened, os.stat(self._path))
        except FileNotFoundError:
            return False
        except OSError:  # a network drive that is away for a moment: nobody knows
            return True

    def flush(self) -> None:
        handle = os.open(self._log, os.O_RDWR)
        try:
            os.fsync(handle)
            size = os.fstat(handle).st_size
        finally:
            os.close(handle)
        if size > _FOLD_BYTES:
            with contextlib.closing(sqlite3.connect(self._path, isolation_level=None)) as connection:
                connection.execute("PRAGMA wal_checkpoint(PASSIVE)")  # waits for nobody, nobody waits for it
