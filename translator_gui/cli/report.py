"""translator-gui report: what a quality review found, as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .console import emit, existing
from .running import OK


def report(
    project: Annotated[Path, typer.Argument(help="A project (.tgproj).")],
    output: Annotated[Path, typer.Option("-o", "--output", help="File to write.")],
    format_id: Annotated[
        str,
        typer.Option("--format", help="html, xlsx, json, tsv or docx; without it, the extension of OUTPUT decides."),
    ] = "",
    session_id: Annotated[
        str, typer.Option("--session", help="Id of a review session; without it, the last one of the project.")
    ] = "",
    language: Annotated[str, typer.Option("--language", help="en or fr.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help='Print {"files", "quality", "passed", "errors"}.')] = False,
) -> int:
    """Write the report of a review session: scores with their parameters, errors, time, plots.

    Formats: html (one page, plots in it), xlsx, json, tsv (marot, for MQM tools), docx (the return package for the
    translator: tracked changes and comments). A project without a session is reported as it stands.
    """
    from ..formats.report_catalogue import report_writer
    from ..kit.errors import InputError
    from ..review.quality_session import records
    from ..review.report import build
    from ..review.session import ReviewSession

    writer = report_writer(format_id or output)
    with ReviewSession.open(existing(project), read_only=True) as session:
        known = records(session)
        chosen = next((each for each in reversed(known) if not session_id or each.id == session_id), None)
        if session_id and chosen is None:
            ids = ", ".join(each.id for each in known) or "none"
            raise InputError(f"There is no review session “{session_id}”.", f"Known: {ids}.")
        made = build(session, chosen, language)
    files = [str(path) for path in writer.write(made, output, language)]
    if as_json:
        quality = made.mqm.quality if made.mqm else made.esa.mean if made.esa else None
        passed = made.verdict.passed if made.verdict else None
        emit({"files": files, "quality": quality, "passed": passed, "errors": len(made.errors)})
    else:
        for path in files:
            typer.echo(path)
    return OK
