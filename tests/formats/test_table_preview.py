"""The first rows of somebody's table and what its columns seem to hold, for a person to confirm."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import Workbook

from translator_gui.formats.table_preview import preview
from translator_gui.kit.errors import AppError, FormatError
from translator_gui.pipeline.table_intake import ColumnsWanted, ask_for_columns

ROWS = (
    ("Nr", "Texte", "Traduction"),
    ("1", "Le port est fermé depuis lundi.", "The port has been closed since Monday."),
    ("2", "La grève continue.", "The strike goes on."),
)


def table(mark: str, rows: tuple[tuple[str, ...], ...] = ROWS) -> bytes:
    return "".join(mark.join(row) + "\n" for row in rows).encode("utf-8")


@pytest.mark.parametrize(("mark", "format_id"), [(",", "csv"), (";", "csv"), ("\t", "tsv")])
def test_the_mark_is_found(mark: str, format_id: str) -> None:
    found = preview(table(mark), f"t.{format_id}", format_id)
    assert (found.delimiter, found.width, found.ours) == (mark, 3, False)
    assert found.rows == ROWS
    assert (found.columns.places["source"], found.columns.places["target"]) == (1, 2)


def test_a_given_mark_and_encoding_are_kept_to() -> None:
    data = table("|").decode().encode("cp1252")
    found = preview(data, "t.csv", "csv", delimiter="|", encoding="cp1252")
    assert found.rows[1][1] == "Le port est fermé depuis lundi."
    assert (found.delimiter, found.encoding) == ("|", "cp1252")


def test_a_workbook() -> None:
    book, out = Workbook(), io.BytesIO()
    for row in ROWS:
        book.active.append(row)
    book.save(out)
    found = preview(out.getvalue(), "t.xlsx", "xlsx")
    assert (found.delimiter, found.encoding, found.width) == ("", "", 3)
    assert found.rows[2][2] == "The strike goes on."


def test_a_long_table_is_shown_by_its_beginning() -> None:
    many = (ROWS[0], *((str(n), ROWS[1][1], ROWS[1][2]) for n in range(6000)))
    data = table(";", many)
    assert len(data) > 400_000
    found = preview(data, "t.csv", "csv")
    assert (len(found.rows), found.width) == (50, 3)


def test_a_quotation_that_the_cut_left_open_is_no_fault() -> None:
    long = '"' + "très long\n" * 30_000 + '"'
    found = preview(table(";") + f"3;{long};x\n".encode(), "t.csv", "csv")
    assert found.rows[:3] == ROWS


def test_one_that_is_open_from_the_first_row_is() -> None:
    with pytest.raises(FormatError):
        preview(b'"never closed;x\n', "t.csv", "csv", delimiter=";")


@pytest.mark.parametrize("name", ["t.csv", "t.tsv"])
def test_opening_one_asks_for_the_columns(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(table("\t" if name.endswith("tsv") else ";"))
    with pytest.raises(ColumnsWanted) as asked:
        ask_for_columns(file)
    assert asked.value.preview.rows == ROWS
    assert asked.value.hint


def test_our_own_and_what_is_no_table_ask_nothing(tmp_path: Path) -> None:
    ours, article = tmp_path / "ours.tsv", tmp_path / "article.txt"
    ours.write_text("id\tsource\ttarget\tstate\ns1\tLe port.\tThe port.\tfinal\n", encoding="utf-8")
    article.write_text("Le port est fermé.\n", encoding="utf-8")
    assert ask_for_columns(ours) is None
    assert ask_for_columns(article) is None


def test_an_empty_one_is_refused(tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.touch()
    with pytest.raises(AppError):
        preview(b"", empty.name, "csv")
