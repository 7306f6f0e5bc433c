"""Names: which French words keep a capital in an ALL-CAPS line, and what names are called in English.

The table is data (resources/engines/names.toml); the article itself adds the names it uses in mixed case.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from .tables import read_table

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*", re.UNICODE)
_SENTENCE_START = re.compile(r"(?:^|[.!?…:»«\"“]\s*|[–—-]\s+)$")
_ELISION = re.compile(r"^(?:[dlnstjmc]|qu|jusqu|lorsqu|puisqu)['’](?=\w)", re.IGNORECASE)


def fold(text: str) -> str:
    """Lower case without accents: the form names are compared in."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@dataclass(frozen=True)
class NameTable:
    """exonyms: French name -> English forms, first one preferred. spellings: rarer French spelling -> the usual
    one. adjectives: French (lower case) -> English demonyms. capitalised: English words that have a capital and
    are no name (months, weekdays).
    french_titles: French words (folded) whose capital is usage, not a name that crosses over."""

    exonyms: Mapping[str, tuple[str, ...]]
    spellings: Mapping[str, str]
    adjectives: Mapping[str, tuple[str, ...]]
    capitalised: frozenset[str]
    french_titles: frozenset[str]


def _forms(value: object) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(str(v) for v in value) if isinstance(value, list) else ()


@lru_cache(maxsize=1)
def name_table() -> NameTable:
    """The table shipped in resources/engines/names.toml."""
    data = read_table("names.toml")
    return NameTable(
        {key: _forms(value) for key, value in data["exonyms"].items()},
        dict(data["spellings"]),
        {key: _forms(value) for key, value in data["adjectives"].items()},
        frozenset(word for words in data["capitalised"].values() for word in words),
        frozenset(data["french"]["titles"].split()),
    )


def bare(word: str) -> str:
    """A French word without its elided article: "l'Ukraine" -> "Ukraine"."""
    return _ELISION.sub("", word)


def names_in(text: str) -> list[str]:
    """Capitalised words of a mixed-case text that do not merely start a sentence, elisions taken off, in order."""
    found = []
    for match in _WORD.finditer(text):
        word = bare(match.group())
        start = match.end() - len(word)
        shouted = len(word) > 1 and word.isupper()
        if word[:1].isupper() and (shouted or not _SENTENCE_START.search(text[:start])):
            found.append(word)
    return found


class NameLexicon:
    """Lower-case phrase -> the same phrase with its capitals."""

    def __init__(self, cased: Iterable[str]) -> None:
        self._cased = {phrase.lower(): phrase for phrase in cased if phrase.lower() != phrase}
        longest_first = sorted(self._cased, key=len, reverse=True)
        body = "|".join(re.escape(phrase) for phrase in longest_first)
        self._pattern = re.compile(rf"(?<!\w)(?:{body})(?!\w)") if body else None

    @classmethod
    def for_texts(cls, texts: Iterable[str]) -> NameLexicon:
        """The shipped names and those the texts use. All-caps texts teach nothing."""
        seen: set[str] = set()
        ordinary: set[str] = set()
        for text in texts:
            letters = [c for c in text if c.isalpha()]
            if letters and sum(c.isupper() for c in letters) * 2 < len(letters):
                plain = text.replace("’", "'")
                seen.update(names_in(plain))
                ordinary.update(bare(word) for word in _WORD.findall(plain))
        return _lexicon(frozenset(name for name in seen if name.lower() not in ordinary))

    def sentence_case(self, text: str) -> str:
        """An ALL-CAPS line as an ordinary sentence, names recognised."""
        lowered = text.lower()
        if self._pattern is not None:
            lowered = self._pattern.sub(lambda m: self._cased[m.group()], lowered)
        for match in re.finditer(r"(?:https?://|www\.)\S+", text):
            lowered = lowered[: match.start()] + match.group() + lowered[match.end() :]
        first = re.search(r"[^\W\d_]", lowered)
        if first is None:
            return lowered
        return lowered[: first.start()] + first.group().upper() + lowered[first.end() :]

    def usual_spelling(self, text: str) -> str:
        """Names in the spelling engines know ("Sergueï" -> "Sergei")."""
        return _respell(text)


@lru_cache(maxsize=64)
def _lexicon(seen: frozenset[str]) -> NameLexicon:
    table = name_table()
    shipped = [*table.exonyms, *table.spellings]
    # The article's own spelling wins over the table's.
    return NameLexicon([*shipped, *sorted(seen)])


@lru_cache(maxsize=1)
def _spelling_pattern() -> re.Pattern[str]:
    words = sorted(name_table().spellings, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)")


def _respell(text: str) -> str:
    return _spelling_pattern().sub(lambda m: name_table().spellings[m.group()], text)
