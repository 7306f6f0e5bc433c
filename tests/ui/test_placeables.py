"""Placeables in the window: seen as chips, safe while typing, put in by a key; a Word file in, edited, out again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.formats.layout_material import word
from translator_gui.review import commands

from .real_window import Reader

SOURCE = "Le ⟨1⟩ministre⟨/1⟩ a dit « non »."


@pytest.fixture
def reader(qtbot, tmp_path: Path) -> Iterator[Reader]:
    made = Reader(qtbot)
    article = tmp_path / "article.docx"
    article.write_bytes(word())
    made.desk.open_path(article)
    made.until(lambda: made.desk.session is not None)
    made.opened()
    row = next(row for row in made.session.rows if row.segment.source == SOURCE)
    made.desk.push(commands.set_text(made.session, row.id, "The ⟨1⟩minister⟨/1⟩ said"), "test")
    made.desk.go_to(row.id)
    made.editor.setFocus()
    yield made
    made.close()


def place(reader: Reader, offset: int) -> None:
    caret = reader.editor.textCursor()
    caret.setPosition(offset)
    reader.editor.setTextCursor(caret)


def test_the_caret_never_stands_inside_one(reader: Reader) -> None:
    editor = reader.editor
    assert editor.toPlainText() == "The ⟨1⟩minister⟨/1⟩ said"
    place(reader, 4)
    QTest.keyClick(editor, Qt.Key.Key_Right)
    assert editor.textCursor().position() == 7
    QTest.keyClick(editor, Qt.Key.Key_Left)
    assert editor.textCursor().position() == 4
    QTest.keyClick(editor, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert editor.textCursor().selectedText() == "⟨1⟩"


@pytest.mark.parametrize(("key", "at"), [(Qt.Key.Key_Backspace, 7), (Qt.Key.Key_Delete, 4)])
def test_one_is_selected_before_it_goes(reader: Reader, key: Qt.Key, at: int) -> None:
    editor = reader.editor
    place(reader, at)
    QTest.keyClick(editor, key)
    assert editor.toPlainText() == "The ⟨1⟩minister⟨/1⟩ said"
    assert editor.textCursor().selectedText() == "⟨1⟩"
    QTest.keyClick(editor, key)
    assert editor.toPlainText() == "The minister⟨/1⟩ said"
    reader.press(Qt.Key.Key_Z)
    assert editor.toPlainText() == "The ⟨1⟩minister⟨/1⟩ said"


def test_a_key_puts_in_what_is_lacking(reader: Reader) -> None:
    editor = reader.editor
    editor.selectAll()
    QTest.keyClicks(editor, "The minister said")
    caret = editor.textCursor()
    caret.setPosition(4)
    caret.setPosition(12, caret.MoveMode.KeepAnchor)
    editor.setTextCursor(caret)
    insert = reader.window.actions_["insert-placeable"]
    insert.trigger()
    assert editor.toPlainText() == "The ⟨1⟩minister⟨/1⟩ said"
    insert.trigger()
    assert editor.toPlainText() == "The ⟨1⟩minister⟨/1⟩ said"
    editor.setPlainText("")
    insert.trigger()
    insert.trigger()
    assert editor.toPlainText() == "⟨1⟩⟨/1⟩"
    assert insert.shortcut().toString() == "Ctrl+J"


def test_chips_are_seen_in_both_texts(reader: Reader) -> None:
    from translator_gui.ui.theme import theme

    grounds = [item.format.background().color() for item in reader.editor.extraSelections()]
    assert grounds.count(theme().accent_soft) == 2
    reader.press(Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier)
    grounds = [item.format.background().color() for item in reader.window.page.source().extraSelections()]
    assert grounds.count(theme().accent_soft) == 2


def test_out_in_the_layout_it_came_in(reader: Reader, tmp_path: Path) -> None:
    from docx import Document

    from translator_gui.ui.dialogs.export import ExportDialog

    reader.desk.flush()
    dialog = ExportDialog(reader.desk, reader.window)
    assert dialog.format.currentData() == "docx"
    assert not dialog.layout_kept.isHidden()
    dialog.path.setText(str(tmp_path / "out.docx"))
    dialog.go.click()
    reader.until(lambda: (tmp_path / "out.docx").exists() and not dialog.open_folder.isHidden())
    bold = [run.text for run in Document(str(tmp_path / "out.docx")).paragraphs[1].runs if run.bold]
    assert bold == ["minister"]
    dialog.format.setCurrentIndex(dialog.format.findData("tmx"))
    assert dialog.layout_kept.isHidden()
    assert dialog.format.findData("odt") == -1
    dialog.close()
