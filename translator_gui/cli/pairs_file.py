"""Reads pairs from JSON lines; a line that is none becomes a BadLine in its place, so that the answers keep step."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..domain.score import Pair
from ..kit.errors import InputError


@dataclass(frozen=True)
class GoodLine:
    """id: as it was written, any JSON value."""

    id: Any
    pair: Pair


@dataclass(frozen=True)
class BadLine:
    """number: 1-based. why: a sentence."""

    id: Any
    number: int
    why: str


def read_pairs(path: Path) -> Iterator[GoodLine | BadLine]:
    """Lines of {"id", "source", "target"}; blank ones are passed over. Raises InputError for an unreadable file."""
    try:
        with path.open("rb") as handle:
            for number, line in enumerate(handle, start=1):
                if line.strip():
                    yield _read(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line, number)
    except OSError as error:
        raise _unreadable(path, error) from error


def count_lines(path: Path) -> int:
    """Lines that are not blank. Raises InputError for an unreadable file."""
    try:
        with path.open("rb") as handle:
            return sum(not line.isspace() for line in handle)
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> InputError:
    return InputError(f"“{path}” cannot be read.", "Check the path.", error.strerror or "")


def _read(line: bytes, number: int) -> GoodLine | BadLine:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        return BadLine(None, number, f"Line {number} is not UTF-8.")
    except (json.JSONDecodeError, RecursionError):
        return BadLine(None, number, f"Line {number} is not JSON.")
    if not isinstance(record, dict):
        return BadLine(None, number, f"Line {number} is not a JSON object.")
    texts = [record.get("source"), "" if record.get("target", 0) is None else record.get("target")]
    if not all(isinstance(text, str) for text in texts):
        return BadLine(record.get("id"), number, f"Line {number} lacks a “source” or a “target” text.")
    return GoodLine(record.get("id"), Pair(str(number), texts[0] or "", texts[1] or ""))
