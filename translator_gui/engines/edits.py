"""Tables of replacements: data that mends what a chain's links get wrong. See resources/engines/pivots.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_SHORTEST_STEM = 2  # letters: less is no ending but the word itself


@dataclass(frozen=True)
class Edits:
    """(pattern, replacement) pairs, applied in order; Python's regular expressions, \\1 for a group."""

    rules: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, rows: Iterable[Sequence[str]]) -> Edits:
        return cls(tuple((str(row[0]), str(row[1])) for row in rows))

    def apply(self, text: str) -> str:
        for pattern, replacement in self.rules:
            text = _compiled(pattern).sub(replacement, text)
        return text


@lru_cache(maxsize=2048)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@dataclass(frozen=True)
class WordTable:
    """Translations for words a dictionary does not know: listed ones, then endings that cross over by rule.

    words: lower-case source word -> word. endings: (pattern at the word's end, replacement), the first that fits.
    stems: edits on what stands before the ending.
    """

    words: Mapping[str, str]
    endings: tuple[tuple[str, str], ...]
    stems: Edits

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> WordTable:
        words = {str(key): str(value) for key, value in table.get("words", {}).items()}
        endings = tuple((str(a), str(b)) for a, b in table.get("endings", ()))
        return cls(words, endings, Edits.of(table.get("stems", ())))

    def find(self, word: str) -> str | None:
        """The word's translation with its capital, or None. Capitalised words are names unless listed."""
        listed = self.words.get(word.lower())
        if listed is not None:
            return listed[:1].upper() + listed[1:] if word[:1].isupper() else listed
        if not word.islower():
            return None
        for pattern, replacement in self.endings:
            match = _compiled(f"{pattern}$").search(word)
            if match and match.start() >= _SHORTEST_STEM:
                return self.stems.apply(word[: match.start()]) + match.expand(replacement)
        return None
