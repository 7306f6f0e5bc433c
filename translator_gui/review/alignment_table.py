"""The beads of two documents in the order they are shown, and what of them needs a person's eye.

Every sentence is in exactly one bead, whatever is done: ``replace`` is the only way in, and it checks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import Enum

from ..alignment.aligner import in_order
from ..domain.bead import AlignmentBead, Bitext, ReplaceBeads
from ..domain.segment import Segment
from ..domain.span import Side
from ..kit.errors import StaleChangeError

# The share of beads, the least probable ones, that is marked as doubtful; but nothing surer than _SURE, and always what
# is more likely wrong than right.
_SHARE, _SURE, _UNSURE = 0.15, 0.9, 0.5

Place = int


class Doubt(str, Enum):
    """How sure one can be of a bead, from its probability alone."""

    SURE = "sure"
    FAIR = "fair"
    DOUBTFUL = "doubtful"


class BeadTable:
    """A sequence of beads. threshold: beads below it are doubtful."""

    def __init__(self, bitext: Bitext, beads: Iterable[AlignmentBead]) -> None:
        self.bitext = bitext
        self._sentences = {Side.SOURCE: bitext.source.segments, Side.TARGET: bitext.target.segments}
        self.threshold = _UNSURE
        self._arrange(beads)
        self.set_threshold()

    def _arrange(self, beads: Iterable[AlignmentBead]) -> None:
        self._beads = in_order(list(beads))
        self._crossing: set[Place] | None = None
        self._homes = {
            (side, n): place for place, bead in enumerate(self._beads) for side in Side for n in side_of(bead, side)
        }

    def set_threshold(self) -> None:
        """From the probabilities as they are now; called when a machine has aligned."""
        chances = sorted(bead.probability for bead in self._beads if not bead.touched and not self.left_out(bead))
        quantile = chances[int(len(chances) * _SHARE)] if chances else _UNSURE
        self.threshold = min(max(quantile, _UNSURE), _SURE)

    # -- looking

    def __len__(self) -> int:
        return len(self._beads)

    def __getitem__(self, place: Place) -> AlignmentBead:
        return self._beads[place]

    @property
    def beads(self) -> Sequence[AlignmentBead]:
        return self._beads

    def sentences(self, side: Side) -> Sequence[Segment]:
        return self._sentences[side]

    def home(self, side: Side, sentence: int) -> Place:
        """Where the bead of a sentence is. Raises KeyError."""
        return self._homes[side, sentence]

    def has(self, side: Side, sentence: int) -> bool:
        return (side, sentence) in self._homes

    def place_of(self, bead: AlignmentBead) -> Place:
        """Where a bead with these sentences is. Raises KeyError when there is none."""
        side, sentence = (Side.SOURCE, bead.source[0]) if bead.source else (Side.TARGET, bead.target[0])
        place = self._homes[side, sentence]
        if (self._beads[place].source, self._beads[place].target) != (bead.source, bead.target):
            raise KeyError(bead)
        return place

    def left_out(self, bead: AlignmentBead) -> bool:
        """All of it stands around the article (menus, bylines) and belongs to nothing."""
        return not bead.linked and all(self._sentences[side][n].excluded for side in Side for n in side_of(bead, side))

    def out_of_order(self, place: Place) -> bool:
        """A moved passage: it is not among the most beads whose targets rise together."""
        if self._crossing is None:
            self._crossing = _crossing(self._beads)
        return place in self._crossing

    def doubt(self, bead: AlignmentBead) -> Doubt:
        if bead.touched or self.left_out(bead) or bead.probability >= _SURE:
            return Doubt.SURE
        return Doubt.DOUBTFUL if bead.probability < self.threshold else Doubt.FAIR

    def is_doubtful(self, bead: AlignmentBead) -> bool:
        return self.doubt(bead) is Doubt.DOUBTFUL

    def is_odd(self, bead: AlignmentBead) -> bool:
        """Not one to one."""
        return not bead.one_to_one and not self.left_out(bead)

    # -- altering

    def replace(self, change: ReplaceBeads) -> None:
        """Raises StaleChangeError when the beads it speaks of are not there, ValueError when the sentences differ."""
        check_same_sentences(change)
        going = set(change.before)
        kept = [bead for bead in self._beads if bead not in going]
        if len(kept) + len(going) != len(self._beads):
            raise StaleChangeError("The alignment has altered meanwhile.", "Do it again.")
        self._arrange([*kept, *change.after])


def side_of(bead: AlignmentBead, side: Side) -> tuple[int, ...]:
    return bead.source if side is Side.SOURCE else bead.target


def _crossing(beads: Sequence[AlignmentBead]) -> set[Place]:
    """Places of linked beads outside a longest run of rising targets (patience sorting: Fredman 1975)."""
    ends: list[int] = []  # the lowest last target of a run of each length, and below where it ends and goes on from
    tops: list[Place] = []
    before: dict[Place, Place] = {}
    for place, bead in enumerate(beads):
        if bead.linked:
            at = bisect_left(ends, bead.target[0])
            before[place] = tops[at - 1] if at else -1
            ends[at : at + 1], tops[at : at + 1] = [bead.target[-1]], [place]
    place, rising = tops[-1] if tops else -1, set()
    while place >= 0:
        rising.add(place)
        place = before[place]
    return set(before) - rising


def check_same_sentences(change: ReplaceBeads) -> None:
    for side in Side:
        before, after = (Counter(n for bead in beads for n in side_of(bead, side)) for beads in _both(change))
        if before != after or any(count > 1 for count in after.values()):
            raise ValueError("beads must be replaced by beads over the same sentences")


def _both(change: ReplaceBeads) -> tuple[tuple[AlignmentBead, ...], tuple[AlignmentBead, ...]]:
    return change.before, change.after
