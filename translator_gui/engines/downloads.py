"""One file over HTTP: resumed where it stopped, checked against size and SHA-256, cancellable between blocks.

Half a file waits as NAME.part; the file itself appears only when it is whole and right.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import httpx

from ..kit.errors import EngineError
from ..kit.files import write_error
from ..kit.jobs import JobContext

_ATTEMPTS = 6
_PAUSE = 0.5  # seconds before the second attempt, doubled each time
_TIMEOUT = httpx.Timeout(20.0, connect=10.0)


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """size: bytes. sha256: hex. Both of the file as it travels."""

    url: str
    size: int
    sha256: str


class _Interrupted(Exception):
    """The connection ended early; what came is kept and the rest is asked for."""


class _NoResume(_Interrupted):
    """The server cannot give the rest of the file: begin anew."""


def client() -> httpx.Client:
    """An HTTP client as downloads want it: time limits, proxies of the environment, redirects followed."""
    return httpx.Client(timeout=_TIMEOUT, follow_redirects=True, headers={"User-Agent": "translator-gui"})


def fetch(
    http: httpx.Client, remote: RemoteFile, target: Path, ctx: JobContext, progress: Callable[[int], None]
) -> Path:
    """Bring ``remote`` to ``target``. progress: bytes of this file so far.

    Raises EngineError (no network, refused, wrong checksum), InputError (disk), Cancelled: the part stays then, and
    the next call goes on from it.
    """
    part = target.with_name(target.name + ".part")
    for attempt in range(_ATTEMPTS):
        ctx.check()
        try:
            _stream(http, remote, part, ctx, progress)
            break
        except (_Interrupted, httpx.TransportError) as error:
            if attempt == _ATTEMPTS - 1:
                raise _unreachable(remote, str(error) or type(error).__name__) from error
            if isinstance(error, _NoResume):
                part.unlink(missing_ok=True)
            ctx.token.wait(_PAUSE * 2**attempt)
        except OSError as error:
            raise write_error(part, error) from error
    _verify(part, remote)
    os.replace(part, target)
    return target


def _stream(
    http: httpx.Client, remote: RemoteFile, part: Path, ctx: JobContext, progress: Callable[[int], None]
) -> None:
    have = part.stat().st_size if part.exists() else 0
    if have > remote.size:
        part.unlink()
        have = 0
    if have == remote.size:
        return
    headers = {"Range": f"bytes={have}-"} if have else {}
    # No compression on the way: a range counts bytes of the file itself.
    with http.stream("GET", remote.url, headers={**headers, "Accept-Encoding": "identity"}) as response:
        have = _start(response, remote, have)
        with part.open("ab" if have else "wb") as out:
            for block in response.iter_bytes():
                ctx.check()
                out.write(block)
                have += len(block)
                if have > remote.size:
                    break
                progress(have)
    if have > remote.size:
        part.unlink()
        raise EngineError("The server sends another file than was announced.", "Nothing was kept. Try again later.")
    if have < remote.size:
        raise _Interrupted(f"{have} of {remote.size} bytes came")


def _start(response: httpx.Response, remote: RemoteFile, have: int) -> int:
    """Where in the file the answer begins. Raises for any answer that is not the file."""
    status = response.status_code
    if status == 206 and response.headers.get("Content-Range", "").startswith(f"bytes {have}-"):
        return have
    if status == 200:
        return 0
    if status in (408, 425, 429) or status >= 500:
        raise _Interrupted(f"the server answered {status}")
    if status in (206, 416):
        raise _NoResume(f"the server answered {status} to a range")
    raise EngineError(
        f"The model cannot be fetched: the server answered {status}.",
        "The model may have moved: try again later, or point the option “folder” to a model you have.",
        remote.url,
    )


def _unreachable(remote: RemoteFile, detail: str) -> EngineError:
    host = httpx.URL(remote.url).host
    return EngineError(
        f"The model could not be fetched from {host}.",
        "Check the network and start again: it goes on where it stopped.",
        detail,
        transient=True,
    )


def _verify(part: Path, remote: RemoteFile) -> None:
    digest = hashlib.sha256()
    with part.open("rb") as handle:
        while block := handle.read(1 << 20):
            digest.update(block)
    if digest.hexdigest() != remote.sha256:
        part.unlink()
        raise EngineError(
            f"{part.stem} arrived damaged (wrong checksum).", "Nothing was kept. Start the download again."
        )
