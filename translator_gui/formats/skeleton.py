"""Files that can be written back with their layout: a skeleton gives the paragraphs of the original, and takes others.

An export reads the original again, in the same way, and finds each segment by its place in the article's text; so
segments may have been split and joined, and nothing but the original is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any, Protocol

from ..domain.article import Article, Document
from ..domain.original import Original
from ..domain.protocols import ExportDocument
from ..domain.segment import Segment
from ..kit.errors import FormatError
from ..text.placeables import plain
from .assemble import TextBlock, assemble, laid_out
from .export_options import Empty, ExportOptions, entries


class Skeleton(Protocol):
    """blocks: the paragraphs with text, in order. metadata: what the file says of itself, with what is needed to
    read it in the same way again."""

    @property
    def blocks(self) -> Sequence[TextBlock]: ...

    @property
    def title(self) -> str: ...

    @property
    def metadata(self) -> Mapping[str, str]: ...

    @property
    def warnings(self) -> Sequence[str]: ...

    def fill(self, number: int, text: str) -> None:
        """Put another text into a paragraph."""
        ...

    def save(self, language: str) -> bytes:
        """The file as it is now; language: of its text."""
        ...


def document_of(skeleton: Skeleton, original: Original) -> Document:
    """Raises InputError when there is no text."""
    text, blocks = laid_out(skeleton.blocks)
    title = skeleton.title or (plain(skeleton.blocks[0].text) if skeleton.blocks else "")
    metadata = {"format": original.format, **skeleton.metadata}
    document = assemble(text, blocks, title, metadata, skeleton.warnings)
    return replace(document, original=original)


def filled(skeleton: Skeleton, document: ExportDocument, options: ExportOptions) -> bytes:
    """The original with the targets in the place of the sources. What has no target keeps its source (or goes, or is
    marked: options.empty); what is not among the rows is left as it is. Raises FormatError when the original and the
    article do not belong together."""
    text, blocks = laid_out(skeleton.blocks)
    article = document.article
    if text != article.text():
        raise FormatError(
            "The original of this article reads differently now.", "Export it as a new document, without the layout."
        )
    chosen = replace(options, empty=Empty.KEEP if options.empty is Empty.SKIP else options.empty)
    written = {entry.row.id: entry.target for entry in entries(document, chosen, Empty.SOURCE)}
    by_block: dict[int, list[Segment]] = {}
    number = 0
    for start, segment in _placed(article):
        while number + 1 < len(blocks) and blocks[number + 1].span.start <= start:
            number += 1
        by_block.setdefault(number, []).append(segment)
    for number in range(len(blocks)):
        segments = by_block.get(number, [])  # none: joined to the paragraph before
        if not segments or any(written.get(each.id, each.source) != each.source for each in segments):
            skeleton.fill(number, _joined(segments, written))
    return skeleton.save(article.pair.target)


def _placed(article: Article) -> Iterator[tuple[int, Segment]]:
    """Segments with the offset each begins at."""
    lengths = (len(segment.source) + len(segment.gap) for segment in article.segments)
    starts = accumulate(lengths, initial=len(article.lead))
    return zip(starts, article.segments, strict=False)


def _joined(segments: Sequence[Segment], written: Mapping[str, str]) -> str:
    """Sentences of a paragraph, parted as the source parts them."""
    result = ""
    for segment in segments:
        text = written.get(segment.id, segment.source).strip()
        result += text + (" " if segment.gap and text else "")
    return result.strip()


def options_of(article: Article) -> dict[str, Any]:
    """What the importer was told, or found, when the original was read."""
    return {key: article.metadata[key] for key in ("encoding", "whole") if article.metadata.get(key)}
