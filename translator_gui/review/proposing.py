"""Asking for proposals: the memory first, then an engine, in small batches, so that a cancel keeps what came in.

Runs in a job's thread on a snapshot and talks through ``deliver`` and the JobContext alone:

    requests = snapshots.requests(session, ids, engine.signature())      # GUI thread; leaves out what is done
    propose(requests, engine, memory, ctx, deliver)                      # job; deliver -> session.add_candidates
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..domain.candidate import Candidate, Proposal, TranslationRequest
from ..domain.protocols import TranslationEngine, TranslationMemory
from ..domain.unit import Match
from ..engines.tagged import with_tags
from ..kit.errors import AppError, EngineError
from ..kit.jobs import Eta, JobContext
from .snapshots import requests

__all__ = ["MEMORY", "Delivery", "Outcome", "from_memory", "propose", "requests", "time_left"]

MEMORY = "memory"  # Candidate.engine of a memory match


@dataclass(frozen=True)
class Delivery(Mapping[str, Sequence[Candidate]]):
    """Candidates by segment. signature: of the engine that answered ("" for the memory): what was answered, even
    with nothing, counts as asked. errors: segment -> (message, hint); those count as not asked yet."""

    candidates: Mapping[str, Sequence[Candidate]]
    signature: str = ""
    errors: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def __getitem__(self, segment: str) -> Sequence[Candidate]:
        return self.candidates[segment]

    def __iter__(self) -> Iterator[str]:
        return iter(self.candidates)

    def __len__(self) -> int:
        return len(self.candidates)


@dataclass
class Outcome:
    """What a run came to. answered: segments an engine or the memory had something for; errors as in Delivery."""

    asked: int = 0
    answered: set[str] = field(default_factory=set)
    errors: dict[str, tuple[str, str]] = field(default_factory=dict)


Deliver = Callable[[Delivery], None]


def propose(
    wanted: Sequence[TranslationRequest],
    engine: TranslationEngine | None,
    memory: TranslationMemory | None,
    ctx: JobContext,
    deliver: Deliver,
    batch: int = 4,
    minimum: int = 70,
) -> Outcome:
    """Raises Cancelled between and within batches (what was delivered stays), and EngineError when the engine
    cannot be asked at all, after the memory has been asked for everything. engine None: the memory only.
    minimum: percent of a fuzzy match. A request without pairs before it is shown those of this run, with the best
    candidate for a target: a language model keeps names and tone by them."""
    outcome, eta = Outcome(), Eta(len(wanted))
    before: list[tuple[str, str]] = []
    refusal: EngineError | None = None
    for start in range(0, len(wanted), batch):
        ctx.check()
        some = [replace(r, previous=r.previous or tuple(before[-2:])) for r in wanted[start : start + batch]]
        best: dict[str, str] = {}
        if memory is not None:
            _hand_over(_remembered(some, memory, minimum), outcome, deliver, best)
        if engine is not None and refusal is None:
            try:
                _hand_over(_asked(some, engine, ctx), outcome, deliver, best)
            except EngineError as error:
                refusal = error  # no key, not installed: the same for all that follow
                if memory is None:
                    break
        before.extend((request.text, best[request.id]) for request in some if request.id in best)
        outcome.asked += len(some)
        ctx.progress(outcome.asked, len(wanted), time_left(eta.left(outcome.asked)))
    if refusal is not None:
        raise refusal
    return outcome


def _hand_over(delivery: Delivery, outcome: Outcome, deliver: Deliver, best: dict[str, str]) -> None:
    for segment, found in delivery.items():
        if found:
            outcome.answered.add(segment)
            best.setdefault(segment, found[0].text)
    outcome.errors.update(delivery.errors)
    if delivery or delivery.errors:
        deliver(delivery)


def _asked(some: Sequence[TranslationRequest], engine: TranslationEngine, ctx: JobContext) -> Delivery:
    # The engine counts its own steps; whoever waits wants to know how far the article is.
    proposals: list[Proposal] = engine.translate(some, JobContext(ctx.token, log=ctx.log))
    good = {proposal.id: list(proposal.candidates) for proposal in proposals if not proposal.error}
    bad = {proposal.id: (proposal.error, proposal.hint) for proposal in proposals if proposal.error}
    return Delivery(good, engine.signature(), bad)


def _remembered(some: Sequence[TranslationRequest], memory: TranslationMemory, minimum: int) -> Delivery:
    found: dict[str, list[Candidate]] = {}
    errors: dict[str, tuple[str, str]] = {}
    for request in some:
        before = request.previous[-1][0] if request.previous else ""
        try:
            matches = memory.lookup(request.text, request.pair, minimum=minimum, before=before)
        except AppError as error:  # a damaged memory does not stop the engine
            errors[request.id] = (error.message, error.hint)
            continue
        if matches:
            found[request.id] = [with_tags(request.text, from_memory(match)) for match in matches]
    return Delivery(found, "", errors)


def from_memory(match: Match) -> Candidate:
    unit = match.unit
    return Candidate(
        unit.target,
        MEMORY,
        model=unit.origin,
        match=match.percent,
        at=unit.changed or unit.created,
        by=unit.by,
        memory_source=unit.source,
    )


def time_left(seconds: float | None) -> str:
    """In words that do not flicker: "about 2 min left"; "" while nobody knows."""
    if seconds is None or seconds < 1:
        return ""
    if seconds < 10:
        return "a few seconds left"
    if seconds < 55:
        return f"about {round(seconds / 10) * 10} s left"
    if seconds < 3600:
        return f"about {round(seconds / 60) or 1} min left"
    return f"about {seconds / 3600:.1f} h left"
