"""The sub-commands, each in a file of its own and imported only when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from .. import __version__
from . import running
from .asked import COMMANDS, Desktop

_HELP = """Find where an English draft says something else than its French source.

translator-gui [FILE] opens the window, or hands FILE to the one that is open (--new-window: never).
The commands below work without one.
Exit codes: 0 ok, 1 error, 2 findings, 130 cancelled."""


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
