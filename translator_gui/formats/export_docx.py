"""Word files: the target alone, and source and target in a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..domain.protocols import ExportDocument
from ..domain.segment import SegmentKind
from ..text.xml_characters import strip_forbidden
from .docx_writing import (
    landscape,
    language_heads,
    new_word,
    paragraph_xml,
    parsed_xml,
    row_xml,
    save_word,
    table_with_heads,
)
from .export_layout import has_layout, write_layout
from .export_options import Empty, Entry, ExportOptions, entries, findings_of, notes_of
from .target_blocks import Block, blocks, title_of
from .xml_writing import finding_text

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

# Style ids of python-docx's own template.
_STYLES = {SegmentKind.LIST_ITEM: "ListBullet", SegmentKind.QUOTE: "Quote", SegmentKind.CAPTION: "Caption"}
# Shares of the text's width: number, source, target, state.
_WIDTHS = (0.06, 0.41, 0.41, 0.12)


class DocxExporter:
    format = "docx"
    extension = ".docx"

    def write(self, document: ExportDocument, path: Path, options: Mapping[str, Any]) -> list[Path]:
        chosen = ExportOptions.of(options)
        if chosen.layout and has_layout(document, self.format):
            return write_layout(document, path, chosen)
        word = new_word(document)
        xml = [paragraph_xml(block.text, style=_style(block)) for block in blocks(document, chosen)]
        end = word.element.body.sectPr
        for paragraph in parsed_xml("w:body", xml):
            end.addprevious(paragraph)
        return save_word(word, path)


class BilingualDocxExporter:
    format = "bilingual-docx"
    extension = ".bilingual.docx"

    def write(self, document: ExportDocument, path: Path, options: Mapping[str, Any]) -> list[Path]:
        chosen = ExportOptions.of(options)
        word = new_word(document)
        landscape(word)
        word.add_heading(strip_forbidden(title_of(document)), level=1)
        _add_table(word, document, entries(document, chosen, Empty.KEEP), chosen)
        return save_word(word, path)


def _style(block: Block) -> str:
    if block.kind is SegmentKind.HEADING:
        return f"Heading{block.level or 2}"
    return _STYLES.get(block.kind, "")


def _add_table(word: WordDocument, document: ExportDocument, rows: Iterable[Entry], options: ExportOptions) -> None:
    """The rows are put together as XML: 10,000 of them take half a second so, and minutes by add_row."""
    table = table_with_heads(word, ("No.", *language_heads(document), "State"), _WIDTHS)
    xml: list[str] = []
    for number, entry in enumerate(rows, start=1):
        remarks = [f"Note: {note}" for note in notes_of(document, entry.row, options)]
        remarks += [finding_text(finding) for finding in findings_of(document, entry.row, options)]
        cells = ([str(number)], [entry.source], [entry.target, *remarks], [entry.row.target.state.value])
        xml.append(row_xml(cells, entry.row.segment.kind is SegmentKind.HEADING))
    table._tbl.extend(parsed_xml("w:tbl", xml))
