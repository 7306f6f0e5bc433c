"""Pictures of what a review comes to: tracked changes, the scorecard, two reviewers compared, the report's pages.

The article and both reviews are made up (tests/ui/two_reviews.py).
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from .studio import PATIENCE, settle, spin

_LOOKS = (("", "light", "en"), ("-dark", "dark", "en"), ("-french", "light", "fr"))


def outcome(studio: Any) -> None:
    project = _project()
    for suffix, theme, language in _LOOKS:
        window = studio.open(theme=theme, language=language, sample=False)
        # The scores are part of what was made up.
        window.desk.rescoring.request = lambda ids, **options: None
        window.desk.rescoring.score_unscored = lambda: None
        _adopt(window, project)
        _changes(studio, window, suffix)
        _scorecard(studio, window, suffix)
        studio.close(window)
    for language in ("en", "fr"):
        _pages(studio, project, language)


def _project() -> Path:
    from tests.ui.two_reviews import reviewed_project

    folder = Path(os.environ["TRANSLATOR_GUI_HOME"]) / "outcome"
    folder.mkdir(parents=True, exist_ok=True)
    return reviewed_project(folder / "grève-au-havre.tgproj")


def _adopt(window: Any, project: Path) -> None:
    from translator_gui.review.session import ReviewSession

    window.desk.adopt(ReviewSession.open(project, "Anna Keller"))
    settle(0.4)


def _changes(studio: Any, window: Any, suffix: str) -> None:

    window.desk.go_to("s1")
    window.actions_["changes-received"].trigger()
    for _ in range(2):
        window.actions_["next-change"].trigger()
    for view in ("grid", "stacked", "reading"):
        window.set_view(view)
        settle(0.4)
        studio.take(f"changes-{view}{suffix}", window)
    window.set_view("grid")
    window.actions_["changes-received"].trigger()


def _scorecard(studio: Any, window: Any, suffix: str) -> None:

    page = window.scorecard
    window.actions_["scorecard"].trigger()
    spin(lambda: page.reading is not None, PATIENCE)
    settle(0.4)
    studio.take(f"scorecard{suffix}", window)
    page.comparison.who.setCurrentIndex(1)
    page.comparison.who.activated.emit(1)
    spin(lambda: page.reading.comparison is not None, PATIENCE)
    settle(0.4)
    page.area.verticalScrollBar().setValue(page.area.verticalScrollBar().maximum())
    settle(0.3)
    studio.take(f"comparison{suffix}", window)


def _pages(studio: Any, project: Path, language: str) -> None:
    """The PDF's pages as pictures, where pdftoppm (poppler-utils) is there to draw them."""
    from translator_gui.formats.report_catalogue import report_writer
    from translator_gui.review.agreement import Judgements
    from translator_gui.review.quality_session import records
    from translator_gui.review.report import build
    from translator_gui.review.session import ReviewSession

    with ReviewSession.open(project, read_only=True) as session:
        theirs, own = records(session)
        report = build(session, own, language, Judgements.of(session, theirs))
    path = studio.out / f"report-{language}.pdf"
    report_writer("pdf").write(report, path, language)
    print(path)
    if shutil.which("pdftoppm"):
        subprocess.run(["pdftoppm", "-r", "80", "-png", str(path), str(path.with_suffix(""))], check=True)
