"""What the elements inside a paragraph of HTML mean.

Source: HTML Living Standard, 4.5 (text-level semantics) and 3.2.5 (content models).
"""

from __future__ import annotations

from typing import Any

from .inline_tree import InlineTree, Meaning, Role

_OBJECTS = frozenset(
    {
        *("img", "picture", "svg", "math", "video", "audio", "canvas", "map", "iframe", "object", "embed", "hr"),
        *("input", "button", "select", "textarea", "meter", "progress", "script", "style", "noscript", "template"),
    }
)
_BREAKS = frozenset({"br", "lb"})
_DROPPED = frozenset({"wbr"})
_PAIR = Meaning(Role.PAIR)


def name_of(element: Any) -> str:
    """The local name: XHTML has a namespace."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def meaning(element: Any) -> Meaning:
    name = name_of(element)
    if name in _BREAKS:
        return Meaning(Role.BREAK)
    if name in _DROPPED:
        return Meaning(Role.DROP)
    if name in _OBJECTS or not "".join(element.itertext()).strip():
        # An element without text is an icon or an anchor, unless it only holds the space between two words.
        blank = name in ("span", "b", "i", "em", "strong", "a", "font", "u") and element.text and not len(element)
        return Meaning(Role.THROUGH if blank else Role.OBJECT)
    if name == "span" and not element.attrib:
        return Meaning(Role.THROUGH)
    return _PAIR


def paragraph(element: Any) -> InlineTree:
    return InlineTree(element, meaning)
