"""How much of its screen a window may take."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(0, 40)  # a title bar


def room_for(window: QWidget) -> QSize:
    return window.screen().availableSize() - _FRAME
