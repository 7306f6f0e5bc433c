"""A Word table that goes to a colleague and comes back: changed English and comments are told apart from what was sent.

Every word processor keeps the first column, so the ids stand there, in sight. What was sent is not in the file: it is
compared with the project, which has its own history.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..domain.protocols import ExportDocument
from ..domain.remark import Comment
from ..kit.errors import FormatError
from ..text.xml_characters import strip_forbidden
from .docx_writing import landscape, language_heads, new_word, parsed_xml, row_xml, save_word, table_with_heads
from .export_options import Empty, ExportOptions, entries, notes_of, remarks_of
from .target_blocks import title_of

ID_HEAD = "ID"
_WIDTHS = (0.09, 0.44, 0.47)
_HOW = (
    "Change the English in the third column, with tracked changes or without, and comment where you like. "
    "Leave the first column as it is, then send the file back."
)
EXTENSION = ".review.docx"


class ReviewDocxExporter:
    """Comments and notes go along as Word comments."""

    format = "review-docx"
    extension = EXTENSION

    def write(self, document: ExportDocument, path: Path, options: Mapping[str, Any]) -> list[Path]:
        chosen = ExportOptions.of(options)
        word = new_word(document)
        landscape(word)
        word.add_heading(strip_forbidden(title_of(document)), level=1)
        word.add_paragraph(_HOW)
        table = table_with_heads(word, (ID_HEAD, *language_heads(document)), _WIDTHS)
        said: list[tuple[int, str, str]] = []  # (row, who, what)
        xml: list[str] = []
        for number, entry in enumerate(entries(document, chosen, Empty.KEEP), start=1):
            xml.append(row_xml(([entry.row.id], [entry.source], [entry.target]), bold=False))
            said += [(number, "", note) for note in notes_of(document, entry.row, chosen)]
            said += [
                (number, remark.by, remark.body)
                for remark in remarks_of(document, entry.row, chosen)
                if isinstance(remark, Comment) and not remark.resolved
            ]
        table._tbl.extend(parsed_xml("w:tbl", xml))
        _comment(word, table, said)
        return save_word(word, path)


def _comment(word: Any, table: Any, said: Sequence[tuple[int, str, str]]) -> None:
    from docx.text.paragraph import Paragraph

    rows = table._tbl.tr_lst
    for number, who, what in said:
        cell = rows[number].tc_lst[2]
        runs = Paragraph(cell.p_lst[0], table).runs
        word.add_comment(runs, strip_forbidden(what), strip_forbidden(who), "")


@dataclass(frozen=True)
class ReturnedRow:
    """One row as it came back. comments: (who, what, the words it stands at)."""

    id: str
    target: str
    comments: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class ReturnedReview:
    """by: who saved the file last, "" when it does not say."""

    rows: tuple[ReturnedRow, ...]
    by: str = ""


def read_review(data: bytes, name: str) -> ReturnedReview:
    """Tracked changes are read as accepted. Raises FormatError for a file without such a table."""
    from docx.oxml.ns import qn

    from .docx_skeleton import open_word

    word = open_word(data, name)
    told = {str(each.comment_id): (each.author or "", each.text or "") for each in word.comments}
    for table in word.element.body.iter(qn("w:tbl")):
        rows = table.findall(qn("w:tr"))
        if rows and _cells(rows[0], qn)[:1] == [ID_HEAD] and len(_cells(rows[0], qn)) == len(_WIDTHS):
            found = tuple(_returned(row, told, qn) for row in rows[1:] if len(row.findall(qn("w:tc"))) == len(_WIDTHS))
            return ReturnedReview(found, word.core_properties.last_modified_by or "")
    hint = "Choose the Word file that “Word, for a colleague’s review” wrote and that came back."
    raise FormatError(f"“{name}” is not a review file of this program.", hint)


def _cells(row: Any, qn: Any) -> list[str]:
    from .docx_tables import cell_text

    return [cell_text(cell) for cell in row.findall(qn("w:tc"))]


def _returned(row: Any, told: Mapping[str, tuple[str, str]], qn: Any) -> ReturnedRow:
    cells = _cells(row, qn)
    comments = tuple(
        (*told[number], words) for number, words in _commented(row, qn) if number in told and told[number][1].strip()
    )
    return ReturnedRow(cells[0].strip(), cells[2], comments)


def _commented(row: Any, qn: Any) -> Iterator[tuple[str, str]]:
    """(comment's id, the words between its marks)."""
    begun: dict[str, list[str]] = {}
    for element in row.iter(qn("w:commentRangeStart"), qn("w:commentRangeEnd"), qn("w:t"), qn("w:commentReference")):
        number = element.get(qn("w:id"), "")
        if element.tag == qn("w:commentRangeStart"):
            begun[number] = []
        elif element.tag == qn("w:t"):
            for words in begun.values():
                words.append(element.text or "")
        elif element.tag == qn("w:commentRangeEnd") and number in begun:
            yield number, "".join(begun.pop(number))
