"""A table whose rows are measured when they come near the screen, and never jump.

A height that becomes known above the top of the screen moves the scroll bar along with it; a new width or font keeps
the current row where it was.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ..theme import theme


class LazyRows(QTableView):
    """Subclasses give measure(), paint_row(), anchor(), share_width(); settled() moves what stands on the rows."""

    scrolled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}
        self._busy = False
        self._ahead = QTimer(self, singleShot=True, interval=0)
        self._ahead.timeout.connect(self._measure_around)
        self.setProperty("bare", True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTabKeyNavigation(False)
        self.setAutoScroll(False)
        # Opaque, so that scrolling moves what is painted already; paintEvent sees to the ground.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # The header goes on above the scroll bar.
        self._corner = QFrame(self)
        self._corner.setProperty("headerEnd", True)
        self.addScrollBarWidget(self._corner, Qt.AlignmentFlag.AlignTop)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        columns.installEventFilter(self)
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(20)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setHighlightSections(False)
        columns.setSectionsClickable(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setMinimumSectionSize(24)

    def setModel(self, model: QAbstractItemModel) -> None:
        """The headings show no selection: Qt would ask every row of each column whenever one of them is painted."""
        super().setModel(model)
        header = self.horizontalHeader()
        header.setSelectionModel(QItemSelectionModel(model, header))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the cells itself: Qt would ask model and style for every cell's flags and grounds, which the delegates
        paint anyway; that took half of the time of a row."""
        painter, model = QPainter(self.viewport()), self.model()
        columns = range(model.columnCount()) if model is not None else range(0)
        shown = [
            (c, self.columnViewportPosition(c), self.columnWidth(c)) for c in columns if not self.isColumnHidden(c)
        ]
        for area in event.region():
            painter.setClipRect(area)
            painter.fillRect(area, theme().base)
            place, count = self.rowAt(area.top()), model.rowCount() if model is not None else 0
            y = self.rowViewportPosition(place) if place >= 0 else area.bottom() + 1
            while place < count and y <= area.bottom():
                height = self.rowHeight(place)
                cells = [(c, QRect(x, y, w, height)) for c, x, w in shown if x <= area.right() and x + w > area.left()]
                self.paint_row(painter, place, cells)
                y, place = y + height, place + 1
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            header = self.horizontalHeader()
            self._corner.setFixedHeight(0 if header.isHidden() else header.height())
        return super().eventFilter(watched, event)

    # -- what subclasses know -------------------------------------------------------------------------------------

    def measure(self, place: int) -> int:
        """Pixels row ``place`` needs."""
        raise NotImplementedError

    def paint_row(self, painter: QPainter, place: int, cells: list[tuple[int, QRect]]) -> None:
        """Paint (column, rectangle) cells of one row."""
        raise NotImplementedError

    def anchor(self) -> int:
        """The row that should stay where it is; -1 for none."""
        raise NotImplementedError

    def share_width(self) -> None:
        """Give the columns their widths."""
        raise NotImplementedError

    def estimate(self) -> int:
        """Pixels of a row nobody has seen yet."""
        return self.fontMetrics().height() * 3

    def settled(self) -> None:
        """Rows have moved or grown."""

    # -- heights --------------------------------------------------------------------------------------------------

    def forget_heights(self) -> None:
        """After a new width, font or view: measure anew, keeping the current row where it is."""
        self._heights.clear()
        top = self.rowAt(0)
        anchor = self.anchor()
        if anchor < 0 or not self.on_screen(anchor):
            anchor = top
        offset = self.rowViewportPosition(anchor) if anchor >= 0 else 0
        self.verticalHeader().setDefaultSectionSize(self.estimate())
        self._forget_sections()
        if anchor >= 0:
            self.measure_rows(range(max(0, anchor - 20), min(self.model().rowCount(), anchor + 40)))
            self.scroll_so_that(anchor, offset)
        self.measure_visible()
        self.settled()

    def _forget_sections(self) -> None:
        rows = self.verticalHeader()
        size = rows.defaultSectionSize()
        if rows.count() and rows.length() != size * rows.count():
            rows.reset()
            rows.setDefaultSectionSize(size + 1)  # resets every section that was sized by hand
            rows.setDefaultSectionSize(size)

    def heights_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        """Heights of rows on screen whose text changed; others when they come back."""
        top, bottom = self.screen_rows()
        if last.row() - first.row() < len(self._heights):
            for place in range(first.row(), last.row() + 1):
                self._heights.pop(place, None)
        else:
            kept = {place: size for place, size in self._heights.items() if not first.row() <= place <= last.row()}
            self._heights = kept
        self.measure_rows(range(max(first.row(), top), min(last.row(), bottom) + 1))

    def dataChanged(self, first: QModelIndex, last: QModelIndex, roles: list[int] | None = None) -> None:
        """Only the rows on screen: Qt would paint everything anew for rows nobody sees, at every batch of scores."""
        top, bottom = self.screen_rows()
        above, below = max(first.row(), top), min(last.row(), bottom)
        if above <= below:
            y = self.rowViewportPosition(above)
            height = self.rowViewportPosition(below) + self.rowHeight(below) - y
            self.viewport().update(0, y, self.viewport().width(), height)

    def measure_rows(self, places: range) -> int:
        """Size rows whose height is not known. Returns by how many pixels they grew in all."""
        grown = 0
        fresh = [(place, self.measure(place)) for place in places if place not in self._heights]
        for place, height in fresh:
            self._heights[place] = height
            before = self.rowHeight(place)
            if height != before:
                grown += height - before
                self.setRowHeight(place, height)
        return grown

    def measure_again(self, place: int, anchor: int) -> None:
        """Row ``place`` needs another height; row ``anchor`` stays where it is, as far as there is room above."""
        self._heights.pop(place, None)
        grown = self.measure_rows(range(place, place + 1))
        if grown and place < anchor:
            self.updateGeometries()
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + grown)

    def screen_rows(self) -> tuple[int, int]:
        count = self.model().rowCount() if self.model() is not None else 0
        top, bottom = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        if top < 0:  # scrolled beyond the end, as when a filter has just left fewer rows: not all of them are seen
            top = count - 1
        return max(0, top), (bottom if bottom >= 0 else count - 1)

    def measure_visible(self) -> None:
        """What is on screen, from the top down, until nothing changes."""
        if self._busy or self.model() is None:
            return
        self._busy = True
        for _ in range(6):
            top, bottom = self.screen_rows()
            known = len(self._heights)
            self.measure_rows(range(top, bottom + 1))
            if len(self._heights) == known:
                break
        self._busy = False
        self._ahead.start()

    def _measure_around(self) -> None:
        """A screenful before and after, so that scrolling finds them ready; what is above may not move what is seen."""
        top, bottom = self.screen_rows()
        span = max(8, bottom - top)
        self._busy = True
        grown = self.measure_rows(range(max(0, top - span), top))
        if grown:
            self.updateGeometries()
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + grown)
        self.measure_rows(range(bottom + 1, min(self.model().rowCount(), bottom + 1 + span)))
        self._busy = False
        self.settled()

    def scroll_so_that(self, place: int, y: int) -> None:
        """Row ``place`` begins ``y`` pixels below the top of the viewport."""
        self.updateGeometries()
        self.verticalScrollBar().setValue(self.verticalHeader().sectionPosition(place) - y)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.measure_visible()
        self.settled()
        self.scrolled.emit()

    def on_screen(self, place: int) -> bool:
        y = self.rowViewportPosition(place)
        return -self.rowHeight(place) < y < self.viewport().height()

    def reveal(self, place: int) -> None:
        """Scroll as little as is needed to see the whole row and a part of its neighbours."""
        self.measure_rows(range(place, place + 1))
        margin = self.fontMetrics().height() * 2
        y, height, room = self.rowViewportPosition(place), self.rowHeight(place), self.viewport().height()
        if y < 0 or y + height > room:
            far = y < -room or y > 2 * room
            wanted = (room - height) // 3 if far else margin if y < 0 else room - height - margin
            self.scroll_so_that(place, max(0, min(wanted, room - height)) if height < room else 0)

    def start_over(self) -> None:
        """The model has other rows now."""
        self._heights.clear()
        self.verticalHeader().setDefaultSectionSize(self.estimate())
        self.updateGeometries()
        self.measure_visible()

    def resizeEvent(self, event: QResizeEvent) -> None:
        here = self.anchor() if self.model() is not None else -1
        seen = here >= 0 and 0 <= self.rowViewportPosition(here) < event.oldSize().height()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.share_width()
            self.forget_heights()
            if seen:
                self.reveal(here)
        elif seen:
            self.reveal(here)  # a panel that opens below must not cover the row being worked on
            self._ahead.start()
        else:
            self._ahead.start()

    def showEvent(self, event: QEvent) -> None:
        super().showEvent(event)
        self.share_width()
        self.forget_heights()

    def updateEditorGeometries(self) -> None:
        super().updateEditorGeometries()
        self.settled()
