"""Work for executors: what a batch's own does wrong only by accident."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from translator_gui.kit.errors import InputError
from translator_gui.kit.jobs import JobContext


def act(item: tuple[str, str], ctx: JobContext) -> str:
    """item: (what to do, detail)."""
    what, detail = item
    if what == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "die-once" and not Path(detail).exists():
        Path(detail).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "fail":
        raise InputError("It is bad.", detail)
    if what == "unpicklable":
        raise type("Local", (Exception,), {})(detail)
    if what == "sleep":
        time.sleep(float(detail))
    return f"{what} {detail}"
