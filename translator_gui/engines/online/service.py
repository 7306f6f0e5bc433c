"""OnlineEngine: what every service needs around its one call: pace, length, retry, breaker, deadline, clear faults."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from ipaddress import ip_address
from urllib.parse import urlsplit

from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt, wait_random_exponential

from ...domain.candidate import Availability, Candidate, Proposal, TranslationRequest
from ...kit.errors import Cancelled, EngineError
from ...kit.jobs import JobContext
from ..splitting import pieces
from .answers import accept
from .faults import explain
from .wire import WireSession, bounded

ATTEMPTS = 3
LONGEST_WAIT = 20.0  # seconds a server may ask us to wait between attempts; beyond, it is an error for now
BREAKER_FAULTS, BREAKER_SECONDS = 3, 30.0

Ask = Callable[[WireSession, str, TranslationRequest], object]


@dataclass(frozen=True)
class Service:
    """What differs between services.

    ask(session, text, request) -> the answer as the service gave it. url: where text goes. limit: characters a
    request may hold. per_second: requests allowed. needs_key: nothing can be asked without one.
    """

    name: str
    title: str
    url: str
    ask: Ask
    limit: int = 4500
    per_second: float = 5.0
    needs_key: bool = False
    key: str = ""
    model: str = ""
    settings: str = ""


def leaves_machine(url: str) -> bool:
    """False for a server on this machine (localhost): then no text goes anywhere."""
    host = urlsplit(url).hostname or ""
    try:
        return not ip_address(host).is_loopback
    except ValueError:
        return host != "localhost"


class OnlineEngine:
    """Fulfils domain.protocols.TranslationEngine for any Service. Thread-safe."""

    def __init__(self, service: Service, seconds: float = 20.0, proxy: str = "") -> None:
        self._service, self._seconds, self._proxy = service, seconds, proxy
        self.name, self.title = service.name, service.title
        self.online = leaves_machine(service.url)
        self._lock = threading.Lock()
        self._next_at = 0.0
        self._faults, self._closed_until = 0, 0.0
        self._last_fault: EngineError | None = None

    def availability(self) -> Availability:
        if self._service.needs_key and not self._service.key:
            return Availability(False, f"{self.title} needs a key.", "Enter it in Preferences › Engines.")
        return Availability(True)

    def signature(self) -> str:
        parts = (self.name, urlsplit(self._service.url).hostname or "", self._service.model, self._service.settings)
        return "|".join(part for part in parts if part)

    def translate(self, requests: Sequence[TranslationRequest], ctx: JobContext) -> list[Proposal]:
        """Asks one request after the other. Raises EngineError only when there is no key."""
        available = self.availability()
        if not available.ok:
            raise EngineError(available.why, available.install)
        return [self._propose(request, ctx) for request in requests]

    def close(self) -> None:
        """Nothing is held between calls."""

    def _propose(self, request: TranslationRequest, ctx: JobContext) -> Proposal:
        ctx.check()
        if not request.text.strip():
            return Proposal(request.id)
        try:
            text = "".join(
                (piece.text if piece.verbatim else self._piece(piece.text, request, ctx)) + piece.gap
                for piece in pieces(request.text, self._service.limit)
            )
        except EngineError as error:
            return Proposal(request.id, error=error.message, hint=error.hint)
        candidate = Candidate(
            text.strip(),
            self.name,
            model=self._service.model,
            settings=self._service.settings,
            at=datetime.now(timezone.utc).isoformat(timespec="seconds"),
        )
        return Proposal(request.id, (candidate,))

    def _piece(self, text: str, request: TranslationRequest, ctx: JobContext) -> str:
        if not text.strip():
            return ""
        self._check_breaker()
        retrying = Retrying(
            stop=stop_after_attempt(ATTEMPTS),
            retry=retry_if_exception(lambda e: isinstance(e, EngineError) and e.transient),
            wait=_wait,
            sleep=ctx.token.wait,
            reraise=True,
        )
        try:
            answer = retrying(self._once, text, request, ctx)
        except EngineError as error:
            self._note_fault(error)
            raise
        self._faults = 0
        return answer

    def _once(self, text: str, request: TranslationRequest, ctx: JobContext) -> str:
        self._keep_pace(ctx)
        session = WireSession(self._seconds, self._proxy)
        try:
            answer = bounded(
                session, self._seconds, ctx.token, lambda: self._service.ask(session, text.strip(), request)
            )
            return accept(text, answer, request.pair)
        except Cancelled:
            raise
        except Exception as error:  # noqa: BLE001 - the libraries raise anything; explain() sorts it by what happened
            fault = explain(self.title, error, session)
            fault.retry_after = _retry_after(session)  # type: ignore[attr-defined]
            raise fault from None  # the cause's text may hold the key

    def _keep_pace(self, ctx: JobContext) -> None:
        with self._lock:
            now = time.monotonic()
            at = max(now, self._next_at)
            self._next_at = at + 1 / self._service.per_second
        if at > now:
            ctx.token.wait(at - now)

    def _check_breaker(self) -> None:
        """After several faults in a row the rest is not sent for a while: no storm of requests that cannot succeed."""
        if self._last_fault is not None and time.monotonic() < self._closed_until:
            last = self._last_fault
            raise EngineError(last.message, f"{last.hint} The following segments were not sent.", last.detail)

    def _note_fault(self, error: EngineError) -> None:
        with self._lock:
            self._faults += 1
            if self._faults >= BREAKER_FAULTS:
                self._last_fault, self._closed_until = error, time.monotonic() + BREAKER_SECONDS
                self._faults = 0


_backoff = wait_random_exponential(multiplier=0.5, max=8)


def _wait(state: RetryCallState) -> float:
    """The server's Retry-After if it is bearable, else exponential back-off with jitter."""
    error = state.outcome.exception() if state.outcome else None
    asked = getattr(error, "retry_after", None)
    return min(asked, LONGEST_WAIT) if asked is not None else _backoff(state)


def _retry_after(session: WireSession) -> float | None:
    header = session.last_response.headers.get("Retry-After", "") if session.last_response is not None else ""
    return float(header) if header.isdigit() else None
