"""Numbers in figures: 20 000, 2,5 millions, 14 h 30, 20.12.2012, $5m, 1998-99."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import numeral_forms as forms
from .numeral_tables import NumberTables
from .views import TextView

_BEFORE_BARE = f'{forms.SPACE}\n(,;"“«'
_AFTER_BARE = '\n,;.!?)]"”»…'


class Figures:
    """Reads the figures of a text, with the words that belong to them (scales, units, am and pm)."""

    def __init__(self, tables: NumberTables) -> None:
        self._tables = tables

    def read(self, view: TextView) -> Iterator[forms.Item]:
        text, low, at, previous = view.text, view.low, 0, None
        for _ in range(forms.MOST):
            match = forms.FIGURE.search(text, at)
            if match is None:
                return
            if item := self._bare(text, low, match):
                at, previous = match.end(), item
                yield item
                continue
            item = self._clock(text, match.start()) or self._figure(text, low, match, previous)
            at = max(item.end, match.end()) if item else match.end()
            if forms.DATE.fullmatch(match.group()):
                yield from forms.date(match)
                continue
            if item:
                previous = item
                add_unit(low, item)
                yield item

    def _bare(self, text: str, low: str, match: re.Match[str]) -> forms.Item | None:
        """A whole number between words that have nothing to do with it; None where one may: a closer look is due. Most
        are years, and the closer look takes five times as long."""
        start, end = match.span()
        figures = match.group()
        if not (len(figures) <= 6 and figures.isdecimal()) or (start and text[start - 1] not in _BEFORE_BARE):
            return None
        after = text[end : end + 1]
        if after not in _AFTER_BARE:  # an empty text is in any
            word = forms.NEXT_WORD.match(low, end) if after in forms.SPACE else None
            if word is None or word.group(1) in self._tables.after_figures:
                return None
        value = float(figures)
        keys = {forms.number(value)}
        if self._decade_before(low, start):
            keys |= {forms.number(value % 100), forms.number(value + 1900)}
        return forms.Item(start, end, "number", frozenset(keys), forms.FIGURES, value)

    def _clock(self, text: str, start: int) -> forms.Item | None:
        """14 h 30, 14:30, 2:30 pm, 2.30pm."""
        if start and (text[start - 1].isalnum() or text[start - 1] in ":,.$€£"):
            return None
        match = forms.CLOCK_FR.match(text, start) if self._tables.french else None
        end = match.end() if match else 0
        if match is None:
            match = forms.CLOCK.match(text, start)
            if match is None:
                return None
            half = forms.HALF_DAY.match(text, match.end())
            if ":" not in match.group() and half is None:
                return None
            end = half.end() if half else match.end()
        hour, minute = int(match.group(1)), int(match.group(2) or 0)
        if hour > 24 or minute > 59:
            return None
        half = None if self._tables.french else forms.HALF_DAY.match(text, match.end())
        return forms.time(start, end, hour, minute, half.group(1).lower() if half else "")

    def _figure(self, text: str, low: str, match: re.Match[str], previous: forms.Item | None) -> forms.Item | None:
        start, end = match.span()
        if start and (text[start - 1].isalpha() or text[start - 1] == "_") and not forms.currency_before(low, start):
            return None  # G20, A320, H1N1: names
        if start > 1 and text[start - 1] == "-" and text[start - 2].isalpha() and text[start - 2].isupper():
            return None  # COVID-19, Boeing-like names F-16
        values = forms.figure_values(match.group(), self._tables.french)
        suffix_end = end
        while (
            suffix_end < len(text) and (text[suffix_end].isalpha() or text[suffix_end] in "°ᵉ") and suffix_end - end < 5
        ):
            suffix_end += 1
        suffix = low[end:suffix_end].rstrip(".")
        kind_level = forms.FIGURES
        if suffix in ("am", "pm") and not self._tables.french and values[0] <= 12:
            return forms.time(start, suffix_end, int(values[0]), 0, suffix[0])
        half = None if self._tables.french else forms.HALF_DAY.match(text, end)
        if half and values[0] <= 12:
            return forms.time(start, half.end(), int(values[0]), 0, half.group(1).lower())
        keys: set[forms.Key] = set()
        if suffix in self._tables.suffixes or (suffix == "s" and len(match.group()) in (2, 4)):
            end = suffix_end
        elif suffix in forms.SCALE_LETTERS and suffix_end - end < 4 and not (suffix == "m" and self._tables.french):
            scaled = [value * forms.SCALE_LETTERS[suffix] for value in values]
            values, end = ([*scaled, *values] if suffix in ("m", "b") else scaled), suffix_end
        elif suffix in ("c", "f") and text[end].isupper():
            pass
        elif suffix and suffix not in forms.units() and suffix != "h":
            return None  # 3D, 4x4, 7e régiment is an ordinal and was taken above
        values, end = self._scaled(text, low, values, end)
        values, end = self._fraction(text, values, start, end, match.end())
        keys = {forms.number(value) for value in values} | forms.followed(low, end, values)
        if suffix == "s" or self._decade_before(low, start):
            keys |= {forms.number(values[0] % 100), forms.number(values[0] + 1900)}
        if previous and len(match.group()) == 2 and start - previous.end == 1 and text[start - 1] in "-–/":
            if 1000 <= previous.value < 2100:  # 1998-99
                keys.add(forms.number(previous.value // 100 * 100 + values[0]))
        elif previous and len(match.group()) == 1 and text[start - 1] == "/" and 1000 <= previous.value < 2100:
            keys.add(forms.number(previous.value // 10 * 10 + values[0]))
        return forms.Item(
            start, end, "number", frozenset(keys), kind_level, values[0], decimals="." in f"{values[0]:g}"
        )

    def _decade_before(self, low: str, start: int) -> bool:
        return self._tables.french and low[max(0, start - 8) : start].rstrip().endswith("années")

    def _scaled(self, text: str, low: str, values: list[float], end: int) -> tuple[list[float], int]:
        """2,5 millions; 400 million and a half is not written."""
        for _ in range(2):
            match = forms.NEXT_WORD.match(low, end)
            if match is None or self._tables.scales.get(match.group(1), 0) < 1000:
                break
            values, end = [value * self._tables.scales[match.group(1)] for value in values], match.end()
        return values, end

    def _fraction(
        self, text: str, values: list[float], start: int, end: int, digits_end: int
    ) -> tuple[list[float], int]:
        match = forms.OVER.match(text, end) if end == digits_end else None
        if match and float(match.group(1)) > values[0] > 0 and float(match.group(1)) <= 10:
            return [values[0] / float(match.group(1))], match.end()
        return values, end


def add_unit(low: str, item: forms.Item) -> None:
    """Reads the unit that stands after a number, or the currency before it. low: the text, ``lowered``."""
    if item.kind != "number":
        return
    match = forms.UNIT.match(low, item.end)
    word = match.group(1).replace(" ", "") if match else ""
    found = forms.units().get(re.sub(rf"[{forms.SPACE}.]", "", word))
    if found is None and item.start and low[item.start - 1] in "$€£¥":
        found = forms.units().get(low[item.start - 1])
    if found:
        item.dimension, item.unit = found[0], found[1]
