"""Whoever types or scrolls has the machine to himself: when did he last do something?"""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject

_COURTESY_MS = 60  # the next batch waits until nothing came for so long


class Courtesy(QObject):
    """Notes when the reader last did something."""

    _KINDS = frozenset((QEvent.Type.KeyPress, QEvent.Type.Wheel, QEvent.Type.MouseButtonPress))

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last = 0.0

    def watch(self, *where: QObject) -> None:
        """What takes the reader's keys and clicks. Not the application: tens of thousands of events of building a
        window would each go through here."""
        for each in where:
            each.installEventFilter(self)

    def touch(self) -> None:
        self._last = time.monotonic()

    @property
    def idle(self) -> float:
        """Seconds since then."""
        return time.monotonic() - self._last

    def left(self) -> int:
        """Milliseconds still to wait."""
        return max(0, _COURTESY_MS - int(self.idle * 1000))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in self._KINDS:
            self.touch()
        return False
