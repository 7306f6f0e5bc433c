"""Spell-check in the editor: what is underlined, suggestions, the user's own words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QTextCursor, QTextLayout
from PySide6.QtWidgets import QPlainTextEdit

from translator_gui.kit.paths import data_dir
from translator_gui.kit.settings import Settings
from translator_gui.ui.desk import Desk
from translator_gui.ui.spelling import attach_spelling, spelling_for, spelling_menu, word_at


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk(Settings(), keep_settings=False)
    yield made
    made.shut_down()


@pytest.fixture
def editor(qtbot, desk: Desk) -> QPlainTextEdit:
    made = QPlainTextEdit()
    qtbot.addWidget(made)
    made.spelling = attach_spelling(made, spelling_for(desk))
    made.setPlainText("The govermnent 😀 anserwed today.")
    qtbot.waitUntil(lambda: spelling_for(desk).speller is not None)
    return made


def underlined(editor: QPlainTextEdit) -> list[str]:
    block = editor.document().firstBlock()
    units = block.text().encode("utf-16-le")
    formats: list[QTextLayout.FormatRange] = block.layout().formats()
    return [units[2 * f.start : 2 * (f.start + f.length)].decode("utf-16-le") for f in formats]


def test_unknown_words_are_underlined_even_after_an_emoji(editor: QPlainTextEdit, qtbot) -> None:
    qtbot.waitUntil(lambda: underlined(editor) == ["govermnent", "anserwed"])


def test_the_word_being_typed_is_left_alone_until_the_caret_leaves(editor: QPlainTextEdit, qtbot) -> None:
    caret = editor.textCursor()
    caret.setPosition(8)
    editor.setTextCursor(caret)
    assert underlined(editor) == ["anserwed"]
    caret.movePosition(QTextCursor.MoveOperation.End)
    editor.setTextCursor(caret)
    assert underlined(editor) == ["govermnent", "anserwed"]


def test_menu_suggests_and_puts_the_word_right(editor: QPlainTextEdit, desk: Desk) -> None:
    caret = editor.textCursor()
    caret.setPosition(6)
    menu = spelling_menu(editor, spelling_for(desk), editor.cursorRect(caret).center())
    texts = [action.text() for action in menu.actions()]
    assert texts[0] == "government"
    assert "Add to dictionary" in texts
    menu.actions()[0].trigger()
    assert editor.toPlainText().startswith("The government ")


def test_a_word_is_added_for_good(editor: QPlainTextEdit, desk: Desk) -> None:
    spelling_for(desk).add("govermnent")
    assert underlined(editor) == ["anserwed"]
    assert "govermnent" in (data_dir() / "words.en_US.txt").read_text(encoding="utf-8")


def test_switched_off_and_to_another_language(editor: QPlainTextEdit, desk: Desk, qtbot) -> None:
    desk.change_settings(window={"spelling": ""})
    assert underlined(editor) == []
    desk.change_settings(window={"spelling": "en_GB"})
    editor.setPlainText("The colour of labor.")
    qtbot.waitUntil(lambda: underlined(editor) == ["labor"])


def test_names_of_the_source_are_no_mistakes(editor: QPlainTextEdit) -> None:
    editor.spelling.set_source("Selon Hervé Plouhinec, la govermnent…")
    editor.setPlainText("Plouhinec and Kermoranec say govermnent.")
    assert underlined(editor) == ["Kermoranec", "govermnent"]


def test_no_word_at_white_space(editor: QPlainTextEdit) -> None:
    editor.setPlainText("one   two")
    caret = editor.textCursor()
    caret.setPosition(4)
    assert word_at(caret) is None
