"""Firefox models the app knows: what each weighs, under which licence, and fetching one when a person said so.

Nothing here is called by ``translate``: ``download_model`` is for a button or a command that told the size and the
licence first.
"""

from __future__ import annotations

import hashlib
import importlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import httpx

from ..kit.errors import EngineError, MissingExtraError
from ..kit.extras import install_line
from ..kit.files import atomic_write
from ..kit.jobs import JobContext
from ..kit.paths import models_dir
from . import downloads, firefox_model
from .downloads import RemoteFile
from .tables import read_table

INSTALL = install_line("firefox")


@dataclass(frozen=True, slots=True)
class ModelFile:
    """size: bytes, sha256: hex, of the file as it is used."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ModelManifest:
    """What a person is shown before a download, and what is checked after it."""

    id: str
    title: str
    pair: str
    direction: str
    licence: str
    licence_url: str
    files: tuple[ModelFile, ...]

    @property
    def size(self) -> int:
        """Bytes on the disk."""
        return sum(file.size for file in self.files)

    def folder(self) -> Path:
        """Where the app keeps it."""
        return models_dir() / f"firefox-{self.id}"

    def present(self) -> bool:
        """Are all files there, in full? (They were checked when they came.)"""
        folder = self.folder()
        return all(
            (folder / file.name).is_file() and (folder / file.name).stat().st_size == file.size for file in self.files
        )


@lru_cache(maxsize=1)
def manifests() -> tuple[ModelManifest, ...]:
    """All models of resources/engines/firefox-models.toml."""
    return tuple(
        ModelManifest(
            **{key: row[key] for key in ("id", "title", "pair", "direction", "licence", "licence_url")},
            files=tuple(ModelFile(file["name"], file["size"], file["sha256"]) for file in row["file"]),
        )
        for row in read_table("firefox-models.toml")["model"]
    )


def manifest_for(pair: str) -> ModelManifest | None:
    """The model for a language pair, None when none is known."""
    return next((manifest for manifest in manifests() if manifest.pair == pair), None)


def download_model(
    manifest: ModelManifest,
    ctx: JobContext,
    *,
    base_url: str = "",
    records_url: str = "",
    attachments_url: str = "",
) -> Path:
    """Fetch a model's files into the app's folder and return it; files already there are not fetched again.

    base_url: a folder that holds the files as they are used (a mirror); "" asks Mozilla's list, whose addresses
    records_url and attachments_url replace. Resumes, verifies SHA-256, may be cancelled at any moment.
    Raises EngineError, InputError (disk), MissingExtraError (fxtranslate unpacks Mozilla's files), Cancelled.
    """
    folder = manifest.folder()
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder).free < 2 * manifest.size:
        raise EngineError(
            "There is no room on the disk for the model.", f"It needs {manifest.size * 2 // 1_000_000} MB in {folder}."
        )
    if not base_url and not firefox_model.installed():
        raise MissingExtraError("fxtranslate, which unpacks the model, is not installed.", INSTALL)
    done = 0
    with downloads.client() as http:
        listed = None if base_url else _records(http, records_url, ctx)
        for file in manifest.files:
            target = folder / file.name
            report = _reporter(ctx, manifest, done, file)
            if not _right(target, file):
                if listed is None:
                    remote = RemoteFile(f"{base_url.rstrip('/')}/{file.name}", file.size, file.sha256)
                    downloads.fetch(http, remote, target, ctx, report)
                else:
                    _fetch_listed(http, file, listed, attachments_url, target, ctx, report)
            done += file.size
    ctx.progress(manifest.size, manifest.size, manifest.title)
    return folder


def _reporter(ctx: JobContext, manifest: ModelManifest, before: int, file: ModelFile) -> Callable[[int], None]:
    return lambda have: ctx.progress(before + min(have, file.size), manifest.size, file.name)


def _right(target: Path, file: ModelFile) -> bool:
    """Is the file there and the right one? A wrong one is removed."""
    if not target.is_file():
        return False
    if target.stat().st_size == file.size:
        with target.open("rb") as handle:
            digest = hashlib.sha256()
            while block := handle.read(1 << 20):
                digest.update(block)
        if digest.hexdigest() == file.sha256:
            return True
    target.unlink()
    return False


def _records(http: httpx.Client, url: str, ctx: JobContext) -> list[dict[str, Any]]:
    """Mozilla's list of model files."""
    address = url or str(read_table("firefox-models.toml")["records"])
    ctx.check()
    try:
        response = http.get(address)
        response.raise_for_status()
        rows = response.json()["data"]
    except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
        host = httpx.URL(address).host
        hint = "Check the network and try again, or point the option “folder” to a model you have."
        raise EngineError(f"Mozilla's list of models could not be read from {host}.", hint, str(error)) from error
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _fetch_listed(
    http: httpx.Client,
    file: ModelFile,
    listed: list[dict[str, Any]],
    attachments_url: str,
    target: Path,
    ctx: JobContext,
    report: Callable[[int], None],
) -> None:
    """A file of Mozilla's list: found by its checksum, fetched packed, unpacked, checked again."""
    row = next((row for row in listed if str(row.get("decompressedHash", "")).lower() == file.sha256), None)
    attachment = row.get("attachment") if row else None
    if not isinstance(attachment, dict) or not {"location", "size", "hash"} <= attachment.keys():
        raise EngineError(
            f"Mozilla no longer offers this version of {file.name}.",
            "Update Translator GUI, or point the option “folder” to a model you have.",
        )
    root = attachments_url or str(read_table("firefox-models.toml")["attachments"])
    url = f"{root.rstrip('/')}/{attachment['location']}"
    packed = target.with_name(target.name + ".zst")
    remote = RemoteFile(url, int(attachment["size"]), str(attachment["hash"]))
    share = file.size / max(1, remote.size)
    downloads.fetch(http, remote, packed, ctx, lambda have: report(int(have * share)))
    _unpack(packed, target, file)


def _unpack(packed: Path, target: Path, file: ModelFile) -> None:
    discovery = importlib.import_module("fxtranslate").discovery
    try:
        data = discovery.verify_and_decompress(packed.read_bytes(), file.sha256)
    except ValueError as error:
        raise EngineError(f"{file.name} arrived damaged.", "Start the download again.", str(error)) from error
    finally:
        packed.unlink(missing_ok=True)
    with atomic_write(target) as out:
        out.write(data)
