"""Aligning anew what nobody has vouched for: a stretch between two confirmed beads, or all that no one has touched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..domain.bead import AlignmentBead, Bitext, ReplaceBeads
from ..domain.protocols import Aligner
from ..domain.segment import Segment
from ..kit.errors import InputError
from ..kit.jobs import JobContext
from ..text.placeables import plain
from .alignment_table import BeadTable, Place

Stretch = tuple[AlignmentBead, ...]
_ABOUT = 100  # sentences about a stretch that tell what is usual


def stretch_about(table: BeadTable, place: Place) -> Stretch:
    """What is not confirmed between the nearest confirmed beads above and below ``place``. Raises InputError when it
    is confirmed itself."""
    if table[place].confirmed:
        raise InputError("This bead is confirmed.", "Go to one between two confirmed beads, and align anew there.")
    first = last = place
    while first > 0 and not _holds(table, first - 1):
        first -= 1
    while last + 1 < len(table) and not _holds(table, last + 1):
        last += 1
    return _of_article(table, [p for p in range(first, last + 1) if not table[p].confirmed])


def _holds(table: BeadTable, place: Place) -> bool:
    """A confirmed link that parts what is above it from what is below, on both sides."""
    return table[place].confirmed and table[place].linked and not table.out_of_order(place)


def untouched_stretches(table: BeadTable) -> list[Stretch]:
    """Runs of beads that no person has made or confirmed. A moved passage that was linked by hand does not part the
    runs beside it: it says nothing about their order."""
    found: list[Stretch] = []
    run: list[Place] = []
    for place, bead in enumerate(table.beads):
        if not bead.touched:
            run.append(place)
        elif run and bead.linked and not table.out_of_order(place):
            found.append(_of_article(table, run))
            run = []
    found.append(_of_article(table, run))
    return [stretch for stretch in found if stretch]


def _of_article(table: BeadTable, places: Sequence[Place]) -> Stretch:
    return tuple(table[place] for place in places if not table.left_out(table[place]))


def realign(bitext: Bitext, stretches: Sequence[Stretch], aligner: Aligner, ctx: JobContext) -> ReplaceBeads | None:
    """The stretches aligned anew, as one change; None when nothing came out differently. Pure: may run in a job.
    Raises Cancelled."""
    if not stretches:
        return None
    sides = (
        _Context(bitext.source.segments, _sentences(stretches, 0)),
        _Context(bitext.target.segments, _sentences(stretches, 1)),
    )
    wanted = [
        (sides[0].inside(_sentences([stretch], 0)), sides[1].inside(_sentences([stretch], 1))) for stretch in stretches
    ]
    found = aligner.align_stretches(
        sides[0].texts, sides[1].texts, wanted, ctx, sides[0].paragraphs, sides[1].paragraphs
    )
    fresh = {_bare(sides[0].outside(b.source), sides[1].outside(b.target), b) for beads in found for b in beads}
    present = {bead for stretch in stretches for bead in stretch}
    before, after = (tuple(sorted(some, key=_first)) for some in (present - fresh, fresh - present))
    return ReplaceBeads(before, after, "realign") if before else None


def _bare(source: tuple[int, ...], target: tuple[int, ...], bead: AlignmentBead) -> AlignmentBead:
    return AlignmentBead(source, target, bead.probability)


def _first(bead: AlignmentBead) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return bead.source, bead.target


def _sentences(stretches: Iterable[Stretch], side: int) -> list[int]:
    return sorted(n for stretch in stretches for bead in stretch for n in (bead.source, bead.target)[side])


class _Context:
    """The sentences of one side that are to be aligned and those about them, without what is no part of the
    article; numbered anew."""

    def __init__(self, segments: Sequence[Segment], wanted: Sequence[int]) -> None:
        chosen = set(wanted)
        first, last = (wanted[0], wanted[-1]) if wanted else (0, 0)
        near = range(max(0, first - _ABOUT), min(len(segments), last + 1 + _ABOUT))
        self._numbers = [n for n in near if n in chosen or not segments[n].excluded]
        self._places = {n: place for place, n in enumerate(self._numbers)}
        self.texts = [plain(segments[n].source) for n in self._numbers]
        self.paragraphs = [segments[n].paragraph for n in self._numbers]

    def inside(self, numbers: Iterable[int]) -> list[int]:
        return [self._places[n] for n in numbers]

    def outside(self, places: Iterable[int]) -> tuple[int, ...]:
        return tuple(self._numbers[place] for place in places)
