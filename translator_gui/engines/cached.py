"""Answers kept on disk by text, what stands before it, engine and settings, so that asking twice costs nothing.

Only answers without an error are kept. A damaged or full cache is left aside: it never stops a translation.
"""

from __future__ import annotations

import dataclasses
import json
import logging
import threading
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import diskcache  # type: ignore[import-untyped]

from ..domain.candidate import Availability, Candidate, Proposal, TranslationRequest
from ..domain.protocols import TranslationEngine
from ..kit.jobs import JobContext
from ..kit.paths import cache_dir
from ..kit.sqlite import SqliteError

_LOG = logging.getLogger("translator_gui.engines")
_SIZE = 200_000_000  # bytes; the oldest answers go first
_FORMAT = 1


def _key(signature: str, request: TranslationRequest) -> str:
    parts = [_FORMAT, signature, str(request.pair), request.kind.value, request.text, request.previous]
    text = json.dumps(parts, ensure_ascii=False)
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _pack(proposal: Proposal) -> str:
    return json.dumps([dataclasses.asdict(candidate) for candidate in proposal.candidates], ensure_ascii=True)


def _unpack(request: TranslationRequest, packed: str) -> Proposal:
    rows: list[dict[str, Any]] = json.loads(packed)
    candidates = (Candidate(**{**row, "doubts": tuple(row.get("doubts", ()))}) for row in rows)
    return Proposal(request.id, tuple(candidates))


class AnswerCache:
    """Strings by key in a folder. Every failure of the disk is a miss, said once in the log."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or cache_dir() / "answers"
        self._lock = threading.Lock()
        self._store: diskcache.Cache | None = None
        self._broken = False

    def _open(self) -> diskcache.Cache | None:
        with self._lock:
            if self._store is None and not self._broken:
                try:
                    # JSON text only: a cache file from elsewhere must not be able to run code as a pickle could.
                    self._store = diskcache.Cache(str(self._folder), size_limit=_SIZE, disk=diskcache.JSONDisk)
                except _DISK_FAILURES as error:
                    self._give_up(error)
            return self._store

    def _give_up(self, error: Exception) -> None:
        self._broken = True
        _LOG.warning("the cache of translations cannot be used: %s", type(error).__name__)

    def get(self, key: str) -> str | None:
        store = self._open()
        if store is None:
            return None
        try:
            value = store.get(key)
        except _DISK_FAILURES as error:
            self._give_up(error)
            return None
        return value if isinstance(value, str) else None

    def put(self, key: str, value: str) -> None:
        store = self._open()
        if store is None or self._broken:
            return
        try:
            store.set(key, value)
        except _DISK_FAILURES as error:
            self._give_up(error)

    def close(self) -> None:
        with self._lock:
            if self._store is not None:
                self._store.close()
                self._store = None


_DISK_FAILURES = (SqliteError, OSError, ValueError, diskcache.Timeout)


class CachedEngine:
    """The engine it wraps, asked only what it was not asked before."""

    def __init__(self, engine: TranslationEngine, cache: AnswerCache | None = None) -> None:
        self._engine, self._cache = engine, cache or AnswerCache()
        self.name, self.title, self.online = engine.name, engine.title, engine.online

    @property
    def inner(self) -> TranslationEngine:
        """The engine itself, for what only it can do (download its model)."""
        return self._engine

    def availability(self) -> Availability:
        return self._engine.availability()

    def signature(self) -> str:
        return self._engine.signature()

    def translate(self, requests: Sequence[TranslationRequest], ctx: JobContext) -> list[Proposal]:
        """As the engine's; kept answers come at once."""
        signature = self._engine.signature()
        keys = [_key(signature, request) for request in requests]
        known = self._known(requests, keys)
        asked = [index for index in range(len(requests)) if index not in known]
        if asked:
            answers = self._engine.translate([requests[index] for index in asked], ctx)
            for index, proposal in zip(asked, answers, strict=True):
                known[index] = proposal
                if proposal.candidates and not proposal.error:
                    self._cache.put(keys[index], _pack(proposal))
        return [known[index] for index in range(len(requests))]

    def _known(self, requests: Sequence[TranslationRequest], keys: Sequence[str]) -> dict[int, Proposal]:
        known: dict[int, Proposal] = {}
        for index, (request, key) in enumerate(zip(requests, keys, strict=True)):
            packed = self._cache.get(key)
            if packed is None:
                continue
            try:
                known[index] = _unpack(request, packed)
            except (ValueError, TypeError, AttributeError):
                _LOG.info("an unreadable cached answer is asked again")
        return known

    def close(self) -> None:
        self._cache.close()
        self._engine.close()
