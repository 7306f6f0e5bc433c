"""The default engine: asks every engine on this machine and puts the best answer first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..domain.candidate import Availability, Candidate, Proposal, TranslationRequest
from ..domain.protocols import TranslationEngine
from ..kit.errors import AppError, EngineError, InputError
from ..kit.jobs import JobContext
from .answering import copied, wordless
from .catalogue import build_engine
from .ranking import Ranker, ranked

# Quickest first: what a cancelled job got is worth most then.
MEMBERS = ("firefox", "pivot", "local")
_OPTIONS = ("engines", "candidates", "timeout_seconds")


class OfflineEngine:
    """Options: engine name -> that engine's options; ``engines``: the names to ask (default: all three);
    ``candidates`` and ``timeout_seconds`` are handed on to each, but beside another engine the language model is
    asked for one candidate unless its own options say more."""

    name = "offline"
    title = "Offline (best of what is installed)"
    online = False

    def __init__(self, members: Sequence[TranslationEngine], ranker: Ranker | None) -> None:
        self._members, self._ranker = tuple(members), ranker

    @property
    def members(self) -> tuple[TranslationEngine, ...]:
        return self._members

    def availability(self) -> Availability:
        """ok when at least one engine can work. why: what each missing one lacks (also when ok)."""
        missing = self.missing()
        why = " ".join(f"{title}: {lack.why}" for title, lack in missing)
        install = next((lack.install for _, lack in missing if lack.install), "")
        return Availability(len(missing) < len(self._members), why, install)

    def missing(self) -> list[tuple[str, Availability]]:
        """(title, what it lacks and how to get it) for each engine that cannot work now."""
        answers = [(engine.title, engine.availability()) for engine in self._members]
        return [(title, answer) for title, answer in answers if not answer.ok]

    def signature(self) -> str:
        parts = [engine.signature() for engine in self._members if engine.availability().ok]
        return "offline|" + "+".join(parts) + f"|ranker:{self._ranker is not None}|v:1"

    def translate(self, requests: Sequence[TranslationRequest], ctx: JobContext) -> list[Proposal]:
        """Candidates of all engines for each request, best first. An engine that fails costs only its own answers."""
        able = [engine for engine in self._members if engine.availability().ok]
        if not able:
            missing = self.availability()
            raise EngineError("No offline engine is installed.", missing.install or missing.why)
        texts = [request for request in requests if not wordless(request)]
        found: dict[int, list[Candidate]] = {id(request): [] for request in texts}
        errors: dict[int, tuple[str, str]] = {}
        for number, engine in enumerate(able):
            stage = _stage(ctx, number, len(able))
            for request, proposal in zip(texts, self._asked(engine, texts, stage), strict=True):
                found[id(request)].extend(proposal.candidates)
                if proposal.error:
                    errors[id(request)] = (proposal.error, proposal.hint)
        order = ranked([(request, found[id(request)]) for request in texts], self._ranker, ctx)
        best = dict(zip((id(request) for request in texts), order, strict=True))
        ctx.progress(len(requests), len(requests), "")
        return [self._proposal(request, best, errors) for request in requests]

    def _asked(self, engine: TranslationEngine, texts: Sequence[TranslationRequest], ctx: JobContext) -> list[Proposal]:
        try:
            return engine.translate(texts, ctx) if texts else []
        except AppError as error:
            ctx.log.warning("the engine %s gave no answers: %s", engine.name, error.message)
            return [Proposal(request.id, (), error.message, error.hint) for request in texts]

    def _proposal(
        self,
        request: TranslationRequest,
        best: Mapping[int, tuple[Candidate, ...]],
        errors: Mapping[int, tuple[str, str]],
    ) -> Proposal:
        if id(request) not in best:
            return copied(request, self.name)
        candidates = best[id(request)]
        if candidates:
            return Proposal(request.id, candidates)
        message, hint = errors.get(id(request), ("No engine had an answer.", "Try another engine."))
        return Proposal(request.id, (), message, hint)

    def close(self) -> None:
        for engine in self._members:
            engine.close()


def _stage(ctx: JobContext, number: int, count: int) -> JobContext:
    """A context whose progress is one part of the whole."""

    def progress(done: int, total: int, text: str) -> None:
        ctx.progress(number * total + done, count * total, text)

    return JobContext(ctx.token, progress, ctx.log)


def build_offline(options: Mapping[str, Any], ranker: Ranker | None = None, cache: bool = True) -> OfflineEngine:
    """Raises InputError for an engine or option that does not exist."""
    for name in options:
        if name not in (*MEMBERS, *_OPTIONS):
            raise InputError(
                f"The offline engine has no option “{name}”.", f"It has: {', '.join((*MEMBERS, 'engines'))}."
            )
    names = tuple(options.get("engines") or MEMBERS)
    unknown = [name for name in names if name not in MEMBERS]
    if unknown:
        raise InputError(f"“{unknown[0]}” is no offline engine.", f"Known: {', '.join(MEMBERS)}.")
    shared = {key: options[key] for key in ("candidates", "timeout_seconds") if key in options}
    members = [
        build_engine(name, {**shared, **options.get(name, {})}, cache=cache) for name in names if name != "local"
    ]
    if "local" in names:
        # Beside a better engine one answer of the small model is enough: each costs about two seconds of a core.
        others = any(engine.availability().ok for engine in members)
        alone = {**shared, "candidates": 1} if others else shared
        members.append(build_engine("local", {**alone, **options.get("local", {})}, cache=cache))
    return OfflineEngine(members, ranker)


def build(options: Mapping[str, Any]) -> OfflineEngine:
    return build_offline(options)
