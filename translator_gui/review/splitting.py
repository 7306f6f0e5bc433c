"""Split a segment in two, or join it with the one after it. No character of the source is lost, ids stay.

The first part keeps the segment's id; the second gets a new one made from it ("s12" -> "s12.1"). Joining keeps the
first's id. The source between two parts (their white space) becomes the gap, and comes back in a join.
Errors and comments go where their words go.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..domain.change import Change, Compound, ReplaceRows, SetRemark
from ..domain.mqm import Annotation
from ..domain.remark import Comment
from ..domain.segment import EMPTY_TARGET, Exclusion, Row, State, Target
from ..domain.span import Side, Span
from ..kit.errors import InputError
from ..store.writing import now
from ..text.following import follow

if TYPE_CHECKING:
    from .session import ReviewSession

_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*\s+")
_WORD_END = re.compile(r"\s+")


def split(session: ReviewSession, segment: str, offset: int) -> Change | None:
    """At a character offset of the source. The target is cut at the sentence end (else word end) nearest to the same
    share of its length. Returns None at an edge. Raises InputError when the segment is locked."""
    row = session.row(segment)
    _refuse_locked(row)
    source = row.segment.source
    if not 0 <= offset <= len(source):
        raise InputError("There is no such place in the source.", f"It has {len(source)} characters.")
    left, right = source[:offset].rstrip(), source[offset:].lstrip()
    if not left or not right:
        return None
    gap = source[len(left) : len(source) - len(right)]
    first = dataclasses.replace(row.segment, source=left, gap=gap)
    second = dataclasses.replace(row.segment, id=_new_id(session, segment), source=right)
    one, two = split_target(row.target, len(left) / len(source))
    after = (Row(first, _signed(session, one)), Row(second, _signed(session, two)))
    starts = {Side.SOURCE: len(source) - len(right), Side.TARGET: len(row.target.text) - len(two.text)}
    moves = [
        SetRemark(remark, dataclasses.replace(remark, segment=second.id))
        for remark in _spoken(session, segment)
        if (span := _now(row, remark)) is not None and span.start >= starts[remark.side]
    ]
    return _with_remarks(ReplaceRows((row,), after), moves)


def join(session: ReviewSession, segment: str) -> Change | None:
    """With the row after it. Returns None for the last row. Raises InputError when one of the two is locked, or
    when they are of different kinds (a heading and a paragraph)."""
    index = session.index(segment)
    if index + 1 >= len(session.rows):
        return None
    one, two = session.rows[index], session.rows[index + 1]
    _refuse_locked(one)
    _refuse_locked(two)
    if one.segment.kind is not two.segment.kind:
        kinds = f"One is a {one.segment.kind.value}, the other a {two.segment.kind.value}."
        raise InputError("These two cannot be joined.", kinds)
    source = one.segment.source + one.segment.gap + two.segment.source
    # Joined to a part of the article, debris is part of the article: nothing of it may drop out unseen.
    bring_back = one.segment.excluded and not two.segment.excluded
    exclusion = Exclusion.BROUGHT_BACK if bring_back else one.segment.exclusion
    joined = dataclasses.replace(one.segment, source=source, gap=two.segment.gap, exclusion=exclusion)
    change = ReplaceRows((one, two), (Row(joined, _signed(session, join_targets(one.target, two.target))),))
    moves = [SetRemark(each, dataclasses.replace(each, segment=one.id)) for each in _spoken(session, two.id)]
    return _with_remarks(change, moves)


def _spoken(session: ReviewSession, segment: str) -> list[Annotation | Comment]:
    """What goes along with its words; a rating is of the whole, and waits with its segment."""
    return [*session.remarks.of(segment, Annotation), *session.remarks.of(segment, Comment)]


def _now(row: Row, remark: Annotation | Comment) -> Span | None:
    text = row.segment.source if remark.side is Side.SOURCE else row.target.text
    return follow(remark.span, remark.text, text) if remark.span else None


def _with_remarks(change: ReplaceRows, moves: Sequence[SetRemark]) -> Change:
    return Compound((change, *moves), "Split or join") if moves else change


def split_target(target: Target, share: float) -> tuple[Target, Target]:
    """Cut a target's text; ``share``: of the source that the first part is, 0-1."""
    if not target.text:
        return EMPTY_TARGET, EMPTY_TARGET
    place = _cut(target.text, round(share * len(target.text)))
    one, two = target.text[:place].rstrip(), target.text[place:].lstrip()
    # What was reviewed as one is not reviewed as two.
    state = State.TRANSLATED if target.state is not State.INITIAL else State.INITIAL
    whole = dataclasses.replace(target, state=state)
    return _with(whole, one), _with(whole, two)


def _with(target: Target, text: str) -> Target:
    return dataclasses.replace(target, text=text) if text else EMPTY_TARGET


def _cut(text: str, wish: int) -> int:
    """A sentence end within a quarter of the text around the wished place, else the nearest word end."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    near = [end for end in ends if abs(end - wish) <= max(8, len(text) // 4)]
    near = near or [match.end() for match in _WORD_END.finditer(text)]
    return min(near, key=lambda end: abs(end - wish), default=len(text))


def join_targets(one: Target, two: Target) -> Target:
    """Both texts, the less certain of the two states, the first's origin unless it is empty."""
    if not two.text:
        return one
    if not one.text:
        return two
    order = list(State)
    state = min(one.state, two.state, State.TRANSLATED, key=order.index)
    return dataclasses.replace(one, text=f"{one.text} {two.text}", state=state)


def _signed(session: ReviewSession, target: Target) -> Target:
    return target if target == EMPTY_TARGET else dataclasses.replace(target, by=session.user, at=now())


def _refuse_locked(row: Row) -> None:
    if row.target.locked:
        raise InputError("This segment is locked.", "Unlock it first.")


def _new_id(session: ReviewSession, segment: str) -> str:
    """Never one that is or was in use: history, candidates and scores go by id."""
    number = 1
    while f"{segment}.{number}" in session or session.history(f"{segment}.{number}"):
        number += 1
    return f"{segment}.{number}"
