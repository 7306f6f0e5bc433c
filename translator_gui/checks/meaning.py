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

_FR_A, _FR_B, _EN_A, _EN_B = range(4)


@cache
def _books(name: str, key: str) -> tuple[Phrasebook, Phrasebook, tuple[int, ...], int]:
    """French book, English book (numbers: row * 2 + 0 for A, 1 for B), French columns, rows."""
    rows = [[part.split() for part in line.split("|")] for line in table(name)[key]]
    columns = (0, 1) if key == "pairs" else (0, 3)
    english = (2, 3) if key == "pairs" else (2, 1)
    books = []
    for pair in (columns, english):
        books.append(
            Phrasebook(
                (row * 2 + side, p) for row, parts in enumerate(rows) for side, c in enumerate(pair) for p in parts[c]
            )
        )
    return books[0], books[1], columns, len(rows)


class OppositeCheck(PairCheck):
    """plus bas niveau -> highest level: French A without B, English B without A, the same number of negations."""

    name = "opposites"
    languages = ("fr-en",)

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        french_book, english_book, _, _ = _books("fr-en.opposites", "pairs")
        english = english_book.find(view.target)
        wrong = [number for number in english if number % 2 and number - 1 not in english]
        if not wrong:
            return
        french = french_book.find(view.source)
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
        french_book, english_book, _, _ = _books("fr-en.friends", "friends")
        english = english_book.find(view.target)
        wrong = [n for n in english if n % 2 and n - 1 not in english]
        if not wrong:
            return
        french = french_book.find(view.source)
        for number in wrong:
            if number - 1 in french and number not in french:
                source, target = french[number - 1][0], english[number][0]
                right = table("fr-en.friends")["friends"][number // 2].split("|")[2].split()[0].replace("_", " ")
                yield self.finding(
                    view, "false.friend", Side.TARGET, target, right,
                    source=view.source.text[slice(*source)], target=view.target.text[slice(*target)], expected=right,
                )  # fmt: skip
