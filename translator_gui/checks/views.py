"""What all checks want to know of a text, computed once and only when asked: words, folded words, capitals.

A check that looks at every word of every segment is a slow one. Ask the sets first (``low_set``, ``fold_set``: one
operation, whatever the number of words), then the lists of strings (``texts``, ``lows``, ``folds``: same length, same
order), and only for what is found ``word``, which knows its place.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, NamedTuple

from ..domain.score import Pair
from ..domain.span import Side
from .words import bare, fold

# French elisions are words of their own (l' | accident); English contractions stay whole (isn't).
_WORDS = {
    "fr": re.compile(r"aujourd['’]hui|[^\W\d_]{1,7}['’](?=[^\W\d_])|[^\W\d_]+", re.I),
    "": re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*"),
}
_SAYS = re.compile(r"[^\W_]")
_DIGIT = re.compile(r"\d")
_SMALL = b"abcdefghijklmnopqrstuvwxyz"
_LEAD = " \t\n\r\u00a0\u202f\u2009\"'“”«»‘’-–—([*•"


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
    """One side of a pair."""

    def __init__(self, text: str, language: str, side: Side) -> None:
        self.text, self.language, self.side = text, language.split("-")[0].lower(), side

    @cached_property
    def low(self) -> str:
        return lowered(self.text)

    @cached_property
    def texts(self) -> list[str]:
        """The words in order, as written."""
        return self._pattern.findall(self.text)

    @cached_property
    def lows(self) -> list[str]:
        """The words in order, ``lowered``. A lower-case letter is a letter, so these are the same words."""
        return self._pattern.findall(self.low)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        return [match.span() for match in self._pattern.finditer(self.text)]

    @cached_property
    def words(self) -> list[Word]:
        new = tuple.__new__
        rows = zip(self.spans, self.texts, self.lows, strict=True)
        return [new(Word, (start, end, text, low)) for (start, end), text, low in rows]

    def word(self, index: int) -> Word:
        """One of the words, without making the others."""
        return Word(*self.spans[index], self.texts[index], self.lows[index])

    @cached_property
    def text_set(self) -> frozenset[str]:
        return frozenset(self.texts)

    @cached_property
    def low_set(self) -> frozenset[str]:
        return frozenset(self.lows)

    @cached_property
    def folds(self) -> list[str]:
        """The words in order, folded, without an English possessive."""
        return list(map(bare, self.lows))

    @cached_property
    def fold_set(self) -> frozenset[str]:
        return frozenset(self.folds)

    @cached_property
    def folded(self) -> frozenset[str]:
        """Every word folded, and without an English possessive."""
        if "'s" not in self.low:
            return self.fold_set
        return self.fold_set | frozenset(fold(low) for low in self.low_set if low.endswith("'s"))

    @cached_property
    def capitals(self) -> list[int]:
        """Indexes of the words that begin with a capital."""
        return [index for index, text in enumerate(self.texts) if text[0].isupper()]

    @cached_property
    def digits(self) -> bool:
        """Is there a digit of any script in it?"""
        return _DIGIT.search(self.text) is not None

    @cached_property
    def all_caps(self) -> bool:
        """Written in capitals as a whole: most of at least eight letters, in two words or more."""
        text = self.text
        plain = text.encode("utf-8", "surrogatepass")
        if 5.6 * (len(plain) - len(plain.translate(None, _SMALL))) > len(text):
            return False  # so many small letters that all the others in capitals could not outweigh them
        upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
        return upper >= 8 and upper >= 0.85 * (upper + lower) and len(self.texts) >= 2

    @cached_property
    def title_case(self) -> bool:
        """Most of its longer words begin with a capital, as in English headlines."""
        long = [text for text in self.texts if len(text) > 3]
        return len(long) >= 3 and sum(text[0].isupper() for text in long) >= 0.75 * len(long)

    @property
    def _pattern(self) -> re.Pattern[str]:
        return _WORDS.get(self.language, _WORDS[""])

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
    """A pair and the views of its two sides."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair
        self.source = TextView(pair.source, pair.pair.source, Side.SOURCE)
        self.target = TextView(pair.target, pair.pair.target, Side.TARGET)
        self.shared: dict[str, Any] = {}  # what one check found and others want too

    @cached_property
    def blank(self) -> bool:
        """One side has no words and no digits: only the presence checks have anything to say."""
        return not (_SAYS.search(self.pair.source) and _SAYS.search(self.pair.target))

    @cached_property
    def languages(self) -> str:
        return f"{self.source.language}-{self.target.language}"
