"""Placeables of a source put into its translation, for engines and memories that know none.

Each pair is put round the words that translate what it stands round in the source: the same words (names, figures),
the engine's own translation of them, or the words of the translation most like it; where nothing fits, at the same
share of the length, which is told as a doubt.

Source for the idea: markup projection as in Müller, "Treatment of Markup in Statistical Machine Translation" (2017).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from ..domain.span import Span
from ..text.placeables import Tag, TagKind, closed, found, has_tags, opened, plain, untagged

_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
_ARTICLES = re.compile(r"^(?:the|a|an|of|to|in|on|at|for|from|by|with)\s+", re.I)
_FRENCH_ARTICLE = re.compile(r"(?:les?|la|une?|des)\s|l[’']", re.I)
_EDGES = " \t\u00a0\u202f.,;:!?…“”\"'’«»()"
_SIMILAR = 80  # rapidfuzz percent from which a stretch of the translation is taken for the fragment's
MOST_FRAGMENTS = 6
_LONGEST_FRAGMENT = 200


@dataclass(frozen=True)
class Placed:
    """text: the translation with placeables. guesses: those that were put where they stand for want of better."""

    text: str
    guesses: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Range:
    """A pair in the source: characters of the plain text; first, last: which of the placeables it is made of."""

    number: int
    span: Span
    first: int
    last: int


def fragments(source: str) -> dict[int, str]:
    """Number -> the words inside a pair, of the pairs whose words an engine should be asked for."""
    flat = untagged(source)
    inner = {each.number: each.span.of(flat.text).strip() for each in _ranges(source)}
    wanted = {n: text for n, text in inner.items() if any(c.isalpha() for c in text) and len(text) < _LONGEST_FRAGMENT}
    return dict(list(wanted.items())[:MOST_FRAGMENTS])


def place(source: str, translation: str, known: Mapping[int, str] | None = None) -> Placed:
    """``translation`` with the placeables of ``source``. known: number of a pair -> translation of what is in it."""
    if not has_tags(source) or not translation.strip():
        return Placed(translation)
    translation = plain(translation)
    words = [Span(*match.span()) for match in _WORD.finditer(translation)]
    text = untagged(source).text
    guesses: list[str] = []
    items: list[_Item] = []
    paired = _ranges(source)
    for order, each in enumerate(paired):
        span = _target_span(text, translation, each, words, (known or {}).get(each.number, ""))
        if span is None:
            span = _by_share(text, translation, each.span, words)
            guesses.append(opened(each.number))
        items.append(_Item(span.start, span.end, order, opened(each.number), closed(each.number)))
    _grow(items, paired)
    for at, tag in _single(source, {each.number for each in paired}):
        spot, sure = _spot(text, translation, at, words)
        items.append(_Item(spot, spot, len(items), str(tag)))
        if not sure:
            guesses.append(str(tag))
    return Placed(_written(translation, _uncrossed(items)), tuple(guesses))


@dataclass
class _Item:
    """Something to be put in: before ``start`` and after ``end`` of the translation."""

    start: int
    end: int
    order: int
    before: str
    after: str = ""


def _grow(items: list[_Item], paired: list[_Range]) -> None:
    """What holds another pair in the source holds it in the translation."""
    # Inner pairs close first, so they come first.
    for inner_item, inner in zip(items, paired, strict=True):
        for outer_item, outer in zip(items, paired, strict=True):
            if outer.first < inner.first and inner.last < outer.last:
                outer_item.start = min(outer_item.start, inner_item.start)
                outer_item.end = max(outer_item.end, inner_item.end)
                outer_item.order = min(outer_item.order, inner_item.order) - 1


def _uncrossed(items: list[_Item]) -> list[_Item]:
    """Sorted, and none crossing another: one that begins inside another and ends outside begins after it."""
    for _ in range(len(items) ** 2 + 1):
        items.sort(key=lambda item: (item.start, -item.end, item.order))
        crossing = _first_crossing(items)
        if crossing is None:
            break
        inside, outside = crossing
        outside.start = inside.end
    return items


def _first_crossing(items: list[_Item]) -> tuple[_Item, _Item] | None:
    open_now: list[_Item] = []
    for item in items:
        while open_now and open_now[-1].end <= item.start:
            open_now.pop()
        if open_now and item.end > open_now[-1].end:
            return open_now[-1], item
        open_now.append(item)
    return None


def _written(translation: str, items: list[_Item]) -> str:
    out: list[str] = []
    open_now: list[_Item] = []
    at = 0
    for item in items:
        while open_now and (open_now[-1].end < item.start or (open_now[-1].end == item.start < item.end)):
            closing = open_now.pop()
            out += [translation[at : closing.end], closing.after]
            at = closing.end
        out += [translation[at : item.start], item.before]
        at = item.start
        if item.after:
            open_now.append(item)
    for closing in reversed(open_now):
        out += [translation[at : closing.end], closing.after]
        at = closing.end
    return "".join([*out, translation[at:]])


def _ranges(source: str) -> list[_Range]:
    """Pairs that are whole in the source, those that close first first."""
    open_now: dict[int, tuple[int, int]] = {}
    ranges: list[_Range] = []
    for place_, (at, tag) in enumerate(_positions(source)):
        if tag.kind is TagKind.OPEN:
            open_now[tag.number] = at, place_
        elif tag.kind is TagKind.CLOSE and tag.number in open_now:
            start, first = open_now.pop(tag.number)
            ranges.append(_Range(tag.number, Span(start, at), first, place_))
    return ranges


def _positions(source: str) -> list[tuple[int, Tag]]:
    """Placeables with the place in the plain text at which they stand."""
    gone, result = 0, []
    for span, tag in found(source):
        result.append((span.start - gone, tag))
        gone += span.end - span.start
    return result


def _single(source: str, paired: set[int]) -> list[tuple[int, Tag]]:
    """Lone ones, and halves whose other half is in another sentence."""
    return [(at, tag) for at, tag in _positions(source) if tag.kind is TagKind.LONE or tag.number not in paired]


def _target_span(text: str, translation: str, pair: _Range, words: list[Span], known: str) -> Span | None:
    inner = pair.span.of(text).strip(_EDGES)
    if not inner:
        return None
    if pair.span.start == 0 and pair.span.end >= len(text.rstrip()):
        return Span(0, len(translation.rstrip()))
    share = (pair.span.start + pair.span.end) / 2 / max(1, len(text))
    short = _ARTICLES.sub("", known.strip(_EDGES))
    for wanted in (known.strip(_EDGES), short, inner):
        hit = _nearest(translation, wanted, share)
        if hit is not None:
            return _with_article(translation, hit, inner)
    hit = _alike(translation, short, words)
    return None if hit is None else _with_article(translation, hit, inner)


def _with_article(translation: str, span: Span, inner: str) -> Span:
    """An article that stands inside the pair in the source stands inside it in the translation."""
    article = re.search(r"\b(?:the|an?)\s+$", translation[: span.start], re.IGNORECASE)
    return Span(article.start(), span.end) if article and _FRENCH_ARTICLE.match(inner) else span


def _nearest(translation: str, wanted: str, share: float) -> Span | None:
    """The occurrence of whole words nearest to the share of the length."""
    if not wanted:
        return None
    pattern = rf"(?<!\w){re.escape(wanted)}(?!\w)"
    hits = [Span(*match.span()) for match in re.finditer(pattern, translation, re.IGNORECASE)]
    middle = share * len(translation)
    return min(hits, key=lambda span: abs((span.start + span.end) / 2 - middle), default=None)


def _alike(translation: str, wanted: str, words: list[Span]) -> Span | None:
    if len(wanted) < 4:
        return None
    match = fuzz.partial_ratio_alignment(wanted.casefold(), translation.casefold(), score_cutoff=_SIMILAR)
    if match is None or len(translation.casefold()) != len(translation):
        return None
    touched = [word for word in words if word.start < match.dest_end and word.end > match.dest_start]
    return Span(touched[0].start, touched[-1].end) if touched else None


def _by_share(text: str, translation: str, span: Span, words: list[Span]) -> Span:
    """As many words, at the same share of the words."""
    if not words:
        return Span(0, len(translation))
    starts = [match.start() for match in _WORD.finditer(text)]
    inside = sum(span.start <= start < span.end for start in starts) or 1
    before = sum(start < span.start for start in starts)
    first = min(round(before / max(1, len(starts)) * len(words)), len(words) - 1)
    last = min(first + inside - 1, len(words) - 1)
    return Span(words[first].start, words[last].end)


def _spot(text: str, translation: str, at: int, words: list[Span]) -> tuple[int, bool]:
    """Where something that stands at one place goes, and whether that is sure: at the beginning or end of the text,
    or after the same word or mark."""
    if not text[:at].strip():
        return 0, True
    end = len(translation.rstrip())
    if not text[at:].strip():
        return end, True
    if not text[at:].strip(_EDGES) and translation[-1:] in '.!?…”"':
        return end - 1 if text[at - 1] not in ".!?…" else end, True
    before = re.search(r"\w+$", text[:at])
    share = at / max(1, len(text))
    if before:
        hit = _nearest(translation, before.group(), share)
        if hit is not None:
            return hit.end, True
    mark = text[:at].rstrip()[-1:]
    if mark in ".!?…;:," and translation.count(mark) == text.count(mark) == 1:
        place = translation.index(mark) + 1
        return place + (1 if text[at - 1].isspace() and translation[place : place + 1] == " " else 0), True
    middle = share * len(translation)
    if text[at - 1].isspace():
        return min((word.start for word in words), key=lambda start: abs(start - middle), default=end), False
    return min((word.end for word in words), key=lambda stop: abs(stop - middle), default=end), False
