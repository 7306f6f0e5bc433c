"""Long work off the main thread: named lanes, one token per job, one outcome per job.

Worker threads touch nothing of Qt: what they have to say goes into a queue and one byte into a socket; the main
thread wakes on the socket and speaks for them. Lanes: "interactive" (opening, rules for the row being edited),
"bulk" (proposals, imports, exports), "model" (one at a time: whatever holds a loaded network), "batch" (hours of
waiting for other processes).
"""

from __future__ import annotations

import contextlib
import logging
import queue
import socket
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, QTimer, Signal

from ..kit.errors import Cancelled
from ..kit.jobs import CancelToken, JobContext

T = TypeVar("T")
Work = Callable[[JobContext], Any]
LANES = ("interactive", "bulk", "model", "batch")
# A turn of the event loop spends at most this long on what workers delivered, so that keys are not kept waiting.
_TURN_SECONDS = 0.004
_log = logging.getLogger("translator_gui.ui.jobs")


class JobHandle(QObject):
    """One job, seen from the main thread.

    progressed(done, total, text): total 0 means not known. Then exactly one of succeeded(result), cancelled(),
    failed(exception), and last finished(). ``quiet`` jobs are housekeeping and stay out of the activity panel.
    """

    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    cancelled = Signal()
    failed = Signal(object)
    finished = Signal()

    def __init__(self, title: str, work: Work, lane: str, quiet: bool) -> None:
        super().__init__()
        self.title, self.lane, self.quiet = title, lane, quiet
        self.token = CancelToken()
        self.state = "waiting"
        self.latest: tuple[int, int, str] = (0, 0, "")
        self.report_pending = False
        self._work: Work | None = work  # let go once it runs: it holds what it works on

    @property
    def is_over(self) -> bool:
        return self.state in ("succeeded", "cancelled", "failed")

    def cancel(self) -> None:
        """Ask the work to stop; it does so at its next check, and ``cancelled`` follows."""
        self.token.cancel()

    def _settle(self, state: str, value: object) -> None:
        self.state = state
        if state == "succeeded":
            self.succeeded.emit(value)
        elif state == "cancelled":
            self.cancelled.emit()
        else:
            self.failed.emit(value)
        self.finished.emit()
        # Those who listened hold the handle, and the handle them: without this no project would ever leave the memory.
        self.deleteLater()


class Mailbox(QObject):
    """``post(call)`` from any thread; the calls run on the main thread, in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls: deque[Callable[[], None]] = deque()
        self._wake_read, self._wake_write = socket.socketpair()
        self._wake_read.setblocking(False)
        self._wake_write.setblocking(False)
        self._notifier = QSocketNotifier(self._wake_read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._drain)

    def post(self, call: Callable[[], None]) -> None:
        self._calls.append(call)
        # A full pipe means the main thread has been woken already; a closed one, that nobody listens any more.
        with contextlib.suppress(OSError):
            self._wake_write.send(b"\0")

    def _drain(self) -> None:
        if not self._notifier.isEnabled():  # closed since this turn was asked for
            return
        with contextlib.suppress(BlockingIOError):
            self._wake_read.recv(4096)
        deadline = time.perf_counter() + _TURN_SECONDS
        while self._calls:
            self._calls.popleft()()
            if self._calls and time.perf_counter() > deadline:
                QTimer.singleShot(0, self, self._drain)
                return

    def close(self) -> None:
        self._notifier.setEnabled(False)
        self._calls.clear()
        self._wake_read.close()
        self._wake_write.close()


class _Lane:
    """A thread that takes one job after another. A daemon: a stuck library never keeps the program from ending."""

    def __init__(self, name: str, run: Callable[[JobHandle], None]) -> None:
        self._queue: queue.SimpleQueue[JobHandle | None] = queue.SimpleQueue()
        self._run = run
        self.thread = threading.Thread(target=self._loop, name=f"lane-{name}", daemon=True)
        self.thread.start()

    def put(self, handle: JobHandle | None) -> None:
        self._queue.put(handle)

    def _loop(self) -> None:
        while (handle := self._queue.get()) is not None:
            self._run(handle)


class JobRunner(QObject):
    """Starts jobs and reports on them, on the main thread only. ``started`` skips quiet jobs."""

    started = Signal(object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Raises RuntimeError without a QApplication: jobs would run, and nobody would ever hear of them."""
        if QCoreApplication.instance() is None:
            raise RuntimeError("a JobRunner needs a QApplication to report to")
        super().__init__(parent)
        self._mailbox = Mailbox(self)
        self._lanes: dict[str, _Lane] = {}
        self._live: dict[int, JobHandle] = {}
        self._closed = False

    def submit(self, title: str, work: Callable[[JobContext], T], lane: str = "bulk", quiet: bool = False) -> JobHandle:
        """Queue ``work``; it starts on the next turn of the event loop, so that the caller can connect first."""
        if lane not in LANES:
            raise ValueError(f"no lane {lane!r}")
        handle = JobHandle(title, work, lane, quiet)
        self._live[id(handle)] = handle
        if not quiet:
            self.started.emit(handle)
        QTimer.singleShot(0, self, lambda: self._start(handle))
        return handle

    def post(self, call: Callable[[], None]) -> None:
        """Run ``call`` on the main thread soon. Thread-safe; the way a job delivers part of its result."""
        self._mailbox.post(call)

    def jobs(self) -> list[JobHandle]:
        """Jobs that wait or run."""
        return list(self._live.values())

    def cancel_all(self) -> None:
        for handle in self.jobs():
            handle.cancel()

    def close(self, seconds: float = 2.0) -> bool:
        """Cancel everything and wait, at most ``seconds``. False when some work did not heed its token."""
        self._closed = True
        self.cancel_all()
        deadline = time.monotonic() + seconds
        for lane in self._lanes.values():
            lane.put(None)
        for lane in self._lanes.values():
            lane.thread.join(max(0.0, deadline - time.monotonic()))
        self._mailbox.close()
        self._live.clear()
        return not any(lane.thread.is_alive() for lane in self._lanes.values())

    def _start(self, handle: JobHandle) -> None:
        if self._closed:
            return
        lane = self._lanes.get(handle.lane)
        if lane is None:
            lane = self._lanes[handle.lane] = _Lane(handle.lane, self._run)
        lane.put(handle)

    def _run(self, handle: JobHandle) -> None:
        """In the lane's thread."""
        post = self._mailbox.post

        def progress(done: int, total: int, text: str) -> None:
            handle.latest = (done, total, text)
            if not handle.report_pending:  # a fast worker must not flood the main thread: the latest is enough
                handle.report_pending = True
                post(lambda: self._report(handle))

        post(lambda: setattr(handle, "state", "running" if handle.state == "waiting" else handle.state))
        work, handle._work = handle._work, None
        assert work is not None
        try:
            handle.token.check()
            outcome: tuple[str, object] = ("succeeded", work(JobContext(handle.token, progress)))
        except Cancelled:
            outcome = ("cancelled", None)
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is the job's result and not the lane's end
            outcome = ("failed", error)
        post(lambda: self._settle(handle, *outcome))

    def _report(self, handle: JobHandle) -> None:
        handle.report_pending = False
        if not handle.is_over:
            handle.progressed.emit(*handle.latest)

    def _settle(self, handle: JobHandle, state: str, value: object) -> None:
        self._live.pop(id(handle), None)
        if state == "failed":
            _log.warning("job %s failed: %s", handle.title, type(value).__name__)
        handle._settle(state, value)
        if not self._live:
            self.idle.emit()
