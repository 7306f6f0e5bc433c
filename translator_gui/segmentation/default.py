"""The segmenter: nupunkt proposes, the rules of the language decide. Thread-safe; loaded on first use."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from nupunkt import load_default_model

from ..domain.span import Span
from ..text.lines import paragraphs
from ..text.spans import trim
from .enclosures import held_together
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
    held = held_together(text, paragraph.start, paragraph.end, judge.rules)
    at_held, start = 0, paragraph.start
    found: list[Span] = []
    for place in PLACE.finditer(text, paragraph.start, paragraph.end):
        end = place.end()
        while at_held < len(held) and held[at_held].end < end:
            at_held += 1
        if at_held < len(held) and held[at_held].start < end <= held[at_held].end:
            continue
        first = bisect_right(starts, place.start())
        proposed = first < len(starts) and starts[first] <= end + 3
        if judge.ends(text, place, proposed) and not is_enumerator(text[start:end]):
            found.append(Span(start, end))
            start = trim(text, end, paragraph.end).start
    if start < paragraph.end:
        found.append(Span(start, paragraph.end))
    return found


@lru_cache(maxsize=1)
def segmenter() -> SentenceSegmenter:
    """The one segmenter of the program."""
    return SentenceSegmenter()
