"""Putting Word files together: what the Word exports share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timezone
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import __version__
from ..domain.protocols import ExportDocument
from ..kit.files import write_archive
from ..text.xml_characters import strip_forbidden
from .export_bilingual_html import language_name
from .target_blocks import title_of

if TYPE_CHECKING:
    from docx.document import Document as WordDocument


def new_word(document: ExportDocument) -> WordDocument:
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


def save_word(word: WordDocument, path: Path) -> list[Path]:
    write_archive(path, word.save)
    return [path]


def landscape(word: WordDocument) -> None:
    from docx.enum.section import WD_ORIENT

    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def language_heads(document: ExportDocument) -> tuple[str, str]:
    pair = document.article.pair
    return language_name(pair.source), language_name(pair.target)


def table_with_heads(word: WordDocument, heads: Sequence[str], widths: Sequence[float]) -> Any:
    """A table with one row, which is repeated on every page. widths: shares of the text's width."""
    section = word.sections[0]
    width = int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0)
    table = word.add_table(rows=1, cols=len(widths), style="Table Grid")
    table.autofit = False
    for column, share in zip(table.columns, widths, strict=True):
        column.width = int(width * share)
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    _repeat_on_every_page(table.rows[0])
    return table


def _repeat_on_every_page(row: Any) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def parsed_xml(parent: str, children: Sequence[str]) -> list[Any]:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    return list(parse_xml(f"<{parent} {nsdecls('w')}>{''.join(children)}</{parent}>"))


def row_xml(cells: Sequence[Sequence[str]], bold: bool) -> str:
    written = ""
    for paragraphs in cells:
        inner = "".join(
            paragraph_xml(text, look="<w:i/>" if number else "<w:b/>" if bold else "")
            for number, text in enumerate(paragraphs)
        )
        written += f"<w:tc>{inner}</w:tc>"
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{written}</w:tr>"


def paragraph_xml(text: str, style: str = "", look: str = "") -> str:
    """Line breaks and tabs become the elements Word has for them."""
    body = escape(text, quote=False).replace("\r\n", "\n").replace("\r", "\n")
    for mark, element in (("\n", "<w:br/>"), ("\t", "<w:tab/>")):
        body = body.replace(mark, f'</w:t>{element}<w:t xml:space="preserve">')
    shape = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:p>{shape}<w:r>{run}<w:t xml:space="preserve">{body}</w:t></w:r></w:p>'
