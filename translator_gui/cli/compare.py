"""translator-gui compare: how far two reviewers agree."""

from __future__ import annotations

import contextlib
import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .console import emit, existing, show
from .running import OK

if TYPE_CHECKING:
    from ..review.comparing import Comparison

_NONE = "–"


def compare(
    project: Annotated[Path, typer.Argument(help="A project (.tgproj) with the first reviewer's session.")],
    other: Annotated[Path | None, typer.Argument(help="A copy of it with the second's; without, in the same.")] = None,
    first: Annotated[str, typer.Option("--first", help="Id of a session of PROJECT; without it, the last.")] = "",
    second: Annotated[str, typer.Option("--second", help="Id of the session to compare with.")] = "",
    language: Annotated[str, typer.Option("--language", help="en or fr.")] = "en",
    as_json: Annotated[
        bool, typer.Option("--json", help='Print {"agreement": {"kappa", "exact_f1", …}, "differences": […]}.')
    ] = False,
) -> int:
    """Compare two reviewers of one article: Cohen's kappa on which segments hold an error, F1 of the words they
    marked, and every segment where they differ."""
    from ..review.comparing import compare_sessions, pair_of, session_named
    from ..review.quality_session import records
    from ..review.session import ReviewSession

    with contextlib.ExitStack() as opened:
        one = opened.enter_context(ReviewSession.open(existing(project), read_only=True))
        two = opened.enter_context(ReviewSession.open(existing(other), read_only=True)) if other else one
        known, theirs = records(one), records(two)
        a = session_named(known, first) if first else None
        b = session_named(theirs, second) if second else None
        if a is None or b is None:
            usual = pair_of(known, theirs if other else None)
            a, b = a or usual[0], b or usual[1]
        found = compare_sessions(one, a, two, b, language)
    if as_json:
        emit(_record(found))
    else:
        _show(found, language)
    return OK


def _record(found: Comparison) -> dict[str, Any]:
    return {
        "agreement": dataclasses.asdict(found.agreement),
        "differences": [dataclasses.asdict(each) for each in found.differences],
    }


def _show(found: Comparison, language: str) -> None:
    from rich.table import Table
    from rich.text import Text

    from ..formats.report_words import agreement, words

    w = words(language)
    for label, value in agreement(found.agreement, language):
        typer.echo(f"{label}: {value}")
    if not found.differences:
        return
    who = found.agreement.first or "1", found.agreement.second or "2"
    table = Table("No.", w["source"], *who, title=w["differences"], expand=True)
    for each in found.differences:
        said = ("\n".join(side) or _NONE for side in (each.first, each.second))
        table.add_row(str(each.place), Text(each.source), *(Text(side) for side in said))
    show(table)
