"""Rows of cells (CSV, TSV, XLSX, tables in Word) as a bilingual document: which column is which, told or guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from ..domain.article import Document
from ..domain.language import LanguagePair
from ..domain.segment import Exclusion, State
from ..kit.errors import FormatError, InputError
from ..text.which_language import which_language
from .bilingual_rows import BilingualRows, member, segment_of, target_of
from .export_tables import FORMULA

Table = Iterable[tuple[int, Sequence[str]]]  # (line number, cells)

_NAMES = {
    "source": ("source", "src", "fr", "fr-fr", "french", "français", "source text", "source segment", "texte source"),
    "target": ("target", "tgt", "en", "en-us", "en-gb", "english", "anglais", "target text", "target segment",
               "translation", "traduction", "texte cible"),
    "id": ("id", "key", "no.", "nr", "segment id"),
    "notes": ("notes", "note", "comment", "comments", "commentaire", "commentaires"),
}  # fmt: skip
OWN = ("origin", "engine", "by", "at", "rejected", "paragraph", "kind", "level", "exclusion", "gap")
_REGION = re.compile(r"\s*\(.*\)$")  # “French (France)”
_QUOTED = re.compile("'" + FORMULA.pattern)
COLUMNS = ("source", "target", "id", "notes")
_LOOKED_AT = 40


@dataclass(frozen=True)
class Columns:
    """Which column holds what, by number. header: the first row names them."""

    places: Mapping[str, int]
    header: bool


def guess_columns(rows: Sequence[Sequence[str]]) -> Columns:
    """From the names in the first row; else from the languages of the texts; else the first two."""
    named = named_columns(rows[0]) if rows else {}
    if named:
        return Columns(named, True)
    width = max((len(row) for row in rows), default=0)
    languages = [_language(rows, place) for place in range(width)]
    header = bool(rows) and _half_named(rows[0])
    if "fr" in languages and "en" in languages:
        return Columns({"source": languages.index("fr"), "target": languages.index("en")}, header)
    return Columns({"source": 0, "target": 1}, header)


def _half_named(row: Sequence[str]) -> bool:
    """Does one cell name a side? Then the row is a header, even if the other side has a name of its own."""
    words = [_REGION.sub("", cell.strip().lower()) for cell in row]
    return any(word in _NAMES["source"] or word in _NAMES["target"] for word in words)


def _language(rows: Sequence[Sequence[str]], place: int) -> str:
    """What the column is in; "" when its texts do not tell."""
    text = " ".join(row[place] for row in rows[:_LOOKED_AT] if place < len(row))
    return which_language(text, "fr", "en")


def named_columns(header: Sequence[str]) -> dict[str, int]:
    """Column name -> place; {} when the row does not name both sides."""
    words = [_REGION.sub("", cell.strip().lower()) for cell in header]
    found = {key: words.index(name) for key, names in _NAMES.items() for name in names[::-1] if name in words}
    if "source" not in found or "target" not in found or found["source"] == found["target"]:
        return {}
    return found | {key: words.index(key) for key in ("state", "excluded", *OWN) if key in words}


def chosen_columns(options: Mapping[str, Any]) -> Columns | None:
    """What the person chose (options "columns": {"source": 0, …}, "header"). Raises InputError for nonsense."""
    columns = options.get("columns")
    if not columns:
        return None
    places = {key: int(place) for key, place in dict(columns).items() if place is not None and int(place) >= 0}
    unknown = sorted(set(places) - set(COLUMNS))
    if unknown or not {"source", "target"} <= set(places) or places["source"] == places["target"]:
        raise InputError("A table needs one column for the source and another for the translation.", "Choose both.")
    return Columns(places, bool(options.get("header")))


def document_of_table(
    table: Table, name: str, format_id: str, options: Mapping[str, Any], warnings: Sequence[str] = ()
) -> Document:
    """options: columns, header (see chosen_columns); languages ("fr-en").

    Raises FormatError, with the line, for a row without the columns, or no row at all.
    """
    walker = iter(table)
    head = list(islice(walker, _LOOKED_AT))
    if not head:
        raise FormatError(f"“{name}” holds no translation unit.", "Is it the right file?")
    columns = chosen_columns(options) or guess_columns([row for _, row in head])
    rows = BilingualRows()
    for warning in warnings:
        rows.warn(warning)
    if options.get("languages"):
        rows.pair = LanguagePair(*str(options["languages"]).split("-", 1))
    own_file = columns.header and "state" in columns.places
    body: Any = chain(head[1:] if columns.header else head, walker)
    if own_file:
        body = list(body)
        # An apostrophe before a formula was put there by an export for spreadsheets, if it is before all of them.
        everything = chain([head[0]], body)
        if not any(FORMULA.match(cell) and not cell.startswith("'") for _, row in everything for cell in row):
            body = ((line, [cell[1:] if _QUOTED.match(cell) else cell for cell in row]) for line, row in body)
    needed = max(columns.places["source"], columns.places["target"])
    for line, row in body:
        if needed >= len(row):
            raise FormatError(f"“{name}” has no translation in line {line}.", "Every line needs both columns.")
        _add(rows, {key: row[place] for key, place in columns.places.items() if place < len(row)})
    return rows.document(format_id, name)


def _add(rows: BilingualRows, cells: Mapping[str, str]) -> None:
    own = {key: cells[key] for key in OWN if cells.get(key)}
    if cells.get("excluded") == "yes":
        own.setdefault("exclusion", Exclusion.BY_HAND.value)
    state = member(State, cells.get("state"), State.INITIAL)
    segment = segment_of(cells.get("id", ""), cells["source"], {"gap": "\n", **own}, rows.next_paragraph)
    notes = [note for note in cells.get("notes", "").split("\n") if note]
    rows.add(segment, target_of(cells["target"], state, own), notes)
