"""An article of paragraphs becomes an article of sentences; not a character is lost on the way."""

from __future__ import annotations

import itertools
from collections.abc import Collection
from dataclasses import replace

from ..domain.article import Article
from ..domain.protocols import Segmenter
from ..domain.segment import Segment, SegmentKind
from ..domain.span import Span
from ..text.placeables import TagKind, found, untagged
from ..text.spans import gaps, trim

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
    spans = _spans(segment.source.translate(_SOFT), segmenter, language)
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


def _spans(text: str, segmenter: Segmenter, language: str) -> list[Span]:
    """Sentences of a text that may have placeables: the segmenter sees it without."""
    flat = untagged(text)
    bare = segmenter.spans(flat.text, language)
    if not flat.starts or len(bare) < 2:
        return bare if not flat.starts else [Span(0, len(text))]
    spans = [flat.raw(span) for span in bare]
    cuts = [_between(text, before.end, after.start) for before, after in itertools.pairwise(spans)]
    starts, ends = [0, *(start for _, start in cuts)], [*(end for end, _ in cuts), len(text)]
    return [trim(text, start, end) for start, end in zip(starts, ends, strict=True)]


def _between(text: str, end: int, start: int) -> tuple[int, int]:
    """Where one sentence ends and the next begins, placeables between them shared out: those that close, and those
    that touch what stands before, stay with the first."""
    last = end
    for span, tag in found(text[end:start]):
        at = end + span.start
        if tag.kind is TagKind.OPEN or (tag.kind is TagKind.LONE and text[at - 1].isspace()):
            return last, at
        last = end + span.end
    return last, start
