"""The text of a segment without its inline codes (XLIFF 1.2, XLIFF 2.0, TMX)."""

from __future__ import annotations

from typing import Any

from ..text.xml_characters import strip_forbidden
from .xml_reading import local_name

# Their content is another program's markup, not text; <sub> in them is text of its own and rare.
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut", "x", "bx", "ex", "sc", "ec"})
_MARKERS = frozenset({"mrk", "sm", "em", "hi", "cp"})


def text_of(element: Any) -> str:
    """All text in ``element`` but that of native codes."""
    if element is None:
        return ""
    parts = [element.text or ""]
    for inner in element:
        name = local_name(inner)
        if name == "cp":
            parts.append(_code_point(inner.get("hex", "")))
        elif name not in _CODES:
            parts.append(text_of(inner))
        parts.append(inner.tail or "")
    return "".join(parts)


def has_codes(element: Any) -> bool:
    """Is there formatting that text_of leaves out?"""
    return element is not None and any(local_name(inner) not in _MARKERS for inner in element.iterdescendants("*"))


def _code_point(digits: str) -> str:
    """XLIFF 2.0 <cp>: a character XML forbids, by its number. Text keeps only what can be exported again."""
    try:
        return strip_forbidden(chr(int(digits, 16)))
    except (ValueError, OverflowError):
        return ""
