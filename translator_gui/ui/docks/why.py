"""Why a segment diverges: the part each signal played, as bars whose points add up to the divergence."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ...domain.score import Contribution, Scorecard
from ..finding_text import signal_name, signal_tip
from ..theme import theme, theme_signals

_BAR = 6


class WhyBars(QWidget):
    """One line per contribution, largest first: name, bar, points."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[Contribution] = []
        self._total = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme_signals().changed.connect(self.update)

    def show_card(self, card: Scorecard | None) -> None:
        parts = card.contributions if card is not None else ()
        self._parts = sorted((p for p in parts if abs(p.points) >= 0.5), key=lambda p: -p.points)
        self._total = card.divergence if card is not None else 0.0
        text = "; ".join(f"{signal_name(p.signal)} {p.points:+.0f}" for p in self._parts)
        self.setAccessibleName(self.tr("Divergence {0}: {1}").format(f"{self._total:.0f}", text))
        self.updateGeometry()
        self.update()

    def tip_at(self, y: int) -> str:
        """What the signal of the line at ``y`` looks at, with an example, and what it has to say here."""
        number = y // self._line_height()
        if not 0 <= number < len(self._parts):
            return ""
        part = self._parts[number]
        return "\n".join(filter(None, (signal_name(part.signal), part.detail, signal_tip(part.signal))))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos().y()), self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(200, len(self._parts) * self._line_height())

    minimumSizeHint = sizeHint

    def _line_height(self) -> int:
        return QFontMetrics(self.font()).height() + 2

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, colours = QFontMetrics(self.font()), theme()
        widest = max((metrics.horizontalAdvance(signal_name(p.signal)) for p in self._parts), default=0) + 4
        names = min(self.width() // 2, widest)
        figures = metrics.horizontalAdvance("+100") + 4
        room = max(20, self.width() - names - figures - 20)
        scale = room / max(100.0, *(abs(p.points) for p in self._parts)) if self._parts else 1.0
        for number, part in enumerate(self._parts):
            top = number * self._line_height()
            box = QRectF(0, top, names, self._line_height())
            painter.setPen(colours.text)
            name = metrics.elidedText(signal_name(part.signal), Qt.TextElideMode.ElideRight, names)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
            middle = top + (self._line_height() - _BAR) / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.sunken)
            painter.drawRoundedRect(QRectF(names + 10, middle, room, _BAR), 3, 3)
            painter.setBrush(colours.divergence(self._total) if part.points > 0 else colours.success)
            painter.drawRoundedRect(QRectF(names + 10, middle, max(3.0, abs(part.points) * scale), _BAR), 3, 3)
            painter.setPen(colours.muted)
            box = QRectF(self.width() - figures, top, figures, self._line_height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, f"{part.points:+.0f}")
