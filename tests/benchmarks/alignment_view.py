"""The alignment view: first sight, keys, realigning. ``python -m tests.benchmarks.alignment_view``

CPU seconds of this process: two real documents (an excerpt of a novel, where the data folder is there; else made-up
sentences) until their beads are on screen; one key press until it is painted, at 100 and 5,000 sentences a side; and
realigning an article between two confirmed beads, once all meanings are known.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks.alignment import DATA, made_up
from tests.benchmarks.alignment_measure import read_lines
from translator_gui.domain.article import Article
from translator_gui.domain.bead import AlignmentBead, Bitext
from translator_gui.domain.segment import Segment
from translator_gui.kit.jobs import JobContext
from translator_gui.pipeline.bitext import align_bitext
from translator_gui.pipeline.workshop import Workshop
from translator_gui.review import alignment_edits as edits
from translator_gui.review.alignment_realign import realign, stretch_about
from translator_gui.review.alignment_session import AlignmentSession
from translator_gui.review.alignment_table import BeadTable


def texts(count: int) -> tuple[list[str], list[str]]:
    paths = sorted((DATA / "transread").glob("*.fr")) if DATA.is_dir() else []
    if paths and count <= 200:
        french, english = (read_lines(paths[0].with_suffix(suffix)) for suffix in (".fr", ".en"))
        return french[:count], english[:count]
    source, target, _ = made_up(count)
    return source, target


def _article(lines: list[str]) -> Article:
    return Article(tuple(Segment(f"s{n}", text, "\n", n) for n, text in enumerate(lines)))


def _bitext(count: int) -> Bitext:
    source, target = texts(count)
    return Bitext(_article(source), _article(target))


class Screen:
    """The real window, and the CPU seconds until it has painted what it was asked for."""

    def __init__(self) -> None:
        from translator_gui.kit.settings import Settings
        from translator_gui.ui.app import application, build
        from translator_gui.ui.desk import Desk

        self.app = application()
        self.desk = Desk(Settings(), keep_settings=False)
        self.window = build(self.app, self.desk)
        self.window.resize(1280, 800)
        self.window.show()
        self.settle()

    def settle(self, done: Callable[[], object] = lambda: True) -> None:
        end = time.monotonic() + 600
        while not done() and time.monotonic() < end:
            self.app.processEvents()
            time.sleep(0.001)
        for _ in range(20):
            self.app.processEvents()

    def cost(self, act: Callable[[], object], done: Callable[[], object] = lambda: True) -> float:
        start = time.process_time()
        act()
        self.settle(done)
        return time.process_time() - start


def first_sight(screen: Screen, folder: Path) -> None:
    source, target = texts(100)
    paths = folder / "a.txt", folder / "b.txt"
    for path, lines in zip(paths, (source, target), strict=True):
        path.write_text("\n\n".join(lines), encoding="utf-8")
    aligning: Any = screen.desk.aligning
    aligning._refine = lambda: None  # what goes on behind is not waited for
    seconds = screen.cost(
        lambda: aligning.start(*paths), lambda: aligning.session is not None and screen.window.alignment.isVisible()
    )
    print(f"two documents of 100 sentences until their beads are on screen: {seconds:.2f} CPU-s")


def keys(screen: Screen, folder: Path, count: int) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    beads = [AlignmentBead((n,), (n,), 0.9) for n in range(count)]
    screen.desk.aligning.adopt(AlignmentSession.create(folder / f"{count}.tgalign", _bitext(count), beads))
    screen.settle()
    view = screen.window.alignment.view
    screen.desk.aligning.go_to_place(count // 2)
    screen.settle()
    for name, key in (("down", "Key_Down"), ("merge", "Key_M"), ("undo", None), ("confirm", "Key_Return")):
        seconds = []
        for _ in range(9):
            press = screen.window.actions_["undo"].trigger
            if key is not None:
                press = lambda key=key: QTest.keyClick(view, getattr(Qt.Key, key))  # noqa: E731
            seconds.append(screen.cost(press))
        print(
            f"{count:>5} sentences a side, {name:<8} {1000 * statistics.median(seconds):6.1f} ms "
            f"(worst {1000 * max(seconds):.1f})"
        )


def realigning() -> None:
    """As R does it: the aligner looks at the stretch and what is near; all vectors are known."""
    workshop, bitext = Workshop(), _bitext(100)
    aligner = workshop.aligner("full")
    table = BeadTable(bitext, align_bitext(bitext, aligner, JobContext()))
    for place in (5, len(table) - 5):
        change = edits.confirm(table, [place])
        if change is not None:
            table.replace(change)
    seconds = []
    for _ in range(5):
        start = time.process_time()
        realign(bitext, [stretch_about(table, 50)], aligner, JobContext())
        seconds.append(time.process_time() - start)
    print(f"realigning an article of 100 sentences between two confirmed beads: {statistics.median(seconds):.3f} CPU-s")


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TRANSLATOR_GUI_HOME"] = folder
        screen = Screen()
        first_sight(screen, Path(folder))
        for count in (100, 5_000):
            keys(screen, Path(folder), count)
        screen.window.close()
    realigning()
    return 0


if __name__ == "__main__":
    sys.exit(main())
