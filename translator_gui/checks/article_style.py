"""Unlike its fellows: a segment writes quotation marks, percent, “is not” or “colour” otherwise than its article does.

Where an article has a habit, the exception is a slip, or a segment that somebody else wrote. No style is right here:
the article's own majority is the yardstick, and an article without a clear one is left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from ..domain.finding import Finding
from ..domain.score import Pair
from ..domain.span import Side
from .article_check import ArticleCheck
from .dictionary import knows
from .pair_check import make_finding
from .spelling_variants import variants
from .views import PairView

Use = tuple[str, tuple[int, int]]  # the form that was chosen, and where
Places = dict[str, list[tuple[Pair, tuple[int, int]]]]  # form -> where it was chosen first, of each segment
_FEWEST = 4  # segments that must share a habit
_MOST_EXCEPTIONS = 0.2  # of all segments that had the choice; more, and there is no habit

_QUOTE = re.compile(r"(?P<straight>\")|(?P<curly>[“”])")
_APOSTROPHE = re.compile(r"(?<=[^\W\d])(?:(?P<straight>')|(?P<curly>’))(?=[^\W\d])")
_DASH = re.compile(r"(?P<em>(?<=\w)—(?=\w))|(?P<spaced_em>(?<=\w) — (?=\w))|(?P<spaced_en>(?<=\w) – (?=\w))")
_PERCENT = re.compile(r"(?<=\d) ?(?:(?P<sign>%)|(?P<one_word>percent)|(?P<two_words>per cent))(?![\w-])")
_NOT = re.compile(
    r"\b(?:(?P<short>(?:is|are|was|were|do|does|did|has|have|had|would|could|should)n['’]t|can['’]t|won['’]t)"
    r"|(?P<long>(?:is|are|was|were|do|does|did|has|have|had|would|could|should|will) not|cannot))\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"][^”\"]*(?:[”\"]|$)")


def _by(pattern: re.Pattern[str]) -> Callable[[PairView], Iterator[Use]]:
    def uses(view: PairView) -> Iterator[Use]:
        for match in pattern.finditer(view.target.text):
            yield str(match.lastgroup), match.span()

    return uses


def _negations(view: PairView) -> Iterator[Use]:
    """Outside quotation marks: people may speak as they like."""
    text = _QUOTED.sub(lambda m: " " * len(m.group()), view.target.text)
    for match in _NOT.finditer(text):
        yield str(match.lastgroup), match.span()


def _spellings(view: PairView) -> Iterator[Use]:
    """Words only one of the two Englishes has, when the other spells them differently."""
    for word in view.target.words:
        if len(word.text) < 5 or not word.text.islower() or word.low in view.source.low_set:
            continue
        british, american = knows("en_GB", word.low), knows("en_US", word.low)
        if british != american:
            own, other = ("british", "en_US") if british else ("american", "en_GB")
            if any(knows(other, form) for form in variants(word.low)):
                yield own, (word.start, word.start + len(word.text))


_HABITS: dict[str, Callable[[PairView], Iterator[Use]]] = {
    "quotes": _by(_QUOTE),
    "apostrophe": _by(_APOSTROPHE),
    "dash": _by(_DASH),
    "percent": _by(_PERCENT),
    "not": _negations,
    "spelling": _spellings,
}


class UnlikeFellowsCheck(ArticleCheck):
    """The first departure of a segment from each habit of its article."""

    name = "unlike-fellows"

    def __init__(self) -> None:
        self._habits: list[Places] = [defaultdict(list) for _ in _HABITS]

    def see(self, view: PairView) -> None:
        if view.target.all_caps or not view.pair.target.strip():
            return
        for places, uses in zip(self._habits, _HABITS.values(), strict=True):
            first: dict[str, tuple[int, int]] = {}
            for form, span in uses(view):
                first.setdefault(form, span)
            for form, span in first.items():
                places[form].append((view.pair, span))

    def found(self) -> list[Finding]:
        return [finding for places in self._habits for finding in self._departures(places)]

    def _departures(self, places: Places) -> Iterator[Finding]:
        if len(places) < 2:
            return
        usual = max(places, key=lambda form: len(places[form]))
        rare = [place for form in places if form != usual for place in places[form]]
        if len(places[usual]) < _FEWEST or len(rare) > _MOST_EXCEPTIONS * (len(rare) + len(places[usual])):
            return
        model, (start, end) = places[usual][0]
        for pair, span in rare:
            yield make_finding(
                self.name, pair, "style.unlike", Side.TARGET, span,
                there=pair.target[slice(*span)].strip(), count=str(len(places[usual])),
                usual=model.target[start:end].strip(),
            )  # fmt: skip
