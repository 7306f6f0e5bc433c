"""A table whose columns a person is to confirm before it is read."""

from __future__ import annotations

from pathlib import Path

from ..formats.catalogue import HEAD_BYTES, sniff
from ..formats.import_moses import partner
from ..formats.reading import read_bytes
from ..formats.table_preview import TABLES, TablePreview, preview
from ..kit.errors import AppError


class ColumnsWanted(AppError):
    """Raised instead of a document: ``preview`` shows what there is to choose from."""

    def __init__(self, preview: TablePreview) -> None:
        super().__init__("The columns of the table must be chosen.", "Open it from the window.")
        self.preview = preview


def ask_for_columns(path: Path) -> None:
    """Raises ColumnsWanted for a table that is not our own export; InputError, FormatError as the importers do."""
    with path.open("rb") as handle:
        format_id = sniff(handle.read(HEAD_BYTES), path.name)
    if format_id in TABLES and partner(path) is None:
        found = preview(read_bytes(path), path.name, format_id)
        if not found.ours:
            raise ColumnsWanted(found)
