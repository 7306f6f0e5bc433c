"""Placeables: what stands in a text for formatting and objects of the file it came from.

⟨1⟩bold⟨/1⟩ is a pair, ⟨2/⟩ a lone thing (a picture, a footnote mark, a line break). Numbers are given once a paragraph,
so that a sentence may hold one half of a pair. What they stand for is in the original file (formats/inline_codes.py).
People see them as chips; engines, checks and scores see the text without them (``untagged``), and what they say of it
is carried back to the text with them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from ..domain.span import Span

_TAG = re.compile(r"⟨(/?)(\d{1,4})(/?)⟩")


class TagKind(str, Enum):
    OPEN = "open"
    CLOSE = "close"
    LONE = "lone"


class Tag(NamedTuple):
    """One placeable. number: counts from 1 in its paragraph."""

    kind: TagKind
    number: int

    def __str__(self) -> str:
        before, after = ("/", "") if self.kind is TagKind.CLOSE else ("", "/" if self.kind is TagKind.LONE else "")
        return f"⟨{before}{self.number}{after}⟩"


def opened(number: int) -> str:
    return str(Tag(TagKind.OPEN, number))


def closed(number: int) -> str:
    return str(Tag(TagKind.CLOSE, number))


def lone(number: int) -> str:
    return str(Tag(TagKind.LONE, number))


def has_tags(text: str) -> bool:
    return "⟨" in text and _TAG.search(text) is not None


def found(text: str) -> list[tuple[Span, Tag]]:
    """Every placeable of a text, in order."""
    if "⟨" not in text:
        return []
    return [(Span(*match.span()), _tag(match)) for match in _TAG.finditer(text) if not (match[1] and match[3])]


def tags(text: str) -> list[Tag]:
    return [tag for _, tag in found(text)]


def _tag(match: re.Match[str]) -> Tag:
    kind = TagKind.CLOSE if match[1] else TagKind.LONE if match[3] else TagKind.OPEN
    return Tag(kind, int(match[2]))


def parts(text: str) -> Iterator[str | Tag]:
    """Texts and placeables in order; no text is empty."""
    at = 0
    for span, tag in found(text):
        if span.start > at:
            yield text[at : span.start]
        yield tag
        at = span.end
    if at < len(text):
        yield text[at:]


def plain(text: str) -> str:
    """The text without its placeables."""
    return untagged(text).text if has_tags(text) else text


@dataclass(frozen=True)
class Untagged:
    """text: without placeables. starts, lengths: where in ``text`` each placeable was taken out, and how many
    characters had been taken out before and with it."""

    text: str
    starts: tuple[int, ...] = ()
    taken: tuple[int, ...] = ()

    def raw_start(self, at: int) -> int:
        """The place in the text with placeables of the character ``at``; placeables before it are not in."""
        number = bisect_right(self.starts, at)
        return at + (self.taken[number - 1] if number else 0)

    def raw(self, span: Span) -> Span:
        """A span of ``text`` as one of the text with placeables, none at its ends."""
        if not self.starts:
            return span
        start = self.raw_start(span.start)
        return Span(start, self.raw_start(span.end - 1) + 1 if span.end > span.start else start)


def untagged(text: str) -> Untagged:
    spans = [span for span, _ in found(text)]
    if not spans:
        return Untagged(text)
    kept, starts, taken, at, gone = [], [], [], 0, 0
    for span in spans:
        kept.append(text[at : span.start])
        starts.append(span.start - gone)
        gone += span.end - span.start
        taken.append(gone)
        at = span.end
    kept.append(text[at:])
    return Untagged("".join(kept), tuple(starts), tuple(taken))


def faults(source: str, target: str) -> tuple[list[Tag], list[Tag], list[Tag]]:
    """What is wrong with the placeables of a target: (lost, too many, in an impossible order).

    Impossible: a closing one before its opening one, or pairs that cross where the source's do not.
    """
    want, have = tags(source), tags(target)
    lost = _beyond(want, have)
    extra = _beyond(have, want)
    broken = [] if lost or extra else [tag for tag in _misplaced(have) if tag not in _misplaced(want)]
    return lost, extra, broken


def _beyond(some: list[Tag], others: list[Tag]) -> list[Tag]:
    left = list(others)
    result = []
    for tag in some:
        if tag in left:
            left.remove(tag)
        else:
            result.append(tag)
    return result


def _misplaced(given: list[Tag]) -> list[Tag]:
    """Closing placeables that do not close what was opened last. Halves whose other half is in another sentence of
    the paragraph are in nobody's way."""
    numbers = {tag.number for tag in given if tag.kind is TagKind.OPEN}
    closing = {tag.number for tag in given if tag.kind is TagKind.CLOSE}
    open_now: list[int] = []
    wrong = []
    for tag in given:
        if tag.kind is TagKind.OPEN and tag.number in closing:
            open_now.append(tag.number)
        elif tag.kind is TagKind.CLOSE and tag.number in numbers:
            if not open_now or open_now[-1] != tag.number:
                wrong.append(tag)
            if tag.number in open_now:
                open_now.remove(tag.number)
    return wrong
