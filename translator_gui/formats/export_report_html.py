"""A quality report as one HTML page that needs nothing else: its style and its plots are in it; no script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path

from ..domain.finding import Severity
from ..domain.report import ErrorLine, QualityReport
from ..domain.span import Side
from ..kit.files import atomic_write
from ..kit.paths import resource
from ..text.xml_characters import strip_forbidden
from .report_plots import Plot, plots
from .report_words import agreement, facts, number, scores, verdict, when, words


class HtmlReport:
    format = "html"
    extension = ".html"

    def write(self, report: QualityReport, path: Path, language: str = "en") -> list[Path]:
        with atomic_write(path) as handle:
            handle.write(page(report, language).encode("utf-8", "replace"))
        return [path]


def page(report: QualityReport, language: str = "en") -> str:
    """The whole page."""
    w, style = words(language), resource("report", "report.css").read_text(encoding="utf-8")
    title = f"{w['report']}: {report.title or report.origin}".strip(": ")
    about = (report.reviewer, when(report.created, language), report.program)
    parts = [
        f"<h1>{_text(title)}</h1>",
        f'<p class="sub">{_text(" · ".join(filter(None, about)))}</p>',
        _figures(report, language),
        _pairs([*facts(report, language), *agreement(report.agreement, language)]),
        *(_figure(plot) for plot in plots(report, language, ink="currentColor", faint="currentColor")),
        _category_table(report, language),
        _error_table(report, language),
        _comment_table(report, language),
        _computed(report, language),
    ]
    return (
        f'<!DOCTYPE html>\n<html lang="{_text(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{_text(title)}</title>\n<style>\n{style}</style></head>\n<body>\n"
        + "\n".join(parts)
        + "\n</body></html>\n"
    )


def _text(value: str) -> str:
    return escape(strip_forbidden(value))


def _figures(report: QualityReport, language: str) -> str:
    """The verdict and its figures in boxes."""
    w = words(language)
    boxes = [("", value, label) for label, value in scores(report, language)]
    boxes.append(("", str(len(report.errors)), w["errors"]))
    said = verdict(report, language)
    if said and report.verdict:
        first, _, rest = said.partition(". ")
        boxes.insert(0, ("passed" if report.verdict.passed else "failed", first, rest))
    drawn = (
        f'<div class="figure {kind}"><b>{_text(value)}</b><span>{_text(label)}</span></div>'
        for kind, value, label in boxes
    )
    return f'<section class="figures">{"".join(drawn)}</section>'


def _pairs(pairs: Iterable[tuple[str, str]]) -> str:
    rows = "".join(f"<tr><th>{_text(label)}</th><td>{_text(value)}</td></tr>" for label, value in pairs)
    return f"<table>{rows}</table>"


def _figure(plot: Plot) -> str:
    return f"<figure><figcaption>{_text(plot.title)}</figcaption>{plot.svg}</figure>"


def _category_table(report: QualityReport, language: str) -> str:
    if not report.categories:
        return ""
    w = words(language)
    heads = (w["category"], *(w[each.value] for each in Severity), w["total"], w["penalty"])
    rows = [
        (
            line.name,
            *(str(line.counts.get(each, 0)) for each in Severity),
            str(line.total),
            number(line.penalty, 1, language),
        )
        for line in report.categories
    ]
    totals = report.severities()
    penalty = number(sum(line.penalty for line in report.categories), 1, language)
    rows.append((w["total"], *(str(totals[each]) for each in Severity), str(len(report.errors)), penalty))
    return _table(w["categories"], heads, [[_text(cell) for cell in row] for row in rows], numbers_from=1)


def _table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]], numbers_from: int = 99) -> str:
    """Cells are HTML already, heads and title are not."""
    kinds = ['class="n"' if place >= numbers_from else "" for place in range(len(heads))]
    head = "".join(f"<th {kind}>{_text(name)}</th>" for kind, name in zip(kinds, heads, strict=True))
    body = "".join(
        "<tr>" + "".join(f"<td {kind}>{cell}</td>" for kind, cell in zip(kinds, row, strict=True)) + "</tr>\n"
        for row in rows
    )
    return f"<h2>{_text(title)}</h2>\n<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _error_table(report: QualityReport, language: str) -> str:
    w = words(language)
    if not report.errors:
        return f"<h2>{_text(w['errors'])}</h2><p>{_text(w['no_errors'])}</p>"
    heads = (w["segment"], w["category"], w["severity"], w["source"], w["target"], w["comment"])
    return _table(w["errors"], heads, (_error_cells(error, w) for error in report.errors))


def _error_cells(error: ErrorLine, w: Mapping[str, str]) -> list[str]:
    said = [_text(error.comment)] if error.comment else []
    if error.suggestion:
        said.append(f"{_text(w['suggestion'])}: <b>{_text(error.suggestion)}</b>")
    if error.outdated:
        said.append(f'<span class="small">{_text(w["outdated"])}</span>')
    return [
        str(error.place),
        _text(error.name),
        _text(w[error.severity.value]),
        _marked(error.source, error, Side.SOURCE),
        _marked(error.target, error, Side.TARGET),
        "<br>".join(said),
    ]


def _marked(text: str, error: ErrorLine, side: Side) -> str:
    if error.side is not side or error.span is None or error.span.end > len(text):
        return _text(text)
    start, end = error.span
    return f"{_text(text[:start])}<mark>{_text(text[start:end])}</mark>{_text(text[end:])}"


def _comment_table(report: QualityReport, language: str) -> str:
    if not report.comments:
        return ""
    w = words(language)
    rows = (
        [
            *(str(each.place), _text(each.by), _text(each.quote)),
            ("↳ " if each.reply else "") + _text(each.body) + (f" ({_text(w['resolved'])})" if each.resolved else ""),
        ]
        for each in report.comments
    )
    return _table(w["comments"], (w["segment"], w["by"], w["words_marked"], w["comment"]), rows)


def _computed(report: QualityReport, language: str) -> str:
    w = words(language)
    pairs = [*report.parameters.items(), *((w["signatures"], each) for each in report.signatures)]
    return f"<h2>{_text(w['parameters'])}</h2>{_pairs(pairs)}"
