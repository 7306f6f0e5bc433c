"""From the start of the process to the first paint of the window, and what is imported on the way.

python -m tests.benchmarks.start [--runs 7]

Each run is a process of its own, in a home of its own where nobody was before. The first run finds no byte-code of its
own home but the installed one; "cold" is its time. Imports are taken with -X importtime in one more run, which they
slow down: what counts there is what is slow beside what.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter

_CHILD = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from translator_gui.__main__ import main
from translator_gui.ui.main_window import MainWindow

class FirstPaint(QObject):
    painted = False
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not self.painted:
            self.painted = True
            print(time.time() - float(os.environ["STARTED"]), time.process_time(), len(sys.modules), flush=True)
            QTimer.singleShot(0, watched, watched.close)
        return False

shown, watcher = MainWindow.showEvent, FirstPaint()
def show(window, event):
    window.installEventFilter(watcher)
    shown(window, event)
MainWindow.showEvent = show
sys.exit(main([]))
"""


def started(*options: str) -> tuple[float, float, int, str]:
    """To the first paint: seconds, seconds of a processor, modules loaded; and what was said on standard error."""
    with tempfile.TemporaryDirectory(prefix="tg") as home:
        kept = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
        environment = {"QT_QPA_PLATFORM": "offscreen", **kept, "TRANSLATOR_GUI_HOME": home, "XDG_RUNTIME_DIR": home}
        environment["STARTED"] = str(time.time())
        command = [sys.executable, *options, "-c", _CHILD]
        ran = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=True)
    seconds, busy, modules = ran.stdout.split()[:3]
    return float(seconds), float(busy), int(modules), ran.stderr


def imports(told: str) -> Counter[str]:
    """Top-level name -> seconds spent in its own modules, of what -X importtime says."""
    own: Counter[str] = Counter()
    for line in told.splitlines():
        parts = line.removeprefix("import time:").split("|")
        if line.startswith("import time:") and len(parts) == 3 and parts[0].strip().isdigit():
            own[".".join(parts[2].strip().split(".")[: 2 if "translator_gui" in parts[2] else 1])] += (
                int(parts[0]) / 1e6
            )
    return own


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--runs", type=int, default=7)
    given = parser.parse_args()
    runs = [started() for _ in range(given.runs)]
    times, busy = [run[0] for run in runs], [run[1] for run in runs]
    print(f"first paint, median of {given.runs}: {statistics.median(times) * 1000:.0f} ms")
    print(f"  fastest {min(times) * 1000:.0f} ms, slowest {max(times) * 1000:.0f} ms, cold {times[0] * 1000:.0f} ms")
    print(f"  of a processor, median: {statistics.median(busy) * 1000:.0f} ms")
    print(f"modules loaded by then: {runs[-1][2]}")
    own = imports(started("-X", "importtime")[3])
    print(f"imports, all together: {sum(own.values()) * 1000:.0f} ms (under -X importtime); the slowest:")
    for name, seconds in own.most_common(12):
        print(f"  {seconds * 1000:6.1f} ms  {name}")


if __name__ == "__main__":
    main()
