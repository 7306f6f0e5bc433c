"""An engine that is given text without placeables, and whose answers get them back (see placing.py)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from ..domain.candidate import Availability, Candidate, Proposal, TranslationRequest
from ..domain.protocols import TranslationEngine
from ..kit.jobs import JobContext
from ..text.placeables import has_tags, plain
from .placing import fragments, place


class TaggedEngine:
    """The engine it wraps; texts without placeables pass as they are. All else is the engine's own."""

    def __init__(self, engine: TranslationEngine) -> None:
        self._engine = engine
        self.name, self.title, self.online = engine.name, engine.title, engine.online

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)

    def availability(self) -> Availability:
        return self._engine.availability()

    def signature(self) -> str:
        return self._engine.signature()

    def translate(self, requests: Sequence[TranslationRequest], ctx: JobContext) -> list[Proposal]:
        """As the engine's. The words inside a pair of placeables are asked for by themselves, too."""
        if not any(has_tags(request.text) or _tags_before(request) for request in requests):
            return self._engine.translate(requests, ctx)
        bare = [_without_tags(request) for request in requests]
        asked = [(n, number, text) for n, r in enumerate(requests) for number, text in fragments(r.text).items()]
        inside = [TranslationRequest(f"{requests[n].id}\x1f{number}", t, requests[n].pair) for n, number, t in asked]
        answers = self._engine.translate([*bare, *inside], ctx)
        known: dict[int, dict[int, str]] = {}
        for (n, number, _), answer in zip(asked, answers[len(bare) :], strict=True):
            if answer.candidates:
                known.setdefault(n, {})[number] = answer.candidates[0].text
        return [
            dataclasses.replace(answer, candidates=tuple(with_tags(r.text, c, known.get(n)) for c in answer.candidates))
            for n, (r, answer) in enumerate(zip(requests, answers[: len(bare)], strict=True))
        ]

    def close(self) -> None:
        self._engine.close()


def with_tags(source: str, candidate: Candidate, known: Mapping[int, str] | None = None) -> Candidate:
    """The candidate with the placeables of the source, and a doubt for each whose place is a guess."""
    if not has_tags(source):
        return candidate
    placed = place(source, candidate.text, known)
    doubts = tuple(f"The place of {tag} is a guess." for tag in placed.guesses)
    return dataclasses.replace(candidate, text=placed.text, doubts=(*candidate.doubts, *doubts))


def _tags_before(request: TranslationRequest) -> bool:
    return any(has_tags(source) or has_tags(target) for source, target in request.previous)


def _without_tags(request: TranslationRequest) -> TranslationRequest:
    previous = tuple((plain(source), plain(target)) for source, target in request.previous)
    return dataclasses.replace(request, text=plain(request.text), previous=previous)
