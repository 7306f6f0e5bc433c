"""Work over all rows in small slices between events, so that the window keeps painting. For work that needs the
session (which lives in the main thread); anything heavy belongs in a job."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

_SLICE_SECONDS = 0.004


class Slices(QObject):
    """run(steps) exhausts the iterator a few milliseconds at a time; a new run() drops the old one."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] | None = None
        self._done: Callable[[], object] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._slice)

    @property
    def busy(self) -> bool:
        return self._steps is not None

    def run(self, steps: Iterator[object], done: Callable[[], object]) -> None:
        """``done`` is called once the iterator is exhausted, never for one that was dropped."""
        self._steps, self._done = steps, done
        self._timer.start()

    def stop(self) -> None:
        self._steps = self._done = None
        self._timer.stop()

    def _slice(self) -> None:
        steps, done = self._steps, self._done
        if steps is None:
            self._timer.stop()
            return
        end = time.perf_counter() + _SLICE_SECONDS
        for _ in steps:
            if time.perf_counter() >= end:
                return
        if self._steps is steps:
            self.stop()
            if done is not None:
                done()
