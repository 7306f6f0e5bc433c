"""TSV, CSV and JSON lines: one row a segment, for spreadsheets and for programs."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar

from ..domain.finding import Finding
from ..domain.protocols import ExportDocument
from ..kit.files import atomic_write
from .export_options import Empty, Entry, ExportOptions, entries, findings_of, notes_of
from .xml_writing import finding_text

COLUMNS = (
    "id", "source", "target", "state", "origin", "engine", "by", "at", "excluded", "paragraph", "kind", "notes",
    "findings",
)  # fmt: skip
# What makes a spreadsheet run a cell as a formula (OWASP, CSV Injection). Apostrophes before it count as well, so
# that taking one off again (formats/import_tables.py) always gives the text back.
FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def neutralised(cell: str) -> str:
    """``cell`` with an apostrophe before it when a spreadsheet would take it for a formula."""
    return f"'{cell}" if FORMULA.match(cell) else cell


class _TableExporter:
    format: ClassVar[str]
    extension: ClassVar[str]
    delimiter: ClassVar[str]

    def write(self, document: ExportDocument, path: Path, options: Mapping[str, Any]) -> list[Path]:
        chosen = ExportOptions.of(options)
        # Excel takes a CSV without a byte order mark for the machine's old code page.
        encoding = "utf-8-sig" if chosen.spreadsheet else "utf-8"
        with atomic_write(path, "w", encoding=encoding, newline="") as handle:
            rows = csv.writer(handle, delimiter=self.delimiter, lineterminator="\r\n" if chosen.spreadsheet else "\n")
            rows.writerow(COLUMNS)
            for cells in table_cells(document, chosen):
                rows.writerow([neutralised(cell) for cell in cells] if chosen.spreadsheet else cells)
        return [path]


class CsvExporter(_TableExporter):
    format = "csv"
    extension = ".csv"
    delimiter = ","


class TsvExporter(_TableExporter):
    format = "tsv"
    extension = ".tsv"
    delimiter = "\t"


class JsonlExporter:
    """One JSON object a line, ASCII only, so that any text comes back as it was, lone surrogates included."""

    format = "jsonl"
    extension = ".jsonl"

    def write(self, document: ExportDocument, path: Path, options: Mapping[str, Any]) -> list[Path]:
        chosen = ExportOptions.of(options)
        with atomic_write(path, "w", encoding="ascii", newline="") as handle:
            for entry in entries(document, chosen, Empty.KEEP):
                handle.write(json.dumps(_record(document, entry, chosen)) + "\n")
        return [path]


def table_cells(document: ExportDocument, options: ExportOptions) -> Iterator[list[str]]:
    """One row a segment, a cell for each of COLUMNS."""
    for entry in entries(document, options, Empty.KEEP):
        row, target = entry.row, entry.row.target
        yield [
            row.id,
            entry.source,
            entry.target,
            target.state.value,
            target.origin.value,
            target.engine,
            target.by,
            target.at,
            "yes" if row.segment.excluded else "",
            str(row.segment.paragraph),
            row.segment.kind.value,
            "\n".join(notes_of(document, row, options)),
            "\n".join(finding_text(finding) for finding in findings_of(document, row, options)),
        ]


def _record(document: ExportDocument, entry: Entry, options: ExportOptions) -> dict[str, Any]:
    row, segment, target = entry.row, entry.row.segment, entry.row.target
    record: dict[str, Any] = {
        "id": row.id,
        "source": segment.source,
        "target": entry.target if entry.stand_in else target.text,
        "state": target.state.value,
        "origin": target.origin.value,
        "engine": target.engine,
        "by": target.by,
        "at": target.at,
        "rejected": target.rejected,
        "locked": target.locked,
        "exclusion": segment.exclusion.value,
        "paragraph": segment.paragraph,
        "kind": segment.kind.value,
        "level": segment.level,
        "gap": segment.gap,
        "languages": [document.article.pair.source, document.article.pair.target],
    }
    if options.notes:
        record["notes"] = list(document.notes(row.id))
    if options.findings:
        record["findings"] = [finding_record(finding) for finding in document.findings(row.id)]
    return record


def finding_record(finding: Finding) -> dict[str, Any]:
    """A finding as JSON."""
    return {
        "check": finding.check,
        "code": finding.code,
        "side": finding.side.value,
        "start": finding.span.start if finding.span else None,
        "end": finding.span.end if finding.span else None,
        "message": finding.message,
        "severity": finding.severity.value,
        "category": finding.category,
        "suggestion": finding.suggestion,
        "fingerprint": finding.fingerprint,
    }
