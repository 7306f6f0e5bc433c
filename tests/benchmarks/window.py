"""Drives the real window and prints each figure against its target: `python -m tests.benchmarks.window [--sizes …]`.

Offscreen unless QT_QPA_PLATFORM says otherwise. Every figure is taken in a process of its own; scoring (rules) runs in
the background while keys are typed, as it does for a reader who has just opened a long article.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

SIZES = (1_000, 10_000, 50_000)
OPEN_TARGETS = {1_000: 0.5, 10_000: 0.7, 50_000: 1.0}
KEYS, STEPS, ANSWERS = 150, 80, 25
WORDS = {
    "fr": "le gouvernement a annoncé mardi que la grève du port se poursuivrait malgré les négociations en cours",
    "en": "the government announced on Tuesday that the strike at the port would go on despite talks with the unions",
}


def make_project(path: Path, count: int) -> None:
    """count segments of 8 to 30 words with a target, four to a paragraph."""
    from translator_gui.domain.article import Article, Document
    from translator_gui.domain.segment import Origin, Segment, State, Target
    from translator_gui.store.project_file import ProjectFile

    chance = random.Random(7)
    fr, en = WORDS["fr"].split(), WORDS["en"].split()

    def text(words: list[str]) -> str:
        return " ".join(chance.choices(words, k=chance.randint(8, 30))).capitalize() + f" {chance.randint(2, 99)}."

    segments = tuple(Segment(f"s{n}", text(fr), " ", n // 4) for n in range(count))
    targets = {s.id: Target(text(en), State.TRANSLATED, Origin.DRAFT) for s in segments}
    ProjectFile.create(path, Document(Article(segments, title=f"{count} segments"), targets)).close()


def rss_megabytes() -> float:
    """Resident memory now; 0 where /proc does not say."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


class Driver:
    """The real window, with the means to wait for a paint."""

    def __init__(self) -> None:
        from PySide6.QtCore import QEvent, QObject

        from translator_gui.kit.settings import ScoringSettings, Settings
        from translator_gui.ui.app import application, build
        from translator_gui.ui.desk import Desk
        from translator_gui.ui.garbage import Garbage

        sys.setswitchinterval(0.0005)
        self.app = application()
        self.desk = Desk(Settings(scoring=ScoringSettings(profile="rules")), keep_settings=False)
        self.window = build(self.app, self.desk)
        Garbage(self.desk)
        self.window.resize(1440, 900)
        self.window.show()
        driver = self
        self.painted = 0

        class Watch(QObject):
            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                if event.type() is QEvent.Type.Paint:
                    driver.painted += 1
                return False

        self.watch = Watch()

    def until(self, done: Callable[[], bool], seconds: float = 60) -> None:
        end = time.perf_counter() + seconds
        while not done():
            self.app.processEvents()
            if time.perf_counter() > end:
                raise TimeoutError("the window did not get there")

    def pause(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self.app.processEvents()
            time.sleep(0.0005)

    def open(self, path: Path) -> float:
        """Seconds from the wish to the painted rows."""
        rows = self.window.page.rows
        rows.viewport().installEventFilter(self.watch)
        self.painted, start = 0, time.perf_counter()
        self.desk.open_path(path)
        self.until(lambda: self.desk.session is not None and rows.isVisible() and self.painted > 0)
        return time.perf_counter() - start

    def timed(self, act: Callable[[], None], watched: object) -> float:
        """Milliseconds from the act to the next paint of ``watched``."""
        watched.installEventFilter(self.watch)
        self.painted, start = 0, time.perf_counter()
        act()
        self.until(lambda: self.painted > 0, 10)
        return (time.perf_counter() - start) * 1000


def measure_start() -> dict[str, float]:
    """Seconds since the parent started this process until the window is painted and answers events."""
    from PySide6.QtCore import QTimer

    from translator_gui.ui.app import application, build

    app = application()
    window = build(app)
    window.show()
    result: dict[str, float] = {}

    def usable() -> None:
        result["start"] = time.time() - float(os.environ["BENCH_STARTED"])
        result["modules"] = len(sys.modules)
        app.quit()

    QTimer.singleShot(0, lambda: QTimer.singleShot(0, usable))
    app.exec()
    return result


def measure_open(path: Path) -> dict[str, float]:
    driver = Driver()
    driver.pause(0.3)
    cpu = time.process_time()
    seconds = driver.open(path)
    result = {"open": seconds, "open_cpu": time.process_time() - cpu}
    driver.window.close()
    return result


def measure_keys(path: Path) -> dict[str, float]:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    driver = Driver()
    driver.open(path)
    driver.pause(1.0)
    result = {"rss": rss_megabytes()}
    rows = driver.window.page.rows
    scoring = bool(driver.desk.runner.jobs())
    keys = []
    for number in range(KEYS):
        letter = " " if number % 6 == 5 else "abcdefgh"[number % 8]
        keys.append(driver.timed(lambda letter=letter: QTest.keyClick(rows.editor, letter), rows.editor.viewport()))
        driver.pause(0.045)
    result["scoring"] = float(scoring and bool(driver.desk.runner.jobs()))
    steps = []
    down = Qt.KeyboardModifier.ControlModifier
    for _ in range(STEPS):
        steps.append(driver.timed(lambda: QTest.keyClick(rows.editor, Qt.Key.Key_Down, down), rows.viewport()))
        driver.pause(0.03)
    result |= {"key_median": statistics.median(keys), "key_p95": sorted(keys)[int(len(keys) * 0.95)]}
    result |= {"next_median": statistics.median(steps), "next_p95": sorted(steps)[int(len(steps) * 0.95)]}
    driver.pause(1.0)
    result["rss_after"] = rss_megabytes()
    driver.window.close()
    return result


def measure_answers(path: Path) -> dict[str, float]:
    """From a key to the rules' answer to the new text, in one segment after the other."""
    from PySide6.QtTest import QTest

    driver = Driver()
    driver.open(path)
    driver.until(lambda: not driver.desk.runner.jobs(), 400)  # a long article is scored first
    waits = []
    for number in range(ANSWERS):
        driver.desk.go_to(driver.desk.session.rows[number + 3].id)
        driver.pause(0.5)
        start, session, segment = time.perf_counter(), driver.desk.session, driver.desk.current_id()
        QTest.keyClick(driver.window.page.rows.editor, "x")
        text = driver.window.page.rows.editor.toPlainText()
        driver.until(lambda: session.row(segment).target.text == text and not session.is_stale(segment))  # noqa: B023
        waits.append((time.perf_counter() - start) * 1000)
    driver.window.close()
    return {"median": statistics.median(waits), "p95": sorted(waits)[int(len(waits) * 0.95)]}


def child(what: str, path: Path | None) -> dict[str, float]:
    """Run one measurement in a fresh process."""
    command = [sys.executable, "-m", "tests.benchmarks.window", "--child", what, *([str(path)] if path else [])]
    with tempfile.TemporaryDirectory() as home:
        environment = {"QT_QPA_PLATFORM": "offscreen"} | dict(os.environ)
        environment |= {"TRANSLATOR_GUI_HOME": home, "BENCH_STARTED": str(time.time())}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=600)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return json.loads(done.stdout.strip().splitlines()[-1])


