"""Placeables as chips: how ⟨1⟩ looks in every text of the window."""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat, QTextLayout

from ...domain.span import Span
from ...text.placeables import found
from ..theme import Theme
from .marks import utf16


def chip_spans(text: str) -> list[Span]:
    return [span for span, _ in found(text)]


def chip_format(theme: Theme) -> QTextCharFormat:
    """A ground of its own and a quiet colour; the brackets say the same without colour."""
    result = QTextCharFormat()
    result.setBackground(theme.accent_soft)
    result.setForeground(theme.accent)
    return result


def chip_ranges(theme: Theme, text: str) -> list[QTextLayout.FormatRange]:
    ranges = []
    for span in chip_spans(text):
        item = QTextLayout.FormatRange()
        item.start = utf16(text, span.start)
        item.length = utf16(text, span.end) - item.start
        item.format = chip_format(theme)
        ranges.append(item)
    return ranges
