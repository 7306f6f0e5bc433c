"""Two reviewers compared, segment by segment: how far they agree, and where they do not.

Their sessions may be in one project or in two copies of it; segments are told by their ids, and the French of both
must be the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..domain.mqm import MISSING
from ..domain.report import Agreement
from ..formats.report_words import words as words_of
from ..kit.errors import InputError
from . import annotations as marked
from . import typology
from .agreement import Judgements, compare
from .quality_session import Record

if TYPE_CHECKING:
    from .session import ReviewSession


@dataclass(frozen=True, slots=True)
class Difference:
    """A segment that the two judged differently. place: its number in the article, 1-based. first, second: what each
    marked there, "words (error type)"; empty where he found nothing."""

    segment: str
    place: int
    source: str
    first: tuple[str, ...]
    second: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """differences: segments where only one marked an error, or where they marked other words; in article order."""

    agreement: Agreement
    differences: tuple[Difference, ...]


def compare_sessions(
    one: ReviewSession, first: Record, two: ReviewSession, second: Record, language: str = "en"
) -> Comparison:
    """Raises InputError when the two have no segment in common, or are of different articles."""
    a, b = Judgements.of(one, first), Judgements.of(two, second)
    shared = a.segments & b.segments
    if not shared:
        raise InputError("The two sessions have no segment in common.", "Both must be about the same article.")
    if one is not two:
        _same_article(one, two, shared)
    return Comparison(compare(a, b), tuple(_differences((one, first), (two, second), a, b, language)))


def _same_article(one: ReviewSession, two: ReviewSession, shared: frozenset[str]) -> None:
    known = [id_ for id_ in shared if id_ in one and id_ in two]
    alike = sum(one.row(id_).segment.source == two.row(id_).segment.source for id_ in known)
    if alike < 0.9 * len(known) or not known:
        raise InputError("The two projects hold different articles.", "Compare copies of one project.")


def _differences(
    one: tuple[ReviewSession, Record], two: tuple[ReviewSession, Record], a: Judgements, b: Judgements, language: str
) -> list[Difference]:
    session = one[0]
    said = [_said(*each, language) for each in (one, two)]
    found = []
    judged = [id_ for id_ in a.segments & b.segments & (a.flagged | b.flagged) if id_ in session]
    for segment in sorted(judged, key=session.index):
        spans = [{place for place in each.spans if place[0] == segment} for each in (a, b)]
        if (segment in a.flagged) is (segment in b.flagged) and spans[0] == spans[1]:
            continue
        row, (first, second) = session.row(segment), [each.get(segment, ()) for each in said]
        found.append(Difference(segment, session.index(segment) + 1, row.segment.source, tuple(first), tuple(second)))
    return found


def _said(session: ReviewSession, record: Record, language: str) -> dict[str, list[str]]:
    typed = typology.of(session)
    said: dict[str, list[str]] = {}
    for placed in marked.all_of(session, record.reviewer):
        error = placed.annotation
        name = typed.name_of(error.category, language)
        quoted = placed.quote and error.category != MISSING
        words = words_of(language)["quoted"].format(placed.quote) + " " if quoted else ""
        said.setdefault(error.segment, []).append(f"{words}({name})")
    return said


def pair_of(one: Sequence[Record], two: Sequence[Record] | None = None) -> tuple[Record, Record]:
    """The sessions one would compare: the last ones of two reviewers of one project, or the last one of each project.
    Raises InputError when there are not two."""
    if two is None:
        last = {record.reviewer: record for record in one}
        ranked = sorted(last.values(), key=lambda record: record.started)
        if len(ranked) < 2:
            raise InputError("The project has no sessions of two reviewers.", "Name another project to compare with.")
        return ranked[-2], ranked[-1]
    if not one or not two:
        raise InputError("One of the projects has no review session.", "Both need one to be compared.")
    return one[-1], two[-1]


def session_named(known: Sequence[Record], id_: str) -> Record:
    """Raises InputError naming the sessions there are."""
    for record in known:
        if record.id == id_:
            return record
    told = ", ".join(f"{each.id} ({each.reviewer})" for each in known) or "none"
    raise InputError(f"There is no review session “{id_}”.", f"Known: {told}.")
