"""What tracked changes cost in the window: ``python -m tests.benchmarks.tracked_changes [SEGMENTS]`` (default 10,000).

The real window, offscreen; every second segment differs from what was received. Prints CPU time in milliseconds, the
median and the worst, beside the limits; nothing is asserted.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.window import make_project


def measured(name: str, limit: str, work: Callable[[], object], times: int = 20) -> None:
    spent = []
    for _ in range(times):
        start = time.process_time()
        work()
        spent.append((time.process_time() - start) * 1000)
    print(f"{name:<52}{statistics.median(spent):8.1f}{max(spent):8.1f}   {limit}", flush=True)


def main(count: int) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TRANSLATOR_GUI_HOME"] = folder
        path = Path(folder) / "a.tgproj"
        make_project(path, count)
        from translator_gui.domain.change import Compound
        from translator_gui.kit.settings import ScoringSettings, Settings
        from translator_gui.review import commands
        from translator_gui.review.baselines import Baseline
        from translator_gui.review.session import ReviewSession
        from translator_gui.ui.app import application, build
        from translator_gui.ui.desk import Desk
        from translator_gui.ui.rescoring import Rescoring

        Rescoring.score_unscored = lambda self: None  # type: ignore[method-assign]
        app = application()
        desk = Desk(Settings(user_name="Ana", scoring=ScoringSettings(profile="rules")), keep_settings=False)
        window = build(app, desk)
        window.resize(1440, 900)
        window.show()
        session = ReviewSession.open(path, "Ana")
        edits = [
            commands.set_text(session, row.id, row.target.text.replace("the ", "this ", 2) + " Indeed.")
            for row in list(session.rows)[::2]
        ]
        session.do(Compound(tuple(edit for edit in edits if edit is not None), "Edit"))
        desk.adopt(session)
        app.processEvents()
        print(f"{count:,} segments, every second one altered; ms of CPU: median, worst, limit")

        def shown(work: Callable[[], object]) -> Callable[[], None]:
            def run() -> None:
                work()
                app.processEvents()

            return run

        kinds = [Baseline.RECEIVED, Baseline.MACHINE, Baseline.EXPORT]
        turn = iter(range(10**6))
        measured("another baseline, until painted", "< 100", shown(lambda: desk.tracking.switch(kinds[next(turn) % 3])))
        measured("next segment, changes shown", "< 50", shown(lambda: desk.move(1)), 60)
        measured("next change, to its segment", "< 50", shown(lambda: desk.tracking.go(1)), 60)
        for name, settle in (("accept a change", desk.tracking.accept), ("revert a change", desk.tracking.revert)):
            desk.tracking.go(1)
            measured(name, "< 50", shown(settle), 2)
        bar = window.page.rows.verticalScrollBar()
        measured("a page further down", "< 50", shown(lambda: bar.setValue(bar.value() + bar.pageStep())), 40)
        desk.shut_down()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
