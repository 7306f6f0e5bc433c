"""The moves of an alignment path: how many sentences of either side one bead takes."""

from __future__ import annotations

LONGEST = 5
"""Sentences a bead may hold on one side."""

BEADS: tuple[tuple[int, int], ...] = tuple(
    (a, b) for a in range(1, LONGEST + 1) for b in range(1, LONGEST + 1) if a + b <= LONGEST + 1
)
"""(source, target) sentences of a bead that links; grouped by source count, target counts from 1 up."""

MOVES: tuple[tuple[int, int], ...] = (*BEADS, (1, 0), (0, 1))
SOURCE_SKIP, TARGET_SKIP = len(BEADS), len(BEADS) + 1

GROUPS: tuple[tuple[int, slice, int], ...] = tuple(
    (a, slice(BEADS.index((a, 1)), BEADS.index((a, 1)) + LONGEST + 1 - a), LONGEST + 1 - a)
    for a in range(1, LONGEST + 1)
)
"""Per source count: (a, its moves' rows in MOVES, the largest target count)."""
