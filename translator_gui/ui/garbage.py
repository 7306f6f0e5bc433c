"""When Python looks for garbage: never for long while somebody is at work.

What goes in circles is freed by a collection, and one of everything takes a second once a long article has been
checked: the window stands still meanwhile, whichever thread it was that asked for memory. So the young are collected
as always, and all of it only when the reader has done nothing for a while (and no job runs, unless it is overdue).
What an open article holds is left out, once it has been looked through: it stays as long as the article does.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from .desk import Desk

_YOUNG, _MIDDLE, _NEVER = 700, 10, 1_000_000
_LOOK_MS, _IDLE_SECONDS = 2_000, 3.0
_ENOUGH, _OVERDUE = 20, 20_000  # collections of the middle generation since the last one of all; while a job runs


class Garbage(QObject):
    """Takes Python's collector over for the life of the window."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        gc.set_threshold(_YOUNG, _MIDDLE, _NEVER)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        desk.sessionChanged.connect(self._another)

    def _another(self) -> None:
        gc.unfreeze()
        QTimer.singleShot(0, self, self._keep)

    def _look(self) -> None:
        idle = self._desk.rescoring.courtesy.idle > _IDLE_SECONDS and not self._desk.busy
        due = gc.get_count()[2]
        if idle and due >= (_OVERDUE if self._desk.runner.jobs() else _ENOUGH):
            gc.collect()
            self._keep()

    def _keep(self) -> None:
        """What is there now is not looked through again before another article is opened."""
        if self._desk.session is not None:
            gc.freeze()
