"""llama.cpp through xllamacpp: one loaded model per process and file, used by one caller at a time.

The library answers through callbacks and lets Python run meanwhile; a callback that returns True ends the answer,
which is how cancelling works. It also opens a port on this machine for its own HTTP interface: that is locked with a
key nobody is told.
"""

from __future__ import annotations

import importlib
import importlib.util
import secrets
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..kit.errors import EngineError
from ..kit.jobs import JobContext

CONTEXT = 2048  # tokens: a prompt of about 350, a sentence of at most 700, its translation, and room
_POLL = 0.05  # seconds between looks at the cancel token
_LOADING = threading.Lock()
_LOADED: dict[tuple[str, int], Model] = {}


def installed() -> bool:
    return importlib.util.find_spec("xllamacpp") is not None


def _library() -> Any:
    """The package, or EngineError: its wheel needs a system library that a bare machine lacks."""
    try:
        return importlib.import_module("xllamacpp")
    except (ImportError, OSError) as error:
        hint = "Install the system library it names; on Debian and Ubuntu: sudo apt install libgomp1"
        raise EngineError("llama.cpp (xllamacpp) cannot be loaded on this machine.", hint, str(error)) from error


@dataclass(frozen=True, slots=True)
class Sampling:
    """temperature 0 is greedy. seed: makes a sampled answer reproducible."""

    temperature: float = 0.0
    seed: int = 1

    def fields(self) -> dict[str, Any]:
        if self.temperature <= 0:
            return {"temperature": 0.0, "top_k": 1, "seed": self.seed}
        return {"temperature": self.temperature, "top_k": 40, "top_p": 0.9, "min_p": 0.05, "seed": self.seed}


class Model:
    """A loaded GGUF."""

    def __init__(self, path: Path, threads: int) -> None:
        library = _library()
        params = library.CommonParams()
        params.model.path = str(path)
        params.n_ctx, params.n_parallel, params.verbosity, params.warmup = CONTEXT, 1, -1, False
        params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads
        params.n_threads_http, params.api_keys = 1, [secrets.token_hex(32)]
        params.endpoint_slots = params.endpoint_props = params.endpoint_metrics = params.ui = False
        self._lock = threading.Lock()
        try:
            self._server = library.Server(params)
        except RuntimeError as error:
            raise EngineError(
                f"The model {path.name} could not be loaded.", "Point the option “model” to another GGUF.", str(error)
            ) from error

    def complete(
        self, prompt: str, stops: Sequence[str], limit: int, sampling: Sampling, ctx: JobContext, deadline: float
    ) -> str:
        """The model's continuation. limit: tokens. deadline: seconds.

        Raises EngineError (prompt too long, deadline passed), Cancelled.
        """
        body = {"prompt": prompt, "max_tokens": limit, "stop": list(stops), "stream": True, "cache_prompt": False}
        answer = _Answer(ctx, time.monotonic() + deadline)
        while not self._lock.acquire(timeout=_POLL):
            ctx.check()
        # In a thread of its own: the library reads the whole prompt before its first callback, and a person who
        # cancels need not wait for that. The lock is free again when the model is.
        writer = threading.Thread(
            target=self._write, args=({**body, **sampling.fields()}, answer), name="llama", daemon=True
        )
        writer.start()
        while writer.is_alive():
            writer.join(_POLL)
            ctx.check()
        return answer.text()

    def _write(self, body: Mapping[str, Any], answer: _Answer) -> None:
        try:
            self._server.handle_completions(dict(body), answer)
        except RuntimeError as error:
            answer.error = str(error)
        finally:
            self._lock.release()


class _Answer:
    """Collects the pieces; says stop when the job was cancelled or the time is up."""

    def __init__(self, ctx: JobContext, until: float) -> None:
        self._ctx, self._until, self.late = ctx, until, False
        self._parts: list[str] = []
        self.error = ""

    def __call__(self, chunk: Mapping[str, Any]) -> bool:
        if "error" in chunk:
            self.error = str(chunk["error"].get("type", "error"))
            return True
        for choice in chunk.get("choices", ()):
            self._parts.append(str(choice.get("text", "")))
        self.late = time.monotonic() > self._until
        return self.late or self._ctx.token.cancelled

    def text(self) -> str:
        if self.late:
            raise EngineError(
                "The local model took too long.", "Try a shorter text, or raise the option “timeout_seconds”."
            )
        if self.error == "exceed_context_size_error":
            raise EngineError("The sentence is too long for the local model.", "Split it, or use another engine.")
        if self.error:
            raise EngineError("The local model did not answer.", "Try again, or use another engine.", self.error)
        return "".join(self._parts)


def load(path: Path, threads: int) -> Model:
    """The model of this file, loaded once per process. Raises EngineError."""
    key = (str(path.resolve()), threads)
    with _LOADING:
        if key not in _LOADED:
            _LOADED[key] = Model(path, threads)
        return _LOADED[key]
