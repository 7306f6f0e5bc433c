"""Precision per reason: what counts as right, what as wrong, what as taken back, and what survives a crash."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from translator_gui.domain.finding import Finding, Scope, Severity, fingerprint
from translator_gui.domain.score import Scorecard
from translator_gui.domain.span import Side, Span
from translator_gui.review import annotations, commands
from translator_gui.review.decisions import Decision, Decisions, Precision, Verdict
from translator_gui.review.session import ReviewSession


def a_finding(session: ReviewSession, segment: str, code: str) -> Finding:
    row = session.row(segment)
    mark = fingerprint("check", row.segment.source, row.target.text, code)
    return Finding("check", code, segment, Side.TARGET, Span(0, 2), "Look.", Severity.MAJOR, mark, category="accuracy")


def score(session: ReviewSession, segment: str, codes: Sequence[str], signature: str = "tg:full|v:1") -> list[Finding]:
    findings = [a_finding(session, segment, code) for code in codes]
    card = Scorecard(segment, 60.0, 1.0, True, tuple(findings), signature=signature)
    session.add_scores([(session.row(segment).revision, card)])
    return findings


@pytest.fixture
def ledger(session: ReviewSession, tmp_path: Path) -> Decisions:
    made = Decisions(tmp_path / "decisions.jsonl")
    session.decided = made.note
    return made


def write(session: ReviewSession, segment: str, text: str) -> None:
    change = commands.set_text(session, segment, text)
    assert change is not None
    session.do(change)


def test_a_dismissed_finding_was_wrong_until_that_is_undone(session: ReviewSession, ledger: Decisions) -> None:
    (finding,) = score(session, "s0", ["name.missing"])
    change = commands.dismiss(session, finding)
    assert change is not None
    session.do(change)
    assert ledger.of("name.missing") == Precision("name.missing", 0, 1)
    session.do(change.inverse())
    assert ledger.precision() == []


def test_an_accepted_finding_was_right(session: ReviewSession, ledger: Decisions) -> None:
    (finding,) = score(session, "s0", ["name.missing"])
    change = annotations.accept(session, finding)
    assert change is not None
    session.do(change)
    assert ledger.of("name.missing") == Precision("name.missing", 1, 0)
    session.do(change.inverse())
    assert ledger.precision() == []


def test_what_the_reviewer_mends_was_right(session: ReviewSession, ledger: Decisions) -> None:
    score(session, "s0", ["name.missing", "number.differs"])
    write(session, "s0", "A better text.")
    score(session, "s0", ["number.differs", "spelling.unknown"])  # of a text he is still typing
    assert ledger.precision() == [Precision("name.missing", 1, 0)]
    write(session, "s0", "A better text still.")
    score(session, "s0", [])
    assert {each.code for each in ledger.precision()} == {"name.missing", "number.differs"}
    write(session, "s0", "Name gone again.")
    score(session, "s0", ["name.missing"])
    assert [each.code for each in ledger.precision()] == ["number.differs"]


def test_the_rules_alone_do_not_settle_what_other_signals_found(session: ReviewSession, ledger: Decisions) -> None:
    score(session, "s0", ["scorer.omission"])
    write(session, "s0", "Nothing is left out now.")
    score(session, "s0", [], "tg:rules|v:1")
    assert ledger.precision() == []
    score(session, "s0", [])
    assert ledger.of("scorer.omission") == Precision("scorer.omission", 1, 0)


def test_a_reason_dismissed_for_the_article_is_one_decision(session: ReviewSession, ledger: Decisions) -> None:
    (finding,) = score(session, "s0", ["name.missing"])
    score(session, "s1", ["name.missing"])
    change = commands.dismiss(session, finding, Scope.ARTICLE)
    assert change is not None
    session.do(change)
    assert ledger.of("name.missing") == Precision("name.missing", 0, 1)
    muted = commands.mute(session, "number.differs")
    assert muted is not None
    session.do(muted)
    assert ledger.of("number.differs").total == 0
    assert commands.mute(session, "number.differs") is None


def decided(code: str, verdict: Verdict, count: int, start: int = 0) -> list[Decision]:
    return [Decision(f"{code}{number}", code, verdict) for number in range(start, start + count)]


@pytest.mark.parametrize(
    ("right", "wrong", "poor"), [(0, 7, False), (0, 8, True), (1, 7, True), (2, 6, False), (9, 30, True)]
)
def test_when_muting_is_offered(right: int, wrong: int, poor: bool) -> None:
    ledger = Decisions(None)
    ledger.note([*decided("x", Verdict.ACCEPTED, right, 100), *decided("x", Verdict.DISMISSED, wrong)])
    assert ledger.poor("x") is poor


def test_who_wants_to_keep_a_reason_is_not_asked_again_soon(tmp_path: Path) -> None:
    ledger = Decisions(tmp_path / "d.jsonl")
    ledger.note(decided("x", Verdict.DISMISSED, 8))
    ledger.keep("x")
    again = Decisions(tmp_path / "d.jsonl")
    again.note(decided("x", Verdict.DISMISSED, 7, 8))
    assert not again.poor("x")
    again.note(decided("x", Verdict.DISMISSED, 1, 15))
    assert again.poor("x")


def test_a_torn_line_costs_itself_alone(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    Decisions(path).note(decided("x", Verdict.DISMISSED, 2))
    with path.open("a", encoding="utf-8") as handle:
        handle.write('{"key": "half')
    again = Decisions(path)
    assert again.note(decided("x", Verdict.ACCEPTED, 1, 7)) == ["x"]
    assert Decisions(path).of("x") == Precision("x", 1, 2)


def test_a_ledger_full_of_what_was_taken_back_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    ledger = Decisions(path)
    for _ in range(600):
        ledger.note([Decision("k", "x", Verdict.DISMISSED)])
        ledger.note([Decision("k", "", Verdict.NONE)])
    ledger.note([Decision("k", "x", Verdict.ACCEPTED)])
    assert Decisions(path).of("x") == Precision("x", 1, 0)
    assert len(path.read_text(encoding="utf-8").splitlines()) == 1
