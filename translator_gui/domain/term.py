"""A termbase entry."""

from __future__ import annotations

from dataclasses import dataclass

from .language import FR_EN, LanguagePair


@dataclass(frozen=True, slots=True)
class Term:
    """forbidden: the target must not be used for the source."""

    source: str
    target: str
    pair: LanguagePair = FR_EN
    note: str = ""
    forbidden: bool = False
    id: int = 0
