"""Every command of the menus on a long article: ``python -m tests.benchmarks.commands_at_scale [SEGMENTS]`` (50,000).

Opens the real window on an article where every segment has a score, every tenth an error and a comment, triggers one
command after the other, twice, and what the bars, panels and dialogs do beside. A timer ticks every 5 ms: "blocked" is
the longest time it was kept waiting until the window was at rest again, "CPU" what the program computed in that time
(a busy machine makes the first larger than the second), "rest" how long it all took. Worst first; MISSED over 100 ms of
CPU: a job with progress and Cancel excuses how long a thing takes, never that keys wait. "silent" marks what took over
1 s without such a job. Dialogs and files asked for are refused at once. The collection of memory that the window makes
when nobody has touched it for seconds (ui/garbage.py) is left out of a command's figures and told by itself.
"""

from __future__ import annotations

import argparse
import gc
import os
import re
import shutil
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from tests.benchmarks.quality_window import make
from tests.benchmarks.window import Driver
from tests.ui import parrot
from translator_gui.engines.catalogue import ENGINES
from translator_gui.ui.actions import ACTIONS
from translator_gui.ui.slices import Slices

LIMIT, TIMES, QUIET, LONGEST = 100.0, 2, 0.45, 60.0
_JOB_SECONDS = 2.0  # a job that goes on longer is cancelled: what it does is measured elsewhere
# They end the run, or ask for another article; the tour has keys of its own.
FORMATS = ("tmx", "xliff20", "xlsx", "txt", "docx", "html")
LEFT_OUT = ("quit", "close", "sample", "paste-article", "tour", "dismiss-always")


@dataclass
class Figure:
    name: str
    blocked: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    rest: list[float] = field(default_factory=list)
    job: str = ""

    def line(self) -> str:
        both = "".join(f"{blocked:9.0f}{cpu:8.0f}" for blocked, cpu in zip(self.blocked, self.cpu, strict=True))
        slow = max(self.rest) > 1000 + 1000 * QUIET and not self.job
        verdict = ("MISSED " if max(self.cpu) > LIMIT else "") + ("silent " if slow else "")
        return f"{self.name:<40}{both:<34}{max(self.rest):9.0f}  {verdict}{self.job}"


class Heart:
    """Ticks every 5 ms and keeps the longest wait, by the clock and by what the program computed."""

    def __init__(self) -> None:
        self._timer = QTimer(interval=5)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self.longest_collection = self._collecting = self._collected = 0.0
        gc.callbacks.append(self._garbage)
        self.begin()
        self._timer.start()

    def _garbage(self, phase: str, info: dict[str, int]) -> None:
        if info["generation"] == 2:
            if phase == "start":
                self._collecting = time.perf_counter()
            else:
                spent = time.perf_counter() - self._collecting
                self._collected += spent
                self.longest_collection = max(self.longest_collection, spent)

    def begin(self) -> None:
        self._collected = 0.0
        self.last, self._cpu, self.blocked, self.cpu = time.perf_counter(), time.process_time(), 0.0, 0.0

    def _tick(self) -> None:
        now, cpu, idle = time.perf_counter(), time.process_time(), self._collected
        if now - self.last - idle > self.blocked:
            self.blocked, self.cpu = now - self.last - idle, max(0.0, cpu - self._cpu - idle)
        self.last, self._cpu, self._collected = now, cpu, 0.0


class Watcher(threading.Thread):
    """Looks every 20 ms what the main thread does while the timer is kept waiting (--where)."""

    def __init__(self, heart: Heart) -> None:
        super().__init__(daemon=True)
        self._heart, self._main = heart, threading.get_ident()
        self.seen: Counter[str] = Counter()

    def run(self) -> None:
        while True:
            time.sleep(0.02)
            if time.perf_counter() - self._heart.last > LIMIT / 1000:
                frame = sys._current_frames().get(self._main)
                if frame is None:  # the program ends
                    return
                frames = traceback.extract_stack(frame)
                ours = [f for f in frames if "translator_gui" in f.filename and "benchmarks" not in f.filename]
                self.seen[" < ".join(f"{Path(f.filename).stem}.{f.name}:{f.lineno}" for f in ours[:-6:-1])] += 1

    def told(self) -> None:
        for place, times in self.seen.most_common(3):
            print(f"    {times * 20:5} ms  {place}", file=sys.stderr)
        self.seen.clear()


