"""A quality report as a workbook: summary, categories, errors, segments, comments. Text is text, never a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from ..domain.finding import Severity
from ..domain.report import QualityReport
from ..kit.files import write_archive
from ..text.xml_characters import strip_forbidden
from .report_words import agreement, facts, scores, verdict, words

_LONGEST = 32_767  # characters a cell holds
Cell = str | float | int | None


class XlsxReport:
    format = "xlsx"
    extension = ".xlsx"

    def write(self, report: QualityReport, path: Path, language: str = "en") -> list[Path]:
        # Imported here: openpyxl costs a quarter of a second, and a table of formats must not.
        from openpyxl import Workbook

        book, w = Workbook(), words(language)
        book.remove(book.active)
        _summary(book, report, language)
        _categories(book, report, language)
        _errors(book, report, language)
        _segments(book, report, language)
        _sheet(
            book,
            w["comments"],
            (w["segment"], w["by"], w["created"], w["words_marked"], w["comment"], w["resolved"]),
            ((c.place, c.by, c.at, c.quote, c.body, "×" if c.resolved else "") for c in report.comments),
            (10, 16, 26, 30, 70, 10),
        )
        write_archive(path, book.save)
        return [path]


def _summary(book: Any, report: QualityReport, language: str) -> None:
    w = words(language)
    rows: list[tuple[Cell, ...]] = [*facts(report, language)]
    if report.mqm is not None:
        m = report.mqm
        rows += [(w["quality"], m.quality), (w["threshold"], m.threshold)]
        rows += [(w["penalty"], m.penalty), (w["per_thousand"], m.per_thousand)]
    elif report.esa is not None:
        rows += [(w["esa_mean"], report.esa.mean), scores(report, language)[1]]
    if verdict(report, language):
        rows.append(("", verdict(report, language)))
    rows += agreement(report, language)
    rows += [("", ""), (w["parameters"], ""), *report.parameters.items()]
    rows += [(w["signatures"], signature) for signature in report.signatures]
    _sheet(book, w["report"], ("", ""), rows, (38, 70))


def _categories(book: Any, report: QualityReport, language: str) -> None:
    w = words(language)
    heads = (w["category"], *(w[each.value] for each in Severity), w["total"], w["penalty"])
    rows: list[tuple[Cell, ...]] = [
        (line.name, *(line.counts.get(each, 0) for each in Severity), line.total, line.penalty)
        for line in report.categories
    ]
    totals = report.severities()
    penalty = sum(line.penalty for line in report.categories)
    rows.append((w["total"], *(totals[each] for each in Severity), len(report.errors), penalty))
    _sheet(book, w["categories"], heads, rows, (36, *(10,) * 6))


def _errors(book: Any, report: QualityReport, language: str) -> None:
    w = words(language)
    heads = (
        *(w["segment"], w["category"], w["severity"], w["penalty"], w["side"], w["words_marked"], w["suggestion"]),
        *(w["comment"], w["by"], w["created"], w["source"], w["target"]),
    )
    rows = (
        (
            *(e.place, e.name, w[e.severity.value], e.penalty, w[e.side.value], e.quote or w["whole"], e.suggestion),
            *(e.comment, e.by, e.at, e.source, e.target),
        )
        for e in report.errors
    )
    _sheet(book, w["errors"], heads, rows, (9, 24, 10, 9, 12, 30, 30, 40, 14, 24, 60, 60))


def _segments(book: Any, report: QualityReport, language: str) -> None:
    w = words(language)
    divergence = (f"{w['divergence'].split()[0]} {w['before']}", f"{w['divergence'].split()[0]} {w['after']}")
    heads = (
        *(w["segment"], w["source"], w["before"], w["after"], w["state"], w["reason"], *divergence),
        *(w["seconds"], w["rating"], w["errors"], w["penalty"], w["edited"], w["machine"]),
    )
    rows = (
        (
            *(s.place, s.source, s.before, s.target, s.state, s.rejected, s.divergence_before, s.divergence),
            *(s.seconds, s.rating, s.errors, s.penalty, s.edited, "×" if s.unedited else ""),
        )
        for s in report.segments
    )
    _sheet(book, w["segment"], heads, rows, (9, 60, 60, 60, 12, 24, 11, 11, 9, 9, 9, 9, 11, 11))


def _sheet(book: Any, title: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]], widths: Sequence[int]) -> None:
    """A heading that stays in view, a filter, wrapped text."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(title[:31])
    wrapped, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True)
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width

    def cell(value: Cell, head: bool = False) -> Any:
        made = WriteOnlyCell(sheet, None)
        if isinstance(value, str):
            # The type is set by hand: openpyxl would make a formula of what begins with "=".
            made._value, made.data_type = strip_forbidden(value)[:_LONGEST], "s"
        elif value is not None:
            made.value = round(value, 4)
        if head:
            made.font = bold
        made.alignment = wrapped
        return made

    if any(heads):
        sheet.append([cell(head, head=True) for head in heads])
        sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append([cell(value) for value in row])
    if any(heads) and sheet.max_row > 1:
        sheet.auto_filter.ref = sheet.dimensions
