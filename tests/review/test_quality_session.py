"""Review sessions: samples, orders, time on task, what is left, and that nothing of it is lost."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.review.quality_material import Clock, do, made, scored
from translator_gui.domain.article import Article, Document
from translator_gui.domain.segment import Segment, State, Target
from translator_gui.kit.errors import InputError
from translator_gui.review import commands
from translator_gui.review.quality_plan import Order, Plan, ordered, sample
from translator_gui.review.quality_session import QualitySession, Status, records
from translator_gui.review.session import ReviewSession


def started(session: ReviewSession, plan: Plan | None = None) -> tuple[QualitySession, Clock]:
    clock = Clock()
    return QualitySession.start(session, plan, clock), clock


def hundred(path: Path) -> ReviewSession:
    segments = tuple(Segment(f"s{n}", "un deux trois quatre cinq", "\n") for n in range(100))
    return ReviewSession.create(path, Document(Article(segments), {s.id: Target("one") for s in segments}), "Ana")


def test_the_whole_article_without_what_is_excluded(session: ReviewSession) -> None:
    assert sample(session, Plan()) == ["s0", "s1", "s2", "s4"]


def test_a_sample_is_drawn_by_its_seed(tmp_path: Path) -> None:
    with hundred(tmp_path / "a.tgproj") as session:
        ten = sample(session, Plan(percent=10, seed=7))
        assert len(ten) == 10
        assert ten == sorted(ten, key=session.index)
        assert ten == sample(session, Plan(percent=10, seed=7))
        assert ten != sample(session, Plan(percent=10, seed=8))
        assert set(ten) <= set(sample(session, Plan(percent=20, seed=7)))  # a larger one holds the smaller one
        assert len(sample(session, Plan(words=23))) == 5  # 5 words each: the fifth passes 23
        assert len(sample(session, Plan(percent=0.1))) == 1


@pytest.mark.parametrize("wrong", [{"percent": 0}, {"percent": 101}, {"words": -1}, {"idle_seconds": 0}])
def test_a_plan_that_makes_no_sense(wrong: dict[str, float]) -> None:
    with pytest.raises(InputError):
        Plan(**wrong)  # type: ignore[arg-type]


def test_orders(session: ReviewSession) -> None:
    scored(session)
    ids = ["s0", "s1", "s2", "s4"]
    assert ordered(session, ids, Order.DOCUMENT) == ids
    assert ordered(session, ids, Order.DIVERGENCE) == ["s4", "s1", "s0", "s2"]
    assert ordered(session, ids, Order.FLAG) == ["s1", "s4", "s0", "s2"]


def test_time_counts_for_the_segment_that_was_current(session: ReviewSession) -> None:
    quality, clock = started(session, Plan(idle_seconds=60))
    quality.touched("s0")
    clock.wait(20)
    quality.touched("s0")
    clock.wait(10)
    quality.touched("s1")  # the ten seconds were spent on s0
    clock.wait(61)
    quality.touched("s1")  # away for lunch
    clock.wait(5)
    quality.pause()
    clock.wait(30)
    quality.carry_on()
    clock.wait(30)
    quality.touched("s0")
    clock.wait(4)
    quality.finish()
    assert quality.seconds_on("s0") == pytest.approx(34)
    assert quality.seconds_on("s1") == pytest.approx(5)
    assert quality.seconds == pytest.approx(39)
    assert quality.status is Status.FINISHED
    assert [each.status for each in records(session)] == [Status.FINISHED]
    assert sum(records(session)[0].seconds.values()) == pytest.approx(39)


def test_words_an_hour_and_what_is_left(session: ReviewSession) -> None:
    quality, clock = started(session, Plan(order=Order.DOCUMENT))
    assert quality.words_per_hour is None
    quality.touched("s0")
    clock.wait(36)
    do(session, commands.confirm(session, "s0"))  # 4 words in 36 seconds
    quality.touched("s1")
    assert quality.words_per_hour == pytest.approx(4 * 3600 / 36)
    assert quality.left() == ["s1", "s2", "s4"]
    assert quality.next("s0") == "s1"
    assert quality.next("s4") == "s1"
    assert quality.seconds_left == pytest.approx(quality.words(["s1", "s2", "s4"]) / 400 * 3600)


def test_done_and_open_again(session: ReviewSession) -> None:
    quality, _ = started(session)
    change = do(session, commands.confirm(session, "s0"))
    do(session, commands.reject(session, "s1", "Two sentences are missing."))
    assert quality.done == {"s0", "s1"}
    session.do(change.inverse())
    assert quality.done == {"s1"}
    do(session, commands.set_text(session, "s1", "Better."))  # an edit takes the rejection back
    assert quality.done == frozenset()
    quality.settle("s2")
    quality.pause()
    do(session, commands.confirm(session, "s4"))  # not in working hours
    assert quality.done == {"s2"}


def test_two_reviewers_one_after_the_other(tmp_path: Path) -> None:
    path = tmp_path / "a.tgproj"
    with made(path) as session:
        first, _ = started(session)
        do(session, commands.set_state(session, ["s0", "s1", "s2", "s4"], State.REVIEWED))
        first.finish()
        first.close()
    with ReviewSession.open(path, "Ben") as session:
        assert QualitySession.resume(session) is None
        second, _ = started(session)
        assert second.done == frozenset()  # Ben has looked at nothing yet
        second.close()
        assert [each.reviewer for each in records(session)] == ["Ana", "Ben"]


def test_resumed_after_closing_and_nothing_discarded_by_a_new_start(tmp_path: Path) -> None:
    path = tmp_path / "a.tgproj"
    with made(path) as session:
        quality, clock = started(session, Plan(percent=50, seed=3, order=Order.FLAG))
        one = quality.segments[0]
        quality.touched(one)
        clock.wait(12)
        do(session, commands.confirm(session, one))
        quality.overrule(False, "House style was ignored.")
        quality.close()
    with ReviewSession.open(path, "Ana") as session:
        again = QualitySession.resume(session, clock=Clock())
        assert again is not None
        assert again.status is Status.RUNNING
        assert again.record.plan == Plan(percent=50, seed=3, order=Order.FLAG)
        assert again.seconds_on(one) == pytest.approx(12)
        assert again.done == {one}
        assert again.record.override is not None
        assert (again.record.override.passed, again.record.override.by) == (False, "Ana")
        anew = QualitySession.start(session)
        assert len(records(session)) == 2
        assert anew.seconds == 0
        again.overrule(None)
        assert records(session)[0].override is None
        again.close()
        anew.close()


def test_an_overruled_verdict_needs_a_reason(session: ReviewSession) -> None:
    quality, _ = started(session)
    with pytest.raises(InputError):
        quality.overrule(True, "  ")


def test_nothing_to_review(session: ReviewSession) -> None:
    do(session, commands.set_excluded(session, [row.id for row in session.rows], True))
    with pytest.raises(InputError):
        QualitySession.start(session)


def test_divergence_at_the_start_is_kept(session: ReviewSession) -> None:
    scored(session)
    started(session)
    assert records(session)[0].divergence == {"s0": 30, "s1": 70, "s2": 10, "s4": 90}


def test_ten_thousand_segments(tmp_path: Path) -> None:
    """Five times the limits, for a busy machine; tests/benchmarks/quality.py prints the figures."""
    from tests.store.articles import card

    segments = tuple(Segment(f"s{n}", "Le chat dort sur le canapé du salon.", " ") for n in range(10_000))
    targets = {s.id: Target("The cat sleeps.") for s in segments}
    with ReviewSession.create(tmp_path / "a.tgproj", Document(Article(segments), targets), "Ana") as session:
        session.add_scores([(0, card(s.id, n * 37 % 101)) for n, s in enumerate(segments)])
        quality, _ = started(session)
        start = time.process_time()
        assert len(quality.ordered()) == 10_000
        assert time.process_time() - start < 0.5
        start = time.process_time()
        for _ in range(10):
            current = quality.next("s5")
            assert current is not None
            do(session, commands.confirm(session, current))
            quality.touched(current)
        assert (time.process_time() - start) / 10 < 0.25
        quality.close()
