"""Word files: the target alone, and source and target in a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timezone
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import __version__
from ..domain.protocols import ExportDocument
from ..domain.segment import SegmentKind
from ..kit.files import write_archive
from ..text.xml_characters import strip_forbidden
from .export_bilingual_html import language_name
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
        word = _new(document)
        xml = [_paragraph(block.text, style=_style(block)) for block in blocks(document, chosen)]
        end = word.element.body.sectPr
        for paragraph in _parsed("w:body", xml):
            end.addprevious(paragraph)
        return _save(word, path)


class BilingualDocxExporter:
    format = "bilingual-docx"
    extension = ".bilingual.docx"

    def write(self, document: ExportDocument, path: Path, options: Mapping[str, Any]) -> list[Path]:
        chosen = ExportOptions.of(options)
        word = _new(document)
        _landscape(word)
        word.add_heading(strip_forbidden(title_of(document)), level=1)
        _add_table(word, document, entries(document, chosen, Empty.KEEP), chosen)
        return _save(word, path)


def _style(block: Block) -> str:
    if block.kind is SegmentKind.HEADING:
        return f"Heading{block.level or 2}"
    return _STYLES.get(block.kind, "")


def _new(document: ExportDocument) -> WordDocument:
    # Imported here: python-docx costs a fifth of a second, and a table of formats must not.
    from docx import Document as new_document

    word = new_document()
    about = word.core_properties
    about.title = strip_forbidden(title_of(document))[:255]  # Office Open XML: at most 255 characters
    about.language = document.article.pair.target
    about.author, about.comments = "", f"Translator GUI {__version__}"
    # The template's own dates would be years off; the date of the file says when it was made.
    about.created = about.modified = datetime(2000, 1, 1, tzinfo=timezone.utc)
    return word


def _save(word: WordDocument, path: Path) -> list[Path]:
    write_archive(path, word.save)
    return [path]


def _landscape(word: WordDocument) -> None:
    from docx.enum.section import WD_ORIENT

    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def _add_table(word: WordDocument, document: ExportDocument, rows: Iterable[Entry], options: ExportOptions) -> None:
    """The rows are put together as XML: 10,000 of them take half a second so, and minutes by add_row."""
    pair, section = document.article.pair, word.sections[0]
    width = int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0)
    table = word.add_table(rows=1, cols=len(_WIDTHS), style="Table Grid")
    table.autofit = False
    for column, share in zip(table.columns, _WIDTHS, strict=True):
        column.width = int(width * share)
    headings = ("No.", language_name(pair.source), language_name(pair.target), "State")
    for cell, text in zip(table.rows[0].cells, headings, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    _repeat_on_every_page(table.rows[0])
    xml: list[str] = []
    for number, entry in enumerate(rows, start=1):
        remarks = [f"Note: {note}" for note in notes_of(document, entry.row, options)]
        remarks += [finding_text(finding) for finding in findings_of(document, entry.row, options)]
        cells = ([str(number)], [entry.source], [entry.target, *remarks], [entry.row.target.state.value])
        xml.append(_row(cells, entry.row.segment.kind is SegmentKind.HEADING))
    table._tbl.extend(_parsed("w:tbl", xml))


def _repeat_on_every_page(row: Any) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _parsed(parent: str, children: Sequence[str]) -> list[Any]:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    return list(parse_xml(f"<{parent} {nsdecls('w')}>{''.join(children)}</{parent}>"))


def _row(cells: Sequence[Sequence[str]], bold: bool) -> str:
    written = ""
    for paragraphs in cells:
        inner = "".join(
            _paragraph(text, look="<w:i/>" if number else "<w:b/>" if bold else "")
            for number, text in enumerate(paragraphs)
        )
        written += f"<w:tc>{inner}</w:tc>"
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{written}</w:tr>"


def _paragraph(text: str, style: str = "", look: str = "") -> str:
    """Line breaks and tabs become the elements Word has for them."""
    body = escape(text, quote=False).replace("\r\n", "\n").replace("\r", "\n")
    for mark, element in (("\n", "<w:br/>"), ("\t", "<w:tab/>")):
        body = body.replace(mark, f'</w:t>{element}<w:t xml:space="preserve">')
    shape = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:p>{shape}<w:r>{run}<w:t xml:space="preserve">{body}</w:t></w:r></w:p>'
