"""A termbase entry, and a place where one is used."""

from __future__ import annotations

from dataclasses import dataclass

from .language import FR_EN, LanguagePair
from .span import Span


@dataclass(frozen=True, slots=True)
class Term:
    """forbidden: the target must not be used for the source. by, changed: who wrote it and when (ISO 8601, UTC)."""

    source: str
    target: str
    pair: LanguagePair = FR_EN
    note: str = ""
    forbidden: bool = False
    id: int = 0
    by: str = ""
    changed: str = ""


@dataclass(frozen=True, slots=True)
class TermUse:
    """A term recognised in a source text. forms: where its target (wanted or forbidden) stands in the target text,
    empty when nobody looked or it is not there."""

    term: Term
    span: Span
    forms: tuple[Span, ...] = ()
