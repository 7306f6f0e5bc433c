"""The docks on a real desk with a real project file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from translator_gui.domain.finding import Scope
from translator_gui.domain.unit import TranslationUnit
from translator_gui.kit.errors import InputError
from translator_gui.kit.settings import Settings
from translator_gui.review import commands
from translator_gui.ui.desk import Desk
from translator_gui.ui.docks.activity import time_left
from translator_gui.ui.docks.catalogue import build_docks, dock_specs, show_dock

from .made_project import made_session
from .real_window import leave_unscored


class Bench:
    def __init__(self, desk: Desk, window: QMainWindow, docks: dict[str, QDockWidget]) -> None:
        self.desk, self.window, self.docks = desk, window, docks

    def panel(self, name: str) -> QWidget:
        show_dock(self.docks[name])
        panel = self.docks[name].widget()
        panel.refresh_now()
        return panel


@pytest.fixture
def bench(qtbot, tmp_path: Path, monkeypatch) -> Iterator[Bench]:
    # The panels are looked at with the scores of the made project, not with new ones.
    leave_unscored(monkeypatch)
    desk = Desk(Settings(user_name="Anna"), keep_settings=False)
    window = QMainWindow()
    window.setCentralWidget(QWidget())
    qtbot.addWidget(window)
    docks = build_docks(desk, window)
    window.resize(1280, 800)
    window.show()
    desk.adopt(made_session(tmp_path / "made.tgproj"))
    desk.go_to("s1")
    yield Bench(desk, window, docks)
    desk.shut_down()


def test_docks_have_names_and_can_be_remembered(bench: Bench) -> None:
    for spec in dock_specs():
        dock = bench.docks[spec.id]
        assert dock.objectName() == f"dock.{spec.id}"
        assert dock.accessibleName() == dock.widget().accessibleName() == spec.title
    state = bench.window.saveState(1)
    bench.docks["outline"].show()
    assert bench.window.restoreState(state, 1)
    assert bench.docks["outline"].isHidden()


def test_candidates_are_shown_and_taken(bench: Bench, qtbot) -> None:
    panel = bench.panel("candidates")
    first, second = panel.cards()
    assert "February" in first.accessibleName()
    assert second.accessibleDescription() == "It is short."
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert bench.desk.current_row().target.text == "The strike has lasted since 27 February."
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert bench.desk.current_row().target.text == "The strike began on 27 February."
    bench.desk.undo()
    bench.desk.undo()
    assert "January" in bench.desk.current_row().target.text


def test_candidates_say_when_there_are_none(bench: Bench) -> None:
    bench.desk.go_to("s5")
    panel = bench.panel("candidates")
    assert panel.cards() == []
    assert not panel._empty.isHidden()
    assert "No candidates yet" in panel._empty.accessibleName()


def test_candidates_follow_the_current_segment(bench: Bench, qtbot) -> None:
    panel = bench.panel("candidates")
    assert len(panel.cards()) == 2
    bench.desk.go_to("s5")
    qtbot.waitUntil(lambda: panel.cards() == [])


def test_findings_of_segment_article_and_dismissed(bench: Bench, qtbot) -> None:
    bench.desk.go_to("s2")
    panel = bench.panel("findings")
    assert [panel.model.entry(n).finding.code for n in range(panel.model.rowCount())] == [
        "scorer.opposite", "scorer.omission",
    ]  # fmt: skip
    assert "ruled out" in panel.model.index(0, 0).data()
    panel.modes.button(1).click()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 3)
    assert panel.model.entry(0).finding.segment == "s1"  # critical first
    assert "Segment 2" in panel.model.index(0, 0).data()
    with qtbot.waitSignal(bench.desk.spanRequested) as asked:
        panel._jump(panel.model.index(0, 0))
    start = "The strike has lasted since 27 January.".index("January")
    assert asked.args == ["s1", "target", start, start + len("January")]


def test_a_finding_is_dismissed_restored_and_undone(bench: Bench, qtbot) -> None:
    bench.desk.go_to("s2")
    panel = bench.panel("findings")
    qtbot.keyClick(panel, Qt.Key.Key_Delete)
    assert [f.code for f in bench.desk.session.findings("s2")] == ["scorer.omission"]
    bench.desk.undo()
    assert len(bench.desk.session.findings("s2")) == 2
    panel.refresh_now()
    panel.dismiss(Scope.ARTICLE)
    panel.modes.button(2).click()
    assert panel.model.rowCount() == 1
    panel.restore()
    assert len(bench.desk.session.findings("s2")) == 2


def test_why_adds_up_to_the_divergence(bench: Bench) -> None:
    panel = bench.panel("findings")
    assert "97" in panel._why.title.text()
    assert sum(part.points for part in panel._why.bars._parts) == pytest.approx(97.0)
    assert "97" in panel._why.bars.accessibleName()


def test_outline_knows_where_the_trouble_is(bench: Bench, qtbot) -> None:
    panel = bench.panel("outline")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2)
    first, second = panel.model.sections
    assert (first.title, first.segments, first.flagged) == ("GRÈVE AU PORT", 3, 2)
    assert (second.title, second.segments, second.flagged) == ("LA DIRECTION RÉPOND", 2, 0)
    panel._jump(panel.model.index(1, 0))
    assert bench.desk.current_id() == "s4"


def test_history_shows_versions_and_brings_one_back(bench: Bench) -> None:
    bench.desk.perform("Typing", commands.set_text, "s1", "Something else.")
    panel = bench.panel("history")
    newest, oldest = panel.cards()
    assert "Something else." in newest.accessibleName()
    assert "January" in oldest.accessibleName()
    oldest.restored.emit()
    assert "January" in bench.desk.current_row().target.text
    bench.desk.undo()
    assert bench.desk.current_row().target.text == "Something else."


def test_memory_is_searched_and_inserted(bench: Bench, qtbot) -> None:
    bench.desk.workshop.memory().add([TranslationUnit("La grève continue.", "The strike goes on.", by="Anna")])
    panel = bench.panel("concordance")
    panel.search("grève")
    qtbot.waitUntil(lambda: "goes on" in panel.results.toPlainText())
    assert "<b>" not in panel.results.toPlainText()
    panel._clicked(_url("insert:0"))
    assert bench.desk.current_row().target.text == "The strike goes on."
    panel.search("zeppelin")
    qtbot.waitUntil(lambda: not panel._units)


def _url(text: str):
    from PySide6.QtCore import QUrl

    return QUrl(text)


def test_activity_follows_jobs_to_their_end(bench: Bench, qtbot) -> None:
    panel = bench.panel("activity")
    going = bench.desk.runner.submit("Counting", lambda ctx: (ctx.progress(5, 10, "half"), ctx.token.wait(30)))
    qtbot.waitUntil(lambda: bool(panel.cards()) and "5 of 10" in panel.cards()[0]._text.text())
    assert panel.cards()[0].running
    with qtbot.waitSignal(going.finished):
        panel.cards()[0]._cancel.click()
    assert "kept" in panel.cards()[0]._text.text()

    def fail(_ctx: object) -> None:
        raise InputError("It failed.", "Do this.")

    with qtbot.waitSignal(bench.desk.runner.submit("Failing", fail).finished):
        pass
    assert panel.cards()[0]._text.text() == "It failed. Do this."
    panel.clear_finished()
    assert panel.cards() == []


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(3, "a few seconds left"), (34, "about 30 s left"), (100, "about 2 min left"), (600, "about 10 min left")],
)
def test_time_left_is_coarse(seconds: float, text: str) -> None:
    assert time_left(seconds) == text


def test_every_control_has_a_name(bench: Bench) -> None:
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit

    for name in bench.docks:
        panel = bench.panel(name)
        for kind in (QAbstractButton, QAbstractItemView, QLineEdit):
            for widget in panel.findChildren(kind):
                if widget.objectName().startswith("qt_") or not widget.isVisibleTo(panel):
                    continue
                assert widget.accessibleName() or getattr(widget, "text", lambda: "")(), f"{name}: {widget}"


def test_closing_the_project_empties_the_docks(bench: Bench, qtbot) -> None:
    panels = [bench.panel(name) for name in bench.docks]
    bench.desk.close_session()
    for panel in panels:
        panel.refresh_now()
    assert bench.docks["candidates"].widget().cards() == []
    assert bench.docks["findings"].widget().model.rowCount() == 0


def test_what_was_being_gathered_ends_with_the_project(bench: Bench, qtbot) -> None:
    outline, findings = bench.panel("outline"), bench.panel("findings")
    findings.modes.button(1).click()
    outline.refresh_now()
    bench.desk.close_session()  # before the first row was looked at
    qtbot.waitUntil(lambda: not outline._slices.busy and not findings._slices.busy)
    assert findings.model.rowCount() == 0
