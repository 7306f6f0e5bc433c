"""House style for English, off unless one is chosen: quotation marks, dashes, numbers, dates, UK or US spelling.

The styles are data: resources/words/en.styles.toml. None of this is an error; it is what an editor has settled.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ..domain.finding import Finding
from ..domain.span import Side
from ..kit.errors import InputError
from .dictionary import knows
from .environment import Environment
from .pair_check import PairCheck
from .spelling_variants import variants
from .views import PairView
from .words import table

Hit = tuple[str, tuple[int, int], str]  # code, span in the target, what would mend it

_DOUBLE = re.compile(r"[“”\"](?=\w)|(?<=[\w.,!?…])[“”\"]")
_SINGLE_OPEN = re.compile(r"(?<![\w])[‘'](?=\w)")
_STRAIGHT_QUOTE = re.compile(r'"|(?<!\w)\'(?=\w)')
_STRAIGHT_APOSTROPHE, _CURLY_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)"), re.compile(r"(?<=\w)’(?=\w)")
_DASH = re.compile(r"(?<=[^\W\d])[ \u00a0]?[—–][ \u00a0]?(?=[^\W\d])|(?<=\w)[ \u00a0]-{1,2}[ \u00a0](?=\w)")
_DASHES = {"spaced-en": " – ", "em": "—", "spaced-em": " — "}
_PERCENT = re.compile(r"(?<=\d)(?: ?%| per ?cent\b)")
_PERCENTS = {"%": "%", "percent": " percent", "per cent": " per cent"}
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? ({_MONTHS})\b")
_MONTH_FIRST = re.compile(rf"\b({_MONTHS}) (\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)(?!, ?\d{{3}},)")
# A small number that counts things: a word follows, and no unit, sign, decimal, date, time, score or list.
_UNITS = r"per|percent|a\.?m|p\.?m|[kcm]?m|kg|km|mph|mm|cm|million|billion|trillion"
_SMALL = re.compile(rf"(?<![\w.,:/$£€#–-])(\d{{1,2}})(?= (?!(?:{_MONTHS}|{_UNITS})\b)[a-z]{{3,}})")
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


class HouseStyleCheck(PairCheck):
    name = "house-style"

    def idle(self, env: Environment) -> bool:
        return not env.style

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        if not env.style or view.target.language != "en":
            return
        style, text = house_style(env.style), view.target.text
        for rule, check in _RULES.items():
            if rule in style:
                for code, span, instead in check(text, style[rule]):
                    there = text[span[0] : span[1]]
                    yield self.finding(
                        view, code, Side.TARGET, span, instead, there=there.strip(), wanted=instead.strip()
                    )
        if "spelling" in style:
            yield from self._spelling(view, style)

    def _spelling(self, view: PairView, style: dict[str, Any]) -> Iterator[Finding]:
        own = style["spelling"]
        accepted = frozenset(style.get("accept", ()))
        for word in view.target.words:
            plain = word.text[:-2] if word.low.endswith("'s") else word.text
            if len(plain) < 4 or not plain.islower() or plain in accepted or plain.lower() in view.source.low_set:
                continue
            if not knows(own, plain) and knows("en", plain):
                span = (word.start, word.start + len(plain))
                instead = next((each for each in variants(plain) if knows(own, each)), "")
                yield self.finding(
                    view, "style.spelling", Side.TARGET, span, instead, there=plain, wanted=instead or "–"
                )


def house_styles() -> dict[str, dict[str, Any]]:
    """Every style by name, in the order of the file."""
    return table("en.styles")


def house_style(name: str) -> dict[str, Any]:
    """Raises InputError for an unknown one."""
    styles = house_styles()
    if name not in styles:
        raise InputError(f"There is no house style called “{name}”.", f"Known: {', '.join(styles)}.")
    return styles[name]


def _quotes(text: str, wanted: str) -> Iterator[Hit]:
    """The outer marks only: a mark of the other kind with none of the wanted kind around it. Straight marks are
    reported for typographic styles."""
    double = wanted.startswith("double")
    if wanted.endswith("curly"):
        for match in _STRAIGHT_QUOTE.finditer(text):
            yield "style.quotes", match.span(), ""
        if '"' in text:
            return
    inner_of = (_SINGLE_OPEN if double else _DOUBLE).finditer(text)
    outer = (_DOUBLE if double else _SINGLE_OPEN).search(text)
    for match in inner_of:
        if outer is None or match.start() < outer.start():
            yield "style.quotes", match.span(), ""
            return


def _apostrophes(text: str, wanted: str) -> Iterator[Hit]:
    pattern, instead = (_STRAIGHT_APOSTROPHE, "’") if wanted == "curly" else (_CURLY_APOSTROPHE, "'")
    for match in pattern.finditer(text):
        yield "style.apostrophe", match.span(), instead


def _dashes(text: str, wanted: str) -> Iterator[Hit]:
    for match in _DASH.finditer(text):
        if match.group().replace("\u00a0", " ") != _DASHES[wanted]:
            yield "style.dash", match.span(), _DASHES[wanted]


def _percents(text: str, wanted: str) -> Iterator[Hit]:
    for match in _PERCENT.finditer(text):
        if match.group() != _PERCENTS[wanted]:
            yield "style.percent", match.span(), _PERCENTS[wanted]


def _dates(text: str, wanted: str) -> Iterator[Hit]:
    if wanted == "day-month":
        for match in _MONTH_FIRST.finditer(text):
            yield "style.date", match.span(), f"{match[2]} {match[1]}"
    else:
        for match in _DAY_FIRST.finditer(text):
            yield "style.date", match.span(), f"{match[2]} {match[1]}"


def _numbers(text: str, below: int) -> Iterator[Hit]:
    for match in _SMALL.finditer(text):
        if int(match[1]) < below and not match[1].startswith("0"):
            word = in_words(int(match[1]))
            yield "style.number", match.span(), word.capitalize() if not text[: match.start()].strip() else word


def in_words(number: int) -> str:
    """0 to 99."""
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")


_RULES: dict[str, Callable[[str, Any], Iterator[Hit]]] = {
    "quotes": _quotes,
    "apostrophe": _apostrophes,
    "dash": _dashes,
    "spell-below": _numbers,
    "percent": _percents,
    "date": _dates,
}
