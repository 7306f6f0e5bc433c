"""Tables of pairs: TSV and CSV with a header or without, and JSON lines."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from ..domain.article import Document
from ..domain.language import LanguagePair
from ..domain.segment import Exclusion, State
from ..kit.errors import FormatError
from .bilingual_rows import BilingualRows, member, segment_of, target_of
from .decoding import decode
from .export_tables import FORMULA

_NAMES = {
    "source": ("source", "src", "fr", "french", "français", "source text", "source segment"),
    "target": ("target", "tgt", "en", "english", "anglais", "target text", "target segment", "translation"),
    "id": ("id", "key", "no.", "nr"),
    "notes": ("notes", "note", "comment", "comments"),
}
_OWN = ("origin", "engine", "by", "at", "rejected", "paragraph", "kind", "level", "exclusion", "gap")
_ONE_OBJECT = "Each line must be one JSON object."
_QUOTED = re.compile("'" + FORMULA.pattern)


class _TableImporter:
    format: ClassVar[str]
    extensions: ClassVar[tuple[str, ...]]
    delimiter: ClassVar[str]

    def sniff(self, head: bytes, name: str) -> float:
        return 0.9 if name.lower().endswith(self.extensions) else 0.0

    def read(self, data: bytes, name: str, options: Mapping[str, Any]) -> Document:
        """Raises FormatError, with the line, for a table that has no two columns."""
        decoded = decode(data, name, forced=str(options.get("encoding", "")))
        table = _parse(decoded.text, self._delimiter(decoded.text), name)
        if not table:
            raise FormatError(f"“{name}” holds no translation unit.", "Is it the right file?")
        columns = _columns(table[0][1])
        if columns:
            table = table[1:]
        else:
            columns = {"source": 0, "target": 1}
        # An apostrophe before a formula was put there by an export for spreadsheets, if it is before all of them.
        unquote = not any(FORMULA.match(cell) and not cell.startswith("'") for _, row in table for cell in row)
        rows = BilingualRows()
        for warning in decoded.warnings:
            rows.warn(warning)
        for line, row in table:
            if max(columns["source"], columns["target"]) >= len(row):
                raise FormatError(f"“{name}” has no translation in line {line}.", "Every line needs two columns.")
            cells = [cell[1:] if unquote and _QUOTED.match(cell) else cell for cell in row]
            _add(rows, {key: cells[place] for key, place in columns.items() if place < len(cells)})
        return rows.document(self.format, name)

    def _delimiter(self, text: str) -> str:
        """A CSV of a French or German Excel has semicolons."""
        first = text.partition("\n")[0]
        return ";" if self.delimiter == "," and first.count(";") > first.count(",") else self.delimiter


class CsvImporter(_TableImporter):
    format = "csv"
    extensions = (".csv",)
    delimiter = ","


class TsvImporter(_TableImporter):
    format = "tsv"
    extensions = (".tsv", ".tab")
    delimiter = "\t"


def _parse(text: str, delimiter: str, name: str) -> list[tuple[int, list[str]]]:
    """(line number, cells) of every row that is not blank."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    table: list[tuple[int, list[str]]] = []
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                table.append((reader.line_num, row))
    except csv.Error as error:
        hint = "Is a quotation mark missing?"
        raise FormatError(f"“{name}” is no table at line {reader.line_num}.", hint, str(error)) from error
    return table


def _columns(header: Sequence[str]) -> dict[str, int]:
    """Column name -> place; {} when the first row is no header."""
    words = [cell.strip().lower() for cell in header]
    found = {key: words.index(name) for key, names in _NAMES.items() for name in names[::-1] if name in words}
    if "source" not in found or "target" not in found:
        return {}
    return found | {key: words.index(key) for key in ("state", "excluded", *_OWN) if key in words}


def _add(rows: BilingualRows, cells: Mapping[str, str]) -> None:
    own = {key: cells[key] for key in _OWN if cells.get(key)}
    if cells.get("excluded") == "yes":
        own.setdefault("exclusion", Exclusion.BY_HAND.value)
    state = member(State, cells.get("state"), State.INITIAL)
    segment = segment_of(cells.get("id", ""), cells["source"], {"gap": "\n", **own}, rows.next_paragraph)
    notes = [note for note in cells.get("notes", "").split("\n") if note]
    rows.add(segment, target_of(cells["target"], state, own), notes)


class JsonlImporter:
    format = "jsonl"
    extensions = (".jsonl", ".ndjson")

    def sniff(self, head: bytes, name: str) -> float:
        if name.lower().endswith(self.extensions):
            return 0.9
        return 0.6 if head.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"{") and b'"source"' in head else 0.0

    def read(self, data: bytes, name: str, options: Mapping[str, Any]) -> Document:
        """Raises FormatError, with the line, for a line that is not JSON or has no source."""
        rows = BilingualRows()
        for line, record in _records(data, name):
            source, target = record.get("source"), record.get("target") or ""
            if not isinstance(source, str) or not isinstance(target, str):
                hint = "Each line needs “source” and “target” texts."
                raise FormatError(f"“{name}” has no pair in line {line}.", hint)
            rows.pair = _languages(record) or rows.pair
            own = {key: str(record[key]) for key in _OWN if record.get(key) is not None}
            own |= {"locked": "yes"} if record.get("locked") is True else {}
            state = member(State, str(record.get("state", "")), State.INITIAL)
            segment = segment_of(str(record.get("id") or ""), source, {"gap": "\n", **own}, rows.next_paragraph)
            notes = [note for note in record.get("notes") or () if isinstance(note, str)]
            rows.add(segment, target_of(target, state, own), notes)
        return rows.document(self.format, name)


def _languages(record: Mapping[str, Any]) -> LanguagePair | None:
    codes = record.get("languages")
    if isinstance(codes, list) and len(codes) == 2 and all(isinstance(code, str) and code for code in codes):
        return LanguagePair(*codes)
    return None


def _records(data: bytes, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line.decode("utf-8"))
        except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
            raise FormatError(f"“{name}” is not JSON at line {number}.", _ONE_OBJECT) from error
        if not isinstance(record, dict):
            raise FormatError(f"“{name}” holds no JSON object at line {number}.", _ONE_OBJECT)
        yield number, record
