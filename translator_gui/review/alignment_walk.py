"""Finding the way through an alignment: the next bead that needs a look, and how much is left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..domain.bead import AlignmentBead
from .alignment_table import BeadTable, Place


@dataclass(frozen=True)
class Tally:
    """beads: those of the article. doubtful, odd: of them, and not confirmed. alone: (source, target) sentences
    without a counterpart."""

    beads: int
    confirmed: int
    doubtful: int
    odd: int
    alone: tuple[int, int]


def tally(table: BeadTable) -> Tally:
    beads = [bead for bead in table.beads if not table.left_out(bead)]
    open_beads = [bead for bead in beads if not bead.confirmed]
    alone = [bead for bead in beads if not bead.linked]
    return Tally(
        len(beads),
        len(beads) - len(open_beads),
        sum(table.is_doubtful(bead) for bead in open_beads),
        sum(table.is_odd(bead) for bead in open_beads),
        (sum(len(bead.source) for bead in alone), sum(len(bead.target) for bead in alone)),
    )


def next_doubtful(table: BeadTable, here: Place, backwards: bool = False) -> Place | None:
    return _next(table, here, table.is_doubtful, backwards)


def next_odd(table: BeadTable, here: Place, backwards: bool = False) -> Place | None:
    """The next bead that is not one to one and that nobody has confirmed."""
    return _next(table, here, lambda bead: table.is_odd(bead) and not bead.confirmed, backwards)


def next_open(table: BeadTable, here: Place) -> Place | None:
    """The next bead that nobody has confirmed."""
    return _next(table, here, lambda bead: not bead.confirmed and not table.left_out(bead), False)


def _next(table: BeadTable, here: Place, wanted: Callable[[AlignmentBead], bool], backwards: bool) -> Place | None:
    """From ``here`` on, then from the other end; None when there is none but perhaps this one."""
    places = [*range(here + 1, len(table)), *range(min(here, len(table)))]
    if backwards:
        places.reverse()
    return next((place for place in places if wanted(table[place])), None)
