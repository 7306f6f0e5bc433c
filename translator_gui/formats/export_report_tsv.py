"""The errors of a review in the form Google's marot reads: one line an error, its words between <v> and </v>.

Source: https://github.com/google-research/google-research/tree/master/marot (columns system, doc, docSegId,
globalSegId, rater, source, target, category, severity, metadata). Segments without an error have a line, too, with
category and severity "No-error", as there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path, PurePath

from ..domain.finding import Severity
from ..domain.mqm import MISSING
from ..domain.report import ErrorLine, QualityReport, SegmentLine
from ..domain.span import Side
from ..kit.files import atomic_write

COLUMNS = (
    *("system", "doc", "docSegId", "globalSegId", "rater", "source", "target", "category", "severity", "metadata"),
)
NO_ERROR = "No-error"


class MarotReport:
    format = "tsv"
    extension = ".tsv"

    def write(self, report: QualityReport, path: Path, language: str = "en") -> list[Path]:
        with atomic_write(path, "w", encoding="utf-8", newline="") as handle:
            for cells in (COLUMNS, *lines(report)):
                handle.write("\t".join(cells).encode("utf-8", "replace").decode() + "\n")
        return [path]


def lines(report: QualityReport) -> Iterator[tuple[str, ...]]:
    """In article order; ids are the segments' numbers in the article, from 1."""
    errors: dict[str, list[ErrorLine]] = {}
    for error in report.errors:
        errors.setdefault(error.segment, []).append(error)
    document = _cell(PurePath(report.origin.replace("\\", "/")).name or report.title or "article")
    for segment in report.segments:
        found = errors.get(segment.id)
        for error in found or ():
            yield _line(report, document, segment, error)
        if not found and segment.done:
            yield _line(report, document, segment, None)


def _line(report: QualityReport, document: str, segment: SegmentLine, error: ErrorLine | None) -> tuple[str, ...]:
    source, target = segment.source, segment.target
    category = severity = NO_ERROR
    metadata: dict[str, object] = {}
    if error is not None:
        source = _marked(error.source, error) if error.side is Side.SOURCE else error.source
        target = _marked(error.target, error) if error.side is Side.TARGET else error.target
        category, severity = _category(error.category), _severity(error.severity)
        metadata = {"note": error.comment, "suggestion": error.suggestion, "timestamp": error.at}
    place = str(segment.place)
    told = json.dumps({key: value for key, value in metadata.items() if value})
    cells = ("target", document, place, place, report.reviewer or "reviewer", source, target, category, severity)
    return (*map(_cell, cells), told)


def _marked(text: str, error: ErrorLine) -> str:
    if error.span is None or error.span.end > len(text):
        return text
    start, end = error.span
    return f"{text[:start]}<v>{text[start:end]}</v>{text[end:]}"


def _category(category: str) -> str:
    """ "accuracy/do-not-translate" -> "Accuracy/Do not translate", as marot's readers sort it."""
    if category == MISSING:
        return "Accuracy/Omission"
    return "/".join(part.replace("-", " ").capitalize() for part in category.split("/")) or "Other"


def _severity(severity: Severity) -> str:
    return severity.value.capitalize()


def _cell(text: str) -> str:
    """A line is a line, and a tab ends a cell."""
    return " ".join(text.replace("\t", " ").splitlines()) if text else ""
