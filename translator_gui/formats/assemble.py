"""From blocks of a text to an article: what every importer ends with. Spans become segments, the rest gaps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..domain.article import Article, Document
from ..domain.segment import Segment, SegmentKind
from ..domain.span import Span
from ..kit.errors import InputError
from ..text.spans import gaps
from .limits import refuse_too_many

_TITLE_LENGTH = 120


class Block(NamedTuple):
    """A paragraph, heading, list item … : where its text lies, and what it is."""

    span: Span
    kind: SegmentKind = SegmentKind.PARAGRAPH
    level: int = 0


def assemble(
    text: str, blocks: Sequence[Block], title: str, metadata: Mapping[str, str], warnings: Sequence[str] = ()
) -> Document:
    """Blocks in order that do not overlap -> a Document with one segment each; ``article.text()`` is ``text``.

    Raises InputError when there is no block: nothing to translate.
    """
    if not blocks:
        raise InputError("There is no text in it.", "Choose another file, or paste the text itself.")
    refuse_too_many(len(blocks), title or "The file")
    lead, between = gaps(text, [block.span for block in blocks])
    segments = tuple(
        Segment(f"p{number + 1}", block.span.of(text), gap, number, block.kind, block.level)
        for number, (block, gap) in enumerate(zip(blocks, between, strict=True))
    )
    article = Article(segments, lead, title.strip()[:_TITLE_LENGTH], metadata=dict(metadata))
    return Document(article, warnings=tuple(warnings))


class TextBlock(NamedTuple):
    """A paragraph whose text stands alone. text: with placeables, no white space at its ends, not empty."""

    text: str
    kind: SegmentKind = SegmentKind.PARAGRAPH
    level: int = 0


def laid_out(found: Sequence[TextBlock]) -> tuple[str, list[Block]]:
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
