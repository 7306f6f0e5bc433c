"""English that nobody writes: an lot, them can, did went."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

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


class GrammarCheck(PairCheck):
    name = "grammar"

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        if view.target.language != "en" or view.target.all_caps:
            return
        words, text = view.target.words, view.target.text
        for first, second in itertools.pairwise(words):
            if second.start - first.end != 1 or text[first.end] != " ":
                continue
            if first.low in ("a", "an"):
                yield from self._article(view, first, second)
            elif first.low in _POSSESSIVE or first.low in _OBJECT:
                yield from self._case(view, first, second)
            elif first.low in _MODALS:
                yield from self._verb(view, first, second)

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
            or (first.low in _POSSESSIVE and second.low in _AUX - {"will", "can", "might", "must", "may", "do"})
        )  # fmt: skip
        if wrong:
            text = view.target.text[first.start : second.end]
            yield self.finding(view, "pronoun.case", Side.TARGET, (first.start, second.end), text=text)

    def _verb(self, view: PairView, first: Word, second: Word) -> Iterator[Finding]:
        low = second.low
        if (low in word_set("en.certainty", "irregular_past") - _SAME_FORM and first.low in _STRICT_MODALS) or (
            low in ("is", "are", "was", "were", "has", "had", "does", "been") and first.low in _STRICT_MODALS
        ):
            yield self._form(view, first, second)

    def _form(self, view: PairView, first: Word, second: Word) -> Finding:
        text = view.target.text[first.start : second.end]
        return self.finding(view, "verb.form", Side.TARGET, (first.start, second.end), text=text)


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


def _right_article(side: TextView, word: Word) -> str:
    """a or an before this word; "" when the ear decides (letters said one by one, foreign names)."""
    low, text = word.low.split("'")[0], word.text
    if low in word_set("en.grammar", "vowel_sound_exceptions"):
        return "an"
    if low in word_set("en.grammar", "consonant_sound_exceptions"):
        return "a"
    if text.isupper() or not text.islower() or len(low) < 2 or not knows("en", low):
        return ""
    if side.text[word.end : word.end + 1] in ("-", "."):
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
