"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from .errors import InputError

_HINTS = {
    errno.ENOSPC: "The disk is full: free some space or save elsewhere. Nothing was overwritten.",
    errno.EACCES: "You may not write there: choose another folder.",
    errno.EROFS: "That disk is read-only: choose another folder.",
    errno.ENOENT: "That folder does not exist: choose another one.",
    errno.EISDIR: "That is a folder: give a file name.",
}


_HALF = ".half-written"


def remove_leftovers(folder: Path) -> None:
    """What atomic_write() was at when its process was killed, in the folder and below. Only for a folder into which
    nobody else writes just now."""
    for path in folder.rglob(f".*{_HALF}"):
        with contextlib.suppress(OSError):
            path.unlink()


def write_error(path: Path, error: OSError) -> InputError:
    """The AppError for a failed write, with a way out."""
    hint = _HINTS.get(error.errno or 0, "Choose another place and try again.")
    return InputError(f"“{path.name}” could not be written.", hint, f"{error.strerror} ({path})")


@contextlib.contextmanager
def atomic_write(path: Path, mode: str = "wb", encoding: str | None = None, newline: str | None = None) -> Iterator[IO]:  # type: ignore[type-arg]
    """Write beside the target, fsync, then rename over it: a reader sees the old file or the new one.

    Raises InputError (with the cause and a way out) instead of OSError; the old file is left as it was.
    """
    path = Path(path)
    if encoding is None and "b" not in mode:
        encoding, newline = "utf-8", "" if newline is None else newline
    temporary = None
    try:
        handle = tempfile.NamedTemporaryFile(  # noqa: SIM115 - renamed, not deleted, on success
            mode, encoding=encoding, newline=newline, dir=path.parent, prefix=f".{path.name[:40]}.", suffix=_HALF,
            delete=False,
        )  # fmt: skip
        temporary = Path(handle.name)
        with handle:
            yield handle
            handle.flush()
            os.fsync(handle.fileno())
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o777)
        else:
            umask = os.umask(0)
            os.umask(umask)
            temporary.chmod(0o666 & ~umask)
        os.replace(temporary, path)
    except BaseException as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise write_error(path, error) from error
        raise


def write_archive(path: Path, save: Callable[[IO[bytes]], object]) -> None:
    """``save`` writes a zip archive (Word, Excel …). It is made in memory first: on a full disk the libraries leave
    theirs half closed. Raises as atomic_write."""
    content = io.BytesIO()
    save(content)
    with atomic_write(path) as handle:
        handle.write(content.getvalue())
