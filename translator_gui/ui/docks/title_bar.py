"""The title of a dock: its name, and buttons large enough to hit for floating and closing it.

Dragging and the double click that floats go on working: what this widget does not take reaches the dock itself.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QDockWidget, QFrame, QHBoxLayout, QToolButton

from ..controls import ElidedLabel, tool_button

_HEIGHT, _BUTTON = 32, 24


class DockTitle(QFrame):
    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self._dock = dock
        self.setProperty("dockTitle", True)
        text = ElidedLabel("title")
        text.setText(dock.windowTitle())
        self._float = self._button("external", self.tr("Float or dock: {0}"), self._toggle_floating)
        self._close = self._button("close", self.tr("Close: {0}"), dock.close)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 6, 1)
        layout.setSpacing(2)
        layout.addWidget(text, 1)
        layout.addWidget(self._float)
        layout.addWidget(self._close)

    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)  # the dock's own layout goes by this alone

    minimumSizeHint = sizeHint

    def _button(self, icon_name: str, text: str, call: object) -> QToolButton:
        button = tool_button(icon_name, text.format(self._dock.windowTitle()), call)
        button.setFixedSize(_BUTTON, _BUTTON)
        button.setIconSize(QSize(14, 14))
        return button

    def _toggle_floating(self) -> None:
        self._dock.setFloating(not self._dock.isFloating())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.ignore()
