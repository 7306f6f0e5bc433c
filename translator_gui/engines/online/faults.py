"""Whatever went wrong on the wire -> one EngineError a translator understands, without the key and without the text."""

from __future__ import annotations

import json
from dataclasses import dataclass
from urllib.parse import urlsplit

import requests

from ...kit.errors import EngineError
from .wire import DeadlineError, WireSession

_BAD_ADDRESS = (
    requests.exceptions.InvalidURL,
    requests.exceptions.InvalidSchema,
    requests.exceptions.MissingSchema,
)


class BadAnswerError(Exception):
    """The service answered, but not with a translation. The text says what it was."""


@dataclass(frozen=True)
class _Status:
    message: str
    hint: str
    transient: bool = False


_STATUS = {
    400: _Status("{0} did not understand the request.", "Check the engine's options: model, languages, address."),
    401: _Status("{0} does not accept the key.", "Enter it again in Preferences › Engines."),
    402: _Status("{0} wants a payment first.", "Look at your account there, or choose another engine."),
    403: _Status("{0} refuses access.", "Check the key and what it may be used for, in Preferences › Engines."),
    404: _Status("{0} has nothing at that address.", "Check the address and the model in Preferences › Engines."),
    407: _Status("The proxy wants a name and a password.", "Put them into the proxy address in Preferences › Engines."),
    408: _Status("{0} took too long.", "Try again later.", True),
    413: _Status("The text is too long for {0}.", "Split the segment, or choose another engine."),
    414: _Status("The text is too long for {0}.", "Split the segment, or choose another engine."),
    429: _Status("{0} gets too many requests from here.", "Wait a few minutes, or choose another engine.", True),
    456: _Status("The quota at {0} is used up.", "Wait for the next period, or choose another engine."),
    529: _Status("{0} is overloaded.", "Try again in a few minutes.", True),
}
_SERVER = _Status("{0} has a fault of its own.", "Try again in a few minutes, or choose another engine.", True)
_OTHER = _Status("{0} answered with an error.", "Try again later, or choose another engine.")


def explain(service: str, error: BaseException, session: WireSession) -> EngineError:
    """The EngineError for a failed exchange. ``session`` knows what really happened."""
    real = session.last_error or error
    network = _network_fault(service, real)
    if network is not None:
        return network
    response = session.last_response
    if response is not None and _is_portal(response, session.last_url):
        return EngineError(
            f"Something else answered in the place of {service}: a log-in page of the network, it seems.",
            "Open a web browser, log in to the network there, then try again.",
        )
    if response is not None and not 200 <= response.status_code < 300:
        return _status_fault(service, response)
    why = str(error) if isinstance(error, BadAnswerError) else f"unreadable answer ({type(error).__name__})"
    return EngineError(
        f"{service} answered, but not with a translation: {why}.", "Try again later, or choose another engine."
    )


def _network_fault(service: str, error: BaseException) -> EngineError | None:
    """Types only: the text of these exceptions holds the address, and some services want the key in the address."""
    name = type(error).__name__
    if isinstance(error, (DeadlineError, requests.Timeout)):
        return EngineError(f"{service} did not answer in time.", "Try again later.", name, transient=True)
    if isinstance(error, requests.exceptions.ProxyError):
        return EngineError("The proxy does not answer.", "Check the proxy in Preferences › Engines.", name)
    if isinstance(error, requests.exceptions.SSLError):
        hint = "Check the clock of this machine, and whether the network inspects secure connections."
        return EngineError(f"The secure connection to {service} failed.", hint, name)
    if isinstance(error, (requests.exceptions.ChunkedEncodingError, requests.exceptions.ContentDecodingError)):
        return EngineError(f"The answer of {service} broke off.", "Try again.", name, transient=True)
    if isinstance(error, _BAD_ADDRESS):
        hint = "It begins with http:// or https://. Correct it in Preferences › Engines."
        return EngineError(f"The address of {service} is not a web address.", hint, name)
    if isinstance(error, requests.ConnectionError):
        return _connection_fault(service, error)
    return None


def _connection_fault(service: str, error: requests.ConnectionError) -> EngineError:
    chain = repr(error)
    if "NameResolution" in chain or "getaddrinfo" in chain or "Name or service not known" in chain:
        hint = "Is this machine online? The offline engine needs no network."
        return EngineError(f"{service} cannot be found on the network.", hint, "DNS")
    if "refused" in chain:
        return EngineError(f"Nothing answers at the address of {service}.", "Is the server running there?", "refused")
    hint = "Is this machine online? The offline engine needs no network."
    return EngineError(f"The connection to {service} broke.", hint, type(error).__name__, transient=True)


def _status_fault(service: str, response: requests.Response) -> EngineError:
    status = response.status_code
    known = _STATUS.get(status, _SERVER if status >= 500 else _OTHER)
    return EngineError(known.message.format(service), known.hint, f"HTTP {status}", known.transient)


def _is_portal(response: requests.Response, asked: str) -> bool:
    """A page of another host, or HTML where JSON was asked for, with a status that claims success."""
    other_host = urlsplit(response.url or asked).hostname != urlsplit(asked).hostname
    redirected = response.status_code in (302, 303, 307, 511)
    return other_host or redirected or (response.status_code == 200 and _html_instead_of_json(response))


def _html_instead_of_json(response: requests.Response) -> bool:
    if urlsplit(response.url or "").path == "/m":  # Google's page for small screens is HTML by design
        return False
    head = response.content[:200].lstrip().lower()
    return head.startswith((b"<!doctype html", b"<html"))


def parsed(response: requests.Response) -> object:
    """The answer as JSON. Raises BadAnswerError."""
    try:
        value: object = json.loads(response.content)
    except ValueError as error:
        raise BadAnswerError("it is cut off or is no JSON") from error
    return value
