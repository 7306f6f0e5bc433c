from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from translator_gui.domain.segment import State
from translator_gui.review import commands

from .made_project import TEXTS, made_session
from .real_window import Reader

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def reader(qtbot, tmp_path: Path) -> Iterator[Reader]:
    made = Reader(qtbot)
    made.desk.adopt(made_session(tmp_path / "made.tgproj"))
    made.opened()
    made.desk.go_to("s5")
    made.editor.setFocus()
    made.press(Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier)
    yield made
    made.close()


def test_typing_is_committed_by_itself(reader: Reader) -> None:
    reader.type("Yes")
    reader.until(lambda: reader.text() == TEXTS[5][1] + "Yes")
    assert reader.session.store.row("s5").target.text.endswith("Yes")
    assert reader.session.row("s5").target.state is State.TRANSLATED


def test_ctrl_z_in_the_editor_takes_back_word_by_word(reader: Reader) -> None:
    reader.type(" one two")
    reader.press(Qt.Key.Key_Z)
    assert reader.editor.toPlainText() == TEXTS[5][1] + " one "
    reader.press(Qt.Key.Key_Z)
    assert reader.editor.toPlainText() == TEXTS[5][1] + " "
    reader.press(Qt.Key.Key_Z)
    assert reader.editor.toPlainText() == TEXTS[5][1] == reader.text()
    reader.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    reader.press(Qt.Key.Key_Y)
    assert reader.text() == TEXTS[5][1] + " one "


@pytest.mark.parametrize("start", [0, 3, len(TEXTS[5][1])])
def test_committing_several_words_leaves_the_caret_alone(reader: Reader, start: int) -> None:
    caret = reader.editor.textCursor()
    caret.setPosition(start)
    reader.editor.setTextCursor(caret)
    places = []
    reader.editor.cursorPositionChanged.connect(lambda: places.append(reader.editor.textCursor().position()))
    reader.type("one two  two. ")
    reader.desk.flush()
    assert places == list(range(start + 1, start + 15))
    assert reader.text() == reader.editor.toPlainText() == TEXTS[5][1][:start] + "one two  two. " + TEXTS[5][1][start:]


def test_deleting_is_a_stretch_of_its_own(reader: Reader) -> None:
    reader.type("abc")
    for _ in range(2):
        QTest.keyClick(reader.editor, Qt.Key.Key_Backspace)
    reader.press(Qt.Key.Key_Z)
    assert reader.editor.toPlainText() == TEXTS[5][1] + "abc"


def test_a_pause_ends_a_stretch(reader: Reader, monkeypatch) -> None:
    now = [100.0]
    monkeypatch.setattr("translator_gui.ui.panes.editor.time.monotonic", lambda: now[0])
    reader.type("ab")
    now[0] += 5
    reader.type("cd")
    reader.press(Qt.Key.Key_Z)
    assert reader.editor.toPlainText() == TEXTS[5][1] + "ab"


def test_undo_goes_back_to_the_segment_it_alters(reader: Reader) -> None:
    reader.type("!")
    reader.press(Qt.Key.Key_Up)
    assert reader.desk.current_id() == "s4"
    assert reader.text("s5").endswith("!")
    reader.press(Qt.Key.Key_Z)
    assert reader.desk.current_id() == "s5"
    assert reader.editor.toPlainText() == TEXTS[5][1]


def test_undoing_a_candidate_and_an_exclusion(reader: Reader) -> None:
    reader.desk.go_to("s1")
    before = reader.text()
    reader.press(Qt.Key.Key_1)
    assert reader.text() == reader.session.candidates("s1")[0].text == reader.editor.toPlainText()
    reader.press(Qt.Key.Key_Z)
    assert reader.editor.toPlainText() == before == reader.text()
    reader.desk.toggle_excluded(["s3"])
    assert not reader.session.row("s3").segment.excluded
    reader.desk.undo()
    assert reader.session.row("s3").segment.excluded


def test_confirm_and_next_commits_what_was_typed_last(reader: Reader) -> None:
    reader.desk.go_to("s1")
    reader.type("X")
    reader.press(Qt.Key.Key_Return)
    target = reader.session.row("s1").target
    assert target.text.endswith("X")
    assert target.state is State.REVIEWED
    assert reader.desk.current_id() == "s2"


def test_the_row_grows_with_its_text(reader: Reader) -> None:
    rows = reader.window.page.rows
    before = rows.rowHeight(5)
    reader.type("many words that go on " * 12)
    assert rows.rowHeight(5) > before
    assert reader.editor.height() <= rows.rowHeight(5)
    assert rows.viewport().rect().contains(reader.editor.geometry().topLeft())


def test_pasting_keeps_a_segment_on_one_line(reader: Reader) -> None:
    from PySide6.QtCore import QMimeData

    data = QMimeData()
    data.setText("one\ntwo")
    reader.editor.insertFromMimeData(data)
    reader.desk.flush()
    assert reader.text() == TEXTS[5][1] + "one two"


def test_a_locked_segment_cannot_be_typed_into(reader: Reader) -> None:
    reader.desk.perform("Lock", commands.lock, ["s5"])
    assert reader.editor.isReadOnly()
    reader.type("no")
    reader.desk.flush()
    assert reader.text() == TEXTS[5][1]


def test_text_beyond_the_first_plane(reader: Reader) -> None:
    reader.editor.insertPlainText("🎉")
    reader.type("!")
    reader.desk.flush()
    assert reader.text() == TEXTS[5][1] + "🎉!"
    reader.press(Qt.Key.Key_Z)
    assert reader.text() == TEXTS[5][1] + "🎉"


def test_an_edit_is_scored_again_and_never_letter_by_letter(reader: Reader) -> None:
    reader.desk.go_to("s1")
    reader.quiet()
    asked: list[str] = []
    snapshot = reader.desk.rescoring.snapshot
    reader.desk.rescoring.snapshot = lambda segment: asked.append(segment) or snapshot(segment)
    reader.type(" 14 16")
    reader.desk.flush()
    assert reader.session.is_stale("s1")
    reader.until(lambda: not reader.session.is_stale("s1"))
    assert asked.count("s1") <= 2
