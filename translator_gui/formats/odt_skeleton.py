"""An OpenDocument text (.odt) as a skeleton: the body, then headers and footers.

Source: OASIS OpenDocument 1.3 Part 3, 5 (text content) and 6 (paragraph elements content).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from ..domain.segment import SegmentKind
from ..kit.errors import FormatError
from .archives import open_archive, parse_member, read_member, rewritten
from .assemble import TextBlock
from .inline_tree import InlineTree, Meaning, Role

_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
_FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_DC = "http://purl.org/dc/elements/1.1/"
_RSID = "http://openoffice.org/2009/office"
_PARAGRAPHS = (f"{{{_TEXT}}}p", f"{{{_TEXT}}}h")
_STYLE_NAME = f"{{{_TEXT}}}style-name"
_EDGES = frozenset({"bookmark", "bookmark-start", "bookmark-end", "reference-mark", "reference-mark-start",
                    "reference-mark-end", "toc-mark", "toc-mark-start", "toc-mark-end"})  # fmt: skip
_DROPPED = frozenset({"soft-page-break", "change", "change-start", "change-end"})
_PARTS = ("content.xml", "styles.xml")


class OdtSkeleton:
    """Raises FormatError."""

    def __init__(self, data: bytes, name: str) -> None:
        self._archive = open_archive(data, name)
        if b"opendocument.text" not in _mimetype(self._archive, name) and "content.xml" not in self._archive.namelist():
            raise FormatError(f"“{name}” is not an OpenDocument text.", "Save it as .odt or .docx.")
        read_member(self._archive, "content.xml", name)
        self._roots = {part: parse_member(self._archive, part, name) for part in _PARTS if _has(self._archive, part)}
        self._unseen = {style for root in self._roots.values() for style in _unseen_styles(root)}
        self._places: list[InlineTree] = []
        self.blocks: list[TextBlock] = []
        self.metadata: dict[str, str] = {}
        self.warnings: list[str] = []
        self.title = _title(self._archive, name)
        for root in self._roots.values():
            for element in _paragraph_elements(root):
                place = InlineTree(element, self._meaning)
                if place.coded.text:
                    self._places.append(place)
                    self.blocks.append(TextBlock(place.coded.text, *_kind(element)))
        if self._roots["content.xml"].find(f".//{{{_TEXT}}}tracked-changes") is not None:
            self.warnings.append("The document has tracked changes: it was read as if they were accepted.")

    def _meaning(self, element: Any) -> Meaning:
        namespace, _, name = element.tag[1:].partition("}")
        if namespace == _TEXT and name == "s":
            return Meaning(Role.TEXT, " ")
        if namespace == _TEXT and name in ("tab", "line-break"):
            return Meaning(Role.BREAK)
        if namespace == _TEXT and name in _EDGES:
            return Meaning(Role.EDGE)
        if namespace == _TEXT and name in _DROPPED:
            return Meaning(Role.DROP)
        if namespace == _TEXT and name == "span":
            plain = element.get(_STYLE_NAME) in self._unseen or not element.get(_STYLE_NAME)
            return Meaning(Role.THROUGH if plain else Role.PAIR)
        if namespace == _TEXT and name in ("a", "meta", "ruby", "ruby-base"):
            return Meaning(Role.PAIR)
        return Meaning(Role.OBJECT)

    def fill(self, number: int, text: str) -> bool:
        self._places[number].fill(text)
        return True

    def save(self, language: str) -> bytes:
        for root in self._roots.values():
            for properties in root.iter(f"{{{_STYLE}}}text-properties"):
                if properties.get(f"{{{_FO}}}language"):
                    properties.set(f"{{{_FO}}}language", language)
                    properties.set(f"{{{_FO}}}country", "US" if language == "en" else "none")
        changed = {
            part: etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8")
            for part, root in self._roots.items()
        }
        return rewritten(self._archive, changed)


def _has(archive: Any, part: str) -> bool:
    return part in archive.namelist()


def _mimetype(archive: Any, name: str) -> bytes:
    return read_member(archive, "mimetype", name)[:100] if _has(archive, "mimetype") else b""


def _paragraph_elements(root: Any) -> Iterator[Any]:
    """Paragraphs and headings; not those of deleted text, notes of reviewers or forms."""
    skipped = {f"{{{_TEXT}}}tracked-changes", f"{{{_OFFICE}}}annotation", f"{{{_OFFICE}}}forms"}
    for element in root.iter(*_PARAGRAPHS):
        if not any(parent.tag in skipped for parent in element.iterancestors()):
            yield element


def _kind(element: Any) -> tuple[SegmentKind, int]:
    if element.tag == _PARAGRAPHS[1]:
        level = element.get(f"{{{_TEXT}}}outline-level", "1")
        return SegmentKind.HEADING, min(max(int(level) if level.isdigit() and len(level) < 3 else 1, 1), 6)
    style = element.get(_STYLE_NAME, "").lower()
    if style == "title":
        return SegmentKind.HEADING, 1
    if style.startswith(("quot", "citation")):
        return SegmentKind.QUOTE, 0
    if style.startswith(("caption", "illustration", "figure")):
        return SegmentKind.CAPTION, 0
    for parent in element.iterancestors():
        if parent.tag == f"{{{_TEXT}}}list-item":
            return SegmentKind.LIST_ITEM, 0
        if parent.tag == f"{{{_TABLE}}}table-cell":
            return SegmentKind.TABLE_CELL, 0
    return SegmentKind.PARAGRAPH, 0


def _unseen_styles(root: Any) -> Iterator[str]:
    """Automatic text styles that only say when something was typed, or in which language."""
    for style in root.iter(f"{{{_STYLE}}}style"):
        if style.get(f"{{{_STYLE}}}family") != "text" or style.getparent().tag != f"{{{_OFFICE}}}automatic-styles":
            continue
        seen = [
            key
            for properties in style
            for key in properties.attrib
            if not key.startswith(f"{{{_RSID}}}") and not key.rpartition("}")[2].startswith(("language", "country"))
        ]
        if not seen and not style.get(f"{{{_STYLE}}}parent-style-name"):
            yield style.get(f"{{{_STYLE}}}name", "")


def _title(archive: Any, name: str) -> str:
    if not _has(archive, "meta.xml"):
        return ""
    found = parse_member(archive, "meta.xml", name).find(f".//{{{_DC}}}title")
    return (found.text or "").strip() if found is not None else ""
