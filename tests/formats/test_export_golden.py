"""Every text format against a golden file, byte for byte; Word files against the paragraphs in them.

After an intended change: TRANSLATOR_GUI_GOLDEN=write pytest tests/formats/test_export_golden.py, and read the diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from translator_gui import __version__
from translator_gui.formats.catalogue import EXPORTERS, exporter_for

from .export_material import view

GOLDEN = Path(__file__).parent / "golden"
BINARY = {"docx", "bilingual-docx", "review-docx", "xlsx", "parquet"}
LAYOUT = {"odt", "epub", "xliff"}  # only written as they came in: test_layout.py, test_xliff_back.py

CASES = [
    *[(format_id, format_id, {}) for format_id in EXPORTERS if format_id not in BINARY | LAYOUT],
    ("xliff20", "xliff20-bare", {"findings": False, "notes": False}),
    ("csv", "csv-plain", {"spreadsheet": False}),
    ("tsv", "tsv-skip", {"empty": "skip"}),
    ("txt", "txt-mark", {"empty": "mark"}),
    ("tmx", "tmx-all", {"empty": "source"}),
    ("opus", "opus-licensed", {"licence": "CC-BY-4.0"}),
]


@pytest.mark.parametrize(("format_id", "name", "options"), CASES, ids=[case[1] for case in CASES])
def test_bytes(format_id: str, name: str, options: dict[str, object], tmp_path: Path) -> None:
    exporter = exporter_for(format_id)
    written = exporter.write(view(), tmp_path / f"{name}{exporter.extension}", options)
    assert written
    for path in written:
        golden = GOLDEN / path.name
        data = path.read_bytes().replace(__version__.encode(), b"VERSION")
        if os.environ.get("TRANSLATOR_GUI_GOLDEN") == "write":
            golden.write_bytes(data)
        assert data == golden.read_bytes()


def test_word_target(tmp_path: Path) -> None:
    from docx import Document

    [path] = exporter_for("docx").write(view(), tmp_path / "a.docx", {})
    word = Document(str(path))
    assert [(p.style.name, p.text) for p in word.paragraphs] == [
        ("Heading 1", "STRIKE AT THE PORT"),
        (
            "Normal",
            "The vote took place at 2:30 pm: 321 votes to 87! “We are not for sale,” said Mr <Le Goff> & co.",
        ),
        ("List Bullet", "=SUM(A1) is €10"),
        ("List Bullet", "Two\tlines\nhere"),
        ("Quote", "Sans traduction."),
    ]
    assert word.core_properties.title == "STRIKE AT THE PORT"
    assert word.core_properties.language == "en"


def test_word_table(tmp_path: Path) -> None:
    from docx import Document

    [path] = exporter_for("bilingual-docx").write(view(), tmp_path / "a.docx", {})
    [table] = Document(str(path)).tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["No.", "French", "English", "State"]
    assert rows[1] == ["1", "GRÈVE AU PORT", "STRIKE AT THE PORT", "final"]
    assert rows[2][2].split("\n") == [
        "The vote took place at 2:30 pm: 321 votes to 87!",
        "Note: Ask Ana & <Bob>",
        "Note: Deuxième",
        "[critical] The source says “312”, the translation “321”. (number.swapped)",
        "[minor] The translation is short. (length.short)",
    ]
    assert rows[5][1:3] == ["Deux\tlignes\nici", "Two\tlines\nhere"]
    assert len(rows) == 7


def test_excel(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    [path] = exporter_for("xlsx").write(view(), tmp_path / "a.xlsx", {})
    sheet = load_workbook(path)["Segments"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][:4] == ["id", "source", "target", "state"]
    assert rows[4][1:4] == ["=SOMME(A1) vaut 10 €", "=SUM(A1) is €10", "reviewed"]
    assert sheet.cell(5, 2).data_type == "s"
    assert rows[2][11] == "Ask Ana & <Bob>\nDeuxième"
    assert sheet.freeze_panes == "A2"


def test_parquet(tmp_path: Path) -> None:
    import json

    parquet = pytest.importorskip("pyarrow.parquet")
    [path] = exporter_for("parquet").write(view(), tmp_path / "a.parquet", {"licence": "CC0-1.0"})
    table = parquet.read_table(path)
    assert table.num_rows == 5  # the one without a translation is no pair
    assert table.column("target").to_pylist()[1] == "The vote took place at 2:30 pm: 321 votes to 87!"
    assert table.column("findings").to_pylist()[1] == ["number.swapped", "length.short"]
    about = json.loads(table.schema.metadata[b"translator-gui"])
    assert (about["pairs"], about["licence"], about["engines"]) == (5, "CC0-1.0", {"memory": 1, "offline": 2})
