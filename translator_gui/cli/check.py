"""translator-gui check: what the rules find in a translation."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..kit.errors import InputError
from .console import emit, existing, say, show
from .running import FINDINGS, OK

if TYPE_CHECKING:
    from ..domain.finding import Finding
    from ..pipeline.opening import Opened


def check(
    file: Annotated[Path, typer.Argument(help="A bilingual file, a project, or a French article with a DRAFT.")],
    draft: Annotated[Path | None, typer.Argument(help="The English of FILE, when FILE is French alone.")] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help='Print {"segments": [{"id", "source", "target", "findings"}]}.')
    ] = False,
) -> int:
    """Run every check over a translation: numbers, names, negation, quotes, French left in it and the rest.

    Exits with 2 when there is at least one finding, 0 when there is none. Neutral findings, which are only worth a
    look, do not count. Excluded lines are not checked.
    """
    from ..kit.settings import load_settings
    from ..pipeline.check import check_rows
    from ..pipeline.opening import open_file
    from ..pipeline.workshop import Workshop

    with Workshop(load_settings()) as workshop:
        opened = open_file(existing(file), workshop, draft and existing(draft))
        for warning in opened.warnings:
            say(warning)
        if not opened.has_targets:
            raise InputError(f"“{file.name}” has no English yet.", "Give the draft as a second file.")
        found = check_rows(opened, workshop)
    records = _records(opened, found)
    if as_json:
        emit({"segments": records})
    else:
        _table(records)
    serious = any(finding.severity.rank for findings in found.values() for finding in findings)
    return FINDINGS if serious else OK


def _records(opened: Opened, found: dict[str, list[Finding]]) -> list[dict[str, Any]]:
    from ..pipeline.records import finding_record

    return [
        {
            "id": row.id,
            "source": row.segment.source,
            "target": row.target.text,
            "findings": [finding_record(finding) for finding in found[row.id]],
        }
        for row in opened.rows
        if row.id in found
    ]


def _table(records: Sequence[dict[str, Any]]) -> None:
    from rich.table import Table
    from rich.text import Text

    from .tables import finding_lines

    table = Table("No.", "French", "English", "Findings", title="Findings", expand=True)
    for number, record in enumerate(records, start=1):
        if record["findings"]:
            texts = (Text(record["source"]), Text(record["target"]))
            table.add_row(str(number), *texts, finding_lines(record["findings"]))
    if table.row_count:
        show(table)
    count = sum(len(record["findings"]) for record in records)
    say(f"{count} findings in {len(records)} segments.")
