"""The target alone as plain text and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ..domain.protocols import ExportDocument
from ..domain.segment import SegmentKind
from ..kit.files import atomic_write
from .export_options import ExportOptions
from .target_blocks import Block, blocks

# CommonMark 0.31, 2.4: what starts inline markup anywhere, and what starts a block at the head of a line.
_INLINE = re.compile(r"[\\`*_\[\]<>&~|]")
_LINE_HEAD = re.compile(r"^(\s*)([-+#=]|\d{1,9}[.)](?=\s|$))", re.MULTILINE)


class TextExporter:
    format = "txt"
    extension = ".txt"

    def write(self, document: ExportDocument, path: Path, options: Mapping[str, Any]) -> list[Path]:
        return _write(path, _lay_out(blocks(document, ExportOptions.of(options)), _plain))


class MarkdownExporter:
    """Text of a Markdown article carries its own markup and is written as it is; other text is escaped."""

    format = "markdown"
    extension = ".md"

    def write(self, document: ExportDocument, path: Path, options: Mapping[str, Any]) -> list[Path]:
        marked_up = document.article.metadata.get("format") == "markdown"
        shape = _markdown_as_is if marked_up else _markdown
        return _write(path, _lay_out(blocks(document, ExportOptions.of(options)), shape))


def _write(path: Path, text: str) -> list[Path]:
    with atomic_write(path, "w", encoding="utf-8", newline="\n") as handle:
        handle.write(text)
    return [path]


def _lay_out(parts: Iterable[Block], shape: Any) -> str:
    """Blocks parted by an empty line, the items of one list by a line break alone."""
    text, before = "", None
    for block in parts:
        listed = block.kind is SegmentKind.LIST_ITEM and before is SegmentKind.LIST_ITEM
        text += ("" if before is None else "\n" if listed else "\n\n") + shape(block)
        before = block.kind
    return text + "\n" if text else ""


def _plain(block: Block) -> str:
    return f"- {block.text}" if block.kind is SegmentKind.LIST_ITEM and not block.has_bullet else block.text


def _markdown(block: Block) -> str:
    return _marked(block, _escaped(block.text))


def _markdown_as_is(block: Block) -> str:
    return _marked(block, block.text)


def _marked(block: Block, text: str) -> str:
    if block.kind is SegmentKind.CODE:
        fence = "`" * max(3, 1 + max((len(run) for run in re.findall(r"`+", block.text)), default=0))
        return f"{fence}\n{block.text}\n{fence}"
    if block.kind is SegmentKind.HEADING:
        return "#" * (block.level or 2) + " " + text.replace("\n", " ")
    if block.kind is SegmentKind.LIST_ITEM:
        return (
            text.replace("\n", "\n  ") if block.has_bullet and text == block.text else "- " + text.replace("\n", "\n  ")
        )
    if block.kind is SegmentKind.QUOTE:
        return "> " + text.replace("\n", "\n> ")
    if block.kind is SegmentKind.CAPTION:
        return f"*{text.strip()}*"
    return text


def _escaped(text: str) -> str:
    text = _INLINE.sub(r"\\\g<0>", text)
    return _LINE_HEAD.sub(lambda m: m[1] + (m[2][:-1] + "\\" + m[2][-1] if m[2][0].isdigit() else "\\" + m[2]), text)
