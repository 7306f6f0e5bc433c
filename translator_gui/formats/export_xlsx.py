"""An Excel workbook: one row a segment, to be filtered, edited and read back (import_xlsx.py)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..domain.protocols import ExportDocument
from ..kit.errors import InputError
from ..kit.files import write_archive
from .export_options import ExportOptions
from .export_tables import COLUMNS, table_cells
from .target_blocks import title_of
from .xlsx_sheet import LONGEST, add_sheet

_WIDTHS = {"id": 8, "source": 60, "target": 60, "notes": 40, "findings": 60, "at": 22}
_OTHER_WIDTH = 11


class XlsxExporter:
    format = "xlsx"
    extension = ".xlsx"

    def write(self, document: ExportDocument, path: Path, options: Mapping[str, Any]) -> list[Path]:
        """Raises InputError for a text no cell can hold."""
        # Imported here: openpyxl costs a quarter of a second, and a table of formats must not.
        from openpyxl import Workbook

        rows = list(table_cells(document, ExportOptions.of(options)))
        if any(len(cell) > LONGEST for row in rows for cell in row):
            raise InputError(f"A segment has more than {LONGEST:,} characters.", "No Excel cell holds it: export TSV.")
        book = Workbook(write_only=True)
        book.properties.title, book.properties.creator = title_of(document), ""
        widths = [_WIDTHS.get(name, _OTHER_WIDTH) for name in COLUMNS]
        add_sheet(book, "Segments", COLUMNS, rows, widths)
        write_archive(path, book.save)
        return [path]
