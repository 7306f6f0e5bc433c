"""A project with flipped pages, in the real window: the way out is offered, taken, and reported."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from tests.faults.dialogs import button, dialog
from tests.store.test_salvage import COUNT, PAGE, make
from tests.ui.real_window import Reader


def test_recovered_in_the_window(qtbot, tmp_path: Path) -> None:
    path = tmp_path / "a.tgproj"
    make(path)
    data = bytearray(path.read_bytes())
    first = data.index(b"Phrase 200 ") // PAGE  # a page of the table of segments
    data[first * PAGE : (first + 1) * PAGE] = b"\xde" * PAGE
    path.write_bytes(data)

    reader = Reader(qtbot)
    reader.desk.open_path(path)
    reader.until(lambda: dialog("ProblemDialog"))
    texts = [label.text() for label in dialog("ProblemDialog").findChildren(QLabel)]
    assert any("could not be read" in text for text in texts)
    button(dialog("ProblemDialog"), "Recover").click()
    reader.until(lambda: dialog("SalvagedDialog"))
    reader.opened()
    assert reader.session.path.name == "a (recovered).tgproj"
    kept = len(reader.session.rows)
    assert COUNT - 40 < kept < COUNT
    texts = [label.text() for label in dialog("SalvagedDialog").findChildren(QLabel)]
    assert any(f"{kept} segments recovered" in text for text in texts)
    assert any("s200" in text for text in texts)
    dialog("SalvagedDialog").reject()
    assert path.read_bytes()[100:] == data[100:]  # opening it may mark the header, no more
    reader.close()


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00" + b"\xff" * 4000])
def test_nothing_can_be_recovered(qtbot, tmp_path: Path, content: bytes) -> None:
    """No window hangs, no file appears."""
    path = tmp_path / "a.tgproj"
    path.write_bytes(content)
    reader = Reader(qtbot)
    reader.desk.salvaging.start(path)
    reader.until(lambda: reader.messages)
    assert "Nothing could be read" in reader.messages[0][0]
    assert [p.name for p in tmp_path.iterdir()] == ["a.tgproj"]
    reader.close()
