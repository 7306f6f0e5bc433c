"""A thin map beside the scroll bar: where in the article the trouble is. A click goes there; so do the keys for
next worst and next flagged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ..slices import Slices
from ..theme import theme, theme_signals

if TYPE_CHECKING:
    from ..desk import Desk

WIDTH = 14
_BINS = 400
# New flags are drawn as they come; those that went, a little later.
_REBUILD_MS = 1500


class Minimap(QWidget):
    """One bin for some neighbouring rows: the worst flagged divergence among them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._bins: list[float] = []
        self._window = (0, 0)
        self._picture: QPixmap | None = None
        self._slices = Slices(self)
        self._rebuild = QTimer(self, singleShot=True, interval=_REBUILD_MS)
        self._rebuild.timeout.connect(self._build)
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Map of divergences"))
        self.setAccessibleDescription(self.tr("The same places are reached with Next worst and Next flagged."))
        desk.sessionChanged.connect(self._build)
        desk.rowsReplaced.connect(self._build)
        desk.filterChanged.connect(self._build)
        desk.segmentsChanged.connect(self._changed)
        desk.currentChanged.connect(self.update)
        theme_signals().changed.connect(self._redraw)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 100)

    def show_window(self, first: int, last: int) -> None:
        """Which rows are on screen."""
        if (first, last) != self._window:
            self._window = (first, last)
            self.update()

    # -- bins -----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        session, visible = self._desk.session, self._desk.visible()
        if session is None or not visible:
            self._bins = []
            self._slices.stop()
            self._redraw()
            return
        bins = [0.0] * min(_BINS, len(visible))

        def steps() -> Iterator[None]:
            for number, segment in enumerate(list(session.scores.flagged)):
                self._put(bins, segment)
                if number % 32 == 31:
                    yield

        self._slices.run(steps(), lambda: self._show(bins))

    def _put(self, bins: list[float], segment: str) -> bool:
        """Draw one segment into the bins. False when it changes nothing."""
        session, visible = self._desk.session, self._desk.visible()
        if session is None or segment not in session or not session.is_flagged(segment) or not bins:
            return False
        place = visible.place_of(session.index(segment))
        if place < 0:
            return False
        at, value = place * len(bins) // len(visible), session.divergence(segment) or 0.0
        if value <= bins[at]:
            return False
        bins[at] = value
        return True

    def _show(self, bins: list[float]) -> None:
        self._bins = bins
        self._redraw()

    def _changed(self, ids: list[str], aspects: frozenset[str]) -> None:
        if not aspects & {"score", "findings", "exclusion"}:
            return
        if any([self._put(self._bins, segment) for segment in ids]):
            self._redraw()
        if not self._rebuild.isActive():
            self._rebuild.start()

    # -- painting -------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QEvent) -> None:
        painter, t = QPainter(self), theme()
        painter.fillRect(self.rect(), t.window)
        painter.fillRect(0, 0, 1, self.height(), t.border)
        count = len(self._desk.visible())
        if not count:
            return
        first, last = self._window
        top, bottom = self._y(first, count), self._y(last + 1, count)
        painter.fillRect(QRect(1, top, WIDTH - 1, max(6, bottom - top)), t.pressed)
        painter.drawPixmap(0, 0, self._trouble())
        self._paint_current(painter, count)

    def _trouble(self) -> QPixmap:
        """The bins, drawn once: the map is painted at every step of the reader, and its bins seldom change."""
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.size() != self.size() * ratio:
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            painter, t = QPainter(self._picture), theme()
            height = max(3.0, self.height() / max(1, len(self._bins)))
            for number, value in enumerate(self._bins):
                if value > 0:
                    y = number * self.height() / len(self._bins)
                    painter.fillRect(QRectF(4, y, WIDTH - 6, height), t.divergence(value))
            painter.end()
        return self._picture

    def _redraw(self) -> None:
        self._picture = None
        self.update()

    def _paint_current(self, painter: QPainter, count: int) -> None:
        session, segment = self._desk.session, self._desk.current_id()
        if session is not None and segment in session:
            y = self._y(self._desk.visible().place_from(session.index(segment)), count)
            painter.fillRect(QRect(1, max(0, min(y, self.height() - 2)), WIDTH - 1, 2), theme().accent)

    def _y(self, place: int, count: int) -> int:
        return round(place * self.height() / count)

    # -- pointing -------------------------------------------------------------------------------------------------

    def _place_at(self, y: float) -> int:
        count = len(self._desk.visible())
        return max(0, min(count - 1, int(y * count / max(1, self.height()))))

    def _worst_near(self, y: float) -> int:
        """The flagged row under the pointer if there is one within a few pixels, else the row itself."""
        session, visible = self._desk.session, self._desk.visible()
        low, high = self._place_at(y - 3), self._place_at(y + 3)
        near = {place: session.rows[visible[place]].id for place in range(low, min(high + 1, low + 2000))}
        flagged = [place for place, segment in near.items() if session.is_flagged(segment)]
        return max(flagged, key=lambda place: session.divergence(near[place])) if flagged else self._place_at(y)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event)

    def _go(self, event: QMouseEvent) -> None:
        session, visible = self._desk.session, self._desk.visible()
        if session is not None and visible:
            self._desk.go_to(session.rows[visible[self._worst_near(event.position().y())]].id)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and self._desk.session is not None and self._desk.visible():
            self._tip(event)
            return True
        return super().event(event)

    def _tip(self, event: QHelpEvent) -> None:
        session, visible = self._desk.session, self._desk.visible()
        row = session.rows[visible[self._worst_near(event.pos().y())]]
        value = session.divergence(row.id)
        score = "" if value is None else self.tr("divergence {0}").format(round(value))
        text = " · ".join(filter(None, (self.tr("Segment {0}").format(session.index(row.id) + 1), score)))
        QToolTip.showText(event.globalPos(), f"{text}\n{row.segment.source[:80]}", self)
