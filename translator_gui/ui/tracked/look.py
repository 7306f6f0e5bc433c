"""How tracked changes look: insertions underlined, deletions struck through, both on a ground of their own."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from PySide6.QtGui import QTextCharFormat, QTextLayout

from ...text.diff import DiffKind
from ...text.tracked_text import TrackedText
from ..delegates.marks import Mark, utf16
from ..theme import Theme


def change_format(t: Theme, kind: DiffKind, chosen: bool = False) -> QTextCharFormat:
    """chosen: the change that is looked at has the stronger ground of a selection."""
    result = QTextCharFormat()
    inserted = kind is DiffKind.INSERT
    result.setForeground(t.inserted if inserted else t.deleted)
    result.setBackground(t.selection if chosen else t.inserted_soft if inserted else t.deleted_soft)
    result.setFontUnderline(inserted)
    result.setFontStrikeOut(not inserted)
    return result


def change_ranges(
    t: Theme, merged: TrackedText, shift: int = 0, whole: str = "", chosen: int = -1
) -> list[QTextLayout.FormatRange]:
    """whole, shift: the text that is laid out, and where in it the merged one begins (running text)."""
    text, ranges = whole or merged.text, []
    for run in merged.changed:
        item = QTextLayout.FormatRange()
        item.start = utf16(text, shift + run.span.start)
        item.length = utf16(text, shift + run.span.end) - item.start
        item.format = change_format(t, run.kind, run.change == chosen)
        ranges.append(item)
    return ranges


def in_merged(marks: Iterable[Mark], merged: TrackedText | None) -> tuple[Mark, ...]:
    """Marks of a target where its merged text has them."""
    if merged is None:
        return tuple(marks)
    return tuple(dataclasses.replace(mark, span=merged.span(mark.span)) for mark in marks)
