"""What a batch has done, on disk: so that the same command goes on where it stopped, whatever stopped it.

journal.jsonl has a line an article, the last one counts; pairs.bin holds the pairs of articles, packed, one behind
the other, for the corpora. Both only grow while a batch runs: a half-written end is cut off when they are next read,
and what is out of date goes when it is the larger part.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from ..domain.batch import ArticleLine, ArticleState
from ..kit.errors import InputError
from ..kit.files import atomic_write, write_error
from ..store.lock import FileLock, Locked

_SLACK = 1_000_000  # bytes that are not worth a second copy
_HISTOGRAMS = ("divergence", "words", "ratio")


@dataclass(frozen=True)
class _Entry:
    """Where an article's line and pairs lie, and what made them. key: "" for one that failed."""

    key: str
    place: int
    part: tuple[int, int]


def key_of(name: str, signature: str, texts: Iterable[bytes | None]) -> str:
    """Equal when the same texts are done by the same recipe under the same name."""
    digest = blake2b(f"{name}\x1f{signature}".encode("utf-8", "surrogatepass"), digest_size=16)
    for text in texts:
        digest.update(b"\x1f" + (b"-" if text is None else blake2b(text, digest_size=16).digest()))
    return digest.hexdigest()


class Journal:
    """One batch at a time: held from open() to close(). Raises InputError when another one holds the folder, or it
    cannot be written."""

    def __init__(self, folder: Path) -> None:
        self._lines, self._pairs = folder / "journal.jsonl", folder / "pairs.bin"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = FileLock(self._lines)
        except Locked as error:
            hint = f"It is {error.holder}." if error.holder else "Wait for it, or choose another folder."
            raise InputError("Another batch writes into this folder.", hint) from error
        except OSError as error:
            raise write_error(folder, error) from error
        self._entries: dict[str, _Entry] = {}
        self._load()
        self._compact()
        self._append = self._lines.open("ab")
        self._append_pairs = self._pairs.open("ab")

    def close(self) -> None:
        self._append.close()
        self._append_pairs.close()
        self._lock.release()

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- asking --------------------------------------------------------------------------------------------------

    def done(self, name: str, key: str, out: Path) -> ArticleLine | None:
        """The line of an article that needs no doing: made of the same, and its files are still there."""
        entry = self._entries.get(name)
        if entry is None or entry.key != key:
            return None
        record = self._record(entry)
        for file, size in record["sizes"].items():
            with contextlib.suppress(OSError):
                if (out / file).stat().st_size == size:
                    continue
            return None
        return dataclasses.replace(_line(record["line"]), state=ArticleState.KEPT)

    def line(self, name: str) -> ArticleLine:
        return _line(self._record(self._entries[name])["line"])

    def pairs(self, name: str) -> bytes:
        return self._part(self._entries[name])

    def _part(self, entry: _Entry) -> bytes:
        offset, length = entry.part
        if not length:
            return b""
        with self._pairs.open("rb") as handle:
            handle.seek(offset)
            return handle.read(length)

    def _record(self, entry: _Entry) -> dict[str, Any]:
        with self._lines.open("rb") as handle:
            handle.seek(entry.place)
            record: dict[str, Any] = json.loads(handle.readline())
            return record

    # -- telling -------------------------------------------------------------------------------------------------

    def record(self, line: ArticleLine, key: str, sizes: Mapping[str, int], part: bytes = b"") -> None:
        """Raises InputError when the disk is full."""
        try:
            offset = self._append_pairs.seek(0, os.SEEK_END)
            self._append_pairs.write(part)
            self._append_pairs.flush()
            place = self._append.seek(0, os.SEEK_END)
            record = {"name": line.name, "key": key, "part": [offset, len(part)], "sizes": dict(sizes)}
            record["line"] = dataclasses.asdict(line)
            self._append.write(json.dumps(record).encode("ascii") + b"\n")
            self._append.flush()
        except OSError as error:
            raise write_error(self._lines, error) from error
        self._entries[line.name] = _Entry(key, place, (offset, len(part)))

    # -- reading -------------------------------------------------------------------------------------------------

    def _load(self) -> None:
        if not self._lines.exists():
            self._pairs.write_bytes(b"")
            return
        there = self._pairs.stat().st_size if self._pairs.exists() else 0
        good = 0
        for place, record in self._records():
            offset, length = record["part"]
            complete = offset + length <= there
            self._entries[record["name"]] = _Entry(record["key"] if complete else "", place, (offset, length))
        with self._lines.open("rb+") as handle:
            good = handle.read().rfind(b"\n") + 1
            handle.truncate(good)

    def _compact(self) -> None:
        """Both files anew, with what counts alone. The pairs come first: lines that point into other pairs than they
        did are done anew, lines that point past the end as well."""
        if not self._entries:
            return
        alive = sum(entry.part[1] for entry in self._entries.values())
        lines = sum(1 for _ in self._records())
        if lines <= 2 * len(self._entries) and self._pairs.stat().st_size <= 2 * alive + _SLACK:
            return
        entries, place, offset = self._entries, 0, 0
        self._entries = {}
        fresh = self._pairs.with_name(f"pairs-{os.getpid()}.bin")
        with atomic_write(self._lines) as new_lines, fresh.open("wb") as new_pairs:
            for name, entry in entries.items():
                record = self._record(entry)
                part = self._part(entry)
                record["part"] = [offset, len(part)]
                line = json.dumps(record).encode("ascii") + b"\n"
                new_lines.write(line)
                new_pairs.write(part)
                self._entries[name] = _Entry(entry.key, place, (offset, len(part)))
                place, offset = place + len(line), offset + len(part)
            new_pairs.flush()
            # Without lines between the two renames: a program that ends there starts from nothing, and loses no file.
            self._lines.unlink()
            os.replace(fresh, self._pairs)

    def _records(self) -> Iterator[tuple[int, dict[str, Any]]]:
        place = 0
        with self._lines.open("rb") as handle:
            for line in handle:
                if line.endswith(b"\n"):
                    with contextlib.suppress(ValueError, KeyError):  # a line that a full disk cut: done anew
                        record = json.loads(line)
                        if {"name", "key", "part", "sizes", "line"} <= set(record):
                            yield place, record
                place += len(line)


def _line(record: dict[str, Any]) -> ArticleLine:
    values = dict(record)
    values["state"] = ArticleState(values["state"])
    for name in _HISTOGRAMS:  # JSON keys are texts
        values[name] = {int(key): count for key, count in values[name].items()}
    return ArticleLine(**{**values, "warnings": tuple(values["warnings"]), "files": tuple(values["files"])})
