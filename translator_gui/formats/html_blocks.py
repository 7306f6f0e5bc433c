"""Blocks of a web page's main text, from what trafilatura found and what it loses: captions, and the last heading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..domain.segment import SegmentKind
from ..text.normalise import one_line
from ..text.placeables import plain
from .assemble import TextBlock
from .html_inline import name_of, paragraph
from .inline_tree import InlineTree

_TEXT_KINDS = {
    "p": SegmentKind.PARAGRAPH,
    "head": SegmentKind.HEADING,
    "item": SegmentKind.LIST_ITEM,
    "quote": SegmentKind.QUOTE,
    "code": SegmentKind.CODE,
    "cell": SegmentKind.TABLE_CELL,
}
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BLOCKS = frozenset(
    {"p", "li", "blockquote", "figcaption", "caption", "pre", "td", "th", "dd", "dt", "div", *_HEADINGS}
)
_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "svg", "nav", "header", "footer", "aside", "form", "iframe"}
)


def _is_element(node: Any) -> bool:
    return isinstance(node.tag, str)


def _own_text(node: Any) -> str:
    """Text of a node without that of nested blocks; <br> and <lb> are spaces."""
    parts = [node.text or ""]
    for child in node:
        if _is_element(child) and child.tag in ("lb", "br"):
            parts.append(" ")
        elif _is_element(child) and child.tag not in _TEXT_KINDS and child.tag not in ("list", "table", "row"):
            parts.append(_own_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def extracted_blocks(body: Any) -> Iterator[TextBlock]:
    """Blocks of trafilatura's tree, in order. A quote's or a cell's paragraphs keep the outer kind."""
    yield from _walk(body, None, 0)


def _walk(node: Any, outer: SegmentKind | None, depth: int) -> Iterator[TextBlock]:
    kind, level = outer, 0
    if _is_element(node) and node.tag in _TEXT_KINDS:
        own = _TEXT_KINDS[node.tag]
        kind = outer if outer not in (None, SegmentKind.PARAGRAPH) and own is SegmentKind.PARAGRAPH else own
        level = _HEADINGS.get(node.get("rend", "h2"), 2) if own is SegmentKind.HEADING else 0
    if kind is SegmentKind.CODE:
        text = "".join(node.itertext()).strip()
        if text:
            yield TextBlock(text, kind)
        return
    if _is_element(node):
        text = one_line(_own_text(node)) if node.tag in _TEXT_KINDS or depth == 0 else ""
        if text:
            yield TextBlock(text, kind or SegmentKind.PARAGRAPH, level)
        for child in node:
            if _is_element(child):
                yield from _nested(child, kind, depth + 1)


def _nested(child: Any, kind: SegmentKind | None, depth: int) -> Iterator[TextBlock]:
    """Children that hold blocks of their own; inline ones were read with their parent."""
    if child.tag in _TEXT_KINDS or child.tag in ("list", "table", "row"):
        yield from _walk(child, kind, depth)
    elif depth < 200:
        for grandchild in child:
            if _is_element(grandchild):
                yield from _nested(grandchild, kind, depth + 1)


def page_blocks(tree: Any, skipped: frozenset[str] = _SKIPPED) -> list[tuple[InlineTree, TextBlock]]:
    """Leaf blocks of the page itself, in order, outside menus, footers, forms and scripts; texts with placeables."""
    found: list[tuple[InlineTree, TextBlock]] = []
    skipping: Any = None
    for event, node in _events(tree):
        if not _is_element(node):
            continue
        if skipping is not None:
            if event == "end" and node is skipping:
                skipping = None
            continue
        name = name_of(node)
        if event == "start" and name in skipped and not _is_article_header(node):
            skipping = node
        elif event == "start" and name in _BLOCKS and not _holds_blocks(node):
            place = paragraph(node)
            if place.coded.text:
                found.append((place, TextBlock(place.coded.text, _page_kind(name), _HEADINGS.get(name, 0))))
    return found


def _is_article_header(node: Any) -> bool:
    return name_of(node) == "header" and any(name_of(each) in ("article", "main") for each in node.iterancestors())


def _events(tree: Any) -> Iterator[tuple[str, Any]]:
    from lxml import etree

    yield from etree.iterwalk(tree, events=("start", "end"))


def _holds_blocks(node: Any) -> bool:
    return any(name_of(inner) in _BLOCKS for inner in node.iterdescendants())


def _page_kind(tag: str) -> SegmentKind:
    if tag in _HEADINGS:
        return SegmentKind.HEADING
    kinds = {
        "li": SegmentKind.LIST_ITEM,
        "blockquote": SegmentKind.QUOTE,
        "figcaption": SegmentKind.CAPTION,
        "caption": SegmentKind.CAPTION,
        "pre": SegmentKind.CODE,
        "td": SegmentKind.TABLE_CELL,
        "th": SegmentKind.TABLE_CELL,
    }
    return kinds.get(tag, SegmentKind.PARAGRAPH)


def with_what_was_lost(
    blocks: list[TextBlock], page: list[tuple[InlineTree, TextBlock]]
) -> list[tuple[InlineTree | None, TextBlock]]:
    """The blocks, each with the paragraph of the page that it is, its placeables put in; captions put back where they
    stood, and the heading(s) that directly follow the last block."""
    places = _places(blocks, page)
    known = [place for place in places if place is not None]
    if not known:
        return [(None, block) for block in blocks]
    have = {one_line(block.text) for block in blocks}
    result: list[tuple[InlineTree | None, TextBlock]] = []
    at = known[0]
    for block, place in zip(blocks, places, strict=True):
        if place is None:
            result.append((None, block))
            continue
        result += [each for each in page[at:place] if each[1].kind is SegmentKind.CAPTION and _is_new(each[1], have)]
        at = max(at, place)
        result.append((page[place][0], block._replace(text=page[place][1].text)))
    return result + _after_last(page, known[-1], have)


def _is_new(block: TextBlock, have: set[str]) -> bool:
    return one_line(plain(block.text)) not in have


def _places(blocks: list[TextBlock], page: list[tuple[InlineTree, TextBlock]]) -> list[int | None]:
    """For each block the index of the page block with the same text, going forward."""
    index: dict[str, list[int]] = {}
    for number, (_, block) in enumerate(page):
        index.setdefault(one_line(plain(block.text)), []).append(number)
    places: list[int | None] = []
    last = -1
    for block in blocks:
        place = next((n for n in index.get(one_line(block.text), ()) if n > last), None)
        places.append(place)
        last = place if place is not None else last
    return places


def _after_last(
    page: list[tuple[InlineTree, TextBlock]], last: int, have: set[str]
) -> list[tuple[InlineTree | None, TextBlock]]:
    """Captions and headings that follow the last block under the same parent (or its figure)."""
    parent = page[last][0].element.getparent()
    found: list[tuple[InlineTree | None, TextBlock]] = []
    for place, block in page[last + 1 :]:
        node = place.element
        inside = node.getparent() is parent or (block.kind is SegmentKind.CAPTION and parent in node.iterancestors())
        if not inside or block.kind not in (SegmentKind.HEADING, SegmentKind.CAPTION) or not _is_new(block, have):
            break
        found.append((place, block))
    return found
