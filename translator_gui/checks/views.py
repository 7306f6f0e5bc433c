"""What all checks want to know of a text, computed once and only when asked: words, folded words, capitals.

A check that looks at every word of every segment is a slow one. Ask the sets first (``low_set``, ``fold_set``: one
operation, whatever the number of words), then the lists of strings (``texts``, ``lows``, ``folds``: same length, same
order), and only for what is found ``word``, which knows its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import compress
from operator import itemgetter
from typing import Any, Generic, NamedTuple, TypeVar

from ..domain.score import Pair
from ..domain.span import Side
from .words import BARE, fold

# French elisions, of seven letters at most, are words of their own (l' | accident, jusqu' | ici) but for aujourd'hui;
# English contractions stay whole (isn't).
_TODAY = "".join(f"[{letter.upper()}{letter}]" for letter in "aujourd")


def _patterns(letter: str) -> dict[str, re.Pattern[str]]:
    today = f"(?<=[dD]['’])(?<={_TODAY}['’])[Hh][Uu][Ii]"
    return {
        "fr": re.compile(rf"{letter}+(?:['’](?={letter})(?<!{letter}{{8}}['’])(?:{today})?)?"),
        "": re.compile(rf"{letter}+(?:['’]{letter}+)*"),
    }


# Where a text has no digit and no low line, \w is a letter, and found half as fast again.
_WORDS, _WORDS_ONLY = _patterns(r"[^\W\d_]"), _patterns(r"\w")
# The bytes of UTF-8 but those of 0 … 9 and _, and of characters outside U+0000–U+02FF and U+2000–U+2FFF, where no
# other script has its digits. What is left when these are taken out may be a digit: a regular expression looks closer.
_NO_DIGITS = bytes(sorted({*range(0x80, 0xCC), 0xE2, *range(0x80)} - {*b"0123456789_"}))
_SAYS = re.compile(r"[^\W_]")
_DIGIT = re.compile(r"\d")
_FIRST = itemgetter(0)
_SMALL = b"abcdefghijklmnopqrstuvwxyz"
_LEAD = " \t\n\r\u00a0\u202f\u2009\"'“”«»‘’-–—([*•"


T = TypeVar("T")


class once(Generic[T]):
    """functools.cached_property without its lock, which until Python 3.12 costs more than most of what is kept here.

    Two threads that ask at once both compute the same value; views belong to one thread.
    """

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: Any, owner: type) -> T:
        value = instance.__dict__[self._name] = self._make(instance)
        return value


class Word(NamedTuple):
    """start, end: offsets in the text; text: as written; low: lower case with straight apostrophes."""

    start: int
    end: int
    text: str
    low: str


def lowered(text: str) -> str:
    """Lower case, straight apostrophes, and never another length (İ has a two-character lower case)."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low.replace("’", "'")


class TextView:
    """One side of a pair. language: the main part of its code, in small letters.

    texts: words in order, as written. lows: the same, ``lowered`` (a lower-case letter is a letter, so the pattern
    finds the same words). low_set: each once. digits: is there a digit of any script in it?
    """

    def __init__(self, text: str, language: str, side: Side) -> None:
        self.text, self.language, self.side = text, language, side
        self.low = lowered(text)
        odd = text.encode("utf-8", "surrogatepass").translate(None, _NO_DIGITS)
        self.digits = bool(odd) and _DIGIT.search(text) is not None
        known = _WORDS if odd else _WORDS_ONLY
        self._pattern = pattern = known.get(language) or known[""]
        self.texts: list[str] = pattern.findall(text)
        one_by_one = not ("’" in text or "İ" in text or "Σ" in text)  # else lower case depends on what stands around
        self.lows: list[str] = list(map(str.lower, self.texts)) if one_by_one else pattern.findall(self.low)
        self.low_set = frozenset(self.lows)

    @once
    def spans(self) -> list[tuple[int, int]]:
        return [match.span() for match in self._pattern.finditer(self.text)]

    @once
    def words(self) -> list[Word]:
        new = tuple.__new__
        rows = zip(self.spans, self.texts, self.lows, strict=True)
        return [new(Word, (start, end, text, low)) for (start, end), text, low in rows]

    def word(self, index: int) -> Word:
        """One of the words, without making the others."""
        return Word(*self.spans[index], self.texts[index], self.lows[index])

    @once
    def folds(self) -> list[str]:
        """The words in order, folded, without an English possessive."""
        return list(map(BARE.__getitem__, self.lows))

    @once
    def fold_set(self) -> frozenset[str]:
        return frozenset(self.folds)

    @once
    def folded(self) -> frozenset[str]:
        """Every word folded, and without an English possessive."""
        if "'s" not in self.low:
            return self.fold_set
        return self.fold_set | frozenset(fold(low) for low in self.low_set if low.endswith("'s"))

    @once
    def capitals(self) -> list[int]:
        """Indexes of the words that begin with a capital."""
        return list(compress(range(len(self.texts)), map(str.isupper, map(_FIRST, self.texts))))

    @once
    def all_caps(self) -> bool:
        """Written in capitals as a whole: most of at least eight letters, in two words or more."""
        text = self.text
        plain = text.encode("utf-8", "surrogatepass")
        if 5.6 * (len(plain) - len(plain.translate(None, _SMALL))) > len(text):
            return False  # so many small letters that all the others in capitals could not outweigh them
        upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
        return upper >= 8 and upper >= 0.85 * (upper + lower) and len(self.texts) >= 2

    @once
    def title_case(self) -> bool:
        """Most of its longer words begin with a capital, as in English headlines."""
        long = [text for text in self.texts if len(text) > 3]
        return len(long) >= 3 and sum(text[0].isupper() for text in long) >= 0.75 * len(long)

    def starts_sentence(self, offset: int) -> bool:
        """Is the word at ``offset`` the first of a sentence, a quotation or a line?"""
        index = offset - 1
        text = self.text
        while index >= 0 and text[index] in _LEAD:
            if text[index] in '\n"“«':
                return True
            index -= 1
        return index < 0 or text[index] in ".!?…:;"


class PairView:
    """A pair and the views of its two sides.

    languages: "fr-en". blank: one side has no words and no digits; only the presence checks have anything to say.
    shared: what one check found and others want too.
    """

    def __init__(self, pair: Pair) -> None:
        self.pair = pair
        source, target = _main(pair.pair.source), _main(pair.pair.target)
        self.languages = f"{source}-{target}"
        self.blank = not (_SAYS.search(pair.source) and _SAYS.search(pair.target))
        self.source = TextView(pair.source, source, Side.SOURCE)
        self.target = TextView(pair.target, target, Side.TARGET)
        self.shared: dict[str, Any] = {}


@lru_cache(maxsize=100)
def _main(language: str) -> str:
    """ "fr" of "fr-CA"."""
    return language.split("-")[0].lower()
