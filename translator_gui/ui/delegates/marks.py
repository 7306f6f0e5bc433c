"""Which stretches of a text are marked, why and how loudly: errors a reviewer recorded, then findings nobody has
accepted, then suspicious words; and what a comment is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat, QTextLayout

from ...domain.finding import Severity
from ...domain.span import Side, Span
from ..finding_text import finding_message, reason_title
from ..remark_text import error_text
from ..theme import Theme

if TYPE_CHECKING:
    from ...review.session import ReviewSession

# A word is marked on suspicion alone only from here on, and only in a flagged segment: do not paint everything.
_SUSPICIOUS, _VERY_SUSPICIOUS = 0.5, 0.8


FINDING, ERROR, COMMENT = "finding", "error", "comment"


@dataclass(frozen=True, slots=True)
class Mark:
    """reason: one sentence for a tooltip. kind: FINDING (a machine's), ERROR (a person's), COMMENT."""

    span: Span
    severity: Severity
    reason: str
    kind: str = FINDING


def marks_of(session: ReviewSession, segment: str, side: Side, length: int) -> tuple[Mark, ...]:
    """Of one text, loudest last (so that it is painted on top). A stale card says nothing of the present target."""
    marks = _machine_marks(session, segment, side, length)
    if segment in session.remarks.segments:
        marks += _remark_marks(session, segment, side)
    return tuple(sorted(marks, key=_loudness))


def _loudness(mark: Mark) -> tuple[int, int, int]:
    return _KINDS[mark.kind], mark.severity.rank, mark.span.start - mark.span.end


_KINDS = {COMMENT: 0, FINDING: 1, ERROR: 2}


def _machine_marks(session: ReviewSession, segment: str, side: Side, length: int) -> list[Mark]:
    if session.divergence(segment) is None or (side is Side.TARGET and session.is_stale(segment)):
        return []
    from ...review.annotations import accepted_in

    accepted = accepted_in(session, segment)
    marks = [
        Mark(found.span, found.severity, finding_message(found))
        for found in session.findings(segment)
        if found.side is side and found.span is not None and found.span.start < found.span.end <= length
        and found.fingerprint not in accepted
    ]  # fmt: skip
    if session.is_flagged(segment):
        marks += _suspicious_words(session, segment, side, length, marks)
    return marks


def _remark_marks(session: ReviewSession, segment: str, side: Side) -> list[Mark]:
    """What people marked. A whole text is not painted: the list says so."""
    from ...review import annotations, comments

    marks = [
        Mark(placed.span, placed.annotation.severity, error_text(session, placed.annotation), ERROR)
        for placed in annotations.of(session, segment)
        if placed.annotation.side is side and placed.span is not None
    ]
    for thread in comments.threads(session, segment, resolved=False):
        if thread.first.side is side and thread.span is not None:
            said = f"{thread.first.by}: {thread.first.body}" if thread.first.by else thread.first.body
            marks.append(Mark(thread.span, Severity.NEUTRAL, said, COMMENT))
    return marks


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


def mark_format(theme: Theme, mark: Mark) -> QTextCharFormat:
    """Findings are underlined: severities differ by the line and its colour, only the two loud ones have a ground.
    What a person marked as an error has a ground and a line above as well as below; a comment's words a ground and
    dots and dashes."""
    result = QTextCharFormat()
    if mark.kind == COMMENT:
        result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashDotLine)
        result.setUnderlineColor(theme.info)
        result.setBackground(theme.info_soft)
        return result
    style = theme.severity(mark.severity)
    result.setUnderlineColor(style.colour)
    if mark.kind == ERROR:
        result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        result.setFontOverline(True)
        result.setBackground(style.soft)
        return result
    result.setUnderlineStyle(style.underline)
    if mark.severity.rank >= Severity.MAJOR.rank:
        result.setBackground(style.soft)
    return result


def format_ranges(theme: Theme, text: str, marks: tuple[Mark, ...]) -> list[QTextLayout.FormatRange]:
    ranges = []
    for mark in marks:
        item = QTextLayout.FormatRange()
        item.start = utf16(text, mark.span.start)
        item.length = utf16(text, mark.span.end) - item.start
        item.format = mark_format(theme, mark)
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
