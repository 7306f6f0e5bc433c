"""Formatting and objects inside a paragraph -> placeables, and back: what DOCX, ODT, HTML and EPUB have in common.

A reader tells ``InlineText`` what it meets in a paragraph; the codes that matter come out as numbered placeables in the
text, as few as keep the layout: formatting of the whole paragraph, objects at its edges and formatting of nothing but
white space are remembered beside the text. ``pieces`` gives the paragraph back with another text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ..text.placeables import TagKind, closed, found, lone, opened, parts

_SPACES = re.compile(r"[ \t\n\r\f]+")  # no-break spaces stay: French needs them


class Open(NamedTuple):
    """key: two neighbours with the same key are one. payload: the reader's own."""

    key: Any
    payload: Any


class Close(NamedTuple):
    pass


class Lone(NamedTuple):
    """An object. apart: it stands between words (a line break, a tab), so a space goes before it."""

    payload: Any
    apart: bool = False


Piece = str | Open | Close | Lone
Code = Open | Lone


@dataclass
class Coded:
    """text: with placeables, no white space at its ends. before, after: pieces around it that are not part of it.
    codes: number -> what it stands for (Open chains, outermost first, or Lone objects)."""

    text: str
    before: list[Piece] = field(default_factory=list)
    after: list[Piece] = field(default_factory=list)
    codes: dict[int, list[Code]] = field(default_factory=dict)

    def pieces(self, text: str) -> Iterator[Piece]:
        """The paragraph with ``text`` in the place of its own. Every Open is closed, in order; an object that the
        text has lost comes at the end, so that no picture or footnote is ever lost."""
        yield from self.before
        yield from self._inner(text)
        yield from self.after

    def _inner(self, text: str) -> Iterator[Piece]:
        open_now: list[int] = []
        used: set[int] = set()
        for part in parts(text):
            if isinstance(part, str):
                yield part
                continue
            code = self.codes.get(part.number)
            if code is None or (part.kind is TagKind.LONE) != isinstance(code[0], Lone):
                if code is None:
                    yield str(part)  # not one of ours: the author's own angle brackets
            elif part.kind is TagKind.LONE:
                if part.number not in used:
                    used.add(part.number)
                    yield from code
            elif part.kind is TagKind.OPEN and part.number not in open_now:
                open_now.append(part.number)
                yield from code
            elif part.kind is TagKind.CLOSE and part.number in open_now:
                yield from self._close(open_now, part.number)
        for number in reversed(open_now):
            yield from (Close() for _ in self.codes[number])
        for number, code in self.codes.items():
            if isinstance(code[0], Lone) and number not in used:
                yield from code

    def _close(self, open_now: list[int], number: int) -> Iterator[Piece]:
        """Closes a pair; what was opened inside it and goes on is closed and opened anew."""
        inner = open_now[open_now.index(number) + 1 :]
        for each in [*reversed(inner), number]:
            yield from (Close() for _ in self.codes[each])
        for each in inner:
            yield from self.codes[each]
        open_now.remove(number)


class InlineText:
    """Collects the pieces of one paragraph. collapse: runs of white space are one space (HTML, ODT)."""

    def __init__(self, collapse: bool) -> None:
        self._collapse = collapse
        self._pieces: list[Piece] = []

    def add(self, text: str) -> None:
        if text:
            self._pieces.append(text)

    def open(self, key: Any, payload: Any) -> None:
        self._pieces.append(Open(key, payload))

    def close(self) -> None:
        self._pieces.append(Close())

    def lone(self, payload: Any, apart: bool = False) -> None:
        self._pieces.append(Lone(payload, apart))

    def coded(self) -> Coded:
        pieces = _without_empty(_merged(self._pieces))
        if self._collapse:
            pieces = _collapsed(pieces)
        pieces, before, after = _without_edges(pieces)
        return _numbered(_spaced(pieces), before, after)


def _merged(pieces: list[Piece]) -> list[Piece]:
    """Neighbouring pairs of one key are one pair."""
    result: list[Piece] = []
    keys: list[Any] = []
    closed_last: Any = None
    for piece in pieces:
        if isinstance(piece, Open):
            if closed_last is not None and closed_last == piece.key:
                result.pop()
            else:
                result.append(piece)
            keys.append(piece.key)
            closed_last = None
        elif isinstance(piece, Close):
            result.append(piece)
            closed_last = keys.pop()
        else:
            result.append(piece)
            closed_last = None
    return result


def _without_empty(pieces: list[Piece]) -> list[Piece]:
    """Pairs around nothing but white space go; the white space stays."""
    gone: set[int] = set()
    for start, end in _pairs(pieces):
        inside = (pieces[place] for place in range(start + 1, end) if place not in gone)
        if all(isinstance(piece, str) and not piece.strip() for piece in inside):
            gone |= {start, end}
    return [piece for place, piece in enumerate(pieces) if place not in gone]


