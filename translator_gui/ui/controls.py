"""Small widgets every dock and dialog is made of, so that all of them look and speak alike."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from .icons import icon, pixmap
from .theme import theme_signals


def label(text: str = "", role: str = "", wrap: bool = False, scale: float = 1.0) -> QLabel:
    """A QLabel in one of the style sheet's roles; plain text only, so that article text is never read as HTML."""
    widget = QLabel(text)
    widget.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        widget.setProperty("role", role)
    if wrap:
        widget.setWordWrap(True)
        widget.setMinimumWidth(40)
    if scale != 1.0:
        font = widget.font()
        font.setPointSizeF(font.pointSizeF() * scale)
        font.setWeight(QFont.Weight.DemiBold if scale > 1.05 else QFont.Weight.Normal)
        widget.setFont(font)
    return widget


def push_button(
    text: str, run: Callable[[], object], icon_name: str = "", primary: bool = False, flat: bool = False, tip: str = ""
) -> QPushButton:
    widget = QPushButton(text)
    if icon_name:
        widget.setIcon(icon(icon_name, "on_accent" if primary else "link" if flat else "text"))
    widget.setProperty("primary", primary)
    widget.setProperty("flat", flat)
    widget.setAutoDefault(False)
    widget.setToolTip(tip)
    widget.clicked.connect(lambda: run())
    return widget


def tool_button(
    icon_name: str, name: str, run: Callable[[], object] | None = None, checkable: bool = False
) -> QToolButton:
    """An icon button; ``name`` is what it is called by screen readers and by its tip."""
    widget = QToolButton()
    widget.setIcon(icon(icon_name))
    widget.setIconSize(QSize(16, 16))
    widget.setAccessibleName(name)
    widget.setToolTip(name)
    widget.setCheckable(checkable)
    if run is not None:
        widget.clicked.connect(lambda: run())
    return widget


def search_field(name: str) -> QLineEdit:
    """A field with a magnifying glass and a button that empties it; ``name`` is its placeholder, too."""
    field = QLineEdit()
    field.setPlaceholderText(name)
    field.setAccessibleName(name)
    field.setClearButtonEnabled(True)
    field.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
    for button in field.findChildren(QToolButton):
        button.setAccessibleName(QCoreApplication.translate("controls", "Clear"))
    return field


class ChoiceBox(QComboBox):
    """What it is called is its description, too: on Linux, Qt tells screen readers the chosen entry for the name."""

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.setAccessibleDescription(name)


def roomy(spin: QAbstractSpinBox) -> None:
    """Room before the figure: style sheets do not reach the field inside a spin box."""
    spin.lineEdit().setTextMargins(6, 0, 0, 0)


def set_role(widget: QWidget, name: str, value: object) -> None:
    """Change a style sheet property and repaint with it."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def row(
    *items: QWidget | QLayout | None, spacing: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QHBoxLayout:
    """A horizontal layout; None is a stretch."""
    return _fill(QHBoxLayout(), items, spacing, margins)


def column(
    *items: QWidget | QLayout | None, spacing: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """A vertical layout; None is a stretch."""
    return _fill(QVBoxLayout(), items, spacing, margins)


def _fill(layout, items, spacing, margins):
    layout.setSpacing(spacing)
    layout.setContentsMargins(*margins)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)
    return layout


def line() -> QFrame:
    frame = QFrame()
    frame.setProperty("line", True)
    return frame


class IconLabel(QLabel):
    """An icon that takes the theme's colour again when the theme changes."""

    def __init__(self, name: str, size: int = 16, role: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = (name, size, role)
        self.setFixedSize(size, size)
        theme_signals().changed.connect(self._draw)
        self._draw()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:  # moved to a screen of another scale
            self._draw()
        return super().event(event)

    def show_icon(self, name: str, role: str = "text") -> None:
        self._what = (name, self._what[1], role)
        self._draw()

    def _draw(self) -> None:
        name, size, role = self._what
        self.setPixmap(pixmap(name, size, role, self.devicePixelRatioF()))


class ElidedLabel(QLabel):
    """One line that ends in … where there is no room, and says the whole in its tip then. snug: takes no more room than
    its text; otherwise whatever room there is."""

    def __init__(self, role: str = "", snug: bool = False) -> None:
        super().__init__()
        self._whole = self._tip = ""
        self._snug = snug
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        across = QSizePolicy.Policy.Maximum if snug else QSizePolicy.Policy.Ignored
        self.setSizePolicy(across, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        self._whole = text
        self._elide()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 4, hint.height()) if self._snug else hint

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(self.sizeHint().width(), 3 * hint.height()), hint.height()) if self._snug else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(0, self.width() - 2))
        super().setText(shown if len(shown) > 2 else "")
        tip = "" if shown == self._whole else self._whole
        if self.toolTip() == self._tip and tip != self._tip:  # another tip was given from outside, and stays
            self._tip = tip
            self.setToolTip(tip)


