"""The one program: a window (translator-gui [FILE]), or a command without one (translator-gui COMMAND …)."""

from __future__ import annotations

import os
import runpy
import sys
from pathlib import Path

# What the frozen program may start itself as (engines/child.py): there is no other interpreter then.
CHILDREN = ("translator_gui.engines.firefox_worker",)
# Without it a file goes to the window that is open already.
NEW_WINDOW = "--new-window"


def main(arguments: list[str] | None = None) -> int:
    """Returns the exit code. Nothing of the window is imported for a command, and nothing of cli for the window."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["--child"] and len(given) == 2 and given[1] in CHILDREN:
        runpy.run_module(given[1], run_name="__main__")
        return 0
    from .cli.asked import Desktop, wanted

    if wanted(given):
        from .cli.main import run

        return run(given, Desktop(_has_display, _open_sample, _grab))
    return _open_window(given)


def _open_window(given: list[str]) -> int:
    files = [name for name in given if name != NEW_WINDOW]
    unknown = [name for name in files if name.startswith("-") and not Path(name).exists()]
    if unknown or len(files) > 1:
        wrong = f"“{unknown[0]}” is not an option." if unknown else "Give one file."
        sys.stderr.write(f"Error: {wrong}\nSee: translator-gui --help\n")
        return 1
    from .ui.app import run

    return run(Path(files[0]) if files else None, new_window=NEW_WINDOW in given)


def _has_display() -> bool:
    """Can a window be shown? Windows and macOS always have a place for one."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform in ("offscreen", "minimal"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _open_sample() -> int:
    from .ui.app import run

    return run(sample=True)


def _grab(file: Path, picture: Path) -> None:
    from .ui.snapshot import grab

    grab(file, picture)


if __name__ == "__main__":
    sys.exit(main())
