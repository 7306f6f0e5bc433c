"""The summary of a batch as one HTML page that needs nothing else: its style and its plots are in it; no script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from urllib.parse import quote

from ..domain.batch import ArticleLine, BatchReport
from ..kit.paths import resource
from ..text.xml_characters import strip_forbidden
from .batch_plots import plots
from .report_plots import Plot
from .report_words import duration, number, words


def page(report: BatchReport, language: str = "en", pictures: Mapping[str, str] | None = None) -> str:
    """The whole page. pictures: addresses of the plots' pictures by name, for a reader that draws no SVG (see
    formats.export_report_html.page)."""
    w = words(language, "batch.toml")
    colours = {} if pictures is not None else {"ink": "currentColor", "faint": "currentColor"}
    made = plots(report, language, **colours)
    style = resource("report", "report.css" if pictures is None else "print.css").read_text(encoding="utf-8")
    title = f"{w['batch']}: {number(report.totals.articles, 0, language)} {w['articles'].lower()}"
    about = (report.created.replace("T", " ").replace("+00:00", " UTC"), duration(report.seconds), report.program)
    parts = [
        f"<h1>{_text(title)}</h1>",
        f'<p class="sub">{_text(" · ".join(filter(None, about)))}</p>',
        _figures(report, w, language),
        _failed(report, w, language),
        *(_figure(plot, pictures) for plot in made),
        _worst(report, w, language),
        _corpora(report, w, language),
        _recipe(report, w),
    ]
    return (
        f'<!DOCTYPE html>\n<html lang="{_text(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{_text(title)}</title>\n<style>\n{style}</style></head>\n<body>\n"
        + "\n".join(filter(None, parts))
        + "\n</body></html>\n"
    )


def _text(value: str) -> str:
    return escape(strip_forbidden(value))


def _figures(report: BatchReport, w: Mapping[str, str], language: str) -> str:
    totals = report.totals
    good = totals.articles - totals.failed
    boxes = [
        ("passed" if not totals.failed else "", number(good, 0, language), f"{w['articles']} {w['done']}"),
        ("failed", number(totals.failed, 0, language), f"{w['articles']} {w['failed']}") if totals.failed else None,
        ("", number(totals.pairs, 0, language), w["pairs"]),
        ("", number(totals.mean_divergence, 1, language), w["mean"]) if totals.sums["scored"] else None,
        ("", number(totals.sums["flagged"], 0, language), w["flagged"]) if totals.sums["scored"] else None,
        ("", number(totals.sums["source_words"], 0, language), w["words"]),
        ("", number(report.rate, 1 if report.rate >= 1 else 2, language), w["rate"]),
    ]
    drawn = (
        f'<div class="figure {box[0]}"><b>{_text(box[1])}</b><span>{_text(box[2])}</span></div>' for box in boxes if box
    )
    return f'<section class="figures">{"".join(drawn)}</section>'


def _figure(plot: Plot, pictures: Mapping[str, str] | None) -> str:
    drawn = plot.svg
    if pictures is not None:
        address = _text(pictures.get(plot.name, ""))
        drawn = f'<img src="{address}" width="{plot.width}" height="{plot.height}" alt="{_text(plot.text)}">'
    return f"<figure><figcaption>{_text(plot.title)}</figcaption>{drawn}</figure>"


def _failed(report: BatchReport, w: Mapping[str, str], language: str) -> str:
    if not report.totals.failed:
        return f"<p>{_text(w['all_done'])}</p>"
    rows = [(_text(line.source), _text(f"{line.error} {line.hint}".strip())) for line in report.failed]
    table = _table(w["failed_table"], (w["article"], w["why"]), rows)
    return table + _only(len(report.failed), report.totals.failed, w, language)


def _worst(report: BatchReport, w: Mapping[str, str], language: str) -> str:
    if not report.worst:
        return ""
    heads = (w["article"], w["segments"], w["pairs"], w["flagged"], w["divergence"])
    rows = [(_linked(line), *_cells(line, language)) for line in report.worst]
    scored = report.totals.articles - report.totals.failed
    return _table(w["worst_table"], heads, rows, 1) + _only(len(rows), scored, w, language)


def _linked(line: ArticleLine) -> str:
    """The article's name, with a way to its first file."""
    if not line.files:
        return _text(line.name)
    return f'<a href="{quote(line.files[0], errors="replace")}">{_text(line.name)}</a>'


def _cells(line: ArticleLine, language: str) -> tuple[str, ...]:
    counts = (line.segments, line.pairs, line.sums.get("flagged", 0))
    return (*(number(count, 0, language) for count in counts), number(line.mean_divergence, 1, language))


def _only(shown: int, total: int, w: Mapping[str, str], language: str) -> str:
    if shown >= total:
        return ""
    said = w["only"].format(number(shown, 0, language), number(total, 0, language))
    return f'<p class="small">{_text(said)}</p>'


def _corpora(report: BatchReport, w: Mapping[str, str], language: str) -> str:
    if not report.corpora:
        return ""
    rows = [
        (f'<a href="{quote(file)}">{_text(file)}</a>', number(count, 0, language))
        for file, count in report.corpora.items()
    ]
    table = _table(w["corpora"], (w["file"], w["pairs"]), rows, 1)
    if not report.duplicates:
        return table
    return table + f"<p>{_text(w['duplicates'].format(number(report.duplicates, 0, language)))}</p>"


def _recipe(report: BatchReport, w: Mapping[str, str]) -> str:
    rows = "".join(f"<tr><th>{_text(key)}</th><td>{_text(value)}</td></tr>" for key, value in report.recipe)
    return f"<h2>{_text(w['recipe'])}</h2><table>{rows}</table>"


def _table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]], numbers_from: int = 99) -> str:
    """Cells are HTML already, heads and title are not."""
    kinds = [' class="n"' if place >= numbers_from else "" for place in range(len(heads))]
    head = "".join(f"<th{kind}>{_text(name)}</th>" for kind, name in zip(kinds, heads, strict=True))
    body = "".join(
        "<tr>" + "".join(f"<td{kind}>{cell}</td>" for kind, cell in zip(kinds, row, strict=True)) + "</tr>\n"
        for row in rows
    )
    return f"<h2>{_text(title)}</h2>\n<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
