"""Is a command asked for? Known without importing one, or what they stand on: the window must not wait for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

COMMANDS = (
    "segment", "align", "propose", "score", "check", "export", "batch", "report", "compare", "memory", "terms",
    "engines", "demo",
)  # fmt: skip


@dataclass(frozen=True)
class Desktop:
    """What a command may ask of the window, put in from above: cli never imports ui.

    has_display: can a window be shown. open_sample: shows the window with the sample, proposals and flags arriving;
    returns the exit code. grab(file, png): a screenshot of the window with that file, without a display.
    """

    has_display: Callable[[], bool]
    open_sample: Callable[[], int]
    grab: Callable[[Path, Path], None]


def wanted(arguments: Sequence[str]) -> bool:
    """Are these arguments for the command line, and not for the window?"""
    return bool(arguments) and (arguments[0] in COMMANDS or arguments[0] in ("--help", "-h", "--version"))
