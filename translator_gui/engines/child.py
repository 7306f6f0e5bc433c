"""A child process that can be killed: JSON lines in, JSON lines out, a time limit on every answer.

For libraries that hold Python's global lock, never return on odd input or take the whole process with them. Nothing
is pickled: a damaged or hostile answer can at worst be bad JSON.
"""

from __future__ import annotations

import json
import logging
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from typing import Any

from ..kit.errors import EngineError
from ..kit.jobs import JobContext

_LOG = logging.getLogger("translator_gui.engines")
_POLL = 0.05  # seconds between looks at the cancel token
# The parent's module path comes first of all: until then even "import json" could be a file of the current folder.
_CODE = (
    "import sys; m = sys.argv[1]; sys.path[:] = sys.argv[2:]; import runpy; runpy.run_module(m, run_name='__main__')"
)


class ChildLost(EngineError):
    """The child died or was killed: the question in hand has no answer, the next one starts a new child."""


def command(module: str) -> list[str]:
    """How to start ``module`` in another interpreter; the frozen program starts itself (see __main__)."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--child", module]
    return [sys.executable, "-c", _CODE, module, *(entry for entry in sys.path if entry)]


class Child:
    """Runs ``module`` as __main__ and asks it one thing at a time. start: sent first, answered with {"ok": true}."""

    def __init__(self, module: str, start: Mapping[str, Any], start_timeout: float = 30.0) -> None:
        self._module, self._start, self._start_timeout = module, dict(start), start_timeout
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.Queue[bytes | None] = queue.Queue()

    @property
    def pid(self) -> int | None:
        """The child's process id, None while none runs."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    def ask(self, question: Mapping[str, Any], ctx: JobContext, timeout: float) -> dict[str, Any]:
        """The child's answer.

        Raises ChildLost when it died or took longer than ``timeout`` seconds, EngineError when it answers with an
        error, Cancelled (the child is killed then, so that it is over at once).
        """
        while not self._lock.acquire(timeout=_POLL):
            ctx.check()
        try:
            if self.pid is None:
                self._launch(ctx)
            return self._exchange(question, ctx, timeout)
        finally:
            self._lock.release()

    def _launch(self, ctx: JobContext) -> None:
        self._answers = queue.Queue()
        self._process = subprocess.Popen(
            command(self._module), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        threading.Thread(target=_pump, args=(self._process, self._answers), name="engine-child", daemon=True).start()
        self._exchange(self._start, ctx, self._start_timeout)

    def _exchange(self, question: Mapping[str, Any], ctx: JobContext, timeout: float) -> dict[str, Any]:
        process = self._process
        if process is None or process.stdin is None:
            raise ChildLost("The translation process is not running.", "Try again.", transient=True)
        over = False
        try:
            process.stdin.write(json.dumps(question).encode("ascii") + b"\n")
            process.stdin.flush()
            answer = self._wait(ctx, time.monotonic() + timeout, timeout)
            over = True
        except OSError as error:
            raise ChildLost("The translation process ended.", "Try again.", str(error), transient=True) from error
        finally:
            if not over:
                self.kill()
        if answer.get("error"):
            raise EngineError(str(answer["error"]), str(answer.get("hint", "")))
        return answer

    def _wait(self, ctx: JobContext, until: float, timeout: float) -> dict[str, Any]:
        while True:
            ctx.check()
            if time.monotonic() > until:
                hint = "The process was stopped; shorten the text, or use another engine."
                raise ChildLost(f"The engine did not answer within {timeout:g} seconds.", hint)
            try:
                line = self._answers.get(timeout=_POLL)
            except queue.Empty:
                continue
            if line is None:
                raise ChildLost("The translation process ended without an answer.", "Shorten the text, or try again.")
            try:
                answer = json.loads(line)
            except ValueError as error:
                raise ChildLost("The translation process gave no sense.", "Try again.") from error
            return answer if isinstance(answer, dict) else {}

    def kill(self) -> None:
        """Ends the child at once; the next question starts a new one."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        if process.stdin is not None:
            try:
                process.stdin.close()
            except OSError:
                _LOG.debug("the child's input was already closed")

    def close(self) -> None:
        self.kill()


def _pump(process: subprocess.Popen[bytes], answers: queue.Queue[bytes | None]) -> None:
    """Lines of the child into the queue; None at its end."""
    if process.stdout is not None:
        with process.stdout as stream:
            for line in stream:
                answers.put(line)
    answers.put(None)
