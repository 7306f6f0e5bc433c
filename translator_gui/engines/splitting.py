"""Long text in pieces an engine can take: cut at sentence ends, then at commas, then at spaces, never lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

_CUTS = (re.compile(r"(?<=[.!?…])[\"”»)]*\s+"), re.compile(r"(?<=[;:,])\s+"), re.compile(r"\s+"))


@dataclass(frozen=True, slots=True)
class Piece:
    """verbatim: too long a word for any engine, to be copied. ``"".join(p.text + p.gap)`` is the whole text."""

    text: str
    gap: str = ""
    verbatim: bool = False


def pieces(text: str, limit: int, longest_word: int = 100) -> list[Piece]:
    """``text`` in pieces of at most ``limit`` characters (verbatim ones may be longer)."""
    out: list[Piece] = []
    for part in _around_monsters(text, longest_word):
        out.extend([part] if part.verbatim else _cut(part.text, part.gap, limit, 0))
    return out


def _around_monsters(text: str, longest_word: int) -> Iterator[Piece]:
    """Words longer than ``longest_word`` stand alone."""
    monster = re.compile(rf"(\S{{{longest_word + 1},}})(\s*)")
    done = 0
    for match in monster.finditer(text):
        before = text[done : match.start()]
        if before.strip():
            yield _piece(before)
        yield Piece(match.group(1), match.group(2), verbatim=True)
        done = match.end()
    if text[done:]:
        yield _piece(text[done:])


def _piece(text: str) -> Piece:
    body = text.rstrip()
    return Piece(body, text[len(body) :])


def _cut(text: str, gap: str, limit: int, level: int) -> list[Piece]:
    if len(text) <= limit or level == len(_CUTS):
        return [Piece(text, gap)]
    out: list[Piece] = []
    for chunk in _packed(_CUTS[level], text, limit):
        body = chunk.rstrip()
        out.extend(_cut(body, chunk[len(body) :], limit, level + 1))
    last = out[-1]
    return [*out[:-1], Piece(last.text, last.gap + gap, last.verbatim)]


def _packed(cut: re.Pattern[str], text: str, limit: int) -> list[str]:
    """Neighbouring parts joined again while they fit."""
    ends = [match.end() for match in cut.finditer(text)] + [len(text)]
    chunks, start, last = [], 0, 0
    for end in ends:
        if end - start > limit and last > start:
            chunks.append(text[start:last])
            start = last
        last = end
    chunks.append(text[start:])
    return [chunk for chunk in chunks if chunk]


def batches(items: Sequence[T], size: int) -> Iterator[list[T]]:
    """Consecutive lists of at most ``size`` items."""
    walk = iter(items)
    while chunk := list(islice(walk, size)):
        yield chunk
