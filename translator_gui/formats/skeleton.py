"""Files that can be written back with their layout: a skeleton gives the paragraphs of the original, and takes others.

An export reads the original again, in the same way, and finds each segment by its place in the article's text; so
segments may have been split, joined and merged, and nothing but the original is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, Protocol

from ..domain.article import Article, Document
from ..domain.original import Original
from ..domain.protocols import ExportDocument
from ..domain.segment import Segment
from ..domain.span import Span
from ..kit.errors import FormatError
from ..text.placeables import has_tags, plain
from ..text.spans import solid
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

    def fill(self, number: int, text: str) -> bool:
        """Put another text into a paragraph; False when the file does not hold it as one, and it stays as it is."""
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
    marked: options.empty); what is not among the rows is left as it is, and what the original has no paragraph for is
    noted in ``document.unplaced``. Raises FormatError when the original and the article do not belong together."""
    text, blocks = laid_out(skeleton.blocks)
    article = document.article
    chosen = replace(options, empty=Empty.KEEP if options.empty is Empty.SKIP else options.empty)
    written = {entry.row.id: entry.target for entry in entries(document, chosen, Empty.SOURCE)}
    by_block: dict[int, list[_Piece]] = {}
    number = 0
    for segment, span in _placed(article, text):
        while number + 1 < len(blocks) and blocks[number + 1].span.start <= span.start:
            number += 1
        translation = written.get(segment.id, segment.source)
        altered = translation != segment.source
        if number + 1 < len(blocks) and has_tags(text[blocks[number + 1].span.start : span.end]):
            translation = plain(translation)  # placeables of another paragraph mean something else in this one
        by_block.setdefault(number, []).append(_Piece(segment, translation, altered))
    altered = False
    for number in range(len(blocks)):
        pieces = by_block.get(number, [])  # none: joined to the paragraph before, with which it goes
        altered = any(piece.altered for piece in pieces) if pieces else altered
        if altered and not skeleton.fill(number, _joined(pieces)):
            document.unplaced.extend(piece.segment.id for piece in pieces if piece.altered)
    return skeleton.save(article.pair.target)


class _Piece(NamedTuple):
    """A segment as it goes into its paragraph."""

    segment: Segment
    text: str
    altered: bool


def _placed(article: Article, text: str) -> Iterator[tuple[Segment, Span]]:
    """Segments with the stretch of the original's text that each is. White space does not count: sentences that were
    merged in an alignment stand on one line. Raises FormatError."""
    if solid(article.text()) != solid(text):
        raise FormatError(
            "The original of this article reads differently now, or in another order.",
            "Export it as a new document, without the layout.",
        )
    places = [place for place, character in enumerate(text) if not character.isspace()]
    at = len(solid(article.lead))
    for segment in article.segments:
        length = len(solid(segment.source))
        if length:
            yield segment, Span(places[at], places[at + length - 1] + 1)
        at += length + len(solid(segment.gap))


def _joined(pieces: Sequence[_Piece]) -> str:
    """Sentences of a paragraph, parted as the source parts them."""
    result = ""
    for segment, text, _ in pieces:
        result += text.strip() + (" " if segment.gap and text.strip() else "")
    return result.strip()


def options_of(article: Article) -> dict[str, Any]:
    """What the importer was told, or found, when the original was read."""
    return {key: article.metadata[key] for key in ("encoding", "whole") if article.metadata.get(key)}
