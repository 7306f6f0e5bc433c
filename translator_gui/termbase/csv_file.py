"""Terms as CSV: one line a pair, a heading line source, target, note, forbidden. Semicolons and tabs are read, too."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from ..domain.language import FR_EN, LanguagePair
from ..domain.term import Term
from ..kit.errors import FormatError

HEADINGS = ("source", "target", "note", "forbidden")
_NAMES = {
    "source": ("source", "fr", "french", "français", "terme source", "source term"),
    "target": ("target", "en", "english", "anglais", "terme cible", "target term", "cible"),
    "note": ("note", "notes", "comment", "commentaire", "definition", "définition"),
    "forbidden": ("forbidden", "interdit", "deprecated", "do not use"),
}
_YES = frozenset({"1", "x", "yes", "true", "oui", "vrai", "forbidden", "interdit"})


def read_csv(text: str, name: str, pair: LanguagePair = FR_EN) -> Iterator[Term]:
    """The terms of a CSV text. Without a heading line the first two columns are source and target, the third the note.

    Raises FormatError: no two columns, or not a table at all.
    """
    text = text.lstrip("\ufeff")
    if not text.strip():
        raise FormatError(f"“{name}” holds no terms.", "One line a term: source, target, note, forbidden.")
    try:
        table = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text.splitlines()))
        rows = [row for row in table if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise FormatError(f"“{name}” is not a table.", "Save it as CSV, UTF-8.", str(error)) from error
    columns, rows = _columns(rows or [[]])
    if max((len(row) for row in rows), default=0) < 2:
        hint = "One line a term: source, target, note, forbidden."
        raise FormatError(f"“{name}” has fewer than two columns.", hint)
    for row in rows:
        cells = {key: row[place].strip() for key, place in columns.items() if place < len(row)}
        if cells.get("source") and cells.get("target"):
            forbidden = cells.get("forbidden", "").lower() in _YES
            yield Term(cells["source"], cells["target"], pair, cells.get("note", ""), forbidden)


def write_csv(terms: Iterable[Term]) -> str:
    """A leading = + - @ is kept from being read as a formula by a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADINGS)
    for term in terms:
        writer.writerow([_safe(term.source), _safe(term.target), _safe(term.note), "yes" if term.forbidden else ""])
    return out.getvalue()


def _safe(cell: str) -> str:
    return f" {cell}" if cell[:1] in ("=", "+", "-", "@") else cell


def _delimiter(lines: list[str]) -> str:
    return max("\t;,", key=lambda mark: sum(mark in line for line in lines[:20]))


def _columns(rows: list[list[str]]) -> tuple[dict[str, int], list[list[str]]]:
    headings = [cell.strip().lower() for cell in rows[0]]
    named = {key: headings.index(name) for key, names in _NAMES.items() for name in names if name in headings}
    if "source" in named and "target" in named:
        return named, rows[1:]
    return {key: place for place, key in enumerate(HEADINGS)}, rows
