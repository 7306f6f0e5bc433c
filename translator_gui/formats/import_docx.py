"""Word documents: every paragraph a block, with placeables; the layout is kept for the export."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..domain.article import Document
from ..domain.original import Original
from .archives import is_archive
from .reading import not_whole
from .skeleton import document_of


class DocxImporter:
    """format "docx"."""

    format = "docx"
    extensions = (".docx", ".docm", ".dotx")

    def sniff(self, head: bytes, name: str) -> float:
        if not is_archive(head):
            return 0.0
        if b"word/" in head or name.lower().endswith(self.extensions):
            return 0.9
        return 0.2 if b"[Content_Types].xml" in head else 0.0

    def read(self, data: bytes, name: str, options: Mapping[str, Any]) -> Document:
        """A document that is a bilingual table (Trados, memoQ, ours) comes as its pairs, unless options say "table":
        False. Raises FormatError, or InputError when it holds no text."""
        from .docx_skeleton import DocxSkeleton, open_word
        from .docx_tables import find_table, read_table

        with not_whole(name, "Word document"):
            word = open_word(data, name)
            table = None if options.get("table") is False else find_table(word)
            if table is not None:
                return read_table(table, self.format, name)
            return document_of(DocxSkeleton(word, name), Original(self.format, name, data))
