"""The segmenter: nupunkt proposes, the rules of the language decide. Thread-safe; loaded on first use."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from nupunkt import load_default_model

from ..domain.span import Span
from ..text.lines import paragraphs
from .enclosures import held_together, pairs
from .endings import PLACE, Judge, is_enumerator
from .rules import rules_for

# nupunkt is asked once for many paragraphs (a call has a price), but not for all of a large file at once.
_PIECE = 100_000


class SentenceSegmenter:
    """Fulfils domain.protocols.Segmenter."""

    def __init__(self) -> None:
        self._punkt = load_default_model()

    def spans(self, text: str, language: str) -> list[Span]:
        """Sentences of ``text``: in order, apart, leaving out only white space. A paragraph's end always ends one."""
        judge = Judge(rules_for(language))
        found: list[Span] = []
        for piece in _pieces(paragraphs(text)):
            offset = piece[0].start
            part = text[offset : piece[-1].end]
            starts = [offset + start for start, _ in self._punkt.span_tokenize(part)]
            for paragraph in piece:
                found += _sentences(text, paragraph, judge, starts)
        return found


def _pieces(spans: list[Span]) -> Iterator[list[Span]]:
    piece: list[Span] = []
    for span in spans:
        piece.append(span)
        if span.end - piece[0].start > _PIECE:
            yield piece
            piece = []
    if piece:
        yield piece


def _sentences(text: str, paragraph: Span, judge: Judge, starts: list[int]) -> list[Span]:
    """Sentences of one paragraph. starts: where nupunkt begins a sentence, ascending."""
    start, stop = paragraph
    enclosed = pairs(text, start, stop)
    held = held_together(text, enclosed, stop, judge.rules) if enclosed else []
    closing = {span.end for span in enclosed}
    at_held = 0
    found: list[Span] = []
    for place in PLACE.finditer(text, start, stop):
        end = place.end()
        if end < start:
            continue
        if closing and end + 2 in closing and text[end + 1] == '"':
            end += 2  # a straight quote that closes after a blank
        while at_held < len(held) and held[at_held].end < end:
            at_held += 1
        if at_held < len(held) and held[at_held].start < end:
            continue
        first = bisect_right(starts, place.start())
        proposed = first < len(starts) and starts[first] <= end + 3
        if judge.ends(text, place, end, proposed) and not is_enumerator(text[start : min(end, start + 8)]):
            found.append(Span(start, end))
            start = end
            while start < stop and text[start].isspace():
                start += 1
    if start < stop:
        found.append(Span(start, stop))
    return found


@lru_cache(maxsize=1)
def segmenter() -> SentenceSegmenter:
    """The one segmenter of the program."""
    return SentenceSegmenter()
