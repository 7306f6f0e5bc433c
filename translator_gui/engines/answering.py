"""From an engine's raw text to a candidate: restored, mended, its doubts told. Shared by all engines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timezone

from ..domain.candidate import Candidate, Proposal, TranslationRequest
from ..kit.errors import AppError
from ..kit.jobs import JobContext
from .doubts import doubts, repair
from .names import NameLexicon
from .protection import Prepared, clean, needs_no_engine, prepare, restore

COPIED = "There was nothing to translate in it: it is copied."


def now() -> str:
    """The time a candidate was made: ISO 8601, UTC."""
    return datetime.now(timezone.utc).isoformat(timespec="seconds")


def prepare_all(requests: Sequence[TranslationRequest]) -> list[Prepared]:
    """Every request made plain; each may use the names of all of them and of what stands before it."""
    texts = [request.text for request in requests]
    texts += [source for request in requests for source, _ in request.previous]
    names = NameLexicon.for_texts(texts)
    return [prepare(request.text, names) for request in requests]


def finish(prepared: Prepared, translation: str, engine: str, model: str = "", settings: str = "") -> Candidate:
    """The candidate a person sees. Text given here is the engine's raw answer."""
    text = repair(prepared.source, restore(prepared, translation))
    return Candidate(text, engine, model, settings, doubts=doubts(prepared.source, text), at=now())


def copied(request: TranslationRequest, engine: str) -> Proposal:
    """The answer to a text without words (or without text): itself, or no candidate at all."""
    text = clean(request.text)
    if not text:
        return Proposal(request.id)
    return Proposal(request.id, (Candidate(text, engine, settings="copied", doubts=(COPIED,), at=now()),))


def wordless(request: TranslationRequest) -> bool:
    """Nothing for an engine to do."""
    return needs_no_engine(clean(request.text))


def failed(request: TranslationRequest, error: AppError) -> Proposal:
    """A request that could not be answered; the others can."""
    return Proposal(request.id, (), error.message, error.hint)


def one_by_one(
    requests: Sequence[TranslationRequest], ctx: JobContext, answer: Callable[[TranslationRequest], Proposal]
) -> list[Proposal]:
    """Asks ``answer`` for each request. A failure becomes that request's error; Cancelled goes through."""
    proposals = []
    for done, request in enumerate(requests):
        ctx.check()
        ctx.progress(done, len(requests), "")
        try:
            proposals.append(answer(request))
        except AppError as error:
            proposals.append(failed(request, error))
    ctx.progress(len(requests), len(requests), "")
    return proposals
