"""Comments by keys, the sessions of a project, and how much of the confirmed text a machine wrote."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from translator_gui.domain.segment import Origin, State
from translator_gui.domain.span import Side
from translator_gui.review import comments
from translator_gui.review.quality_session import records
from translator_gui.ui.models.segments import Column

from .real_window import Reader

Key = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def reader(still_reader: Reader) -> Reader:
    return still_reader


def press(key: Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def type_(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def test_a_thread_by_keys(reader: Reader) -> None:
    press(Key.Key_Home)
    press(Key.Key_Right, CONTROL | SHIFT)
    words = reader.editor.selected_words()
    press(Key.Key_K, CONTROL)
    type_("Which one?")
    press(Key.Key_Return)
    (thread,) = comments.threads(reader.session, "s1")
    assert (thread.first.body, thread.quote, thread.first.by) == ("Which one?", words, "Anna")
    assert reader.editor.hasFocus()

    panel = reader.window.docks["comments"].widget()
    reader.until(lambda: len(panel.cards()) == 1)
    card = panel.cards()[0]
    card.setFocus()
    press(Key.Key_R)
    type_("The one at the port.")
    press(Key.Key_Return)
    (thread,) = comments.threads(reader.session, "s1")
    assert [reply.body for reply in thread.replies] == ["The one at the port."]
    card.setFocus()
    press(Key.Key_X)
    assert comments.threads(reader.session, "s1")[0].resolved
    press(Key.Key_Z, CONTROL)
    assert not comments.threads(reader.session, "s1")[0].resolved
    card.setFocus()
    press(Key.Key_Space)
    assert reader.editor.selected_words() == words
    card.setFocus()
    press(Key.Key_Delete)
    assert comments.threads(reader.session, "s1") == []


def test_on_the_french(reader: Reader) -> None:
    press(Key.Key_F4)
    press(Key.Key_Right, CONTROL | SHIFT)
    press(Key.Key_K, CONTROL)
    type_("Unclear")
    press(Key.Key_Return)
    (thread,) = comments.threads(reader.session, "s1")
    assert (thread.first.side, thread.quote) == (Side.SOURCE, "La")


def test_a_review_started_anew_keeps_the_one_before(reader: Reader) -> None:
    panel = reader.window.docks["review"].widget()
    press(Key.Key_R, CONTROL | ALT)
    press(Key.Key_Return, CONTROL)
    path = reader.session.path
    reader.desk.close_session()
    reader.desk.open_path(path)
    reader.opened()
    panel.refresh_now()
    assert panel.start.text() == "Resume"
    panel.anew.click()
    assert reader.desk.reviewing.quality.done == frozenset()
    panel.refresh_now()
    assert "1 of 5 segments · not finished" in panel._past.text()
    found = records(reader.session)
    assert [len(each.done) for each in found] == [1, 0]


def test_unedited_machine_text(reader: Reader) -> None:
    desk, session = reader.desk, reader.session
    box = reader.window.docks["review"].widget().machine
    press(Key.Key_1, CONTROL)
    assert session.row("s1").target.origin is Origin.ENGINE
    press(Key.Key_Return, CONTROL | SHIFT)
    box.refresh()
    assert box._share.text() == "100 % of what is confirmed: 1 of 1 segments"
    model = reader.window.page.model
    state = model.index(model.place_of("s1"), Column.STATE)
    assert "machine" in state.data(Qt.ItemDataRole.AccessibleTextRole)
    box.action.setCurrentIndex(box.action.findData("block"))
    box.share.setValue(50)
    press(Key.Key_B, CONTROL | ALT)
    assert session.row("s1").target.state is State.REVIEWED, "not made final"
    assert "as the machine wrote it" in reader.messages[-1][0]
    press(Key.Key_End)
    type_("!")
    desk.flush()
    box.refresh()
    assert box._share.text().startswith("0 %"), "it follows the typing"
    press(Key.Key_B, CONTROL | ALT)
    assert session.row("s1").target.state is State.FINAL
