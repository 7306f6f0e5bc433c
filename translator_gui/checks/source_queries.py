"""Questions to whoever wrote the source: a name spelled two ways, a noun where a verb must stand.

They blame the source, never the translator: severity neutral, on the source side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from ..domain.finding import Finding
from ..domain.score import Pair
from ..domain.span import Side
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


class SourceNameCheck:
    """Putin here, Poutin there: names of the source nearly alike, of which the dictionary knows one at most.

    The usual form is the one most often written, a dictionary form before others; Martin and Martine, both in the
    dictionary, are two names.
    """

    name = "source-names"

    def run(self, pairs: Sequence[Pair], env: Environment) -> list[Finding]:
        places: dict[str, list[tuple[Pair, Word]]] = defaultdict(list)
        for pair in pairs:
            if pair.pair.source.startswith("fr"):
                for word in _names(env.view(pair).source):
                    places[fold(word.low)].append((pair, word))
        found = []
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
        words = view.source.words
        if view.source.language != "fr":
            return
        for before, word, after in zip(words, words[1:], words[2:], strict=False):
            if after.low not in _DETERMINERS or len(word.low) < 4 or before.low in _DETERMINERS:
                continue
            verb = word.low + "e"
            if _noun_only(word.low) and _subject(before) and has_tag(verb, "po:3sg") and _adjacent(view, before, after):
                shown = verb.upper() if word.text.isupper() else verb
                yield self.finding(
                    view, "source.verb", Side.SOURCE, (word.start, word.end), there=word.text, verb=shown
                )


def _noun_only(low: str) -> bool:
    return has_tag(low, "po:nom", always=True) and not low.endswith(("s", "x", "e"))


def _subject(word: Word) -> bool:
    """A name (in no dictionary in lower case), which no noun follows without a preposition."""
    return (
        word.text[0].isupper() and len(word.text) > 2 and (not knows("fr", word.low) or knows("fr", word.low.title()))
    )


def _adjacent(view: PairView, before: Word, after: Word) -> bool:
    between = view.source.text[before.end : after.start]
    return not any(mark in between for mark in ".,;:!?()«»\n-–—")
