"""Inline codes of XLIFF 1.2, XLIFF 2.0 and TMX: read as placeables, and written.

The codes of a source and of its target share their numbers; a code whose id is a small number keeps it. What is in a
code (another program's markup) is not text.
Source: XLIFF 1.2, 2.3 (inline elements); XLIFF 2.0, 4.7; TMX 1.4b, 2.4 (content markup).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..text.placeables import Tag, TagKind, parts, tags
from ..text.xml_characters import strip_forbidden
from .xml_reading import local_name

_MARKERS = frozenset({"mrk", "sm", "em", "cp", "sub"})  # seen through
PAIRS = frozenset({"g", "pc", "hi"})
_BEGINS, _ENDS = frozenset({"bpt", "bx", "sc"}), frozenset({"ept", "ex", "ec"})
_LARGEST = 9999


def text_of(element: Any) -> str:
    """All text in ``element`` but that of native codes."""
    return "" if element is None else "".join(piece for piece in met(element, Codes()) if isinstance(piece, str))


@dataclass(frozen=True)
class Met:
    """A placeable and the element that it stands for, which is the same at both ends of a pair that is one element."""

    tag: Tag
    element: Any


class Codes:
    """Numbers of the codes of one unit, given as they are met."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def text(self, element: Any) -> str:
        """The text of a source or target with placeables."""
        return (
            ""
            if element is None
            else "".join(part if isinstance(part, str) else str(part.tag) for part in met(element, self))
        )

    def number(self, key: str) -> int:
        found = self._numbers.get(key)
        if found is None:
            digits = key.partition(":")[2]
            wanted = int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 4 else 0
            taken = set(self._numbers.values())
            free = next(n for n in range(1, _LARGEST) if n not in taken)
            found = self._numbers[key] = wanted if wanted and wanted not in taken else free
        return found


def met(element: Any, codes: Codes) -> Iterable[str | Met]:
    """Texts and codes of an element, in order."""
    yield element.text or ""
    for inner in element:
        name = local_name(inner)
        if name == "cp":
            yield _code_point(inner.get("hex", ""))
        elif name in _MARKERS:
            yield from met(inner, codes)
        elif name in PAIRS:
            number = codes.number(_key("pair", inner))
            yield Met(Tag(TagKind.OPEN, number), inner)
            yield from met(inner, codes)
            yield Met(Tag(TagKind.CLOSE, number), inner)
        elif name in _BEGINS or (name == "it" and inner.get("pos") in ("begin", "open")):
            yield Met(Tag(TagKind.OPEN, codes.number(_key("pair", inner))), inner)
        elif name in _ENDS or (name == "it" and inner.get("pos") in ("end", "close")):
            yield Met(Tag(TagKind.CLOSE, codes.number(_key("pair", inner))), inner)
        elif name:
            yield Met(Tag(TagKind.LONE, codes.number(_key("lone", inner))), inner)
        yield inner.tail or ""


def _key(kind: str, element: Any) -> str:
    """What makes two elements the same code."""
    for name in ("startRef", "rid", "i", "id", "x"):
        if element.get(name):
            return f"{kind}:{element.get(name)}"
    return f"{kind}:{local_name(element)}"


def _code_point(digits: str) -> str:
    """XLIFF 2.0 <cp>: a character XML forbids, by its number. Text keeps only what can be exported again."""
    try:
        return strip_forbidden(chr(int(digits, 16)))
    except (ValueError, OverflowError):
        return ""


# -- writing

Code = tuple[str, dict[str, str]]  # element name, attributes


def _xliff12(tag: Tag, whole: bool) -> Code:
    number = str(tag.number)
    if tag.kind is TagKind.LONE:
        return "x", {"id": number}
    if not whole:
        return "it", {"id": number, "pos": tag.kind.value}
    return "bx" if tag.kind is TagKind.OPEN else "ex", {"id": number, "rid": number}


def _xliff20(tag: Tag, whole: bool) -> Code:
    number = str(tag.number)
    if tag.kind is TagKind.LONE:
        return "ph", {"id": number}
    if tag.kind is TagKind.CLOSE and whole:
        return "ec", {"startRef": number}
    name = "sc" if tag.kind is TagKind.OPEN else "ec"
    return name, {"id": number} if whole else {"id": number, "isolated": "yes"}


def _tmx(tag: Tag, whole: bool) -> Code:
    number = str(tag.number)
    if tag.kind is TagKind.LONE:
        return "ph", {"x": number}
    opens = tag.kind is TagKind.OPEN
    if not whole:
        return "it", {"pos": "begin" if opens else "end", "x": number}
    return "bpt" if opens else "ept", {"i": number}


DIALECTS = {"xliff12": _xliff12, "xliff20": _xliff20, "tmx": _tmx}


def coded_parts(text: str, dialect: str) -> list[str | Code]:
    """Texts and (element name, attributes) in order. A placeable met a second time is text: codes are unique."""
    shape, seen = DIALECTS[dialect], set[Tag]()
    whole = _whole(tags(text))
    result: list[str | Code] = []
    for part in parts(text):
        if isinstance(part, str) or part in seen:
            result.append(str(part))
        else:
            seen.add(part)
            result.append(shape(part, part.number in whole))
    return result


def _whole(found: list[Tag]) -> set[int]:
    """Numbers of pairs that open before they close."""
    opened: set[int] = set()
    whole: set[int] = set()
    for tag in found:
        if tag.kind is TagKind.OPEN:
            opened.add(tag.number)
        elif tag.kind is TagKind.CLOSE and tag.number in opened:
            whole.add(tag.number)
    return whole


def fill_coded(element: Any, text: str, dialect: str) -> None:
    """Put a text with placeables into an empty element, as that dialect's codes in the element's namespace."""
    prefix = element.tag[: element.tag.index("}") + 1] if element.tag.startswith("{") else ""
    last = None
    for part in coded_parts(text, dialect):
        if isinstance(part, tuple):
            last = element.makeelement(prefix + part[0], part[1])
            element.append(last)
        elif last is None:
            element.text = (element.text or "") + part
        else:
            last.tail = (last.tail or "") + part
