"""Figures worked by hand: MQM, ESA, kappa, F1, and a whole report."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.review.quality_material import Clock, do, made
from tests.store.articles import SOURCES, card
from translator_gui.domain.finding import Severity
from translator_gui.domain.mqm import Annotation
from translator_gui.domain.segment import State
from translator_gui.domain.span import Side, Span
from translator_gui.review import annotations as marked
from translator_gui.review import commands, comments, scorecard, typology
from translator_gui.review.agreement import Judgements, compare, f1, kappa
from translator_gui.review.quality_plan import Method, Plan
from translator_gui.review.quality_session import QualitySession, records
from translator_gui.review.report import build, edited_share
from translator_gui.review.session import ReviewSession

OMISSION, GRAMMAR, AWKWARD = "accuracy/omission", "linguistic-conventions/grammar", "style/awkward"
# Words of s0, s1, s2, s4: runs between white space that hold a letter or digit.
WORDS = 4 + 12 + 6 + 5


def error(category: str, severity: Severity) -> Annotation:
    return Annotation("x", "s0", Side.TARGET, None, category, severity)


def test_mqm_by_hand() -> None:
    errors = [error(OMISSION, Severity.CRITICAL), error(GRAMMAR, Severity.MAJOR), error(GRAMMAR, Severity.MINOR)]
    errors += [error(AWKWARD, Severity.MINOR), error(AWKWARD, Severity.NEUTRAL)]
    score = scorecard.mqm(errors, 800, typology.core())
    assert score.penalty == 25 + 5 + 1 + 1 + 0
    assert score.per_thousand == pytest.approx(40)  # 32 * 1000 / 800
    assert score.quality == pytest.approx(96)  # (1 - 32 / 800) * 100
    assert (score.threshold, score.passed) == (95, True)
    assert not scorecard.mqm(errors, 800, typology.core(), threshold=96.5).passed
    assert scorecard.mqm(errors, 800, typology.core(), threshold=96).passed


def test_weights_and_multipliers_of_a_typology_of_ones_own() -> None:
    own = typology.parse(
        '[severities]\nmajor = 10\n[[dimension]]\nid = "a"\nweight = 2\n[[dimension.type]]\nid = "b"\nweight = 0.5\n'
    )
    errors = [error("a", Severity.MAJOR), error("a/b", Severity.MAJOR), error("elsewhere", Severity.MINOR)]
    assert scorecard.mqm(errors, 100, own).penalty == 2 * 10 + 0.5 * 10 + 1 * 1


def test_no_words_no_score() -> None:
    score = scorecard.mqm([], 0, typology.core())
    assert (score.quality, score.per_thousand, score.passed) == (None, None, False)
    assert scorecard.mqm([], 10, typology.core()).quality == 100


def test_esa_by_hand() -> None:
    score = scorecard.esa([60, 70, 80], seed=5)
    assert score is not None
    assert score.mean == pytest.approx(70)
    assert 60 <= score.low < 70 < score.high <= 80
    assert score == scorecard.esa([60, 70, 80], seed=5)
    assert scorecard.esa([]) is None
    alike = scorecard.esa([50.0] * 9)
    assert alike is not None
    assert (alike.low, alike.high) == (50, 50)
    # For many ratings the bootstrap comes to the normal interval: mean ± 1.96 s / √n.
    many = scorecard.esa([40.0, 60.0] * 200)
    assert many is not None
    assert many.high - many.low == pytest.approx(2 * 1.96 * 10 / 20, rel=0.1)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ((20, 5, 10, 15), 0.4),  # Cohen's textbook case: observed .7, expected .5
        ((10, 0, 0, 10), 1.0),
        ((0, 10, 10, 0), -1.0),
        ((5, 5, 5, 5), 0.0),
        ((10, 0, 0, 0), None),
        ((0, 0, 0, 0), None),
    ],
)
def test_kappa_by_hand(table: tuple[int, int, int, int], expected: float | None) -> None:
    found = kappa(*table)
    assert found == (None if expected is None else pytest.approx(expected))


@given(*(st.integers(0, 50) for _ in range(4)))
def test_kappa_lies_between_minus_one_and_one(a: int, b: int, c: int, d: int) -> None:
    found = kappa(a, b, c, d)
    assert found is None or -1.000001 <= found <= 1.000001
    assert found is None or found == pytest.approx(kappa(a, c, b, d))


def test_two_reviewers_compared() -> None:
    ids = frozenset("abcd")
    spans = frozenset({("a", Side.TARGET, 0, 4), ("b", Side.TARGET, 0, 4)})
    one = Judgements("Ana", ids, frozenset("ab"), spans)
    others = frozenset({("a", Side.TARGET, 0, 4), ("c", Side.TARGET, 0, 2)})
    two = Judgements("Ben", ids, frozenset("ac"), others)
    found = compare(one, two)
    assert (found.both, found.only_first, found.only_second, found.neither) == (1, 1, 1, 1)
    assert found.kappa == pytest.approx(0)
    assert found.exact_f1 == pytest.approx(0.5)  # 2 * 1 / (2 + 2)
    assert found.character_f1 == pytest.approx(2 * 4 / (8 + 6))
    assert f1([], []) is None
    assert f1([1], []) == 0


@pytest.mark.parametrize(
    ("before", "after", "share"),
    [("a b c d", "a x c d", 0.25), ("", "a b", 1.0), ("a b", "a b", 0.0), ("a b", "b", 0.5)],
)
def test_share_of_words_altered(before: str, after: str, share: float) -> None:
    assert edited_share(before, after) == share


def reviewed(path: Path, plan: Plan | None = None, user: str = "Ana") -> tuple[ReviewSession, QualitySession]:
    """Two errors accepted from findings or marked, one segment altered, one rejected, 30 and 60 seconds."""
    session, clock = made(path, user), Clock()
    quality = QualitySession.start(session, plan, clock)
    quality.touched("s4")
    do(session, marked.accept(session, session.findings("s4")[0]))  # major
    clock.wait(30)
    quality.touched("s0")
    do(session, marked.mark(session, "s0", Side.TARGET, Span(4, 8), AWKWARD, Severity.MINOR, "Hm", "Lyons"))
    do(session, comments.add(session, "s0", "Is it?"))
    do(session, commands.set_text(session, "s0", "The summit in Lyon"))
    session.add_scores([(1, card("s0", 12))])
    clock.wait(60)
    do(session, commands.set_state(session, ["s0", "s2", "s4"], State.REVIEWED))
    do(session, commands.reject(session, "s1", "Wrong hour"))
    quality.finish()
    return session, quality


def test_a_report_by_hand(tmp_path: Path) -> None:
    session, quality = reviewed(tmp_path / "a.tgproj")
    report = build(session, quality.record)
    assert sum(len([w for w in s.split() if any(map(str.isalnum, w))]) for s in (*SOURCES[:3], SOURCES[4])) == WORDS
    assert report.source_words == WORDS
    assert report.mqm is not None
    assert report.mqm.penalty == 5 + 1
    assert report.mqm.quality == pytest.approx((1 - 6 / WORDS) * 100)
    assert report.mqm.per_thousand == pytest.approx(6000 / WORDS)
    assert report.verdict is not None
    assert not report.verdict.passed
    assert [(line.category, line.total, line.penalty) for line in report.categories] == [
        ("accuracy/mistranslation", 1, 5),
        (AWKWARD, 1, 1),
    ]
    assert [(e.place, e.quote, e.outdated, e.from_finding) for e in report.errors] == [
        (1, "Lyon", False, False),
        (5, "Two", False, True),
    ]
    s0, s1, s2, s4 = report.segments
    assert (s0.before, s0.target) == ("The Lyon summit", "The summit in Lyon")
    assert (s0.divergence_before, s0.divergence) == (30, 12)
    assert (s0.seconds, s4.seconds) == (60, 30)
    assert s0.edited == 0.75  # “Lyon” out, “in” and “Lyon” in: three edits over four words
    assert (s1.rejected, s1.done, s2.done) == ("Wrong hour", True, True)
    assert (report.done, report.rejected, report.seconds) == (4, 1, 90)
    assert report.words_per_hour == pytest.approx(WORDS * 3600 / 90)
    assert [c.body for c in report.comments] == ["Is it?"]
    assert report.signatures == ("tg:rules|v:1",)
    assert "neutral 0, minor 1, major 5, critical 25" in report.parameters.values()
    quality.overrule(True, "The client wants it today.")
    over = build(session, records(session)[0]).verdict
    assert over is not None
    assert (over.passed, over.overruled, over.reason) == (True, True, "The client wants it today.")
    session.close()


def test_names_in_french(tmp_path: Path) -> None:
    session, quality = reviewed(tmp_path / "a.tgproj")
    assert [line.name for line in build(session, quality.record, "fr").categories][1] == "Style maladroit"
    session.close()


def test_a_report_by_esa(tmp_path: Path) -> None:
    session, quality = reviewed(tmp_path / "a.tgproj", Plan(Method.ESA, seed=3))
    for segment, value in (("s0", 60), ("s1", 80)):
        do(session, marked.rate(session, segment, value))
    report = build(session, quality.record)
    assert report.mqm is None
    assert report.esa is not None
    assert (report.esa.mean, report.esa.count, report.esa.seed) == (70, 2, 3)
    assert report.verdict is None
    session.close()


def test_a_project_without_a_session(session: ReviewSession) -> None:
    do(session, marked.mark(session, "s0", Side.TARGET, None, OMISSION, Severity.MAJOR))
    report = build(session)
    assert report.mqm is not None
    assert report.mqm.penalty == 5
    assert len(report.segments) == 4


def test_two_sessions_of_one_project(tmp_path: Path) -> None:
    session, quality = reviewed(tmp_path / "a.tgproj")
    quality.close()
    session.close()
    with ReviewSession.open(session.path, "Ben") as session:
        second = QualitySession.start(session)
        do(session, marked.mark(session, "s4", Side.TARGET, Span(0, 3), OMISSION, Severity.MINOR))
        ana, ben = (Judgements.of(session, record) for record in records(session))
        found = compare(ana, ben)
        assert (found.first, found.second, found.segments) == ("Ana", "Ben", 4)
        assert (found.both, found.only_first, found.only_second, found.neither) == (1, 1, 0, 2)
        # observed 3/4, expected (2 * 1 + 2 * 3) / 16 = 1/2
        assert found.kappa == pytest.approx(0.5)
        assert found.exact_f1 == pytest.approx(2 * 1 / (2 + 1))
        report = build(session, second.record, other=Judgements.of(session, records(session)[0]))
        assert report.agreement is not None
        assert (report.agreement.first, report.agreement.kappa) == ("Ben", pytest.approx(0.5))
        assert report.mqm is not None
        assert report.mqm.penalty == 1  # Ben's only
        second.close()
