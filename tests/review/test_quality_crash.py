"""kill -9 in the middle of a review, then on through XLIFF: every state, error, comment and dismissal is there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.articles import card, document, finding
from translator_gui.domain.remark import Remark
from translator_gui.domain.segment import State
from translator_gui.formats.catalogue import exporter_for, importer
from translator_gui.formats.export_view import ExportView
from translator_gui.review import annotations, comments
from translator_gui.review.quality_session import Status, records
from translator_gui.review.session import ReviewSession

from .killing import is_sound

# Says what it did only after it was done; never closes anything.
REVIEWER = """
import json, os, signal, sys
from tests.store.articles import card, finding
from translator_gui.domain.finding import Scope, Severity
from translator_gui.domain.span import Side, Span
from translator_gui.domain.segment import State
from translator_gui.review import annotations, commands, comments
from translator_gui.review.quality_session import QualitySession
from translator_gui.review.session import ReviewSession

session = ReviewSession.open(sys.argv[1], "Ana")
quality = QualitySession.start(session)
for segment in ("s0", "s1", "s2"):
    session.do(commands.set_text(session, segment, f"The text of {segment} is here."))
scores = [(session.row(s).revision, card(s, 70, [finding(s), finding(s, "name.changed")])) for s in ("s0", "s1")]
session.add_scores(scores)
span = Span(4, 8)
session.do(annotations.accept(session, session.findings("s0")[0]))
session.do(annotations.mark(session, "s0", Side.TARGET, span, "style/awkward", Severity.MAJOR, "hm", "words"))
session.do(annotations.mark(session, "s1", Side.SOURCE, Span(0, 2), "accuracy/omission", Severity.CRITICAL))
session.do(annotations.mark_missing(session, "s2", Severity.MINOR))
session.do(annotations.rate(session, "s2", 66))
session.do(comments.add(session, "s0", "Which?", Side.TARGET, span))
first = comments.threads(session, "s0")[0].first
session.do(comments.reply(session, first, "That."))
session.do(comments.resolve(session, first))
session.do(commands.dismiss(session, session.findings("s1")[0]))
session.do(commands.dismiss(session, session.findings("s1")[0], Scope.ARTICLE))
session.do(commands.reject(session, "s2", "not what it says"))
session.do(commands.confirm(session, "s0"))
session.do(commands.confirm(session, "s1", State.FINAL))
session.do(commands.lock(session, ["s1"]))
quality.overrule(False, "too many slips")
print("done", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("killed") / "a.tgproj"
    ReviewSession.create(path, document(), "Ana").close()
    command = [sys.executable, "-c", REVIEWER, str(path)]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False)
    assert ended.stdout == "done\n", ended.stderr
    assert ended.returncode == -9
    assert is_sound(path)
    return path


def remarks(session: ReviewSession) -> list[Remark]:
    return sorted((each for of in session.remarks.by_segment().values() for each in of), key=lambda each: each.id)


def test_all_of_it_is_there(killed: Path) -> None:
    with ReviewSession.open(killed, "Ana") as session:
        targets = {name: session.row(name).target for name in ("s0", "s1", "s2")}
        assert [target.state for target in targets.values()] == [State.REVIEWED, State.FINAL, State.TRANSLATED]
        assert (targets["s1"].locked, targets["s2"].rejected) == (True, "not what it says")
        marked = annotations.of(session, "s0")
        assert [each.annotation.category for each in marked][1:] == ["style/awkward"]
        assert marked[0].annotation.finding == finding("s0").fingerprint
        assert (marked[1].quote, marked[1].annotation.comment, marked[1].annotation.suggestion) == (
            "text",
            "hm",
            "words",
        )
        assert annotations.of(session, "s1")[0].annotation.severity.value == "critical"
        assert annotations.rating(session, "s2", "Ana").value == 66
        (thread,) = comments.threads(session, "s0")
        assert (thread.resolved, [each.body for each in thread.replies]) == (True, ["That."])
        assert {each.scope.value for each in session.dismissals()} == {"here", "article"}
        assert session.findings("s1") == []
        (record,) = records(session)
        assert (record.status, record.done) == (Status.RUNNING, {"s0", "s1", "s2"})
        assert (record.override.passed, record.override.reason) == (False, "too many slips")


@pytest.mark.parametrize("format_id", ["xliff12", "xliff20"])
def test_through_xliff_and_back(killed: Path, tmp_path: Path, format_id: str) -> None:
    with ReviewSession.open(killed, "Ana", read_only=True) as session:
        view = ExportView(
            session.article,
            list(session.rows),
            session.findings_by_id(),
            dict(session.notes),
            session.remarks.by_segment(),
            dismissed=session.dismissals(),
        )
        [path] = exporter_for(format_id).write(view, tmp_path / "a", {"excluded": True})
        with ReviewSession.create(
            tmp_path / "b.tgproj", importer("xliff").read(path.read_bytes(), path.name, {}), "Ben"
        ) as again:
            assert [row.target for row in again.rows] == [row.target for row in session.rows]
            assert [row.segment for row in again.rows] == [row.segment for row in session.rows]
            assert remarks(again) == remarks(session)
            key = lambda each: each.key  # noqa: E731
            assert sorted(again.dismissals(), key=key) == sorted(session.dismissals(), key=key)
            again.add_scores(
                [(again.row("s1").revision, card("s1", 70, [finding("s1"), finding("s1", "name.changed")]))]
            )
            assert again.findings("s1") == [], "still dismissed"


def test_a_dismissal_ends_with_the_text(killed: Path, tmp_path: Path) -> None:
    """The real checks: a finding dismissed, back when the translation is another one, gone again when it is undone."""
    from translator_gui.domain.article import Article, Document
    from translator_gui.domain.segment import Segment, Target
    from translator_gui.kit.jobs import JobContext
    from translator_gui.kit.settings import ScoringSettings, Settings
    from translator_gui.pipeline.workshop import Workshop
    from translator_gui.review import commands

    made = Document(
        Article((Segment("a", "Il y a 12 grévistes."),)), {"a": Target("There are 21 strikers.")}
    )  # fmt: skip
    workshop = Workshop(Settings(scoring=ScoringSettings(profile="rules")))

    def rescore(session: ReviewSession) -> set[str]:
        session.add_scores(
            [(session.row("a").revision, each) for each in workshop.scorer().score([session.pair("a")], JobContext())]
        )
        return {each.code for each in session.findings("a")}

    with ReviewSession.create(tmp_path / "c.tgproj", made, "Ana") as session:
        found = rescore(session)
        assert found
        for each in session.findings("a"):
            change = commands.dismiss(session, each)
            assert change is not None
            session.do(change)
        assert rescore(session) == set()
        change = commands.set_text(session, "a", "There are 21 strikers now.")
        assert change is not None
        session.do(change)
        assert rescore(session) == found
        session.do(change.inverse())
        assert rescore(session) == set()
