"""Candidates for every segment of an article, without a project: small batches, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from ..domain.candidate import Candidate, Proposal, TranslationRequest
from ..domain.protocols import TranslationEngine, TranslationMemory
from ..engines.tagged import with_tags
from ..kit.jobs import JobContext

BATCH = 4  # small, so that a cancel loses little and the next batch sees what the one before came to
_PREVIOUS = 2  # pairs of context: what tested best for the local model
MEMORY = "memory"

Deliver = Callable[[Sequence[Proposal]], None]


@dataclass(frozen=True)
class Proposed:
    """candidates and errors by segment id; a segment is in one of the two, or in both (a memory match stands)."""

    candidates: dict[str, list[Candidate]] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)


def propose(
    requests: Sequence[TranslationRequest],
    engine: TranslationEngine,
    ctx: JobContext,
    memory: TranslationMemory | None = None,
) -> Proposed:
    """Candidates for each request, best first, memory matches before them.

    Each request is shown the pairs before it, with the best candidate as its target. Raises Cancelled; EngineError
    when the engine cannot be asked at all.
    """
    result = Proposed()
    previous: list[tuple[str, str]] = []
    for start in range(0, len(requests), BATCH):
        ctx.check()
        ctx.progress(start, len(requests), "")
        batch = [
            replace(r, previous=r.previous or tuple(previous[-_PREVIOUS:])) for r in requests[start : start + BATCH]
        ]
        for request, proposal in zip(batch, engine.translate(batch, ctx), strict=True):
            found = [*from_memory(request, memory), *proposal.candidates]
            result.candidates[request.id] = found
            if proposal.error:
                result.errors[request.id] = f"{proposal.error} {proposal.hint}".strip()
            if found:
                previous.append((request.text, found[0].text))
    ctx.progress(len(requests), len(requests), "")
    return result


def from_memory(request: TranslationRequest, memory: TranslationMemory | None) -> list[Candidate]:
    """What the translator confirmed before, nearest first."""
    if memory is None:
        return []
    before = request.previous[-1][0] if request.previous else ""
    return [
        with_tags(
            request.text,
            Candidate(
                match.unit.target,
                MEMORY,
                match=match.percent,
                at=match.unit.changed,
                by=match.unit.by,
                memory_source=match.unit.source,
            ),
        )
        for match in memory.lookup(request.text, request.pair, before=before)
    ]
