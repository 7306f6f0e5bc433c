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
        typer.Option("--format", help="html, pdf, xlsx, json, tsv or docx; without it, OUTPUT’s extension decides."),
    ] = "",
    session_id: Annotated[
        str, typer.Option("--session", help="Id of a review session; without it, the last one of the project.")
    ] = "",
    compare: Annotated[
        str, typer.Option("--compare", help="Id of another reviewer's session: how far the two agree.")
    ] = "",
    language: Annotated[str, typer.Option("--language", help="en or fr.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help='Print {"files", "quality", "passed", "errors"}.')] = False,
) -> int:
    """Write the report of a review session: scores with their parameters, errors, time, plots.

    Formats: html (one page, plots in it), pdf (to print or send), xlsx, json, tsv (marot, for MQM tools), docx (the
    return package for the translator: tracked changes and comments). A project without a session is reported as it
    stands.
    """
    from ..formats.report_catalogue import report_writer
    from ..review.agreement import Judgements
    from ..review.comparing import session_named
    from ..review.quality_session import records
    from ..review.report import build
    from ..review.session import ReviewSession

    writer = report_writer(format_id or output)
    with ReviewSession.open(existing(project), read_only=True) as session:
        known = records(session)
        chosen = session_named(known, session_id) if session_id else known[-1] if known else None
        other = Judgements.of(session, session_named(known, compare)) if compare else None
        made = build(session, chosen, language, other)
    files = [str(path) for path in writer.write(made, output, language)]
    if as_json:
        quality = made.mqm.quality if made.mqm else made.esa.mean if made.esa else None
        passed = made.verdict.passed if made.verdict else None
        emit({"files": files, "quality": quality, "passed": passed, "errors": len(made.errors)})
    else:
        for path in files:
            typer.echo(path)
    return OK
