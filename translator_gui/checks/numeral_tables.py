"""The words a language counts with: units, scales, ordinals, months … from resources/words/<language>.numbers.toml."""

from __future__ import annotations

from functools import cache

from . import numeral_forms as forms
from .words import table


class NumberTables:
    """The tables of one language, and what is derived of them once."""

    def __init__(self, language: str) -> None:
        data = table(f"{language}.numbers")
        self.french = data["decimal"] == ","
        self.units: dict[str, int] = data["units"]
        self.tens: dict[str, int] = data["tens"]
        self.scales: dict[str, int] = data["scales"]
        self.loose: dict[str, list[float]] = data["loose"]
        self.crowds: dict[str, float] = data["scale_words"]
        self.ordinals: dict[str, int] = data["ordinals"]
        self.fractions: dict[str, int] = data["fractions"]
        self.decades: dict[str, int] = data.get("decades", {})
        self.suffixes = frozenset(data["ordinal_suffixes"]["suffixes"])
        self.months: dict[str, int] = data["months"]
        self.loose_months = frozenset(data["loose_months"]["words"])
        self.weekdays: dict[str, int] = data["weekdays"]
        self.articles = frozenset(data["articles"]["words"])
        self.joiners = frozenset(data["joiners"])
        self.plural_scale = frozenset(data["plural_scale"]["words"])
        self.tails = {word: value for word, value in self.ordinals.items() if value < 20} | data["tails"]
        self.number_words = self.units.keys() | self.scales.keys()
        self.interesting = frozenset(
            self.number_words | self.loose.keys() | self.crowds.keys() | self.ordinals.keys() | self.fractions.keys()
            | self.decades.keys() | self.months.keys() | self.weekdays.keys()
        )  # fmt: skip
        self.loose_keys = {word: frozenset(map(forms.number, values)) for word, values in self.loose.items()}
        self.indefinite = self.articles | {"neuf", "one"}  # words that are more often no number: un, new, one
        # Words that by themselves come to no more than a LOOSE item: "un", "twice". All others may tell something.
        loose = self.indefinite | (self.loose.keys() - self.ordinals.keys())
        self.telling = self.interesting - (
            loose - self.scales.keys() - (self.units.keys() - self.indefinite) - self.fractions.keys()
            - self.crowds.keys() - self.decades.keys() - self.months.keys() - self.weekdays.keys()
        )  # fmt: skip
        # Words that may belong to the figures before them: "3 millions", "5 km", "14 h", "2 p.m.", "8 de finale".
        self.after_figures = forms.AFTER_FIGURES | forms.words_of_units() | forms.SCALE_LETTERS.keys() | self.suffixes
        self.after_figures |= self.scales.keys()
        self.followers = frozenset(self.number_words | self.joiners | self.fractions.keys())


@cache
def number_tables(language: str) -> NumberTables:
    """Raises FormatError for a language without tables."""
    return NumberTables(language)
