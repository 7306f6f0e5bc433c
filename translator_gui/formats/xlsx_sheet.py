"""A sheet of an Excel workbook: text is text, never a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ..text.xml_characters import strip_forbidden

LONGEST = 32_767  # characters a cell holds
Cell = str | float | int | None


def add_sheet(
    book: Any, title: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]], widths: Sequence[int]
) -> None:
    """A heading that stays in view, a filter, wrapped text. book: a Workbook(write_only=True), which writes row by row;
    any other keeps all cells and sorts them, and the window stands still meanwhile."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.worksheet import Worksheet

    sheet = book.create_sheet(title[:31])
    # Printed on its side, and as wide as the paper: columns are not torn apart.
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", Worksheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 0, True
    wrapped, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True)
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width

    def cell(value: Cell, head: bool = False) -> Any:
        made = WriteOnlyCell(sheet, None)
        if isinstance(value, str):
            # The type is set by hand: openpyxl would make a formula of what begins with "=".
            made._value, made.data_type = strip_forbidden(value)[:LONGEST], "s"
        elif value is not None:
            made.value = round(value, 4)
        if head:
            made.font = bold
        made.alignment = wrapped
        return made

    if any(heads):
        sheet.freeze_panes = "A2"
        sheet.append([cell(head, head=True) for head in heads])
    count = 0
    for row in rows:
        sheet.append([cell(value) for value in row])
        count += 1
    if any(heads) and count:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{count + 1}"
