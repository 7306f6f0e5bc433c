"""The target as a reader gets it: segments put together into the article's paragraphs, headings and list items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ..domain.protocols import ExportDocument
from ..domain.segment import SegmentKind
from ..text.placeables import plain
from .export_options import Empty, Entry, ExportOptions, entries

_BULLET = re.compile(r"^\s*(?:[-*+•‣–—]|\d{1,3}[.)])[\s\u00a0]+")


@dataclass(frozen=True)
class Block:
    """One paragraph. text: its targets, line breaks inside it kept. level: 1–6 for a heading, else 0."""

    kind: SegmentKind
    level: int
    text: str

    @property
    def line(self) -> str:
        """The text on one line."""
        return re.sub(r"[ \t]*\n[ \t]*", " ", self.text)

    @property
    def has_bullet(self) -> bool:
        return bool(_BULLET.match(self.text))


def blocks(document: ExportDocument, options: ExportOptions) -> Iterator[Block]:
    """Paragraph by paragraph. An empty target is replaced by its source unless the options say otherwise."""
    for _, group in groupby(entries(document, options, Empty.SOURCE), key=lambda entry: entry.row.segment.paragraph):
        members = list(group)
        first = members[0].row.segment
        text = _joined(members)
        if text.strip():
            yield Block(first.kind, first.level, text)


def _joined(members: list[Entry]) -> str:
    """Sentences are parted as the source parts them: by a line break where it has one, else by one space."""
    parts: list[str] = []
    for entry in members:
        parts += [plain(entry.target).strip(), "\n" if "\n" in entry.row.segment.gap else " "]
    return re.sub(r" *\n[ \n]*", "\n", "".join(parts)).strip()


def title_of(document: ExportDocument) -> str:
    """The title in the target language: the first heading's target, or the article's own title."""
    for row in document.rows:
        if row.segment.kind is SegmentKind.HEADING and row.target.text.strip():
            return " ".join(plain(row.target.text).split())
    return document.article.title or "Article"
