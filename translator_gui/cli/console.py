"""Standard input and output as other programs expect them: UTF-8, one JSON line at a time, progress on stderr only."""

from __future__ import annotations

import contextlib
import io
import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..kit.errors import InputError
from ..kit.jobs import JobContext

if TYPE_CHECKING:
    from rich.table import Table


def use_utf8() -> None:
    """Windows gives a pipe the old code page; a lone surrogate in a table must not stop the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def read_stdin() -> str:
    """All of standard input, line ends as they are. Raises InputError when it is not UTF-8."""
    data = sys.stdin.buffer.read()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        hint = f"The byte at {error.start} is not UTF-8: convert the text first (iconv -t UTF-8)."
        raise InputError("Standard input is not UTF-8.", hint) from error


def emit(record: Any) -> None:
    """One JSON document on one line of standard output. ASCII only, so that any text gets through any pipe."""
    sys.stdout.write(json.dumps(_finite(record), ensure_ascii=True, allow_nan=False) + "\n")


def _finite(value: Any) -> Any:
    """NaN and infinity are no JSON: null."""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return round(value, 6) if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_finite(item) for item in value]
    return value


def say(message: str, hint: str = "") -> None:
    """A line for the person at the keyboard, on standard error."""
    sys.stderr.write(f"{message}\n{hint}\n" if hint else f"{message}\n")
    sys.stderr.flush()


def existing(path: Path) -> Path:
    """``path``, if there is such a file. Raises InputError."""
    if not path.exists():
        raise InputError(f"“{path}” was not found.", "Check the path.")
    if path.is_dir():
        raise InputError(f"“{path}” is a folder.", "Give a file.")
    return path


def show(table: Table) -> None:
    from rich.console import Console

    # A pipe has no width of its own: keep whole sentences in it.
    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else 160)
    console.print(table)


@contextlib.contextmanager
def progress(title: str) -> Iterator[JobContext]:
    """A JobContext that draws a bar with the time left on standard error, if a person is there to see it."""
    if not sys.stderr.isatty():
        yield JobContext()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task(title, total=None)
        yield JobContext(progress=lambda done, total, text: bars.update(task, completed=done, total=total or None))
