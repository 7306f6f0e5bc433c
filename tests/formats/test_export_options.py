"""What goes into a file and what stays out; nothing half written."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_gui.domain.article import Article
from translator_gui.domain.segment import Row, Segment, State, Target
from translator_gui.formats.catalogue import EXPORTERS, exporter_for
from translator_gui.formats.export_moses import one_line
from translator_gui.formats.export_options import Empty, ExportOptions, choose_rows, entries
from translator_gui.formats.export_tables import FORMULA, neutralised
from translator_gui.formats.export_view import ExportView
from translator_gui.kit.errors import InputError

from .export_material import view


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ({}, ["p1", "p2-1", "p2-2", "p4", "p5", "p 6/é"]),
        ({"excluded": True}, ["p1", "p2-1", "p2-2", "p3", "p4", "p5", "p 6/é"]),
        ({"only_confirmed": True}, ["p1", "p2-2", "p4"]),
        ({"only_confirmed": True, "excluded": True}, ["p1", "p2-2", "p4"]),
    ],
)
def test_choice_of_rows(options: dict[str, bool], ids: list[str]) -> None:
    assert [row.id for row in choose_rows(view(with_excluded=True).rows, ExportOptions.of(options))] == ids


def test_a_rejected_row_is_not_confirmed() -> None:
    row = Row(Segment("a", "x"), Target("y", State.REVIEWED, rejected="wrong"))
    assert choose_rows([row], ExportOptions(only_confirmed=True)) == []


@pytest.mark.parametrize(
    ("empty", "last"),
    [("keep", ""), ("source", "Sans traduction."), ("mark", "⟦Sans traduction.⟧"), ("skip", "Two\tlines\nhere")],
)
def test_empty_targets(empty: str, last: str) -> None:
    written = list(entries(view(), ExportOptions.of({"empty": empty}), Empty.KEEP))
    assert written[-1].target == last


@pytest.mark.parametrize("options", [{"only_confirm": True}, {"empty": "perhaps"}])
def test_wrong_options(options: dict[str, object]) -> None:
    with pytest.raises(InputError) as caught:
        ExportOptions.of(options)
    assert "Known:" in caught.value.hint


@pytest.mark.parametrize("format_id", EXPORTERS.names())
def test_unwritable_place_leaves_nothing(format_id: str, tmp_path: Path) -> None:
    exporter = exporter_for(format_id)
    with pytest.raises(InputError) as caught:
        exporter.write(view(), tmp_path / "missing" / f"a{exporter.extension}", {})
    assert caught.value.hint
    assert list(tmp_path.iterdir()) == []


def test_moses_writes_both_or_none(tmp_path: Path) -> None:
    (tmp_path / "a.en").mkdir()
    with pytest.raises(InputError):
        exporter_for("moses").write(view(), tmp_path / "a.moses", {})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.en"]


def test_moses_lines_stay_in_step(tmp_path: Path) -> None:
    french, english = exporter_for("moses").write(view(), tmp_path / "a.moses", {})
    assert (french.name, english.name) == ("a.fr", "a.en")
    pairs = list(zip(french.read_text("utf-8").splitlines(), english.read_text("utf-8").splitlines(), strict=True))
    assert pairs[-1] == ("Deux lignes ici", "Two lines here")
    assert len(pairs) == 5


@given(st.text())
def test_one_line(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert "\t" not in line
    kept = [c for c in text if not c.isspace() or c in "\u00a0\u202f"]
    assert [c for c in line if not c.isspace() or c in "\u00a0\u202f"] == kept


@given(st.text())
def test_no_cell_is_a_formula(text: str) -> None:
    cell = neutralised(text)
    assert not cell[:1] or cell[0] not in "=+-@\t\r\n＝＋－＠"
    assert cell == text or (cell == f"'{text}" and FORMULA.match(text))


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''@x", "＝1"])
def test_formulas_are_neutralised(cell: str) -> None:
    assert neutralised(cell) == f"'{cell}"


def test_spreadsheets_and_programs(tmp_path: Path) -> None:
    for spreadsheet, target in ((True, "'=SUM(A1) is €10"), (False, "=SUM(A1) is €10")):
        [path] = exporter_for("csv").write(view(), tmp_path / "a.csv", {"spreadsheet": spreadsheet})
        assert path.read_bytes().startswith(b"\xef\xbb\xbf") is spreadsheet
        rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
        assert rows[3]["target"] == target


def test_xliff_2_has_no_empty_file(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        exporter_for("xliff20").write(ExportView(Article(()), []), tmp_path / "a.xliff", {})


@pytest.mark.parametrize(
    ("name", "format_id"),
    [
        ("a.txt", "txt"),
        ("a.md", "markdown"),
        ("a.HTML", "html"),
        ("a.docx", "docx"),
        ("a.bilingual.docx", "bilingual-docx"),
        ("a.bilingual.html", "bilingual-html"),
        ("a.tmx", "tmx"),
        ("a.xlf", "xliff12"),
        ("a.xliff", "xliff20"),
        ("a.moses", "moses"),
        ("moses", "moses"),
    ],
)
def test_format_by_name(name: str, format_id: str) -> None:
    assert exporter_for(name).format == format_id


def test_markup_is_escaped(tmp_path: Path) -> None:
    nasty = '<script>alert("1")</script> & *bold* [x](y) #1\n# no heading\n1. no list'
    row = Row(Segment("a", nasty), Target(nasty))
    document = ExportView(Article((row.segment,), title=nasty), [row], notes_by_id={"a": (nasty,)})
    for format_id in ("html", "bilingual-html"):
        [path] = exporter_for(format_id).write(document, tmp_path / "a.html", {})
        assert "<script" not in path.read_text("utf-8")
    [path] = exporter_for("markdown").write(document, tmp_path / "a.md", {})
    from markdown_it import MarkdownIt

    tokens = MarkdownIt().parse(path.read_text("utf-8"))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(child.content or "\n" for child in tokens[1].children) == nasty
