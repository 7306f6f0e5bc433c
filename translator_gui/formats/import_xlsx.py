"""Excel workbooks: a table of pairs, columns told by their names, their languages or the person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from ..domain.article import Document
from ..kit.errors import FormatError, InputError
from .archives import is_archive, open_archive, read_member, refuse_entities
from .limits import refuse_too_many
from .reading import not_whole
from .table_rows import document_of_table

_MOST_COLUMNS = 60
_AGAIN = "Open it in Excel or LibreOffice and save it again as .xlsx."


class XlsxImporter:
    """format "xlsx"."""

    format = "xlsx"
    extensions = (".xlsx", ".xlsm")

    def sniff(self, head: bytes, name: str) -> float:
        if not is_archive(head):
            return 0.0
        return 0.9 if b"xl/" in head or name.lower().endswith(self.extensions) else 0.0

    def read(self, data: bytes, name: str, options: Mapping[str, Any]) -> Document:
        """options: sheet (its name; the first with two columns else); columns, header (see table_rows).

        Raises FormatError or InputError.
        """
        with not_whole(name, "Excel workbook"):
            rows = sheet_rows(data, name, str(options.get("sheet") or ""))
            return document_of_table(rows, name, self.format, options)


def sheet_rows(data: bytes, name: str, sheet: str = "") -> Iterator[tuple[int, list[str]]]:
    """(row number, cells) of every row that is not blank. Raises FormatError, InputError for an unknown sheet."""
    book = _open(data, name)
    try:
        if sheet and sheet not in book.sheetnames:
            raise InputError(f"“{name}” has no sheet “{sheet}”.", f"It has: {', '.join(book.sheetnames[:20])}.")
        for title in [sheet] if sheet else book.sheetnames:
            rows = _rows(book[title], name)
            first = next(rows, None)
            if first is not None:
                yield first
                yield from rows
                return
    finally:
        book.close()


def _open(data: bytes, name: str) -> Any:
    from openpyxl import load_workbook

    archive = open_archive(data, name)
    for member in archive.namelist():
        if member.endswith((".xml", ".rels")):
            refuse_entities(read_member(archive, member, name), f"{name}/{member}")
    try:
        return load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except Exception as error:  # openpyxl raises whatever its parsers do
        raise FormatError(f"“{name}” is not a whole Excel workbook.", _AGAIN, str(error)) from error


def _rows(sheet: Any, name: str) -> Iterator[tuple[int, list[str]]]:
    if not hasattr(sheet, "iter_rows"):  # a sheet that is a chart
        return
    try:
        for number, row in enumerate(sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True), start=1):
            refuse_too_many(number, name)
            cells = ["" if value is None else str(value) for value in row]
            while cells and not cells[-1].strip():
                cells.pop()
            if any(cell.strip() for cell in cells):
                yield number, cells + [""] * (2 - len(cells))
    except (InputError, GeneratorExit):
        raise
    except Exception as error:
        raise FormatError(f"“{name}” is not a whole Excel workbook.", _AGAIN, str(error)) from error
