"""What French and English share on paper: numbers, names, cognates by their first letters, telling punctuation, and
some hundred common words that a list in resources/ pairs.

Each shared sign gets a random direction (a random projection keeps dot products: Johnson & Lindenstrauss 1984), so
that a sentence is a short dense vector and a run of sentences the sum of its sentences' vectors.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ..kit.paths import resource
from ..text.normalise import strip_accents

WIDTH = 384
_SEED = 5
_PREFIX, _LONGEST_TEXT = 5, 4_000
_WORD = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?|[^\W\d_]+")
_MARKS = "?!:;()[]%$€/=-"
_QUOTED = re.compile(r"[«“\"]")
_MARK_WEIGHT = 0.6

Floats = NDArray[np.float32]


@lru_cache(maxsize=50_000)
def _sign(word: str) -> str:
    if word[0].isdigit():
        return re.sub(r"\D", "", word)
    return strip_accents(word).casefold()[:_PREFIX]


@lru_cache(maxsize=1)
def _notions() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """French sign -> its notions, English sign -> its notions. A notion is a line of the list, and starts with "\1"."""
    found: tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]] = ({}, {})
    text = resource("alignment", "words.fr-en.txt").read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines()):
        if line and not line.startswith("#"):
            for side, words in zip(found, line.split("|"), strict=True):
                for sign in dict.fromkeys(_sign(word) for word in _WORD.findall(words)):
                    side[sign] = (*side.get(sign, ()), f"\1{number}")
    return found


def signs(text: str, notions: Mapping[str, Sequence[str]]) -> list[str]:
    """Numbers by their digits, words by their first letters without accents and by their ``notions``, marks as they
    are (after "\0")."""
    text = text[:_LONGEST_TEXT]
    found = [_sign(word) for word in _WORD.findall(text)]
    found += [notion for sign in found for notion in notions.get(sign, ())]
    found += ["\0" + mark for mark in _MARKS if mark in text]
    if _QUOTED.search(text):
        found.append('\0"')
    return found


def lexical_rows(source: Sequence[str], target: Sequence[str]) -> tuple[Floats, Floats]:
    """(n, WIDTH) and (m, WIDTH): weighted sums of the directions of signs that both sides have.

    A sign's weight grows with its rarity, and shrinks when one side has it oftener: "son" is two words."""
    french, english = _notions()
    ours, theirs = [signs(text, french) for text in source], [signs(text, english) for text in target]
    weights = _weights(ours, theirs)
    directions = np.random.default_rng(_SEED).integers(0, 2, (len(weights), WIDTH), np.int8) * 2 - 1
    numbers = {sign: number for number, sign in enumerate(weights)}
    scale = np.fromiter(weights.values(), np.float32, len(weights))
    table = directions * (scale / np.float32(WIDTH**0.5))[:, None]
    return _sums(ours, numbers, table), _sums(theirs, numbers, table)


def _weights(source: Sequence[Sequence[str]], target: Sequence[Sequence[str]]) -> dict[str, float]:
    ours, theirs = _frequencies(source), _frequencies(target)
    sentences = len(source) + len(target)
    found = {}
    for sign, count in ours.items():
        other = theirs.get(sign)
        if other:
            rarity = np.log(1 + sentences / (count + other))
            found[sign] = float(rarity * min(count, other) / max(count, other))
            if sign[0] == "\0":
                found[sign] *= _MARK_WEIGHT
            elif len(sign) < 4 and not sign[0].isdigit() and sign[0] != "\1":
                found[sign] *= 0.5
    return found


def _frequencies(side: Iterable[Sequence[str]]) -> Counter[str]:
    # Not set(): its order differs from process to process, and the directions would with it.
    return Counter(sign for sentence in side for sign in dict.fromkeys(sentence))


def _sums(side: Sequence[Sequence[str]], numbers: dict[str, int], table: Floats) -> Floats:
    rows = np.zeros((len(side), WIDTH), np.float32)
    for row, sentence in enumerate(side):
        known = [numbers[sign] for sign in sentence if sign in numbers]
        if known:
            rows[row] = table[known].sum(axis=0)
    return rows
