"""Fetching a model from a real local server: whole, resumed, damaged, refused, cancelled, from Mozilla's list."""

from __future__ import annotations

import hashlib
import json
import struct
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from translator_gui.engines import downloads, firefox_model, model_store
from translator_gui.engines.catalogue import build_engine, engine_info
from translator_gui.engines.model_store import ModelFile, ModelManifest, download_model, manifests
from translator_gui.kit.errors import Cancelled, EngineError
from translator_gui.kit.jobs import JobContext

DATA = {name: bytes(range(256)) * size for name, size in (("model.fren.x.bin", 900), ("vocab.fren.spm", 40))}


@dataclass
class Server:
    """faults: what goes wrong with the next GETs, in order: "cut", "500", "404", "noresume", "damage"."""

    files: dict[str, bytes]
    faults: list[str] = field(default_factory=list)
    ranges: list[str] = field(default_factory=list)
    url: str = ""

    def handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                fault = server.faults.pop(0) if server.faults else ""
                body = server.files.get(self.path.lstrip("/"))
                wanted = self.headers.get("Range", "")
                server.ranges.append(wanted)
                if body is None or fault in ("404", "500"):
                    self.send_error(int(fault or 404))
                    return
                start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
                if wanted and fault == "noresume":
                    self.send_error(416)
                    return
                self.send_response(206 if wanted else 200)
                if wanted:
                    self.send_header("Content-Range", f"bytes {start}-{len(body) - 1}/{len(body)}")
                self.send_header("Content-Length", str(len(body) - start))
                self.end_headers()
                part = body[start:]
                if fault == "damage":
                    part = b"!" + part[1:]
                self.wfile.write(part[: len(part) // 2] if fault == "cut" else part)
                self.close_connection = True

            def log_message(self, *args: object) -> None:
                return None

        return Handler


@pytest.fixture
def server() -> Iterator[Server]:
    served = Server(dict(DATA))
    http = ThreadingHTTPServer(("127.0.0.1", 0), served.handler())
    served.url = f"http://127.0.0.1:{http.server_port}"
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield served
    http.shutdown()
    http.server_close()
    thread.join()


@pytest.fixture
def manifest(monkeypatch: pytest.MonkeyPatch) -> ModelManifest:
    monkeypatch.setattr(downloads, "_PAUSE", 0.001)
    files = tuple(ModelFile(name, len(body), hashlib.sha256(body).hexdigest()) for name, body in DATA.items())
    return ModelManifest("test", "A test model", "fr-en", "fren", "MPL-2.0", "https://example.org", files)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_model_is_fetched_whole_with_progress(server: Server, manifest: ModelManifest) -> None:
    seen: list[tuple[int, int]] = []
    ctx = JobContext(progress=lambda done, total, text: seen.append((done, total)))
    folder = download_model(manifest, ctx, base_url=server.url)
    assert contents(folder) == DATA
    assert seen == sorted(seen)
    assert seen[-1] == (manifest.size, manifest.size)
    assert manifest.present()
    server.ranges.clear()
    download_model(manifest, ctx, base_url=server.url)
    assert server.ranges == []  # nothing is fetched twice


def test_a_cut_connection_is_resumed_where_it_stopped(server: Server, manifest: ModelManifest, ctx: JobContext) -> None:
    server.faults = ["cut", "500", "cut", ""]
    assert contents(download_model(manifest, ctx, base_url=server.url)) == DATA
    half = len(DATA["model.fren.x.bin"]) // 2
    assert server.ranges[:4] == ["", f"bytes={half}-", f"bytes={half}-", f"bytes={half + half // 2}-"]


def test_a_server_that_cannot_resume_begins_anew(server: Server, manifest: ModelManifest, ctx: JobContext) -> None:
    server.faults = ["cut", "noresume", ""]
    assert contents(download_model(manifest, ctx, base_url=server.url)) == DATA


def test_a_damaged_file_is_refused_and_removed(server: Server, manifest: ModelManifest, ctx: JobContext) -> None:
    server.faults = ["damage"]
    with pytest.raises(EngineError, match="damaged"):
        download_model(manifest, ctx, base_url=server.url)
    assert contents(manifest.folder()) == {}


def test_a_refusal_and_a_dead_server_say_what_to_do(server: Server, manifest: ModelManifest, ctx: JobContext) -> None:
    server.faults = ["404"]
    with pytest.raises(EngineError, match="404") as refused:
        download_model(manifest, ctx, base_url=server.url)
    assert refused.value.hint
    with pytest.raises(EngineError, match=r"127\.0\.0\.1") as dead:
        download_model(manifest, ctx, base_url="http://127.0.0.1:9")
    assert "goes on where it stopped" in dead.value.hint


def test_cancel_keeps_the_part_and_the_next_call_goes_on(server: Server, manifest: ModelManifest) -> None:
    ctx = JobContext()

    def stop(done: int, total: int, text: str) -> None:
        if done > 50_000:
            ctx.token.cancel()

    stopping = JobContext(ctx.token, stop)
    with pytest.raises(Cancelled):
        download_model(manifest, stopping, base_url=server.url)
    part = manifest.folder() / "model.fren.x.bin.part"
    kept = part.stat().st_size
    assert 0 < kept < len(DATA["model.fren.x.bin"])
    assert contents(download_model(manifest, JobContext(), base_url=server.url)) == DATA
    assert f"bytes={kept}-" in server.ranges


def zstd_frame(body: bytes) -> bytes:
    """A Zstandard frame of raw blocks (RFC 8878): what Mozilla's files are packed in, without a compressor."""
    blocks = [body[i : i + 100_000] for i in range(0, len(body), 100_000)]
    out = struct.pack("<IB", 0xFD2FB528, 0xA0) + struct.pack("<I", len(body))
    for number, block in enumerate(blocks):
        header = len(block) << 3 | (number == len(blocks) - 1)
        out += struct.pack("<I", header)[:3] + block
    return out


def test_mozillas_list_leads_to_the_packed_files(server: Server, manifest: ModelManifest, ctx: JobContext) -> None:
    if not firefox_model.installed():
        pytest.skip('needs pip install "translator-gui[firefox]"')
    rows = []
    for file in manifest.files:
        packed = zstd_frame(DATA[file.name])
        server.files[f"at/{file.name}.zst"] = packed
        attachment = {
            "location": f"at/{file.name}.zst",
            "size": len(packed),
            "hash": hashlib.sha256(packed).hexdigest(),
        }
        rows.append({"name": file.name, "decompressedHash": file.sha256, "attachment": attachment})
    server.files["records"] = json.dumps({"data": rows}).encode()
    addresses = {"records_url": f"{server.url}/records", "attachments_url": f"{server.url}/"}
    assert contents(download_model(manifest, ctx, **addresses)) == DATA
    server.files["records"] = json.dumps({"data": []}).encode()
    (manifest.folder() / "vocab.fren.spm").unlink()
    with pytest.raises(EngineError, match="no longer offers"):
        download_model(manifest, ctx, **addresses)


def test_a_full_disk_is_told_before_anything_is_fetched(
    server: Server, manifest: ModelManifest, ctx: JobContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model_store.shutil, "disk_usage", lambda folder: type("Usage", (), {"free": 10})())
    with pytest.raises(EngineError, match="no room"):
        download_model(manifest, ctx, base_url=server.url)
    assert server.ranges == []


def test_what_is_missing_is_told_with_size_and_licence() -> None:
    if not firefox_model.installed():
        pytest.skip('needs pip install "translator-gui[firefox]"')
    info = engine_info("firefox")
    assert not info.availability.ok
    assert "37 MB" in info.availability.why
    assert "MPL-2.0" in info.availability.why
    (french,) = [manifest for manifest in manifests() if manifest.pair == "fr-en"]
    assert french.size == 31_561_787 + 4_824_120 + 814_404


def test_translating_never_fetches(server: Server, ctx: JobContext) -> None:
    if not firefox_model.installed():
        pytest.skip('needs pip install "translator-gui[firefox]"')
    from tests.engines.conftest import requests

    engine = build_engine("firefox", {"url": server.url}, cache=False)
    (answer,) = engine.translate(requests("Bonjour le monde."), ctx)
    assert "not on this machine" in answer.error
    assert server.ranges == []
