"""What a long call may talk to: a cancel token, a progress sink, a log. No Qt, no threads started here."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from .errors import Cancelled

ProgressSink = Callable[[int, int, str], None]


class CancelToken:
    """A flag one side sets and the other asks. Thread-safe; one token per job."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        self._event.set()

    @property
    def cancelled(self) -> bool:
        return self._event.is_set()

    def check(self) -> None:
        """Raise Cancelled when the job was cancelled."""
        if self._event.is_set():
            raise Cancelled

    def wait(self, seconds: float) -> None:
        """Sleep, but wake and raise Cancelled at once when the job is cancelled."""
        if self._event.wait(seconds):
            raise Cancelled


def _no_progress(done: int, total: int, text: str) -> None:
    return None


@dataclass(frozen=True)
class JobContext:
    """All a long call may talk to. ``progress(done, total, text)``: total 0 means not known."""

    token: CancelToken = field(default_factory=CancelToken)
    progress: ProgressSink = _no_progress
    log: logging.Logger = field(default_factory=lambda: logging.getLogger("translator_gui"))

    def check(self) -> None:
        self.token.check()


class Eta:
    """Seconds left, from the pace so far. ``clock`` is monotonic seconds."""

    def __init__(self, total: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._total, self._clock, self._start = total, clock, clock()

    def left(self, done: int) -> float | None:
        """Seconds left, or None while nothing is done."""
        if done <= 0:
            return None
        pace = (self._clock() - self._start) / done
        return max(0.0, pace * (self._total - done))
