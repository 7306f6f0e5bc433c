"""What a number, a clock time or a date looks like on the page, and the values it may stand for."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from .words import table

Key = tuple[str, float]
LOOSE, WORDS, FIGURES = 1, 2, 3
MOST = 400  # items a side; a longer list is a table, not prose

SPACE = " \u00a0\u202f\u2009"
FIGURE = re.compile(rf"\d{{1,3}}(?:[{SPACE}'’]\d{{3}})+(?!\d)(?:[.,]\d+(?!\d))?|\d+(?:[.,]\d+)*")
CLOCK_FR = re.compile(rf"(\d{{1,2}})[{SPACE}]?h(?:(?:eures?)?[{SPACE}]?(\d{{2}})(?!\d)|(?!\w))", re.I)
CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?!\d|[.,:]\d)")
HALF_DAY = re.compile(rf"[{SPACE}]?([ap])(?:\.[{SPACE}]?m(?!\w)\.?|m(?!\w))", re.I)
_ROMAN = re.compile(r"[IVXLCDM]{1,7}(?=(?:e|è|er|ème|ᵉ)?(?!\w))")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
SCALE_LETTERS = {"k": 1e3, "bn": 1e9, "m": 1e6, "mn": 1e6, "tn": 1e12, "md": 1e9, "mds": 1e9, "b": 1e9}


@lru_cache(maxsize=10_000)
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


@cache
def words_of_units() -> frozenset[str]:
    """The first word of every unit, and of what UNIT spells out."""
    spelt = ("pour", "per", "square", "sq", "kilomètres", "mètres")
    return frozenset(itertools.chain(spelt, *(re.findall(r"^[^\W\d_]+", unit) for unit in units())))


@cache
def factor(unit: str) -> float:
    """Factor of a unit by its name; 0 when it is not converted."""
    return next((f for _, name, f in units().values() if name == unit), 0.0)


DATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})")
_AFTER = re.compile(
    rf"(?:[{SPACE}](?:fois|heures?|ans?|mois|jours?|mètres?|times|hours?|years?|months?|days?))?"
    rf"[{SPACE}](?:et demie?|and a half)(?!\w)"
)
_DOZEN = re.compile(rf"[{SPACE}](?:dozen|douzaines?)(?!\w)")
# The words with which these begin, the hours and halves of the day.
AFTER_FIGURES = frozenset((
    "fois", "heure", "heures", "an", "ans", "mois", "jour", "jours", "mètre", "mètres", "time", "times", "hour",
    "hours", "year", "years", "month", "months", "day", "days", "et", "and", "dozen", "douzaine", "douzaines", "de",
    "h", "a", "p", "am", "pm",
))  # fmt: skip
_FINAL = re.compile(rf"[{SPACE}]de[{SPACE}]finale(?!\w)")


def followed(low: str, end: int, values: list[float]) -> set[Key]:
    """What the words after a number make of it: "et demi", "dozen", "8es de finale" (the last sixteen)."""
    if _AFTER.match(low, end):
        return {number(v + 0.5) for v in values} | {number(v * 1.0 + 0.5 * _scale_of(v)) for v in values}
    if _DOZEN.match(low, end):
        return {number(v * 12) for v in values} | {number(v * 10) for v in values}
    return {number(v * 2) for v in values} if _FINAL.match(low, end) else set()


def _scale_of(value: float) -> float:
    return next((scale for scale in (1e12, 1e9, 1e6, 1e3) if value >= scale), 1.0)


def date(match: re.Match[str]) -> Iterator[Item]:
    """20.12.2012: day, month, year."""
    at = match.start()
    for part in match.group().split("."):
        keys = {number(float(part)), ("m", float(part))}
        yield Item(at, at + len(part), "number", frozenset(keys), FIGURES, float(part))
        at += len(part) + 1


def share_scales(text: str, items: list[Item]) -> None:
    """deux à trois millions: the first number is millions too, or not."""
    for first, second in itertools.pairwise(items):
        between = text[first.end : second.start].strip().lower()
        if between not in _RANGE:
            continue
        scale = _scale_of(second.value)
        if first.kind == second.kind == "number" and scale > 1 and first.value < 1000:
            first.keys |= {number(first.value * scale)}
        first_scale = _scale_of(first.value)
        if first_scale > 1 and first.value % first_scale == 0 and first.value / first_scale < 1000:
            first.keys |= {number(first.value / first_scale)}


_RANGE = frozenset(["à", "ou", "et", "to", "or", "and", "-", "–", "voire", "/"])
CENTURY = re.compile(r"(?<!\w)([IVX]{1,6})(?:e|è|er|ème|ᵉ)(?!\w)")
NEXT_WORD = re.compile(rf"[{SPACE}\-]?([^\W\d_]+)")
UNIT = re.compile(
    rf"[{SPACE}\-]{{0,2}}(pour[{SPACE}]?cent|per[{SPACE}]?cent|%|‰|[€$£¥]|°[{SPACE}]?[cf]|"
    r"km/h|(?:square|sq\.?) (?:kilomet\w+|km|miles?|mi|feet|ft)|(?:kilomètres|mètres) carrés|km²|km2|m²|m2|[^\W\d_]+)"
)
OVER = re.compile(r"/(\d{1,2})(?![\d/])")
MONTH_LEAD = re.compile(r"(?:\b(?:en|de|du|fin|début|mi|au|le|depuis|dès|courant|mois de|jusqu'en|à)|d')[\s-]*$")
MONTH_LEAD_EN = re.compile(r"\b(?:in|of|late|early|mid|since|by|until|last|next|this|every|between|from|to)[\s-]+$")


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


def adjacent(text: str, end: int, start: int) -> bool:
    return start - end == 1 and text[end] in " -\u00a0\u202f\u2010\u2011"


def currency_before(low: str, start: int) -> bool:
    return low[max(0, start - 3) : start].endswith(("us$", "eur", "usd", "gbp"))


def figure_values(text: str, french: bool) -> list[float]:
    """Every number that the figures may stand for, likeliest first: "1.234" is 1234 or 1.234."""
    plain = re.sub(rf"[{SPACE}'’]", "", text)
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


def time(start: int, end: int, hour: int, minute: int, half: str) -> Item:
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
