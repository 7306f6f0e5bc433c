"""A batch as a job of the window. It outlives its dialog: closing that leaves the batch running."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ...kit.jobs import JobContext
from ...pipeline.batch_recipe import BatchRecipe

if TYPE_CHECKING:
    from ...domain.batch import ArticleLine, BatchReport
    from ...kit.settings import Settings
    from ...pipeline.run_batch import Pace
    from ..desk import Desk
    from ..jobs import JobHandle


@dataclass(frozen=True)
class BatchOrder:
    """What the person asked for. jobs: worker processes."""

    inputs: tuple[str, ...]
    out: Path
    recipe: BatchRecipe
    jobs: int = 1


class BatchRun(QObject):
    """One a desk (``of``). linesCame: new lines and the latest pace; ended: it succeeded, failed, or was stopped."""

    started = Signal()
    linesCame = Signal(list, object)
    ended = Signal(str, object)  # "done", "stopped" or "failed"; a BatchReport, None, or the exception

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.order: BatchOrder | None = None
        self.lines: list[ArticleLine] = []
        self.pace: Pace | None = None
        self.report: BatchReport | None = None
        self.outcome = ""
        self.error: object = None
        self._job: JobHandle | None = None
        self._lock = threading.Lock()
        self._arrived: list[ArticleLine] = []
        self._latest: Pace | None = None

    @staticmethod
    def of(desk: Desk) -> BatchRun:
        known = desk.findChild(BatchRun)
        return known if known is not None else BatchRun(desk)

    @property
    def running(self) -> bool:
        return self._job is not None

    def start(self, order: BatchOrder) -> None:
        if self.running:
            return
        self.order, self.lines, self.pace, self.report, self.outcome = order, [], None, None, ""
        settings = self._desk.settings
        job = self._desk.runner.submit(self.tr("Batch"), lambda ctx: self._work(order, settings, ctx), "batch")
        self._job = job
        job.succeeded.connect(lambda report: self._end("done", report))
        job.cancelled.connect(lambda: self._end("stopped", None))
        job.failed.connect(lambda error: self._end("failed", error))
        self.started.emit()

    def stop(self) -> None:
        """What is done is kept; starting the same order again goes on from there."""
        if self._job is not None:
            self._job.cancel()

    def _work(self, order: BatchOrder, settings: Settings, ctx: JobContext) -> BatchReport:
        """In the lane's thread, which only waits for the worker processes and writes files."""
        from ...pipeline.batch_inputs import plan
        from ...pipeline.executors import Processes
        from ...pipeline.run_batch import run_batch

        items = plan(order.inputs, order.out, order.recipe.formats)
        return run_batch(items, order.recipe, settings, order.out, Processes(order.jobs), ctx, self._note)

    def _note(self, line: ArticleLine, pace: Pace) -> None:
        """In the lane's thread: kept articles come by the thousand, so that many share one turn of the main thread."""
        with self._lock:
            waiting = bool(self._arrived)
            self._arrived.append(line)
            self._latest = pace
        if not waiting:
            self._desk.runner.post(self._deliver)

    def _deliver(self) -> None:
        with self._lock:
            came, self._arrived = self._arrived, []
            self.pace = self._latest
        if came:
            self.lines += came
            self.linesCame.emit(came, self.pace)

    def _end(self, outcome: str, result: object) -> None:
        self._deliver()
        self._job, self.outcome = None, outcome
        self.report, self.error = (result, None) if outcome == "done" else (None, result)
        self.ended.emit(outcome, result)
