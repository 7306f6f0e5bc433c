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
from ..domain.original import Original
from ..domain.segment import SegmentKind
from ..kit.errors import FormatError, InputError
from ..text.normalise import one_line
from .assemble import TextBlock
from .decoding import decode
from .html_blocks import extracted_blocks, page_blocks, with_what_was_lost
from .inline_tree import InlineTree
from .limits import refuse_endless
from .skeleton import document_of

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
        return document_of(HtmlSkeleton(data, name, options), Original(self.format, name, data))


class HtmlSkeleton:
    """A page as formats.skeleton.Skeleton. Paragraphs that the page does not hold as such stay as they are."""

    def __init__(self, data: bytes, name: str, options: Mapping[str, Any]) -> None:
        whole = bool(options.get("whole"))
        refuse_endless(data, name)
        decoded = decode(data, name, declared=declared_encoding(data), forced=str(options.get("encoding", "")))
        self._tree = _tree(decoded.text, name)
        found, facts = ([], {}) if whole else _main_text(decoded.text)
        page = page_blocks(self._tree)
        self.warnings = list(decoded.warnings)
        if found:
            self._places: list[tuple[InlineTree | None, TextBlock]] = with_what_was_lost(found, page)
        else:
            self._places = [*page] or [(None, block) for block in _bare_text(self._tree)]
            if self._places and not whole:
                self.warnings.append("No main text stood out in this page: all its text was taken.")
        self.blocks = [block for _, block in self._places]
        self.metadata = {"encoding": decoded.encoding, **facts, **({"whole": "yes"} if whole else {})}
        self.title = facts.get("title", "") or _title(self._tree)

    def fill(self, number: int, text: str) -> bool:
        place = self._places[number][0]
        if place is not None:
            place.fill(text)
        return place is not None

    def save(self, language: str) -> bytes:
        root = self._tree.getroottree().getroot()
        root.set("lang", language)
        for meta in root.iter("meta"):
            if meta.get("charset"):
                meta.set("charset", "utf-8")
            elif (meta.get("http-equiv") or "").lower() == "content-type":
                meta.set("content", "text/html; charset=utf-8")
        tree = self._tree.getroottree()
        page: bytes = html.tostring(tree, encoding="utf-8", doctype=tree.docinfo.doctype or "<!DOCTYPE html>")
        return page


def _tree(text: str, name: str) -> Any:
    if not text.strip():
        raise InputError(f"“{name}” is empty.", "Choose a page with text in it.")
    try:
        # Bytes, because lxml refuses a str with an encoding declaration.
        parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError) as error:
        raise FormatError(
            f"“{name}” cannot be read as HTML.", "Save the page again, or paste its text.", str(error)
        ) from error


def _main_text(text: str) -> tuple[list[TextBlock], dict[str, str]]:
    """Blocks and facts (title, author, date, site) by trafilatura; nothing when it finds no main text."""
    from trafilatura import bare_extraction  # half a second to import: only when a page is read

    found = bare_extraction(text, with_metadata=True, include_comments=False, include_tables=True, deduplicate=False)
    if found is None or isinstance(found, dict) or found.body is None:
        return [], {}
    facts = {key: getattr(found, key, None) for key in ("title", "author", "date", "sitename", "url")}
    return list(extracted_blocks(found.body)), {key: one_line(str(value)) for key, value in facts.items() if value}


def _bare_text(tree: Any) -> list[TextBlock]:
    """Text outside any block, a paragraph a line; no scripts."""
    nodes = tree.xpath("//text()[not(ancestor::script or ancestor::style or ancestor::title)]")
    lines = (one_line(line) for line in "".join(nodes).splitlines())
    return [TextBlock(line, SegmentKind.PARAGRAPH) for line in lines if line]


def _title(tree: Any) -> str:
    for path in ("//h1", "//title"):
        for node in tree.xpath(path):
            text = one_line("".join(node.itertext()))
            if text:
                return text
    return ""
