"""Numbers, times and dates of a text, in figures and in words, as comparable values.

An Item holds every value it may stand for ("2:30" is 2.30, 230, half past two in the morning or the afternoon), so
that two items agree when they share a key. Values only; what to make of differences is the business of numbers.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from . import numeral_forms as forms
from .numeral_figures import Figures
from .numeral_tables import number_tables
from .numeral_words import NumberWords
from .views import TextView


class Numerals:
    """Reads the numbers of one language."""

    def __init__(self, language: str) -> None:
        self._tables = number_tables(language)
        self._figures, self._words = Figures(self._tables), NumberWords(self._tables)

    def read(self, view: TextView) -> list[forms.Item]:
        """Items in order of appearance, at most MOST of them."""
        items: list[forms.Item] = list(self._figures.read(view)) if view.digits else []
        tables = self._tables
        if not view.low_set.isdisjoint(tables.interesting) or (tables.french and "ième" in view.low):
            items += self._words.read(view, items)
        items += self._romans(view)
        if len(items) > 1:
            items.sort(key=_start)
            forms.share_scales(view.text, items)
        return items[: forms.MOST]

    def silent(self, view: TextView) -> bool:
        """Would ``read`` find nothing but LOOSE numbers, and no crowds? A quick look, which may say no for nothing."""
        tables = self._tables
        return (
            not view.digits
            and view.low_set.isdisjoint(tables.telling)
            and not (tables.french and ("ième" in view.low or "siècle" in view.low))
        )

    def _romans(self, view: TextView) -> Iterator[forms.Item]:
        if "II" in view.text or "IV" in view.text or "VI" in view.text or "XI" in view.text or "XV" in view.text:
            for word in map(view.word, view.capitals):
                value = forms.roman(word.text) if 2 <= len(word.text) <= 6 and word.text.isupper() else 0
                if value:
                    yield forms.Item(
                        word.start, word.end, "number", frozenset({forms.number(value)}), forms.LOOSE, value
                    )
        if not self._tables.french or "siècle" not in view.low:
            return
        for match in forms.CENTURY.finditer(view.text):
            value = forms.roman(match.group(1))
            if value:
                yield forms.Item(
                    match.start(), match.end(1), "number", frozenset({forms.number(value)}), forms.WORDS, value
                )


def _start(item: forms.Item) -> int:
    return item.start


@cache
def numerals(language: str) -> Numerals:
    """The reader of numbers of "fr" or "en". Raises FormatError for a language without tables."""
    return Numerals(language)
