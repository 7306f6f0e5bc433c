"""What all checks want to know of a text, computed once and only when asked: words, folded words, capitals."""

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
_SENTENCE_START = re.compile(r"(?:^|[.!?…:]|\n)[\s\"'“”«»‘’\-–—(\[*•]*$")
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
    def words(self) -> list[Word]:
        text, low = self.text, self.low
        pattern = _WORDS.get(self.language, _WORDS[""])
        spans = [match.span() for match in pattern.finditer(text)]
        return [Word(start, end, text[start:end], low[start:end]) for start, end in spans]

    @cached_property
    def lows(self) -> list[str]:
        return [word.low for word in self.words]

    @cached_property
    def low_set(self) -> frozenset[str]:
        return frozenset(self.lows)

    @cached_property
    def folds(self) -> list[str]:
        """The words in order, folded, without an English possessive."""
        return [bare(low) for low in self.lows]

    @cached_property
    def folded(self) -> frozenset[str]:
        """Every word folded, and without an English possessive."""
        return frozenset(self.folds) | frozenset(fold(low) for low in self.low_set if low.endswith("'s"))

    @cached_property
    def all_caps(self) -> bool:
        """Written in capitals as a whole: most of at least eight letters, in two words or more."""
        upper, lower = sum(map(str.isupper, self.text)), sum(map(str.islower, self.text))
        return upper >= 8 and upper >= 0.85 * (upper + lower) and len(self.words) >= 2

    @cached_property
    def title_case(self) -> bool:
        """Most of its longer words begin with a capital, as in English headlines."""
        long = [w for w in self.words if len(w.text) > 3]
        return len(long) >= 3 and sum(w.text[0].isupper() for w in long) >= 0.75 * len(long)

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
        return not (any(c.isalnum() for c in self.pair.source) and any(c.isalnum() for c in self.pair.target))

    @cached_property
    def languages(self) -> str:
        return f"{self.source.language}-{self.target.language}"
