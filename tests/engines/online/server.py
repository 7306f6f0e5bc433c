"""A local HTTP server that speaks each service's protocol, faults included. Real sockets, real bytes."""

from __future__ import annotations

import json
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

WORDS = {"bonjour": "hello", "le maire": "the mayor", "il pleut.": "it rains."}


def english(text: str) -> str:
    """What the pretended service translates to: known phrases, else the text between marks."""
    return WORDS.get(text.lower(), f"EN({text})")


@dataclass
class Exchange:
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes

    def json(self) -> dict:
        return json.loads(self.body)


@dataclass
class Service:
    """answer: Exchange -> (status, body) in the service's own protocol. faults: used up first, one an exchange."""

    answer: Callable[[Exchange], tuple[int, object]]
    faults: list[Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=list)
    always: Callable[[BaseHTTPRequestHandler], None] | None = None
    seen: list[Exchange] = field(default_factory=list)
    url: str = ""
    stop: threading.Event = field(default_factory=threading.Event)


def google(exchange: Exchange) -> tuple[int, object]:
    text = exchange.query["q"]
    return 200, f'<html><body><div class="result-container">{english(text)}</div></body></html>'


def mymemory(exchange: Exchange) -> tuple[int, object]:
    if exchange.query["langpair"] != "fr-FR|en-GB":
        return 200, {"responseData": {"translatedText": "'FR' IS AN INVALID SOURCE LANGUAGE"}, "matches": []}
    return 200, {"responseData": {"translatedText": english(exchange.query["q"])}, "matches": []}


def microsoft(exchange: Exchange) -> tuple[int, object]:
    if exchange.headers.get("ocp-apim-subscription-key") != "right-key":
        return 401, {"error": {"code": 401000, "message": "The request is not authorized"}}
    return 200, [{"translations": [{"text": english(exchange.json()[0]["text"]), "to": "en"}]}]


def libre(exchange: Exchange) -> tuple[int, object]:
    if exchange.query.get("api_key") == "wrong-key":
        return 403, {"error": "Invalid API key"}
    return 200, {"translatedText": english(exchange.query["q"])}


def deepl(exchange: Exchange) -> tuple[int, object]:
    if exchange.headers.get("authorization") != "DeepL-Auth-Key right-key:fx":
        return 403, {"message": "Forbidden"}
    translations = [
        {"detected_source_language": "FR", "text": english(text), "billed_characters": len(text)}
        for text in exchange.json()["text"]
    ]
    return 200, {"translations": translations}


def openai(exchange: Exchange) -> tuple[int, object]:
    last = exchange.json()["messages"][-1]["content"]
    text = last.removeprefix("<segment>").removesuffix("</segment>")
    return 200, {"choices": [{"message": {"role": "assistant", "content": english(text)}, "finish_reason": "stop"}]}


def status(code: int, body: object = "", headers: dict[str, str] | None = None) -> Callable[..., None]:
    def fault(handler: BaseHTTPRequestHandler) -> None:
        send(handler, code, body, headers)

    return fault


def dripping(handler: BaseHTTPRequestHandler) -> None:
    """A byte now and then, for as long as somebody listens."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    stop: threading.Event = handler.server.service.stop  # type: ignore[attr-defined]
    while not stop.wait(0.05):
        handler.wfile.write(b" ")
        handler.wfile.flush()


def silent(handler: BaseHTTPRequestHandler) -> None:
    handler.server.service.stop.wait(20)  # type: ignore[attr-defined]


def truncated(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"translatedText": "hel')
    handler.close_connection = True


def reset(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.shutdown(socket.SHUT_RDWR)
    handler.close_connection = True


def portal(handler: BaseHTTPRequestHandler) -> None:
    send(handler, 200, "<!DOCTYPE html><html><body>Welcome to the hotel. Please log in.</body></html>")


def send(handler: BaseHTTPRequestHandler, code: int, body: object, headers: dict[str, str] | None = None) -> None:
    data = body.encode() if isinstance(body, str) else json.dumps(body).encode()
    handler.send_response(code)
    for name, value in {"Content-Length": str(len(data)), **(headers or {})}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(data)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def _serve(self) -> None:
        service: Service = self.server.service  # type: ignore[attr-defined]
        parts = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        query = {k: v[0] for k, v in parse_qs(parts.query).items()}
        exchange = Exchange(parts.path, query, {k.lower(): v for k, v in self.headers.items()}, body)
        service.seen.append(exchange)
        fault = service.faults.pop(0) if service.faults else service.always
        try:
            if fault is not None:
                fault(self)
            else:
                send(self, *service.answer(exchange))
        except OSError:
            self.close_connection = True  # the client gave up, as it should

    do_GET = do_POST = _serve

    def log_message(self, format: str, *args: object) -> None:
        return None


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        return None  # sockets closed under us are the point of these tests


@contextmanager
def serving(
    answer: Callable[[Exchange], tuple[int, object]], encrypted: ssl.SSLContext | None = None
) -> Iterator[Service]:
    server = _Server(("127.0.0.1", 0), _Handler)
    if encrypted is not None:
        server.socket = encrypted.wrap_socket(server.socket, server_side=True)
    service = Service(answer, url=f"http://127.0.0.1:{server.server_port}")
    server.service = service  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        service.stop.set()
        server.shutdown()
        server.server_close()
        thread.join(5)


def until(condition: Callable[[], bool], seconds: float = 5.0) -> bool:
    """Wait for a condition that another thread brings about."""
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.01)
    return condition()
