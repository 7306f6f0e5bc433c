"""The list of errors and suggestions: what a person recorded has a bar at its left and is in full ink; what a machine
found is set in from it, behind a hollow dot."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ...domain.finding import Finding, Severity
from ...domain.mqm import Annotation
from ..delegates.text_layouts import height_of, wrapped
from ..icons import pixmap
from ..theme import theme

_Index = QModelIndex | QPersistentModelIndex
_PAD_X, _PAD_Y, _ICON, _GAP = 12, 7, 16, 8


@dataclass(frozen=True)
class ErrorEntry:
    """first: what it is; second: where, what was said. Exactly one of error and finding, or neither: a heading.
    outdated: the marked words were altered since."""

    first: str
    second: str = ""
    severity: Severity = Severity.NEUTRAL
    error: Annotation | None = None
    finding: Finding | None = None
    outdated: bool = False

    @property
    def key(self) -> str:
        if self.error is not None:
            return self.error.id
        return self.finding.fingerprint if self.finding is not None else ""

    @property
    def heading(self) -> bool:
        return self.error is None and self.finding is None


class ErrorModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._entries: list[ErrorEntry] = []

    def set_entries(self, entries: list[ErrorEntry]) -> None:
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    @property
    def entries(self) -> list[ErrorEntry]:
        return self._entries

    def entry(self, place: int) -> ErrorEntry | None:
        return self._entries[place] if 0 <= place < len(self._entries) else None

    def find(self, key: str) -> int:
        """-1 when it is not there."""
        return next((n for n, each in enumerate(self._entries) if key and each.key == key), -1)

    def first(self) -> int:
        """The first that is no heading."""
        return next((n for n, each in enumerate(self._entries) if not each.heading), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None or entry.heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        if role == Qt.ItemDataRole.UserRole:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            kind = self.tr("Error") if entry.error is not None else self.tr("Suggestion")
            return ". ".join(filter(None, ("" if entry.heading else kind, entry.first, entry.second)))
        return None


class ErrorView(QListView):
    """Rows as high as their text, again when the width changes. It leaves letters to its panel."""

    def __init__(self, model: ErrorModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(ErrorDelegate(self))
        self.setProperty("bare", True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""


class ErrorDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = max(120, option.widget.viewport().width() if option.widget is not None else option.rect.width())
        entry: ErrorEntry = index.data(Qt.ItemDataRole.UserRole)
        room = width - _left(entry) - _PAD_X
        height = height_of(wrapped(entry.first, _first_font(option.font, entry), room))
        if entry.second:
            height += 2 + height_of(wrapped(entry.second, _small(option.font), room))
        return QSize(width, int(height + 0.999) + 2 * _PAD_Y)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        t, entry = theme(), index.data(Qt.ItemDataRole.UserRole)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if entry.heading:
            painter.fillRect(option.rect, t.window)
        elif chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, t.selection if chosen else t.hover)
        if not entry.heading:
            self._sign(painter, option.rect, entry)
        ink = t.on_selection if chosen else t.muted if entry.heading or entry.outdated else t.text
        self._texts(painter, option, entry, ink, t.on_selection if chosen else t.muted)
        painter.setPen(t.border)
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _sign(self, painter: QPainter, rect: QRect, entry: ErrorEntry) -> None:
        style = theme().severity(entry.severity)
        ratio, top = painter.device().devicePixelRatioF(), rect.y() + _PAD_Y + 1
        if entry.error is not None:
            painter.fillRect(rect.x(), rect.y(), 3, rect.height() - 1, style.colour)
            painter.drawPixmap(rect.x() + _PAD_X, top, pixmap(style.icon, _ICON, style.colour.name(), ratio))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(style.colour)
        painter.drawEllipse(QRect(rect.x() + _PAD_X + 4, top + 4, 8, 8))

    def _texts(
        self, painter: QPainter, option: QStyleOptionViewItem, entry: ErrorEntry, ink: object, quiet: object
    ) -> None:
        at = QPointF(option.rect.x() + _left(entry), option.rect.y() + _PAD_Y)
        room = option.rect.width() - _left(entry) - _PAD_X
        first = wrapped(entry.first, _first_font(option.font, entry), room)
        painter.setPen(ink)
        first.draw(painter, at)
        if entry.second:
            painter.setPen(quiet)
            wrapped(entry.second, _small(option.font), room).draw(painter, at + QPointF(0, height_of(first) + 2))


def _left(entry: ErrorEntry) -> int:
    return _PAD_X if entry.heading else _PAD_X + _ICON + _GAP


def _first_font(font: QFont, entry: ErrorEntry) -> QFont:
    if not entry.heading:
        return font
    heading = _small(font)
    heading.setWeight(QFont.Weight.DemiBold)
    return heading


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.92)
    return small
