"""translator-gui engines: which there are, which work here, and what the others lack."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from .console import emit, show
from .running import OK

if TYPE_CHECKING:
    from ..engines.catalogue import EngineInfo


def engines(
    as_json: Annotated[
        bool, typer.Option("--json", help='Print {"engines": [{"name", "online", "available", …}]}.')
    ] = False,
) -> int:
    """List the translation engines. Online engines send your text over the network; nothing is sent now."""
    from ..kit.settings import load_settings
    from ..pipeline.workshop import Workshop

    with Workshop(load_settings()) as workshop:
        infos = workshop.engines()
    if as_json:
        emit({"engines": [_record(info) for info in infos]})
    else:
        _table(infos)
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
