"""The table of checks, the profiles, and (with codes.py) every reason they give."""

from __future__ import annotations

from typing import Any

from ..domain.protocols import Check
from ..kit.errors import InputError
from ..kit.registry import Registry
from .codes import Reason, reason, reasons, texts

_ROOM = "translator_gui.checks"

CHECKS: Registry[Any] = Registry(
    "check",
    {
        "presence": f"{_ROOM}.presence:PresenceCheck",
        "length": f"{_ROOM}.presence:LengthCheck",
        "numbers": f"{_ROOM}.numbers:NumberCheck",
        "number-format": f"{_ROOM}.numbers:NumberFormatCheck",
        "places": f"{_ROOM}.places:PlaceCheck",
        "names": f"{_ROOM}.names:NameCheck",
        "acronyms": f"{_ROOM}.acronyms:AcronymCheck",
        "negation": f"{_ROOM}.negation:NegationCheck",
        "opposites": f"{_ROOM}.meaning:OppositeCheck",
        "false-friends": f"{_ROOM}.meaning:FalseFriendCheck",
        "hearsay": f"{_ROOM}.certainty:HearsayCheck",
        "hedges": f"{_ROOM}.certainty:HedgeCheck",
        "tenses": f"{_ROOM}.certainty:TenseCheck",
        "pronouns": f"{_ROOM}.pronouns:PronounCheck",
        "sentences": f"{_ROOM}.structure:SentenceCheck",
        "quotations": f"{_ROOM}.structure:QuotationCheck",
        "brackets": f"{_ROOM}.structure:BracketCheck",
        "grammar": f"{_ROOM}.grammar:GrammarCheck",
        "spelling": f"{_ROOM}.misspelling:SpellingCheck",
        "questions": f"{_ROOM}.questions:QuestionCheck",
        "french-left": f"{_ROOM}.foreign:FrenchLeftCheck",
        "repeats": f"{_ROOM}.repeats:RepeatCheck",
        "paired-marks": f"{_ROOM}.punctuation:PairedMarksCheck",
        "spacing": f"{_ROOM}.punctuation:SpacingCheck",
        "marks": f"{_ROOM}.punctuation:MarksCheck",
        "edges": f"{_ROOM}.punctuation:EdgesCheck",
        "guillemets": f"{_ROOM}.punctuation:GuillemetCheck",
        "characters": f"{_ROOM}.characters:ControlCheck",
        "capitals": f"{_ROOM}.capitals:CapitalsCheck",
        "terms": f"{_ROOM}.terms:TermCheck",
        "house-style": f"{_ROOM}.house_style:HouseStyleCheck",
        "placeables": f"{_ROOM}.placeables:PlaceableCheck",
        "source-verbs": f"{_ROOM}.source_queries:SourceVerbCheck",
    },
    group="translator_gui.checks",
)

ARTICLE_CHECKS: Registry[Any] = Registry(
    "article check",
    {
        "repeated-sources": f"{_ROOM}.article_level:RepeatedSourceCheck",
        "duplicate-targets": f"{_ROOM}.article_level:DuplicateTargetCheck",
        "consistent-names": f"{_ROOM}.article_level:ConsistentNamesCheck",
        "shifted-rows": f"{_ROOM}.article_level:ShiftedRowCheck",
        "unlike-fellows": f"{_ROOM}.article_style:UnlikeFellowsCheck",
        "source-names": f"{_ROOM}.source_queries:SourceNameCheck",
    },
)

_PROFILES: dict[str, tuple[str, ...] | None] = {
    "default": None,  # every registered check, plug-ins too
    "typing": (
        "presence", "numbers", "repeats", "paired-marks", "spacing", "marks", "characters", "spelling", "grammar",
    ),
    "placeables": ("placeables",),
}  # fmt: skip


def profile_checks(profile: str) -> tuple[str, ...]:
    """Names of the checks of a profile. Raises InputError for an unknown one."""
    if profile not in _PROFILES:
        raise InputError(f"There is no profile of checks called “{profile}”.", f"Known: {', '.join(_PROFILES)}.")
    names = _PROFILES[profile]
    return tuple(CHECKS.names()) if names is None else names


__all__ = ["ARTICLE_CHECKS", "CHECKS", "Check", "Reason", "profile_checks", "reason", "reasons", "texts"]
