"""translator-gui export: the reviewed text, or source and target, in another format."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from ..kit.errors import InputError
from .console import emit, existing, say
from .running import OK


def export(
    file: Annotated[Path, typer.Argument(help="A project, a bilingual file, or a French article (with --draft).")],
    output: Annotated[Path, typer.Option("-o", "--output", help="File to write.")],
    format_id: Annotated[
        str, typer.Option("--format", help="See below; without it, the extension of OUTPUT decides.")
    ] = "",
    draft: Annotated[
        Path | None, typer.Option("--draft", help="The English of FILE, when FILE is French alone.")
    ] = None,
    only_confirmed: Annotated[
        bool, typer.Option("--only-confirmed", help="Reviewed and final segments alone.")
    ] = False,
    excluded: Annotated[
        bool, typer.Option("--excluded", help="With the lines that are not part of the article.")
    ] = False,
    empty: Annotated[str, typer.Option("--empty", help="A segment without English: keep, skip, source or mark.")] = "",
    plain: Annotated[
        bool, typer.Option("--plain", help="CSV and TSV for programs: formulas are left as they are.")
    ] = False,
    findings: Annotated[bool, typer.Option(help="Write findings, in formats that can hold them.")] = True,
    notes: Annotated[bool, typer.Option(help="Write notes, in formats that can hold them.")] = True,
    layout: Annotated[
        bool, typer.Option(help="Write Word, OpenDocument, HTML and EPUB into the file that came in.")
    ] = True,
    licence: Annotated[str, typer.Option("--licence", help="Of the texts, for the manifest of a corpus.")] = "",
    columns: Annotated[
        str, typer.Option("--columns", help="Of a table: the numbers of the source and target column, as 2,4.")
    ] = "",
    header: Annotated[bool, typer.Option("--header", help="With --columns: the first row names them.")] = False,
    encoding: Annotated[str, typer.Option("--encoding", help="Of FILE, when it does not say or says it wrongly.")] = "",
    recover: Annotated[bool, typer.Option("--recover", help="Of a damaged XLIFF or TMX: what can be read.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help='Print {"files", "segments", "left_out", "warnings"}.')
    ] = False,
) -> int:
    """Export to a file, whole or not at all. Prints the files written.

    Formats: txt, markdown, html, docx, odt, epub (the English alone; odt and epub only of an article that came so);
    tmx, xliff12 (.xlf), xliff20 (.xliff), xliff (the XLIFF, SDLXLIFF or MXLIFF that came in, with the targets),
    po, bilingual-html, bilingual-docx, review-docx (goes to a colleague and comes back in), xlsx, tsv, csv, jsonl,
    moses (two files, OUTPUT.fr and OUTPUT.en), opus (the same with ids and a manifest), parquet.
    """
    from ..kit.settings import load_settings
    from ..pipeline.export import export as write
    from ..pipeline.export import with_findings
    from ..pipeline.opening import open_file
    from ..pipeline.workshop import Workshop

    options = {"only_confirmed": only_confirmed, "excluded": excluded, "empty": empty, "spreadsheet": not plain}
    options |= {"findings": findings, "notes": notes, "layout": layout, "licence": licence}
    with Workshop(load_settings()) as workshop:
        reading = _reading(columns, header, encoding, recover)
        opened = open_file(existing(file), workshop, draft and existing(draft), **reading)
        if findings:
            opened = with_findings(opened, workshop.checks)
        written = write(opened, output, format_id, options)
    warnings = [*opened.warnings, *written.warnings]
    for warning in warnings:
        say(warning)
    files = [str(path) for path in written.files]
    if as_json:
        emit({"files": files, "segments": written.rows, "left_out": written.left_out, "warnings": warnings})
    else:
        for path in files:
            typer.echo(path)
    return OK


def _reading(columns: str, header: bool, encoding: str, recover: bool) -> dict[str, Any]:
    """Options of the importer; those that were not given are left out. Raises InputError."""
    options: dict[str, Any] = {}
    if columns:
        parts = [part.strip() for part in columns.split(",")]
        if len(parts) != 2 or not all(part.isascii() and part.isdigit() and int(part) > 0 for part in parts):
            raise InputError(f"“{columns}” does not name two columns.", "Give their numbers, as in --columns 2,4.")
        options |= {"columns": {"source": int(parts[0]) - 1, "target": int(parts[1]) - 1}, "header": header}
    if encoding:
        options["encoding"] = encoding
    if recover:
        options["recover"] = True
    return options
