"""HTML files and saved web pages: the main text by trafilatura, one block per paragraph, kinds kept.

``article.text()`` is the extracted text: blocks parted by blank lines.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lxml import html
from lxml.etree import LxmlError

from ..domain.article import Document
from ..domain.segment import SegmentKind
from ..domain.span import Span
from ..kit.errors import FormatError, InputError
from ..text.normalise import one_line
from .assemble import Block, assemble
from .decoding import decode
from .html_blocks import HtmlBlock, extracted_blocks, page_blocks, with_what_was_lost

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}encoding=[\"']([\w.:-]+)", re.I
)
_MARKUP = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.I)
_TAGS = re.compile(rb"<(?:p|div|h[1-6]|ul|article|br|span)[\s>/]", re.I)
# The web's rule (WHATWG): these names mean Windows-1252.
_WINDOWS = {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii"}


def declared_encoding(data: bytes) -> str:
    """What <meta charset> or the XML declaration says, "" when nothing."""
    found = _CHARSET.search(data[:8192])
    if not found:
        return ""
    name = (found.group(1) or found.group(2)).decode("ascii", "replace").lower()
    return "cp1252" if name in _WINDOWS else name


class HtmlImporter:
    """format "html"."""

    format = "html"
    extensions = (".html", ".htm", ".xhtml")

    def sniff(self, head: bytes, name: str) -> float:
        plain = head.replace(b"\x00", b"")  # UTF-16 pages
        if _MARKUP.search(plain):
            return 0.95
        if name.lower().endswith(self.extensions):
            return 0.9
        return 0.6 if len(_TAGS.findall(plain)) >= 5 else 0.0

    def read(self, data: bytes, name: str, options: Mapping[str, Any]) -> Document:
        """options: encoding; whole=True keeps all text blocks of the page instead of the main text only.

        Raises InputError when the page has no text, FormatError when it is not HTML.
        """
        decoded = decode(data, name, declared=declared_encoding(data), forced=str(options.get("encoding", "")))
        tree = _tree(decoded.text, name)
        found, facts = ([], {}) if options.get("whole") else _main_text(decoded.text)
        page = page_blocks(tree)
        warnings = list(decoded.warnings)
        if found:
            found = with_what_was_lost(found, page)
        else:
            found = [block for _, block in page] or _bare_text(tree)
            if found and not options.get("whole"):
                warnings.append("No main text stood out in this page: all its text was taken.")
        text, blocks = _laid_out(found)
        metadata = {"format": self.format, "encoding": decoded.encoding, **facts}
        return assemble(text, blocks, facts.get("title", "") or _title(tree), metadata, warnings)


def _tree(text: str, name: str) -> Any:
    if not text.strip():
        raise InputError(f"“{name}” is empty.", "Choose a page with text in it.")
    try:
        # Bytes, because lxml refuses a str with an encoding declaration.
        parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError) as error:
        raise FormatError(
            f"“{name}” cannot be read as HTML.", "Save the page again, or paste its text.", str(error)
        ) from error


def _main_text(text: str) -> tuple[list[HtmlBlock], dict[str, str]]:
    """Blocks and facts (title, author, date, site) by trafilatura; nothing when it finds no main text."""
    from trafilatura import bare_extraction  # half a second to import: only when a page is read

    found = bare_extraction(text, with_metadata=True, include_comments=False, include_tables=True, deduplicate=False)
    if found is None or isinstance(found, dict) or found.body is None:
        return [], {}
    facts = {key: getattr(found, key, None) for key in ("title", "author", "date", "sitename", "url")}
    return list(extracted_blocks(found.body)), {key: one_line(str(value)) for key, value in facts.items() if value}


def _bare_text(tree: Any) -> list[HtmlBlock]:
    """Text outside any block, a paragraph a line; no scripts."""
    nodes = tree.xpath("//text()[not(ancestor::script or ancestor::style or ancestor::title)]")
    lines = (one_line(line) for line in "".join(nodes).splitlines())
    return [HtmlBlock(line, SegmentKind.PARAGRAPH) for line in lines if line]


def _title(tree: Any) -> str:
    for path in ("//h1", "//title"):
        for node in tree.xpath(path):
            text = one_line("".join(node.itertext()))
            if text:
                return text
    return ""


def _laid_out(found: list[HtmlBlock]) -> tuple[str, list[Block]]:
    """One text, blocks a blank line apart (cells of a row and items of a list: a line end apart)."""
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for number, block in enumerate(found):
        if number:
            tight = (
                block.kind in (SegmentKind.LIST_ITEM, SegmentKind.TABLE_CELL) and found[number - 1].kind is block.kind
            )
            gap = "\n" if tight else "\n\n"
            parts.append(gap)
            at += len(gap)
        parts.append(block.text)
        blocks.append(Block(Span(at, at + len(block.text)), block.kind, block.level))
        at += len(block.text)
    return "".join(parts), blocks
