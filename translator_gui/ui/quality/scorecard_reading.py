"""What the scorecard page shows, read in a worker thread from the file: the open session is never touched there.

Every edit is in the file the moment it is made, so a second look at it, for reading only, sees the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...domain.report import QualityReport
    from ...formats.report_plots import Plot
    from ...kit.jobs import JobContext
    from ...review.comparing import Comparison
    from ...review.quality_session import Record
    from ...review.session import ReviewSession


@dataclass(frozen=True, slots=True)
class Wanted:
    """session: id of a review session, "" for the last one. other, other_path: of the session to compare with, in
    another project if a path is given ("" and None: none). ink, faint: colours of the plots, width: theirs in pixels.
    """

    path: Path
    session: str = ""
    language: str = "en"
    ink: str = "#000000"
    faint: str = "#888888"
    width: int = 480
    muted: tuple[str, ...] = ()
    other: str = ""
    other_path: Path | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """sessions: of the project, oldest first; others: of the other project."""

    report: QualityReport
    plots: tuple[Plot, ...]
    session: str
    sessions: tuple[Record, ...]
    others: tuple[Record, ...]
    comparison: Comparison | None


def build_report(wanted: Wanted, ctx: JobContext) -> QualityReport:
    """The report alone. Raises AppError."""
    from ...review.quality_session import records
    from ...review.report import build
    from ...review.session import ReviewSession

    ctx.check()
    with ReviewSession.open(wanted.path, read_only=True) as session:
        session.set_muted(wanted.muted)
        return build(session, _chosen(records(session), wanted.session), wanted.language)


def _chosen(known: list[Record], id_: str) -> Record | None:
    """The one with this id, else the last."""
    return next((each for each in known if each.id == id_), known[-1] if known else None)


def read(wanted: Wanted, ctx: JobContext) -> Reading:
    """Raises AppError (a file that cannot be read, projects of different articles)."""
    from ...formats.report_plots import plots
    from ...review.quality_session import records
    from ...review.report import build
    from ...review.session import ReviewSession

    with ReviewSession.open(wanted.path, read_only=True) as session:
        session.set_muted(wanted.muted)
        known = records(session)
        ctx.check()
        record = _chosen(known, wanted.session)
        report = build(session, record, wanted.language)
        ctx.check()
        comparison, others = _compared(session, record, known, wanted)
    made = plots(report, wanted.language, wanted.ink, wanted.faint, wanted.width)
    return Reading(report, tuple(made), record.id if record else "", tuple(known), others, comparison)


def _compared(
    session: ReviewSession, record: Record | None, known: list[Record], wanted: Wanted
) -> tuple[Comparison | None, tuple[Record, ...]]:
    from ...review.comparing import compare_sessions
    from ...review.quality_session import records
    from ...review.session import ReviewSession

    if wanted.other_path is None:
        other = next((each for each in known if each.id == wanted.other), None)
        both = record is not None and other is not None and other.id != record.id
        return (compare_sessions(session, record, session, other, wanted.language) if both else None), ()
    with ReviewSession.open(wanted.other_path, read_only=True) as second:
        theirs = records(second)
        other = _chosen(theirs, wanted.other)
        if record is None or other is None:
            return None, tuple(theirs)
        return compare_sessions(session, record, second, other, wanted.language), tuple(theirs)
