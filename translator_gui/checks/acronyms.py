"""Abbreviations in capitals: lost, changed, or left in French (OTAN is NATO)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ..domain.finding import Finding
from ..domain.span import Side
from .dictionary import knows
from .environment import Environment
from .lexicon import lexicon
from .pair_check import PairCheck
from .views import PairView, TextView, Word
from .words import fold, table

# Two letters side by side neither of which is a small Latin one: most texts have none, and are done.
_CAPITAL = "[A-ZÀ-ÖØ-ÞĀ-\u1fff\u2c00-\uffff\U00010000-\U0010ffff]"
_TWO_CAPITALS = re.compile(_CAPITAL + _CAPITAL)  # twice as fast as {2}
_MOST = 60  # a side; beyond it is a list, not prose


@lru_cache(maxsize=50_000)
def _like_acronym(text: str) -> bool:
    """Two to six capitals that are no Roman numeral."""
    return 2 <= len(text) <= 6 and text.isupper() and text.isalpha() and not set(text) <= set("IVXLCDM")


class AcronymCheck(PairCheck):
    """OTAN = NATO, OMS = WHO; other abbreviations are kept or spelt out."""

    name = "acronyms"
    languages = ("fr-en",)

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        return () if _TWO_CAPITALS.search(view.source.text) is None else self._look(view)

    def _look(self, view: PairView) -> Iterator[Finding]:
        lexis = lexicon("fr-en.acronyms", "acronyms")
        found = list(self._acronyms(view.source, lexis.sides[0].keys() if view.source.all_caps else None))
        if not found:
            return
        found = found[:_MOST]
        here = {m.concept for m in lexis.mentions(view.target, 1)}
        rivals: list[Word] | None = None
        for word in found:
            if self._kept_or_spelt(word, view, here):
                continue
            concepts = [c for _, _, c in lexis.sides[0].get(fold(word.low), ())]
            expected = self._expected(concepts[0]) if concepts else ""
            if concepts and word.text in (w.text for w in view.target.words):
                twin = next(w for w in view.target.words if w.text == word.text)
                if fold(word.low) != expected.lower():
                    yield self.finding(
                        view,
                        "acronym.left",
                        Side.TARGET,
                        (twin.start, twin.end),
                        expected,
                        source=word.text,
                        expected=expected,
                    )
                continue
            if rivals is None:
                rivals = list(self._acronyms(view.target, None))[:_MOST]
            other = next((w for w in rivals if not self._explained(w, view)), None)
            if concepts and other is not None:
                yield self.finding(
                    view, "acronym.changed", Side.TARGET, (other.start, other.end), expected,
                    source=word.text, target=other.text, expected=expected,
                )  # fmt: skip
            else:
                yield self.finding(view, "acronym.missing", Side.SOURCE, (word.start, word.end), name=word.text)

    def _acronyms(self, side: TextView, only: Iterable[str] | None) -> Iterator[Word]:
        keys = frozenset(only) if only is not None else None
        for index in side.capitals:
            if not _like_acronym(side.texts[index]):
                continue
            word = side.word(index)
            if keys is None or (fold(word.low) in keys and not knows("fr", word.low)):
                yield word

    def _kept_or_spelt(self, word: Word, view: PairView, here: set[int]) -> bool:
        folded = fold(word.low)
        concepts = {c for _, _, c in lexicon("fr-en.acronyms", "acronyms").sides[0].get(folded, ())}
        if concepts & here:
            return True
        if not concepts and folded in view.target.low_set and folded.isascii():
            return True  # as below, without folding every word
        if not concepts and (folded in view.target.folded or folded + "s" in view.target.folded):
            return True
        places = lexicon("fr-en.places", "places")
        if {c for _, _, c in places.sides[0].get(folded, ())} & {m.concept for m in places.mentions(view.target, 1)}:
            return True
        letters = "".join(w.text[0] for w in view.target.words[:3000] if w.text[0].isupper()).lower()
        if not concepts and (folded in letters or folded[::-1] in letters):
            return True
        anagram = sorted(folded)
        return not concepts and any(w.text.isupper() and sorted(w.low) == anagram for w in view.target.words)

    def _explained(self, word: Word, view: PairView) -> bool:
        """Is the English abbreviation that of another French one, or spelt the same there?"""
        if word.low in view.source.low_set:
            return True
        lexis = lexicon("fr-en.acronyms", "acronyms")
        concepts = {c for _, _, c in lexis.sides[1].get(word.low, ())}
        return any(c in concepts for w in view.source.words for _, _, c in lexis.sides[0].get(fold(w.low), ()))

    def _expected(self, concept: int) -> str:
        line = table("fr-en.acronyms")["acronyms"][concept]
        first: str = line.split("|")[1].split()[0]
        return first.replace("_", " ") if "_" in first else first.upper()
