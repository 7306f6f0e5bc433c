"""What a reviewer says of a segment: errors (see mqm.py), comments, a rating, tracked changes he has accepted.

All are remarks: kept by id, altered only through change.SetRemark, never thrown away with the text they speak of.
``text`` is the whole text of that side at the time a span was set: it lets the span follow later edits
(text/following.py).
"""

from __future__ import annotations

from dataclasses import dataclass

from .mqm import Annotation
from .span import Side, Span


@dataclass(frozen=True, slots=True)
class Comment:
    """body: what is said. span: None for the whole segment. parent: id of the thread's first comment, "" for that
    one itself. resolved: who closed the thread ("" while it is open); kept on its first comment. at: ISO 8601, UTC.
    """

    id: str
    segment: str
    body: str
    side: Side = Side.TARGET
    span: Span | None = None
    text: str = ""
    by: str = ""
    at: str = ""
    parent: str = ""
    resolved: str = ""


@dataclass(frozen=True, slots=True)
class Rating:
    """ESA: how good one reviewer finds a segment's target, 0-100. text: the target that was rated. One a reviewer
    and segment: the id is made of the two."""

    id: str
    segment: str
    value: float
    text: str = ""
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Accepted:
    """Tracked changes a reviewer has accepted one by one. baseline: which one ("machine", "received", "export").
    base: its text then; when that alters, the acceptance is void. text: ``base`` with what was accepted worked in.
    One a segment and baseline: the id is made of the two."""

    id: str
    segment: str
    baseline: str
    base: str
    text: str
    by: str = ""
    at: str = ""


Remark = Annotation | Comment | Rating | Accepted

# The name of each kind, in files.
REMARK_KINDS: dict[str, type[Remark]] = {
    "annotation": Annotation,
    "comment": Comment,
    "rating": Rating,
    "accepted": Accepted,
}