def report(name: str, value: float, target: float, unit: str) -> None:
    verdict = "ok" if value <= target else "MISSED"
    print(f"{name:<46} {value:8.2f} {unit:<3} target {target:6.2f}  {verdict}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--child", nargs="*")
    given = parser.parse_args()
    if given.child:
        kind, *rest = given.child
        run = {"start": measure_start, "open": measure_open, "keys": measure_keys, "answers": measure_answers}[kind]
        print(json.dumps(run(*(Path(item) for item in rest))))
        return
    child("start", None)  # byte code and disk cache, as on any machine that has run the program once
    report("start to usable window", min(child("start", None)["start"] for _ in range(3)), 0.8, "s")
    with tempfile.TemporaryDirectory() as folder:
        for size in given.sizes:
            path = Path(folder) / f"{size}.tgproj"
            make_project(path, size)
            found = min((child("open", path) for _ in range(3)), key=lambda each: each["open"])
            report(f"open {size:,} segments", found["open"], OPEN_TARGETS.get(size, 1.0), "s")
            print(f"{'':<46} {found['open_cpu']:8.2f} s CPU")
            if size == min(given.sizes):
                answers = child("answers", path)
                report("key to the rules' answer, median", answers["median"], 100, "ms")
                report("key to the rules' answer, 95th percentile", answers["p95"], 100, "ms")
        keys = child("keys", path)
        note = "scoring under way" if keys["scoring"] else "scoring had ended"
        report(f"key to repaint, median ({note})", keys["key_median"], 10, "ms")
        report("key to repaint, 95th percentile", keys["key_p95"], 16, "ms")
        report("next segment, median", keys["next_median"], 16, "ms")
        report("next segment, 95th percentile", keys["next_p95"], 16, "ms")
        report("memory, opened", keys["rss"], 250, "MB")
        report("memory, after typing", keys["rss_after"], 250, "MB")


if __name__ == "__main__":
    main()
