"""Somebody deleted, moved or replaced the open project: say so while everything can still be written again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ..kit.errors import StoreError
from ..kit.jobs import JobContext

if TYPE_CHECKING:
    from pathlib import Path

    from .desk import Desk

_LOOK_MS = 1000


class LostFile(QObject):
    """noticed(error): once for each project; answer with save_again() or not at all (closing keeps the edits, too).
    Looking is one attribute: the store's own thread asks the file system."""

    noticed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk, self._told = desk, ""
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        desk.sessionChanged.connect(self._session_changed)

    def _session_changed(self) -> None:
        self._told = ""
        if self._desk.session is not None:
            self._timer.start()
        else:
            self._timer.stop()

    def _look(self) -> None:
        session = self._desk.session
        if session is None or not session.store.is_lost or self._told:
            return
        self._told = str(session.path)
        text = self.tr("“{0}” is not where it was: another program deleted, moved or replaced it.")
        hint = self.tr("All your work is still here. Save it again to go on.")
        self.noticed.emit(StoreError(text.format(session.path.name), hint, str(session.path)))

    def save_again(self) -> None:
        """Write the project anew and go on with the new file."""
        desk = self._desk
        if desk.session is None:
            return
        desk.flush()
        store = desk.session.store
        store.remember("last_segment", desk.current_id())

        def work(ctx: JobContext) -> Path:
            return store.rescue()

        job = desk.runner.submit(self.tr("Saving the project again"), work, "interactive")
        job.succeeded.connect(self._open)
        job.failed.connect(desk.report)

    def _open(self, path: Path) -> None:
        self._desk.close_session()  # its path may be the same: what is open already is not opened again
        self._desk.opening.open_project(path)
