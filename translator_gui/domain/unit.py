"""A translation unit: a pair that has left its article (memory, TMX, export)."""

from __future__ import annotations

from dataclasses import dataclass

from .language import FR_EN, LanguagePair


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """created, changed: ISO 8601, UTC. by: who confirmed it. origin: title or file it came from. engine: the machine
    whose words were confirmed unchanged, "" for a person's."""

    source: str
    target: str
    pair: LanguagePair = FR_EN
    by: str = ""
    created: str = ""
    changed: str = ""
    origin: str = ""
    before: str = ""  # source of the segment before it: an exact match in the same place is a context match
    id: int = 0
    engine: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A unit found in a memory. percent: 100 exact, 101 exact in the same context, less for fuzzy; what penalties take
    off is taken off already. penalties: (reason, points), see memory.penalties."""

    unit: TranslationUnit
    percent: int
    penalties: tuple[tuple[str, int], ...] = ()
