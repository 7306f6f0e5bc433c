"""Bilingual tables in Word documents: those of Trados Studio and memoQ, ours, and plain ones of two columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from docx.oxml.ns import qn

from ..domain.article import Document
from ..domain.segment import Segment, State, Target
from ..text.which_language import which_language
from .bilingual_rows import BilingualRows, target_of
from .table_rows import guess_columns, named_columns

# Programs write their tags as text in a character style of their own: <1>, </1>, <2/>, {1}, [1}.
_TAG_STYLES = {"tag", "mqinternal", "tw4winmark", "tw4wininternal"}
_TAG = re.compile(r"^[<{\[]\s*(/?)\s*(\d{1,4})[^<>{}\[\]]*?(/?)\s*[>}\]]$")
_STATES = {
    "translated": State.TRANSLATED, "confirmed": State.TRANSLATED,
    "translation approved": State.REVIEWED, "sign-off": State.FINAL, "signed off": State.FINAL,
    "reviewer 1 confirmed": State.REVIEWED, "reviewer 2 confirmed": State.REVIEWED, "proofread": State.REVIEWED,
    "reviewed": State.REVIEWED, "final": State.FINAL,
}  # fmt: skip
_STATE_NAMES = ("state", "status", "segment status", "état", "statut")
_FEWEST = 2
_SHARE = 0.6  # of the document's text that a table without names for its columns must hold


class BilingualTable(NamedTuple):
    """rows: the w:tr elements with a pair. columns: by name (source, target, id, notes, state)."""

    rows: list[Any]
    columns: dict[str, int]


def find_table(word: Any) -> BilingualTable | None:
    """The bilingual table of a document, None when it has none."""
    tables = word.element.body.iter(qn("w:tbl"))
    outer = [table for table in tables if next(table.iterancestors(qn("w:tbl")), None) is None]
    for table in sorted(outer, key=lambda each: -len(each.findall(qn("w:tr")))):
        rows = table.findall(qn("w:tr"))
        texts = [[cell_text(cell) for cell in row.findall(qn("w:tc"))] for row in rows]
        for number in range(min(3, len(texts))):  # memoQ writes a row or two of its own before the names
            columns = named_columns(texts[number])
            if columns and len(rows) - number > 1:
                return BilingualTable(rows[number + 1 :], _with_state(columns, texts[number]))
        if _is_plain_pair(texts, word):
            return BilingualTable(rows, dict(guess_columns(texts).places))
    return None


def _with_state(columns: dict[str, int], header: list[str]) -> dict[str, int]:
    names = [cell.strip().lower() for cell in header]
    state = next((names.index(name) for name in _STATE_NAMES if name in names), None)
    return columns | ({} if state is None else {"state": state})


def _is_plain_pair(texts: list[list[str]], word: Any) -> bool:
    """Two columns in two languages, and almost nothing else in the document."""
    if len(texts) < _FEWEST or any(len(row) != 2 for row in texts):
        return False
    inside = sum(len(cell) for row in texts for cell in row)
    whole = sum(len(leaf.text or "") for leaf in word.element.body.iter(qn("w:t")))
    guessed = guess_columns(texts).places
    source = " ".join(row[guessed["source"]] for row in texts)
    target = " ".join(row[guessed["target"]] for row in texts)
    told = which_language(source, "fr", "en") == "fr" and which_language(target, "fr", "en") == "en"
    return told and inside > _SHARE * whole


def read_table(table: BilingualTable, format_id: str, name: str) -> Document:
    """Raises FormatError when there is no pair in it."""
    rows = BilingualRows()
    for row in table.rows:
        cells = row.findall(qn("w:tc"))
        if max(table.columns["source"], table.columns["target"]) >= len(cells):
            continue  # a row of the program's own, its cells merged
        texts = {key: cell_text(cells[place]) for key, place in table.columns.items() if place < len(cells)}
        state = _STATES.get(texts.get("state", "").split("(")[0].strip().lower(), State.INITIAL)
        target = target_of(texts["target"], state if texts["target"] else State.INITIAL, {})
        notes = [note for note in texts.get("notes", "").split("\n") if note.strip()]
        segment = Segment(texts.get("id", "").split("\n")[0].strip(), texts["source"], "\n", rows.next_paragraph)
        rows.add(segment, target if target.text else Target(), notes)
    return rows.document(format_id, name)


def cell_text(cell: Any) -> str:
    """The cell's paragraphs, a line each; tracked deletions left out, tags of other programs as placeables."""
    return "\n".join("".join(_runs(paragraph)) for paragraph in cell.iter(qn("w:p"))).strip()


def _runs(paragraph: Any) -> Iterator[str]:
    for run in paragraph.iter(qn("w:r")):
        if next(run.iterancestors(qn("w:del"), qn("w:moveFrom")), None) is not None:
            continue
        text = "".join(_character(child) for child in run)
        style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
        tag = _TAG.match(text.strip()) if style is not None and _is_tag(style) else None
        if tag is None:
            yield text
        else:
            yield f"⟨{tag[1]}{tag[2]}{'/' if tag[3] and not tag[1] else ''}⟩"


def _is_tag(style: Any) -> bool:
    return style.get(qn("w:val"), "").lower() in _TAG_STYLES


def _character(child: Any) -> str:
    if child.tag == qn("w:t"):
        return child.text or ""
    return {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011"}.get(child.tag, "")
