"""Passages that stand elsewhere in the translation: linked out of order instead of being swallowed or dropped.

What the path left alone, and beads whose sides are not alike, is free. Runs of free sentences that hold a sure pair are
aligned with one another; what finds no partner there stays as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from ..domain.bead import AlignmentBead
from ..kit.jobs import JobContext
from .sides import Floats, Side

if TYPE_CHECKING:
    from .aligner import Tuning

Align = Callable[[Side, Side, "Tuning", JobContext], list[AlignmentBead]]
_MOST = 4_000  # free sentences of one side looked at
_LONGEST_RUN = 400


def link_moved(
    beads: Sequence[AlignmentBead], source: Side, target: Side, tuning: Tuning, ctx: JobContext, align: Align
) -> list[AlignmentBead]:
    """``beads`` with moved passages linked. Every sentence stays in exactly one bead."""
    likeness = _likeness(beads, source, target)
    loose = [bead for bead, alike in zip(beads, likeness, strict=True) if alike < tuning.far]
    free = (
        sorted(i for bead in loose for i in bead.source)[:_MOST],
        sorted(j for bead in loose for j in bead.target)[:_MOST],
    )
    pairs = _sure_pairs(source, target, free, tuning)
    # A pair that the path itself made is where it belongs.
    made = {(i, j) for bead in beads for i in bead.source for j in bead.target}
    pairs = [pair for pair in pairs if pair[1:] not in made]
    found = _align_runs(pairs, free, source, target, tuning, ctx, align)
    return _replace(beads, found) if found else list(beads)


def _likeness(beads: Sequence[AlignmentBead], source: Side, target: Side) -> list[float]:
    """Of the two sides of each bead, by the first kind of vector; minus infinity for a null."""
    ours, theirs = source.layers[0].rows, target.layers[0].rows
    found = []
    for bead in beads:
        if not bead.source or not bead.target:
            found.append(-np.inf)
            continue
        one, other = ours[list(bead.source)].sum(axis=0), theirs[list(bead.target)].sum(axis=0)
        found.append(float(one @ other / max(np.linalg.norm(one) * np.linalg.norm(other), 1e-9)))
    return found


def _sure_pairs(
    source: Side, target: Side, free: tuple[list[int], list[int]], tuning: Tuning
) -> list[tuple[float, int, int]]:
    """(likeness, source, target) of free sentences that are each other's best, likest first."""
    if not free[0] or not free[1]:
        return []
    ours, theirs = _unit(source.layers[0].rows[free[0]]), _unit(target.layers[0].rows[free[1]])
    alike = ours @ theirs.T
    best, best_back = alike.argmax(axis=1), alike.argmax(axis=0)
    found = [
        (float(alike[row, column]), free[0][row], free[1][column])
        for row, column in enumerate(best.tolist())
        if best_back[column] == row and alike[row, column] >= tuning.moved
    ]
    return sorted(found, reverse=True)


def _unit(rows: Floats) -> Floats:
    unit: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), np.float32(1e-9))
    return unit


def _align_runs(
    pairs: Sequence[tuple[float, int, int]],
    free: tuple[list[int], list[int]],
    source: Side,
    target: Side,
    tuning: Tuning,
    ctx: JobContext,
    align: Align,
) -> list[AlignmentBead]:
    """New beads, from the sure pairs outwards; a sentence is used once."""
    left = set(free[0]), set(free[1])
    found = []
    for _, i, j in pairs:
        ctx.check()
        if i not in left[0] or j not in left[1]:
            continue
        ours, theirs = _run(left[0], i), _run(left[1], j)
        own, other = source.part(*ours), target.part(*theirs)
        for bead in align(own, other, tuning, ctx):
            new = AlignmentBead(tuple(ours[0] + k for k in bead.source), tuple(theirs[0] + k for k in bead.target))
            alike = _likeness([new], source, target)[0]
            if alike >= tuning.moved:
                found.append(replace(new, probability=bead.probability * _trust(alike - tuning.moved)))
                left[0].difference_update(new.source)
                left[1].difference_update(new.target)
    return found


def _trust(margin: float) -> float:
    """How often a passage linked out of order is right, by how much more alike than needed it is: half of the time at
    the threshold, nearly always .15 above it (counted on gold with moved paragraphs)."""
    return min(0.5 + 3 * margin, 0.97)


def _run(free: set[int], at: int) -> tuple[int, int]:
    """start, stop of the free sentences without a gap about ``at``."""
    start = stop = at
    while start - 1 in free and at - start < _LONGEST_RUN:
        start -= 1
    while stop + 1 in free and stop - at < _LONGEST_RUN:
        stop += 1
    return start, stop + 1


def _replace(beads: Sequence[AlignmentBead], found: Sequence[AlignmentBead]) -> list[AlignmentBead]:
    """``beads`` without the sentences of ``found``; what is left of a bead that lost some becomes nulls."""
    ours = {i for bead in found for i in bead.source}
    theirs = {j for bead in found for j in bead.target}
    kept: list[AlignmentBead] = []
    for bead in beads:
        if ours.isdisjoint(bead.source) and theirs.isdisjoint(bead.target):
            kept.append(bead)
            continue
        kept += [AlignmentBead((i,), (), 0.5) for i in bead.source if i not in ours]
        kept += [AlignmentBead((), (j,), 0.5) for j in bead.target if j not in theirs]
    return [*kept, *found]
