"""A short message over the lower edge of the window; it goes by itself, unless it is an error."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ..controls import IconLabel, label, push_button, tool_button
from ..icons import icon

_MILLISECONDS = {"info": 4000, "warning": 8000, "undo": 9000, "error": 0}
_MARGIN = 20


class Toast(QFrame):
    """Stands over ``host``; the newest message replaces the one before. A message of kind "undo" tells of a change
    to many places at once and has a button that takes it back."""

    undoWanted = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setProperty("toast", True)
        self._icon = IconLabel("info", 18, "base")
        self._text, self._hint = label("", wrap=True), label("", wrap=True)
        close = tool_button("close", self.tr("Dismiss"), self.hide)
        close.setIcon(icon("close", "base"))
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.undo = push_button(self.tr("Undo"), self._undo)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._text)
        texts.addWidget(self._hint)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 10, 8, 10)
        layout.setSpacing(10)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(texts, 1)
        layout.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        host.installEventFilter(self)
        self.hide()

    def say(self, text: str, hint: str, kind: str) -> None:
        known = {"warning": "warning", "error": "error", "undo": "success"}
        self._icon.show_icon(known.get(kind, "info"), "base")
        self.undo.setVisible(kind == "undo")
        self._text.setText(text)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.setAccessibleName(f"{text} {hint}".strip())
        self.place()
        self.show()
        self.raise_()
        wait = _MILLISECONDS.get(kind, 4000)
        self._timer.start(wait) if wait else self._timer.stop()

    def _undo(self) -> None:
        self.hide()
        self.undoWanted.emit()

    @property
    def text(self) -> str:
        return self._text.text()

    def place(self) -> None:
        host = self.parentWidget()
        longest = max(
            self.fontMetrics().horizontalAdvance(line) for line in (self._text.text(), self._hint.text() or "")
        )
        beside = 200 if self.undo.isVisibleTo(self) else 100
        width = min(max(220, longest + beside), max(220, min(560, host.width() - 2 * _MARGIN)))
        self.setFixedWidth(width)
        self.layout().activate()  # the layout inside still knows the height of the message before
        self.setFixedHeight(max(44, self.layout().heightForWidth(width)))
        self.move((host.width() - width) // 2, host.height() - self.height() - _MARGIN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)
