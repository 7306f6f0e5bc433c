"""Numbers in words: "soixante et onze", "two hundred and fifty", "deux tiers", a month, a weekday, dozens."""

from __future__ import annotations

from . import numeral_forms as forms
from .numeral_figures import add_unit
from .numeral_tables import NumberTables
from .views import TextView, Word


class NumberWords:
    """Reads the number words of a text."""

    def __init__(self, tables: NumberTables) -> None:
        self._tables = tables

    def read(self, view: TextView, figures: list[forms.Item]) -> list[forms.Item]:
        items, done = [], 0
        telling, ordinals = self._tables.interesting, self._tables.french and "ième" in view.low
        for index in [i for i, low in enumerate(view.lows) if low in telling or (ordinals and "ième" in low)]:
            if index < done:
                continue
            item, used = self._word_item(view, index, figures)
            done = index + used
            if item:
                if item.kind == "number" and item.level == forms.WORDS:
                    add_unit(view.low, item)
                items.append(item)
        return items

    def _word_item(self, view: TextView, index: int, figures: list[forms.Item]) -> tuple[forms.Item | None, int]:
        low = view.lows[index]
        if low in self._tables.indefinite and low in self._tables.units:
            after = view.lows[index + 1 : index + 2]
            if not after or after[0] not in self._tables.followers:
                return self._loose_one(view.word(index)), 1
        word = view.word(index)
        if low in self._tables.months:
            return self._month(view, word), 1
        if low in self._tables.weekdays and (self._tables.french or word.text[0].isupper()):
            day = self._tables.weekdays[low]
            return forms.Item(word.start, word.end, "weekday", frozenset({("d", float(day))}), forms.WORDS, day), 1
        if low in self._tables.number_words:
            item, used = self._number_words(view, index)
            if item:
                return item, used
        if low in self._tables.crowds and not any(f.end >= word.start > f.start for f in figures):
            value = float(self._tables.crowds[low])
            return forms.Item(
                word.start, word.end, "crowd", frozenset({("c", value), forms.number(value)}), forms.LOOSE, value
            ), 1
        if low in self._tables.decades:
            value = float(self._tables.decades[low])
            return forms.Item(
                word.start,
                word.end,
                "number",
                frozenset({forms.number(value), forms.number(1900 + value)}),
                forms.WORDS,
                value,
            ), 1
        if low in self._tables.ordinals:
            value = float(self._tables.ordinals[low])
            keys = {forms.number(value)}
            if low in self._tables.fractions:
                keys |= {forms.number(1 / value), forms.number(round(100 / value))}
            return forms.Item(word.start, word.end, "number", frozenset(keys), forms.WORDS, value), 1
        if low in self._tables.loose:
            value = next(iter(self._tables.loose[low]), 0.0)
            loose = self._tables.loose_keys[low]
            return forms.Item(word.start, word.end, "number", loose, forms.LOOSE, value), 1
        return None, 1

    def _month(self, view: TextView, word: Word) -> forms.Item | None:
        if not self._tables.french and not word.text[0].isupper():
            return None
        number_ = self._tables.months[word.low]
        around = view.text[max(0, word.start - 6) : word.end + 6]
        sure = word.low not in self._tables.loose_months or any(c.isdigit() for c in around)
        if not sure and self._tables.french:
            sure = (
                bool(forms.MONTH_LEAD.search(view.low[max(0, word.start - 12) : word.start])) and word.text[0].islower()
            )
        elif not sure:
            sure = bool(forms.MONTH_LEAD_EN.search(view.low[max(0, word.start - 12) : word.start]))
        keys: frozenset[forms.Key] = frozenset({("m", float(number_))})
        return forms.Item(word.start, word.end, "month", keys, forms.WORDS if sure else forms.LOOSE, number_)

    def _number_words(self, view: TextView, index: int) -> tuple[forms.Item | None, int]:
        """A run of number words that are read as one number: "soixante et onze", "two hundred and fifty"."""
        lows, spans, text = view.lows, view.spans, view.text
        total = current = last = 0.0
        half = False
        at, end = index, index
        while at < len(lows):
            low = lows[at]
            if at > index and not forms.adjacent(text, spans[at - 1][1], spans[at][0]):
                break
            if low in self._tables.scales:
                scale = self._tables.scales[low]
                if at == index and low in self._tables.plural_scale:
                    return None, 1
                if at == index and scale >= 1e6:
                    return None, 1
                if scale == 100:
                    current = (current or 1) * 100
                else:
                    total += (current or 1) * scale
                    current = 0
                last = scale
            elif low in self._tables.units:
                count = self._tables.units[low]
                if at > index:
                    if (
                        self._tables.french
                        and low.startswith("vingt")
                        and current % 100 == 4
                        and text[spans[at - 1][1]] in "-\u2010\u2011 "
                    ):
                        current += 76
                        last = 80
                        end, at = at + 1, at + 1
                        continue
                    if not self._fits(last, count):
                        break
                current += count
                last = count
            elif low in self._tables.joiners and at > index:
                nxt = lows[at + 1] if at + 1 < len(lows) else ""
                if nxt in ("demi", "demie") or (nxt == "a" and at + 2 < len(lows) and lows[at + 2] == "half"):
                    half = True
                    end = at + (2 if self._tables.french else 3)
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
        of_half = self._scale_after_half(view, end) if half else 0.0
        if of_half:
            half, value, end = False, (value + 0.5) * of_half, end + 1
        used = max(1, end - index)
        tail = lows[end] if end < len(lows) and forms.adjacent(text, spans[end - 1][1], spans[end][0]) else ""
        after_and = lows[end + 1] if end + 1 < len(lows) and tail in self._tables.joiners else ""
        if after_and == "unième" and last in (20, 30, 40, 50, 60, 70, 80, 90):
            value += 1
            start_, stop = spans[index][0], spans[end + 1][1]
            return forms.Item(start_, stop, "number", frozenset({forms.number(value)}), forms.WORDS, value), used + 2
        if tail in self._tables.tails and last >= 10 and (value % 10 == 0 or last == 10):
            start_, stop = spans[index][0], spans[end][1]
            value += self._tables.tails[tail]
            return forms.Item(start_, stop, "number", frozenset({forms.number(value)}), forms.WORDS, value), used + 1
        last_stop = spans[min(end, len(lows)) - 1][1]
        if used == 1 and lows[index] in self._tables.indefinite and not half:
            return self._with_fraction(view, index, value) or self._loose_one(view.word(index)), 1
        alone = used == 1 and lows[index] in ("hundred", "thousand")
        if alone and not (index and lows[index - 1] in self._tables.articles):
            return None, 1
        if half:
            value += 0.5 * (last if last >= 1000 else 1)
        fraction = self._with_fraction(view, index + used - 1, value)
        if fraction:
            fraction.start = spans[index][0]
            return fraction, used + 1
        level = forms.WORDS
        keys = {forms.number(value)} | forms.followed(view.low, last_stop, [value])
        start = spans[index][0]
        if self._tables.french and lows[index] == "cent" and index and lows[index - 1] in ("pour", "un", "pourcent"):
            return None, 1
        return forms.Item(start, last_stop, "number", frozenset(keys), level, value), used

    def _scale_after_half(self, view: TextView, place: int) -> float:
        """two and a half million; 0 where no such word follows."""
        lows, spans = view.lows, view.spans
        if not place < len(lows) or not forms.adjacent(view.text, spans[place - 1][1], spans[place][0]):
            return 0.0
        scale = float(self._tables.scales.get(lows[place], 0))
        return scale if scale >= 1000 else 0.0

    def _loose_one(self, word: Word) -> forms.Item | None:
        keys = self._tables.loose_keys.get(word.low)
        return None if keys is None else forms.Item(word.start, word.end, "number", keys, forms.LOOSE, 1.0)

    def _with_fraction(self, view: TextView, index: int, value: float) -> forms.Item | None:
        """deux tiers, three quarters, un cinquième."""
        lows, spans = view.lows, view.spans
        if index + 1 >= len(lows) or not 0 < value < 10:
            return None
        low = lows[index + 1]
        if low not in self._tables.fractions or not forms.adjacent(view.text, spans[index][1], spans[index + 1][0]):
            return None
        below = self._tables.fractions[low]
        if value >= below or (value == 1 and low in self._tables.ordinals and below > 3):
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
        return forms.Item(spans[index][0], spans[index + 1][1], "number", keys, level, share)

    def _fits(self, last: float, value: float) -> bool:
        if self._tables.french and last == 10:
            return 7 <= value <= 9
        if last >= 100:
            return value < 100
        if last == 80:
            return value < 20
        if last in (60.0, 70.0, 90.0) and self._tables.french:
            return value < 20
        return last >= 20 and last % 10 == 0 and value < 10

    def _joins(self, last: float, nxt: str) -> bool:
        if self._tables.french:
            return last in (20, 30, 40, 50, 60, 70, 80, 90) and nxt in ("un", "une", "onze")
        return last in (100, 1000, 1000000) and nxt in self._tables.units
