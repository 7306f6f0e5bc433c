"""What a quality review costs: ``python -m tests.benchmarks.quality [SEGMENTS]`` (default 10,000).

Prints CPU and wall time, and the limits beside them; nothing is asserted. The article is made up here; every segment
has a draft by an engine and a score, every tenth an error and a comment. At the end the same through the real window
(tests/benchmarks/quality_window.py), in a process of its own.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.project import DRAFT, SOURCE, measured
from tests.store.articles import card, finding
from translator_gui.domain.article import Article, Document
from translator_gui.domain.finding import Severity
from translator_gui.domain.segment import Origin, Segment, Target
from translator_gui.domain.span import Side, Span
from translator_gui.formats.report_catalogue import REPORTS, report_writer
from translator_gui.review import annotations as marked
from translator_gui.review import baselines, commands, comments, unedited
from translator_gui.review.baselines import Baseline
from translator_gui.review.filters import Filter
from translator_gui.review.quality_plan import Order
from translator_gui.review.quality_session import QualitySession
from translator_gui.review.report import build
from translator_gui.review.session import ReviewSession


def article(count: int) -> Document:
    segments = tuple(Segment(f"s{n}", SOURCE.format(n), " " if n % 4 else "\n\n", n // 4) for n in range(count))
    targets = {s.id: Target(DRAFT.format(n), origin=Origin.ENGINE, engine="local") for n, s in enumerate(segments)}
    return Document(Article(segments, title="Benchmark"), targets)


def say(session: ReviewSession) -> None:
    """An error and a comment on every tenth, by hand, one change each."""
    for row in session.rows[::10]:
        session.do(marked.mark(session, row.id, Side.TARGET, Span(4, 12), "style/awkward", Severity.MINOR))
        session.do(comments.add(session, row.id, "Really?"))


def confirming(session: ReviewSession, quality: QualitySession) -> Iterator[None]:
    """What the key does: confirm, find the next, note the time, look at its marks and its tracked changes."""
    current = quality.next()
    while current is not None:
        change = commands.confirm(session, current)
        assert change is not None
        session.do(change)
        current = quality.next(current)
        if current is not None:
            quality.touched(current)
            marked.of(session, current)
            marked.suggestions(session, current)
            baselines.tracked(session, current, Baseline.MACHINE)
            unedited.of(session).share()
        yield


def main(count: int) -> None:
    print(f"{count:,} segments")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.tgproj"
        session = ReviewSession.create(path, article(count), "Ana")
        ids = [row.id for row in session.rows]
        session.add_scores([(0, card(s, n * 37 % 101, [finding(s)])) for n, s in enumerate(ids)])
        measured("errors and comments on every tenth", "", lambda: say(session))
        session.close()
        session = ReviewSession.open(path, "Ana")
        quality = measured("start a session", "", lambda: QualitySession.start(session))
        assert isinstance(quality, QualitySession)
        for order in Order:
            measured(f"sort by {order.value}", "< 100", lambda order=order: quality.ordered(order), 5)  # type: ignore[misc]
        measured("filter: flagged, over 60", "< 100", lambda: Filter(flagged=True, minimum=60).apply(session), 5)
        measured("unedited machine text, first", "", lambda: unedited.of(session))
        steps = confirming(session, quality)
        measured("confirm and next", "< 50", lambda: next(steps), 200)
        machine = unedited.of(session)
        measured("is it unedited, every row", "", lambda: [machine.marked(s) for s in ids], 5)
        measured("tracked changes of one row", "", lambda: baselines.tracked(session, ids[7], Baseline.RECEIVED), 50)
        measured("all errors placed", "", lambda: marked.all_of(session), 5)
        report = measured("build the report", "", lambda: build(session, quality.record))
        for each in REPORTS:
            out = Path(folder) / f"a.{each}"
            measured(f"write {each}", "", lambda each=each, out=out: report_writer(each).write(report, out))  # type: ignore[misc, arg-type]
            print(f"{'':<44}{out.stat().st_size / 1e6:10.2f} MB")
        quality.close()
        session.close()
    sys.stdout.flush()
    subprocess.run([sys.executable, "-m", "tests.benchmarks.quality_window", str(count)], check=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
