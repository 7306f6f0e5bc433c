"""Finds words and short phrases of a table in a text: "hausse*" any ending, "plus_bas" two words in a row."""

from __future__ import annotations

from collections.abc import Iterable

from .views import TextView, Word
from .words import fold

_REMEMBERED = 50_000  # words whose phrases are kept


class Phrasebook:
    """Phrases filed under numbers. Looking up a text takes a few dictionary look-ups a word, however long the table."""

    def __init__(self, entries: Iterable[tuple[int, str]]) -> None:
        self._exact: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        self._prefix: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        for number, phrase in entries:
            first, *rest = fold(phrase).split("_")
            shelf, key = (self._prefix, first[:-1]) if first.endswith("*") else (self._exact, first)
            shelf.setdefault(key, []).append((number, tuple(rest)))
        self._known: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        self._lengths = sorted({len(key) for key in self._prefix})

    def find(self, view: TextView) -> dict[int, list[tuple[int, int]]]:
        """number -> spans of its phrases in the text."""
        words, found = view.words, {}  # type: ignore[var-annotated]
        folded, known = view.folds, self._known
        for index, word in enumerate(folded):
            hits = known.get(word)
            if hits is None:
                hits = self._hits(word)
            for number, rest in hits:
                if rest and not _follows(folded, index + 1, rest):
                    continue
                span = (words[index].start, words[index + len(rest)].end)
                found.setdefault(number, []).append(span)
        return found

    def _hits(self, word: str) -> list[tuple[int, tuple[str, ...]]]:
        hits = self._exact.get(word, [])
        for length in self._lengths:
            if length > len(word):
                break
            more = self._prefix.get(word[:length])
            if more:
                hits = hits + more
        if len(self._known) < _REMEMBERED:
            self._known[word] = hits
        return hits


def _follows(folded: list[str], at: int, rest: tuple[str, ...]) -> bool:
    if at + len(rest) > len(folded):
        return False
    return all(
        folded[at + i].startswith(part[:-1]) if part.endswith("*") else folded[at + i] == part
        for i, part in enumerate(rest)
    )


def word_at(view: TextView, span: tuple[int, int]) -> Word | None:
    return next((word for word in view.words if word.start == span[0]), None)
