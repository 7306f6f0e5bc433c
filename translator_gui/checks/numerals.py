"""Numbers, times and dates of a text, in figures and in words, as comparable values.

An Item holds every value it may stand for ("2:30" is 2.30, 230, half past two in the morning or the afternoon), so
that two items agree when they share a key. Values only; what to make of differences is the business of numbers.py.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .views import TextView, Word
from .words import table

Key = tuple[str, float]
LOOSE, WORDS, FIGURES = 1, 2, 3
MOST = 400  # items a side; a longer list is a table, not prose

_SPACE = " \u00a0\u202f\u2009"
_FIGURES = re.compile(rf"\d{{1,3}}(?:[{_SPACE}'’]\d{{3}})+(?!\d)(?:[.,]\d+(?!\d))?|\d+(?:[.,]\d+)*")
_CLOCK_FR = re.compile(rf"(\d{{1,2}})[{_SPACE}]?h(?:(?:eures?)?[{_SPACE}]?(\d{{2}})(?!\d)|(?!\w))", re.I)
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?!\d|[.,:]\d)")
_HALF_DAY = re.compile(rf"[{_SPACE}]?([ap])(?:\.[{_SPACE}]?m(?!\w)\.?|m(?!\w))", re.I)
_ROMAN = re.compile(r"[IVXLCDM]{1,7}(?=(?:e|è|er|ème|ᵉ)?(?!\w))")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_SCALE_LETTERS = {"k": 1e3, "bn": 1e9, "m": 1e6, "mn": 1e6, "tn": 1e12, "md": 1e9, "mds": 1e9, "b": 1e9}


def number(value: float) -> Key:
    """The key of a plain number; equal to six figures is equal."""
    return ("n", float(f"{value:.6g}"))


@dataclass(slots=True)
class Item:
    """kind: number, time, month, weekday, crowd. level: LOOSE words only ever answer for others. parts: the item
    also agrees with several items of the other side that hold all these keys (2 h 30 = 2 hours and 30 minutes)."""

    start: int
    end: int
    kind: str
    keys: frozenset[Key]
    level: int
    value: float = 0.0
    unit: str = ""
    dimension: str = ""
    parts: tuple[frozenset[Key], ...] = ()
    decimals: bool = False


@cache
def units() -> dict[str, tuple[str, str, float]]:
    """word -> (dimension, unit, factor to the dimension's first unit)."""
    result = {}
    for dimension, entries in table("units").items():
        for unit, entry in entries.items():
            for word in entry["words"]:
                result[word] = (dimension, unit, float(entry["factor"]))
    return result


def factor(unit: str) -> float:
    """Factor of a unit by its name; 0 when it is not converted."""
    return next((f for _, name, f in units().values() if name == unit), 0.0)


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

    def read(self, view: TextView) -> list[Item]:
        """Items in order of appearance, at most MOST of them."""
        items: list[Item] = []
        has_digit = _DIGIT.search(view.text) is not None
        if has_digit:
            items = list(self._figures(view))
        if not view.low_set.isdisjoint(self.interesting) or (self.french and "ième" in view.low):
            items += self._words(view, items)
        items += self._romans(view)
        items.sort(key=lambda item: item.start)
        _share_scales(view.text, items)
        return items[:MOST]

    # figures ----------------------------------------------------------------------------------------------------

    def _figures(self, view: TextView) -> Iterator[Item]:
        text, low, at, previous = view.text, view.low, 0, None
        for _ in range(MOST):
            match = _FIGURES.search(text, at)
            if match is None:
                return
            item = self._clock(text, match.start()) or self._figure(text, low, match, previous)
            at = max(item.end, match.end()) if item else match.end()
            if _DATE.fullmatch(match.group()):
                yield from _date(match)
                continue
            if item:
                previous = item
                self._add_unit(text, low, item)
                yield item

    def _clock(self, text: str, start: int) -> Item | None:
        """14 h 30, 14:30, 2:30 pm, 2.30pm."""
        if start and (text[start - 1].isalnum() or text[start - 1] in ":,.$€£"):
            return None
        match = _CLOCK_FR.match(text, start) if self.french else None
        end = match.end() if match else 0
        if match is None:
            match = _CLOCK.match(text, start)
            if match is None:
                return None
            half = _HALF_DAY.match(text, match.end())
            if ":" not in match.group() and half is None:
                return None
            end = half.end() if half else match.end()
        hour, minute = int(match.group(1)), int(match.group(2) or 0)
        if hour > 24 or minute > 59:
            return None
        half = None if self.french else _HALF_DAY.match(text, match.end())
        return _time(start, end, hour, minute, half.group(1).lower() if half else "")

    def _figure(self, text: str, low: str, match: re.Match[str], previous: Item | None) -> Item | None:
        start, end = match.span()
        if start and (text[start - 1].isalpha() or text[start - 1] == "_") and not _currency_before(low, start):
            return None  # G20, A320, H1N1: names
        if start > 1 and text[start - 1] == "-" and text[start - 2].isalpha() and text[start - 2].isupper():
            return None  # COVID-19, Boeing-like names F-16
        values = _values(match.group(), self.french)
        suffix_end = end
        while (
            suffix_end < len(text) and (text[suffix_end].isalpha() or text[suffix_end] in "°ᵉ") and suffix_end - end < 5
        ):
            suffix_end += 1
        suffix = low[end:suffix_end].rstrip(".")
        kind_level = FIGURES
        if suffix in ("am", "pm") and not self.french and values[0] <= 12:
            return _time(start, suffix_end, int(values[0]), 0, suffix[0])
        half = None if self.french else _HALF_DAY.match(text, end)
        if half and values[0] <= 12:
            return _time(start, half.end(), int(values[0]), 0, half.group(1).lower())
        keys: set[Key] = set()
        if suffix in self.suffixes or (suffix == "s" and len(match.group()) in (2, 4)):
            end = suffix_end
        elif suffix in _SCALE_LETTERS and suffix_end - end < 4 and not (suffix == "m" and self.french):
            scaled = [value * _SCALE_LETTERS[suffix] for value in values]
            values, end = ([*scaled, *values] if suffix in ("m", "b") else scaled), suffix_end
        elif suffix in ("c", "f") and text[end].isupper():
            pass
        elif suffix and suffix not in units() and suffix != "h":
            return None  # 3D, 4x4, 7e régiment is an ordinal and was taken above
        values, end = self._scaled(text, low, values, end)
        values, end = self._fraction(text, values, start, end, match.end())
        keys = {number(value) for value in values} | _followed(low, end, values)
        if suffix == "s" or self._decade_before(low, start):
            keys |= {number(values[0] % 100), number(values[0] + 1900)}
        if previous and len(match.group()) == 2 and start - previous.end == 1 and text[start - 1] in "-–/":
            if 1000 <= previous.value < 2100:  # 1998-99
                keys.add(number(previous.value // 100 * 100 + values[0]))
        elif previous and len(match.group()) == 1 and text[start - 1] == "/" and 1000 <= previous.value < 2100:
            keys.add(number(previous.value // 10 * 10 + values[0]))
        return Item(start, end, "number", frozenset(keys), kind_level, values[0], decimals="." in f"{values[0]:g}")

    def _decade_before(self, low: str, start: int) -> bool:
        return self.french and low[max(0, start - 8) : start].rstrip().endswith("années")

    def _scaled(self, text: str, low: str, values: list[float], end: int) -> tuple[list[float], int]:
        """2,5 millions; 400 million and a half is not written."""
        for _ in range(2):
            match = _NEXT_WORD.match(low, end)
            if match is None or self.scales.get(match.group(1), 0) < 1000:
                break
            values, end = [value * self.scales[match.group(1)] for value in values], match.end()
        return values, end

    def _fraction(
        self, text: str, values: list[float], start: int, end: int, digits_end: int
    ) -> tuple[list[float], int]:
        match = _OVER.match(text, end) if end == digits_end else None
        if match and float(match.group(1)) > values[0] > 0 and float(match.group(1)) <= 10:
            return [values[0] / float(match.group(1))], match.end()
        return values, end

    def _add_unit(self, text: str, low: str, item: Item) -> None:
        if item.kind != "number":
            return
        match = _UNIT.match(low, item.end)
        word = match.group(1).replace(" ", "") if match else ""
        found = units().get(re.sub(rf"[{_SPACE}.]", "", word))
        if found is None and item.start and low[item.start - 1] in "$€£¥":
            found = units().get(low[item.start - 1])
        if found:
            item.dimension, item.unit = found[0], found[1]

    # words ------------------------------------------------------------------------------------------------------

    def _words(self, view: TextView, figures: list[Item]) -> list[Item]:
        words, items, index = view.words, [], 0
        while index < len(words):
            word = words[index]
            if word.low not in self.interesting and not (self.french and "ième" in word.low):
                index += 1
                continue
            item, used = self._word_item(view, index, figures)
            if item:
                if item.kind == "number" and item.level == WORDS:
                    self._add_unit(view.text, view.low, item)
                items.append(item)
            index += used
        return items

    def _word_item(self, view: TextView, index: int, figures: list[Item]) -> tuple[Item | None, int]:
        words = view.words
        word = words[index]
        low = word.low
        if low in self.months:
            return self._month(view, word), 1
        if low in self.weekdays and (self.french or word.text[0].isupper()):
            day = self.weekdays[low]
            return Item(word.start, word.end, "weekday", frozenset({("d", float(day))}), WORDS, day), 1
        if low in self.number_words:
            item, used = self._number_words(view, index)
            if item:
                return item, used
        if low in self.crowds and not any(f.end >= word.start > f.start for f in figures):
            value = float(self.crowds[low])
            return Item(word.start, word.end, "crowd", frozenset({("c", value), number(value)}), LOOSE, value), 1
        if low in self.decades:
            value = float(self.decades[low])
            return Item(
                word.start, word.end, "number", frozenset({number(value), number(1900 + value)}), WORDS, value
            ), 1
        if low in self.ordinals:
            value = float(self.ordinals[low])
            keys = {number(value)}
            if low in self.fractions:
                keys |= {number(1 / value), number(round(100 / value))}
            return Item(word.start, word.end, "number", frozenset(keys), WORDS, value), 1
        if low in self.loose:
            keys = {number(value) for value in self.loose[low]}
            return Item(word.start, word.end, "number", frozenset(keys), LOOSE, next(iter(self.loose[low]), 0.0)), 1
        return None, 1

    def _month(self, view: TextView, word: Word) -> Item | None:
        if not self.french and not word.text[0].isupper():
            return None
        number_ = self.months[word.low]
        around = view.text[max(0, word.start - 6) : word.end + 6]
        sure = word.low not in self.loose_months or any(c.isdigit() for c in around)
        if not sure and self.french:
            sure = bool(_MONTH_LEAD.search(view.low[max(0, word.start - 12) : word.start])) and word.text[0].islower()
        elif not sure:
            sure = bool(_MONTH_LEAD_EN.search(view.low[max(0, word.start - 12) : word.start]))
        keys: frozenset[Key] = frozenset({("m", float(number_))})
        return Item(word.start, word.end, "month", keys, WORDS if sure else LOOSE, number_)

    def _number_words(self, view: TextView, index: int) -> tuple[Item | None, int]:
        """A run of number words that are read as one number: "soixante et onze", "two hundred and fifty"."""
        words, text = view.words, view.text
        total = current = last = 0.0
        half = False
        at, end = index, index
        while at < len(words):
            low = words[at].low
            if at > index and not _adjacent(text, words[at - 1].end, words[at].start):
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
        tail = words[end].low if end < len(words) and _adjacent(text, words[end - 1].end, words[end].start) else ""
        after_and = words[end + 1].low if end + 1 < len(words) and tail in self.joiners else ""
        if after_and == "unième" and last in (20, 30, 40, 50, 60, 70, 80, 90):
            value += 1
            start_, stop = words[index].start, words[end + 1].end
            return Item(start_, stop, "number", frozenset({number(value)}), WORDS, value), used + 2
        if tail in self.tails and last >= 10 and (value % 10 == 0 or last == 10):
            start_, stop = words[index].start, words[end].end
            value += self.tails[tail]
            return Item(start_, stop, "number", frozenset({number(value)}), WORDS, value), used + 1
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
        level = WORDS
        keys = {number(value)} | _followed(view.low, last_word.end, [value])
        start = words[index].start
        if self.french and words[index].low == "cent" and index and words[index - 1].low in ("pour", "un", "pourcent"):
            return None, 1
        return Item(start, last_word.end, "number", frozenset(keys), level, value), used

    def _loose_one(self, word: Word) -> Item | None:
        if word.low in self.loose:
            keys = frozenset(number(value) for value in self.loose[word.low])
            return Item(word.start, word.end, "number", keys, LOOSE, 1.0)
        return None

    def _with_fraction(self, view: TextView, index: int, value: float) -> Item | None:
        """deux tiers, three quarters, un cinquième."""
        words = view.words
        if index + 1 >= len(words) or not 0 < value < 10:
            return None
        low = words[index + 1].low
        if low not in self.fractions or not _adjacent(view.text, words[index].end, words[index + 1].start):
            return None
        below = self.fractions[low]
        if value >= below or (value == 1 and low in self.ordinals and below > 3):
            return None
        share = value / below
        keys = frozenset(
            {number(round(share, 4)), number(share), number(round(share * 100)), number(value), number(below)}
        )
        level = LOOSE if value == 1 else WORDS
        return Item(words[index].start, words[index + 1].end, "number", keys, level, share)

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

    def _romans(self, view: TextView) -> Iterator[Item]:
        if "II" in view.text or "IV" in view.text or "VI" in view.text or "XI" in view.text or "XV" in view.text:
            for word in view.words:
                value = roman(word.text) if 2 <= len(word.text) <= 6 and word.text.isupper() else 0
                if value:
                    yield Item(word.start, word.end, "number", frozenset({number(value)}), LOOSE, value)
        if not self.french or "siècle" not in view.low:
            return
        for match in _CENTURY.finditer(view.text):
            value = roman(match.group(1))
            if value:
                yield Item(match.start(), match.end(1), "number", frozenset({number(value)}), WORDS, value)


_DIGIT = re.compile(r"\d")
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})")
_AFTER = re.compile(
    rf"(?:[{_SPACE}](?:fois|heures?|ans?|mois|jours?|mètres?|times|hours?|years?|months?|days?))?"
    rf"[{_SPACE}](?:et demie?|and a half)(?!\w)"
)
_DOZEN = re.compile(rf"[{_SPACE}](?:dozen|douzaines?)(?!\w)")
_FINAL = re.compile(rf"[{_SPACE}]de[{_SPACE}]finale(?!\w)")


def _followed(low: str, end: int, values: list[float]) -> set[Key]:
    """What the words after a number make of it: "et demi", "dozen", "8es de finale" (the last sixteen)."""
    if _AFTER.match(low, end):
        return {number(v + 0.5) for v in values} | {number(v * 1.0 + 0.5 * _scale_of(v)) for v in values}
    if _DOZEN.match(low, end):
        return {number(v * 12) for v in values} | {number(v * 10) for v in values}
    return {number(v * 2) for v in values} if _FINAL.match(low, end) else set()


def _scale_of(value: float) -> float:
    return next((scale for scale in (1e12, 1e9, 1e6, 1e3) if value >= scale), 1.0)


def _date(match: re.Match[str]) -> Iterator[Item]:
    """20.12.2012: day, month, year."""
    at = match.start()
    for part in match.group().split("."):
        keys = {number(float(part)), ("m", float(part))}
        yield Item(at, at + len(part), "number", frozenset(keys), FIGURES, float(part))
        at += len(part) + 1


def _share_scales(text: str, items: list[Item]) -> None:
    """deux à trois millions: the first number is millions too, or not."""
    for first, second in itertools.pairwise(items):
        between = text[first.end : second.start].strip().lower()
        scale = _scale_of(second.value)
        if first.kind == second.kind == "number" and between in _RANGE and scale > 1 and first.value < 1000:
            first.keys |= {number(first.value * scale)}
        first_scale = _scale_of(first.value)
        if (
            between in _RANGE
            and first_scale > 1
            and first.value % first_scale == 0
            and first.value / first_scale < 1000
        ):
            first.keys |= {number(first.value / first_scale)}


_RANGE = frozenset(["à", "ou", "et", "to", "or", "and", "-", "–", "voire", "/"])
_CENTURY = re.compile(r"(?<!\w)([IVX]{1,6})(?:e|è|er|ème|ᵉ)(?!\w)")
_NEXT_WORD = re.compile(rf"[{_SPACE}\-]?([^\W\d_]+)")
_UNIT = re.compile(
    rf"[{_SPACE}\-]{{0,2}}(pour[{_SPACE}]?cent|per[{_SPACE}]?cent|%|‰|[€$£¥]|°[{_SPACE}]?[cf]|"
    r"km/h|(?:square|sq\.?) (?:kilomet\w+|km|miles?|mi|feet|ft)|(?:kilomètres|mètres) carrés|km²|km2|m²|m2|[^\W\d_]+)"
)
_OVER = re.compile(r"/(\d{1,2})(?![\d/])")
_MONTH_LEAD = re.compile(r"(?:\b(?:en|de|du|fin|début|mi|au|le|depuis|dès|courant|mois de|jusqu'en|à)|d')[\s-]*$")
_MONTH_LEAD_EN = re.compile(r"\b(?:in|of|late|early|mid|since|by|until|last|next|this|every|between|from|to)[\s-]+$")


def roman(text: str) -> int:
    """The value of a Roman numeral, 0 when it is none."""
    total = 0
    for index, char in enumerate(text):
        value = _ROMAN_VALUES.get(char, 0)
        if not value:
            return 0
        after = _ROMAN_VALUES.get(text[index + 1], 0) if index + 1 < len(text) else 0
        total += -value if value < after else value
    return total


def _adjacent(text: str, end: int, start: int) -> bool:
    return start - end == 1 and text[end] in " -\u00a0\u202f\u2010\u2011"


def _currency_before(low: str, start: int) -> bool:
    return low[max(0, start - 3) : start].endswith(("us$", "eur", "usd", "gbp"))


def _values(text: str, french: bool) -> list[float]:
    """Every number that the figures may stand for, likeliest first: "1.234" is 1234 or 1.234."""
    plain = re.sub(rf"[{_SPACE}'’]", "", text)
    commas, points = plain.count(","), plain.count(".")
    if commas and points:
        if plain.rfind(",") > plain.rfind("."):
            plain = plain.replace(".", "").replace(",", ".")
        else:
            plain = plain.replace(",", "")
        return [_float(plain)]
    mark = "," if commas else "."
    count = commas or points
    if not count:
        return [_float(plain)]
    joined, decimal = plain.replace(mark, ""), plain.replace(mark, ".", 1)
    if count > 1:
        return [_float(joined)]
    whole, _, rest = plain.partition(mark)
    if len(rest) != 3 or whole == "0":
        return [_float(decimal)]
    thousands_first = (mark == ",") != french
    return [_float(joined), _float(decimal)] if thousands_first else [_float(decimal), _float(joined)]


def _float(text: str) -> float:
    """Figures of other scripts are figures too; "1.2.3" keeps its first part."""
    try:
        return float(text[:300])
    except ValueError:
        return float(text.split(".")[0] or 0)


def _time(start: int, end: int, hour: int, minute: int, half: str) -> Item:
    if half == "p" and hour < 12:
        hours = [hour + 12]
    elif half == "a":
        hours = [hour % 12]
    else:
        hours = [hour, (hour + 12) % 24] if hour <= 12 else [hour]
    keys: set[Key] = {("t", float(h % 24 * 60 + minute)) for h in hours}
    clock = {hour, *hours, *(h - 12 for h in hours if h > 12)}
    keys |= {number(h * 100 + minute) for h in clock} | {number(h + minute / 100) for h in clock}
    if minute == 30:
        keys |= {number(h + 0.5) for h in clock}
    parts: tuple[frozenset[Key], ...] = (frozenset(number(h) for h in clock),)
    if minute:
        parts += (frozenset({number(minute)}),)
    else:
        keys |= parts[0]
    return Item(start, end, "time", frozenset(keys), FIGURES, hour * 60 + minute, parts=parts)


@cache
def numerals(language: str) -> Numerals:
    """The reader of numbers of "fr" or "en". Raises FormatError for a language without tables."""
    return Numerals(language)
