"""What an alignment has done away from the main thread: it is begun, compared by meaning, and made a review."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ...domain.bead import AlignmentBead, ReplaceBeads
from ...kit.errors import AppError, InputError
from ...kit.jobs import JobContext
from .. import places

if TYPE_CHECKING:
    from ...review.alignment_session import AlignmentSession


def begin(first: Path, second: Path, workshop: object, user: str, ctx: JobContext) -> object:
    """(session, whether the English was given first, warnings of reading)."""
    from ...pipeline.bitext import align_bitext, read_two
    from ...review.alignment_session import AlignmentSession

    two = read_two(first, second, workshop)
    wanted = places.beside(two.paths[0]).with_suffix(places.ALIGNMENT)
    path, there = places.free(wanted, lambda existing: _holds(existing, two.bitext))
    if there:
        session = AlignmentSession.open(path, user)
        if two.original is not None and not session.read_only and session.store.original() is None:
            session.store.keep_original(two.original)
        return session, False, ()
    beads = align_bitext(two.bitext, workshop.aligner("signs"), ctx)
    return AlignmentSession.create(path, two.bitext, beads, user, two.original), two.swapped, two.warnings


def _holds(path: Path, bitext: object) -> bool:
    from ...store.alignment_file import AlignmentFile

    try:
        store = AlignmentFile.open(path, read_only=True)
    except AppError:  # not an alignment, or a newer one: not ours to touch
        return False
    try:
        held = store.bitext()
        return (held.source.text(), held.target.text()) == (bitext.source.text(), bitext.target.text())
    finally:
        store.close()


def compare(
    bitext: object, stretches: Sequence[object], workshop: object, profile: str, ctx: JobContext
) -> tuple[ReplaceBeads | None, str]:
    """The change, and what the machine lacks. "warm": only learn the meanings, for what is realigned later."""
    from ...pipeline.align import missing_for
    from ...review.alignment_realign import realign

    note = missing_for(profile)
    if note:
        return None, note
    if profile == "warm":
        from ...pipeline.bitext import align_bitext

        align_bitext(bitext, workshop.aligner("full"), ctx)
        return None, ""
    return realign(bitext, stretches, workshop.aligner(profile), ctx), ""


def review(session: AlignmentSession, beads: Sequence[AlignmentBead], wanted: Path, user: str) -> object:
    """A new project of the beads, and the English that has no place in it."""
    from ...pipeline.bitext import aligned_document
    from ...review.session import ReviewSession

    made = aligned_document(session.bitext, beads, session.store.original())
    if not made.document.article.segments:
        raise InputError("There is nothing to review.", "The French document has no sentence.")
    path, _ = places.free(wanted, lambda existing: False)
    return ReviewSession.create(path, made.document, user), made.homeless
