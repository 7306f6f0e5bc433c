"""One bounded, recorded HTTP exchange: what neither deep-translator nor the services' own clients give.

deep-translator has no timeout anywhere, and a timeout alone does not stop a server that drips a byte at a time. So a
call runs in a thread of its own with an outer deadline; the session it uses bounds connect, read and size, and keeps
what really happened (the libraries turn a dropped connection into AttributeError, or into a message with the key in).
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextvars import ContextVar, copy_context
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, TypeVar

import requests
import urllib3
from requests.utils import get_environ_proxies

from ...kit.jobs import CancelToken

T = TypeVar("T")
MAX_BODY = 4_000_000  # bytes; a translation of 5,000 characters is far below
_POLL = 0.05


class DeadlineError(Exception):
    """The call took longer than it may, or the answer was larger than any translation."""


class WireSession(requests.Session):
    """A requests session that cannot hang: every exchange is bounded by ``seconds`` and MAX_BODY."""

    def __init__(self, seconds: float, proxy: str = "") -> None:
        super().__init__()
        self._seconds, self._deadline = seconds, time.monotonic() + seconds
        self._proxy = proxy
        self.last_url = ""
        self.last_response: requests.Response | None = None
        self.last_error: Exception | None = None

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:
        self.last_url = request.url or ""
        kwargs["proxies"] = self._proxies(kwargs.get("proxies"))
        kwargs["timeout"] = (min(10.0, self._seconds), max(0.1, self._deadline - time.monotonic()))
        kwargs["stream"] = True
        response = None
        try:
            response = super().send(request, **kwargs)
            self.last_response = response
            if not kwargs.get("allow_redirects") or not response.is_redirect:
                response._content = b"".join(self._body(response))
        except Exception as error:  # kept whatever it is, then raised: libraries above swallow it
            self.last_error = error
            if response is not None:
                response.close()
            raise
        return response

    def _proxies(self, given: Any) -> Any:
        """The user's proxy, else the environment's: prepared requests would ignore both."""
        if self._proxy:
            return {"http": self._proxy, "https": self._proxy}
        return given or get_environ_proxies(self.last_url)

    def _body(self, response: requests.Response) -> Iterator[bytes]:
        """Blocks as they come in. read1, because iter_content waits for a whole block however slowly it drips."""
        size = 0
        while block := self._read(response):
            size += len(block)
            if size > MAX_BODY or time.monotonic() > self._deadline:
                raise DeadlineError("too large" if size > MAX_BODY else "too slow")
            yield block

    @staticmethod
    def _read(response: requests.Response) -> bytes:
        """Raises the exceptions requests itself would."""
        try:
            block: bytes = response.raw.read1(16_384, decode_content=True)
        except urllib3.exceptions.DecodeError as error:
            raise requests.exceptions.ContentDecodingError(error) from error
        except urllib3.exceptions.ReadTimeoutError as error:
            raise requests.exceptions.ReadTimeout(error) from error
        except (urllib3.exceptions.ProtocolError, OSError) as error:
            raise requests.exceptions.ChunkedEncodingError(error) from error
        return block


_current: ContextVar[WireSession] = ContextVar("wire_session")


def _through(method: str) -> Callable[..., requests.Response]:
    def call(url: str, **kwargs: Any) -> requests.Response:
        return _current.get().request(method, url, **kwargs)

    return call


# Stands in for the name `requests` inside deep-translator's modules: same calls, the current bounded session.
REQUESTS = SimpleNamespace(get=_through("GET"), post=_through("POST"), exceptions=requests.exceptions)


@dataclass
class _Outcome:
    done: threading.Event = field(default_factory=threading.Event)
    value: Any = None
    error: BaseException | None = None


def bounded(session: WireSession, seconds: float, token: CancelToken, work: Callable[[], T]) -> T:
    """Run ``work`` in a thread, with ``session`` as the current one; give up after ``seconds`` or on cancel.

    Raises what ``work`` raised, DeadlineError or Cancelled. An abandoned thread ends at the
    session's own deadline; closing its socket from here would wait for the very read that does not end.
    """
    outcome = _Outcome()

    def run() -> None:
        _current.set(session)
        try:
            outcome.value = work()
        except BaseException as error:  # noqa: BLE001 - carried to the caller's thread, raised there
            outcome.error = error
        finally:
            outcome.done.set()

    threading.Thread(target=copy_context().run, args=(run,), name="wire", daemon=True).start()
    end = time.monotonic() + seconds
    while not outcome.done.wait(_POLL):
        token.check()
        if time.monotonic() > end:
            raise DeadlineError("no complete answer in time")
    session.close()
    if outcome.error is not None:
        raise outcome.error
    return outcome.value  # type: ignore[no-any-return]
