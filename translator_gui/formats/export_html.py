"""The target alone as one HTML file that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

from ..domain.protocols import ExportDocument
from ..domain.segment import SegmentKind
from ..kit.files import atomic_write
from .export_layout import has_layout, write_layout
from .export_options import ExportOptions
from .target_blocks import Block, blocks, title_of

_STYLE = """
:root { color-scheme: light dark; --ink: #1d2129; --quiet: #5b6472; --paper: #ffffff; --line: #d9dee5; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e7ec; --quiet: #9aa4b2; --paper: #16191e; --line: #323842; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 Georgia, "Times New Roman", serif; }
main { max-width: 42rem; margin: 0 auto; padding: 3rem 1.5rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2rem 0 0.5rem; }
p, ul, blockquote { margin: 0 0 1rem; }
blockquote { padding-left: 1rem; border-left: 3px solid var(--line); }
.caption { color: var(--quiet); font-size: 0.9rem; }
pre { overflow-x: auto; padding: 1rem; border: 1px solid var(--line); border-radius: 6px; }
@media print { :root { --ink: #000; --paper: #fff; --quiet: #444; } main { max-width: none; padding: 0; } }
"""


class HtmlExporter:
    format = "html"
    extension = ".html"

    def write(self, document: ExportDocument, path: Path, options: Mapping[str, Any]) -> list[Path]:
        chosen = ExportOptions.of(options)
        if chosen.layout and has_layout(document, self.format):
            return write_layout(document, path, chosen)
        parts = blocks(document, chosen)
        page = html_page(title_of(document), document.article.pair.target, _STYLE, f"<main>\n{_body(parts)}</main>\n")
        with atomic_write(path, "w", encoding="utf-8", newline="\n") as handle:
            handle.write(page)
        return [path]


def html_page(title: str, language: str, style: str, body: str) -> str:
    """A whole page. ``body`` and ``style`` are written as they are."""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )


def _body(parts: Iterable[Block]) -> str:
    html = ""
    for kind, group in groupby(parts, key=lambda block: block.kind):
        if kind is SegmentKind.LIST_ITEM:
            items = "".join(f"<li>{escape_lines(block.text)}</li>\n" for block in group)
            html += f"<ul>\n{items}</ul>\n"
        else:
            html += "".join(_element(block) for block in group)
    return html


def _element(block: Block) -> str:
    text = escape_lines(block.text)
    if block.kind is SegmentKind.HEADING:
        level = block.level or 2
        return f"<h{level}>{text}</h{level}>\n"
    if block.kind is SegmentKind.QUOTE:
        return f"<blockquote>{text}</blockquote>\n"
    if block.kind is SegmentKind.CODE:
        return f"<pre>{escape(block.text)}</pre>\n"
    if block.kind is SegmentKind.CAPTION:
        return f'<p class="caption">{text}</p>\n'
    return f"<p>{text}</p>\n"


def escape_lines(text: str) -> str:
    """``text`` for HTML, its line breaks kept."""
    return escape(text).replace("\n", "<br>\n")
