"""A short message at the bottom of the window, with Undo where there is something to undo. It takes no focus and
never covers the row being typed in for long."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from .controls import IconLabel, column, label, push_button, row, tool_button
from .icons import icon

_SHORT_MS, _LONG_MS = 4_500, 9_000
_EDGE = 24


class Toast(QFrame):
    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setProperty("toast", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._run: Callable[[], object] | None = None
        self._icon = IconLabel("info", 16, "base")
        self._text, self._hint = label("", "title", wrap=True), label("", wrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.action = push_button("", self._act)
        self._close = tool_button("close", self.tr("Close message"), self.hide)
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.action.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.setIcon(icon("close", "base"))
        self.setLayout(row(spacing=12, margins=(16, 10, 8, 10)))
        self.layout().addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self.layout().addLayout(column(self._text, self._hint, spacing=2), 1)
        self.layout().addWidget(self.action)
        self.layout().addWidget(self._close)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str, hint: str, kind: str, action: str = "", run: Callable[[], object] | None = None) -> None:
        self._text.setText(text)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._icon.show_icon({"warning": "warning", "error": "error", "success": "success"}.get(kind, "info"), "base")
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self._run = run
        self.setAccessibleName(f"{text} {hint}".strip())
        self.place()
        self.show()
        self.raise_()
        # An error stays until it is closed: it may say what to do.
        self._timer.stop()
        if kind != "error":
            self._timer.start(_LONG_MS if hint or action else _SHORT_MS)

    def place(self) -> None:
        host = self.parentWidget()
        width = min(560, host.width() - 2 * _EDGE)
        self.resize(width, self.layout().totalHeightForWidth(width))
        self.move((host.width() - width) // 2, host.height() - self.height() - _EDGE - 24)

    def text(self) -> str:
        return self._text.text()

    def _act(self) -> None:
        run, self._run = self._run, None
        self.hide()
        if run is not None:
            run()


class Toasts(QObject):
    """The desk's messages as toasts over ``host``; the newest replaces the one before."""

    def __init__(self, host: QWidget, desk: QObject) -> None:
        super().__init__(host)
        self.toast = Toast(host)
        self._desk = desk
        host.installEventFilter(self)
        desk.message.connect(self.show_message)

    def show_message(self, text: str, hint: str, kind: str) -> None:
        self.toast.say(text, hint, kind)

    def offer_undo(self, text: str, hint: str = "") -> None:
        """For a change made by itself or to many segments at once: what was done, and the way back."""
        self.toast.say(text, hint, "success", self.tr("Undo"), self._desk.undo)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.toast.isVisible():
            self.toast.place()
        return False
