"""Proposing, scoring and remembering, as their threads do it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from tests.review.test_session import do
from tests.store.articles import DRAFTS, SOURCES, card
from translator_gui.domain.candidate import Availability, Candidate, Proposal, TranslationRequest
from translator_gui.domain.language import FR_EN
from translator_gui.domain.score import Pair, Scorecard
from translator_gui.domain.unit import TranslationUnit
from translator_gui.kit.errors import Cancelled, EngineError
from translator_gui.kit.jobs import CancelToken, JobContext
from translator_gui.memory.store import MemoryStore
from translator_gui.review import commands, proposing, snapshots
from translator_gui.review.proposing import Delivery, propose, time_left
from translator_gui.review.scoring_job import score
from translator_gui.review.session import ReviewSession


class ParrotEngine:
    """Answers with the source in brackets; has errors for some ids, none at all after ``ends``, remembers requests."""

    name, title, online = "parrot", "Parrot", False

    def __init__(self, broken: Sequence[str] = (), ends: int = 99, token: CancelToken | None = None) -> None:
        self.broken, self.ends, self.token = broken, ends, token
        self.batches: list[list[TranslationRequest]] = []

    def availability(self) -> Availability:
        return Availability(True)

    def signature(self) -> str:
        return "parrot|v:1"

    def translate(self, requests: Sequence[TranslationRequest], ctx: JobContext) -> list[Proposal]:
        ctx.check()
        if len(self.batches) >= self.ends:
            raise EngineError("The parrot has flown.", "Open the cage.")
        self.batches.append(list(requests))
        if self.token and len(self.batches) == 1:
            self.token.cancel()
        return [
            Proposal(r.id, error="No.", hint="Ask later.")
            if r.id in self.broken
            else Proposal(r.id, (Candidate(f"[{r.text}]", self.name),))
            for r in requests
        ]

    def close(self) -> None:
        return None


@pytest.fixture
def memory(tmp_path: Path) -> Iterable[MemoryStore]:
    store = MemoryStore(tmp_path / "memory.db")
    yield store
    store.close()


def ids(requests: Sequence[TranslationRequest]) -> list[str]:
    return [request.id for request in requests]


def test_requests_leave_out_debris_and_carry_what_stands_before(session: ReviewSession) -> None:
    requests = snapshots.requests(session)
    assert ids(requests) == ["s0", "s1", "s2", "s4"]
    assert requests[3].previous == ((SOURCES[1], DRAFTS[1]), (SOURCES[2], DRAFTS[2]))
    assert requests[0].previous == ()
    assert ids(snapshots.requests(session, ["s4", "s3", "s0"])) == ["s0", "s4"]


def test_proposing_goes_on_where_it_stopped(session: ReviewSession) -> None:
    token = CancelToken()
    with pytest.raises(Cancelled):
        propose(
            snapshots.requests(session),
            ParrotEngine(token=token),
            None,
            JobContext(token),
            session.add_candidates,
            batch=2,
        )
    assert [bool(session.candidates(s)) for s in ("s0", "s1", "s2", "s4")] == [True, True, False, False]
    left = snapshots.requests(session, signature="parrot|v:1")
    assert ids(left) == ["s2", "s4"]
    assert ids(snapshots.requests(session, signature="parrot|v:2")) == ["s0", "s1", "s2", "s4"]
    outcome = propose(left, ParrotEngine(), None, JobContext(), session.add_candidates)
    assert outcome.answered == {"s2", "s4"}
    assert snapshots.requests(session, signature="parrot|v:1") == []


def test_errors_are_collected_and_asked_again(session: ReviewSession) -> None:
    deliveries: list[Delivery] = []

    def deliver(delivery: Delivery) -> None:
        deliveries.append(delivery)
        session.add_candidates(delivery)

    outcome = propose(snapshots.requests(session), ParrotEngine(["s1"]), None, JobContext(), deliver)
    assert outcome.errors == deliveries[0].errors == {"s1": ("No.", "Ask later.")}
    assert outcome.asked == 4
    assert outcome.answered == {"s0", "s2", "s4"}
    assert ids(snapshots.requests(session, signature="parrot|v:1")) == ["s1"]


def test_memory_comes_first_and_also_without_the_engine(session: ReviewSession, memory: MemoryStore) -> None:
    memory.add([TranslationUnit(SOURCES[4], "Three people were injured 🙂.", by="Ben", origin="old.txt")])
    with pytest.raises(EngineError, match="flown"):
        propose(
            snapshots.requests(session), ParrotEngine(ends=1), memory, JobContext(), session.add_candidates, batch=1
        )
    [match] = session.candidates("s4")
    assert (match.text, match.engine, match.match, match.by) == ("Three people were injured 🙂.", "memory", 100, "Ben")
    assert match.memory_source == SOURCES[4]
    propose(snapshots.requests(session), ParrotEngine(), memory, JobContext(), session.add_candidates)
    assert [c.engine for c in session.candidates("s4")] == ["memory", "parrot"]


def test_the_memory_alone(session: ReviewSession, memory: MemoryStore) -> None:
    memory.add([TranslationUnit(SOURCES[0], "The Lyons summit")])
    outcome = propose(snapshots.requests(session), None, memory, JobContext(), session.add_candidates)
    assert outcome.answered == {"s0"}


def test_an_empty_article_is_shown_its_own_candidates_as_context() -> None:
    engine = ParrotEngine()
    wanted = [TranslationRequest(str(n), f"t{n}", FR_EN) for n in range(4)]
    propose(wanted, engine, None, JobContext(), lambda delivery: None, batch=2)
    assert [r.previous for r in engine.batches[0]] == [(), ()]
    assert engine.batches[1][0].previous == (("t0", "[t0]"), ("t1", "[t1]"))


def test_progress_says_how_far(session: ReviewSession) -> None:
    steps: list[tuple[int, int]] = []
    ctx = JobContext(progress=lambda done, total, text: steps.append((done, total)))
    propose(snapshots.requests(session), ParrotEngine(), None, ctx, session.add_candidates, batch=3)
    assert steps == [(3, 4), (4, 4)]


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (None, ""),
        (0.2, ""),
        (4, "a few seconds left"),
        (33, "about 30 s left"),
        (56, "about 1 min left"),
        (150, "about 2 min left"),
        (5400, "about 1.5 h left"),
    ],
)
def test_time_left_in_words(seconds: float | None, text: str) -> None:
    assert time_left(seconds) == text


class LengthScorer:
    def __init__(self) -> None:
        self.seen: list[list[str]] = []

    def signature(self) -> str:
        return "length"

    def score(self, pairs: Sequence[Pair], ctx: JobContext) -> list[Scorecard]:
        self.seen.append([pair.id for pair in pairs])
        return [card(pair.id, float(len(pair.target))) for pair in pairs]


def test_scoring_begins_where_the_reader_is(session: ReviewSession) -> None:
    scorer = LengthScorer()
    wanted = session.pairs(["s0", "s1", "s2", "s4"])
    do(session, commands.set_text(session, "s1", "Changed meanwhile"))
    assert score(wanted, scorer, JobContext(), session.add_scores, first=["s4", "gone", "s1"], batch=2) == 4
    assert scorer.seen == [["s4", "s1"], ["s0", "s2"]]
    assert session.divergence("s4") == len(DRAFTS[4])
    assert session.divergence("s1") is None  # an answer about a text that is no more


def test_a_cancelled_scoring_keeps_what_it_has(session: ReviewSession) -> None:
    token = CancelToken()

    def deliver(cards: list[tuple[int, Scorecard]]) -> None:
        session.add_scores(cards)
        token.cancel()

    with pytest.raises(Cancelled):
        score(session.pairs(["s0", "s1", "s2"]), LengthScorer(), JobContext(token), deliver, batch=2)
    assert [session.divergence(s) is not None for s in ("s0", "s1", "s2")] == [True, True, False]


def test_confirmed_pairs_reach_the_memory(session: ReviewSession, memory: MemoryStore) -> None:
    session.remember = lambda unit: memory.add([unit])
    do(session, commands.confirm(session, "s2"))
    [match] = memory.lookup(SOURCES[2], FR_EN)
    assert (match.unit.target, match.unit.by, match.percent >= 100) == (DRAFTS[2], "Ana", True)


def test_proposing_offers_its_parts() -> None:
    assert proposing.requests is snapshots.requests
