"""One line of the find-and-replace preview: the hit struck through, what would stand there underlined."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, Qt
from PySide6.QtGui import QPainter, QTextDocument, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ..theme import theme

_BEFORE, _AFTER = 36, 80  # characters shown around a hit


class PreviewDelegate(QStyledItemDelegate):
    """UserRole: (text, Hit, whether there is a replacement to show)."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        text, hit, replacing = index.data(Qt.ItemDataRole.UserRole)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(option.font)
        document.setDefaultTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        colour = theme().on_selection if chosen else theme().text
        document.setHtml(f'<span style="color:{colour.name()};white-space:pre">{_html(text, hit, replacing)}</span>')
        painter.save()
        if chosen:
            painter.fillRect(option.rect, theme().selection)
        painter.setClipRect(option.rect)
        top = option.rect.y() + max(0.0, (option.rect.height() - document.size().height()) / 2)
        painter.translate(QPointF(option.rect.x() + 6, top))
        document.drawContents(painter)
        painter.restore()


def _html(text: str, hit, replacing: bool) -> str:
    t = theme()
    start, end = hit.span
    before = ("…" if start > _BEFORE else "") + text[max(0, start - _BEFORE) : start]
    after = text[end : end + _AFTER]
    gone = f"background-color:{t.deleted_soft.name()};color:{t.deleted.name()};text-decoration:line-through"
    new = f"background-color:{t.inserted_soft.name()};color:{t.inserted.name()};text-decoration:underline"
    found = f"background-color:{t.accent_soft.name()};color:{t.text.name()};font-weight:600"
    middle = f'<span style="{gone if replacing else found}">{escape(hit.found)}</span>'
    if replacing and hit.replacement:
        middle += f'<span style="{new}">{escape(hit.replacement)}</span>'
    return f"{_line(before)}{middle}{_line(after)}"


def _line(text: str) -> str:
    return escape(text.replace("\n", " "))
