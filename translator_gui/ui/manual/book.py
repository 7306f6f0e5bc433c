"""The manual's text: chapters in Markdown (resources/help/<language>/NN-name.md), cut at their headings, and a search.

Two marks of our own stand for what may change: {key:ID} for the key of an action and {menu:ID} for its place in the
menus. {checks} stands for the list of all checks, made from the texts they speak with.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...kit.paths import resource

_HEADING = re.compile(r"^(#{1,3}) +(.+)$", re.MULTILINE)
_MARK = re.compile(r"\{(key|menu):([a-z0-9-]+)\}")
_CHECKS = "{checks}"
_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_SNIPPET = 90


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it, as plain text. number: which one of its chapter, 0-based."""

    title: str
    number: int
    text: str


@dataclass(frozen=True)
class Chapter:
    """name: "03-divergence", as in links. markdown: with all marks filled in."""

    name: str
    title: str
    markdown: str
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Hit:
    """snippet: some words around the first one that was found."""

    chapter: Chapter
    section: Section
    snippet: str


def folder(language: str) -> Path:
    """Where the chapters and pictures of a language are."""
    return resource("help", language)


def names(language: str) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in folder(language).glob("*.md")))


def read_chapter(language: str, name: str, fill: Callable[[str, str], str], checks: Callable[[], str]) -> Chapter:
    """fill(kind, id): what a mark stands for, kind "key" or "menu". checks(): Markdown of all checks."""
    raw = (folder(language) / f"{name}.md").read_text(encoding="utf-8")
    text = _MARK.sub(lambda mark: fill(mark[1], mark[2]), raw)
    if _CHECKS in text:
        text = text.replace(_CHECKS, checks())
    sections = _sections(text)
    return Chapter(name, sections[0].title, text, sections)


def marks(language: str) -> dict[str, set[str]]:
    """Kind -> ids of all marks in the chapters of a language."""
    found: dict[str, set[str]] = {"key": set(), "menu": set()}
    for name in names(language):
        for kind, identity in _MARK.findall((folder(language) / f"{name}.md").read_text(encoding="utf-8")):
            found[kind].add(identity)
    return found


def _sections(markdown: str) -> tuple[Section, ...]:
    headings = list(_HEADING.finditer(markdown))
    ends = [*(heading.start() for heading in headings[1:]), len(markdown)]
    return tuple(
        Section(plain(heading[2]), number, plain(markdown[heading.end() : end]))
        for number, (heading, end) in enumerate(zip(headings, ends, strict=True))
    )


def plain(markdown: str) -> str:
    """Words alone, on one line."""
    text = _LINK.sub(r"\1", _PICTURE.sub("", markdown))
    return " ".join(re.sub(r"[*`|>#]|-{3,}", " ", text).split())


@cache
def folded(text: str) -> str:
    """For comparing: without case, accents and ligatures; as many characters as before, so that places stay."""
    return "".join(_fold(character) for character in text)


def _fold(character: str) -> str:
    base = unicodedata.normalize("NFD", character.casefold())
    return base[0] if base else character


def search(chapters: tuple[Chapter, ...], words: str) -> list[Hit]:
    """Sections that have every word, those with them in the heading first."""
    wanted = folded(words).split()
    if not wanted:
        return []
    hits = []
    for chapter in chapters:
        for section in chapter.sections:
            title, text = folded(section.title), folded(section.text)
            if all(word in title or word in text for word in wanted):
                rank = sum(word not in title for word in wanted)
                hits.append((rank, Hit(chapter, section, _snippet(section.text, text, wanted))))
    return [hit for _, hit in sorted(hits, key=lambda ranked: ranked[0])]


def _snippet(text: str, compared: str, wanted: list[str]) -> str:
    places = [place for word in wanted if (place := compared.find(word)) >= 0]
    start = max(0, min(places, default=0) - _SNIPPET // 3)
    start = text.rfind(" ", 0, start + 1) + 1
    end = start + _SNIPPET
    end = len(text) if end >= len(text) else max(start + 1, text.rfind(" ", start, end))
    return ("… " if start else "") + text[start:end].rstrip() + (" …" if end < len(text) else "")
