"""An engine for the window's tests: answers at once with the source in brackets, has no answer for some segments."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from typing import Any

from translator_gui.domain.candidate import Availability, Candidate, Proposal, TranslationRequest
from translator_gui.kit.errors import EngineError
from translator_gui.kit.jobs import JobContext

BATCHES = threading.Semaphore(0)  # how many batches may still be answered
asked: list[str] = []
broken: set[str] = set()


def parrot(options: Mapping[str, Any]) -> Parrot:
    return Parrot()


def loud(options: Mapping[str, Any]) -> Parrot:
    made = Parrot()
    made.online = True
    return made


def broken_one(options: Mapping[str, Any]) -> Parrot:
    raise EngineError("It cannot be built.", "Install it anew.")


class Parrot:
    name, title, online = "parrot", "Parrot", False

    def availability(self) -> Availability:
        return Availability(True)

    def signature(self) -> str:
        return "parrot|v:1"

    def translate(self, requests: Sequence[TranslationRequest], ctx: JobContext) -> list[Proposal]:
        while not BATCHES.acquire(timeout=0.01):
            ctx.check()
        asked.extend(request.id for request in requests)
        return [self._answer(request) for request in requests]

    def _answer(self, request: TranslationRequest) -> Proposal:
        if request.id in broken:
            return Proposal(request.id, error="The parrot is silent.", hint="Give it a biscuit.")
        return Proposal(request.id, (Candidate(f"[{request.text}]", self.name),))

    def close(self) -> None:
        return None
