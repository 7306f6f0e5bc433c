"""Words that turn the meaning round: opposites and false friends, from bilingual tables."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from ..domain.finding import Finding
from ..domain.span import Side
from .environment import Environment
from .negation import english_negations, french_negations
from .pair_check import PairCheck
from .phrasebook import Phrasebook
from .views import PairView
from .words import table


class _Opposites:
    """A table of rows "French A | French B | English A | English B": A put into B's words says the contrary.

    french, english: phrasebooks under row * 2 for A, row * 2 + 1 for B.
    """

    def __init__(self, lines: list[str], columns: tuple[int, int, int, int]) -> None:
        rows = [[part.split() for part in line.split("|")] for line in lines]
        french_a, french_b, english_a, english_b = columns

        def book(*sides: tuple[int, int]) -> Phrasebook:
            return Phrasebook(
                (number * 2 + side, phrase)
                for number, parts in enumerate(rows)
                for side, column in sides
                for phrase in parts[column]
            )

        self.french, self.english = book((0, french_a), (1, french_b)), book((0, english_a), (1, english_b))
        self._before, self._after = book((0, french_a)), book((0, english_b))

    def may_fire(self, view: PairView) -> bool:
        """May one row's French A stand there with its English B? Most pairs are done with here."""
        return not self._after.may_name(view.target).isdisjoint(self._before.may_name(view.source))


@cache
def _opposites() -> _Opposites:
    return _Opposites(table("fr-en.opposites")["pairs"], (0, 1, 2, 3))


@cache
def _friends() -> _Opposites:
    """Rows of French | the false friend | right words | French that does mean it."""
    return _Opposites(table("fr-en.friends")["friends"], (0, 3, 2, 1))


class OppositeCheck(PairCheck):
    """plus bas niveau -> highest level: French A without B, English B without A, the same number of negations."""

    name = "opposites"
    languages = ("fr-en",)

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        words = _opposites()
        if not words.may_fire(view):
            return
        english, french = words.english.find(view.target), words.french.find(view.source)
        wrong = [number for number in english if number % 2 and number - 1 not in english]
        candidates = [n for n in wrong if n - 1 in french and n not in french]
        if not candidates or len(french_negations(view.source)) != len(english_negations(view.target)):
            return
        used: set[tuple[int, int]] = set()
        justified = self._justified(french, english)
        for number in candidates:
            source, target = french[number - 1][0], english[number][0]
            if target in used or target in justified:
                continue
            used.add(target)
            yield self.finding(
                view, "opposite.word", Side.TARGET, target,
                source=view.source.text[slice(*source)], target=view.target.text[slice(*target)],
            )  # fmt: skip

    def _justified(
        self, french: dict[int, list[tuple[int, int]]], english: dict[int, list[tuple[int, int]]]
    ) -> set[tuple[int, int]]:
        """English words that are the right rendering of another French word of the table."""
        return {span for n, spans in english.items() if n % 2 == 0 and n in french for span in spans}


class FalseFriendCheck(PairCheck):
    """actuellement -> actually."""

    name = "false-friends"
    languages = ("fr-en",)

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        words = _friends()
        if not words.may_fire(view):
            return
        english, french = words.english.find(view.target), words.french.find(view.source)
        wrong = [n for n in english if n % 2 and n - 1 not in english]
        for number in wrong:
            if number - 1 in french and number not in french:
                source, target = french[number - 1][0], english[number][0]
                right = table("fr-en.friends")["friends"][number // 2].split("|")[2].split()[0].replace("_", " ")
                yield self.finding(
                    view, "false.friend", Side.TARGET, target, right,
                    source=view.source.text[slice(*source)], target=view.target.text[slice(*target)], expected=right,
                )  # fmt: skip
