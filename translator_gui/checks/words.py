"""Word data of resources/words: TOML tables keyed by language ("fr.numbers") or pair ("fr-en.opposites")."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any, TypeVar

from ..kit.toml import shipped

T = TypeVar("T")


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML file resources/words/<name>.toml. Raises FormatError when it is damaged or absent."""
    return shipped("words", f"{name}.toml")


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """A list of words in a table, written as one string separated by white space or as a TOML array."""
    value = table(name).get(key, "")
    return frozenset(value.split() if isinstance(value, str) else value)


@cache
def phrase_pattern(name: str, key: str) -> re.Pattern[str]:
    """One regular expression for a TOML array of phrases; * at the end of a phrase stands for any ending."""
    return phrases(table(name).get(key, []))


def phrases(items: list[str]) -> re.Pattern[str]:
    """Whole-word alternatives, longest first. Each is linear to match: no repeats but a final \\w*."""
    parts = []
    for item in sorted(items, key=len, reverse=True):
        body = r"\s".join(re.escape(word) for word in item.rstrip("*").split())
        parts.append(body + (r"\w*" if item.endswith("*") else r"(?!\w)"))
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + ")") if parts else re.compile(r"(?!)")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Lower case, without accents: "Pékin" -> "pekin", "Łódź" -> "lodz"."""
    word = word.lower().replace("’", "'")
    if word.isascii():
        return word
    word = word.translate(_SINGLE)
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


class Remembered(dict[str, T]):
    """A function of a word as a table that fills itself: ``map(table.__getitem__, words)`` runs at the speed of a
    dictionary, which lru_cache, that keeps its entries in order of use, does not. Begins afresh when it is full."""

    def __init__(self, make: Callable[[str], T], most: int = 100_000) -> None:
        super().__init__()
        self._make, self._most = make, most

    def __missing__(self, word: str) -> T:
        if len(self) >= self._most:
            self.clear()
        value = self[word] = self._make(word)
        return value


def bare(low: str) -> str:
    """Folded, without the English possessive."""
    word = fold(low)
    return word[:-2] if word.endswith("'s") else word


BARE = Remembered(bare)


_SINGLE = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "ß": "ss", "đ": "d", "ı": "i", "þ": "th", "ð": "d"})
