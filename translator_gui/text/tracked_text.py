"""Two texts as one, as word processors show tracked changes: what went stands before what came in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ..domain.span import Span
from .diff import DiffKind, DiffOp

_APART = "\u200a"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the merged text. kind: EQUAL, INSERT or DELETE, never REPLACE. span: in the merged text.
    change: number of the change it belongs to, -1 for text that did not change."""

    kind: DiffKind
    span: Span
    change: int


@dataclass(frozen=True)
class TrackedText:
    """text: the merged one; runs cover it in order, but for a hair space between a word and the one that replaces it.
    _starts: for every run the later text has a part in, where it begins there and in the merged text."""

    text: str
    runs: tuple[Run, ...]
    _starts: tuple[tuple[int, int], ...]

    @cached_property
    def changed(self) -> tuple[Run, ...]:
        return tuple(run for run in self.runs if run.change >= 0)

    def place(self, offset: int) -> int:
        """Where the character at ``offset`` of the later text stands in the merged one."""
        found = (0, 0)
        for after, merged in self._starts:
            if after > offset:
                break
            found = (after, merged)
        return found[1] + offset - found[0]

    def span(self, span: Span) -> Span:
        """A span of the later text in the merged one; what was deleted inside it is inside it."""
        start = self.place(span.start)
        return Span(start, max(start, self.place(span.end - 1) + 1) if span.end > span.start else start)

    def change_at(self, offset: int) -> int:
        """Number of the change at a place of the merged text; -1 where nothing changed."""
        for run in self.changed:
            if run.span.start <= offset < run.span.end:
                return run.change
        return -1


def merge(before: str, after: str, ops: Sequence[DiffOp]) -> TrackedText:
    """ops as of text.diff.word_diff(before, after)."""
    text, runs, starts, number = "", [], [], -1
    for op in ops:
        parts = [(DiffKind.EQUAL, op.after_span.of(after))]
        if op.kind is not DiffKind.EQUAL:
            number += 1
            parts = [(DiffKind.DELETE, op.before_span.of(before)), (DiffKind.INSERT, op.after_span.of(after))]
        for kind, part in parts:
            if not part:
                continue
            if kind is DiffKind.INSERT and text and op.before_span.end > op.before_span.start:
                text += "" if text[-1].isspace() or part[0].isspace() else _APART
            if kind is not DiffKind.DELETE:
                starts.append((op.after_span.start, len(text)))
            span = Span(len(text), len(text) + len(part))
            runs.append(Run(kind, span, -1 if kind is DiffKind.EQUAL else number))
            text += part
    return TrackedText(text, tuple(runs), tuple(starts))
