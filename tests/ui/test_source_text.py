"""Selecting in the French, by keys and with the mouse, in every view; what is selected is looked up and marked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from translator_gui.domain.span import Side, Span
from translator_gui.ui.models.segments import Column

from .real_window import Reader

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def reader(focused_reader: Reader) -> Reader:
    return focused_reader


@pytest.mark.parametrize("view", ["grid", "stacked", "reading"])
def test_by_keys(reader: Reader, view: str) -> None:
    reader.window.set_view(view)
    reader.press(Key.Key_F4, Modifier.NoModifier)
    source = reader.window.page.source()
    assert source.hasFocus()
    assert source.toPlainText() == "La grève dure depuis le 27 février."
    for _ in range(2):
        QTest.keyClick(source, Key.Key_Right, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert reader.window.page.selected() == (Side.SOURCE, Span(0, 8))
    QTest.keyClick(source, Key.Key_X)
    assert source.toPlainText() == "La grève dure depuis le 27 février."
    QTest.keyClick(source, Key.Key_Escape)
    assert reader.editor.hasFocus()
    assert reader.window.page.selected() == (Side.SOURCE, Span(0, 8)), "still selected"
    reader.press(Key.Key_Left, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert reader.window.page.selected()[0] is Side.TARGET


def test_another_row_takes_it_away(reader: Reader) -> None:
    reader.press(Key.Key_F4, Modifier.NoModifier)
    source = reader.window.page.source()
    QTest.keyClick(source, Key.Key_Down, Modifier.ControlModifier)
    assert reader.desk.current_id() == "s2"
    assert not source.isVisible()
    assert reader.editor.hasFocus()


def test_a_drag_selects(reader: Reader) -> None:
    view = reader.window.page.rows
    place = reader.window.page.model.place_of("s1")
    cell = view.visualRect(view.model().index(place, Column.SOURCE))
    start = cell.topLeft() + QPoint(14, 16)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, start)
    assert view.source_in_row.drag_to(start + QPoint(60, 0))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, start + QPoint(60, 0))
    side, span = reader.window.page.selected()
    assert side is Side.SOURCE
    assert "La grève dure depuis".startswith(span.of("La grève dure depuis le 27 février."))


def test_french_words_are_looked_up(reader: Reader) -> None:
    reader.press(Key.Key_F4, Modifier.NoModifier)
    source = reader.window.page.source()
    QTest.keyClick(source, Key.Key_Right, Modifier.ControlModifier)
    QTest.keyClick(source, Key.Key_Right, Modifier.ControlModifier | Modifier.ShiftModifier)
    QTest.keyClick(source, Key.Key_F3)
    panel = reader.window.docks["concordance"].widget()
    assert panel.field.text() == "grève"
