"""Neighbours that changed places inside one bead: "A B" rendered as "B' A'" becomes two beads that cross."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from ..domain.bead import AlignmentBead
from .sides import Floats, Side

# By how much the less alike of the crossed pairs must be more alike than either straight pair. On gold, crossed beads
# start at .28 and those that a person would keep end below 0.
_MARGIN = 0.1


def uncross(beads: Sequence[AlignmentBead], source: Side, target: Side, alike: float) -> list[AlignmentBead]:
    """``beads``, those whose halves changed places taken apart. alike: what both crossed pairs must reach."""
    found: list[AlignmentBead] = []
    for bead in beads:
        both = _crossed(bead, source.layers[0].rows, target.layers[0].rows, alike)
        found += both or [bead]
    return found


def _crossed(bead: AlignmentBead, ours: Floats, theirs: Floats, alike: float) -> list[AlignmentBead]:
    best, found = _MARGIN, list[AlignmentBead]()
    for i, j in _cuts(bead):
        first, second = _sum(ours, bead.source[:i]), _sum(ours, bead.source[i:])
        one, other = _sum(theirs, bead.target[:j]), _sum(theirs, bead.target[j:])
        crossed, straight = min(first @ other, second @ one), max(first @ one, second @ other)
        if crossed >= alike and crossed - straight > best:
            best = float(crossed - straight)
            found = [
                replace(bead, source=bead.source[:i], target=bead.target[j:]),
                replace(bead, source=bead.source[i:], target=bead.target[:j]),
            ]
    return found


def _cuts(bead: AlignmentBead) -> Iterator[tuple[int, int]]:
    for i in range(1, len(bead.source)):
        for j in range(1, len(bead.target)):
            yield i, j


def _sum(rows: Floats, sentences: Sequence[int]) -> Floats:
    """The unit vector of some sentences together."""
    total = rows[list(sentences)].sum(axis=0)
    unit: Floats = total / max(float(np.linalg.norm(total)), 1e-9)
    return unit
