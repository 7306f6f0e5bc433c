"""The table of checks, the profiles, and (with codes.py) every reason they give."""

from __future__ import annotations

from typing import Any

from ..domain.protocols import Check
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
        "questions": f"{_ROOM}.questions:QuestionCheck",
        "french-left": f"{_ROOM}.foreign:FrenchLeftCheck",
        "repeats": f"{_ROOM}.repeats:RepeatCheck",
        "paired-marks": f"{_ROOM}.punctuation:PairedMarksCheck",
        "spacing": f"{_ROOM}.punctuation:SpacingCheck",
        "marks": f"{_ROOM}.punctuation:MarksCheck",
        "edges": f"{_ROOM}.punctuation:EdgesCheck",
        "guillemets": f"{_ROOM}.punctuation:GuillemetCheck",
        "characters": f"{_ROOM}.punctuation:ControlCheck",
        "capitals": f"{_ROOM}.capitals:CapitalsCheck",
    },
    group="translator_gui.checks",
)

ARTICLE_CHECKS: Registry[Any] = Registry("article check", {})

_ALL = tuple(CHECKS.names())


class _Profiles:
    """default: every check; hard-only profiles would hide too much, muting is by code."""

    def __init__(self) -> None:
        self._table = {"default": _ALL}

    def get(self, name: str) -> tuple[str, ...]:
        return self._table[name]


PROFILES = _Profiles()

__all__ = ["ARTICLE_CHECKS", "CHECKS", "PROFILES", "Check", "Reason", "reason", "reasons", "texts"]
