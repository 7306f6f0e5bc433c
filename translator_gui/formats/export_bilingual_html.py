"""Source and target side by side in one HTML file: to read, to print, to send to a colleague."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from ..domain.finding import Finding
from ..domain.protocols import ExportDocument
from ..domain.segment import SegmentKind
from ..domain.span import Side, Span
from ..kit.files import atomic_write
from .export_html import escape_lines, html_page
from .export_options import Empty, Entry, ExportOptions, entries, findings_of, notes_of
from .target_blocks import title_of

_STYLE = """
:root { color-scheme: light dark; --ink: #1d2129; --quiet: #5b6472; --paper: #ffffff; --line: #e1e5ea; --band: #f6f8fa;
  --minor: #8a6100; --major: #b3400c; --critical: #b3123c; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e7ec; --quiet: #9aa4b2; --paper: #16191e; --line: #2d333d;
  --band: #1c2027; --minor: #e0b23c; --major: #ff9a5c; --critical: #ff7a96; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif; }
main { max-width: 76rem; margin: 0 auto; padding: 2.5rem 1.5rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 0.25rem; }
.about { color: var(--quiet); margin: 0 0 1.5rem; font-size: 0.875rem; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
col.number { width: 3.5rem; } col.state { width: 6.5rem; }
th { text-align: left; font-size: 0.75rem; letter-spacing: 0.04em; text-transform: uppercase; color: var(--quiet);
  padding: 0 0.75rem 0.5rem; border-bottom: 2px solid var(--line); }
td { vertical-align: top; padding: 0.625rem 0.75rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
tbody tr:nth-child(even) { background: var(--band); }
td.number, td.state { color: var(--quiet); font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
tr.heading td.text { font-weight: 600; }
tr.excluded td.text, .stand-in { color: var(--quiet); font-style: italic; }
mark { background: none; color: inherit; text-decoration: underline 2px; text-underline-offset: 3px; }
mark.neutral { text-decoration-style: dotted; text-decoration-color: var(--quiet); }
mark.minor { text-decoration-style: dotted; text-decoration-color: var(--minor); }
mark.major { text-decoration-style: wavy; text-decoration-color: var(--major); }
mark.critical { text-decoration-style: solid; text-decoration-color: var(--critical); }
ul { list-style: none; margin: 0.5rem 0 0; padding: 0 0 0 0.625rem; border-left: 2px solid var(--line);
  font-size: 0.8125rem; color: var(--quiet); font-weight: 400; }
li b { font-weight: 600; } li.minor b { color: var(--minor); } li.major b { color: var(--major); }
li.critical b { color: var(--critical); }
@page { margin: 16mm 14mm; }
@media print { :root { --ink: #000; --paper: #fff; --band: #fff; --quiet: #444; --line: #bbb; --minor: #6b4a00;
  --major: #8f3208; --critical: #8f0e30; } main { max-width: none; padding: 0; } body { font-size: 10pt; }
  thead { display: table-header-group; } tr { break-inside: avoid; } }
"""
_LANGUAGES = {"fr": "French", "en": "English", "de": "German", "es": "Spanish", "it": "Italian", "pt": "Portuguese"}


class BilingualHtmlExporter:
    format = "bilingual-html"
    extension = ".bilingual.html"

    def write(self, document: ExportDocument, path: Path, options: Mapping[str, Any]) -> list[Path]:
        body = "".join(_body(document, ExportOptions.of(options)))
        page = html_page(title_of(document), document.article.pair.target, _STYLE, body)
        with atomic_write(path, "w", encoding="utf-8", newline="\n") as handle:
            handle.write(page)
        return [path]


def language_name(code: str) -> str:
    return _LANGUAGES.get(code.split("-")[0], code)


def _body(document: ExportDocument, options: ExportOptions) -> Iterator[str]:
    pair = document.article.pair
    rows = [_row(document, number, entry, options) for number, entry in _numbered(document, options)]
    source, target = escape(language_name(pair.source)), escape(language_name(pair.target))
    count = "1 segment" if len(rows) == 1 else f"{len(rows)} segments"
    yield f'<main>\n<h1>{escape(title_of(document))}</h1>\n<p class="about">{source} – {target} · {count}</p>\n'
    yield '<table>\n<colgroup><col class="number"><col><col><col class="state"></colgroup>\n<thead><tr>'
    yield "".join(f'<th scope="col">{heading}</th>' for heading in ("No.", source, target, "State"))
    yield "</tr></thead>\n<tbody>\n"
    yield from rows
    yield "</tbody>\n</table>\n</main>\n"


def _numbered(document: ExportDocument, options: ExportOptions) -> Iterator[tuple[int, Entry]]:
    return enumerate(entries(document, options, Empty.KEEP), start=1)


def _row(document: ExportDocument, number: int, entry: Entry, options: ExportOptions) -> str:
    row, pair = entry.row, document.article.pair
    found = findings_of(document, row, options)
    kinds = ["heading"] * (row.segment.kind is SegmentKind.HEADING) + ["excluded"] * row.segment.excluded
    names = f' class="{" ".join(kinds)}"' if kinds else ""
    source = _marked(entry.source, row.segment.source, found, Side.SOURCE)
    target = _marked(entry.target, row.target.text, found, Side.TARGET)
    if entry.stand_in:
        target = f'<span class="stand-in" lang="{escape(pair.source)}">{target}</span>'
    remarks = _remarks(notes_of(document, row, options), found)
    return (
        f'<tr{names}><td class="number">{number}</td><td class="text" lang="{escape(pair.source)}">{source}</td>'
        f'<td class="text" lang="{escape(pair.target)}">{target}{remarks}</td>'
        f'<td class="state">{row.target.state.value}</td></tr>\n'
    )


def _remarks(notes: Sequence[str], findings: Sequence[Finding]) -> str:
    items = [f"<li><b>Note</b> {escape_lines(note)}</li>" for note in notes]
    for finding in findings:
        grade = finding.severity.value
        items.append(f'<li class="{grade}"><b>{grade.capitalize()}</b> {escape(finding.message)}</li>')
    return f"<ul>{''.join(items)}</ul>" if items else ""


def _marked(shown: str, original: str, findings: Sequence[Finding], side: Side) -> str:
    """``shown`` escaped, with the findings' spans underlined; where two overlap the graver one is."""
    spans = [(finding.span, finding) for finding in findings if finding.side is side and finding.span is not None]
    if not spans or shown != original:  # offsets hold for the original text only
        return escape_lines(shown)
    html, done = "", 0
    for span, finding in _apart(spans):
        html += escape_lines(shown[done : span.start])
        inner = escape_lines(span.of(shown))
        html += f'<mark class="{finding.severity.value}" title="{escape(finding.message)}">{inner}</mark>'
        done = span.end
    return html + escape_lines(shown[done:])


def _apart(spans: Sequence[tuple[Span, Finding]]) -> list[tuple[Span, Finding]]:
    kept: list[tuple[Span, Finding]] = []
    for span, finding in sorted(spans, key=lambda item: -item[1].severity.rank):
        if span.start < span.end and all(span.end <= other.start or other.end <= span.start for other, _ in kept):
            kept.append((span, finding))
    return sorted(kept, key=lambda item: item[0])
