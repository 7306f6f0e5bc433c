"""A proposal. Machines only ever add candidates; a person, or an explicit command, turns one into a target."""

from __future__ import annotations

from dataclasses import dataclass

from .language import FR_EN, LanguagePair
from .segment import SegmentKind


@dataclass(frozen=True, slots=True)
class TranslationRequest:
    """One text to translate. previous: (source, target) pairs that stand before it in the article, oldest first."""

    id: str
    text: str
    pair: LanguagePair = FR_EN
    kind: SegmentKind = SegmentKind.PARAGRAPH
    previous: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposed target.

    engine: its registered name; model: file or service model; settings: what else shaped it, "a=1 b=2".
    score: 0–100, higher is better, None when nobody ranked it. match: percent for a memory match, else None.
    doubts: sentences a person understands ("The number 2010 is missing."). at: ISO 8601, UTC. by: who confirmed
    the unit, for a memory match. memory_source: the matched unit's source text.
    """

    text: str
    engine: str
    model: str = ""
    settings: str = ""
    score: float | None = None
    match: int | None = None
    doubts: tuple[str, ...] = ()
    at: str = ""
    by: str = ""
    memory_source: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an engine answered to one request: candidates, best first, or an error (message and hint)."""

    id: str
    candidates: tuple[Candidate, ...] = ()
    error: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Availability:
    """Can the engine (or scorer part) be used now? why: what is missing; install: the one line that mends it."""

    ok: bool
    why: str = ""
    install: str = ""
