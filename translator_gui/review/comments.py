"""Comments in threads, on a segment or on some words of it, as pure makers of a Change, like commands.py."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..domain.change import Change, Compound, SetRemark
from ..domain.remark import Comment
from ..domain.span import Side, Span
from ..kit.errors import InputError
from ..store.codec import storable
from ..store.writing import now
from ..text.following import follow
from .remark_table import new_id

if TYPE_CHECKING:
    from .session import ReviewSession


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment and its answers, oldest first. span: where its words are now, None for the whole segment or when
    outdated (they were altered since)."""

    first: Comment
    replies: tuple[Comment, ...] = ()
    span: Span | None = None
    outdated: bool = False

    @property
    def resolved(self) -> bool:
        return bool(self.first.resolved)

    @property
    def quote(self) -> str:
        """The words it was about, as they were then."""
        return self.first.span.of(self.first.text) if self.first.span else ""


def threads(session: ReviewSession, segment: str, resolved: bool | None = None) -> list[Thread]:
    """Of a segment, oldest first; ``resolved``: True or False for those only."""
    found = session.remarks.of(segment, Comment)
    result = [_thread(session, each, found) for each in found if not each.parent]
    return [each for each in result if resolved is None or each.resolved is resolved]


def is_discussed(session: ReviewSession, segment: str) -> bool:
    """Has the segment a thread that is not resolved?"""
    return any(not each.parent and not each.resolved for each in session.remarks.of(segment, Comment))


def open_threads(session: ReviewSession) -> list[Thread]:
    """Of the whole article, in article order."""
    known = session.table.in_order(session.remarks.segments)
    return [thread for segment in known for thread in threads(session, segment, resolved=False)]


def _thread(session: ReviewSession, first: Comment, among: list[Comment]) -> Thread:
    replies = tuple(each for each in among if each.parent == first.id)
    if first.span is None:
        return Thread(first, replies)
    row = session.row(first.segment)
    text = row.segment.source if first.side is Side.SOURCE else row.target.text
    span = follow(first.span, first.text, text)
    return Thread(first, replies, span, span is None)


def add(
    session: ReviewSession, segment: str, body: str, side: Side = Side.TARGET, span: Span | None = None
) -> SetRemark:
    """A new thread, on some words or on the segment. Raises InputError when it says nothing, or for a span outside
    the text."""
    row = session.row(segment)
    text = row.segment.source if side is Side.SOURCE else row.target.text
    if span is not None and not 0 <= span.start < span.end <= len(text):
        raise InputError("There is nothing marked.", "Select some words first.")
    made = Comment(new_id(), segment, _said(body), side, span, text if span else "", session.user, now())
    return SetRemark(None, made)


def reply(session: ReviewSession, comment: Comment, body: str) -> Change:
    """An answer opens a resolved thread again. Raises InputError when it says nothing."""
    first = _held(session, comment, comment.parent or comment.id)
    made = Comment(new_id(), first.segment, _said(body), first.side, by=session.user, at=now(), parent=first.id)
    answer = SetRemark(None, made)
    if not first.resolved:
        return answer
    return Compound((SetRemark(first, dataclasses.replace(first, resolved="")), answer), "Answer")


def edit(session: ReviewSession, comment: Comment, body: str) -> SetRemark | None:
    held = _held(session, comment, comment.id)
    changed = dataclasses.replace(held, body=_said(body))
    return None if changed == held else SetRemark(held, changed)


def resolve(session: ReviewSession, comment: Comment, resolved: bool = True) -> SetRemark | None:
    """Close the thread of a comment, or open it again."""
    first = _held(session, comment, comment.parent or comment.id)
    if bool(first.resolved) is resolved:
        return None
    return SetRemark(first, dataclasses.replace(first, resolved=(session.user or "?") if resolved else ""))


def remove(session: ReviewSession, comment: Comment) -> Change:
    """One answer, or a whole thread with its answers."""
    held = _held(session, comment, comment.id)
    replies = [each for each in session.remarks.of(held.segment, Comment) if each.parent == held.id]
    if not replies:
        return SetRemark(held, None)
    return Compound(tuple(SetRemark(each, None) for each in (*replies, held)), "Remove thread")


def _held(session: ReviewSession, comment: Comment, id_: str) -> Comment:
    found = session.remarks.get(comment.segment, id_)
    if not isinstance(found, Comment):
        raise InputError("This comment is not there any more.", "It was removed meanwhile.")
    return found


def _said(body: str) -> str:
    if not body.strip():
        raise InputError("The comment is empty.", "Write something first.")
    return storable(body.strip())
