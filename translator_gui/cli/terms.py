"""translator-gui terms: bring terms in or out as TBX or CSV, or list them."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from ..kit.errors import InputError
from .console import emit, existing, say, show
from .memory import opened
from .running import OK


class Action(str, Enum):
    IMPORT = "import"
    EXPORT = "export"
    LIST = "list"


def terms(
    action: Annotated[Action, typer.Argument(help="import FILE, export FILE (.tbx or .csv), or list [WORDS].")],
    what: Annotated[str, typer.Argument(metavar="FILE|WORDS", help="The file, or words to look for.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a term.")] = False,
    tbx: Annotated[int, typer.Option("--tbx", min=2, max=3, help="TBX version to write.")] = 3,
) -> int:
    """Bring the termbase in or out as TBX or CSV, or list its terms."""
    from ..domain.language import FR_EN
    from ..pipeline.memory_files import export_terms, import_terms

    with opened() as workshop:
        store = workshop.terms()
        if action is not Action.LIST:
            if not what:
                raise InputError("Which file?", f"translator-gui terms {action.value} terms.tbx")
            done = import_terms(existing(Path(what)), store) if action is Action.IMPORT else None
            count = export_terms(Path(what), store, version=tbx) if done is None else done
            say(f"Terms: {count}.")
            return OK
        found = store.terms(FR_EN, what)
    if as_json:
        for term in found:
            emit({"source": term.source, "target": term.target, "forbidden": term.forbidden, "note": term.note})
        return OK
    from rich.table import Table

    table = Table("French", "English", "", "Note", title="Terms", expand=True)
    for term in found:
        table.add_row(term.source, term.target, "forbidden" if term.forbidden else "", term.note)
    show(table)
    return OK
