"""What only the whole article shows: two names for one, two translations for one source, one for two, shifted rows."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz import fuzz

from ..domain.finding import Finding
from ..domain.score import Pair
from ..domain.span import Side
from .article_check import ArticleCheck
from .numeral_forms import FIGURES
from .numerals import numerals
from .pair_check import make_finding
from .views import PairView
from .words import fold

_SPACE = re.compile(r"\s+")


def _key(text: str) -> str:
    return _SPACE.sub(" ", text.strip()).casefold()


class RepeatedSourceCheck(ArticleCheck):
    """The same source translated two ways."""

    name = "repeated-sources"

    def __init__(self) -> None:
        self._by_source: dict[str, list[Pair]] = defaultdict(list)

    def see(self, view: PairView) -> None:
        if view.pair.target.strip() and len(view.pair.source.split()) > 1:
            self._by_source[_key(view.pair.source)].append(view.pair)

    def found(self) -> list[Finding]:
        found = []
        for group in self._by_source.values():
            forms = Counter(_key(pair.target) for pair in group)
            if len(forms) < 2:
                continue
            usual = next(p.target for p in group if _key(p.target) == forms.most_common(1)[0][0])
            for pair in group:
                if _key(pair.target) != _key(usual):
                    other = usual.strip()[:80]
                    found.append(
                        make_finding(self.name, pair, "sentence.inconsistent", Side.TARGET, None, usual, other=other)
                    )
        return found


class DuplicateTargetCheck(ArticleCheck):
    """One translation under two different sources."""

    name = "duplicate-targets"

    def __init__(self) -> None:
        self._by_target: dict[str, list[Pair]] = defaultdict(list)

    def see(self, view: PairView) -> None:
        if len(view.pair.target.split()) > 3 and view.pair.source.strip():
            self._by_target[_key(view.pair.target)].append(view.pair)

    def found(self) -> list[Finding]:
        found = []
        for group in self._by_target.values():
            first = _key(group[0].source)
            if any(fuzz.ratio(first, _key(p.source)) < 70 for p in group[1:]):
                found += [make_finding(self.name, p, "target.duplicate", Side.TARGET, None) for p in group]
        return found


class ConsistentNamesCheck(ArticleCheck):
    """Kyiv here and Kiev there: two spellings of one name among the targets."""

    name = "consistent-names"

    def __init__(self) -> None:
        self._uses: dict[str, dict[str, list[tuple[Pair, tuple[int, int]]]]] = defaultdict(lambda: defaultdict(list))

    def see(self, view: PairView) -> None:
        if not view.target.all_caps and not view.source.all_caps:
            for name, twin, span in _renderings(view):
                self._uses[name][twin].append((view.pair, span))

    def found(self) -> list[Finding]:
        found = []
        for name, forms in self._uses.items():
            if len(forms) < 2:
                continue
            usual = max(forms, key=lambda form: len(forms[form]))
            for form, places in forms.items():
                if form != usual:
                    found += [
                        make_finding(
                            self.name, pair, "name.inconsistent", Side.TARGET, span, usual,
                            name=name, target=form, other=usual,
                        )
                        for pair, span in places
                    ]  # fmt: skip
        return found


def _renderings(view: PairView) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """(name in the source, its form in the target, where): names nearly alike, and exonyms of one place."""
    from .lexicon import lexicon

    places = lexicon("fr-en.places", "places")
    sources = {m.concept: m for m in places.mentions(view.source, 0) if m.text[0].isupper()}
    for mention in places.mentions(view.target, 1):
        if mention.concept in sources and frozenset({fold(mention.text)}) & _RIVAL_NAMES:
            yield fold(sources[mention.concept].text), mention.text, (mention.start, mention.end)
    names = [
        w
        for w in view.source.words
        if len(w.text) > 4 and w.text[0].isupper() and not view.source.starts_sentence(w.start)
    ]
    targets = [
        w
        for w in view.target.words
        if len(w.text) > 4 and w.text[0].isupper() and not view.target.starts_sentence(w.start)
    ]
    for word in names[:40]:
        for twin in targets[:40]:
            plain = twin.text[:-2] if twin.low.endswith("'s") else twin.text
            score = fuzz.ratio(fold(word.low), fold(plain))
            if score >= 75 and plain[0] == word.text[0] and not plain.endswith(("an", "ish", "ese", "ic")):
                yield fold(word.low), plain, (twin.start, twin.start + len(plain))


_RIVAL_NAMES = frozenset(["kiev", "kyiv", "beijing", "peking", "mumbai", "bombay", "burma", "myanmar"])


class ShiftedRowCheck(ArticleCheck):
    """The translation of a neighbour: its numbers and names fit the row before or after, and not its own."""

    name = "shifted-rows"

    def __init__(self) -> None:
        self._rows: list[_Row] = []  # the one being judged and its neighbours
        self._found: list[Finding] = []

    def see(self, view: PairView) -> None:
        self._rows.append(_Row(view.pair, _marks(view, Side.SOURCE), _marks(view, Side.TARGET)))
        if len(self._rows) > 1:
            self._judge(-2, next_=-1)
        del self._rows[:-2]

    def found(self) -> list[Finding]:
        if self._rows:
            self._judge(-1, next_=None)
        return self._found

    def _judge(self, at: int, next_: int | None) -> None:
        row, before = self._rows[at], self._rows[:at]
        if len(row.target) < 2 or row.pair.pair.source != "fr" or row.target & row.source:
            return
        neighbours = [(self._rows[next_], "next")] if next_ is not None else []
        for other, where in (*neighbours, *((each, "previous") for each in before[-1:])):
            if len(row.target & other.source) >= max(2, 0.6 * len(row.target)):
                self._found.append(make_finding(self.name, row.pair, "row.shifted", Side.TARGET, None, where=where))
                return


class _Row(NamedTuple):
    pair: Pair
    source: frozenset[str]
    target: frozenset[str]


def _marks(view: PairView, side: Side) -> frozenset[str]:
    """What survives translation: figures, and stems of names and long words."""
    text = view.source if side is Side.SOURCE else view.target
    language = "fr" if side is Side.SOURCE else "en"
    figures = {
        f"{key[1]:g}"
        for item in numerals(language).read(text)
        if item.level == FIGURES
        for key in item.keys
        if key[0] == "n"
    }
    names = {fold(w.low)[:5] for w in text.words if len(w.text) > 3 and w.text[0].isupper()}
    return frozenset(figures | names)
