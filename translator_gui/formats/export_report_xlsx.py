"""A quality report as a workbook: summary, categories, errors, segments, comments. Text is text, never a formula."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..domain.finding import Severity
from ..domain.report import QualityReport
from ..kit.files import write_archive
from .report_words import agreement, facts, scores, verdict, words
from .xlsx_sheet import Cell, add_sheet


class XlsxReport:
    format = "xlsx"
    extension = ".xlsx"

    def write(self, report: QualityReport, path: Path, language: str = "en") -> list[Path]:
        # Imported here: openpyxl costs a quarter of a second, and a table of formats must not.
        from openpyxl import Workbook

        book, w = Workbook(write_only=True), words(language)
        _summary(book, report, language)
        _categories(book, report, language)
        _errors(book, report, language)
        _segments(book, report, language)
        add_sheet(
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
    rows += agreement(report.agreement, language)
    rows += [("", ""), (w["parameters"], ""), *report.parameters.items()]
    rows += [(w["signatures"], signature) for signature in report.signatures]
    add_sheet(book, w["report"], ("", ""), rows, (38, 70))


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
    add_sheet(book, w["categories"], heads, rows, (36, *(10,) * 6))


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
    add_sheet(book, w["errors"], heads, rows, (9, 24, 10, 9, 12, 30, 30, 40, 14, 24, 60, 60))


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
    add_sheet(book, w["segment"], heads, rows, (9, 60, 60, 60, 12, 24, 11, 11, 9, 9, 9, 9, 11, 11))
