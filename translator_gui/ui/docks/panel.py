"""What every panel is: a widget that draws itself again when the desk says so, but only while it can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ..desk import Desk

# After the last of a burst of events (a held Ctrl+Down): the row is painted first, the panels a moment later.
_QUIET_MS = 40


class Panel(QWidget):
    """Subclasses implement refresh() and say in follow_current() what makes them stale. taker: what gets the keyboard
    when the panel is opened. It is not the panel's focus proxy: Qt takes a panel with one out of the window's chain of
    Tab stops when a dock adopts it, and Tab then never leaves the panel."""

    taker: QWidget | None = None

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._stale = True
        self._aspects: frozenset[str] = frozenset()
        self._timer = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._timer.timeout.connect(self.refresh_now)
        desk.sessionChanged.connect(self.refresh_soon)

    def refresh(self) -> None:
        raise NotImplementedError

    def refresh_soon(self, *_: object) -> None:
        """Draw again in a moment; while hidden, when shown next."""
        self._stale = True
        if self.isVisible():
            self._timer.start()

    def refresh_now(self) -> None:
        self._timer.stop()
        self._stale = False
        self.refresh()

    def follow_current(self, aspects: frozenset[str]) -> None:
        """Refresh when another segment becomes current, or when one of ``aspects`` of the current one alters."""
        self.desk.currentChanged.connect(self.refresh_soon)
        self.desk.rowsReplaced.connect(self.refresh_soon)
        self._aspects = aspects
        self.desk.segmentsChanged.connect(self._segments_changed)

    def _segments_changed(self, ids: list[str], changed: frozenset[str]) -> None:
        # No ids: perhaps all segments.
        if self._aspects & changed and (not ids or self.current() in ids):
            self.refresh_soon()

    def current(self) -> str:
        """The current segment's id, "" when there is none."""
        return self.desk.current_id() if self.desk.session is not None else ""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._timer.start(0)
