"""Errors a reviewer marks (MQM, or ESA spans and ratings), as pure makers of a Change, like commands.py.

A span is of the text it was set on; ``of`` tells where it is now (Placed), or that the text in it was altered since
(outdated). Suggestions are the open findings of scorer and checks that nobody has accepted; dismiss them with
commands.dismiss.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..domain.change import Change, SetRemark
from ..domain.finding import Finding, Severity
from ..domain.mqm import MISSING, Annotation
from ..domain.remark import Rating
from ..domain.span import Side, Span
from ..kit.errors import InputError
from ..store.codec import storable
from ..store.writing import now
from ..text.following import follow
from . import commands, typology
from .remark_table import new_id

if TYPE_CHECKING:
    from .session import ReviewSession

# Kocmi et al. 2024, "Error Span Annotation" (WMT24), the labels of the scale.
ANCHORS: tuple[tuple[int, str], ...] = (
    (0, "No meaning preserved: nearly all information is lost in the translation."),
    (33, "Some meaning preserved: some of the meaning is there, but significant parts are missing."),
    (66, "Most meaning preserved and few grammar mistakes: it may have some minor inconsistencies with the source."),
    (100, "Perfect meaning and grammar: completely consistent with the source and the surrounding context."),
)


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation and where it is now. span: in the present text, None for the whole side (or when outdated);
    outdated: the text it spoke of was altered since (annotation.span.of(annotation.text) is what it was)."""

    annotation: Annotation
    span: Span | None
    outdated: bool = False

    @property
    def quote(self) -> str:
        """The words that were marked, as they were then."""
        return self.annotation.span.of(self.annotation.text) if self.annotation.span else ""


def of(session: ReviewSession, segment: str, by: str = "") -> list[Placed]:
    """Errors of a segment in the order they were marked; ``by``: of one reviewer only."""
    found = session.remarks.of(segment, Annotation)
    return [place(session, each) for each in found if not by or each.by == by]


def all_of(session: ReviewSession, by: str = "") -> list[Placed]:
    """Errors of the whole article in article order. Those of segments that were joined away are left out; see
    ``orphans``."""
    known = session.table.in_order(session.remarks.segments)
    return [placed for segment in known for placed in of(session, segment, by)]


def beside(session: ReviewSession, segment: str, chosen: str, step: int) -> Placed | None:
    """The error after (step 1) or before (-1) the one with the id ``chosen`` in that segment; when none of it is
    chosen, the first from there on, or the last up to there. Round the end; None when there is no error at all."""
    here, found = session.index(segment), _as_text_runs(session, segment)
    spot = next((n for n, each in enumerate(found) if each.annotation.id == chosen), -1 if step > 0 else len(found))
    if 0 <= spot + step < len(found):
        return found[spot + step]
    remarks = session.remarks
    known = session.table.in_order(each for each in remarks.segments if remarks.has(each, Annotation))
    if not known:
        return None
    at = bisect_right(known, here, key=session.index) if step > 0 else bisect_left(known, here, key=session.index) - 1
    return _as_text_runs(session, known[at % len(known)])[0 if step > 0 else -1]


def _as_text_runs(session: ReviewSession, segment: str) -> list[Placed]:
    """The source's before the target's; what is said of a whole side first."""
    return sorted(of(session, segment), key=lambda each: (each.annotation.side is Side.TARGET, each.span or (0, 0)))


def orphans(session: ReviewSession) -> list[Annotation]:
    """Errors of segments that are gone (joined to another); undoing the join brings them back into sight."""
    return [each for each in session.remarks.all(Annotation) if each.segment not in session]


def place(session: ReviewSession, annotation: Annotation) -> Placed:
    if annotation.span is None:
        return Placed(annotation, None)
    span = follow(annotation.span, annotation.text, _text(session, annotation.segment, annotation.side))
    return Placed(annotation, span, span is None)


def mark(
    session: ReviewSession,
    segment: str,
    side: Side,
    span: Span | None,
    category: str,
    severity: Severity,
    comment: str = "",
    suggestion: str = "",
    finding: str = "",
) -> SetRemark:
    """A new error. category: an id of the project's typology, "" for an ESA span. span: None for the whole side.
    Raises InputError for a span outside the text, an empty one, or an unknown category."""
    text = _text(session, segment, side)
    if span is not None and not 0 <= span.start < span.end <= len(text):
        raise InputError("There is nothing marked.", "Select some words first.")
    made = Annotation(
        *(new_id(), segment, side, span, _category(session, category), severity),
        comment=storable(comment),
        suggestion=storable(suggestion),
        by=session.user,
        at=now(),
        finding=finding,
        text=text,
    )
    return SetRemark(None, made)


def mark_missing(session: ReviewSession, segment: str, severity: Severity, comment: str = "") -> SetRemark:
    """ESA's [MISSING]: something of the source is not in the target."""
    return mark(session, segment, Side.TARGET, None, MISSING, severity, comment)


