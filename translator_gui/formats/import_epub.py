"""EPUB books: every paragraph of the text a block, with placeables; the book is kept for the export."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..domain.article import Document
from ..domain.original import Original
from .archives import is_archive
from .reading import not_whole
from .skeleton import document_of


class EpubImporter:
    """format "epub"."""

    format = "epub"
    extensions = (".epub",)

    def sniff(self, head: bytes, name: str) -> float:
        if not is_archive(head):
            return 0.0
        if b"application/epub+zip" in head[:200]:
            return 1.0
        return 0.8 if name.lower().endswith(self.extensions) else 0.0

    def read(self, data: bytes, name: str, options: Mapping[str, Any]) -> Document:
        """Raises FormatError, or InputError when it holds no text."""
        from .epub_skeleton import EpubSkeleton

        with not_whole(name, "EPUB book"):
            return document_of(EpubSkeleton(data, name), Original(self.format, name, data))
