"""Inputs that took an importer where no other did, kept from runs of the fuzzer: corpora/FORMAT.zip.

An input is the file itself; for a format that is an archive it is a member's name, a line break and what that member
holds, the rest of the archive being sound: bytes changed inside a compressed file reach nothing but its checksum.
"""

from __future__ import annotations

import contextlib
import sys
import zipfile
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from translator_gui.formats import catalogue
from translator_gui.kit.errors import AppError

from . import mutations

FOLDER = Path(__file__).parent / "corpora"
LONGEST = 16_000  # bytes of an input: what is longer says nothing new, and slowly
_ROOMS = ("/formats/", "/polib", "/openpyxl/", "/docx/", "/markdown_it/", "/cssselect/")


def is_archive(format_id: str) -> bool:
    return mutations.seeds(format_id)[0][:2] == b"PK"


@cache
def _sound(format_id: str) -> tuple[dict[str, bytes], ...]:
    """The members of each sound archive."""
    return tuple(dict(mutations.members(data)) for data in mutations.seeds(format_id))


def seeds(format_id: str) -> list[bytes]:
    """The inputs a fuzzer starts from."""
    if not is_archive(format_id):
        return [*mutations.seeds(format_id)]
    members = {name.encode() + b"\n" + data for each in _sound(format_id) for name, data in each.items()}
    return sorted(each for each in members if len(each) <= LONGEST)


def file_of(format_id: str, given: bytes) -> bytes:
    """The file that an input stands for."""
    if not is_archive(format_id):
        return given
    name, _, content = given.partition(b"\n")
    member = name.decode("utf-8", "replace").replace("\x00", "?")[:200]
    base = next((each for each in _sound(format_id) if member in each), _sound(format_id)[0])
    files = {**base, member: content} if member else base
    return mutations.archive_of(files.items(), zipfile.ZIP_STORED)  # a fuzzer has no time to compress


def known() -> set[str]:
    """The formats that inputs are kept for."""
    return {path.stem for path in FOLDER.glob("*.zip")}


def kept(format_id: str) -> list[bytes]:
    with zipfile.ZipFile(FOLDER / f"{format_id}.zip") as archive:
        return [archive.read(info) for info in archive.infolist()]


def keep(format_id: str, given: Iterable[bytes]) -> int:
    """Write the fewest and shortest inputs that run every line they run together; how many."""
    importer, seen, chosen = catalogue.importer(format_id), set[Any](), []
    for each in sorted(set(given), key=lambda data: (len(data), data)):

        def read(data: bytes = file_of(format_id, each)) -> None:
            with contextlib.suppress(AppError):
                importer.read(data, f"file.{format_id}", mutations.options(format_id, data))

        if len(each) <= LONGEST and not (steps := _steps(read)) <= seen:
            seen |= steps
            chosen.append(each)
    FOLDER.mkdir(exist_ok=True)
    with zipfile.ZipFile(FOLDER / f"{format_id}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for each in chosen:
            archive.writestr(zipfile.ZipInfo(sha256(each).hexdigest()[:12]), each, zipfile.ZIP_DEFLATED)
    return len(chosen)


def _steps(work: Callable[[], None]) -> set[tuple[CodeType, int, int]]:
    """From which line to which the importers went."""
    steps: set[tuple[CodeType, int, int]] = set()

    def entered(frame: FrameType, event: str, _: Any) -> Any:
        if not any(room in frame.f_code.co_filename for room in _ROOMS):
            return None
        last = 0

        def at(inner: FrameType, what: str, _: Any) -> Any:
            nonlocal last
            if what == "line":
                steps.add((inner.f_code, last, inner.f_lineno))
                last = inner.f_lineno
            return at

        return at

    before = sys.gettrace()
    sys.settrace(entered)
    try:
        work()
    finally:
        sys.settrace(before)
    return steps