def _pairs(pieces: list[Piece]) -> list[tuple[int, int]]:
    """Places of an Open and its Close, inner pairs first."""
    stack: list[int] = []
    result = []
    for place, piece in enumerate(pieces):
        if isinstance(piece, Open):
            stack.append(place)
        elif isinstance(piece, Close) and stack:
            result.append((stack.pop(), place))
    return result


def _collapsed(pieces: list[Piece]) -> list[Piece]:
    """White space as a browser shows it: no two spaces in a row, whatever codes stand between."""
    result: list[Piece] = []
    after_space = True
    for piece in pieces:
        if isinstance(piece, str):
            text = _SPACES.sub(" ", piece)
            text = text[1:] if after_space and text.startswith(" ") else text
            if text:
                after_space = text.endswith(" ")
                result.append(text)
        else:
            result.append(piece)
            after_space = piece.apart if isinstance(piece, Lone) else after_space
    return result


def _without_edges(pieces: list[Piece]) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """Objects and white space at both ends, and a pair round everything, go beside the text."""
    before: list[Piece] = []
    after: list[Piece] = []
    while pieces:
        first, last = pieces[0], pieces[-1]
        if isinstance(first, Lone) or (isinstance(first, str) and not first.strip()):
            before.append(pieces.pop(0))
        elif isinstance(last, Lone) or (isinstance(last, str) and not last.strip()):
            after.insert(0, pieces.pop())
        elif isinstance(first, str) and first[0].isspace():
            bare = first.lstrip()
            before.append(first[: len(first) - len(bare)])
            pieces[0] = bare
        elif isinstance(last, str) and last[-1].isspace():
            bare = last.rstrip()
            after.insert(0, last[len(bare) :])
            pieces[-1] = bare
        elif isinstance(first, Open) and (0, len(pieces) - 1) in _pairs(pieces):
            before.append(pieces.pop(0))
            after.insert(0, pieces.pop())
        elif isinstance(first, Open) and len(pieces) > 1 and _moves_out(pieces[1]):
            pieces[0], pieces[1] = pieces[1], pieces[0]
        elif isinstance(last, Close) and len(pieces) > 1 and _moves_out(pieces[-2]):
            pieces[-1], pieces[-2] = pieces[-2], pieces[-1]
        else:
            break
    return pieces, before, after


def _moves_out(piece: Piece) -> bool:
    """White space at the edge of a pair at the edge of the paragraph."""
    return isinstance(piece, str) and not piece.strip()


def _spaced(pieces: list[Piece]) -> list[Piece]:
    """A space before a line break or tab that has none: without its placeable the words are still two."""
    result: list[Piece] = []
    ends_in_space = True
    for piece in pieces:
        if isinstance(piece, Lone) and piece.apart and not ends_in_space:
            result.append(" ")
            ends_in_space = True
        if isinstance(piece, str):
            ends_in_space = piece[-1].isspace()
        result.append(piece)
    return result


def _numbered(pieces: list[Piece], before: list[Piece], after: list[Piece]) -> Coded:
    partner = dict(_pairs(pieces))
    partner |= {end: start for start, end in partner.items()}
    taken = {tag.number for piece in pieces if isinstance(piece, str) for _, tag in found(piece)}
    coded = Coded("", before, after)
    out: list[str] = []
    numbers: dict[int, int] = {}  # place of the outermost Open -> number
    number, place = 0, 0
    while place < len(pieces):
        piece = pieces[place]
        start = place
        if isinstance(piece, str):
            out.append(piece)
        elif isinstance(piece, Close):
            place = _end_of_closes(pieces, partner, numbers, place)
            out.append(closed(numbers[partner[place]]))
        else:
            number = next(n for n in range(number + 1, number + len(taken) + 2) if n not in taken)
            place = _end_of_run(pieces, partner, place)
            coded.codes[number] = [each for each in pieces[start : place + 1] if isinstance(each, Open | Lone)]
            numbers[start] = number
            out.append(lone(number) if isinstance(piece, Lone) else opened(number))
        place += 1
    coded.text = "".join(out)
    return coded


def _end_of_run(pieces: list[Piece], partner: dict[int, int], place: int) -> int:
    """The last of a chain: objects side by side, or pairs that open together and close together."""
    if isinstance(pieces[place], Lone):
        while place + 1 < len(pieces) and isinstance(pieces[place + 1], Lone):
            place += 1
        return place
    while isinstance(pieces[place + 1], Open) and partner.get(place + 1) == partner[place] - 1:
        place += 1
    return place


def _end_of_closes(pieces: list[Piece], partner: dict[int, int], numbers: dict[int, int], place: int) -> int:
    while partner[place] not in numbers:
        place += 1
    return place
