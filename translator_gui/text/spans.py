"""Arithmetic on spans of a text. Offsets are code points, end exclusive; nothing here changes a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..domain.span import Span

_NOT_SPACE = re.compile(r"\S")


def trim(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends; an empty span at ``start`` when nothing else is in it."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)


def solid(text: str) -> str:
    """Without white space: two texts of which one was laid out anew are alike in it."""
    return "".join(text.split())


def cut(text: str, ends: Iterable[int], start: int = 0, end: int | None = None) -> list[Span]:
    """Trimmed, non-empty spans of text[start:end] cut at ``ends`` (ascending offsets)."""
    end = len(text) if end is None else end
    found = []
    for stop in (*ends, end):
        span = trim(text, start, stop)
        if span.end > span.start:
            found.append(span)
        start = stop
    return found


def gaps(text: str, spans: Sequence[Span]) -> tuple[str, list[str]]:
    """What stands before the first span, and after each: lead + Σ (span + gap) is ``text``."""
    if not spans:
        return text, []
    ends = [span.start for span in spans[1:]] + [len(text)]
    return text[: spans[0].start], [text[span.end : stop] for span, stop in zip(spans, ends, strict=True)]


def covers(text: str, spans: Sequence[Span]) -> bool:
    """True when spans are in order, do not overlap, and leave out only white space."""
    at = 0
    for span in spans:
        if span.start < at or span.end <= span.start or _NOT_SPACE.search(text, at, span.start):
            return False
        at = span.end
    return _NOT_SPACE.search(text, at) is None
