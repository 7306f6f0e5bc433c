"""The local language model: a GGUF in llama.cpp, shown a few examples and what stands before the sentence.

It writes fluently and invents: every candidate is compared with its source (see doubts.py) and the doubtful ones go
to the end. The first candidate is the model's own choice (temperature 0), the others are drawn with fixed seeds.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any

from ..domain.candidate import Availability, Candidate, Proposal, TranslationRequest
from ..kit.errors import AppError, EngineError, MissingExtraError
from ..kit.jobs import JobContext
from . import gguf, llama, options
from .answering import copied, finish, one_by_one, prepare_all, wordless
from .prompt import Prompt, prompt_for
from .protection import Prepared
from .splitting import pieces

_OPTIONS = ("model", "candidates", "threads", "timeout_seconds", "temperature")
_PIECE = 700  # characters of the source the context window holds with its prompt and its answer
_PATIENCE = 3.0
_SEEDS = (11, 23, 37, 41, 59, 61, 73, 89)


class LocalEngine:
    """See the module. Options: model (a GGUF), candidates 1–8, threads, temperature, timeout_seconds
    (an answer may take three times as long: a language model writes word by word)."""

    name = "local"
    title = "Local language model"
    online = False

    def __init__(self, given: Mapping[str, Any]) -> None:
        options.reject_unknown(self.name, given, _OPTIONS)
        self._path = options.path(given, "model")
        self._count = options.whole(given, "candidates", 2, 1, 8)
        self._threads = options.whole(given, "threads", _threads(), 1, 64)
        self._timeout = _PATIENCE * options.number(given, "timeout_seconds", 20.0, 0.1, 3600.0)
        self._temperature = options.number(given, "temperature", 0.5, 0.05, 2.0)

    def availability(self) -> Availability:
        if not llama.installed():
            return Availability(False, "llama.cpp (xllamacpp) is not installed.", gguf.INSTALL)
        if self._path is None:
            ok = gguf.packaged()
            return Availability(ok, "" if ok else "The language model is not installed.", "" if ok else gguf.INSTALL)
        try:
            gguf.user_model(self._path)
        except AppError as error:
            return Availability(False, error.message, error.hint)
        return Availability(True)

    def signature(self) -> str:
        return f"local|{self._model_key()}|n:{self._count}|t:{self._temperature:g}|v:2"

    def _model_key(self) -> str:
        if self._path is None:
            return "gemma-3-270m-q4_k_m"
        if not self._path.is_file():
            return f"{self._path.name}:absent"
        stat = self._path.stat()
        return f"{self._path.name}:{stat.st_size}:{stat.st_mtime_ns}"

    def translate(self, requests: Sequence[TranslationRequest], ctx: JobContext) -> list[Proposal]:
        """Candidates for each request, the model's own choice first unless it is in doubt."""
        availability = self.availability()
        if not availability.ok:
            raise MissingExtraError(availability.why, availability.install)
        prepared = dict(zip((id(r) for r in requests), prepare_all(requests), strict=True))
        return one_by_one(requests, ctx, lambda request: self._answer(request, prepared[id(request)], ctx))

    def _answer(self, request: TranslationRequest, prepared: Prepared, ctx: JobContext) -> Proposal:
        if wordless(request):
            return copied(request, self.name)
        model = self._load(ctx)
        prompt = prompt_for(request.pair)
        found: list[Candidate] = []
        for sampling in self._samplings():
            text = self._write(model, prompt, prepared, request.previous, sampling, ctx)
            if text and not prompt.echoes(prepared.text, text):
                settings = f"temperature={sampling.temperature:g} seed={sampling.seed} prompt={prompt.signature()}"
                found.append(finish(prepared, text, self.name, self._model_name(), settings))
        if not found:
            raise EngineError("The local model found no translation of its own.", "Use another engine for this text.")
        return Proposal(request.id, tuple(_best_first(found)))

    def _load(self, ctx: JobContext) -> llama.Model:
        path = gguf.user_model(self._path) if self._path else gguf.assembled(ctx)
        return llama.load(path, self._threads)

    def _model_name(self) -> str:
        return self._path.name if self._path else "gemma-3-270m-q4_k_m.gguf"

    def _samplings(self) -> list[llama.Sampling]:
        drawn = [llama.Sampling(self._temperature, seed) for seed in _SEEDS[: self._count - 1]]
        return [llama.Sampling(), *drawn]

    def _write(
        self,
        model: llama.Model,
        prompt: Prompt,
        prepared: Prepared,
        previous: Sequence[tuple[str, str]],
        sampling: llama.Sampling,
        ctx: JobContext,
    ) -> str:
        """The raw answer; a long text goes through in pieces."""
        out = []
        for piece in pieces(prepared.text, _PIECE):
            text = piece.text
            if not piece.verbatim:
                filled = prompt.fill(piece.text, previous)
                limit = 40 + len(piece.text) // 2  # tokens; English news has about four letters a token
                text = model.complete(filled, prompt.stops(), limit, sampling, ctx, self._timeout).strip()
            out.append(text + piece.gap)
        return "".join(out).strip()

    def close(self) -> None:
        """The loaded model stays for the next engine of this process."""


def _best_first(found: list[Candidate]) -> list[Candidate]:
    """Each text once, fewer doubts first; otherwise in the order they came."""
    unique = list({candidate.text: candidate for candidate in reversed(found)}.values())[::-1]
    return sorted(unique, key=lambda candidate: len(candidate.doubts))


def _threads() -> int:
    """One thread per core that has nothing else to do, at least one: two threads on two busy cores collapse."""
    cores = os.cpu_count() or 1
    busy = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return max(1, min(8, int(cores - busy)))


def build(given: Mapping[str, Any]) -> LocalEngine:
    return LocalEngine(given)
