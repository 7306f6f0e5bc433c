"""Tracked changes in the real window: shown against three baselines, accepted or reverted one at a time."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest

from tests.review.killing import is_sound
from translator_gui.domain.span import Side
from translator_gui.review import baselines, commands
from translator_gui.review.baselines import Baseline
from translator_gui.review.session import ReviewSession
from translator_gui.ui.delegates.marks import utf16
from translator_gui.ui.models.segments import Column
from translator_gui.ui.tracked.strip import ChangeStrip

from .made_project import made_session
from .real_window import Reader, leave_unscored

Key, Modifier = Qt.Key, Qt.KeyboardModifier
ALT_SHIFT = Modifier.AltModifier | Modifier.ShiftModifier
RECEIVED = "The prefect has ruled out requisition."
EDITED = "The prefect has not ruled out any requisition."


@pytest.fixture
def reader(qtbot, tmp_path: Path, monkeypatch) -> Iterator[Reader]:
    leave_unscored(monkeypatch)
    made = Reader(qtbot)
    made.desk.adopt(made_session(tmp_path / "a.tgproj"))
    for segment, text in (("s2", EDITED), ("s5", "It promises 60 jobs at the port.")):
        made.desk.perform("Edit", commands.set_text, segment, text)
    made.desk.go_to("s1")
    made.window.page.focus_text()
    made.until(lambda: made.editor.hasFocus())
    yield made
    made.close()


def strip(reader: Reader) -> ChangeStrip:
    page = reader.window.page
    return page.reading.changes if page.view == "reading" else page.rows.strip


def drawn(reader: Reader, segment: str) -> list[tuple[str, bool, bool]]:
    """(words, underlined, struck through) of the grid's painted text."""
    rows = reader.window.page.rows
    row = reader.session.row(segment)
    layout = rows.delegate.layout(row, Side.TARGET, 300)
    cut = layout.text().encode("utf-16-le")
    return [
        (
            cut[2 * f.start : 2 * (f.start + f.length)].decode("utf-16-le"),
            f.format.fontUnderline(),
            f.format.fontStrikeOut(),
        )
        for f in layout.formats()
        if f.format.hasProperty(QTextCharFormat.Property.FontStrikeOut)
    ]


def test_each_baseline_has_a_key_and_a_sign(reader: Reader) -> None:
    page, tracking = reader.window.page, reader.desk.tracking
    assert not page.changes.isVisible()
    assert drawn(reader, "s2") == []
    for key, modifier, kind in (
        (Key.Key_F9, Modifier.NoModifier, Baseline.RECEIVED),
        (Key.Key_F9, Modifier.ShiftModifier, Baseline.MACHINE),
        (Key.Key_F9, Modifier.ControlModifier, Baseline.EXPORT),
    ):
        reader.press(key, modifier)
        assert tracking.kind is kind
        assert page.changes.isVisible()
        assert [name for name, button in page.changes.kinds.items() if button.isChecked()] == [kind.value]
        assert reader.window.actions_[f"changes-{kind.value}"].isChecked()
    reader.press(Key.Key_F9, Modifier.ControlModifier)
    assert tracking.kind is None
    assert not page.changes.isVisible()


