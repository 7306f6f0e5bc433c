"""Paragraphs of a Word document: their text with placeables, and how to put another text in.

Source: ECMA-376 Part 1, 17.3 (paragraphs and runs), 17.16 (fields).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from .inline_codes import Close, Coded, InlineText, Lone, Open

# Containers whose content is read as if they were not there.
_THROUGH = {qn(f"w:{name}") for name in ("ins", "smartTag", "sdt", "sdtContent", "customXml", "moveTo", "dir", "bdo")}
# Marks without a look of their own: they keep to the edge of the paragraph.
_STARTS = {qn(f"w:{name}") for name in ("bookmarkStart", "permStart", "commentRangeStart")}
_ENDS = {qn(f"w:{name}") for name in ("bookmarkEnd", "permEnd", "commentRangeEnd")}
_DROPPED = {
    qn(f"w:{name}") for name in (
        "pPr", "proofErr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "del", "moveFrom", "moveFromRangeStart",
        "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    )
}  # fmt: skip
_APART = {qn(f"w:{name}") for name in ("tab", "br", "cr")}
_TEXTS = {qn("w:noBreakHyphen"): "\u2011", qn("w:softHyphen"): "\u00ad"}
_IGNORED_IN_RUNS = {qn("w:rPr"), qn("w:lastRenderedPageBreak"), qn("w:delText")}
# What differs between two runs without being seen.
_UNSEEN = {qn(f"w:{name}") for name in ("lang", "noProof", "szCs", "bCs", "iCs", "rtl", "webHidden", "kern")}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS = re.compile(r"(\n|\t)")


class DocxParagraph:
    """One w:p element. coded: what is in it."""

    def __init__(self, element: Any) -> None:
        self.element = element
        self._base = _base_look(element)
        self._starts: list[Any] = []
        self._ends: list[Any] = []
        inline = InlineText(collapse=False)
        self._read(list(element), inline, _key(self._base))
        self.coded: Coded = inline.coded()

    # -- reading

    def _read(self, nodes: list[Any], inline: InlineText, look: str) -> None:
        place = 0
        while place < len(nodes):
            end = _end_of_field(nodes, place)
            if end > place:
                self._read_field(nodes[place : end + 1], inline, look)
            else:
                self._read_node(nodes[place], inline, look)
            place = end + 1

    def _read_node(self, node: Any, inline: InlineText, look: str) -> None:
        tag = node.tag
        if tag == qn("w:r"):
            self._read_run(node, inline, look)
        elif tag == qn("w:hyperlink"):
            base = _base_look(node)
            inline.open(("link", id(node)), ([_shell(node)], base))
            self._read(list(node), inline, _key(base))
            inline.close()
        elif tag in _THROUGH:
            self._read(list(node), inline, look)
        elif tag in _STARTS:
            self._starts.append(node)
        elif tag in _ENDS:
            self._ends.append(node)
        elif tag not in _DROPPED and isinstance(tag, str):
            inline.lone([node])

    def _read_field(self, nodes: list[Any], inline: InlineText, look: str) -> None:
        """A link is a pair; any other field is one object, its result included."""
        separator = next((n for n, node in enumerate(nodes) if "separate" in _marks(node)), 0)
        words = "".join(leaf.text or "" for node in nodes[:separator] for leaf in node.iter(qn("w:instrText")))
        if separator and words.split()[:1] == ["HYPERLINK"]:
            base = _base_look(nodes[separator + 1 : -1])
            inline.open(("field", id(nodes[0])), ([*nodes[: separator + 1], nodes[-1]], base))
            self._read(nodes[separator + 1 : -1], inline, _key(base))
            inline.close()
        else:
            inline.lone(nodes)

    def _read_run(self, run: Any, inline: InlineText, look: str) -> None:
        shape = run.find(qn("w:rPr"))
        key = _key(shape)
        if key != look:
            inline.open(("look", key), (None, shape))
        for child in run:
            if child.tag == qn("w:t"):
                inline.add(child.text or "")
            elif child.tag in _TEXTS:
                inline.add(_TEXTS[child.tag])
            elif child.tag == qn("w:commentReference"):
                self._ends.append(run)
            elif child.tag not in _IGNORED_IN_RUNS and isinstance(child.tag, str):
                inline.lone((shape, child), apart=child.tag in _APART)
        if key != look:
            inline.close()

    # -- writing

    def fill(self, text: str) -> None:
        """The paragraph with another text, its own properties and the look of its runs kept."""
        for child in [child for child in self.element if child.tag != qn("w:pPr")]:
            self.element.remove(child)
        self.element.extend(self._starts)
        stack: list[tuple[Any, Any, Any]] = [(self.element, self._base, None)]  # (parent, look, end of a field)
        for piece in self.coded.pieces(text):
            parent, look, _ = stack[-1]
            if isinstance(piece, str):
                parent.append(_run(piece, look))
            elif isinstance(piece, Open):
                stack.append(_opened(piece, parent))
            elif isinstance(piece, Lone):
                # Moved, not copied: text boxes in it are still those that were read.
                parent.extend(piece.payload if isinstance(piece.payload, list) else [_run_with(*piece.payload)])
            elif isinstance(piece, Close):
                end = stack.pop()[2]
                if end is not None:
                    stack[-1][0].append(end)
        self.element.extend(self._ends)


def _opened(piece: Open, parent: Any) -> tuple[Any, Any, Any]:
    shell, shape = piece.payload
    if shell is None:
        return parent, shape, None
    copies = [deepcopy(each) for each in shell]
    if len(copies) == 1:
        parent.append(copies[0])
        return copies[0], shape, None
    parent.extend(copies[:-1])  # a link made of a field
    return parent, shape, copies[-1]


def _run(text: str, look: Any) -> Any:
    run = etree.Element(qn("w:r"), nsmap=None)
    if look is not None:
        run.append(deepcopy(look))
    for part in _BREAKS.split(text):
        if part == "\n":
            etree.SubElement(run, qn("w:br"))
        elif part == "\t":
            etree.SubElement(run, qn("w:tab"))
        elif part:
            leaf = etree.SubElement(run, qn("w:t"))
            leaf.text = part
            leaf.set(_SPACE, "preserve")
    return run


def _run_with(look: Any, child: Any) -> Any:
    run = _run("", look)
    run.append(child)
    return run


def _shell(link: Any) -> Any:
    empty = deepcopy(link)
    for child in list(empty):
        empty.remove(child)
    return empty


def _base_look(parent: Any) -> Any:
    """The w:rPr of most of the text, None for none."""
    lengths: dict[str, int] = {}
    first: dict[str, Any] = {}
    for run in _runs(parent):
        shape = run.find(qn("w:rPr"))
        key = _key(shape)
        first.setdefault(key, shape)
        lengths[key] = lengths.get(key, 0) + sum(len(leaf.text or "") for leaf in run.iterchildren(qn("w:t")))
    return first[max(lengths, key=lambda key: lengths[key])] if lengths else None


def _runs(parent: Any) -> Iterator[Any]:
    for child in parent:
        if child.tag == qn("w:r"):
            yield child
        elif child.tag in _THROUGH:
            yield from _runs(child)


def _key(shape: Any) -> str:
    """What one sees of a w:rPr."""
    if shape is None:
        return ""
    seen = sorted(etree.tostring(child, method="c14n") for child in shape if child.tag not in _UNSEEN)
    return b"".join(seen).decode()


def _marks(element: Any) -> list[str]:
    """Kinds of the field marks in it: begin, separate, end."""
    return [mark.get(qn("w:fldCharType"), "") for mark in element.iter(qn("w:fldChar"))]


def _end_of_field(nodes: list[Any], place: int) -> int:
    """Where the field that begins at ``place`` ends; ``place`` itself when none does, or not in this paragraph."""
    depth = 0
    for number in range(place, len(nodes)):
        marks = _marks(nodes[number])
        depth += marks.count("begin") - marks.count("end")
        if depth <= 0:
            return number
    return place
