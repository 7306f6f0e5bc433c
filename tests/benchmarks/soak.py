"""Lives with the real window: `python -m tests.benchmarks.soak [--minutes 30]` opens, edits, proposes, filters,
exports and closes articles in turn, and prints how memory, threads, timers and open files went.

Exit code 1 when memory or the number of widgets grew by more than 5 % from the second fifth of the time to the last,
or a thread, timer or open file was left over.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import json
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtTest import QTest

from tests.ui import parrot
from translator_gui.engines.catalogue import ENGINES

from .window import Driver, make_project, rss_megabytes

ARTICLES, SEGMENTS, GROWTH = 50, 60, 0.05
ROUNDS = 40  # at least: the list of recent files and of past jobs are full after a dozen
SIZES = ("megabytes", "objects")  # Qt keeps a few splitters of its own for later; these may waver


def round_of_work(driver: Driver, path: Path, out: Path) -> None:
    """What a translator does with one article."""
    from translator_gui.review.filters import Filter

    desk, window = driver.desk, driver.window
    driver.open(path)
    for _ in range(3):
        QTest.keyClicks(window.page.editor(), " word")
        desk.move(1)
    desk.flush()
    job = desk.propose()
    if job is not None:
        driver.until(lambda: not desk.runner.jobs())
    desk.set_filter(Filter(text="grève"))
    desk.set_filter(None)
    for view in ("stacked", "reading", "grid"):
        window.set_view(view)
        driver.pause(0.01)
    desk.undo()
    desk.export("tmx", out / "out.tmx")
    driver.until(lambda: not desk.runner.jobs())
    window.toast.hide()
    desk.close_session()
    driver.pause(0.02)


def tidy() -> None:
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def census(driver: Driver) -> dict[str, float]:
    """What is alive with no article open."""
    timers = driver.window.findChildren(QTimer) + driver.desk.findChildren(QTimer)
    files = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0
    return {
        "megabytes": rss_megabytes(),
        "threads": threading.active_count(),
        "timers": len(timers),
        "running timers": sum(timer.isActive() for timer in timers),
        "files": files,
        "objects": len(driver.app.allWidgets()),
    }


def soak(minutes: float) -> list[dict[str, float]]:
    """A census after each round, the first few (caches, fonts) included."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["TRANSLATOR_GUI_HOME"] = str(folder / "home")
        ENGINES._table["parrot"] = "tests.ui.parrot:parrot"
        for _ in range(10_000_000 // 1000):
            parrot.BATCHES.release(1000)
        paths = [folder / f"{number}.tgproj" for number in range(ARTICLES)]
        for path in paths:
            make_project(path, SEGMENTS)
        driver = Driver()
        driver.desk.change_settings(engines={"default": "parrot"})
        taken: list[dict[str, float]] = []
        end = time.monotonic() + minutes * 60
        for path in itertools.cycle(paths):
            round_of_work(driver, path, folder)
            tidy()
            taken.append(census(driver))
            if time.monotonic() > end and len(taken) >= ROUNDS:
                break
        driver.window.close()
        return taken


def judged(taken: Sequence[dict[str, float]]) -> dict[str, object]:
    """First: the rounds between one and two fifths of the way; last: the last fifth."""
    fifth = len(taken) // 5
    first, last = taken[fifth : 2 * fifth], taken[-fifth:]

    def middle(rounds: Sequence[dict[str, float]], what: str) -> float:
        return statistics.median(r[what] for r in rounds)

    growth = {what: round(middle(last, what) / middle(first, what) - 1, 4) for what in SIZES}
    left = {
        what: middle(last, what) - middle(first, what)
        for what in taken[0]
        if what not in SIZES and middle(last, what) > middle(first, what)
    }
    return {
        "rounds": len(taken),
        "megabytes": [round(middle(first, "megabytes"), 1), round(middle(last, "megabytes"), 1)],
        "growth": growth,
        "left over": left,
        "alive": {what: taken[-1][what] for what in taken[0]},
        "ok": max(growth.values()) <= GROWTH and not left,
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=30)
    verdict = judged(soak(parser.parse_args().minutes))
    print(json.dumps(verdict, indent=1))
    return 0 if verdict["ok"] else 1


if __name__ == "__main__":
    sys.exit(main())
