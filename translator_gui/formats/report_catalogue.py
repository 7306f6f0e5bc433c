"""The forms a quality report can be written in, by id; imported on first use."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from ..domain.report import QualityReport
from ..kit.errors import InputError
from ..kit.registry import Registry


class ReportWriter(Protocol):
    """Writes a report to ``path``, whole or not at all, in the reader's ``language`` ("en", "fr"). Raises InputError
    when the place cannot be written. Returns the files written."""

    format: str
    extension: str

    def write(self, report: QualityReport, path: Path, language: str = "en") -> list[Path]: ...


REPORTS: Registry[type[ReportWriter]] = Registry(
    "report format",
    {
        "html": "translator_gui.formats.export_report_html:HtmlReport",
        "pdf": "translator_gui.formats.export_report_pdf:PdfReport",
        "xlsx": "translator_gui.formats.export_report_xlsx:XlsxReport",
        "json": "translator_gui.formats.export_report_json:JsonReport",
        "tsv": "translator_gui.formats.export_report_tsv:MarotReport",
        "docx": "translator_gui.formats.export_report_docx:ReturnPackage",
    },
    group="translator_gui.reports",
)


def report_writer(target: str | Path) -> ReportWriter:
    """The writer of an id ("xlsx") or of a file's extension. Raises InputError naming what is known."""
    if isinstance(target, str) and target in REPORTS:
        return REPORTS.get(target)()
    ending = Path(target).suffix.lower()
    for each in REPORTS:
        if ending and ending == f".{each}":
            return REPORTS.get(each)()
    raise InputError(f"No report format is known for “{Path(target).name}”.", f"Known: {', '.join(REPORTS)}.")
