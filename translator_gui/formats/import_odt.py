"""OpenDocument texts: every paragraph a block, with placeables; the layout is kept for the export."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..domain.article import Document
from ..domain.original import Original
from .archives import is_archive
from .reading import not_whole
from .skeleton import document_of


class OdtImporter:
    """format "odt"."""

    format = "odt"
    extensions = (".odt", ".ott")

    def sniff(self, head: bytes, name: str) -> float:
        if not is_archive(head):
            return 0.0
        if b"application/vnd.oasis.opendocument.text" in head[:200]:
            return 1.0
        return 0.8 if name.lower().endswith(self.extensions) else 0.0

    def read(self, data: bytes, name: str, options: Mapping[str, Any]) -> Document:
        """Raises FormatError, or InputError when it holds no text."""
        from .odt_skeleton import OdtSkeleton

        with not_whole(name, "OpenDocument text"):
            return document_of(OdtSkeleton(data, name), Original(self.format, name, data))
