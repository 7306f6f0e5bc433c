"""Plain text. Every character comes back from ``article.text()``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..domain.article import Document
from ..domain.segment import SegmentKind
from ..domain.span import Span
from ..text.lines import LIST_MARK, paragraphs
from .assemble import Block, assemble
from .decoding import decode
from .limits import refuse_endless

# A photo credit or legend on a line of its own.
_CAPTION = re.compile(
    r"(?:[\[(]\s*)?(?:photos?|crédits?(?:\s+photo)?|légende|image|illustration|vidéo|caption|picture|credit)\b\s*[:：©(]",
    re.I,
)
_LETTERS = re.compile(r"[^\W\d_]")
_HEADING_LENGTH = 400


def is_capitals(text: str) -> bool:
    """A line set in capitals, as newspapers set their cross-heads: eight letters or more, none small."""
    if len(text) > _HEADING_LENGTH or not text.isupper():
        return False
    letters = _LETTERS.findall(text)
    return len(letters) >= 8 and sum(letter.isupper() for letter in letters) > 0.8 * len(letters)


def _kind(text: str) -> tuple[SegmentKind, int]:
    if is_capitals(text):
        return SegmentKind.HEADING, 2
    if _CAPTION.match(text) and len(text) < 300:
        return SegmentKind.CAPTION, 0
    return SegmentKind.PARAGRAPH, 0


def blocks(text: str) -> Iterator[Block]:
    """Paragraphs, headings in capitals, captions, and list items without their marks."""
    for span in paragraphs(text):
        mark = LIST_MARK.match(text, span.start, span.end)
        if mark and mark.end() < span.end:
            yield Block(Span(mark.end(), span.end), SegmentKind.LIST_ITEM)
        else:
            yield Block(span, *_kind(span.of(text)))


def guess_title(found: list[Block], text: str) -> str:
    """The first line that could be a title: three words or more."""
    for block in found[:12]:
        line = block.span.of(text)
        if len(line.split()) >= 3:
            return line
    return found[0].span.of(text) if found else ""


class TextImporter:
    """format "text": what every other format is when nothing better is known."""

    format = "text"
    extensions = (".txt", ".text", "")

    def sniff(self, head: bytes, name: str) -> float:
        return 0.5 if name.lower().endswith((".txt", ".text")) else 0.1

    def read(self, data: bytes, name: str, options: Mapping[str, Any]) -> Document:
        """options: encoding (overrides the guess). Raises InputError when empty, FormatError when it is not text."""
        refuse_endless(data, name)
        decoded = decode(data, name, forced=str(options.get("encoding", "")))
        found = list(blocks(decoded.text))
        metadata = {"format": self.format, "encoding": decoded.encoding}
        return assemble(decoded.text, found, guess_title(found, decoded.text), metadata, decoded.warnings)
