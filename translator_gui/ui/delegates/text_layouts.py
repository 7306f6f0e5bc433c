"""Laid-out texts of cells, kept while they stay on screen: measuring and painting use the same ones."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from .direction import direction, with_signs

_KEPT = 400


def wrapped(text: str, font: QFont, width: float, formats: list[QTextLayout.FormatRange] | None = None) -> QTextLayout:
    """``text`` wrapped at words (inside a word only when it must) in ``width`` pixels."""
    layout = QTextLayout(with_signs(text.replace("\n", "\u2028")), font)
    option = QTextOption()
    option.setTextDirection(direction(text))
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    if formats:
        layout.setFormats(formats)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def height_of(layout: QTextLayout) -> float:
    return layout.boundingRect().height()


def offset_at(layout: QTextLayout, at: QPointF) -> int:
    """UTF-16 offset of the character at a point; -1 beside the text."""
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        if line.y() <= at.y() < line.y() + line.height():
            inside = 0 <= at.x() < line.naturalTextWidth()
            return line.xToCursor(at.x(), line.CursorPosition.CursorOnCharacter) if inside else -1
    return -1


class LayoutCache:
    """key -> QTextLayout, the latest few hundred."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[object, ...], QTextLayout] = OrderedDict()

    def get(self, key: tuple[object, ...]) -> QTextLayout | None:
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def put(self, key: tuple[object, ...], layout: QTextLayout) -> QTextLayout:
        self._kept[key] = layout
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return layout

    def clear(self) -> None:
        self._kept.clear()
