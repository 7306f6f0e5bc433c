"""translator-gui engines: which there are, which work here, and what the others lack."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..kit.errors import Cancelled, InputError
from .console import emit, progress, say, show
from .running import OK

if TYPE_CHECKING:
    from ..domain.protocols import TranslationEngine
    from ..engines.catalogue import EngineInfo


def engines(
    download: Annotated[str, typer.Option("--download", help="Fetch the model of that engine (firefox).")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Agree to the download beforehand.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help='Print {"engines": [{"name", "online", "available", …}]}.')
    ] = False,
) -> int:
    """List the translation engines. Online engines send your text over the network; nothing is sent now.

    --download tells the size and the licence, asks, and fetches; a download that was broken off goes on.
    """
    from ..kit.settings import load_settings
    from ..pipeline.workshop import Workshop

    with Workshop(load_settings()) as workshop:
        if download:
            return _download(workshop.engine(download), yes)
        infos = workshop.engines()
    if as_json:
        emit({"engines": [_record(info) for info in infos]})
    else:
        _table(infos)
    return OK


def _download(engine: TranslationEngine, yes: bool) -> int:
    inner: Any = getattr(engine, "inner", engine)  # below the cache of answers
    manifest = inner.manifest() if hasattr(inner, "manifest") else None
    if manifest is None:
        raise InputError(f"The engine “{engine.name}” has nothing to download.", "Try: --download firefox")
    say(f"{manifest.title}: {manifest.size / 1e6:.0f} MB, licence {manifest.licence} ({manifest.licence_url}).")
    if not yes:
        if not sys.stdin.isatty():
            raise InputError("Nobody is there to agree to the download.", "Add --yes.")
        if not typer.confirm("Download it?", err=True):
            raise Cancelled
    with progress("Downloading") as ctx:
        folder = inner.download(ctx)
    typer.echo(folder)
    return OK


def _record(info: EngineInfo) -> dict[str, object]:
    able = info.availability
    record = {"name": info.name, "title": info.title, "online": info.online, "available": able.ok}
    return record | {"missing": able.why, "install": able.install, "description": info.description}


def _table(infos: Sequence[EngineInfo]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table("Name", "Where", "Ready", "What it is, what is missing", title="Translation engines", expand=True)
    for info in infos:
        able = info.availability
        about = Text(info.description)
        if not able.ok:
            about.append(f"\n{able.why}", "yellow")
            if able.install:
                about.append(f"\n{able.install}", "bold")
        ready = Text("yes", "green") if able.ok else Text("no", "yellow")
        table.add_row(info.name, "online" if info.online else "this machine", ready, about)
    show(table)