def test_insertions_are_underlined_deletions_struck_through(reader: Reader) -> None:
    reader.press(Key.Key_F9, Modifier.NoModifier)
    assert drawn(reader, "s2") == [("not ", True, False), ("any ", True, False)]
    assert drawn(reader, "s5") == [(" new", False, True)]
    assert drawn(reader, "s0") == []
    model = reader.window.page.model
    spoken = model.data(model.index(5, Column.TARGET), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "English: It promises 60 jobs at the port.; deleted “new”"


def test_running_text_shows_them_too(reader: Reader) -> None:
    reader.press(Key.Key_F9, Modifier.NoModifier)
    reader.window.set_view("reading")
    text = reader.window.page.reading.text
    reader.until(lambda: text.model().rowCount() == 5)
    running, pieces = text.model().pieces(4, Side.TARGET)
    assert running == "It promises 60 new jobs at the port."
    assert [(piece.start, piece.end) for piece in pieces] == [(0, len(running))]
    struck = [f for f in text.delegate.layout(text.model(), 4, Side.TARGET, 300).formats() if f.format.fontStrikeOut()]
    assert [running[f.start : f.start + f.length] for f in struck] == [" new"]
    reader.desk.go_to("s5")
    assert strip(reader).isVisible()


def test_walk_accept_revert_undo_by_keys(reader: Reader) -> None:
    session, tracking = reader.session, reader.desk.tracking
    reader.press(Key.Key_F9, Modifier.NoModifier)
    reader.press(Key.Key_Down, ALT_SHIFT)
    assert (reader.desk.current_id(), tracking.number) == ("s2", 0)
    assert reader.editor.textCursor().selectedText() == "not "
    assert strip(reader).accessibleName() == "Change 1 of 2: inserted “not”"
    reader.press(Key.Key_Return, ALT_SHIFT)
    assert session.row("s2").target.text == EDITED, "accepting leaves the text"
    assert [tracking.say(tracking.of("s2"), op) for op in tracking.changes("s2")] == ["inserted “any”"]
    reader.press(Key.Key_Delete, ALT_SHIFT)
    assert session.row("s2").target.text == EDITED.replace("any ", "")
    assert tracking.changes("s2") == ()
    reader.press(Key.Key_Z)
    assert session.row("s2").target.text == EDITED, "a revert is an edit like any other"
    reader.press(Key.Key_Z)
    assert len(tracking.changes("s2")) == 2, "so is an acceptance"
    reader.press(Key.Key_Down, ALT_SHIFT)
    reader.press(Key.Key_Down, ALT_SHIFT)
    assert reader.desk.current_id() == "s5", "on to the next segment that has changes"
    reader.press(Key.Key_Up, ALT_SHIFT)
    assert (reader.desk.current_id(), tracking.number) == ("s2", 1)


def test_by_mouse(reader: Reader) -> None:
    reader.press(Key.Key_F9, Modifier.NoModifier)
    rows = reader.window.page.rows
    box, layout = (
        rows.target_rect(2),
        rows.delegate.layout(reader.session.row("s2"), Side.TARGET, rows.target_rect(2).width()),
    )
    text = reader.desk.tracking.merged("s2").text
    spot = utf16(text, text.index("any") + 1)
    line = layout.lineForTextPosition(spot)
    at = QPointF(box.topLeft()) + QPointF(line.cursorToX(spot)[0], line.y() + line.height() / 2)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert reader.desk.current_id() == "s2"
    assert reader.desk.tracking.number == 1
    assert strip(reader).isVisible()
    assert strip(reader).geometry().top() > reader.editor.geometry().bottom()
    QTest.mouseClick(strip(reader).buttons[3], Qt.MouseButton.LeftButton)
    assert reader.text("s2") == EDITED.replace("any ", "")


def test_the_row_that_is_left_gives_its_room_back(reader: Reader) -> None:
    rows = reader.window.page.rows
    heights = [rows.rowHeight(place) for place in range(6)]
    reader.press(Key.Key_F9, Modifier.NoModifier)
    for _ in range(4):
        reader.desk.move(1)
    reader.press(Key.Key_F9, Modifier.NoModifier)
    assert [rows.rowHeight(place) for place in (0, 2, 3, 4)] == [heights[place] for place in (0, 2, 3, 4)]
    reader.press(Key.Key_F9, Modifier.NoModifier)
    reader.desk.go_to("s5")
    assert rows.rowHeight(1) <= heights[1]
    assert strip(reader).geometry().bottom() < rows.rowViewportPosition(5) + rows.rowHeight(5)
    assert reader.editor.height() >= reader.editor.text_height()


def test_strip_follows_what_is_typed(reader: Reader) -> None:
    reader.press(Key.Key_F9, Modifier.NoModifier)
    assert strip(reader).isVisible()
    assert strip(reader).accessibleName() == "No change"
    reader.press(Key.Key_End, Modifier.NoModifier)
    reader.type(" Really.")
    reader.until(lambda: strip(reader).accessibleName() == "Change 1 of 1: inserted “Really.”")


def test_without_a_baseline(reader: Reader) -> None:
    reader.desk.go_to("s3")
    reader.desk.toggle_excluded(["s3"])
    reader.desk.perform("Edit", commands.set_text, "s3", "By hand")
    reader.press(Key.Key_F9, Modifier.ShiftModifier)
    assert strip(reader).accessibleName() == "No machine had a part in this text"
    reader.window.actions_["accept-change"].trigger()
    assert reader.messages[-1][0] == "There is no change here."


def test_an_export_is_a_new_baseline(reader: Reader, tmp_path: Path) -> None:
    reader.press(Key.Key_F9, Modifier.ControlModifier)
    assert len(reader.desk.tracking.changes("s2")) == 2
    reader.desk.export("txt", tmp_path / "a.txt")
    reader.until(lambda: reader.desk.tracking.changes("s2") == ())
    reader.press(Key.Key_Down, ALT_SHIFT)
    assert reader.messages[-1][0] == "Nothing differs from this baseline."


REVIEWER = """
import os, signal, sys
from translator_gui.review import baselines
from translator_gui.review.baselines import Baseline
from translator_gui.review.session import ReviewSession

session = ReviewSession.open(sys.argv[1], "Anna")
made = baselines.tracked(session, "s2", Baseline.RECEIVED)
session.do(baselines.accept(session, made, made.changes[0]))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_what_was_accepted_survives_a_kill(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "a.tgproj"
    reader.desk.close_session()
    assert subprocess.run([sys.executable, "-c", REVIEWER, str(path)], check=False).returncode != 0
    assert is_sound(path)
    with ReviewSession.open(path, "Anna") as again:
        made = baselines.tracked(again, "s2", Baseline.RECEIVED)
        assert made is not None
        assert [op.after_span.of(made.after) for op in made.changes] == ["any "]
    reader.desk.adopt(ReviewSession.open(path, "Anna"))
    reader.desk.tracking.switch(Baseline.RECEIVED)
    assert [reader.desk.tracking.say(made, op) for op in reader.desk.tracking.changes("s2")] == ["inserted “any”"]
