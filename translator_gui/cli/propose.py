"""translator-gui propose: candidates for every segment of an article."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from ..kit.errors import InputError
from .console import emit, existing, progress, say, show
from .running import ERROR, OK


def propose(
    file: Annotated[Path, typer.Argument(help="A French article, a bilingual file or a project.")],
    engine: Annotated[str, typer.Option("--engine", help="Name of an engine (see: translator-gui engines).")] = "",
    online: Annotated[bool, typer.Option("--online", help="Agree that an online engine is sent the text.")] = False,
    memory: Annotated[bool, typer.Option(help="Offer what you confirmed before first.")] = True,
    as_json: Annotated[
        bool, typer.Option("--json", help='Print {"segments": [{"id", "source", "excluded", …}]}.')
    ] = False,
) -> int:
    """Propose translations, best first. Nothing in the file is changed.

    JSON: {"segments": [{"id", "source", "excluded", "candidates": [{"text", "engine", "score"}]}]}.
    Exits with 1 when no segment at all got a proposal; segments without one are told on standard error.
    """
    from ..kit.settings import load_settings
    from ..pipeline.opening import open_file
    from ..pipeline.pairs import requests_of
    from ..pipeline.propose import propose as propose_all
    from ..pipeline.workshop import Workshop

    settings = load_settings()
    with Workshop(settings) as workshop:
        opened = open_file(existing(file), workshop)
        chosen = workshop.engine(engine or None)
        if chosen.online and not online and chosen.name not in settings.engines.consented:
            raise InputError(f"{chosen.title} sends your text over the network.", "Add --online if you agree to that.")
        for warning in opened.warnings:
            say(warning)
        requests = requests_of(opened.article, opened.rows)
        with progress(f"Proposing with {chosen.title}") as ctx:
            found = propose_all(requests, chosen, ctx, workshop.memory() if memory else None)
    segments = [
        {
            "id": row.id,
            "source": row.segment.source,
            "excluded": row.segment.excluded,
            "candidates": [
                {"text": c.text, "engine": c.engine, "score": c.match if c.score is None else c.score}
                for c in found.candidates.get(row.id, ())
            ],
        }
        for row in opened.rows
    ]
    if as_json:
        emit({"segments": segments})
    else:
        _table(segments)
    return _outcome(requests, found.candidates, found.errors)


def _outcome(requests: Sequence[Any], candidates: dict[str, Any], errors: dict[str, str]) -> int:
    """Tell what went wrong; one line for each different reason."""
    for reason in dict.fromkeys(errors.values()):
        times = sum(each == reason for each in errors.values())
        say(f"{times} of {len(requests)} segments: {reason}")
    nothing = bool(requests) and not any(candidates.values())
    if nothing and not errors:
        say("Error: the engine proposed nothing.", "Try another one (translator-gui engines).")
    return ERROR if nothing else OK


def _table(segments: Sequence[dict[str, Any]]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table("No.", "French", "Proposal", "Engine", "Score", title="Proposals", expand=True)
    for number, segment in enumerate(segments, start=1):
        best = next(iter(segment["candidates"]), None)
        if segment["excluded"]:
            table.add_row(str(number), Text(segment["source"], "dim"), Text("excluded", "dim"), "", "")
        elif best is None:
            table.add_row(str(number), Text(segment["source"]), "", "", "")
        else:
            score = "" if best["score"] is None else f"{best['score']:.0f}"
            table.add_row(str(number), Text(segment["source"]), Text(best["text"]), best["engine"], score)
    show(table)
