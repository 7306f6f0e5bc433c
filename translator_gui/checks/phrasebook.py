"""Finds words and short phrases of a table in a text: "hausse*" any ending, "plus_bas" two words in a row."""

from __future__ import annotations

from collections.abc import Iterable

from .views import TextView
from .words import fold

_REMEMBERED = 50_000  # words whose phrases are kept
Hit = tuple[int, tuple[str, ...]]  # the number, the words that must follow


class Phrasebook:
    """Phrases filed under numbers. Looking up a text takes a few dictionary look-ups a word, however long the table."""

    def __init__(self, entries: Iterable[tuple[int, str]]) -> None:
        self._exact: dict[str, list[Hit]] = {}
        self._prefix: dict[str, list[Hit]] = {}
        for number, phrase in entries:
            first, *rest = fold(phrase).split("_")
            shelf, key = (self._prefix, first[:-1]) if first.endswith("*") else (self._exact, first)
            shelf.setdefault(key, []).append((number, tuple(rest)))
        self._memory: tuple[set[str], dict[str, list[Hit]]] = (set(), {})  # words met; what they begin, if anything
        self._lengths = sorted({len(key) for key in self._prefix})

    def find(self, view: TextView) -> dict[int, list[tuple[int, int]]]:
        """number -> spans of its phrases in the text."""
        found: dict[int, list[tuple[int, int]]] = {}
        hits = self._hits_of(view.fold_set)
        begin = view.fold_set & hits.keys()
        if not begin:
            return found
        folded = view.folds
        for index, word in enumerate(folded):
            if word not in begin:
                continue
            for number, rest in hits[word]:
                if not rest or _follows(folded, index + 1, rest):
                    span = (view.spans[index][0], view.spans[index + len(rest)][1])
                    found.setdefault(number, []).append(span)
        return found

    def may_name(self, view: TextView) -> set[int]:
        """Numbers of the phrases of which the text has the first word."""
        hits = self._hits_of(view.fold_set)
        return {number for word in view.fold_set & hits.keys() for number, _ in hits[word]}

    def _hits_of(self, words: frozenset[str]) -> dict[str, list[Hit]]:
        """What words begin, of these and of all met before: a word is looked at once, then set operations settle it."""
        met, hits = self._memory  # threads share it: whoever empties it leaves the others theirs
        new = words - met
        if not new:
            return hits
        if len(met) > _REMEMBERED:
            met, hits = self._memory = (set(), {})
            new = words
        for word in new:
            found = list(self._exact.get(word, ()))
            for length in self._lengths:
                if length > len(word):
                    break
                found += self._prefix.get(word[:length], ())
            if found:
                hits[word] = found
        met |= new
        return hits


def _follows(folded: list[str], at: int, rest: tuple[str, ...]) -> bool:
    if at + len(rest) > len(folded):
        return False
    for place, part in enumerate(rest, at):
        word = folded[place]
        if word != part and not (part[-1] == "*" and word.startswith(part[:-1])):
            return False
    return True
