"""Filters, navigation, statistics."""

from __future__ import annotations

import pytest

from tests.review.test_session import do
from tests.store.articles import DRAFTS, SOURCES, card, finding
from translator_gui.domain.candidate import Candidate
from translator_gui.domain.segment import Origin, State
from translator_gui.kit.errors import InputError
from translator_gui.review import commands, navigation
from translator_gui.review.filters import Filter
from translator_gui.review.session import ReviewSession
from translator_gui.review.shown import shown_rows
from translator_gui.review.statistics import Statistics
from translator_gui.text.tokens import word_count


@pytest.fixture
def scored(session: ReviewSession) -> ReviewSession:
    session.set_threshold(50)
    findings = [finding("s4"), finding("s4", "name.changed")]
    session.add_scores([(0, card("s0", 10, order=1)), (0, card("s1", 70, [finding("s1", "number.extra")], order=3))])
    session.add_scores([(0, card("s2", 60, order=5)), (0, card("s4", 90, findings, order=4))])
    return session


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(), [0, 1, 2, 3, 4]),
        (Filter(excluded=False), [0, 1, 2, 4]),
        (Filter(only_excluded=True), [3]),
        (Filter("THE"), [0, 1]),
        (Filter("the", side="target"), [0, 1]),
        (Filter("the", side="target", case=True), []),
        (Filter("le", side="source", whole_word=True), [0, 1]),
        (Filter("le", side="source"), [0, 1, 4]),
        (Filter(r"\d+ (h|pm)", regex=True), [1]),
        (Filter(r"^\W", regex=True), [2]),
        (Filter("🙂"), [4]),
        (Filter("n'a rien"), [1]),
        (Filter("n`a rien"), []),
        (Filter(flagged=True), [1, 2, 4]),
        (Filter(flagged=False, excluded=False), [0]),
        (Filter(minimum=60), [1, 2, 4]),
        (Filter(minimum=60, maximum=70), [1, 2]),
        (Filter(maximum=10), [0, 3]),
        (Filter(code="number.missing"), [4]),
        (Filter(code="number."), [1, 4]),
        (Filter(code="number"), []),
        (Filter(states=(State.INITIAL,)), [0, 1, 2, 3, 4]),
        (Filter(states=(State.REVIEWED, State.FINAL)), []),
        (Filter(origins=(Origin.DRAFT,)), [0, 1, 2, 4]),
        (Filter(empty=True), [3]),
        (Filter(empty=False, flagged=True, text="30"), [1]),
        (Filter(noted=True), [1]),
        (Filter(unreviewed=True, excluded=False), [0, 1, 2, 4]),
        (Filter(stale=True), []),
        (Filter(locked=True), []),
        (Filter(errors=True), []),
        (Filter(commented=False, flagged=True), [1, 2, 4]),
        (Filter(rejected=False, noted=True), [1]),
    ],
)
def test_filters(scored: ReviewSession, wanted: Filter, found: list[int]) -> None:
    assert wanted.apply(scored) == found
    assert [i for i, row in enumerate(scored.rows) if wanted.passes(scored, row.id)] == found


def test_filters_follow_edits(scored: ReviewSession) -> None:
    do(scored, commands.dismiss(scored, finding("s4")))
    assert Filter(code="number.missing").apply(scored) == []
    do(scored, commands.set_text(scored, "s2", "New"))
    assert Filter(stale=True).apply(scored) == [2]
    do(scored, commands.lock(scored, ["s2"]))
    assert Filter(locked=True).apply(scored) == [2]
    do(scored, commands.confirm(scored, "s1"))
    assert Filter(unreviewed=True, excluded=False).apply(scored) == [0, 2, 4]


def test_a_filter_says_whether_it_hides_anything() -> None:
    assert not Filter().active
    assert not Filter(excluded=False).active
    assert Filter(flagged=False).active


def test_a_bad_expression(session: ReviewSession) -> None:
    with pytest.raises(InputError, match="regular expression"):
        Filter("(", regex=True).apply(session)


def test_next_worst_goes_down_and_wraps(scored: ReviewSession) -> None:
    path, current = [], "s0"
    for _ in range(6):
        current = navigation.next_worst(scored, current) or ""
        path.append(current)
    assert path == ["s2", "s4", "s1", "s2", "s4", "s0"]


def test_next_worst_after_an_edit_goes_on(scored: ReviewSession) -> None:
    assert navigation.next_worst(scored, "s0") == "s2"
    do(scored, commands.set_text(scored, "s2", "Better"))
    scored.add_scores([(1, card("s2", 1, order=0.1))])
    do(scored, commands.confirm(scored, "s2"))
    assert navigation.next_worst(scored, "s2") == "s4"
    do(scored, commands.confirm(scored, "s4"))
    assert navigation.next_worst(scored, "s4") == "s1"
    do(scored, commands.confirm(scored, "s1"))
    assert navigation.next_worst(scored, "s1") == "s0"
    do(scored, commands.confirm(scored, "s0"))
    assert navigation.next_worst(scored, "s0") is None


