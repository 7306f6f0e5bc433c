"""he and she, where the source settles who is meant."""

from __future__ import annotations

from collections.abc import Iterable

from ..domain.finding import Finding
from ..domain.span import Side
from .environment import Environment
from .pair_check import PairCheck
from .views import PairView, TextView, Word
from .words import word_set

_SUBJECT_HE, _SUBJECT_SHE = (
    frozenset(["he", "he's", "he'd", "he'll", "himself"]),
    frozenset(["she", "she's", "she'd", "she'll", "herself"]),
)


class PronounCheck(PairCheck):
    """ "Mme X … he"; "elle" of a person turned into "he"; one lone change among agreeing pronouns of the target."""

    name = "pronouns"
    languages = ("fr-en",)

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        lows = view.target.low_set
        he, she = not lows.isdisjoint(_SUBJECT_HE), not lows.isdisjoint(_SUBJECT_SHE)
        if he == she:
            return
        women, men, either = self._people(view.source)
        if he and women and not men and not either:
            yield from self._report(view, _SUBJECT_HE, women[0])
        elif she and men and not women and not either:
            yield from self._report(view, _SUBJECT_SHE, men[0])

    def _report(self, view: PairView, wrong: frozenset[str], cue: Word) -> Iterable[Finding]:
        word = next(word for word in view.target.words if word.low in wrong)
        yield self.finding(
            view, "pronoun.gender", Side.TARGET, (word.start, word.end), source=cue.text, target=word.text
        )

    def _people(self, side: TextView) -> tuple[list[Word], list[Word], bool]:
        """(words that say a woman is meant, that say a man is, is there one who may be either?)"""
        women_words, men_words = word_set("fr.people", "women"), word_set("fr.people", "men")
        epicene = word_set("fr.people", "epicene")
        women, men, either = [], [], False
        words = side.words
        for index, word in enumerate(words):
            low = word.low
            before = words[index - 1].low if index else ""
            if low == "elle" or low in women_words:
                women.append(word)
            elif low == "il":
                after = words[index + 1].low if index + 1 < len(words) else ""
                then = words[index + 2].low if index + 2 < len(words) else ""
                if not _impersonal(after, then):
                    men.append(word)
            elif low in epicene:
                if before in ("la", "une", "cette"):
                    women.append(word)
                elif before in ("le", "un", "ce", "du", "au"):
                    men.append(word)
                else:
                    either = True
            elif low in men_words or (low == "m" and word.text == "M" and side.text[word.end : word.end + 1] == "."):
                men.append(word)
            elif low in ("lui", "celui"):
                either = True
        if any(w.low == "elle" for w in women) and not self._person(side):
            women = [w for w in women if w.low != "elle"]
        return women, men, either

    def _person(self, side: TextView) -> bool:
        """elle may be a thing: only a source that names no feminine thing before it, or a person, settles it."""
        at = next(i for i, w in enumerate(side.words) if w.low == "elle")
        if at == 0:
            return True
        return not side.low_set.isdisjoint(word_set("fr.people", "women")) or any(
            w.text[0].isupper() and not side.starts_sentence(w.start) for w in side.words[:at]
        )


def _impersonal(after: str, then: str) -> bool:
    """il y a, il est possible, il faut, il s'agit."""
    return after in (
        "y",
        "faut",
        "s'",
        "fallait",
        "faudra",
        "faudrait",
        "n'",
        "semble",
        "existe",
        "convient",
        "pleut",
        "vaut",
        "paraît",
        "importe",
        "suffit",
        "suffisait",
        "reste",
        "arrive",
        "ne",
    ) or (
        after in ("est", "était", "sera", "serait", "a")
        and then
        in (
            "possible",
            "impossible",
            "difficile",
            "important",
            "probable",
            "clair",
            "temps",
            "vrai",
            "nécessaire",
            "évident",
            "prévu",
            "interdit",
            "fallu",
            "été",
            "question",
            "conseillé",
            "recommandé",
            "essentiel",
            "trop",
            "facile",
        )
    )
