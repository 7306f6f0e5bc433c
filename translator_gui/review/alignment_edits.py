"""What a person can do to an alignment, as changes: each is pure, looks at the table and alters nothing.

All raise InputError, saying what to do instead, when there is nothing to be done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..domain.bead import AlignmentBead, ReplaceBeads
from ..domain.span import Side
from ..kit.errors import InputError
from .alignment_table import BeadTable, Place, side_of

Sentences = tuple[int, ...]


def merge(table: BeadTable, place: Place, last: Place | None = None) -> ReplaceBeads:
    """The bead and the one below (or all down to ``last``) become one."""
    if last is None or last <= place:
        last = _neighbour(table, place, 1)
        if last is None:
            raise InputError("There is nothing below to merge with.", "Go one up, and merge from there.")
    before = tuple(bead for bead in table.beads[place : last + 1] if not table.left_out(bead)) or (table[place],)
    source, target = (tuple(sorted(n for bead in before for n in side_of(bead, side))) for side in _SIDES)
    return ReplaceBeads(before, (_made(source, target),), "merge")


def split(table: BeadTable, place: Place, side: Side, sentence: int) -> ReplaceBeads:
    """The second part begins with ``sentence``; the other side is cut where the lengths fit best."""
    bead = table[place]
    own, other = side_of(bead, side), side_of(bead, side.other)
    if len(own) + len(other) < 2 or bead.one_to_one:
        raise InputError("One sentence with one cannot be split.", "To part them, unlink them.")
    if len(own) < 2 or own.index(sentence) == 0:
        raise InputError("Go to the sentence with which the second part begins.", "Then split again.")
    cut = own.index(sentence)
    other_cut = _best_cut(table, side, own, cut, other)
    parts = [(own[:cut], other[:other_cut]), (own[cut:], other[other_cut:])]
    return ReplaceBeads((bead,), tuple(_sided(side, *part) for part in parts), "split")


def _best_cut(table: BeadTable, side: Side, own: Sentences, cut: int, other: Sentences) -> int:
    """Where the other side is cut so that both parts are alike in length; each gets a sentence if there are two."""
    if not other:
        return 0
    share = _length(table, side, own[:cut]) / max(_length(table, side, own), 1)
    whole = max(_length(table, side.other, other), 1)
    cuts = range(1, len(other)) if len(other) > 1 else range(2)
    return min(cuts, key=lambda at: abs(_length(table, side.other, other[:at]) / whole - share))


def _length(table: BeadTable, side: Side, sentences: Sequence[int]) -> int:
    return sum(len(table.sentences(side)[n].source) for n in sentences)


def move_up(table: BeadTable, place: Place, side: Side, sentence: int) -> ReplaceBeads:
    """The sentence, with those of its side that stand before it in the bead, goes to the bead above."""
    return _move(table, place, side, sentence, -1)


def move_down(table: BeadTable, place: Place, side: Side, sentence: int) -> ReplaceBeads:
    """The sentence, with those of its side that stand behind it in the bead, goes to the bead below."""
    return _move(table, place, side, sentence, 1)


def _move(table: BeadTable, place: Place, side: Side, sentence: int, step: int) -> ReplaceBeads:
    neighbour = _neighbour(table, place, step)
    if neighbour is None:
        where = "above" if step < 0 else "below"
        raise InputError(f"There is nothing {where} to move it to.", "To part sentences, split or unlink them.")
    bead, other = table[place], table[neighbour]
    own = side_of(bead, side)
    at = own.index(sentence)
    going, staying = (own[: at + 1], own[at + 1 :]) if step < 0 else (own[at:], own[:at])
    grown = _sided(side, tuple(sorted((*side_of(other, side), *going))), side_of(other, side.other))
    rest = [_sided(side, staying, side_of(bead, side.other))] if staying or side_of(bead, side.other) else []
    return ReplaceBeads((bead, other), (grown, *rest), "move-up" if step < 0 else "move-down")


def unlink(table: BeadTable, place: Place) -> ReplaceBeads:
    """Every sentence of the bead stands alone."""
    bead = table[place]
    if len(bead.source) + len(bead.target) < 2:
        raise InputError("This sentence is linked to nothing.", "Link it, or merge it with its neighbour.")
    return ReplaceBeads((bead,), tuple(_alone(bead)), "unlink")


def link(table: BeadTable, source: Sequence[int], target: Sequence[int]) -> ReplaceBeads:
    """Just these sentences become one bead, wherever they stand; what they leave behind stays as it is."""
    wanted = tuple(sorted(source)), tuple(sorted(target))
    if not all(wanted):
        raise InputError("A link needs a sentence on either side.", "Choose one in the other column.")
    places = sorted({table.home(Side.SOURCE, n) for n in source} | {table.home(Side.TARGET, n) for n in target})
    before = tuple(table[place] for place in places)
    if len(before) == 1 and (before[0].source, before[0].target) == wanted:
        raise InputError("These are linked already.", "To vouch for the link, confirm it.")
    after = [_made(*wanted)]
    for bead in before:
        rest = tuple(n for n in bead.source if n not in wanted[0]), tuple(n for n in bead.target if n not in wanted[1])
        after += [_made(*rest)] if all(rest) else _alone(_made(*rest))
    return ReplaceBeads(before, tuple(after), "link")


def confirm(table: BeadTable, places: Sequence[Place]) -> ReplaceBeads | None:
    """None when all of them are confirmed."""
    before = tuple(table[p] for p in places if not table[p].confirmed and not table.left_out(table[p]))
    if not before:
        return None
    return ReplaceBeads(before, tuple(replace(bead, confirmed=True) for bead in before), "confirm")


def confirm_above(table: BeadTable, place: Place) -> ReplaceBeads | None:
    """The bead and all above it."""
    return confirm(table, range(place + 1))


_SIDES = (Side.SOURCE, Side.TARGET)


def _neighbour(table: BeadTable, place: Place, step: int) -> Place | None:
    """The next bead up or down that is part of the article."""
    place += step
    while 0 <= place < len(table):
        if not table.left_out(table[place]):
            return place
        place += step
    return None


def _made(source: Sentences, target: Sentences) -> AlignmentBead:
    return AlignmentBead(source, target, 1.0, by_hand=True)


def _sided(side: Side, own: Sentences, other: Sentences) -> AlignmentBead:
    return _made(own, other) if side is Side.SOURCE else _made(other, own)


def _alone(bead: AlignmentBead) -> list[AlignmentBead]:
    return [_made((n,), ()) for n in bead.source] + [_made((), (n,)) for n in bead.target]
