"""A Word document as a skeleton: body, text boxes, footnotes, headers and footers, in that order."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document as open_document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from ..domain.segment import SegmentKind
from ..kit.errors import FormatError
from .archives import open_archive, parse_xml, read_member, refuse_entities
from .assemble import TextBlock
from .docx_paragraphs import DocxParagraph

_NOTES = ("footnotes", "endnotes")
_EDGES = ("header", "footer")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_STYLE_KINDS = {
    "quote": SegmentKind.QUOTE,
    "intensequote": SegmentKind.QUOTE,
    "citation": SegmentKind.QUOTE,
    "caption": SegmentKind.CAPTION,
    "lgende": SegmentKind.CAPTION,
    "htmlpreformatted": SegmentKind.CODE,
}
_AGAIN = "Open it in Word or LibreOffice and save it again as .docx."


def open_word(data: bytes, name: str) -> Any:
    """A python-docx document. Raises FormatError for what is none, or is hostile."""
    archive = open_archive(data, name)
    for member in archive.namelist():
        if member.endswith((".xml", ".rels")):
            refuse_entities(read_member(archive, member, name), f"{name}/{member}")
    try:
        return open_document(BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError, AttributeError, etree.XMLSyntaxError) as error:
        raise FormatError(f"“{name}” is not a whole Word document.", _AGAIN, str(error)) from error


class DocxSkeleton:
    """Raises FormatError."""

    def __init__(self, word: Any, name: str) -> None:
        self._word = word
        self._levels = _style_levels(self._word)
        self._names = {style.style_id: (style.name or "").lower().replace(" ", "") for style in self._word.styles}
        self._side_parts = _side_parts(self._word, name)
        self._paragraphs: list[DocxParagraph] = []
        self.blocks: list[TextBlock] = []
        self.title = (self._word.core_properties.title or "").strip()
        self.metadata: dict[str, str] = {"author": self._word.core_properties.author or ""}
        self.warnings: list[str] = []
        for root in [self._word.element.body, *(root for _, root in self._side_parts)]:
            for element in _paragraph_elements(root):
                self._add(element)
        if next(self._word.element.body.iter(qn("w:del"), qn("w:moveFrom")), None) is not None:
            self.warnings.append("The document has tracked changes: it was read as if they were accepted.")

    def _add(self, element: Any) -> None:
        paragraph = DocxParagraph(element)
        if paragraph.coded.text:
            self._paragraphs.append(paragraph)
            self.blocks.append(TextBlock(paragraph.coded.text, *self._kind(element)))

    def _kind(self, element: Any) -> tuple[SegmentKind, int]:
        style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        style_id = style.get(qn("w:val"), "") if style is not None else ""
        own = element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        level = _number(own) if own is not None else self._levels.get(style_id)
        if level is not None and 0 <= level < 9:
            return SegmentKind.HEADING, min(level + 1, 6)
        kind = _STYLE_KINDS.get(style_id.lower()) or _STYLE_KINDS.get(self._names.get(style_id, ""))
        if kind is not None:
            return kind, 0
        if element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None or "list" in self._names.get(style_id, ""):
            return SegmentKind.LIST_ITEM, 0
        inside = next(element.iterancestors(qn("w:tc"), qn("w:txbxContent")), None)
        in_cell = inside is not None and inside.tag == qn("w:tc")
        return (SegmentKind.TABLE_CELL if in_cell else SegmentKind.PARAGRAPH), 0

    def fill(self, number: int, text: str) -> bool:
        self._paragraphs[number].fill(text)
        return True

    def save(self, language: str) -> bytes:
        for part, root in self._side_parts:
            if not hasattr(part, "element"):
                part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        _set_language(self._word, language)
        out = BytesIO()
        self._word.save(out)
        return out.getvalue()


def _paragraph_elements(root: Any) -> Iterator[Any]:
    """w:p elements in reading order. What is written twice for old programs (mc:Fallback) is read once."""
    for element in root.iter(qn("w:p")):
        if next(element.iterancestors(_FALLBACK), None) is None:
            yield element


def _side_parts(word: Any, name: str) -> list[tuple[Any, Any]]:
    """(part, root element) of notes, headers and footers, each once."""
    found: dict[str, tuple[Any, Any]] = {}
    for wanted in (*_NOTES, *_EDGES):
        for relation in word.part.rels.values():
            if relation.reltype.endswith(f"/{wanted}") and not relation.is_external:
                part = relation.target_part
                root = part.element if hasattr(part, "element") else parse_xml(part.blob, f"{name}/{part.partname}")
                found.setdefault(str(part.partname), (part, root))
    return list(found.values())


def _style_levels(word: Any) -> dict[str, int]:
    """Style id -> outline level (0-based), through the styles it is based on; "Title" counts as the first."""
    own: dict[str, int] = {}
    based: dict[str, str] = {}
    for style in word.styles.element.iter(qn("w:style")):
        style_id = style.get(qn("w:styleId"), "")
        level = style.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        name = style.find(qn("w:name"))
        if level is not None:
            own[style_id] = _number(level)
        elif name is not None and name.get(qn("w:val"), "").lower() == "title":
            own[style_id] = 0
        parent = style.find(qn("w:basedOn"))
        if parent is not None:
            based[style_id] = parent.get(qn("w:val"), "")
    levels = {}
    for style_id in {*own, *based}:
        at, seen = style_id, set[str]()
        while at not in own and at in based and at not in seen:
            seen.add(at)
            at = based[at]
        if at in own:
            levels[style_id] = own[at]
    return levels


def _number(element: Any) -> int:
    text = element.get(qn("w:val"), "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 3 else 9


def _set_language(word: Any, language: str) -> None:
    """The language of the document's text, for the spelling checker of whoever opens it."""
    word.core_properties.language = language
    code = {"en": "en-US"}.get(language, language)
    for element in word.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), code)
