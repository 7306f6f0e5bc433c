"""What a project costs: ``python -m tests.benchmarks.project [SEGMENTS]`` (default 50,000). Prints CPU and wall time.

The article is made up here, sentences of 20 words; every segment has a draft, a score with two findings, and every
tenth has candidates. Limits are printed beside the figures; nothing is asserted.
"""

from __future__ import annotations

import gc
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.store.articles import card, finding
from translator_gui.domain.article import Article, Document
from translator_gui.domain.candidate import Candidate
from translator_gui.domain.segment import Origin, Segment, Target
from translator_gui.review import commands, navigation
from translator_gui.review.filters import Filter
from translator_gui.review.find_replace import Search, replace_all
from translator_gui.review.session import ReviewSession
from translator_gui.review.statistics import Statistics

SOURCE = (
    "Le ministre a déclaré « bonjour » pour la {}e fois devant les journalistes réunis hier soir à Paris, à 14 h 30."
)
DRAFT = "The minister said hello for the {}th time to the journalists who had gathered in Paris last night, at 2:30 pm."


def article(count: int) -> Document:
    segments = tuple(Segment(f"s{n}", SOURCE.format(n), " " if n % 4 else "\n\n", n // 4) for n in range(count))
    return Document(
        Article(segments, title="Benchmark"),
        {s.id: Target(DRAFT.format(n), origin=Origin.DRAFT) for n, s in enumerate(segments)},
    )


def measured(what: str, limit: str, work: Callable[[], object], times: int = 1) -> object:
    """Median CPU and wall milliseconds of one call."""
    cpu, wall, result = [], [], None
    gc.collect()
    for _ in range(times):
        start = time.process_time(), time.perf_counter()
        result = work()
        cpu.append((time.process_time() - start[0]) * 1000)
        wall.append((time.perf_counter() - start[1]) * 1000)
    worst = f"  worst {max(wall):9.2f}" if times > 1 else ""
    print(f"{what:<44}{statistics.median(cpu):10.2f} ms CPU {statistics.median(wall):10.2f} ms wall  {limit}{worst}")
    return result


def fill(session: ReviewSession) -> None:
    ids = [row.id for row in session.rows]
    for start in range(0, len(ids), 1000):
        some = ids[start : start + 1000]
        cards = [card(s, n * 37 % 101, [finding(s), finding(s, "name.changed")]) for n, s in enumerate(some)]
        session.add_scores([(0, each) for each in cards])
        session.add_candidates({s: [Candidate(DRAFT, "local", score=50.0)] * 3 for s in some[::10]}, "local|1")


def edits(session: ReviewSession) -> Iterator[None]:
    middle = session.rows[len(session.rows) // 2].id
    for number in range(10_000):
        change = commands.set_text(session, middle, f"An edit, the {number}th, of a sentence of usual length in it.")
        assert change is not None
        yield session.do(change)


def split_and_back(session: ReviewSession) -> None:
    change = commands.split(session, session.rows[len(session.rows) // 2].id, 40)
    assert change is not None
    session.do(change)
    session.do(change.inverse())


def memory_of(path: Path) -> str:
    """What a process of its own grows by when it opens the project (Linux)."""
    if not Path("/proc/self/statm").exists():
        return "not measured here"
    script = (
        "import sys\nfrom translator_gui.review.session import ReviewSession\n"
        "pages = lambda: int(open('/proc/self/statm').read().split()[1])\nbefore = pages()\n"
        "session = ReviewSession.open(sys.argv[1])\nprint((pages() - before) * 4096 / 1e6)"
    )
    command = [sys.executable, "-c", script, str(path)]
    return f"{float(subprocess.run(command, capture_output=True, text=True, check=True).stdout):.1f} MB"


def main(count: int) -> None:
    print(f"{count:,} segments")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.tgproj"
        made = article(count)
        session = measured("create", "<= 1500", lambda: ReviewSession.create(path, made, "Ana"))
        assert isinstance(session, ReviewSession)
        measured("record scores and candidates", "", lambda: fill(session))
        session.close()
        session = measured("open: rows, scores, dismissals, notes", "<= 350", lambda: ReviewSession.open(path, "Ana"))
        assert isinstance(session, ReviewSession)
        steps = edits(session)
        next(steps)
        measured("an edit (do, committed)", "< 1", lambda: next(steps), 500)
        measured("a row built for the screen", "", lambda: session.rows[77], 500)
        measured("filter: text in both", "< 100", lambda: Filter("gathered").apply(session), 5)
        measured("filter: nothing found", "< 100", lambda: Filter("zebra").apply(session), 5)
        measured("filter: flagged, unreviewed, score", "< 100", _filter(session), 5)
        measured("filter: a reason", "< 100", lambda: Filter(code="name.changed").apply(session), 5)
        measured("next worst", "< 20", lambda: navigation.next_worst(session, "s5"), 20)
        measured("threshold", "", lambda: (session.set_threshold(40), session.set_threshold(60)), 5)
        measured("statistics, first", "", lambda: Statistics.of(session))
        measured("statistics, then", "", lambda: Statistics.of(session), 5)
        measured("split and its undo", "", lambda: split_and_back(session), 5)
        change = measured("replace all: preview", "", lambda: replace_all(session, Search("Paris"), "Lyon"))
        measured("replace all: every row, one commit", "", lambda: session.do(change))  # type: ignore[arg-type]
        session.close()
        print(f"{'memory of an open project':<44}{memory_of(path):>13}")
        print(f"file {path.stat().st_size / 1e6:.1f} MB")


def _filter(session: ReviewSession) -> Callable[[], object]:
    return lambda: Filter(flagged=True, unreviewed=True, minimum=60, excluded=False).apply(session)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
