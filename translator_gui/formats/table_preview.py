"""The first rows of a table, and which column seems to hold what: for a person to confirm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ..kit.errors import FormatError
from .decoding import decode
from .import_tables import guess_delimiter, parse_table
from .import_xlsx import sheet_rows
from .table_rows import Columns, guess_columns

TABLES = ("csv", "tsv", "xlsx")
_ROWS = 50
_BYTES = 200_000


@dataclass(frozen=True)
class TablePreview:
    """rows: the first ones, a possible header among them. ours: written by an export of this program: nothing to ask.
    delimiter: "" for a workbook."""

    format: str
    rows: tuple[tuple[str, ...], ...]
    columns: Columns
    delimiter: str = ""
    encoding: str = ""
    ours: bool = False

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)


def preview(data: bytes, name: str, format_id: str, delimiter: str = "", encoding: str = "") -> TablePreview:
    """delimiter, encoding: "" to guess. Raises FormatError, InputError."""
    if format_id == "xlsx":
        return _previewed(format_id, list(islice(sheet_rows(data, name), _ROWS)), "", "")
    head = data[:_BYTES]
    if len(data) > _BYTES:
        head = head[: max(head.rfind(b"\n"), 1)]
    decoded = decode(head, name, forced=encoding)
    mark = delimiter or guess_delimiter(decoded.text, "\t" if format_id == "tsv" else ",")
    rows = list(islice(_whole_rows(decoded.text, mark, name), _ROWS))
    return _previewed(format_id, rows, mark, decoded.encoding)


def _whole_rows(text: str, mark: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """A quotation that the cut left open is no fault of the file: rows before it are shown."""
    seen = False
    try:
        for row in parse_table(text, mark, name):
            seen = True
            yield row
    except FormatError:
        if not seen:
            raise


def _previewed(format_id: str, rows: list[tuple[int, list[str]]], mark: str, encoding: str) -> TablePreview:
    cells = tuple(tuple(row) for _, row in rows)
    columns = guess_columns(cells)
    return TablePreview(format_id, cells, columns, mark, encoding, columns.header and "state" in columns.places)
