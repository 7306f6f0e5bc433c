"""Questions to whoever wrote the source: a name spelled two ways, a noun where a verb must stand.

They blame the source, never the translator: severity neutral, on the source side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapidfuzz import fuzz

from ..domain.finding import Finding
from ..domain.score import Pair
from ..domain.span import Side
from .article_check import ArticleCheck
from .dictionary import has_tag, knows
from .environment import Environment
from .pair_check import PairCheck, make_finding
from .views import PairView, TextView, Word
from .words import fold

_ALIKE = 80.0  # rapidfuzz ratio of two spellings of one name: Putin–Poutine 83, Iran–Irak 75
_MOST_NAMES = 2_000
_DETERMINERS = frozenset(
    {"le", "la", "les", "l'", "un", "une", "des", "ses", "son", "sa", "leur", "leurs", "ce", "cette"}
)


class SourceNameCheck(ArticleCheck):
    """Putin here, Poutin there: names of the source nearly alike, of which the dictionary knows one at most.

    The usual form is the one most often written, a dictionary form before others; Martin and Martine, both in the
    dictionary, are two names.
    """

    name = "source-names"

    def __init__(self) -> None:
        self._places: dict[str, list[tuple[Pair, Word]]] = defaultdict(list)

    def see(self, view: PairView) -> None:
        if view.pair.pair.source.startswith("fr"):
            for word in _names(view.source):
                self._places[fold(word.low)].append((view.pair, word))

    def found(self) -> list[Finding]:
        found, places = [], self._places
        for odd, usual in _odd_spellings({form: [word.text for _, word in uses] for form, uses in places.items()}):
            for pair, word in places[odd]:
                found.append(
                    make_finding(
                        self.name,
                        pair,
                        "source.name",
                        Side.SOURCE,
                        (word.start, word.end),
                        there=word.text,
                        usual=usual,
                    )
                )
        return found


def _names(view: TextView) -> Iterator[Word]:
    """Words with a capital inside a sentence; in a text all in capitals, words no dictionary knows."""
    for word in view.words:
        if len(word.text) < 5 or not word.text[0].isupper():
            continue
        if view.all_caps or view.starts_sentence(word.start):
            if not knows("fr", word.low):
                yield word
        elif not knows("fr", word.low) or knows("fr", word.low.capitalize()):
            yield word


def _odd_spellings(forms: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """(folded odd form, usual form as written)."""
    ordered = sorted(forms, key=lambda form: (-len(forms[form]), not _known(forms[form]), form))[:_MOST_NAMES]
    for place, odd in enumerate(ordered):
        if _known(forms[odd]):
            continue
        for usual in ordered[:place]:
            if usual[0] == odd[0] and _one_name(usual, odd, _known(forms[usual])):
                yield odd, max(forms[usual], key=lambda text: (not text.isupper(), text))
                break


def _one_name(usual: str, odd: str, known: bool) -> bool:
    """Nearly alike, and not the plural of one word, nor the feminine of a word the dictionary does not know either
    (Kermorais, Kermoraise). known: is the usual form in the dictionary?"""
    if abs(len(usual) - len(odd)) > 2 or fuzz.ratio(usual, odd) < _ALIKE:
        return False
    short, long = sorted((usual, odd), key=len)
    ending = long[len(short) :] if long.startswith(short) else None
    return ending not in (("s", "x", "es") if known else ("s", "x", "e", "es", "ne", "nes"))


def _known(written: list[str]) -> bool:
    return any(knows("fr", text.capitalize()) for text in written)


class SourceVerbCheck(PairCheck):
    """« La Chine défi la suprématie »: a noun between a subject and an object, where its verb lacks a letter."""

    name = "source-verbs"

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        if view.source.language != "fr":
            return
        lows = view.source.lows
        for index, low in enumerate(lows):
            if low not in _DETERMINERS or index < 2 or not _lacks_a_letter(lows[index - 1]):
                continue
            before, word, after = (view.source.word(place) for place in (index - 2, index - 1, index))
            if before.low not in _DETERMINERS and _subject(before) and _adjacent(view, before, after):
                verb = word.low + "e"
                shown = verb.upper() if word.text.isupper() else verb
                yield self.finding(
                    view, "source.verb", Side.SOURCE, (word.start, word.end), there=word.text, verb=shown
                )


@lru_cache(maxsize=50_000)
def _lacks_a_letter(low: str) -> bool:
    """A noun and nothing else, and a verb with an e more: défi, défie."""
    noun = len(low) > 3 and not low.endswith(("s", "x", "e")) and has_tag(low, "po:nom", always=True)
    return noun and has_tag(low + "e", "po:3sg")


def _subject(word: Word) -> bool:
    """A name (in no dictionary in lower case), which no noun follows without a preposition."""
    return (
        word.text[0].isupper() and len(word.text) > 2 and (not knows("fr", word.low) or knows("fr", word.low.title()))
    )


def _adjacent(view: PairView, before: Word, after: Word) -> bool:
    between = view.source.text[before.end : after.start]
    return not any(mark in between for mark in ".,;:!?()«»\n-–—")
