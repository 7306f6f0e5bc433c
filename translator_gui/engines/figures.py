"""Numbers in French and in English text, compared by value, and put right where only the notation slipped."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal, InvalidOperation

_GROUP = "[ \u00a0\u202f]"
_FRENCH = re.compile(rf"(?<![\w,.])\d{{1,3}}(?:{_GROUP}\d{{3}})+(?:,\d+)?(?!\d)|\d+,\d+(?![\d,])|\d+")
_ENGLISH = re.compile(rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d{{1,3}}(?:{_GROUP}\d{{3}})+(?!\d)|\d+(?:[.,]\d+)?")
_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "half": 2, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "hundred": 100, "thousand": 1000, "dozen": 12,
}  # fmt: skip
_PORTUGUESE_GROUPS = re.compile(r"(?<![\w.,])(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?(?![\d,])")
_PORTUGUESE_DECIMAL = re.compile(r"(?<![\w.,])(\d+),(\d+)(?![\d,])")
_SPACE_GROUPS = re.compile(rf"(?<![\w.,])(\d{{1,3}}(?:{_GROUP}\d{{3}})+)(?:[.,](\d+))?(?![\d,])")


def _value(token: str, decimal: str) -> Decimal | None:
    other = "." if decimal == "," else ","
    plain = re.sub(r"\s", "", token.replace(other, "")).replace(decimal, ".")
    try:
        return Decimal(plain).normalize()
    except InvalidOperation:
        return None


def french_numbers(text: str) -> list[tuple[str, Decimal]]:
    """(as written, value) of each number: "1 234,5" is 1234.5."""
    found = ((match.group(), _value(match.group(), ",")) for match in _FRENCH.finditer(text))
    return [(token, value) for token, value in found if value is not None]


def english_values(text: str) -> Counter[Decimal]:
    """Values of the numbers of an English text, small number words included."""
    values: Counter[Decimal] = Counter()
    for match in _ENGLISH.finditer(text):
        value = _value(match.group(), ".")
        if value is not None:
            values[value] += 1
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in _WORDS:
            values[Decimal(_WORDS[word]).normalize()] += 1
    return values


def missing_numbers(source: str, target: str) -> list[str]:
    """Numbers of the French source, as written there, which the English does not have."""
    values = english_values(target)
    missing = []
    for token, value in french_numbers(source):
        hour = value - 12 if 12 < value < 24 and re.search(rf"\b{re.escape(token)}\s?h\b", source) else None
        if values[value] > 0:
            values[value] -= 1
        elif hour is not None and values[hour.normalize()] > 0:
            values[hour.normalize()] -= 1
        else:
            missing.append(token)
    return missing


def english_notation(source: str, target: str) -> str:
    """``target`` with numbers of the source that kept French or Portuguese notation written the English way."""
    wanted = {value for _, value in french_numbers(source)}

    def regroup(match: re.Match[str]) -> str:
        whole = re.sub(r"\D", "", match.group(1))
        value = _value(whole + ("." + match.group(2) if match.group(2) else ""), ".")
        if value is None or value not in wanted:
            return match.group()
        return f"{int(whole):,}" + (f".{match.group(2)}" if match.group(2) else "")

    def point(match: re.Match[str]) -> str:
        value = _value(f"{match.group(1)}.{match.group(2)}", ".")
        return f"{match.group(1)}.{match.group(2)}" if value in wanted else match.group()

    text = _PORTUGUESE_GROUPS.sub(regroup, target)
    text = _SPACE_GROUPS.sub(regroup, text)
    return _PORTUGUESE_DECIMAL.sub(point, text)
