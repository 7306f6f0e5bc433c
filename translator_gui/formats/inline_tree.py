"""Paragraphs whose formatting is a tree of elements (HTML, ODT): text with placeables, and back.

What each element means is the format's: a grammar says it.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from copy import deepcopy
from enum import Enum
from typing import Any, NamedTuple

from .inline_codes import Close, Coded, InlineText, Lone, Open


class Role(Enum):
    """What an element inside a paragraph is.

    PAIR: formatting of the text in it. THROUGH: its content counts, it does not. OBJECT: something to be kept whole.
    BREAK: an object between words. TEXT: stands for characters (``Meaning.text``). EDGE: without a look, kept at the
    paragraph's start. DROP: gone when the paragraph is rewritten.
    """

    PAIR = "pair"
    THROUGH = "through"
    OBJECT = "object"
    BREAK = "break"
    TEXT = "text"
    EDGE = "edge"
    DROP = "drop"


class Meaning(NamedTuple):
    role: Role
    text: str = ""


Grammar = Callable[[Any], Meaning]
_DEEPEST = 60  # elements inside one another in a paragraph; what is deeper is an object


class InlineTree:
    """One paragraph element. coded: what is in it."""

    def __init__(self, element: Any, grammar: Grammar, collapse: bool = True) -> None:
        self.element = element
        self._grammar = grammar
        self._edge: list[Any] = []
        inline = InlineText(collapse)
        self._read(element, inline, 0)
        self.coded: Coded = inline.coded()

    def _read(self, parent: Any, inline: InlineText, depth: int) -> None:
        inline.add(parent.text or "")
        for child in parent:
            if isinstance(child.tag, str):
                self._read_child(child, inline, depth)
            inline.add(child.tail or "")

    def _read_child(self, child: Any, inline: InlineText, depth: int) -> None:
        role, text = self._grammar(child)
        if depth >= _DEEPEST or role is Role.OBJECT:
            inline.lone(child)
        elif role is Role.PAIR:
            inline.open(_key(child), _shell(child))
            self._read(child, inline, depth + 1)
            inline.close()
        elif role is Role.THROUGH:
            self._read(child, inline, depth + 1)
        elif role is Role.BREAK:
            inline.lone(child, apart=True)
        elif role is Role.TEXT:
            inline.add(text)
        elif role is Role.EDGE:
            self._edge.append(child)

    def fill(self, text: str) -> None:
        """The element with another text; its own attributes stay."""
        for child in list(self.element):
            self.element.remove(child)
        self.element.text = None
        for each in self._edge:
            each.tail = None
            self.element.append(each)
        parents = [self.element]
        for piece in self.coded.pieces(text):
            if isinstance(piece, str):
                _append_text(parents[-1], piece)
            elif isinstance(piece, Open):
                shell = deepcopy(piece.payload)
                parents[-1].append(shell)
                parents.append(shell)
            elif isinstance(piece, Close):
                parents.pop()
            elif isinstance(piece, Lone):
                # Moved, not copied: paragraphs in it are still those that were read.
                piece.payload.tail = None
                parents[-1].append(piece.payload)


def _append_text(parent: Any, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _shell(element: Any) -> Any:
    """The element without what is in it. Copied, not made anew: a broken page has names (<t);>) that the parser lets
    through and nobody may make."""
    shell = copy.copy(element)
    shell.text = shell.tail = None
    for child in list(shell):
        shell.remove(child)
    return shell


def _key(element: Any) -> Any:
    return (element.tag, tuple(sorted(element.attrib.items())))
