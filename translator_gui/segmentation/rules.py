"""The rules of one language, read from resources/segmentation/<language>.toml once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from ..kit.errors import FormatError
from ..kit.paths import resource
from ..kit.toml import read


@dataclass(frozen=True)
class Words:
    """A list of abbreviations. Those with a capital are compared as they stand, the others in small letters."""

    exact: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()

    @classmethod
    def of(cls, words: list[str]) -> Words:
        exact = frozenset(word for word in words if word != word.lower())
        return cls(exact, frozenset(words) - exact)

    def __contains__(self, word: str) -> bool:
        return word in self.exact or word.lower() in self.small


@dataclass(frozen=True)
class Rules:
    """See fr.toml for what each list means."""

    language: str = ""
    titles: Words = Words()
    references: Words = Words()
    inner: Words = Words()
    closing: Words = Words()
    either: Words = Words()
    units: Words = Words()
    starters: frozenset[str] = frozenset()
    speech_verbs: frozenset[str] = frozenset()
    marked_names: tuple[str, ...] = ()
    quote_limit: int = 200
    continued_quote_limit: int = 700

    def knows(self, word: str) -> bool:
        """Is ``word`` in any list of abbreviations? (One look instead of six.)"""
        return word.lower() in self._all

    @cached_property
    def _all(self) -> frozenset[str]:
        lists = (self.titles, self.references, self.inner, self.closing, self.either, self.units)
        return frozenset(word.lower() for words in lists for word in (words.exact | words.small))

    @property
    def spaced(self) -> tuple[str, ...]:
        """Abbreviations with a space inside ("p. ex"), in small letters."""
        return tuple(sorted(word for word in self.inner.small if " " in word))


def read_toml(path: Path) -> dict[str, Any]:
    """Raises FormatError naming the file when it is not TOML."""
    try:
        return read(path)
    except ValueError as error:
        raise FormatError(
            f"The rule file {path.name} cannot be read.", "Install the program again.", str(error)
        ) from error


def _build(table: dict[str, Any]) -> Rules:
    lists = {
        name: Words.of(table.get(name, [])) for name in ("titles", "references", "inner", "closing", "either", "units")
    }
    return Rules(
        language=table.get("language", ""),
        starters=frozenset(table.get("starters", [])),
        speech_verbs=frozenset(table.get("speech_verbs", [])),
        marked_names=tuple(table.get("marked_names", [])),
        quote_limit=table.get("quote_limit", Rules.quote_limit),
        continued_quote_limit=table.get("continued_quote_limit", Rules.continued_quote_limit),
        **lists,
    )


@lru_cache(maxsize=8)
def rules_for(language: str) -> Rules:
    """Rules of a BCP 47 language ("fr", "fr-CA"); empty rules for one that has no file."""
    path = resource("segmentation", f"{language.split('-')[0].lower()}.toml")
    return _build(read_toml(path)) if path.is_file() else Rules(language=language)
