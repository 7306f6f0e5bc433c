"""One writer per project: an operating-system lock on a sidecar file, which dies with its process.

The sidecar also says who holds it. The byte that is locked lies far beyond its text, so that on Windows, where a
locked byte cannot be read, the others can still read the name.
"""

from __future__ import annotations

import contextlib
import errno
import getpass
import json
import os
import socket
import sys
import weakref
from datetime import datetime, timezone
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30

    def _acquire(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _acquire(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


# What a lock that somebody else holds answers, on Unix and on Windows; other errors mean that nothing can be locked.
_TAKEN = (errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)


class Locked(Exception):
    """Somebody holds it. ``holder``: who and since when, as far as known."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


class FileLock:
    """Held from construction to release(). Raises Locked, or OSError where no sidecar can be made or locked."""

    def __init__(self, path: Path) -> None:
        self.path = path.with_name(path.name + "-lock")
        self._handle = self._take()
        _held.add(self)

    def _take(self) -> int:
        while True:
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o666)
            try:
                _acquire(handle)
            except OSError as error:
                os.close(handle)
                if error.errno not in _TAKEN:
                    raise
                raise Locked(_holder(self.path)) from error
            if self._still_there(handle):
                break
            os.close(handle)  # its last holder removed the file between our open and our lock: take the new one
        with contextlib.suppress(OSError):  # a full disk: the lock holds, it only does not say whose it is
            os.lseek(handle, 0, os.SEEK_SET)
            os.ftruncate(handle, 0)
            os.write(handle, _card())
        return handle

    def _still_there(self, handle: int) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), os.stat(self.path))
        except FileNotFoundError:
            return False

    def release(self) -> None:
        """Let go, and remove the sidecar. Where an open file can be removed that comes first, so that nobody is
        left holding a lock on a file that is no longer there."""
        if self._handle < 0:
            return
        if sys.platform == "win32":
            self.forget()
        with contextlib.suppress(OSError):  # somebody has taken it over, or the folder is gone
            self.path.unlink()
        self.forget()

    def forget(self) -> None:
        """Close our handle only: for a forked child, which must not keep its parent's lock alive."""
        handle, self._handle = self._handle, -1
        if handle >= 0:
            os.close(handle)


_held: weakref.WeakSet[FileLock] = weakref.WeakSet()


def _forget_all() -> None:
    for lock in tuple(_held):
        lock.forget()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_all)


def _card() -> bytes:
    try:
        user = getpass.getuser()
    except (OSError, KeyError):  # no name for this user id
        user = ""
    since = datetime.now(timezone.utc).isoformat(timespec="seconds")
    return json.dumps({"user": user, "host": socket.gethostname(), "since": since, "pid": os.getpid()}).encode()


def _holder(path: Path) -> str:
    try:
        card = json.loads(path.read_bytes())
        since = datetime.fromisoformat(card["since"]).astimezone()
        return f"{card['user'] or 'somebody'} on {card['host']}, since {since:%Y-%m-%d %H:%M}"
    except (OSError, ValueError, KeyError, TypeError):  # being written just now, or not ours
        return "another window or another person"
