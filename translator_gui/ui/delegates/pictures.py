"""Small pictures of the status columns, drawn once for each look: antialiased shapes are the dearest part of a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from ..icons import pixmap
from ..theme import Theme

if TYPE_CHECKING:
    from .fonts import Fonts

BAR_HEIGHT, CHIP_HEIGHT = 5, 20
_ICON = 13


def _blank(width: int, height: int, ratio: float) -> QPixmap:
    picture = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def draw_bar(width: int, value: float, stale: bool, t: Theme, ratio: float) -> QPixmap:
    """value: 0-100, filled so far; stale: an outline, for a score of an older text."""
    picture = _blank(width, BAR_HEIGHT, ratio)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(t.pressed)
    box = QRectF(0, 0, width, BAR_HEIGHT)
    painter.drawRoundedRect(box, BAR_HEIGHT / 2, BAR_HEIGHT / 2)
    box.setWidth(max(float(BAR_HEIGHT), width * value / 100))
    if stale:
        painter.setBrush(t.base)
        painter.setPen(QPen(t.disabled, 1, Qt.PenStyle.DotLine))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
    else:
        painter.setBrush(t.divergence(value))
        painter.drawRoundedRect(box, BAR_HEIGHT / 2, BAR_HEIGHT / 2)
    painter.end()
    return picture


def draw_chip(
    widest: int, icon_name: str, text: str, fonts: Fonts, colours: tuple[QColor, QColor, QColor | None], ratio: float
) -> QPixmap:
    """colours: of the text, the ground, the edge (None: no edge). As wide as its text, at most ``widest``."""
    colour, ground, edge = colours
    shown = fonts.metrics.elidedText(text, Qt.TextElideMode.ElideRight, widest - 30)
    width = min(widest, fonts.metrics.horizontalAdvance(shown) + 32)
    picture = _blank(width, CHIP_HEIGHT, ratio)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, CHIP_HEIGHT - 1), 5, 5)
    painter.drawPixmap(6, (CHIP_HEIGHT - _ICON) // 2, pixmap(icon_name, _ICON, colour.name(), ratio))
    painter.setFont(fonts.small)
    painter.setPen(colour)
    painter.drawText(QRect(23, 0, width - 29, CHIP_HEIGHT), Qt.AlignmentFlag.AlignVCenter, shown)
    painter.end()
    return picture
