"""An alignment bead: n source segments to m target segments."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AlignmentBead:
    """0-based sentence indexes, an empty tuple for a null; probability 0–1, calibrated."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    probability: float = 1.0
    confirmed: bool = False
