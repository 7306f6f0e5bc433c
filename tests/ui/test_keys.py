"""The keys of the trade, pressed in the real window: each does what the list of keys says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from translator_gui.domain.segment import State
from translator_gui.ui.docks.catalogue import dock_specs

from .real_window import Reader

Key = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def reader(focused_reader: Reader) -> Reader:
    return focused_reader


def dialog(reader: Reader) -> QDialog:
    reader.until(lambda: any(each.isVisible() for each in reader.window.findChildren(QDialog)))
    return next(each for each in reader.window.findChildren(QDialog) if each.isVisible())


def test_rows(reader: Reader) -> None:
    reader.press(Key.Key_Down)
    assert reader.desk.current_id() == "s2"
    reader.press(Key.Key_Up)
    reader.press(Key.Key_Up)
    assert reader.desk.current_id() == "s0"
    reader.press(Key.Key_End)
    assert reader.desk.current_id() == "s5"
    reader.press(Key.Key_Home)
    assert reader.desk.current_id() == "s0"


def test_confirm_candidates_and_source(reader: Reader) -> None:
    reader.press(Key.Key_2)
    assert reader.text("s1") == "The strike began on 27 February."
    reader.press(Key.Key_1)
    assert reader.text("s1") == "The strike has lasted since 27 February."
    reader.press(Key.Key_Insert)
    assert reader.text("s1") == reader.session.row("s1").segment.source
    reader.press(Key.Key_Z)
    assert reader.text("s1") == "The strike has lasted since 27 February."
    reader.press(Key.Key_Return)
    assert reader.session.row("s1").target.state is State.REVIEWED
    assert reader.desk.current_id() == "s2"


def test_findings_backwards_and_forwards(reader: Reader) -> None:
    seen = []
    reader.desk.spanRequested.connect(lambda *args: seen.append(args[0]))
    reader.press(Key.Key_Down, ALT)
    reader.press(Key.Key_Down, ALT)
    reader.press(Key.Key_Up, ALT)
    assert seen[0] == seen[2] == "s1"
    assert seen[1] == "s2"


def test_a_line_is_brought_back_and_left_out_by_key(reader: Reader) -> None:
    reader.desk.go_to("s3")
    view = reader.window.page.rows
    reader.until(lambda: not view.editor.isVisible())
    QTest.keyClick(view, Key.Key_D, CONTROL)
    assert not reader.session.row("s3").segment.excluded
    reader.desk.go_to("s5")
    reader.press(Key.Key_D)
    assert reader.session.row("s5").segment.excluded
    path = reader.session.path
    reader.desk.close_session()
    reader.desk.open_path(path)
    reader.until(lambda: reader.session is not None)
    assert reader.session.row("s5").segment.excluded
    assert not reader.session.row("s3").segment.excluded


def test_jumps(reader: Reader) -> None:
    reader.press(Key.Key_Home)
    reader.press(Key.Key_F8, NONE)
    assert reader.desk.current_id() == "s1"
    reader.press(Key.Key_F7, NONE)
    assert reader.desk.current_id() == "s2"
    reader.press(Key.Key_F7, SHIFT)
    assert reader.desk.current_id() == "s1"
    reader.press(Key.Key_F6, NONE)
    assert reader.desk.current_id() == "s2"


@pytest.mark.parametrize(
    ("key", "modifiers", "name"),
    [
        (Key.Key_G, CONTROL, "GotoDialog"),
        (Key.Key_F1, NONE, "KeysDialog"),
        (Key.Key_F, CONTROL, "FindDialog"),
        (Key.Key_H, CONTROL, "FindDialog"),
        (Key.Key_E, CONTROL, "ExportDialog"),
        (Key.Key_I, CONTROL, "StatisticsDialog"),
    ],
)
def test_dialogs(reader: Reader, key: Qt.Key, modifiers: Qt.KeyboardModifier, name: str) -> None:
    reader.press(key, modifiers)
    shown = dialog(reader)
    assert name.removesuffix("Dialog").lower() in type(shown).__name__.lower()
    shown.reject()


def test_concordance_looks_up_what_is_selected(reader: Reader) -> None:
    reader.press(Key.Key_A)
    reader.press(Key.Key_F3, NONE)
    panel = reader.window.docks["concordance"].widget()
    assert panel.isVisible()
    assert panel.isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize("name", [spec.id for spec in dock_specs()])
def test_every_panel_has_a_key_that_gives_it_the_keyboard(reader: Reader, name: str) -> None:
    keys = reader.window.actions_[f"show-{name}"].shortcut()
    assert not keys.isEmpty()
    combination = keys[0]
    reader.press(combination.key(), combination.keyboardModifiers())
    dock = reader.window.docks[name]
    assert dock.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert dock.isAncestorOf(focused) or focused is dock.widget()
    QTest.keyClick(focused, Key.Key_F2)
    assert reader.editor.hasFocus()


@pytest.mark.parametrize("view", ["stacked", "reading", "grid"])
def test_a_view_is_chosen_by_its_button(reader: Reader, view: str) -> None:
    bar = reader.window.page.bar
    for name in ("reading", "grid", view):
        button = next(
            b
            for b in bar.findChildren(type(bar.excluded))
            if b.defaultAction() is reader.window.actions_[f"view-{name}"]
        )
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert reader.window.page.view == name
        checked = [v for v in ("grid", "stacked", "reading") if reader.window.actions_[f"view-{v}"].isChecked()]
        assert checked == [name]
        assert reader.editor.isVisible()
