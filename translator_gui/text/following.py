"""Where a stretch of a text is after the text was edited."""

from __future__ import annotations

from functools import lru_cache

from ..domain.span import Span
from .diff import DiffKind, word_diff


@lru_cache(maxsize=1024)
def follow(span: Span, before: str, after: str) -> Span | None:
    """``span`` of ``before``, in ``after``. None when something in the stretch itself was altered: what was said of
    it may no longer hold. Text put in right at one of its edges stays outside."""
    if before == after:
        return span if 0 <= span.start <= span.end <= len(before) else None
    moved = _by_edges(span, before, after)
    return moved if moved is not None else _by_words(span, before, after)


def _by_edges(span: Span, before: str, after: str) -> Span | None:
    """One edit somewhere else: it lies between what both texts begin with and what both end with."""
    shorter = min(len(before), len(after))
    head = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    tail = next((n for n in range(shorter - head) if before[-1 - n] != after[-1 - n]), shorter - head)
    if span.end <= head and not _grows(before, after, span.end, head):
        return span
    if span.start >= len(before) - tail and not _grows(before[::-1], after[::-1], len(before) - span.start, tail):
        shift = len(after) - len(before)
        return Span(span.start + shift, span.end + shift)
    return None


def _grows(before: str, after: str, edge: int, same: int) -> bool:
    """Is the word at a span's edge longer or shorter than it was ("Lyon", "Lyons")?"""
    if edge < same or not before[edge - 1].isalnum():
        return False
    return before[edge : edge + 1].isalnum() or after[edge : edge + 1].isalnum()


def _by_words(span: Span, before: str, after: str) -> Span | None:
    for op in word_diff(before, after):
        start, end = op.before_span
        if op.kind is DiffKind.EQUAL and start <= span.start and span.end <= end:
            shift = op.after_span.start - start
            return Span(span.start + shift, span.end + shift)
    return None
