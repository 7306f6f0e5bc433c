"""The way out of a damaged project: what can be read goes into a new file, which is opened in its stead."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ..kit.jobs import JobContext
from . import places

if TYPE_CHECKING:
    from ..store.salvage import Salvaged
    from .desk import Desk


class Salvaging(QObject):
    """done(store.salvage.Salvaged): the new project is about to be opened."""

    done = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def start(self, path: Path) -> None:
        wanted = path.with_name(f"{path.stem} ({self.tr('recovered')}){places.SUFFIX}")

        def work(ctx: JobContext) -> Salvaged:
            from ..store.salvage import salvage

            return salvage(path, places.free(wanted, lambda _: False)[0])

        text = self.tr("Recovering {0}").format(path.name)
        job = self._desk.runner.submit(text, work, "interactive")
        self._desk.busyChanged.emit(text)
        job.finished.connect(lambda: self._desk.busyChanged.emit(""))
        job.succeeded.connect(self._open)
        job.failed.connect(self._desk.report)

    def _open(self, result: Salvaged) -> None:
        self._desk.opening.open_project(result.path)
        self.done.emit(result)
