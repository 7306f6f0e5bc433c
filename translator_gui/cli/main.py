"""The sub-commands, each in a file of its own and imported only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from .. import __version__
from . import running

COMMANDS = ("segment", "align", "propose", "score", "check", "export", "report", "memory", "terms", "engines", "demo")
_HELP = """Find where an English draft says something else than its French source.

translator-gui [FILE] opens the window. The commands below work without one.
Exit codes: 0 ok, 1 error, 2 findings, 130 cancelled."""


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


def build(arguments: Sequence[str]) -> typer.Typer:
    """The command line, with the one command that is asked for, or all of them."""
    app = typer.Typer(
        help=_HELP, add_completion=False, no_args_is_help=True, context_settings={"help_option_names": ["-h", "--help"]}
    )
    app.callback()(_root)
    asked = [name for name in arguments[:1] if name in COMMANDS]
    for name in asked or COMMANDS:
        module = import_module(f"translator_gui.cli.{name}")
        app.command(name)(running.command(getattr(module, name)))
    return app


def run(arguments: list[str], desktop: Desktop | None = None) -> int:
    return running.run(build(arguments), arguments, desktop)


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"translator-gui {__version__}")
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Options of the program as a whole."""
