"""What the bands' colours, patterns and signs say."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..icons import pixmap
from ..theme import theme, theme_signals

_SWATCH, _HEIGHT, _GAP, _SPACE = 26, 14, 6, 16


class Legend(QWidget):
    """Goes where there is no room for it: the same is said in every band's tip."""

    def __init__(self) -> None:
        super().__init__()
        pattern = Qt.BrushStyle
        self._entries = (
            ("success", pattern.NoBrush, "", self.tr("sure")),
            ("warning", pattern.BDiagPattern, "", self.tr("fairly sure")),
            ("error", pattern.DiagCrossPattern, "", self.tr("doubtful")),
            ("accent", pattern.NoBrush, "user", self.tr("by hand")),
            ("success", pattern.NoBrush, "tick", self.tr("confirmed")),
            ("", pattern.NoBrush, "moved", self.tr("out of order")),
        )
        self.setAccessibleName(", ".join(entry[3] for entry in self._entries))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme_signals().changed.connect(self.update)

    def _width(self) -> int:
        words = sum(self.fontMetrics().horizontalAdvance(word) for *_, word in self._entries)
        return words + len(self._entries) * (_SWATCH + _GAP + _SPACE)

    def sizeHint(self) -> QSize:
        return QSize(self._width(), self.fontMetrics().height() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() < self._width() - _SPACE:
            return
        t, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = float(self.width() - self._width() + _SPACE)
        for role, pattern, icon, word in self._entries:
            box = QRectF(x, (self.height() - _HEIGHT) / 2, _SWATCH, _HEIGHT)
            if role:
                colour = getattr(t, role)
                painter.setPen(QPen(colour, 1))
                painter.setBrush(getattr(t, f"{role}_soft"))
                painter.drawRoundedRect(box, 4, 4)
                if pattern is not Qt.BrushStyle.NoBrush:
                    ink = QColor(colour)
                    ink.setAlphaF(0.45)
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(QBrush(ink, pattern))
                    painter.drawRoundedRect(box, 4, 4)
            if icon:
                picture = pixmap(icon, 12, role or "text", self.devicePixelRatioF())
                painter.drawPixmap(round(box.center().x() - 6), round(box.center().y() - 6), picture)
            x += _SWATCH + _GAP
            painter.setPen(t.muted)
            width = self.fontMetrics().horizontalAdvance(word)
            painter.drawText(QRectF(x, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, word)
            x += width + _SPACE
        painter.end()
