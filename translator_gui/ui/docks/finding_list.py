"""The list of findings: a model of (place, finding) and a delegate that draws icon, message, and where it is."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ...domain.finding import Dismissal, Finding
from ..delegates.direction import from_the_left
from ..finding_text import finding_message, finding_tip, finding_title, severity_name
from ..icons import pixmap
from ..theme import theme

_Index = QModelIndex | QPersistentModelIndex
_PAD, _ICON, _GAP = 10, 16, 8


class Entry(NamedTuple):
    """place: number of the segment, 1-based, 0 for none. quote: the words it is about. dismissal: how it was
    dismissed, in the list of dismissed ones."""

    place: int
    finding: Finding | None
    quote: str
    message: str
    note: str
    dismissal: Dismissal | None = None


class FindingModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._entries: list[Entry] = []
        self._show_place = False

    def set_entries(self, entries: list[Entry], show_place: bool) -> None:
        self.beginResetModel()
        self._entries, self._show_place = entries, show_place
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def find(self, fingerprint: str) -> int:
        """Row of the finding with that fingerprint, -1 when it is gone."""
        rows = (
            i for i, e in enumerate(self._entries) if e.finding is not None and e.finding.fingerprint == fingerprint
        )
        return next(rows, -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        if role == Qt.ItemDataRole.UserRole:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            severity = severity_name(entry.finding.severity) if entry.finding is not None else ""
            return ". ".join(filter(None, (severity, entry.message, self.second_line(entry))))
        if role == Qt.ItemDataRole.ToolTipRole and entry.finding is not None:
            code = entry.finding.code
            title = f"{severity_name(entry.finding.severity)} · {finding_title(code)}"
            return "\n".join(filter(None, (title, finding_tip(code))))
        return None

    def second_line(self, entry: Entry) -> str:
        place = self.tr("Segment {0}").format(entry.place) if self._show_place and entry.place else ""
        return " · ".join(filter(None, (place, entry.quote, entry.note)))


def entry_for(place: int, finding: Finding, source: str, target: str) -> Entry:
    """The row of one finding."""
    text = source if finding.side.value == "source" else target
    quote = finding.span.of(text).strip() if finding.span is not None else ""
    message = finding_message(finding)
    if quote in message:
        quote = ""  # said already
    short = quote[:60] + ("…" if len(quote) > 60 else "")
    quote = QCoreApplication.translate("findings", "“{0}”").format(short) if quote else ""
    return Entry(place, finding, from_the_left(quote), from_the_left(message), "")


class FindingDelegate(QStyledItemDelegate):
    """Two lines a row: the message, wrapped, and below it where it is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = max(120, option.widget.viewport().width() if option.widget is not None else option.rect.width())
        first, second = self._texts(index)
        height = _height(first, option.font, width - _left() - _PAD)
        if second:
            height += 2 + _height(second, _small(option.font), width - _left() - _PAD)
        return QSize(width, height + 2 * 7)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        colours = theme()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        if chosen or hovered:
            painter.fillRect(option.rect, colours.selection if chosen else colours.hover)
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        self._paint_icon(painter, option.rect, entry)
        area = option.rect.adjusted(_left(), 7, -_PAD, -7)
        first, second = self._texts(index)
        painter.setPen(colours.on_selection if chosen else colours.text)
        used = _draw(painter, first, option.font, area)
        if second:
            painter.setPen(colours.on_selection if chosen else colours.muted)
            _draw(painter, second, _small(option.font), area.adjusted(0, used + 2, 0, 0))
        painter.setPen(colours.border)
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _paint_icon(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        if entry.finding is None:
            picture = pixmap("mute", _ICON, "muted", painter.device().devicePixelRatioF())
        else:
            style = theme().severity(entry.finding.severity)
            picture = pixmap(style.icon, _ICON, style.colour.name(), painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.x() + _PAD, rect.y() + 8, picture)

    def _texts(self, index: _Index) -> tuple[str, str]:
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        return entry.message, index.model().second_line(entry)


def _left() -> int:
    return _PAD + _ICON + _GAP


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.92)
    return small


def _layout(text: str, font: QFont, width: int) -> tuple[QTextLayout, float]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout, height


def _height(text: str, font: QFont, width: int) -> int:
    if QFontMetrics(font).horizontalAdvance(text) < width:
        return QFontMetrics(font).height()
    return int(_layout(text, font, width)[1] + 0.5)


def _draw(painter: QPainter, text: str, font: QFont, area: QRect) -> int:
    layout, height = _layout(text, font, area.width())
    layout.draw(painter, QPointF(area.topLeft()))
    return int(height + 0.5)