class Card(QPushButton):
    """A button of several lines: what is in its layout. Enter presses it as Space does."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return self.layout().totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.layout().totalMinimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)


class EmptyState(QWidget):
    """What an empty panel shows: an icon, what would be here, and the way to get it."""

    def __init__(self, icon_name: str, title: str, text: str = "", *buttons: QPushButton) -> None:
        super().__init__()
        self._icon = IconLabel(icon_name, 28, "muted")
        self._title, self._text = label(title, "title", wrap=True), label(text, "muted", wrap=True)
        for widget in (self._title, self._text):
            widget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = column(None, spacing=8, margins=(20, 16, 20, 16))
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addSpacing(4)
        for button in buttons:
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        self.setLayout(layout)
        self.say(title, text)

    def say(self, title: str, text: str = "", icon_name: str = "") -> None:
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(f"{title} {text}".strip())
        if icon_name:
            self._icon.show_icon(icon_name, "muted")


_NOTICE_ICONS = {"info": "info", "warning": "warning", "error": "error", "success": "success"}


class Notice(QFrame):
    """A coloured box with an icon: a message, its hint, and a line to copy when there is one."""

    def __init__(self, kind: str = "info", text: str = "", hint: str = "", copy: str = "") -> None:
        super().__init__()
        self._icon = IconLabel("info", 16, "info")
        self._text, self._hint = label("", "title", wrap=True), label("", wrap=True)
        self._copy = CopyLine("")
        texts = column(self._text, self._hint, self._copy, spacing=4)
        self.setLayout(row(spacing=10, margins=(12, 10, 12, 10)))
        self.layout().addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self.layout().addLayout(texts, 1)
        self.say(kind, text, hint, copy)

    def say(self, kind: str, text: str, hint: str = "", copy: str = "") -> None:
        set_role(self, "notice", kind)
        self._icon.show_icon(_NOTICE_ICONS[kind], kind)
        self._text.setText(text)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._copy.set_text(copy)
        self._copy.setVisible(bool(copy))
        self.setAccessibleName(f"{text} {hint}".strip())


class CopyLine(QFrame):
    """One line in a fixed-width font with a button that copies it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = label(text)
        self._text.setFont(_fixed_font(self._text.font().pointSizeF()))
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setWordWrap(True)
        self._button = tool_button("copy", self.tr("Copy"), self._copy)
        self.setLayout(row(spacing=4, margins=(0, 0, 0, 0)))
        self.layout().addWidget(self._text, 1)
        self.layout().addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        self._reset = QTimer(self, singleShot=True, interval=1500)
        self._reset.timeout.connect(lambda: self._button.setIcon(icon("copy")))

    def set_text(self, text: str) -> None:
        self._text.setText(text)
        self._button.setAccessibleName(self.tr("Copy: {0}").format(text))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.text())
        self._button.setIcon(icon("tick", "success"))
        self._reset.start()


def _fixed_font(points: float) -> QFont:
    font = QFont()
    font.setFamilies(["JetBrains Mono", "Cascadia Mono", "SF Mono", "Noto Sans Mono", "DejaVu Sans Mono", "monospace"])
    font.setStyleHint(QFont.StyleHint.Monospace)
    if points > 0:
        font.setPointSizeF(points * 0.95)
    return font


class Pages(QStackedWidget):
    """One page at a time, and room for that one only: what is not shown does not keep a window from being small."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()


class Spacer(QWidget):
    """Takes what room is left in a tool bar."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)


def clear(layout: QLayout) -> None:
    """Delete everything a layout holds."""
    while layout.count():
        item = layout.takeAt(0)
        if item.widget() is not None:
            item.widget().hide()
            item.widget().deleteLater()
        elif item.layout() is not None:
            clear(item.layout())
