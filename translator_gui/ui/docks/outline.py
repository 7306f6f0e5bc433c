"""The article's headings, and where its trouble is: flagged segments and progress of every section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStackedLayout, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ...domain.segment import SegmentKind, State
from ..controls import EmptyState, column
from ..slices import Slices
from ..theme import theme
from .panel import Panel

if TYPE_CHECKING:
    from ...review.session import ReviewSession
    from ..desk import Desk

_Index = QModelIndex | QPersistentModelIndex
_DONE = (State.REVIEWED, State.FINAL)


@dataclass
class Section:
    """A heading and what stands under it, up to the next heading. first: the id to go to."""

    title: str
    level: int
    first: str
    number: int
    segments: int = 0
    done: int = 0
    flagged: int = 0
    worst: float = 0.0


class OutlineModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.sections: list[Section] = []

    def set_sections(self, sections: list[Section]) -> None:
        self.beginResetModel()
        self.sections = sections
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.sections)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        section = self.sections[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return section
        if role == Qt.ItemDataRole.DisplayRole:
            return section.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.tr("{0}\n{1} segments, {2} confirmed, {3} flagged").format(
                section.title, section.segments, section.done, section.flagged
            )
        return None


class SectionDelegate(QStyledItemDelegate):
    """Title, indented by level; a progress line under it; the number of flags in a chip."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, QFontMetrics(option.font).height() + 20)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        colours, section = theme(), index.data(Qt.ItemDataRole.UserRole)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, colours.selection if chosen else colours.hover)
        area = QRectF(option.rect).adjusted(12 + 12 * max(0, section.level - 1), 6, -12, -6)
        if section.flagged:
            area.setRight(self._paint_chip(painter, option, area, section) - 8)
        font = option.font
        font.setBold(section.level <= 1)
        painter.setFont(font)
        painter.setPen(colours.on_selection if chosen else colours.text)
        text = QFontMetrics(font).elidedText(section.title, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area.adjusted(0, 0, 0, -6), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        self._paint_progress(painter, area, section)
        painter.restore()

    def _paint_chip(self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF, section: Section) -> float:
        text, metrics = str(section.flagged), QFontMetrics(option.font)
        width = max(metrics.height() + 2, metrics.horizontalAdvance(text) + 12)
        chip = QRectF(area.right() - width, area.top() + 1, width, metrics.height() + 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().error_soft)
        painter.drawRoundedRect(chip, 4, 4)
        painter.setPen(theme().error)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
        return chip.left()

    def _paint_progress(self, painter: QPainter, area: QRectF, section: Section) -> None:
        track = QRectF(area.left(), area.bottom() - 2, area.width(), 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().pressed)
        painter.drawRoundedRect(track, 1.5, 1.5)
        if section.segments and section.done:
            track.setWidth(max(3.0, track.width() * section.done / section.segments))
            painter.setBrush(theme().success)
            painter.drawRoundedRect(track, 1.5, 1.5)


class OutlinePanel(Panel):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._slices = Slices(self)
        self._timer.setInterval(400)  # figures; nobody waits for them while typing
        self.model = OutlineModel()
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(SectionDelegate(self.view))
        self.view.setProperty("bare", True)
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName(self.tr("Outline"))
        self.view.clicked.connect(self._jump)
        self.view.activated.connect(self._jump)
        self._empty = EmptyState(
            "outline", self.tr("No article is open"), self.tr("Its headings show here, with the trouble in each part.")
        )
        self._pages = QStackedLayout()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        self.setLayout(column(spacing=0))
        self.layout().addLayout(self._pages)
        self.taker = self.view
        desk.rowsReplaced.connect(self.refresh_soon)
        desk.segmentsChanged.connect(self._changed)
        desk.currentChanged.connect(self._mark_current)

    def _changed(self, ids: list[str], aspects: frozenset[str]) -> None:
        if aspects & {"state", "score", "exclusion", "findings"}:
            self.refresh_soon()

    def refresh(self) -> None:
        session = self.desk.session
        if session is None:
            self._slices.stop()
            self._show([])
            return
        found: list[Section] = []
        self._slices.run(self._collect(session, found), lambda: self._show(found))

    def _collect(self, session: ReviewSession, found: list[Section]) -> Iterator[None]:
        here = None
        for number, text in enumerate(session.rows):
            if self.desk.session is not session:
                return
            segment = text.segment
            if not segment.excluded:
                if here is None or segment.kind is SegmentKind.HEADING:
                    title = segment.source if segment.kind is SegmentKind.HEADING else self.tr("Beginning")
                    here = Section(title, max(1, segment.level), segment.id, number)
                    found.append(here)
                here.segments += 1
                here.done += text.target.state in _DONE
                here.flagged += session.is_flagged(segment.id)
            yield

    def _show(self, sections: list[Section]) -> None:
        self.model.set_sections(sections)
        self._pages.setCurrentWidget(self.view if sections else self._empty)
        self._mark_current()

    def _mark_current(self, _segment: str = "") -> None:
        session, current = self.desk.session, self.current()
        if session is None or not current or current not in session or not self.isVisible():
            return
        number = session.index(current)
        before = [i for i, section in enumerate(self.model.sections) if section.number <= number]
        if before:
            self.view.setCurrentIndex(self.model.index(before[-1], 0))

    def _jump(self, index: QModelIndex) -> None:
        section: Section = index.data(Qt.ItemDataRole.UserRole)
        if self.desk.session is not None and section.first in self.desk.session:
            self.desk.go_to(section.first)
