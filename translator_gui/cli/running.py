"""How every sub-command starts and ends: exit codes, errors without a traceback, Ctrl+C, a closed pipe."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from typing import Any, ParamSpec

import typer

from ..kit.errors import AppError, Cancelled
from .console import say, use_utf8

OK, ERROR, FINDINGS, CANCELLED = 0, 1, 2, 130

P = ParamSpec("P")


class _Exit:
    """The exit code a command came to. The parser's own code for a wrong option is 2, which means findings here."""

    code = OK


def command(work: Callable[P, int]) -> Callable[P, None]:
    """Turns a function that returns an exit code into a sub-command."""

    @functools.wraps(work)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        _Exit.code = _guarded(lambda: work(*args, **kwargs))

    return run


def _guarded(work: Callable[[], int]) -> int:
    try:
        code = work()
        sys.stdout.flush()
        return code
    except AppError as error:
        say(f"Error: {error.message}", error.hint)
        return ERROR
    except (Cancelled, KeyboardInterrupt):
        say("Cancelled.")
        return CANCELLED
    except BrokenPipeError:
        # The reader (head, a pager) has enough. Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK


def run(app: typer.Typer, arguments: list[str], desktop: Any = None) -> int:
    """Run the command line; returns the exit code."""
    use_utf8()
    _Exit.code = OK
    try:
        app(args=arguments, prog_name="translator-gui", obj=desktop)
    except SystemExit as ended:
        if ended.code not in (None, OK):
            return ERROR
    return _Exit.code
