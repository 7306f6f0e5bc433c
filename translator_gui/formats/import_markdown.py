"""Markdown. Marks (#, -, >, fences) go into the gaps, so ``article.text()`` is the raw file; inline marks stay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ..domain.article import Document
from ..domain.segment import SegmentKind
from ..domain.span import Span
from ..text.spans import trim
from .assemble import Block, assemble
from .decoding import decode
from .import_text import blocks as plain_blocks
from .import_text import guess_title
from .limits import refuse_endless

_LINE_END = re.compile(r"\r\n?|\n")
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?:.*\r?\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)")
_TITLE = re.compile(r"^title:[ \t]*[\"']?(.+?)[\"']?[ \t]*\r?$", re.M)
_IMAGE_ONLY = re.compile(r"!\[[^\]]*\]\([^)]*\)$")
_TAG = re.compile(r"<[^>]*>")
_LETTER = re.compile(r"[^\W\d_]")
_SIGNS = re.compile(r"^(?:#{1,6} .+|[-*+] .+|> .+|\d+\. .+|```.*|\[.+\]\(.+\).*|={3,}|-{3,})[ \t]*$", re.M)
# Deeper than any person nests; the parser's own limit would drop what lies below.
_NESTING = 100


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in _LINE_END.finditer(text)), len(text) + 1]


class _Reader:
    """Finds where the parser's tokens lie in the text."""

    def __init__(self, text: str, offset: int) -> None:
        self.text, self.offset = text, offset
        # NUL and tabs are the two things the parser replaces; neither may move an offset.
        self._starts = [offset + start for start in _line_starts(text[offset:])]
        self._at = offset

    def _line(self, number: int) -> Span:
        number = min(number, len(self._starts) - 2)
        return trim(self.text, self._starts[number], min(self._starts[number + 1], len(self.text)))

    def place(self, content: str, first: int, last: int) -> Span | None:
        """The span from the first to the last line of ``content`` within lines first..last-1 of the document."""
        wanted = [line.strip() for line in content.strip("\n").split("\n")]
        wanted = [line for line in wanted if line]
        if not wanted:
            return None
        start = self.text.find(wanted[0], max(self._at, self._line(first).start))
        if start < 0 or start > self._line(max(first, last - 1)).end:
            start = max(self._at, self._line(first).start)
        end = self.text.rfind(wanted[-1], start, self._line(last - 1).end)
        end = self._line(last - 1).end if end < 0 else end + len(wanted[-1])
        span = trim(self.text, start, end)
        if span.end <= span.start:
            return None
        self._at = span.end
        return span

    def place_cell(self, content: str, first: int) -> Span | None:
        """A table cell: on one line, after the cell before it."""
        start = self.text.find(content, self._at, self._line(first).end)
        if not content or start < 0:
            return None
        self._at = start + len(content)
        return Span(start, self._at)


def _kind(stack: list[Token], content: str) -> tuple[SegmentKind, int]:
    names = [token.type for token in stack]
    for token in reversed(stack):
        if token.type == "heading_open":
            return SegmentKind.HEADING, int(token.tag[1])
    if "td_open" in names or "th_open" in names:
        return SegmentKind.TABLE_CELL, 0
    if _IMAGE_ONLY.match(content):
        return SegmentKind.CAPTION, 0
    for name in reversed(names):
        if name == "list_item_open":
            return SegmentKind.LIST_ITEM, 0
        if name == "blockquote_open":
            return SegmentKind.QUOTE, 0
    return SegmentKind.PARAGRAPH, 0


def blocks(text: str, offset: int = 0) -> Iterator[Block]:
    """Headings, paragraphs, list items, quotes, cells and code of text[offset:], in order."""
    parser = MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable("table")
    parser.disable("inline")  # inline marks stay as they are; parsing them would only take time
    reader, stack = _Reader(text, offset), list[Token]()
    for token in parser.parse(text[offset:].replace("\x00", "\ufffd")):
        if token.nesting == 1:
            stack.append(token)
        elif token.nesting == -1:
            stack.pop()
        elif token.type in ("inline", "fence", "code_block", "html_block"):
            found = _block(reader, stack, token)
            if found is not None:
                yield found


def _block(reader: _Reader, stack: list[Token], token: Token) -> Block | None:
    lines = token.map or next((t.map for t in reversed(stack) if t.map), None)
    if lines is None or not token.content.strip():
        return None
    if token.type == "inline":
        kind, level = _kind(stack, token.content)
        cell = kind is SegmentKind.TABLE_CELL
        span = reader.place_cell(token.content, lines[0]) if cell else reader.place(token.content, lines[0], lines[1])
        return Block(span, kind, level) if span else None
    if token.type == "html_block" and not _LETTER.search(_TAG.sub("", token.content)):
        return None
    first = lines[0] + (token.type == "fence")
    span = reader.place(token.content, first, max(first + 1, lines[1]))
    return Block(span, SegmentKind.CODE) if span else None


class MarkdownImporter:
    """format "markdown" (CommonMark with tables; front matter is kept in the lead)."""

    format = "markdown"
    extensions = (".md", ".markdown", ".mdown")

    def sniff(self, head: bytes, name: str) -> float:
        if name.lower().endswith(self.extensions):
            return 0.9
        if name and "." in name:
            return 0.0
        signs = len(_SIGNS.findall(head.decode("utf-8", "replace")))
        return 0.4 if signs >= 3 else 0.0

    def read(self, data: bytes, name: str, options: Mapping[str, Any]) -> Document:
        """options: encoding. Raises InputError when there is no text, FormatError when it is not text."""
        refuse_endless(data, name)
        decoded = decode(data, name, forced=str(options.get("encoding", "")))
        front = _FRONT_MATTER.match(decoded.text)
        # Where the parser sees nothing but marks (or gave up on the nesting), the text is still text.
        found = list(blocks(decoded.text, front.end() if front else 0)) or list(plain_blocks(decoded.text))
        titled = _TITLE.search(front.group()) if front else None
        title = titled.group(1) if titled else _first_heading(found, decoded.text)
        metadata = {"format": self.format, "encoding": decoded.encoding}
        return assemble(decoded.text, found, title, metadata, decoded.warnings)


def _first_heading(found: list[Block], text: str) -> str:
    heading = next((b for b in found if b.kind is SegmentKind.HEADING), None)
    return heading.span.of(text) if heading else guess_title(found, text)
