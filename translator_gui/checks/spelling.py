"""Spell-checking of a text: hunspell dictionaries that ship with the program, and the user's own words."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from ..domain.span import Span
from ..kit.files import atomic_write
from ..kit.paths import data_dir, resource
from .dictionary import askable, dictionary, knows

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\S+\.(?:com|org|net|fr|uk|eu)\b")


@lru_cache(maxsize=1)
def available_languages() -> list[str]:
    """Names of the dictionaries, for example ["en_GB", "en_US", "fr"]."""
    return sorted(path.stem for path in resource("dictionaries").glob("*.dic"))


class Speller:
    """Misspelt words of a text in one language. Raises InputError for a language without a dictionary."""

    def __init__(self, language: str = "en_US") -> None:
        self.language = language
        dictionary(language)
        self._own = self._read_own()

    def misspelt(self, text: str) -> list[Span]:
        """Spans of unknown words. Addresses, words with digits and words all in capitals are left alone."""
        blocked = [match.span() for match in _ADDRESS.finditer(text)]
        found = []
        for match in _WORD.finditer(text):
            while blocked and blocked[0][1] <= match.start():
                blocked.pop(0)
            if blocked and blocked[0][0] <= match.start():
                continue
            if not self.accepts(match.group()) and not _touches_digit(text, match.start(), match.end()):
                found.append(Span(*match.span()))
        return found

    def accepts(self, word: str) -> bool:
        """Is it a word, one of the user's own, an acronym, a possessive or a compound of words?"""
        plain = word.replace("’", "'")
        if plain.lower() in self._own or (plain.isupper() and len(plain) < 7) or not askable(plain):
            return True
        if knows(self.language, plain):
            return True
        if plain.endswith("'s") or plain.endswith("s'"):
            return self.accepts(plain[:-2] if plain.endswith("'s") else plain[:-1])
        return "-" in plain and all(self.accepts(part) for part in plain.split("-") if part)

    def suggest(self, word: str, limit: int = 7) -> list[str]:
        """Likely right spellings, best first."""
        plain = word.replace("’", "'")
        return list(dictionary(self.language).suggest(plain))[:limit] if askable(plain) else []

    def add(self, word: str) -> None:
        """From now on ``word`` is right: kept in the user's own list. Raises InputError when that cannot be written."""
        self._own = self._read_own() | {word.replace("’", "'").lower()}
        with atomic_write(self._own_file(), "w") as handle:
            handle.write("".join(f"{item}\n" for item in sorted(self._own)))

    def _own_file(self) -> Path:
        return data_dir() / f"words.{self.language}.txt"

    def _read_own(self) -> frozenset[str]:
        path = self._own_file()
        if not path.exists():
            return frozenset()
        return frozenset(path.read_text(encoding="utf-8", errors="replace").lower().split("\n")) - {""}


def _touches_digit(text: str, start: int, end: int) -> bool:
    return (start > 0 and text[start - 1].isdigit()) or (end < len(text) and text[end].isdigit())
