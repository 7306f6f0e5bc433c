"""The options every exporter takes, and which rows and texts they let through."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple

from ..domain.finding import Dismissal, Finding
from ..domain.protocols import ExportDocument
from ..domain.remark import Remark
from ..domain.segment import Row, State
from ..kit.errors import InputError
from ..text.xml_characters import strip_forbidden

CONFIRMED = frozenset({State.REVIEWED, State.FINAL})


class Empty(str, Enum):
    """What becomes of a row whose target is empty.

    DEFAULT: what suits the format (each exporter says). KEEP: an empty target. SKIP: the row is left out.
    SOURCE: the source text stands in. MARK: the source text stands in, in ⟦double brackets⟧, to be found again.
    """

    DEFAULT = ""
    KEEP = "keep"
    SKIP = "skip"
    SOURCE = "source"
    MARK = "mark"


@dataclass(frozen=True)
class ExportOptions:
    """only_confirmed: reviewed or final rows alone. excluded: with the lines that are not part of the article.

    spreadsheet (CSV, TSV): a cell that a spreadsheet would run as a formula gets an apostrophe before it, CSV a byte
    order mark; False writes the bare text, for programs. findings, notes, remarks
    (errors and comments of reviewers): keep them, in formats that can. layout: an article that came in this format is
    written into its own file; False writes a new one. licence: of the texts, for the manifest of a corpus.
    """

    only_confirmed: bool = False
    excluded: bool = False
    empty: Empty = Empty.DEFAULT
    spreadsheet: bool = True
    findings: bool = True
    notes: bool = True
    remarks: bool = True
    layout: bool = True
    licence: str = ""

    @classmethod
    def of(cls, options: Mapping[str, Any]) -> ExportOptions:
        """Raises InputError for an unknown option or a value that is not one."""
        known = {spec.name for spec in dataclasses.fields(cls)}
        unknown = sorted(set(options) - known)
        if unknown:
            raise InputError(f"There is no export option “{unknown[0]}”.", f"Known: {', '.join(sorted(known))}.")
        values = dict(options)
        try:
            values["empty"] = Empty(values.get("empty") or "")
        except ValueError:
            choices = ", ".join(choice.value for choice in Empty if choice.value)
            raise InputError(f"Empty targets cannot be treated as “{values['empty']}”.", f"Known: {choices}.") from None
        return cls(**values)


class Entry(NamedTuple):
    """A row as it is to be written: texts an XML file can hold, the empty target dealt with."""

    row: Row
    source: str
    target: str
    stand_in: bool = False


def choose_rows(rows: Iterable[Row], options: ExportOptions) -> list[Row]:
    """The rows that ``only_confirmed`` and ``excluded`` let through."""
    return [row for row in rows if _chosen(row, options)]


def _chosen(row: Row, options: ExportOptions) -> bool:
    if row.segment.excluded and not options.excluded:
        return False
    return not options.only_confirmed or (row.target.state in CONFIRMED and not row.target.rejected)


def entries(document: ExportDocument, options: ExportOptions, default: Empty) -> Iterator[Entry]:
    """The rows of ``document`` as they are to be written; ``default``: what this format does with an empty target."""
    policy = default if options.empty is Empty.DEFAULT else options.empty
    for row in document.rows:
        source, target = strip_forbidden(row.segment.source), strip_forbidden(row.target.text)
        if target.strip() or policy is Empty.KEEP:
            yield Entry(row, source, target)
        elif policy is Empty.SOURCE:
            yield Entry(row, source, source, stand_in=True)
        elif policy is Empty.MARK:
            yield Entry(row, source, f"⟦{source}⟧", stand_in=True)


def notes_of(document: ExportDocument, row: Row, options: ExportOptions) -> list[str]:
    return [strip_forbidden(note) for note in document.notes(row.id)] if options.notes else []


def remarks_of(document: ExportDocument, row: Row, options: ExportOptions) -> Sequence[Remark]:
    return document.remarks(row.id) if options.remarks else ()


def dismissals_of(document: ExportDocument, row: Row, options: ExportOptions) -> Sequence[Dismissal]:
    """They go with what reviewers said."""
    return document.dismissals(row.id) if options.remarks else ()


def findings_of(document: ExportDocument, row: Row, options: ExportOptions) -> Sequence[Finding]:
    return document.findings(row.id) if options.findings else ()
