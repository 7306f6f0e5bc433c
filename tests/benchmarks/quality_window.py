"""What a review costs in the real window: ``python -m tests.benchmarks.quality_window [SEGMENTS]`` (default 10,000).

Keys are pressed in the window with the panels of a review open; a figure ends when the rows are painted.
CPU and wall time, median and worst, with the limits beside them; nothing is asserted. The article is the one of
tests/benchmarks/quality.py: every segment has a score, every tenth an error and a comment.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.quality import article, say
from tests.benchmarks.window import Driver
from tests.store.articles import card, finding
from translator_gui.review.session import ReviewSession

CONFIRMED, FILTERED = 40, 3


def make(path: Path, count: int) -> None:
    with ReviewSession.create(path, article(count), "Ana") as session:
        ids = [row.id for row in session.rows]
        session.add_scores([(0, card(s, n * 37 % 101, [finding(s)])) for n, s in enumerate(ids)])
        say(session)


def told(what: str, limit: str, figures: list[tuple[float, float]]) -> None:
    cpu, wall = zip(*figures, strict=True)
    print(
        f"{what:<46}{statistics.median(cpu):9.1f} ms CPU {statistics.median(wall):9.1f} ms wall  "
        f"worst {max(cpu):8.1f} CPU {max(wall):8.1f} wall  {limit}",
        flush=True,
    )


class Reviewing:
    def __init__(self, path: Path) -> None:
        from PySide6.QtCore import Qt

        self.driver = Driver()
        self.driver.open(path)
        self.window, self.desk, self.keys = self.driver.window, self.driver.desk, Qt
        for name in ("errors", "review", "comments"):
            self.window.docks[name].show()
        self.window.docks["errors"].raise_()
        self.driver.pause(2.0)

    def timed(self, act: Callable[[], None]) -> tuple[float, float]:
        """Milliseconds of CPU and wall until the rows are painted."""
        rows, cpu = self.window.page.rows.viewport(), time.process_time()
        wall = self.driver.timed(act, rows)
        return (time.process_time() - cpu) * 1000, wall

    def press(self, key: str, *modifiers: str) -> None:
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        held = self.keys.KeyboardModifier.NoModifier
        for each in modifiers:
            held |= getattr(self.keys.KeyboardModifier, f"{each}Modifier")
        QTest.keyClick(QApplication.focusWidget() or self.window.page.editor(), getattr(self.keys.Key, key), held)

    def run(self) -> None:
        self.window.page.focus_text()
        bar = self.window.page.bar
        told("start a review, worst first (once)", "", [self.timed(lambda: self.press("Key_R", "Control", "Alt"))])
        steps = []
        for _ in range(CONFIRMED):
            steps.append(self.timed(lambda: self.press("Key_Return", "Control")))
            self.driver.pause(0.4)  # the panels draw a moment later
        told("confirm and next", "< 50", steps)
        for name, act in (
            ("filter: flagged, on and off", bar.flagged.click),
            ("filter: to do, on and off", bar.open.click),
        ):
            figures = []
            for _ in range(2 * FILTERED):
                figures.append(self.timed(act))
                self.driver.pause(1.0)
            told(name, "< 100", figures)
        figures = []
        for _ in range(2 * FILTERED):
            figures.append(self.timed(self.window.actions_["worst-first"].trigger))
            self.driver.pause(1.0)
        told("sort by divergence, and back", "< 100", figures)
        words = []
        for text in ("9th", "55th", "ministre", "777", ""):
            bar.text.setText(text)
            words.append(self.timed(bar.apply))
            self.driver.pause(1.0)
        told("filter: words", "< 100", words)
        panel = self.window.docks["errors"].widget()
        for number, name in enumerate(("of the segment", "of the article")):
            panel.modes.button(number).setChecked(True)
            panel._mode = number
            cpu, wall = time.process_time(), time.perf_counter()
            panel.refresh_now()
            done = ((time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000)
            told(f"errors {name}, with the score", "", [done])
        self.window.close()


def main(count: int) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(f"{count:,} segments, in the window")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TRANSLATOR_GUI_HOME"] = folder
        path = Path(folder) / "a.tgproj"
        make(path, count)
        Reviewing(path).run()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
