"""translator-gui memory: bring a translation memory in or out as TMX, or search it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..kit.errors import InputError
from .console import emit, existing, progress, say, show
from .running import OK

if TYPE_CHECKING:
    from ..domain.unit import TranslationUnit
    from ..pipeline.workshop import Workshop


class Action(str, Enum):
    IMPORT = "import"
    EXPORT = "export"
    SEARCH = "search"


def memory(
    action: Annotated[Action, typer.Argument(help="import FILE.tmx, export FILE.tmx, or search WORDS.")],
    what: Annotated[str, typer.Argument(metavar="FILE|WORDS", help="The file, or the words or sentence.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a pair.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many pairs to show.")] = 20,
) -> int:
    """Bring the translation memory in or out as TMX, or search it: what is like the words first."""
    from ..pipeline.memory_files import export_memory, import_memory

    with opened() as workshop:
        store = workshop.memory()
        if action is Action.SEARCH:
            _search(store, what, limit, as_json)
            return OK
        with progress("Memory") as ctx:
            if action is Action.IMPORT:
                count = import_memory(existing(Path(what)), store, ctx)
            else:
                count = export_memory(Path(what), store, ctx)
        say(f"Pairs: {count}.")
    return OK


def _search(store: Any, words: str, limit: int, as_json: bool) -> None:
    from ..domain.language import FR_EN

    if not words.strip():
        raise InputError("There is nothing to search for.", "Give words or a sentence in quotation marks.")
    near = {match.unit.id: match.percent for match in store.lookup(words, FR_EN, 60, limit)}
    units = store.get(list(near)) + [u for u in store.concordance(words, FR_EN, limit) if u.id not in near]
    rows = [_record(unit, near.get(unit.id)) for unit in units[:limit]]
    if as_json:
        for row in rows:
            emit(row)
        return
    from rich.table import Table

    table = Table("Match", "French", "English", "From", title="Translation memory", expand=True)
    for row in rows:
        percent = f"{min(row['percent'], 100)} %" if row["percent"] is not None else ""
        table.add_row(percent, row["source"], row["target"], " · ".join(filter(None, (row["origin"], row["by"]))))
    show(table)


def _record(unit: TranslationUnit, percent: int | None) -> dict[str, Any]:
    about = {"by": unit.by, "changed": unit.changed, "origin": unit.origin, "engine": unit.engine}
    return {"percent": percent, "source": unit.source, "target": unit.target} | about


@contextmanager
def opened() -> Iterator[Workshop]:
    """The user's workshop, closed in the end."""
    from ..kit.settings import load_settings
    from ..pipeline.workshop import Workshop

    with Workshop(load_settings()) as workshop:
        yield workshop