def accept(
    session: ReviewSession,
    finding: Finding,
    category: str | None = None,
    severity: Severity | None = None,
    comment: str | None = None,
) -> SetRemark | None:
    """A suggestion becomes an error, filled in from it where nothing else is said (a neutral finding becomes a minor
    error). None when it was accepted already. Raises InputError when it is of an older text."""
    if finding.fingerprint in accepted_in(session, finding.segment):
        return None
    if severity is None:
        severity = Severity.MINOR if finding.severity is Severity.NEUTRAL else finding.severity
    if category is None:
        meant = typology.of(session).resolve(finding.category)
        category = meant.id if meant else typology.of(session).dimensions[0].id
    words = finding.message if comment is None else comment
    span = finding.span if finding.span and finding.span.start < finding.span.end else None
    if span and span.end > len(_text(session, finding.segment, finding.side)):
        raise InputError("The text has altered since this was found.", "Check it again first.")
    arguments = (finding.segment, finding.side, span, category, severity, words)
    return mark(session, *arguments, suggestion=finding.suggestion, finding=finding.fingerprint)


def suggestions(session: ReviewSession, segment: str) -> list[Finding]:
    """Open findings that nobody has accepted yet, worst first."""
    accepted = accepted_in(session, segment)
    return [finding for finding in session.findings(segment) if finding.fingerprint not in accepted]


def accepted_in(session: ReviewSession, segment: str) -> set[str]:
    """Fingerprints of the findings of a segment that became errors."""
    return {each.finding for each in session.remarks.of(segment, Annotation) if each.finding}


def edit(session: ReviewSession, annotation: Annotation, **fields: object) -> SetRemark | None:
    """Alter category, severity, comment, suggestion, side or span (a new span is one of the present text). None when
    nothing is different. Raises InputError as ``mark`` does, and when the annotation is not there any more."""
    held = session.remarks.get(annotation.segment, annotation.id)
    if not isinstance(held, Annotation):
        raise InputError("This error is not there any more.", "It was removed, or its removal undone.")
    if "category" in fields:
        fields["category"] = _category(session, str(fields["category"]))
    changed: Annotation = dataclasses.replace(held, **fields)  # type: ignore[arg-type]
    if "span" in fields or "side" in fields:
        text, span = _text(session, changed.segment, changed.side), changed.span
        if span is not None and not 0 <= span.start < span.end <= len(text):
            raise InputError("There is nothing marked.", "Select some words first.")
        changed = dataclasses.replace(changed, text=text)
    return None if changed == held else SetRemark(held, changed)


def remove(session: ReviewSession, annotation: Annotation) -> SetRemark | None:
    held = session.remarks.get(annotation.segment, annotation.id)
    return SetRemark(held, None) if held else None


def apply_suggestion(session: ReviewSession, annotation: Annotation) -> Change | None:
    """Put the suggested correction in the place of the marked words. Raises InputError when there is none, when it
    is not of the target, or when those words were altered since."""
    placed = place(session, annotation)
    if not annotation.suggestion or annotation.side is not Side.TARGET:
        raise InputError("There is no correction to apply.", "Only one for words of the target can be.")
    if placed.span is None:
        raise InputError("The marked words are not there any more.", "Correct the text by hand.")
    text = _text(session, annotation.segment, Side.TARGET)
    corrected = text[: placed.span.start] + annotation.suggestion + text[placed.span.end :]
    return commands.set_text(session, annotation.segment, corrected)


# -- ESA


def rate(session: ReviewSession, segment: str, value: float | None) -> SetRemark | None:
    """How good the target is, 0-100 by ANCHORS; None takes the rating back. Raises InputError outside 0-100."""
    if value is not None and not 0 <= value <= 100:
        raise InputError("A rating lies between 0 and 100.", "See what 0, 33, 66 and 100 stand for.")
    held = rating(session, segment, session.user)
    text = session.row(segment).target.text
    if value is None:
        return SetRemark(held, None) if held else None
    if held and (held.value, held.text) == (float(value), text):
        return None
    made = Rating(f"rating {session.user} {segment}", segment, float(value), text, session.user, now())
    return SetRemark(held, made)


def rating(session: ReviewSession, segment: str, by: str = "") -> Rating | None:
    """Of one reviewer, or (``by`` empty) the last one anybody gave."""
    found = [each for each in session.remarks.of(segment, Rating) if not by or each.by == by]
    return found[-1] if found else None


def is_outdated(session: ReviewSession, rating: Rating) -> bool:
    """Was the target altered since it was rated?"""
    return rating.text != session.row(rating.segment).target.text


def _category(session: ReviewSession, category: str) -> str:
    if category in ("", MISSING) or typology.of(session).get(category):
        return category
    raise InputError(f"There is no error type “{category}”.", "Choose one of the project's typology.")


def _text(session: ReviewSession, segment: str, side: Side) -> str:
    row = session.row(segment)
    return row.segment.source if side is Side.SOURCE else row.target.text
