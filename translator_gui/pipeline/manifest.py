"""A manifest: a table of articles and their drafts. TSV or CSV with a header, or JSON lines; columns “source” and
“draft”, and “name” (of the output) and “format” (of the source) if wanted. Paths are relative to the manifest."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..formats.decoding import decode
from ..formats.reading import read_bytes
from ..kit.errors import FormatError

_DELIMITERS = {".tsv": "\t", ".tab": "\t", ".csv": ","}
_JSON = (".jsonl", ".ndjson")
_HEAD = 4096


@dataclass(frozen=True)
class ManifestLine:
    source: Path
    draft: Path | None
    name: str = ""
    format: str = ""


def manifest_lines(path: Path) -> list[ManifestLine] | None:
    """The lines of a manifest; None for any other file, which is told by its header. Raises FormatError, with the
    line, for one without a source; whether the files are there is not asked here."""
    kind = path.suffix.lower()
    if kind not in _DELIMITERS and kind not in _JSON:
        return None
    with path.open("rb") as handle:
        if b"draft" not in handle.read(_HEAD).lower():
            return None
    text = decode(read_bytes(path), path.name).text
    records = list(_json(text, path.name) if kind in _JSON else _table(text, _DELIMITERS[kind]))
    if not records or not {"source", "draft"} <= set(records[0][1]):
        return None
    return [_line(record, number, path) for number, record in records]


def _table(text: str, delimiter: str) -> Iterator[tuple[int, dict[str, Any]]]:
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    reader.fieldnames = [str(name).strip().lower() for name in reader.fieldnames or ()]
    for record in reader:
        yield reader.line_num, record


def _json(text: str, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise FormatError(f"“{name}”, line {number}, is not JSON.", "Each line is one object.") from error
        if not isinstance(record, dict):
            raise FormatError(f"“{name}”, line {number}, is not a JSON object.", "Each line is one object.")
        yield number, record


def _line(record: dict[str, Any], number: int, path: Path) -> ManifestLine:
    texts = {key: str(record.get(key) or "").strip() for key in ("source", "draft", "name", "format")}
    if not texts["source"]:
        raise FormatError(f"“{path.name}”, line {number}, names no source.", "Give a path in the column “source”.")
    draft = path.parent / texts["draft"] if texts["draft"] else None
    return ManifestLine(path.parent / texts["source"], draft, texts["name"], texts["format"])
