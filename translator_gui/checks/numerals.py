"""Numbers, times and dates of a text, in figures and in words, as comparable values.

An Item holds every value it may stand for ("2:30" is 2.30, 230, half past two in the morning or the afternoon), so
that two items agree when they share a key. Values only; what to make of differences is the business of numbers.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from . import numeral_forms as forms
from .views import TextView, Word
from .words import table


class Numerals:
    """Reads the numbers of one language, from the tables resources/words/<language>.numbers.toml."""

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

    def read(self, view: TextView) -> list[forms.Item]:
        """Items in order of appearance, at most MOST of them."""
        items: list[forms.Item] = []
        has_digit = forms.DIGIT.search(view.text) is not None
        if has_digit:
            items = list(self._figures(view))
        if not view.low_set.isdisjoint(self.interesting) or (self.french and "ième" in view.low):
            items += self._words(view, items)
        items += self._romans(view)
        items.sort(key=lambda item: item.start)
        forms.share_scales(view.text, items)
        return items[: forms.MOST]

    # figures ----------------------------------------------------------------------------------------------------

    def _figures(self, view: TextView) -> Iterator[forms.Item]:
        text, low, at, previous = view.text, view.low, 0, None
        for _ in range(forms.MOST):
            match = forms.FIGURE.search(text, at)
            if match is None:
                return
            item = self._clock(text, match.start()) or self._figure(text, low, match, previous)
            at = max(item.end, match.end()) if item else match.end()
            if forms.DATE.fullmatch(match.group()):
                yield from forms.date(match)
                continue
            if item:
                previous = item
                self._add_unit(text, low, item)
                yield item

    def _clock(self, text: str, start: int) -> forms.Item | None:
        """14 h 30, 14:30, 2:30 pm, 2.30pm."""
        if start and (text[start - 1].isalnum() or text[start - 1] in ":,.$€£"):
            return None
        match = forms.CLOCK_FR.match(text, start) if self.french else None
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
        half = None if self.french else forms.HALF_DAY.match(text, match.end())
        return forms.time(start, end, hour, minute, half.group(1).lower() if half else "")

    def _figure(self, text: str, low: str, match: re.Match[str], previous: forms.Item | None) -> forms.Item | None:
        start, end = match.span()
        if start and (text[start - 1].isalpha() or text[start - 1] == "_") and not forms.currency_before(low, start):
            return None  # G20, A320, H1N1: names
        if start > 1 and text[start - 1] == "-" and text[start - 2].isalpha() and text[start - 2].isupper():
            return None  # COVID-19, Boeing-like names F-16
        values = forms.figure_values(match.group(), self.french)
        suffix_end = end
        while (
            suffix_end < len(text) and (text[suffix_end].isalpha() or text[suffix_end] in "°ᵉ") and suffix_end - end < 5
        ):
            suffix_end += 1
        suffix = low[end:suffix_end].rstrip(".")
        kind_level = forms.FIGURES
        if suffix in ("am", "pm") and not self.french and values[0] <= 12:
            return forms.time(start, suffix_end, int(values[0]), 0, suffix[0])
        half = None if self.french else forms.HALF_DAY.match(text, end)
        if half and values[0] <= 12:
            return forms.time(start, half.end(), int(values[0]), 0, half.group(1).lower())
        keys: set[forms.Key] = set()
        if suffix in self.suffixes or (suffix == "s" and len(match.group()) in (2, 4)):
            end = suffix_end
        elif suffix in forms.SCALE_LETTERS and suffix_end - end < 4 and not (suffix == "m" and self.french):
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
        return self.french and low[max(0, start - 8) : start].rstrip().endswith("années")

    def _scaled(self, text: str, low: str, values: list[float], end: int) -> tuple[list[float], int]:
        """2,5 millions; 400 million and a half is not written."""
        for _ in range(2):
            match = forms.NEXT_WORD.match(low, end)
            if match is None or self.scales.get(match.group(1), 0) < 1000:
                break
            values, end = [value * self.scales[match.group(1)] for value in values], match.end()
        return values, end

    def _fraction(
        self, text: str, values: list[float], start: int, end: int, digits_end: int
    ) -> tuple[list[float], int]:
        match = forms.OVER.match(text, end) if end == digits_end else None
        if match and float(match.group(1)) > values[0] > 0 and float(match.group(1)) <= 10:
            return [values[0] / float(match.group(1))], match.end()
        return values, end

    def _add_unit(self, text: str, low: str, item: forms.Item) -> None:
        if item.kind != "number":
            return
        match = forms.UNIT.match(low, item.end)
        word = match.group(1).replace(" ", "") if match else ""
        found = forms.units().get(re.sub(rf"[{forms.SPACE}.]", "", word))
        if found is None and item.start and low[item.start - 1] in "$€£¥":
            found = forms.units().get(low[item.start - 1])
        if found:
            item.dimension, item.unit = found[0], found[1]

    # words ------------------------------------------------------------------------------------------------------

    def _words(self, view: TextView, figures: list[forms.Item]) -> list[forms.Item]:
        words, items, index = view.words, [], 0
        while index < len(words):
            word = words[index]
            if word.low not in self.interesting and not (self.french and "ième" in word.low):
                index += 1
                continue
            item, used = self._word_item(view, index, figures)
            if item:
                if item.kind == "number" and item.level == forms.WORDS:
                    self._add_unit(view.text, view.low, item)
                items.append(item)
            index += used
        return items

    def _word_item(self, view: TextView, index: int, figures: list[forms.Item]) -> tuple[forms.Item | None, int]:
        words = view.words
        word = words[index]
        low = word.low
        if low in self.months:
            return self._month(view, word), 1
        if low in self.weekdays and (self.french or word.text[0].isupper()):
            day = self.weekdays[low]
            return forms.Item(word.start, word.end, "weekday", frozenset({("d", float(day))}), forms.WORDS, day), 1
        if low in self.number_words:
            item, used = self._number_words(view, index)
            if item:
                return item, used
        if low in self.crowds and not any(f.end >= word.start > f.start for f in figures):
            value = float(self.crowds[low])
            return forms.Item(
                word.start, word.end, "crowd", frozenset({("c", value), forms.number(value)}), forms.LOOSE, value
            ), 1
        if low in self.decades:
            value = float(self.decades[low])
            return forms.Item(
                word.start,
                word.end,
                "number",
                frozenset({forms.number(value), forms.number(1900 + value)}),
                forms.WORDS,
                value,
            ), 1
        if low in self.ordinals:
            value = float(self.ordinals[low])
            keys = {forms.number(value)}
            if low in self.fractions:
                keys |= {forms.number(1 / value), forms.number(round(100 / value))}
            return forms.Item(word.start, word.end, "number", frozenset(keys), forms.WORDS, value), 1
        if low in self.loose:
            keys = {forms.number(value) for value in self.loose[low]}
            return forms.Item(
                word.start, word.end, "number", frozenset(keys), forms.LOOSE, next(iter(self.loose[low]), 0.0)
            ), 1
        return None, 1

    def _month(self, view: TextView, word: Word) -> forms.Item | None:
        if not self.french and not word.text[0].isupper():
            return None
        number_ = self.months[word.low]
        around = view.text[max(0, word.start - 6) : word.end + 6]
        sure = word.low not in self.loose_months or any(c.isdigit() for c in around)
        if not sure and self.french:
            sure = (
                bool(forms.MONTH_LEAD.search(view.low[max(0, word.start - 12) : word.start])) and word.text[0].islower()
            )
        elif not sure:
            sure = bool(forms.MONTH_LEAD_EN.search(view.low[max(0, word.start - 12) : word.start]))
        keys: frozenset[forms.Key] = frozenset({("m", float(number_))})
        return forms.Item(word.start, word.end, "month", keys, forms.WORDS if sure else forms.LOOSE, number_)

    def _number_words(self, view: TextView, index: int) -> tuple[forms.Item | None, int]:
        """A run of number words that are read as one number: "soixante et onze", "two hundred and fifty"."""
        words, text = view.words, view.text
        total = current = last = 0.0
        half = False
        at, end = index, index
        while at < len(words):
            low = words[at].low
            if at > index and not forms.adjacent(text, words[at - 1].end, words[at].start):
                break
            if low in self.scales:
                scale = self.scales[low]
                if at == index and low in self.plural_scale:
                    return None, 1
                if at == index and scale >= 1e6:
                    return None, 1
                if scale == 100:
                    current = (current or 1) * 100
                else:
                    total += (current or 1) * scale
                    current = 0
                last = scale
            elif low in self.units:
                count = self.units[low]
                if at > index:
                    if (
                        self.french
                        and low.startswith("vingt")
                        and current % 100 == 4
                        and text[words[at - 1].end] in "-\u2010\u2011 "
                    ):
                        current += 76
                        last = 80
                        end, at = at + 1, at + 1
                        continue
                    if not self._fits(last, count):
                        break
                current += count
                last = count
            elif low in self.joiners and at > index:
                nxt = words[at + 1].low if at + 1 < len(words) else ""
                if nxt in ("demi", "demie") or (nxt == "a" and at + 2 < len(words) and words[at + 2].low == "half"):
                    half = True
                    end = at + (2 if self.french else 3)
                    break
                if not self._joins(last, nxt):
                    break
                at += 1
                continue
            else:
                break
            at += 1
            end = at
        value: float = total + current
        used = max(1, end - index)
        tail = words[end].low if end < len(words) and forms.adjacent(text, words[end - 1].end, words[end].start) else ""
        after_and = words[end + 1].low if end + 1 < len(words) and tail in self.joiners else ""
        if after_and == "unième" and last in (20, 30, 40, 50, 60, 70, 80, 90):
            value += 1
            start_, stop = words[index].start, words[end + 1].end
            return forms.Item(start_, stop, "number", frozenset({forms.number(value)}), forms.WORDS, value), used + 2
        if tail in self.tails and last >= 10 and (value % 10 == 0 or last == 10):
            start_, stop = words[index].start, words[end].end
            value += self.tails[tail]
            return forms.Item(start_, stop, "number", frozenset({forms.number(value)}), forms.WORDS, value), used + 1
        last_word = words[min(end, len(words)) - 1]
        if used == 1 and words[index].low in self.articles | {"neuf", "one"} and not half:
            return self._with_fraction(view, index, value) or self._loose_one(words[index]), 1
        alone = used == 1 and words[index].low in ("hundred", "thousand")
        if alone and not (index and words[index - 1].low in self.articles):
            return None, 1
        if half:
            value += 0.5 * (last if last >= 1000 else 1)
        fraction = self._with_fraction(view, index + used - 1, value)
        if fraction:
            fraction.start = words[index].start
            return fraction, used + 1
        level = forms.WORDS
        keys = {forms.number(value)} | forms.followed(view.low, last_word.end, [value])
        start = words[index].start
        if self.french and words[index].low == "cent" and index and words[index - 1].low in ("pour", "un", "pourcent"):
            return None, 1
        return forms.Item(start, last_word.end, "number", frozenset(keys), level, value), used

    def _loose_one(self, word: Word) -> forms.Item | None:
        if word.low in self.loose:
            keys = frozenset(forms.number(value) for value in self.loose[word.low])
            return forms.Item(word.start, word.end, "number", keys, forms.LOOSE, 1.0)
        return None

    def _with_fraction(self, view: TextView, index: int, value: float) -> forms.Item | None:
        """deux tiers, three quarters, un cinquième."""
        words = view.words
        if index + 1 >= len(words) or not 0 < value < 10:
            return None
        low = words[index + 1].low
        if low not in self.fractions or not forms.adjacent(view.text, words[index].end, words[index + 1].start):
            return None
        below = self.fractions[low]
        if value >= below or (value == 1 and low in self.ordinals and below > 3):
            return None
        share = value / below
        keys = frozenset(
            {
                forms.number(round(share, 4)),
                forms.number(share),
                forms.number(round(share * 100)),
                forms.number(value),
                forms.number(below),
            }
        )
        level = forms.LOOSE if value == 1 else forms.WORDS
        return forms.Item(words[index].start, words[index + 1].end, "number", keys, level, share)

    def _fits(self, last: float, value: float) -> bool:
        if self.french and last == 10:
            return 7 <= value <= 9
        if last >= 100:
            return value < 100
        if last == 80:
            return value < 20
        if last in (60.0, 70.0, 90.0) and self.french:
            return value < 20
        return last >= 20 and last % 10 == 0 and value < 10

    def _joins(self, last: float, nxt: str) -> bool:
        if self.french:
            return last in (20, 30, 40, 50, 60, 70, 80, 90) and nxt in ("un", "une", "onze")
        return last in (100, 1000, 1000000) and nxt in self.units

    def _romans(self, view: TextView) -> Iterator[forms.Item]:
        if "II" in view.text or "IV" in view.text or "VI" in view.text or "XI" in view.text or "XV" in view.text:
            for word in view.words:
                value = forms.roman(word.text) if 2 <= len(word.text) <= 6 and word.text.isupper() else 0
                if value:
                    yield forms.Item(
                        word.start, word.end, "number", frozenset({forms.number(value)}), forms.LOOSE, value
                    )
        if not self.french or "siècle" not in view.low:
            return
        for match in forms.CENTURY.finditer(view.text):
            value = forms.roman(match.group(1))
            if value:
                yield forms.Item(
                    match.start(), match.end(1), "number", frozenset({forms.number(value)}), forms.WORDS, value
                )


@cache
def numerals(language: str) -> Numerals:
    """The reader of numbers of "fr" or "en". Raises FormatError for a language without tables."""
    return Numerals(language)
