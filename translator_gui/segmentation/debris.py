"""What a web page leaves around an article: menus, bylines, share buttons, comment forms, related headlines.

Debris is excluded, never deleted, and a person's word stands: a line brought back or excluded by hand is left alone.
The patterns are data (resources/segmentation/debris.<language>.toml). In the body only patterns that no article
line fits are believed; before the first and after the last paragraph of the body there are more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import Any

from ..domain.article import Article
from ..domain.segment import Exclusion, Segment, SegmentKind
from ..kit.paths import resource
from ..text.normalise import one_line, plain_apostrophes, plain_spaces
from ..text.placeables import plain
from .rules import read_toml

_END = re.compile(r"[.!?…][»”\"')\]\s]*$")
_SENTENCE_END = re.compile(r"[^\s.!?…]{2}[.!?…]+[»”\"')\]]*(?:\s|$)")
_LONGEST = 700  # no piece of debris is longer, and patterns need not read more
_SMALL = re.compile(r"[a-zà-öø-ÿœ]")


@dataclass(frozen=True)
class DebrisRules:
    """anywhere, edges, anchors: whole-line patterns; menu: words of a site's menu, in small letters."""

    anywhere: re.Pattern[str]
    edges: re.Pattern[str]
    anchors: re.Pattern[str]
    menu: frozenset[str]


@dataclass(frozen=True)
class _Line:
    """A paragraph in plain spelling."""

    text: str
    kind: SegmentKind

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def sentences(self) -> int:
        return len(_SENTENCE_END.findall(self.text))

    @property
    def is_prose(self) -> bool:
        """A paragraph of an article: long enough, in sentences."""
        if self.kind in (SegmentKind.HEADING, SegmentKind.CAPTION) or not _SMALL.search(self.text):
            return False
        length = len(self.text)
        return (
            length >= 220
            or (length >= 80 and _END.search(self.text) is not None)
            or (length >= 60 and self.sentences >= 2)
        )

    @property
    def is_long_prose(self) -> bool:
        """Prose that no teaser or form is: several sentences, or very long."""
        return self.is_prose and (len(self.text) >= 260 or (self.sentences >= 2 and len(self.text) >= 140))

    @property
    def is_capitals(self) -> bool:
        return self.text.isupper() and self.words >= 3


def mark_debris(article: Article) -> Article:
    """The article with its debris marked Exclusion.DEBRIS. Looks at whole paragraphs, before or after segmentation."""
    paragraphs = [list(group) for _, group in groupby(article.segments, key=lambda segment: segment.paragraph)]
    lines = [_Line(_plain(plain(" ".join(s.source for s in group))), group[0].kind) for group in paragraphs]
    debris = find_debris(lines, debris_rules(article.pair.source))
    segments: list[Segment] = []
    for number, group in enumerate(paragraphs):
        segments += [_marked(segment) for segment in group] if number in debris else group
    return replace(article, segments=tuple(segments))


def _marked(segment: Segment) -> Segment:
    return replace(segment, exclusion=Exclusion.DEBRIS) if segment.exclusion is Exclusion.NONE else segment


def _plain(text: str) -> str:
    return one_line(plain_apostrophes(plain_spaces(text)))


def find_debris(lines: Sequence[_Line], rules: DebrisRules) -> set[int]:
    """Numbers of the lines that are not part of the article."""
    found = {n for n, line in enumerate(lines) if _fits(rules.anywhere, line)}
    suspect = {n for n, line in enumerate(lines) if n in found or _fits(rules.edges, line)}
    body = [n for n, line in enumerate(lines) if line.is_prose and n not in suspect]
    if not body:
        return found if len(found) < len(lines) else set()
    found |= {n for n in suspect if n < body[0] or n > body[-1]}
    found |= _menu_before(lines, body[0], found, rules)
    found |= _after_anchor(lines, body, found, rules)
    return found if len(found) < len(lines) else set()


def _fits(pattern: re.Pattern[str], line: _Line) -> bool:
    return len(line.text) <= _LONGEST and pattern.fullmatch(line.text) is not None


def _menu_before(lines: Sequence[_Line], first: int, found: set[int], rules: DebrisRules) -> set[int]:
    """Scraps before the first paragraph: menu words, breadcrumbs, a word in small letters, runs of one-word lines."""
    head = range(first)
    scraps = {n for n in head if _is_scrap(lines[n], rules)}
    short = [n for n in head if n in scraps or n in found or (lines[n].words <= 2 and not _END.search(lines[n].text))]
    for n in short:
        near = [m for m in short if abs(m - n) <= 2]
        if len(near) >= 3 and any(m in scraps or m in found for m in near) and not lines[n].is_capitals:
            scraps.add(n)
    return scraps


def _is_scrap(line: _Line, rules: DebrisRules) -> bool:
    text = line.text
    if line.words <= 3 and text.casefold() in rules.menu:
        return True
    if line.words <= 2 and text.islower() and not _END.search(text):
        return True
    parts = [part.strip().casefold() for part in re.split(r"\s*[>›»|·•/]\s*|\s{2,}", text) if part.strip()]
    return len(parts) >= 2 and len(text) < 120 and parts[0] in rules.menu and not _END.search(text)


def _after_anchor(lines: Sequence[_Line], body: Sequence[int], found: set[int], rules: DebrisRules) -> set[int]:
    """After the end of the article (a comment form, « Lire aussi », a byline) nothing is the article's any more."""
    last = max((n for n in body if lines[n].is_long_prose), default=body[-1])
    form = next((n for n in range(last + 1, len(lines)) if _fits(rules.anchors, lines[n])), None)
    if form is None:
        return set()
    return set(range(form, len(lines)))


def _pattern(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns) or r"(?!)", re.IGNORECASE)


def _merge(tables: Sequence[dict[str, Any]], key: str) -> list[str]:
    return [item for table in tables for item in table.get(key, [])]


@lru_cache(maxsize=8)
def debris_rules(language: str) -> DebrisRules:
    """Rules of a language and of those whose site chrome it meets (``also``); English ones for an unknown language."""
    tables, wanted, seen = [], [language.split("-")[0].lower()], set()
    while wanted:
        code = wanted.pop(0)
        path = resource("segmentation", f"debris.{code}.toml")
        if code in seen:
            continue
        seen.add(code)
        table = read_toml(path) if path.is_file() else {"also": ["en"]}
        tables.append(table)
        wanted += table.get("also", [])
    patterns = {key: _merge(tables, key) for key in ("anywhere", "edges", "anchors")}
    return DebrisRules(
        anywhere=_pattern(patterns["anywhere"] + patterns["anchors"]),
        edges=_pattern(patterns["edges"]),
        anchors=_pattern(patterns["anchors"] + _merge(tables, "tail_anchors")),
        menu=frozenset(word.casefold() for word in _merge(tables, "menu")),
    )
