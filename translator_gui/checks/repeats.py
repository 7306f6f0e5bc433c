"""The same word, or the same run of words, twice in a row."""

from __future__ import annotations

import itertools
import operator
import re
from collections.abc import Iterable, Iterator

from ..domain.finding import Finding
from .environment import Environment
from .pair_check import PairCheck
from .views import PairView, TextView
from .words import word_set

_FIGURES_TWICE = re.compile(r"(?<![\w.,])(\d{1,9})((?: \1)+)(?![\w,]|\.\d)")


class RepeatCheck(PairCheck):
    """the the; better better better; in the end in the end. Not "had had", "that that", nor what the source repeats."""

    name = "repeats"

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        figures = view.target.digits and _FIGURES_TWICE.search(view.target.text) is not None
        if (not figures and not _soon_again(view.target)) or _doubled(view.source):
            return ()
        return self._look(view, figures)

    def _look(self, view: PairView, figures: bool) -> Iterator[Finding]:
        if figures and not _FIGURES_TWICE.search(view.source.text):
            for match in _FIGURES_TWICE.finditer(view.target.text):
                yield self.finding(view, "repeat.word", view.target.side, match.span(2), word=match.group(1))
        allowed = word_set("en.grammar", "may_repeat") if view.target.language == "en" else ()
        words, lows, index = view.target.words, view.target.lows, 0
        while index < len(words) - 1:
            if lows[index] not in lows[index + 1 : index + 4]:  # no piece of up to three words begins again
                index += 1
                continue
            run = self._run(view.target, index, view.source)
            if run and (run[0] > 1 or words[index].low not in allowed or run[1] > 2):
                size, times = run
                first, _second = words[index], words[index + size]
                last = words[index + size * times - 1]
                start = words[index + size].start
                text = view.target.text[first.start : words[index + size - 1].end]
                yield self.finding(view, "repeat.word", view.target.side, (start, last.end), word=text)
                index += size * times
            else:
                index += 1

    def _run(self, side: TextView, index: int, source: TextView) -> tuple[int, int] | None:
        """(words in the repeated piece, how often it stands there), for pieces of one to three words."""
        lows = side.lows
        for size in (1, 2, 3):
            piece = lows[index : index + size]
            times = 1
            while lows[index + size * times : index + size * (times + 1)] == piece and self._joined(
                side, index + size * times - 1
            ):
                times += 1
            if times > 1 and (size > 1 or len(piece[0]) > 1 or piece[0] in ("a", "i")):
                if size == 1 and self._name(side, index, source):
                    return None
                return size, times
        return None

    def _joined(self, side: TextView, index: int) -> bool:
        """Only a space between word ``index`` and the next."""
        words = side.words
        between = side.text[words[index].end : words[index + 1].start]
        return between in (" ", "\u00a0", "  ")

    def _name(self, side: TextView, index: int, source: TextView) -> bool:
        """Baden Baden, Duran Duran: names that the source has as often; bla bla."""
        first, second = side.words[index], side.words[index + 1]
        capital = first.text[0].isupper() and second.text[0].isupper()
        known = source.lows.count(first.low) >= side.lows.count(first.low)
        return (capital and known and not side.all_caps) or first.low in ("bla", "ha", "ho", "bye", "night", "pom")


def _doubled(side: TextView) -> bool:
    """Does the source itself stammer ("nous nous" is grammar)?"""
    lows = side.lows
    return any(a == b and a not in ("nous", "vous") for a, b in itertools.pairwise(lows))


def _soon_again(side: TextView) -> bool:
    """Does any piece of one, two or three words stand there twice in a row? Most texts repeat a word, few a piece."""
    lows = side.lows
    again = len(lows) - len(side.low_set)  # a piece of three words that comes back makes three
    return any(ones in bytes(map(operator.eq, lows, lows[size:])) for size, ones in _PIECES[:again])


_PIECES = ((1, b"\1"), (2, b"\1\1"), (3, b"\1\1\1"))  # as many words that are the same so many words later
