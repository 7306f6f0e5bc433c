"""Names in two languages, from "French | English" tables: which ideas does a text name?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .views import TextView
from .words import table


@dataclass(frozen=True, slots=True)
class Mention:
    """A place or name found in a text. concept: number of its line in the table."""

    concept: int
    start: int
    end: int
    text: str


class Lexicon:
    """One table read for both languages: first word -> [(all words, capitals, concept)].

    capitals: "A" all letters, "a" the first one, "" as it comes."""

    def __init__(self, lines: list[str]) -> None:
        self.titles = [line.split()[0].strip("+^") for line in lines]
        self.sides: tuple[dict[str, list[tuple[tuple[str, ...], str, int]]], ...] = ({}, {})
        for concept, line in enumerate(lines):
            for side, half in enumerate(line.split("|")):
                for number, entry in enumerate(half.split()):
                    proper = side == 0 and number == 0 and not entry.endswith("+")
                    for words in _expanded(entry.lstrip("^"), french=side == 0):
                        key = words[0]
                        self.sides[side].setdefault(key, []).append(
                            (words, "A" if entry[0] == "^" else "a" if proper else "", concept)
                        )
        for index in self.sides:
            for entries in index.values():
                entries.sort(key=lambda e: -len(e[0]))

    def mentions(self, view: TextView, side: int) -> Iterator[Mention]:
        """Every mention, longest first where they overlap. side: 0 French, 1 English."""
        index = self.sides[side]
        named = view.fold_set & index.keys()
        if not named:
            return
        folds, at = view.folds, 0
        for place, fold_ in enumerate(folds):
            if fold_ not in named or place < at:
                continue
            at, used = place, 1
            for phrase, capitals, concept in index[fold_]:
                if len(phrase) > 1 and tuple(folds[at : at + len(phrase)]) != phrase:
                    continue
                first = view.texts[at]
                if (capitals == "A" and not first.isupper()) or (capitals == "a" and first[0].islower()):
                    continue
                start, end = view.spans[at][0], view.spans[at + len(phrase) - 1][1]
                yield Mention(concept, start, end, view.text[start:end])
                used = len(phrase)
                break
            at += used


def _expanded(entry: str, french: bool) -> Iterator[tuple[str, ...]]:
    plus = entry.endswith("+")
    words = tuple(entry.rstrip("+").replace(".", "_").split("_"))
    stem = words[-1]
    yield words
    for form in _endings(stem, french) if plus else ():
        yield (*words[:-1], form)


def _endings(stem: str, french: bool) -> list[str]:
    if not french:
        return [stem + "s"]
    if stem.endswith("e"):
        return [stem + "s"]
    if stem.endswith(("en", "on")):
        return [stem + "s", stem + "ne", stem + "nes"]
    if stem.endswith("s"):
        return [stem + "e", stem + "es"]
    return [stem + "s", stem + "e", stem + "es"]


@cache
def lexicon(name: str, key: str) -> Lexicon:
    return Lexicon(table(name)[key])
