"""Tables of pairs: TSV and CSV with a header or without, and JSON lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from ..domain.article import Document
from ..domain.language import LanguagePair
from ..domain.segment import State
from ..kit.errors import FormatError
from .archives import is_archive
from .bilingual_rows import BilingualRows, member, segment_of, target_of
from .decoding import decode
from .limits import refuse_endless
from .table_rows import OWN, document_of_table, named_columns

_ONE_OBJECT = "Each line must be one JSON object."


class _TableImporter:
    format: ClassVar[str]
    extensions: ClassVar[tuple[str, ...]]
    delimiter: ClassVar[str]

    def sniff(self, head: bytes, name: str) -> float:
        if name.lower().endswith(self.extensions):
            return 0.9
        return 0.55 if not is_archive(head) and _is_table(head, self.delimiter) else 0.0

    def read(self, data: bytes, name: str, options: Mapping[str, Any]) -> Document:
        """options: encoding, delimiter; columns, header (see table_rows). Raises FormatError, with the line, for a
        table that has no two columns."""
        refuse_endless(data, name)
        decoded = decode(data, name, forced=str(options.get("encoding", "")))
        delimiter = str(options.get("delimiter") or "") or guess_delimiter(decoded.text, self.delimiter)
        table = parse_table(decoded.text, delimiter, name)
        return document_of_table(table, name, self.format, options, decoded.warnings)


class CsvImporter(_TableImporter):
    format = "csv"
    extensions = (".csv",)
    delimiter = ","


class TsvImporter(_TableImporter):
    format = "tsv"
    extensions = (".tsv", ".tab")
    delimiter = "\t"


def _is_table(head: bytes, delimiter: str) -> bool:
    """A file of another name: its first line names a source and a target column, or tabs part every line alike."""
    lines = head.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").splitlines()[:-1][:20]
    if not lines or delimiter not in lines[0]:
        return False
    if named_columns([cell.strip('" ') for cell in lines[0].split(delimiter)]):
        return True
    counts = {line.count(delimiter) for line in lines if line.strip()}
    return delimiter == "\t" and len(lines) >= 3 and counts == {1}


def guess_delimiter(text: str, usual: str) -> str:
    """The one that parts the first line most often: a CSV of a French or German Excel has semicolons."""
    first = text.partition("\n")[0]
    counts = {mark: first.count(mark) for mark in dict.fromkeys((usual, ",", ";", "\t", "|"))}
    best = max(counts, key=lambda mark: counts[mark])
    return best if counts[best] > counts[usual] else usual


def parse_table(text: str, delimiter: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """(line number, cells) of every row that is not blank. Raises FormatError with the line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield reader.line_num, row
    except csv.Error as error:
        hint = "Is a quotation mark missing?"
        raise FormatError(f"“{name}” is no table at line {reader.line_num}.", hint, str(error)) from error


class JsonlImporter:
    format = "jsonl"
    extensions = (".jsonl", ".ndjson")

    def sniff(self, head: bytes, name: str) -> float:
        if name.lower().endswith(self.extensions):
            return 0.9
        return 0.6 if head.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"{") and b'"source"' in head else 0.0

    def read(self, data: bytes, name: str, options: Mapping[str, Any]) -> Document:
        """Raises FormatError, with the line, for a line that is not JSON or has no source."""
        refuse_endless(data, name)
        rows = BilingualRows()
        for line, record in _records(data, name):
            source, target = record.get("source"), record.get("target") or ""
            if not isinstance(source, str) or not isinstance(target, str):
                hint = "Each line needs “source” and “target” texts."
                raise FormatError(f"“{name}” has no pair in line {line}.", hint)
            rows.pair = _languages(record) or rows.pair
            own = {key: str(record[key]) for key in OWN if record.get(key) is not None}
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