class Commands:
    """The window, and how each command is tried on it."""

    def __init__(self, path: Path, where: bool = False, only: str = "") -> None:
        self._only = re.compile(rf"{only}|open the project") if only else None
        self.driver = Driver()
        self.desk, self.window = self.driver.desk, self.driver.window
        self.desk.change_settings(engines={"default": "parrot"})
        self.heart, self.figures = Heart(), []
        self._jobs: list[Any] = []
        self.desk.jobStarted.connect(self._jobs.append)
        self.desk.largeStarted.connect(self._jobs.append)  # a dialog with progress and Cancel
        self.path, self._watcher = path, Watcher(self.heart) if where else None
        if self._watcher is not None:
            self._watcher.start()
        self._refuser = QTimer(interval=150)
        self._refuser.timeout.connect(self._refuse)
        self._refuser.start()

    def _refuse(self) -> None:
        """File dialogs run a loop of their own."""
        modal = QApplication.activeModalWidget()
        if isinstance(modal, QFileDialog):
            modal.reject()

    def at_rest(self) -> bool:
        return not self.desk.runner.jobs() and not any(each.busy for each in self.window.findChildren(Slices))

    def run(self, name: str, act: Callable[[], object], times: int = TIMES) -> None:
        if self._only is not None and not self._only.search(name):
            return
        figure = Figure(name)
        for _ in range(times):
            self._jobs.clear()
            self.desk.rescoring.courtesy.touch()
            self.heart.begin()
            start = time.perf_counter()
            act()
            self._wait(start)
            figure.rest.append((time.perf_counter() - start) * 1000)
            figure.blocked.append(self.heart.blocked * 1000)
            figure.cpu.append(self.heart.cpu * 1000)
            figure.job = figure.job or (f"job: {self._jobs[0].title}" if self._jobs else "")
            self.tidy()
        self.figures.append(figure)
        print(figure.line(), file=sys.stderr, flush=True)
        if self._watcher is not None:
            self._watcher.told()

    def _wait(self, start: float) -> None:
        while True:
            self.driver.pause(0.02)
            gone = time.perf_counter() - start
            if self._jobs and gone > _JOB_SECONDS:
                self._stop()
            if (gone > QUIET and self.at_rest()) or gone > LONGEST:
                return

    def tidy(self) -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.reject()
        self.driver.until(self._nothing_runs)
        self.window.toast.hide()
        self.driver.pause(0.1)

    def _nothing_runs(self) -> bool:
        """What one job leaves undone the next may take up."""
        self._stop()
        return not self.desk.runner.jobs()

    def _stop(self) -> None:
        """All that shows Cancel; housekeeping goes on."""
        for job in self.desk.runner.jobs():
            if not job.quiet:
                job.cancel()

    # -- what is tried ---------------------------------------------------------------------------------------------

    def all(self) -> None:
        self.run("(open the project)", lambda: self.desk.open_path(self.path), 1)
        self.driver.pause(2.0)
        self.run("(nothing)", lambda: None)
        self.menus()
        for dock in self.window.docks:
            self.run(f"panel: {dock}", self.window.docks[dock].toggleViewAction().trigger)
        self.bar()
        self.find()
        self.many()
        self.jobs()
        self.texts()
        self.run("close", self.window.actions_["close"].trigger, 1)
        self.window.close()

    def menus(self) -> None:
        for spec in ACTIONS:
            action = self.window.actions_[spec.id]
            if spec.id not in LEFT_OUT and action.isEnabled():
                self.run(spec.id, action.trigger)
        self.window.set_view("grid")

    def bar(self) -> None:
        bar = self.window.page.bar
        self.run("filter: flagged", bar.flagged.click)
        self.run("filter: to do", bar.open.click)
        for words in ("777", "ministre", "r.gion", ""):
            self.run(f"filter: words “{words}”", lambda words=words: (bar.text.setText(words), bar.apply()), 1)
        for place in range(1, bar.states.count()):
            name = bar.states.itemText(place)
            if name:
                self.run(f"filter: {name}", lambda place=place: bar.states.setCurrentIndex(place), 1)
        self.run("filter: all states", lambda: bar.states.setCurrentIndex(0), 1)
        self.run("another threshold", lambda: self.desk.session.set_threshold(100 - self.desk.session.threshold - 10))

    def find(self) -> None:
        """The dialog with 50,000 hits: found, stepped through, replaced, undone."""
        from translator_gui.ui.dialogs.catalogue import open_dialog

        def search() -> Any:
            dialog = open_dialog("find", self.desk, self.window)
            dialog.text.setText("the")
            dialog.replacement.setText("THE")
            return dialog

        self.run("find everywhere", search)
        dialog = search()
        self.driver.pause(0.5)
        self.driver.until(lambda: bool(dialog.hits))
        self.run("replace everywhere", lambda: dialog.replace_all.click(), 1)
        for name in ("undo", "redo", "undo"):
            self.run(f"{name}: replaced everywhere", self.window.actions_[name].trigger, 1)

    def many(self) -> None:
        """Commands on all rows at once."""
        page = self.window.page
        self.run("select all rows", page.rows.selectAll)
        for name in ("lock", "exclude", "final", "propose-segment"):
            for back in (name, "undo", "redo", "undo"):
                title = f"{name}: all rows" if back == name else f"{back}: {name} of all rows"

                def act(back: str = back) -> None:
                    page.rows.selectAll()
                    self.window.actions_[back].trigger()

                if self.window.actions_[back].isEnabled():
                    self.run(title, act, 1)
                if name == "propose-segment":
                    break

    def jobs(self) -> None:
        folder = self.path.parent
        for form in FORMATS:
            self.run(f"export {form}", lambda form=form: self.desk.export(form, folder / f"out.{form}"), 1)
        for form in ("html", "xlsx"):
            report = folder / f"report.{form}"
            self.run(f"report {form}", lambda report=report: self.desk.reviewing.write_report(report), 1)

    def texts(self) -> None:
        """What is done to one segment."""
        from translator_gui.review import commands

        def split() -> None:
            self.desk.move(7)
            row = self.desk.current_row()
            self.desk.perform("Split", commands.split, row.id, row.segment.source.index(" ") + 1)

        self.run("split", split)
        self.run("join", self.window.actions_["join"].trigger)
        self.run("undo: join", self.window.actions_["undo"].trigger)
        self.run("fill empty, all taken", self.window.actions_["accept-best"].trigger)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("segments", type=int, nargs="?", default=50_000)
    parser.add_argument(
        "--project", type=Path, help="an article of an earlier run, to save making one; made if not there"
    )
    parser.add_argument("--where", action="store_true", help="say what the window was busy with meanwhile")
    parser.add_argument("--only", default="", metavar="PATTERN", help="only the commands whose name matches")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TRANSLATOR_GUI_HOME"] = folder
        path = Path(folder) / "a.tgproj"
        if given.project is None or not given.project.exists():
            make(given.project or path, given.segments)
        if given.project is not None:
            shutil.copyfile(given.project, path)
        ENGINES._table["parrot"] = "tests.ui.parrot:parrot"
        for _ in range(100):
            parrot.BATCHES.release(1000)
        commands = Commands(path, given.where, given.only)
        commands.all()
    print(f"{given.segments:,} segments; milliseconds, the first and the second time; load {os.getloadavg()[0]:.1f}")
    print(f"{'command':<40}{'blocked':>9}{'CPU':>8}{'blocked':>9}{'CPU':>8}{'rest':>9}")
    for figure in sorted(commands.figures, key=lambda each: (-max(each.cpu), -max(each.blocked))):
        print(figure.line())
    clock, cpu = (sum(max(getattr(each, what)) > LIMIT for each in commands.figures) for what in ("blocked", "cpu"))
    print(f"longest collection of memory while nobody worked: {commands.heart.longest_collection * 1000:.0f} ms")
    print(f"{len(commands.figures)} commands; over {LIMIT:.0f} ms: {clock} by the clock, {cpu} by CPU")


if __name__ == "__main__":
    main()
