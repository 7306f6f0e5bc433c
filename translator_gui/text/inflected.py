"""Finding words and phrases in whatever form they stand: plural, feminine, verb forms.

Two words are the same when they share a lemma (of a dictionary, given by the caller) or a light stem. The light stem
is the plural and feminine part of J. Savoy, "Light stemming approaches for the French, Portuguese, German and
Hungarian languages", SAC 2006; for English the s-stemmer of D. Harman, "How effective is suffixing?", JASIS 1991.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from ..domain.span import Span

Lemmas = Callable[[str, str], tuple[str, ...]]  # (language, word in lower case) -> its dictionary forms
T = TypeVar("T")

_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 4  # letters; shorter words have no ending to take off

_FRENCH = (
    ("eaux", "eau"), ("aux", "al"), ("euses", "eux"), ("euse", "eux"), ("trices", "teur"), ("trice", "teur"),
    ("elles", "el"), ("elle", "el"), ("ennes", "en"), ("enne", "en"), ("onnes", "on"), ("onne", "on"),
    ("ères", "er"), ("ère", "er"), ("ives", "if"), ("ive", "if"), ("ées", "é"), ("ée", "é"), ("és", "é"),
    ("es", ""), ("s", ""), ("x", ""), ("e", ""),
)  # fmt: skip
_ENGLISH = (
    ("ies", "y"),
    ("sses", "ss"),
    ("xes", "x"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("ss", "ss"),
    ("us", "us"),
    ("s", ""),
)
_ENDINGS = {"fr": _FRENCH, "en": _ENGLISH}


class Found(NamedTuple, Generic[T]):
    what: T
    span: Span


def plain(word: str) -> str:
    """Lower case, without accents: what both sides are compared by in the end."""
    parts = unicodedata.normalize("NFD", word.lower().replace("œ", "oe").replace("æ", "ae"))
    return "".join(char for char in parts if not unicodedata.combining(char))


@lru_cache(maxsize=50_000)
def light_stem(word: str, language: str) -> str:
    """``word`` without its plural and feminine ending, in lower case; other languages: lower case only."""
    low = word.lower()
    if len(low) >= _SHORTEST:
        for ending, instead in _ENDINGS.get(language.split("-")[0], ()):
            if low.endswith(ending) and len(low) - len(ending) >= 2:
                return low[: len(low) - len(ending)] + instead
    return low


def no_lemmas(language: str, word: str) -> tuple[str, ...]:
    return ()


class PhraseIndex(Generic[T]):
    """Many phrases looked for at once: a text of n words costs about n look-ups, however many phrases there are.

    phrases: (what is given back, the words). A phrase in capitals (an acronym) or with a capital inside is found
    only where it has its capitals ("US" is not "us"). lemmas: e.g. of a spelling dictionary.
    """

    def __init__(self, phrases: Iterable[tuple[T, str]], language: str, lemmas: Lemmas = no_lemmas) -> None:
        self._language, self._lemmas = language.split("-")[0], lemmas
        self._keys: dict[str, frozenset[str]] = {}
        self._by_first: dict[str, list[tuple[T, list[tuple[str, frozenset[str]]]]]] = defaultdict(list)
        for what, text in phrases:
            words = _WORD.findall(text)
            if words:
                parts = [(word, self.keys(word)) for word in words]
                for key in parts[0][1]:
                    self._by_first[key].append((what, parts))

    def keys(self, word: str) -> frozenset[str]:
        """What a word has in common with its other forms."""
        if word not in self._keys:
            if len(self._keys) > 50_000:
                self._keys.clear()
            low = word.lower()
            forms = {light_stem(low, self._language), low, *self._lemmas(self._language, low)}
            self._keys[word] = frozenset(plain(form) for form in forms)
        return self._keys[word]

    def find(self, text: str) -> list[Found[T]]:
        """Every place of every phrase, in order; one inside a longer one is left out."""
        if not self._by_first:
            return []
        words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]
        found: list[Found[T]] = []
        for place, (word, start, _) in enumerate(words):
            seen: set[int] = set()
            for key in self.keys(word):
                for what, parts in self._by_first.get(key, ()):
                    if id(parts) not in seen and self._stands(parts, words, place, text):
                        seen.add(id(parts))
                        found.append(Found(what, Span(start, words[place + len(parts) - 1][2])))
        return _outermost(found)

    def _stands(
        self,
        parts: list[tuple[str, frozenset[str]]],
        words: list[tuple[str, int, int]],
        place: int,
        text: str,
    ) -> bool:
        if place + len(parts) > len(words):
            return False
        for offset, (wanted, keys) in enumerate(parts):
            word, start, _ = words[place + offset]
            if offset and not _joined(text, words[place + offset - 1][2], start):
                return False
            if _cased(wanted):
                if word != wanted and word.rstrip("s") != wanted:
                    return False
            elif keys.isdisjoint(self.keys(word)):
                return False
        return True


def _cased(word: str) -> bool:
    """An acronym, or a name like McDonald: capitals beyond the first letter."""
    return len(word) > 1 and any(map(str.isupper, word[1:]))


def _joined(text: str, end: int, start: int) -> bool:
    """Only white space, a hyphen or an apostrophe stands between two words of one phrase."""
    return start - end <= 3 and all(char.isspace() or char in "-‐‑'’" for char in text[end:start])


def _outermost(found: list[Found[T]]) -> list[Found[T]]:
    """In order of place; what lies inside something longer is left out, what is as long stays."""
    ordered = sorted(found, key=lambda f: (f.span.start, -f.span.end))
    kept: list[Found[T]] = []
    for each in ordered:
        longest = kept[-1].span if kept else None
        inside = longest is not None and each.span.end <= longest.end and each.span != longest
        if not inside:
            kept.append(each)
    return kept
