"""English that nobody writes: an lot, them can, did went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from ..domain.finding import Finding
from ..domain.span import Side
from .dictionary import knows
from .environment import Environment
from .pair_check import PairCheck
from .views import PairView, TextView, Word
from .words import word_set

_OBJECT = frozenset(["them", "him", "us", "me", "myself", "yourself"])
_AUX = frozenset(
    [
        "can",
        "could",
        "will",
        "would",
        "should",
        "must",
        "may",
        "might",
        "are",
        "is",
        "was",
        "were",
        "am",
        "have",
        "has",
        "had",
        "do",
        "does",
        "did",
    ]
)
_AFTER_SUBJECT = frozenset("can could will would should must are is was were has am".split())  # noqa: SIM905
_POSSESSIVE = frozenset(["his", "my", "your", "their", "our"])
_MODALS = frozenset(
    [
        "can",
        "could",
        "will",
        "would",
        "should",
        "must",
        "may",
        "might",
        "cannot",
        "can't",
        "won't",
        "didn't",
        "doesn't",
        "don't",
        "did",
        "does",
        "do",
    ]
)


_ARTICLES = frozenset(["a", "an"])
_AFTER_POSSESSIVE = _AUX - {"will", "can", "might", "must", "may", "do"}
_FIRST = _ARTICLES | _POSSESSIVE | _OBJECT | _MODALS


class GrammarCheck(PairCheck):
    name = "grammar"

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        if view.target.language != "en" or view.target.all_caps:
            return
        target = view.target
        lows, last = target.lows, len(target.lows) - 1
        for index, low in enumerate(lows):
            if low not in _FIRST or index == last or not _may_be_wrong(low, lows[index + 1]):
                continue
            first, second = target.word(index), target.word(index + 1)
            if second.start - first.end != 1 or target.text[first.end] != " ":
                continue
            if low in _ARTICLES:
                yield from self._article(view, first, second)
            elif low in _MODALS:
                yield from self._verb(view, first, second)
            else:
                yield from self._case(view, first, second)

    def _article(self, view: PairView, article: Word, word: Word) -> Iterator[Finding]:
        right = _right_article(view.target, word)
        if right and right != article.low and (article.text.islower() or article.text in ("A", "An")):
            if article.text == "A" and not view.target.starts_sentence(article.start):
                return  # Hepatitis A outbreak
            right_text = right.capitalize() if article.text[0].isupper() else right
            text = view.target.text[article.start : word.end]
            yield self.finding(
                view, "article.form", Side.TARGET, (article.start, article.end), right_text,
                text=text, right=f"{right_text} {word.text}",
            )  # fmt: skip

    def _case(self, view: PairView, first: Word, second: Word) -> Iterator[Finding]:
        lead = view.target.starts_sentence(first.start)
        wrong = (
            (first.low in ("them", "him", "myself", "yourself") and second.low in _AFTER_SUBJECT and lead)
            or (first.low in _POSSESSIVE and second.low in _AFTER_POSSESSIVE)
        )  # fmt: skip
        if wrong:
            text = view.target.text[first.start : second.end]
            yield self.finding(view, "pronoun.case", Side.TARGET, (first.start, second.end), text=text)

    def _verb(self, view: PairView, first: Word, second: Word) -> Iterator[Finding]:
        if _may_be_wrong(first.low, second.low):
            yield self._form(view, first, second)

    def _form(self, view: PairView, first: Word, second: Word) -> Finding:
        text = view.target.text[first.start : second.end]
        return self.finding(view, "verb.form", Side.TARGET, (first.start, second.end), text=text)


_BE = frozenset(["is", "are", "was", "were", "has", "had", "does", "been"])
_STRICT_MODALS = frozenset(
    ["could", "would", "should", "cannot", "can't", "won't", "didn't", "doesn't", "couldn't", "wouldn't"]
)
_SAME_FORM = frozenset(
    [
        "lay",
        "left",
        "found",
        "felt",
        "saw",
        "wound",
        "bore",
        "ran",
        "became",
        "came",
        "thought",
        "lead",
        "fell",
        "read",
        "set",
        "put",
        "cut",
        "shot",
        "hid",
    ]
)


@lru_cache(maxsize=50_000)
def _may_be_wrong(first: str, second: str) -> bool:
    """By the two words alone: is there any place where they must not stand together?"""
    if first in _ARTICLES:
        vowel = second[0] in "aeiou" or second.split("'")[0] in word_set("en.grammar", "vowel_sound_exceptions")
        return vowel or first == "an"
    if first in _MODALS:
        return first in _STRICT_MODALS and (
            second in _BE or second in word_set("en.certainty", "irregular_past") - _SAME_FORM
        )
    return second in _AFTER_SUBJECT or second in _AFTER_POSSESSIVE


def _right_article(side: TextView, word: Word) -> str:
    """a or an before this word; "" when the ear decides (letters said one by one, foreign names)."""
    low, text = word.low.split("'")[0], word.text
    if low in word_set("en.grammar", "vowel_sound_exceptions"):
        return "an"
    if low in word_set("en.grammar", "consonant_sound_exceptions"):
        return "a"
    if text.isupper() or not text.islower() or len(low) < 2 or not knows("en", low):
        return ""
    after = side.text[word.end : word.end + 2]
    if after[:1] == "-" or (after[:1] == "." and after[1:].isalpha()):  # half-, e.g.
        return ""
    if low[0] in "aeio":
        return "an" if not low.startswith(("eu", "ew", "once", "one", "oui")) else "a"
    if low[0] == "u":
        return (
            "an"
            if low.startswith(("un", "up", "us", "ul", "um", "ut", "ur", "ug", "ud"))
            and not low.startswith(("uni", "use", "usu", "uto", "ura", "uri", "unan", "ute", "usa", "utili"))
            else ""
        )
    if low[0] == "h":
        return "" if low.startswith(("histor", "hotel", "heir", "hon", "hour", "herb", "habit", "hyster")) else "a"
    return (
        "a"
        if low[0] not in "aeiouyw" or low[0] in "w"
        else ("a" if low[0] == "y" and len(low) > 2 and low[1] in "aeiou" else "")
    )
