"""A table that is opened: its columns are shown, guessed and confirmed before it is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from translator_gui.formats.catalogue import exporter_for
from translator_gui.ui.dialogs.columns import ColumnsDialog

from ..formats.export_material import view
from .real_window import Reader

TABLE = "Clé;Français;Ancien;Anglais\na;Le port;Port;The port\nb;Fermé;x;Closed\n"


@pytest.fixture
def reader(qtbot) -> Iterator[Reader]:
    made = Reader(qtbot)
    yield made
    made.close()


def asked(reader: Reader, path: Path) -> ColumnsDialog:
    reader.desk.open_path(path)
    found: list[ColumnsDialog] = []

    def shown() -> bool:
        found[:] = [each for each in QApplication.topLevelWidgets() if isinstance(each, ColumnsDialog)]
        return bool(found) and found[0].isVisible()

    reader.until(shown)
    return found[0]


def test_guessed_confirmed_and_read(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "paires.csv"
    path.write_text(TABLE, encoding="utf-8")
    dialog = asked(reader, path)
    assert dialog.columns() == {"source": 1, "target": 3}
    assert dialog.header.isChecked()
    assert dialog.delimiter.currentData() == ";"
    assert [dialog.table.horizontalHeaderItem(n).text() for n in range(4)] == ["–", "French", "–", "English"]
    dialog.places["target"].setCurrentIndex(1)
    assert not dialog.go.isEnabled()
    dialog.places["target"].setCurrentIndex(2)
    dialog.places["id"].setCurrentIndex(1)
    dialog.go.click()
    reader.until(lambda: reader.desk.session is not None)
    assert [(row.id, row.segment.source, row.target.text) for row in reader.session.rows] == [
        ("a", "Le port", "Port"),
        ("b", "Fermé", "x"),
    ]


def test_read_again_in_another_way(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "paires.csv"
    path.write_bytes("Fermé,a;b\nÉté,c;d\n".encode("cp1252"))
    dialog = asked(reader, path)
    assert dialog.table.item(0, 0).text() == "Fermé"
    dialog.delimiter.setCurrentIndex(dialog.delimiter.findData(";"))
    dialog.delimiter.activated.emit(0)
    assert dialog.table.item(0, 0).text() == "Fermé,a"
    dialog.encoding.setCurrentIndex(dialog.encoding.findData("mac-roman"))
    dialog.encoding.activated.emit(0)
    assert dialog.table.item(0, 0).text() != "Fermé,a"
    dialog.reject()
    assert reader.desk.session is None


def test_our_own_table_asks_nothing(reader: Reader, tmp_path: Path) -> None:
    [path] = exporter_for("xlsx").write(view(), tmp_path / "a.xlsx", {})
    reader.desk.open_path(path)
    reader.until(lambda: reader.desk.session is not None)
    assert reader.session.rows[0].target.text == "STRIKE AT THE PORT"