def test_next_worst_of_the_flagged_only(scored: ReviewSession) -> None:
    do(scored, commands.dismiss_all_here(scored, "s2"))
    assert navigation.next_worst(scored, "s0", flagged_only=True) == "s4"


def test_nothing_scored(session: ReviewSession) -> None:
    assert navigation.next_worst(session, "s0") is None
    assert navigation.next_flagged(session, "") is None


@pytest.mark.parametrize(
    ("step", "current", "backwards", "found"),
    [
        (navigation.next_flagged, "s0", False, "s1"),
        (navigation.next_flagged, "s2", False, "s4"),
        (navigation.next_flagged, "s4", False, "s1"),
        (navigation.next_flagged, "s1", True, "s4"),
        (navigation.next_flagged, "", False, "s1"),
        (navigation.next_flagged, "gone", True, "s4"),
        (navigation.next_unreviewed, "s2", False, "s4"),
        (navigation.next_unreviewed, "s4", True, "s2"),
        (navigation.next_segment, "s4", False, "s0"),
        (navigation.next_segment, "s4", True, "s2"),
    ],
)
def test_steps(scored: ReviewSession, step: object, current: str, backwards: bool, found: str | None) -> None:
    assert step(scored, current, backwards) == found  # type: ignore[operator]


def test_steps_pass_over_what_was_confirmed_here(scored: ReviewSession) -> None:
    do(scored, commands.confirm(scored, "s1"))
    assert navigation.next_flagged(scored, "s0") == "s2"
    assert navigation.next_unreviewed(scored, "s0") == "s2"


def counted(session: ReviewSession) -> Statistics:
    """The same, counted anew from what the file holds."""
    fresh = ReviewSession.open(session.path, read_only=True)
    try:
        return Statistics.of(fresh)
    finally:
        fresh.close()


def test_statistics(scored: ReviewSession) -> None:
    figures = Statistics.of(scored)
    assert (figures.segments, figures.excluded, figures.translated, figures.machine) == (4, 1, 4, 4)
    assert figures.source_words == sum(word_count(SOURCES[i]) for i in (0, 1, 2, 4))
    assert figures.target_words == sum(word_count(DRAFTS[i]) for i in (0, 1, 2, 4))
    assert (figures.flagged, figures.scored, figures.confirmed, figures.progress) == (3, 4, 0, 0.0)
    assert figures.machine_share == 1.0
    assert figures.states == {State.INITIAL: 4, State.TRANSLATED: 0, State.REVIEWED: 0, State.FINAL: 0}


def test_statistics_keep_up(scored: ReviewSession) -> None:
    Statistics.of(scored)
    scored.add_candidates({"s3": [Candidate("Leave a comment", "local")]})
    split = commands.split(scored, "s1", SOURCES[1].index("Il"))
    do(scored, split)
    do(scored, commands.set_excluded(scored, ["s3"], False))
    do(scored, commands.take_candidate(scored, "s3", 0))
    do(scored, commands.set_text(scored, "s0", "The summit"))
    do(scored, commands.confirm(scored, "s0"))
    figures = Statistics.of(scored)
    assert figures == counted(scored)
    assert (figures.segments, figures.confirmed, figures.machine) == (6, 1, 5)
    assert figures.confirmed_words == word_count(SOURCES[0])
    assert figures.progress == pytest.approx(1 / 6)


def test_an_article_of_nothing(session: ReviewSession) -> None:
    do(session, commands.set_excluded(session, [row.id for row in session.rows], True))
    figures = Statistics.of(session)
    assert (figures.segments, figures.progress, figures.machine_share) == (0, 0.0, 0.0)
    assert navigation.next_segment(session, "s0") is None


def test_rows_worst_first(scored: ReviewSession) -> None:
    assert list(shown_rows(scored, None)) == [0, 1, 2, 3, 4]
    worst = shown_rows(scored, None, worst_first=True)
    assert list(worst) == [4, 1, 2, 0, 3]  # 3 has no score
    assert [worst.place_of(index) for index in range(5)] == [3, 1, 2, 4, 0]
    assert list(worst.in_article_order()) == [0, 1, 2, 3, 4]
    flagged = shown_rows(scored, Filter(flagged=True))
    assert (flagged.place_of(3), flagged.place_from(3), 2 in flagged, 0 in flagged) == (-1, 2, True, False)
    assert shown_rows(scored, Filter(flagged=True), worst_first=True).place_of(3) == -1
