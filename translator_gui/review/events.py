"""What a ReviewSession publishes on its bus, always after the project file has the change."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

TARGET, STATE, EXCLUSION = "target", "state", "exclusion"
CANDIDATES, SCORE, FINDINGS, NOTES = "candidates", "score", "findings", "notes"
REMARKS = "remarks"  # errors, comments, ratings, accepted changes


@dataclass(frozen=True, slots=True)
class SegmentsChanged:
    """ids: in article order where they are many; empty: perhaps all (a threshold, a muted reason).
    origin: what the caller of ``do`` called himself, so that he can ignore his own echo."""

    ids: tuple[str, ...]
    aspects: frozenset[str]
    origin: str = ""


def of_aspects(aspects: Mapping[str, Collection[str]], origin: str) -> list[SegmentsChanged]:
    """One event, unless ids differ in what changed about them. aspects: segment -> what."""
    groups: dict[frozenset[str], list[str]] = {}
    for segment, names in aspects.items():
        groups.setdefault(frozenset(names), []).append(segment)
    return [SegmentsChanged(tuple(ids), group, origin) for group, ids in groups.items()]


@dataclass(frozen=True, slots=True)
class RowsReplaced:
    """From index ``first`` on, ``removed`` rows went and ``inserted`` rows came (split, join, and their undo)."""

    first: int
    removed: int
    inserted: int
    origin: str = ""


@dataclass(frozen=True, slots=True)
class SessionClosed:
    path: str
