"""Which stretches of a text are marked, why and how loudly; from findings first, then from suspicious words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat, QTextLayout

from ...domain.finding import Severity
from ...domain.span import Side, Span
from ..finding_text import finding_message, reason_title
from ..theme import Theme

if TYPE_CHECKING:
    from ...review.session import ReviewSession

# A word is marked on suspicion alone only from here on, and only in a flagged segment: do not paint everything.
_SUSPICIOUS, _VERY_SUSPICIOUS = 0.5, 0.8


@dataclass(frozen=True, slots=True)
class Mark:
    """reason: one sentence for a tooltip."""

    span: Span
    severity: Severity
    reason: str


def marks_of(session: ReviewSession, segment: str, side: Side, length: int) -> tuple[Mark, ...]:
    """Of one text, loudest last (so that it is painted on top). A stale card says nothing of the present target."""
    if session.divergence(segment) is None or (side is Side.TARGET and session.is_stale(segment)):
        return ()
    marks = [
        Mark(found.span, found.severity, finding_message(found))
        for found in session.findings(segment)
        if found.side is side and found.span is not None and found.span.start < found.span.end <= length
    ]
    if session.is_flagged(segment):
        marks += _suspicious_words(session, segment, side, length, marks)
    return tuple(sorted(marks, key=lambda mark: (mark.severity.rank, -(mark.span.end - mark.span.start))))


def _suspicious_words(session: ReviewSession, segment: str, side: Side, length: int, known: list[Mark]) -> list[Mark]:
    card = session.scorecard(segment)
    taken = {place for mark in known for place in range(*mark.span)}
    result = []
    for word in card.words if card is not None else ():
        span = word.span
        if word.side is not side or word.score < _SUSPICIOUS or not span.start < span.end <= length:
            continue
        if taken.isdisjoint(range(*span)):
            severity = Severity.MAJOR if word.score >= _VERY_SUSPICIOUS else Severity.MINOR
            result.append(Mark(span, severity, reason_title(word.reason or "meaning")))
    return result


def mark_format(theme: Theme, severity: Severity) -> QTextCharFormat:
    """Severities differ by underline and by colour; only the two loud ones get a ground."""
    style = theme.severity(severity)
    result = QTextCharFormat()
    result.setUnderlineStyle(style.underline)
    result.setUnderlineColor(style.colour)
    if severity.rank >= Severity.MAJOR.rank:
        result.setBackground(style.soft)
    return result


def format_ranges(theme: Theme, text: str, marks: tuple[Mark, ...]) -> list[QTextLayout.FormatRange]:
    ranges = []
    for mark in marks:
        item = QTextLayout.FormatRange()
        item.start = utf16(text, mark.span.start)
        item.length = utf16(text, mark.span.end) - item.start
        item.format = mark_format(theme, mark.severity)
        ranges.append(item)
    return ranges


def utf16(text: str, offset: int) -> int:
    """Qt counts UTF-16 units, Python code points; they differ after an emoji."""
    head = text[:offset]
    return offset if head.isascii() else len(head.encode("utf-16-le", "surrogatepass")) // 2


def code_point(text: str, offset: int) -> int:
    """The inverse of utf16()."""
    if text.isascii():
        return min(offset, len(text))
    return len(text.encode("utf-16-le", "surrogatepass")[: offset * 2].decode("utf-16-le", "replace"))
