"""An article of paragraphs becomes an article of sentences; not a character is lost on the way."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from ..domain.article import Article
from ..domain.protocols import Segmenter
from ..domain.segment import Segment, SegmentKind
from ..domain.span import Span
from ..text.spans import gaps

# Code is kept in one piece: its full stops are not those of sentences.
_SOFT = str.maketrans("\n\r\v\f\x85\u2028\u2029", " " * 7)
_WHOLE = frozenset({SegmentKind.CODE})


def segment_article(article: Article, segmenter: Segmenter, keep: Collection[str] = ()) -> Article:
    """Split each segment into sentences. The first sentence keeps the segment's id ("p3"), the others get "p3.2",
    "p3.3" …; kind, level, paragraph and exclusion stay. keep: ids to leave whole (they have targets already)."""
    found: list[Segment] = []
    for segment in article.segments:
        whole = segment.kind in _WHOLE or segment.id in keep
        found += [segment] if whole else _split(segment, segmenter, article.pair.source)
    return replace(article, segments=tuple(found))


def _split(segment: Segment, segmenter: Segmenter, language: str) -> list[Segment]:
    # A paragraph's own line ends are soft: the importer has already parted what is apart. The length stays.
    spans = segmenter.spans(segment.source.translate(_SOFT), language)
    if len(spans) < 2:
        return [segment]
    spans[0] = Span(0, spans[0].end)  # a source should not begin with white space; if it does, keep it
    _, between = gaps(segment.source, spans)
    between[-1] += segment.gap
    return [
        replace(
            segment,
            id=segment.id if number == 1 else f"{segment.id}.{number}",
            source=span.of(segment.source),
            gap=gap,
        )
        for number, (span, gap) in enumerate(zip(spans, between, strict=True), start=1)
    ]
