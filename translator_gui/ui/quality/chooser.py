"""Which error, how bad, what would be right: a small panel beside the marked words, used by keys alone.

Digits choose the severity, letters the error type (its keys, "am", or part of its name), Enter records, Escape leaves.
It blocks nothing: the window goes on working beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)

from ...domain.finding import Severity
from ...domain.mqm import MISSING
from ..controls import ElidedLabel, column, label, push_button, row, set_role
from ..finding_text import severity_name
from ..i18n import current_language
from ..icons import icon
from ..remark_text import category_name, side_name
from ..theme import theme
from .marking import Answer, Marking, Request

if TYPE_CHECKING:
    from ..desk import Desk

_WIDTH, _LIST_HEIGHT, _MARGIN = 430, 186, 8
SEVERITIES = (Severity.NEUTRAL, Severity.MINOR, Severity.MAJOR, Severity.CRITICAL)  # by their digit
_TYPE, _KEYS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_KEYS_WIDTH = 34


class SeverityBar(QWidget):
    """Buttons "1 Minor", "2 Major" …; the digit works wherever the panel has the keyboard (but in its texts)."""

    def __init__(self) -> None:
        super().__init__()
        self._buttons: dict[Severity, QToolButton] = {}
        group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for digit, severity in enumerate(SEVERITIES):
            button = QToolButton()
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setText(f"{digit}  {severity_name(severity)}")
            button.setAccessibleName(severity_name(severity))
            group.addButton(button)
            layout.addWidget(button)
            self._buttons[severity] = button
        layout.addStretch(1)
        self._group = group

    def ask(self, severity: Severity | None, esa: bool) -> None:
        self._group.setExclusive(False)
        for each, button in self._buttons.items():
            style = theme().severity(each)
            button.setIcon(icon(style.icon, style.colour.name()))
            button.setVisible(not esa or each in (Severity.MINOR, Severity.MAJOR))
            button.setChecked(each is severity)
        self._group.setExclusive(True)

    def press(self, key: int) -> bool:
        """A digit that is one of those shown."""
        digit = key - Qt.Key.Key_0
        if not 0 <= digit < len(SEVERITIES) or self._buttons[SEVERITIES[digit]].isHidden():
            return False
        self._buttons[SEVERITIES[digit]].setChecked(True)
        return True

    @property
    def chosen(self) -> Severity | None:
        return next((each for each, button in self._buttons.items() if button.isChecked()), None)


class TypeDelegate(QStyledItemDelegate):
    """The letters that choose an error type, in a column of their own before its name."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        self.initStyleOption(option, index)
        t, chosen = theme(), bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            painter.fillRect(option.rect, t.selection if chosen else t.hover)
        flags = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(t.on_selection if chosen else t.muted)
        box = option.rect.adjusted(8, 0, -6, 0)
        painter.drawText(box, flags, index.data(_KEYS))
        painter.setPen(t.on_selection if chosen else t.text)
        box.setLeft(box.left() + _KEYS_WIDTH)
        name = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, flags, name)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(100, option.fontMetrics.height() + 8)


