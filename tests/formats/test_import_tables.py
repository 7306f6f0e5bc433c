"""Tables of pairs of all sorts: columns told by name, language or the person; Excel, Word tables, PO, Moses."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from translator_gui.domain.segment import Origin, State
from translator_gui.formats.catalogue import HEAD_BYTES, exporter_for, importer, sniff
from translator_gui.formats.export_view import rows_of
from translator_gui.kit.errors import FormatError, InputError
from translator_gui.pipeline.intake import read_article, read_file

from .export_material import view

Pairs = list[tuple[str, str]]
FRENCH = ["Le port est fermé depuis trois semaines.", "Personne ne sait quand il rouvrira, dit le maire de la ville."]
ENGLISH = [
    "The port has been closed for three weeks.",
    "Nobody knows when it is going to open, the mayor of the town says.",
]
BOTH = list(zip(FRENCH, ENGLISH, strict=True))


def pairs(format_id: str, data: bytes, **options: object) -> Pairs:
    return [(r.segment.source, r.target.text) for r in rows_of(importer(format_id).read(data, "a", options))]


@pytest.mark.parametrize(
    ("format_id", "text"),
    [
        ("csv", "French (France),English (UK)\n{0},x\n"),
        ("csv", "no.;Target;Source\n1;x;{0}\n"),
        ("tsv", "x\t{0}"),
        ("csv", "x|{0}"),
    ],
)
def test_columns(format_id: str, text: str) -> None:
    """By their names, in any order and with any mark between; without names, by the languages."""
    if "{0},x" in text or "Source" in text:
        data = text.replace("{0}", '"Un, deux"').encode()
        assert pairs(format_id, data) == [("Un, deux", "x")]
    else:
        mark = "\t" if format_id == "tsv" else "|"
        data = "\n".join(f"{e}{mark}{f}" for f, e in BOTH).encode()
        assert pairs(format_id, data) == BOTH


def test_columns_chosen() -> None:
    data = "a;Un;x;One;note\nb;Deux;y;Two;\n".encode("cp1252")
    options = {"columns": {"source": 1, "target": 3, "id": 0, "notes": 4}, "header": False, "delimiter": ";"}
    document = importer("csv").read(data, "a.csv", options)
    assert [(r.id, r.segment.source, r.target.text) for r in rows_of(document)] == [
        ("a", "Un", "One"),
        ("b", "Deux", "Two"),
    ]
    assert document.notes == {"a": ("note",)}
    assert [r.segment.source for r in rows_of(importer("csv").read(data, "a", {**options, "header": True}))] == ["Deux"]
    for wrong in ({"source": 1}, {"source": 1, "target": 1}, {"source": 0, "target": 1, "colour": 2}):
        with pytest.raises(InputError):
            importer("csv").read(data, "a", {"columns": wrong})


def workbook(rows: list[list[object]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "Vide"
    sheet = book.create_sheet("Paires")
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_excel() -> None:
    data = workbook([["Français", "Anglais", "Note"], ["Un", "One", None], [None, None, None], ["Deux", 2, "vu"]])
    assert sniff(data[:HEAD_BYTES], "a.bin") == "xlsx"
    document = importer("xlsx").read(data, "a.xlsx", {})
    assert [(r.segment.source, r.target.text) for r in rows_of(document)] == [("Un", "One"), ("Deux", "2")]
    assert list(document.notes.values()) == [("vu",)]
    with pytest.raises(InputError, match="no sheet"):
        importer("xlsx").read(data, "a.xlsx", {"sheet": "Rien"})


def test_our_excel_comes_back(tmp_path: Path) -> None:
    document = view(with_excluded=True)
    [path] = exporter_for("xlsx").write(document, tmp_path / "a.xlsx", {})
    back = read_file(path)
    assert [(r.id, r.segment.source, r.target.text, r.target.state) for r in rows_of(back)] == [
        (r.id, r.segment.source, r.target.text, r.target.state) for r in document.rows
    ]
    assert back.notes == {"p2-1": ("Ask Ana & <Bob>", "Deuxième")}


def word_table(rows: list[list[str]], before: str = "") -> bytes:
    from docx import Document

    document = Document()
    document.add_paragraph(before)
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, row, strict=False):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


TRADOS = [
    ["Segment ID", "Segment status", "Source segment", "Target segment"],
    ["1\n5b0f", "Translated (100%)", "Le port", "The port"],
    ["2\n77aa", "Not Translated (0%)", "Fermé", ""],
    ["3\n77ab", "Translation Approved (0%)", "Ouvert", "Open"],
]
MEMOQ = [
    ["MQ123 Attention : ne pas modifier ce tableau", "", "", "", ""],
    ["ID", "French (France)", "English (United States)", "Comment", "Status"],
    ["1", "Le port", "The port", "voir", "Confirmed"],
    ["2", "Fermé", "", "", "Not translated"],
]


def test_trados_table() -> None:
    rows = rows_of(importer("docx").read(word_table(TRADOS), "a.docx", {}))
    assert [(r.id, r.segment.source, r.target.text, r.target.state) for r in rows] == [
        ("1", "Le port", "The port", State.TRANSLATED),
        ("2", "Fermé", "", State.INITIAL),
        ("3", "Ouvert", "Open", State.REVIEWED),
    ]
    assert rows[0].target.origin is Origin.DRAFT


def test_memoq_table() -> None:
    document = importer("docx").read(word_table(MEMOQ), "a.docx", {})
    rows = [(r.segment.source, r.target.text, r.target.state) for r in rows_of(document)]
    assert rows == [("Le port", "The port", State.TRANSLATED), ("Fermé", "", State.INITIAL)]
    assert document.notes == {"1": ("voir",)}


def test_a_plain_table_of_two_languages() -> None:
    data = word_table([list(pair) for pair in BOTH])
    assert pairs("docx", data) == BOTH
    as_text = importer("docx").read(data, "a.docx", {"table": False})
    assert as_text.targets == {}
    assert pairs("docx", word_table([list(pair) for pair in BOTH], "Un long texte. " * 40))[0][1] == ""


def test_tags_of_other_programs_are_placeables() -> None:
    from docx import Document
    from docx.enum.style import WD_STYLE_TYPE

    document = Document()
    document.styles.add_style("Tag", WD_STYLE_TYPE.CHARACTER)
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Source", "Target"
    for cell, words in ((table.cell(1, 0), "mot"), (table.cell(1, 1), "word")):
        paragraph = cell.paragraphs[0]
        for text, tag in (("<1>", True), (words, False), ("</1>", True), ("<2/>", True), ("<3>", False)):
            paragraph.add_run(text, style="Tag" if tag else None)
    out = io.BytesIO()
    document.save(out)
    assert pairs("docx", out.getvalue()) == [("⟨1⟩mot⟨/1⟩⟨2/⟩<3>", "⟨1⟩word⟨/1⟩⟨2/⟩<3>")]


PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: en_GB\\n"

# à revoir
#, fuzzy
msgid "Le port"
msgstr "The harbour"

msgctxt "menu"
msgid "Ouvrir\\n"
msgstr "Open\\n"

msgid "un fichier"
msgid_plural "des fichiers"
msgstr[0] "a file"
msgstr[1] "files"

#~ msgid "Vieux"
#~ msgstr "Old"
"""


