"""Why a segment diverges: the part each signal played, as bars whose points add up to the divergence."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from ...domain.score import Contribution, Scorecard
from ..controls import column, label
from ..delegates.direction import from_the_left
from ..finding_text import signal_name, signal_tip
from ..signal_text import signal_detail, signal_story
from ..theme import theme, theme_signals

_BAR = 6
_INSET = 6


class WhyBars(QLabel):  # for its role: a text to be read
    """One line per contribution, largest first: name, bar, points. The arrows or a click choose one of them.

    chosen(Contribution or None): another one, or those of another segment.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[Contribution] = []
        self._total = 0.0
        self._place = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme_signals().changed.connect(self.update)

    def show_card(self, card: Scorecard | None) -> None:
        parts = card.contributions if card is not None else ()
        self._parts = sorted((p for p in parts if abs(p.points) >= 0.5), key=lambda p: -p.points)
        self._total = card.divergence if card is not None else 0.0
        text = "; ".join(f"{signal_name(p.signal)} {p.points:+.0f}" for p in self._parts)
        self.setAccessibleName(self.tr("Divergence {0}: {1}").format(f"{self._total:.0f}", text))
        self.updateGeometry()
        self.choose(0)

    def choose(self, place: int) -> None:
        """The line at ``place``, or the nearest there is."""
        self._place = max(0, min(place, len(self._parts) - 1))
        self.chosen.emit(self._parts[self._place] if self._parts else None)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Home: -99, Qt.Key.Key_End: 99}
        if event.key() in steps:
            self.choose(self._place + steps[event.key()])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.choose(int(event.position().y()) // self._line_height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def tip_at(self, y: int) -> str:
        """What the signal of the line at ``y`` looks at, with an example, and what it has to say here."""
        number = y // self._line_height()
        if not 0 <= number < len(self._parts):
            return ""
        part = self._parts[number]
        return "\n".join(filter(None, (signal_name(part.signal), signal_detail(part.detail), signal_tip(part.signal))))

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

    def _paint_choice(self, painter: QPainter, box: QRectF) -> None:
        colours = theme()
        painter.setPen(colours.accent if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(colours.hover)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, colours = QFontMetrics(self.font()), theme()
        widest = max((metrics.horizontalAdvance(signal_name(p.signal)) for p in self._parts), default=0) + 4
        names = min(self.width() // 2, widest + _INSET)
        figures = metrics.horizontalAdvance("+100") + 4
        room = max(20, self.width() - names - figures - 20 - _INSET)
        scale = room / max(100.0, *(abs(p.points) for p in self._parts)) if self._parts else 1.0
        for number, part in enumerate(self._parts):
            top = number * self._line_height()
            if number == self._place and len(self._parts) > 1:
                self._paint_choice(painter, QRectF(0, top, self.width(), self._line_height()))
            box = QRectF(_INSET, top, names, self._line_height())
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
            box = QRectF(self.width() - figures - _INSET, top, figures, self._line_height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, f"{part.points:+.0f}")


class Why(QWidget):
    """The divergence of a segment, opened: its parts, and of the chosen one what it found and what would change it."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.bars = label(role="title"), WhyBars()
        self.story = label(role="muted", wrap=True)
        self.bars.chosen.connect(self._tell)
        self.setLayout(column(self.title, self.bars, self.story, spacing=4))

    def show_card(self, card: Scorecard | None, stale: bool = False) -> None:
        """stale: it is of an older text."""
        self.bars.show_card(card)
        if card is not None:
            text = self.tr("Divergence {0} of 100").format(f"{card.divergence:.0f}")
            self.title.setText(f"{text} · {self.tr('of the text before your edit')}" if stale else text)

    def _tell(self, part: Contribution | None) -> None:
        text = signal_story(part) if part is not None else ""
        self.story.setText(from_the_left(text))
        self.story.setVisible(bool(text))
        self.bars.setAccessibleDescription(text)
