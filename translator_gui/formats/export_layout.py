"""The English in the file that came in: its layout, formatting, pictures and notes kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, ClassVar

from ..domain.original import Original
from ..domain.protocols import ExportDocument
from ..kit.errors import InputError
from ..kit.files import atomic_write
from .export_options import ExportOptions
from .skeleton import Skeleton, filled, options_of


def _docx(original: Original, options: Mapping[str, Any]) -> Skeleton:
    from .docx_skeleton import DocxSkeleton, open_word

    return DocxSkeleton(open_word(original.data, original.name), original.name)


def _odt(original: Original, options: Mapping[str, Any]) -> Skeleton:
    from .odt_skeleton import OdtSkeleton

    return OdtSkeleton(original.data, original.name)


def _epub(original: Original, options: Mapping[str, Any]) -> Skeleton:
    from .epub_skeleton import EpubSkeleton

    return EpubSkeleton(original.data, original.name)


def _html(original: Original, options: Mapping[str, Any]) -> Skeleton:
    from .import_html import HtmlSkeleton

    return HtmlSkeleton(original.data, original.name, options)


_SKELETONS: dict[str, Callable[[Original, Mapping[str, Any]], Skeleton]] = {
    "docx": _docx,
    "odt": _odt,
    "epub": _epub,
    "html": _html,
}


def has_layout(document: ExportDocument, format_id: str) -> bool:
    """Can it be written as ``format_id`` with the layout it came in?"""
    return document.original is not None and document.original.format == format_id and format_id in _SKELETONS


def write_layout(document: ExportDocument, path: Path, options: ExportOptions) -> list[Path]:
    """Raises FormatError; InputError when there is no original."""
    original = document.original
    if original is None or original.format not in _SKELETONS:
        raise InputError("The layout of this article is not known.", "Only a file that came in as such can be written.")
    skeleton = _SKELETONS[original.format](original, options_of(document.article))
    data = filled(skeleton, document, options)
    with atomic_write(path) as handle:
        handle.write(data)
    return [path]


class _LayoutExporter:
    """A format that is only written as it came in."""

    format: ClassVar[str]
    extension: ClassVar[str]
    title: ClassVar[str]

    def write(self, document: ExportDocument, path: Path, options: Mapping[str, Any]) -> list[Path]:
        """Raises InputError when the article did not come in in this format."""
        if not has_layout(document, self.format):
            hint = "Word, HTML, Markdown and plain text can be written from any article."
            raise InputError(f"Only an article that came from {self.title} can be written as one.", hint)
        return write_layout(document, path, ExportOptions.of(options))


class OdtExporter(_LayoutExporter):
    format = "odt"
    extension = ".odt"
    title = "an OpenDocument text"


class EpubExporter(_LayoutExporter):
    format = "epub"
    extension = ".epub"
    title = "an EPUB book"
