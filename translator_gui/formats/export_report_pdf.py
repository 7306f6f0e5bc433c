"""A quality report as a PDF to print or to send: set by Typst from resources/report/report.typ.

Typst brings its own serif with Latin, Greek and Cyrillic letters, embeds what it uses, takes the plots as vectors and
tags the file for screen readers. Texts go to it as data, so that nothing in them is read as markup.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from ..domain.finding import Severity
from ..domain.report import ErrorLine, QualityReport
from ..domain.span import Side
from ..kit.files import atomic_write
from ..kit.paths import resource
from ..text.xml_characters import strip_forbidden
from .report_plots import plots
from .report_words import agreement, facts, number, scores, verdict, when, words

_FONT = "Libertinus Serif"
_BREAKS = re.compile(r"(?<=[|,;/=_])(?=\S)")


class PdfReport:
    format = "pdf"
    extension = ".pdf"

    def write(self, report: QualityReport, path: Path, language: str = "en") -> list[Path]:
        # Imported here: 30 MB of program that a table of formats must not load.
        import typst

        told = json.dumps(_clean(contents(report, language)), ensure_ascii=False)
        source = resource("report", "report.typ").read_bytes()
        made = typst.compile(source, sys_inputs={"report": told}, timestamp=_seconds(report.created))
        with atomic_write(path) as handle:
            handle.write(made)
        return [path]


def contents(report: QualityReport, language: str = "en") -> dict[str, Any]:
    """All the page says, as plain data: strings, lists, and texts in runs (kind, string), see report.typ."""
    w = words(language)
    title = report.title or report.origin
    about = (report.reviewer, when(report.created, language), report.program)
    return {
        "language": language,
        "kind": w["report"],
        "title": f"{w['report']}: {title}".strip(": "),
        "author": report.reviewer,
        "heading": title or w["report"],
        "about": " · ".join(filter(None, about)),
        "footer": " · ".join(filter(None, (report.program, when(report.created, language)))),
        "words": {key: w[key] for key in ("categories", "errors", "no_errors", "comments", "parameters", "comparison")},
        "tiles": _tiles(report, language),
        "ruling": _ruling(report, language),
        "facts": [list(pair) for pair in facts(report, language)],
        "agreement": [list(pair) for pair in agreement(report.agreement, language)],
        "plots": [
            {"title": plot.title, "alt": plot.text, "svg": plot.svg.replace("sans-serif", _FONT)}
            for plot in plots(report, language)
        ],
        "category_heads": [w["category"], *(w[each.value] for each in Severity), w["total"], w["penalty"]],
        "categories": _categories(report, language),
        "error_heads": ["", w["category"], w["source"], w["target"], w["comment"]],
        "errors": [_error(error, w) for error in report.errors],
        "comment_heads": [w["segment"], w["by"], w["words_marked"], w["comment"]],
        "comments": [
            [
                str(each.place),
                each.by,
                each.quote,
                ("↳ " if each.reply else "") + each.body + (f" ({w['resolved']})" if each.resolved else ""),
            ]
            for each in report.comments
        ],
        "parameters": [
            *([label, value] for label, value in report.parameters.items()),
            *([w["signatures"], _breakable(each)] for each in report.signatures),
        ],
    }


def _tiles(report: QualityReport, language: str) -> list[dict[str, str]]:
    w = words(language)
    tiles = [{"kind": "", "value": value, "label": label} for label, value in scores(report, language)]
    tiles.append({"kind": "", "value": str(len(report.errors)), "label": w["errors"]})
    if report.verdict is not None:
        passed = report.verdict.passed
        said = {"kind": "passed" if passed else "failed", "value": w["passed" if passed else "failed"]}
        tiles.insert(0, {**said, "label": w["verdict"]})
    return tiles


def _ruling(report: QualityReport, language: str) -> str:
    """Who overruled the formula, and why."""
    return verdict(report, language).partition(". ")[2] if report.verdict and report.verdict.overruled else ""


def _categories(report: QualityReport, language: str) -> list[list[str]]:
    """The last row is the total."""
    if not report.categories:
        return []
    rows = [
        [
            line.name,
            *(str(line.counts.get(each, 0)) for each in Severity),
            str(line.total),
            number(line.penalty, 1, language),
        ]
        for line in report.categories
    ]
    totals = report.severities()
    penalty = number(sum(line.penalty for line in report.categories), 1, language)
    last = [words(language)["total"], *(str(totals[each]) for each in Severity), str(len(report.errors)), penalty]
    return [*rows, last]


def _error(error: ErrorLine, w: Mapping[str, str]) -> dict[str, Any]:
    said = [["", error.comment]] if error.comment else []
    if error.suggestion:
        said += [["", "\n"]] * bool(said) + [["faint", f"{w['suggestion']}: "], ["strong", error.suggestion]]
    if error.outdated:
        said += [["", "\n"]] * bool(said) + [["faint", w["outdated"]]]
    return {
        "place": str(error.place),
        "name": error.name,
        "severity": error.severity.value,
        "severity_name": w[error.severity.value],
        "source": _marked(error.source, error, Side.SOURCE),
        "target": _marked(error.target, error, Side.TARGET),
        "said": said,
    }


def _marked(text: str, error: ErrorLine, side: Side) -> list[list[str]]:
    if error.side is not side or error.span is None or error.span.end > len(text):
        return [["", text]]
    start, end = error.span
    runs = [["", text[:start]], ["mark", text[start:end]], ["", text[end:]]]
    return [run for run in runs if run[1]]


def _breakable(text: str) -> str:
    """A signature is one long word: it may break after its marks."""
    return _BREAKS.sub("\u200b", text)


def _seconds(created: str) -> int:
    """The file bears the report's own time: the same report is the same file."""
    try:
        return int(datetime.fromisoformat(created).timestamp())
    except ValueError:
        return int(datetime(1970, 1, 1, tzinfo=timezone.utc).timestamp())


def _clean(value: Any) -> Any:
    """Without characters that no XML (the plots) and no font has; half a surrogate pair included."""
    if isinstance(value, str):
        return strip_forbidden(value).encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    return [_clean(item) for item in value] if isinstance(value, (list, tuple)) else value