def test_po() -> None:
    document = importer("po").read(PO.encode(), "a.po", {})
    assert [(r.segment.source, r.target.text, r.target.state) for r in rows_of(document)] == [
        ("Le port", "The harbour", State.INITIAL),
        ("Ouvrir", "Open\n", State.TRANSLATED),
        ("un fichier", "a file", State.TRANSLATED),
        ("des fichiers", "files", State.TRANSLATED),
    ]
    assert str(document.article.pair) == "fr-en-GB"
    assert document.notes["u1"] == ("à revoir",)
    assert sniff(PO.encode(), "article") == "po"


def test_our_po_comes_back_and_others_read_it(tmp_path: Path) -> None:
    from translate.storage import po

    document = view(with_excluded=True)
    [path] = exporter_for("po").write(document, tmp_path / "a.po", {})
    back = rows_of(read_file(path))
    assert [(r.segment.source, r.target.text) for r in back] == [
        (r.segment.source, r.target.text) for r in document.rows
    ]
    units = [unit for unit in po.pofile.parsestring(path.read_bytes()).units if not unit.isheader()]
    assert [(unit.source, unit.target) for unit in units] == [(r.segment.source, r.target.text) for r in document.rows]
    assert [bool(unit.isfuzzy()) for unit in units] == [
        bool(r.target.text) and r.target.state is State.INITIAL for r in document.rows
    ]


def test_moses_pair(tmp_path: Path) -> None:
    one, two = tmp_path / "article.fr", tmp_path / "article.en"
    one.write_text("Un\u2028deux.\nTrois.\n", encoding="utf-8")
    two.write_text("One two.\n\n", encoding="utf-8")
    for path in (one, two):
        document = read_article(path)
        assert [(r.segment.source, r.target.text) for r in rows_of(document)] == [
            ("Un\u2028deux.", "One two."),
            ("Trois.", ""),
        ]
        assert str(document.article.pair) == "fr-en"
    two.write_text("One article of its own, with a line.\n" * 3, encoding="utf-8")
    assert read_article(one).targets == {}
    with pytest.raises(FormatError, match="do not belong together"):
        read_article(one, format="moses")


def test_opus_comes_back(tmp_path: Path) -> None:
    exporter_for("opus").write(view(), tmp_path / "corpus", {})
    document = read_article(tmp_path / "corpus.fr-en.fr")
    assert rows_of(document)[0].target.text == "STRIKE AT THE PORT"


def test_a_header_that_names_one_side(tmp_path: Path) -> None:
    from translator_gui.formats.table_rows import guess_columns

    rows = [["Clé", "Français", "Version 2"], *(["k", french, english] for french, english in BOTH)]
    columns = guess_columns(rows)
    assert (dict(columns.places), columns.header) == ({"source": 1, "target": 2}, True)


def test_columns_and_mending_on_the_command_line(tmp_path: Path) -> None:
    from translator_gui.cli.main import run as main

    table, cut, out = tmp_path / "a.csv", tmp_path / "a.tmx", tmp_path / "out.tsv"
    table.write_text("x;Un;y;One\n", encoding="utf-8")
    assert main(["export", str(table), "--columns", "2,4", "-o", str(out)]) == 0
    assert "Un\tOne" in out.read_text("utf-8-sig")
    assert main(["export", str(table), "--columns", "2", "-o", str(out)]) == 1
    [whole] = exporter_for("tmx").write(view(), tmp_path / "whole.tmx", {})
    cut.write_bytes(whole.read_bytes()[:-300])
    assert main(["export", str(cut), "-o", str(out)]) == 1
    assert main(["export", str(cut), "--recover", "-o", str(out)]) == 0