class ErrorChooser(QFrame):
    """One a window. closed: it gave the keyboard back."""

    closed = Signal()

    def __init__(self, desk: Desk, marking: Marking, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._marking = desk, marking
        self._request: Request | None = None
        self._before: QWidget | None = None
        self.setProperty("popup", True)
        self.setAccessibleName(self.tr("Mark an error"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(_WIDTH)
        self._build()
        self.hide()
        desk.sessionChanged.connect(self.leave)

    def _build(self) -> None:
        self._quote, self._where = ElidedLabel("title"), label(role="muted")
        self.severity = SeverityBar()
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Error type: its letters, or part of its name"))
        self.field.setAccessibleName(self.tr("Error type"))
        self.types = QListWidget()
        self.types.setItemDelegate(TypeDelegate(self.types))
        self.types.setFixedHeight(_LIST_HEIGHT)
        self.types.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.types.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.types.setAccessibleName(self.tr("Error types"))
        self.suggestion = self._line(self.tr("Suggested correction"))
        self.comment = self._line(self.tr("Comment"))
        self._hint = label(role="muted", wrap=True)
        self.record = push_button(self.tr("Record"), self.finish, primary=True)
        cancel = push_button(self.tr("Cancel"), self.leave)
        for field in (self.field, self.suggestion, self.comment):
            field.setProperty("frame", True)
            field.installEventFilter(self)
            field.textEdited.connect(self._desk.reviewing.touched)
        self.field.textChanged.connect(self._search)
        self.types.itemClicked.connect(lambda _: self.field.setFocus())
        self.types.itemDoubleClicked.connect(lambda _: self.finish())
        head = row(self._quote, self._where, spacing=8)
        head.setStretch(0, 1)
        foot = row(self._hint, cancel, self.record, spacing=6)
        foot.setStretch(0, 1)
        items = (head, self.severity, self.field, self.types, self.suggestion, self.comment, foot)
        self.setLayout(column(*items, spacing=8, margins=(14, 12, 14, 12)))

    def _line(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        return field

    # -- asking --------------------------------------------------------------------------------------------------

    def ask(self, request: Request) -> None:
        if self._request is None:
            self._before = self.window().focusWidget()
        self._request = request
        number = self._desk.session.index(request.segment) + 1
        if request.category == MISSING:
            quote = self.tr("Missing in the translation")
        else:
            quote = self.tr("“{0}”").format(request.quote) if request.quote else self.tr("The whole segment")
        self._quote.setText(quote)
        self._where.setText(self.tr("{0}, segment {1}").format(side_name(request.side.value), number))
        self.severity.ask(request.severity, request.esa)
        for widget in (self.field, self.types):
            widget.setVisible(not request.esa)
        self.suggestion.setVisible(request.side.value == "target" and request.category != MISSING)
        self.suggestion.setText(request.suggestion)
        self.comment.setText(request.comment)
        self._say("")
        self.field.clear()
        self._search("")
        self._choose(request.category)
        self.setFixedHeight(self._needed())
        self._place()
        self.show()
        self.raise_()
        self._first().setFocus(Qt.FocusReason.PopupFocusReason)

    def _first(self) -> QWidget:
        """The panel itself takes digits, where there is no error type to look for."""
        return self if self._request.esa else self.field

    def _needed(self) -> int:
        layout = self.layout()
        layout.invalidate()
        layout.activate()
        return layout.totalHeightForWidth(_WIDTH) if layout.hasHeightForWidth() else layout.totalSizeHint().height()

    def _search(self, typed: str) -> None:
        from ...review import type_ahead, typology

        typed_of = typology.of(self._desk.session)
        self.types.clear()
        for found in type_ahead.search(typed_of, typed, current_language()):
            keys = type_ahead.keys_of(typed_of, found)
            item = QListWidgetItem(category_name(typed_of, found.id))
            item.setData(_TYPE, found.id)
            item.setData(_KEYS, keys.upper())
            self.types.addItem(item)
        self.types.setCurrentRow(0 if typed else -1)

    def _choose(self, category: str) -> None:
        for number in range(self.types.count()):
            if category and self.types.item(number).data(_TYPE) == category:
                self.types.setCurrentRow(number)
                self.types.scrollToItem(self.types.item(number))

    def _place(self) -> None:
        """Below the words, above them where there is no room, never outside the window."""
        window, height = self.window(), self.height()
        anchor = self._anchor()
        top = anchor.bottom() + _MARGIN
        if top + height > window.height() - _MARGIN:
            top = anchor.top() - _MARGIN - height
        left = min(max(anchor.left(), _MARGIN), window.width() - self.width() - _MARGIN)
        self.move(left, max(_MARGIN, min(top, window.height() - height - _MARGIN)))

    def _anchor(self) -> QRect:
        """Where the marked words are, in the window."""
        page = self.window().page
        field = page.source() if self._request.side.value == "source" else page.editor()
        if not field.isVisible():
            field = page.editor() if page.editor().isVisible() else page
            return QRect(field.mapTo(self.window(), QPoint(0, 0)), field.size())
        caret = field.cursorRect()
        return QRect(field.viewport().mapTo(self.window(), caret.topLeft()), caret.size())

    # -- keys ----------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.finish()
                return True
            if watched is self.field and self._in_field(event):
                return True
        return super().eventFilter(watched, event)

    def _in_field(self, event: QKeyEvent) -> bool:
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            return False
        if self.severity.press(event.key()):
            self._say("")
            return True
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6, Qt.Key.Key_PageDown: 6}
        if event.key() in steps:
            place = self.types.currentRow() + steps[event.key()]
            self.types.setCurrentRow(max(0, min(place, self.types.count() - 1)))
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
        elif not self.severity.press(event.key()):
            super().keyPressEvent(event)

    # -- the end -------------------------------------------------------------------------------------------------

    def finish(self) -> None:
        if self._request is None:
            return
        severity, category = self.severity.chosen, self._category()
        if category is None:
            self._say(self.tr("Which error type? Type its letters."), bad=True)
            self.field.setFocus()
        elif severity is None:
            self._say(self.tr("How severe? Press a digit."), bad=True)
            self._first().setFocus()
        else:
            answer = Answer(category, severity, self.comment.text().strip(), self.suggestion.text().strip())
            request, self._request = self._request, None
            self._marking.answer(request, answer)
            self._give_back()

    def _category(self) -> str | None:
        if self._request.esa:
            return self._request.category
        item = self.types.currentItem()
        return item.data(_TYPE) if item is not None else None

    def leave(self) -> None:
        if self._request is not None:
            self._request = None
            self._give_back()

    def _give_back(self) -> None:
        self.hide()
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.window().page.focus_text()
        self.closed.emit()

    def _say(self, text: str, bad: bool = False) -> None:
        usual = self.tr("Enter records, Tab goes on")
        self._hint.setText(text or usual)
        set_role(self._hint, "role", "error" if bad else "muted")
