"""The score while one works is the report's; typologies written and read back; error types found by letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.review.quality_material import do, made
from translator_gui.domain.finding import Severity
from translator_gui.domain.span import Side, Span
from translator_gui.review import annotations, commands, type_ahead, typology, typology_file
from translator_gui.review.live_score import live_score
from translator_gui.review.quality_plan import Method, Plan
from translator_gui.review.quality_session import QualitySession
from translator_gui.review.report import build
from translator_gui.review.session import ReviewSession


@pytest.mark.parametrize("plan", [Plan(), Plan(percent=50), Plan(method=Method.ESA), Plan(pass_threshold=10)])
def test_the_same_as_the_report(tmp_path: Path, plan: Plan) -> None:
    with made(tmp_path / "a.tgproj") as session:
        quality = QualitySession.start(session, plan)
        for segment, severity in (("s0", Severity.MAJOR), ("s1", Severity.MINOR), ("s2", Severity.CRITICAL)):
            do(session, annotations.mark(session, segment, Side.TARGET, Span(0, 3), "style/awkward", severity))
            do(session, annotations.rate(session, segment, 40 + len(severity.value)))
        session.user = "Ben"
        do(session, annotations.mark(session, "s0", Side.TARGET, Span(4, 6), "style/awkward", Severity.MAJOR))
        session.user = "Ana"
        for excluded in (True, False):
            live, told = live_score(session, quality.record), build(session, quality.record)
            assert (live.mqm, live.esa, live.verdict) == (told.mqm, told.esa, told.verdict)
            assert live.segments == len(told.segments)
            whole, everything = live_score(session), build(session)
            assert (whole.mqm, whole.verdict) == (everything.mqm, everything.verdict)
            do(session, commands.set_excluded(session, ["s0"], excluded))
        quality.overrule(False, "too clumsy")
        verdict = live_score(session, quality.record).verdict
        assert (verdict.passed, verdict.reason) == (False, "too clumsy")


def test_words_left_follow_what_is_done(tmp_path: Path) -> None:
    with made(tmp_path / "a.tgproj") as session:
        quality = QualitySession.start(session)
        for segment in ("s0", "s2"):
            assert quality.words_left == quality.words(quality.left())
            do(session, commands.confirm(session, segment))
        do(session, commands.set_excluded(session, ["s1"], True))
        assert quality.words_left == quality.words(quality.left())
        assert "s1" not in quality.ordered()


def test_order_follows_the_scores(tmp_path: Path) -> None:
    from tests.store.articles import card

    with made(tmp_path / "a.tgproj") as session:
        quality = QualitySession.start(session)
        assert quality.ordered()[0] == "s4"
        session.add_scores([(0, card("s0", 99))])
        assert quality.ordered()[0] == "s0"


def test_a_typology_is_written_and_read_back(tmp_path: Path) -> None:
    core = typology.core()
    again = typology.parse(typology_file.write(core))
    assert (again.dimensions, again.types) == (core.dimensions, core.types)
    changed = typology_file.with_parameters(core, {"accuracy": 2, "style/awkward": 0.5}, {Severity.MAJOR: 10}, 90)
    read = typology.parse(typology_file.write(changed))
    assert (read.weight("accuracy"), read.weight("style/awkward"), read.weight("style")) == (2, 0.5, 1)
    assert (read.multipliers[Severity.MAJOR], read.multipliers[Severity.CRITICAL], read.pass_threshold) == (10, 25, 90)
    assert read.weight("accuracy/omission") == 1, "a weight of its own"
    with ReviewSession.create(tmp_path / "a.tgproj", _document(), "Ana") as session:
        typology.choose(session, typology_file.write(changed), ("accuracy", "accuracy/omission"))
        assert len(typology.of(session).types) == 1
        assert len(typology.whole(session).types) == len(core.types)
        do(session, annotations.mark(session, "s0", Side.TARGET, None, "accuracy", Severity.MAJOR))
        assert live_score(session).mqm.penalty == 2 * 10


def _document():
    from tests.store.articles import document

    return document()


@pytest.mark.parametrize(
    ("typed", "language", "first"),
    [
        ("am", "en", "accuracy/mistranslation"),
        ("a", "en", "accuracy"),
        ("omis", "en", "accuracy/omission"),
        ("ADD", "en", "accuracy/addition"),
        ("awk", "en", "style/awkward"),
        ("style", "en", "style"),
        ("ortho", "fr", "linguistic-conventions/spelling"),
        ("enonce", "fr", ""),
        ("references", "fr", ""),
        ("regis", "fr", "style/language-register"),
        ("conv loc", "fr", "locale-conventions"),
    ],
)
def test_found_by_letters(typed: str, language: str, first: str) -> None:
    found = type_ahead.search(typology.core(), typed, language)
    assert (found[0].id if found else "") == first


def test_every_type_has_letters_of_its_own() -> None:
    core = typology.core()
    keys = [type_ahead.keys_of(core, each) for each in (*core.dimensions, *core.types)]
    assert all(keys)
    assert len(keys) == len(set(keys))
