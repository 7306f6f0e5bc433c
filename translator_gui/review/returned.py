"""A review that came back from a colleague (formats/review_docx.py): new texts are candidates, comments are comments.

Nothing a person wrote is replaced: each candidate is taken, or not, like any other.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..domain.candidate import Candidate
from ..domain.change import Change, Compound, SetRemark
from ..domain.remark import Comment
from ..domain.span import Span
from ..store.writing import now
from . import comments

if TYPE_CHECKING:
    from ..formats.review_docx import ReturnedReview, ReturnedRow
    from .session import ReviewSession

COLLEAGUE = "colleague"


@dataclass(frozen=True)
class Returned:
    """candidates: by segment, in article order. change: the new comments, one step; None for none. unknown: rows
    whose segment is not in the project (split, joined, or of another article)."""

    candidates: dict[str, list[Candidate]] = field(default_factory=dict)
    change: Change | None = None
    comments: int = 0
    unknown: int = 0


def compare(session: ReviewSession, review: ReturnedReview) -> Returned:
    """What the review says that the project does not."""
    known = [row for row in review.rows if row.id in session]
    candidates = {
        row.id: [Candidate(row.target, COLLEAGUE, model=review.by, at=now(), by=review.by)]
        for row in sorted(known, key=lambda row: session.index(row.id))
        if row.target.strip() and _one_line(row.target) != _one_line(session.row(row.id).target.text)
    }
    added = tuple(change for row in known for change in _new_comments(session, row))
    change = Compound(added, "Comments of a colleague") if added else None
    return Returned(candidates, change, len(added), len(review.rows) - len(known))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _new_comments(session: ReviewSession, row: ReturnedRow) -> list[SetRemark]:
    there = {_one_line(each.body) for each in session.remarks.of(row.id, Comment)}
    there |= {_one_line(note) for note in session.notes.get(row.id, ())}
    made = []
    for who, what, words in row.comments:
        if _one_line(what) in there:
            continue
        change = comments.add(session, row.id, what, span=_place(session, row.id, words))
        if isinstance(change.after, Comment):
            made.append(SetRemark(None, dataclasses.replace(change.after, by=who or session.user)))
    return made


def _place(session: ReviewSession, segment: str, words: str) -> Span | None:
    """Where the words stand in the present target; None for all of it, or when they are not there just once."""
    text, wanted = session.row(segment).target.text, words.strip()
    if not wanted or wanted == text.strip() or text.count(wanted) != 1:
        return None
    start = text.index(wanted)
    return Span(start, start + len(wanted))
