"""Numbers, times, dates and units: swapped, different, missing, added.

Numbers are compared as values ("8" and "eight", "1 234,5" and "1,234.5", "deux tiers" and "two-thirds" agree), never
one to one: a number said twice may be said once. What remains on both sides is a difference; what remains on one
side only is a softer matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..domain.finding import Finding
from .environment import Environment
from .numeral_forms import FIGURES, LOOSE, WORDS, Item, factor
from .numerals import numerals
from .pair_check import PairCheck
from .views import PairView, TextView

_ABOUT = 0.12  # share by which a conversion ("5 km", "three miles") may be rounded
_MAY_BE_FRENCH = re.compile(r"[, \u00a0\u202f](?=\d)(?<=\d.)")
_FRENCH_FORMAT = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|\d+,\d{1,2})(?![\d,])")


class NumberCheck(PairCheck):
    name = "numbers"
    languages = ("fr-en",)

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        quiet = numerals("fr").silent(view.source) and numerals("en").silent(view.target)
        return () if quiet else self._look(view)

    def _look(self, view: PairView) -> Iterator[Finding]:
        source, target = numerals("fr").read(view.source), numerals("en").read(view.target)
        if not source and not target:
            return
        if not view.source.digits and not any(map(_tells, source)) and not any(map(_tells, target)):
            return
        if not _all_said(source, target):
            yield from self._differences(view, source, target)
        yield from self._crowds(view, source, target)
        yield from self._scores(view)

    def _differences(self, view: PairView, source: list[Item], target: list[Item]) -> Iterator[Finding]:
        matched = list(_match(source, target))
        used_s, used_t = {id(s) for s, _ in matched}, {id(t) for _, t in matched}
        left_s = [s for s in source if id(s) not in used_s and s.level > LOOSE]
        left_t = [t for t in target if id(t) not in used_t and t.level > LOOSE]
        truly_s = [s for s in left_s if not _answered(s, target)]
        truly_t = [t for t in left_t if not _answered(t, source) and not self._explained(view, t)]
        yield from self._units(view, matched)
        yield from self._dates(view, truly_s, truly_t)
        yield from self._numbers(view, truly_s, truly_t, left_s, left_t)

    def _explained(self, view: PairView, item: Item) -> bool:
        """A converted amount in brackets, or a word that the source has too ("Ocean's eleven")."""
        text = view.target.text
        opened = text.rfind("(", 0, item.start)
        if item.unit and opened >= 0 and text.rfind(")", 0, item.start) < opened:
            return True
        return item.level == WORDS and view.target.low[item.start : item.end] in view.source.low_set

    # numbers and times ------------------------------------------------------------------------------------------

    def _numbers(
        self, view: PairView, missing: list[Item], added: list[Item], left_s: list[Item], left_t: list[Item]
    ) -> Iterator[Finding]:
        missing = [item for item in missing if item.kind in ("number", "time")]
        added = [item for item in added if item.kind in ("number", "time")]
        for s, t in _closest(missing, added):
            missing.remove(s)
            added.remove(t)
            yield self._differs(view, s, t, hard=True)
        # A number that now repeats a neighbour ("1970 and 1980" -> "1980 and 1980"): seen only when counting.
        rest_t = [t for t in left_t if t not in added and t.kind == "number" and t.level == FIGURES]
        for s in list(missing):
            if rest_t and s.level == FIGURES and s.kind == "number":
                t = rest_t.pop(0)
                missing.remove(s)
                yield self._differs(view, s, t, hard=False)
        for s in missing:
            yield self._alone(view, "number.missing", view.source, s)
        for t in added:
            yield self._alone(view, "number.added", view.target, t)

    def _alone(self, view: PairView, code: str, side: TextView, item: Item) -> Finding:
        return self.finding(view, code, side.side, (item.start, item.end), number=side.text[item.start : item.end])

    def _differs(self, view: PairView, s: Item, t: Item, hard: bool) -> Finding:
        was, now = view.source.text[s.start : s.end], view.target.text[t.start : t.end]
        code = "number.differs"
        if s.kind == t.kind == "time":
            code = "time.differs"
        elif s.value and t.value and _power_of_thousand(s.value / t.value):
            code = "number.scale"
        elif (
            was != now
            and sorted(filter(str.isdigit, was)) == sorted(filter(str.isdigit, now))
            and any(map(str.isdigit, now))
        ):
            code = "number.swapped"
        suggestion = was if was.isdigit() and now.isdigit() else ""
        hard = hard and min(s.level, t.level) >= WORDS
        return self.finding(view, code, view.target.side, (t.start, t.end), suggestion, hard, source=was, target=now)

    def _crowds(self, view: PairView, source: list[Item], target: list[Item]) -> Iterator[Finding]:
        """des milliers de -> hundreds of: compared only when each side has exactly one such word."""
        crowd_s = [s for s in source if s.kind == "crowd"]
        crowd_t = [t for t in target if t.kind == "crowd"]
        if len(crowd_s) == len(crowd_t) == 1 and crowd_s[0].keys.isdisjoint(crowd_t[0].keys):
            s, t = crowd_s[0], crowd_t[0]
            if not _answered(s, target) and not _answered(t, source):
                words = view.source.text[s.start : s.end], view.target.text[t.start : t.end]
                yield self.finding(
                    view, "number.scale", view.target.side, (t.start, t.end), source=words[0], target=words[1]
                )

    def _scores(self, view: PairView) -> Iterator[Finding]:
        """2-1 -> 1-2."""
        pairs = (
            {match.groups(): match for match in _SCORE.finditer(view.source.text)} if "-" in view.source.text else {}
        )
        for match in _SCORE.finditer(view.target.text) if pairs else ():
            a, b = match.groups()
            if a != b and (a, b) not in pairs and (b, a) in pairs:
                was = pairs[(b, a)].group()
                yield self.finding(
                    view, "number.order", view.target.side, match.span(), source=was, target=match.group()
                )

    # dates ------------------------------------------------------------------------------------------------------

    def _dates(self, view: PairView, missing: list[Item], added: list[Item]) -> Iterator[Finding]:
        for kind, code in (("month", "date.month"), ("weekday", "date.weekday")):
            lost, new = [s for s in missing if s.kind == kind], [t for t in added if t.kind == kind]
            for s, t in zip(lost, new, strict=False):
                words = view.source.text[s.start : s.end], view.target.text[t.start : t.end]
                yield self.finding(view, code, view.target.side, (t.start, t.end), source=words[0], target=words[1])
            for s in lost[len(new) :]:
                yield self._alone(view, "date.missing", view.source, s)
            for t in new[len(lost) :]:
                yield self._alone(view, "date.added", view.target, t)

    # units ------------------------------------------------------------------------------------------------------

    def _units(self, view: PairView, matched: list[tuple[Item, Item]]) -> Iterator[Finding]:
        for s, t in matched:
            other = s.unit and t.unit and s.unit != t.unit and s.dimension == t.dimension and s.value > 1
            if other and not _converts(s, t) and s.keys & t.keys and view.target.text.count(t.unit) < 2:
                words = _with_unit(view.source, s), _with_unit(view.target, t)
                yield self.finding(
                    view, "unit.differs", view.target.side, (t.start, t.end), source=words[0], target=words[1]
                )


def _tells(item: Item) -> bool:
    return item.level > LOOSE or item.kind == "crowd"


def _all_said(source: list[Item], target: list[Item]) -> bool:
    """Does each number that tells something stand on the other side, in the same order, and none with a unit? Then
    every one is answered, and there are no units to compare."""
    firm_s, firm_t = [s for s in source if s.level > LOOSE], [t for t in target if t.level > LOOSE]
    if len(firm_s) != len(firm_t) or any(s.unit for s in source):
        return False
    return not any(s.keys.isdisjoint(t.keys) for s, t in zip(firm_s, firm_t, strict=True))


_SCORE = re.compile(r"(?<![\d\-–])(\d{1,2})[-–](\d{1,2})(?![\d\-–])")


def _with_unit(side: TextView, item: Item) -> str:
    rest = re.compile(r"[\s\-]?[^\W\d_]+").match(side.text, item.end)
    return side.text[item.start : rest.end() if rest else item.end]


def _match(source: list[Item], target: list[Item]) -> Iterator[tuple[Item, Item]]:
    """One to one, in order: exact items first, then converted units, then parts of a clock time."""
    free = list(target)
    rest = []
    for s in sorted(source, key=lambda item: -item.level):
        t = next((t for t in free if s.keys & t.keys), None)
        if t is None:
            rest.append(s)
            continue
        same_unit = next((o for o in free if s.keys & o.keys and s.unit and o.unit == s.unit), t)
        free.remove(same_unit)
        yield s, same_unit
    for s in rest:
        t = next((t for t in free if _converts(s, t)), None)
        if t is not None:
            free.remove(t)
            yield s, t


def _converts(s: Item, t: Item) -> bool:
    """5 km and 3 miles; half an hour and 30 minutes."""
    if s.dimension == "temperature" and t.dimension == "temperature" and s.unit != t.unit:
        celsius, fahrenheit = (s.value, t.value) if s.unit == "celsius" else (t.value, s.value)
        return abs(celsius * 1.8 + 32 - fahrenheit) <= 2
    if not s.dimension or s.dimension != t.dimension or s.unit == t.unit:
        return False
    a, b = s.value * factor(s.unit), t.value * factor(t.unit)
    return bool(a and b) and abs(a - b) <= _ABOUT * max(a, b)


def _answered(item: Item, others: list[Item]) -> bool:
    """Does any item of the other side, used or not, say the same? A clock time may be answered by its parts."""
    if any(item.keys & other.keys or _converts(item, other) or _converts(other, item) for other in others):
        return True
    if item.parts and all(any(part & other.keys for other in others) for part in item.parts):
        return True
    return any(any(part & item.keys for part in other.parts) for other in others)


def _closest(missing: list[Item], added: list[Item]) -> list[tuple[Item, Item]]:
    """Pairs what is left: same unit first, then in order of appearance. Figures never pair with vague words."""
    pairs, free = [], list(added)
    for s in missing:
        if not free:
            break
        best = min(
            free,
            key=lambda t: (s.kind != t.kind, bool(s.unit or t.unit) and s.unit != t.unit, s.level != t.level, t.start),
        )
        free.remove(best)
        pairs.append((s, best))
    return pairs


def _power_of_thousand(ratio: float) -> bool:
    ratio = ratio if ratio >= 1 else 1 / ratio
    return any(abs(ratio - power) < 1e-6 * power for power in (1e3, 1e6, 1e9))


class NumberFormatCheck(PairCheck):
    """20 000 or 4,5 % left as they are in English."""

    name = "number-format"
    languages = ("fr-en",)

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        quiet = not view.target.digits or _MAY_BE_FRENCH.search(view.target.text) is None
        return () if quiet else self._look(view)

    def _look(self, view: PairView) -> Iterator[Finding]:
        for match in _FRENCH_FORMAT.finditer(view.target.text):
            found = match.group()
            if found in view.source.text:
                right = re.sub(r"[ \u00a0\u202f]", ",", found.replace(",", "."))
                yield self.finding(view, "number.format", view.target.side, match.span(), right, number=found)
