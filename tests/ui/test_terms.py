"""Terms, the memory's matches and the second opinion on a real desk with a real termbase, memory and engine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QPlainTextEdit, QWidget

from translator_gui.domain.candidate import Availability, Candidate, Proposal
from translator_gui.domain.language import FR_EN
from translator_gui.domain.segment import Origin
from translator_gui.domain.term import Term
from translator_gui.domain.unit import TranslationUnit
from translator_gui.kit.settings import Settings
from translator_gui.pipeline import second_opinion
from translator_gui.ui.desk import Desk
from translator_gui.ui.dialogs.memory_unit import MemoryUnitDialog
from translator_gui.ui.dialogs.term import TermDialog
from translator_gui.ui.docks.catalogue import build_docks, show_dock

from .made_project import made_session


class Bench:
    def __init__(self, desk: Desk, docks: dict) -> None:
        self.desk, self.docks, self.rescored = desk, docks, []
        self.inserted: list[str] = []
        desk.terms.insertWanted.connect(self.inserted.append)

    def panel(self, name: str) -> QWidget:
        show_dock(self.docks[name])
        self.docks[name].widget().refresh_now()
        return self.docks[name].widget()


@pytest.fixture
def bench(qtbot, tmp_path: Path, monkeypatch) -> Iterator[Bench]:
    asked: list[str] = []
    monkeypatch.setattr("translator_gui.ui.rescoring.Rescoring.score_unscored", lambda self: None)
    monkeypatch.setattr("translator_gui.ui.rescoring.Rescoring.request", lambda self, ids, **k: asked.extend(ids))
    desk = Desk(Settings(user_name="Anna"), keep_settings=False)
    window = QMainWindow()
    window.setCentralWidget(QWidget())
    qtbot.addWidget(window)
    docks = build_docks(desk, window)
    window.resize(1280, 800)
    window.show()
    desk.adopt(made_session(tmp_path / "made.tgproj"))
    desk.go_to("s1")
    made = Bench(desk, docks)
    made.rescored = asked
    yield made
    desk.shut_down()


def rows(panel: QWidget) -> list[tuple[str, str, str]]:
    tree = panel.list
    items = [tree.topLevelItem(n) for n in range(tree.topLevelItemCount())]
    return [(i.text(0), i.text(1), i.data(1, Qt.ItemDataRole.AccessibleTextRole)) for i in items]


def test_terms_of_the_segment_are_listed_with_what_became_of_them(bench: Bench, qtbot) -> None:
    bench.desk.workshop.terms().add(
        [
            Term("grève", "strike"),
            Term("durer", "go on"),
            Term("grève", "walkout", forbidden=True),
            Term("port", "harbour"),
        ]
    )
    panel = bench.panel("terms")
    qtbot.waitUntil(lambda: len(rows(panel)) == 3)
    assert rows(panel) == [
        ("grève", "strike", "strike, In the translation"),
        ("durer", "go on", "go on, Not in the translation"),
        ("grève", "walkout", "walkout, Must not be used"),
    ]
    panel.insert_next()
    qtbot.waitUntil(lambda: bench.inserted == ["go on"])
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert bench.inserted == ["go on", "strike"]
    panel.field.setText("harb")
    qtbot.waitUntil(lambda: rows(panel) == [("port", "harbour", "harbour, To be used")])
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(bench.desk.workshop.terms().terms(FR_EN, "harbour")) == 0)
    qtbot.waitUntil(lambda: bench.rescored == ["s0"])  # GRÈVE AU PORT


def test_a_term_is_added_from_what_is_selected(bench: Bench, qtbot) -> None:
    dialog = TermDialog(bench.desk, None, target="strike")
    qtbot.addWidget(dialog)
    assert not dialog.keep.isEnabled()
    sentence = dialog.findChildren(QPlainTextEdit)[0]
    cursor = sentence.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(8, cursor.MoveMode.KeepAnchor)
    sentence.setTextCursor(cursor)
    assert dialog.source.text() == "grève"
    dialog.note.setText("not: walkout")
    with qtbot.waitSignal(bench.desk.terms.changed):
        dialog.keep.click()
    (term,) = bench.desk.workshop.terms().terms()
    assert (term.source, term.target, term.note, term.by) == ("grève", "strike", "not: walkout", "Anna")
    assert bench.rescored == ["s0", "s1"]
    again = TermDialog(bench.desk, None, term=term)
    qtbot.addWidget(again)
    again.forbidden.setChecked(True)
    with qtbot.waitSignal(bench.desk.terms.changed):
        again.keep.click()
    assert [t.forbidden for t in bench.desk.workshop.terms().terms()] == [True]


def test_terms_travel_as_files(bench: Bench, qtbot, tmp_path: Path) -> None:
    said: list[str] = []
    bench.desk.message.connect(lambda text, *_: said.append(text))
    (tmp_path / "t.csv").write_text("grève,strike\nport,harbour\n", "utf-8")
    bench.desk.terms.import_file(tmp_path / "t.csv")
    qtbot.waitUntil(lambda: len(bench.desk.workshop.terms().terms()) == 2)
    qtbot.waitUntil(lambda: bench.rescored == ["s0", "s1"])
    bench.desk.terms.export_file(tmp_path / "t.tbx")
    qtbot.waitUntil(lambda: len(said) == 2)
    assert (tmp_path / "t.tbx").read_bytes().count(b"<conceptEntry") == 2
    bench.desk.terms.import_file(tmp_path / "none.tbx")
    qtbot.waitUntil(lambda: any("cannot be read" in text for text in said))


def test_matches_of_the_segment_stand_in_the_memory_panel(bench: Bench, qtbot) -> None:
    memory = bench.desk.workshop.memory()
    memory.add([TranslationUnit("La grève dure depuis le 26 février.", "Since 26 February.", by="Bob", engine="pivot")])
    panel = bench.panel("concordance")
    qtbot.waitUntil(lambda: "92 % match" in panel.results.toPlainText())
    assert "machine’s words −5" in panel.results.toPlainText()
    (unit,) = memory.units()
    dialog = MemoryUnitDialog(bench.desk, None, unit=unit, done=panel.refresh)
    qtbot.addWidget(dialog)
    dialog.target.setPlainText("It has lasted since 26 February.")
    dialog.keep.click()
    qtbot.waitUntil(lambda: "It has lasted" in panel.results.toPlainText())
    assert "97 % match" in panel.results.toPlainText()  # a person's words now
    assert [u.by for u in memory.units()] == ["Anna"]
    panel._delete(unit)
    qtbot.waitUntil(lambda: list(memory.units()) == [])


def test_the_memory_travels_as_tmx(bench: Bench, qtbot, tmp_path: Path) -> None:
    memory = bench.desk.workshop.memory()
    memory.add([TranslationUnit("Oui.", "Yes."), TranslationUnit("Non.", "No.")])
    panel = bench.panel("concordance")
    panel.export_file(tmp_path / "m.tmx")
    qtbot.waitUntil(lambda: (tmp_path / "m.tmx").exists())
    memory.remove([unit.id for unit in memory.units()])
    panel.import_file(tmp_path / "m.tmx")
    qtbot.waitUntil(lambda: len(list(memory.units())) == 2)


def answering(monkeypatch, able: bool = True) -> list[tuple[str, str]]:
    """An engine that turns texts round; what it was asked."""
    asked: list[tuple[str, str]] = []
    way = Availability(True) if able else Availability(False, "Nothing is installed.", "apt install it")

    def ask(workshop, engine, text, pair, ctx):
        asked.append((text, str(pair)))
        answer = "The strike has lasted since 27 February." if pair == FR_EN else "La grève dure depuis le 27 janvier."
        return Proposal("x", (Candidate(answer, engine),))

    monkeypatch.setattr(second_opinion, "ask", ask)
    monkeypatch.setattr(second_opinion, "choices", lambda *_: [second_opinion.Choice("pivot", "Pivot", False, way)])
    monkeypatch.setattr(
        second_opinion, "back_choices", lambda *_: [second_opinion.Choice("pivot", "Pivot", False, way)]
    )
    return asked


def test_second_opinion_marks_what_differs_and_is_dropped_with_the_text(bench: Bench, qtbot, monkeypatch) -> None:
    asked = answering(monkeypatch)
    panel = bench.panel("opinion")
    panel.ask_both()
    qtbot.waitUntil(lambda: bool(panel.other.answer and panel.back.answer))
    source, target = "La grève dure depuis le 27 février.", "The strike has lasted since 27 January."
    assert sorted(asked) == [(source, "fr-en"), (target, "en-fr")]
    assert "line-through" in panel.other.text.text()
    assert "janvier" in panel.back.text.text()
    panel.other.take.click()
    taken = bench.desk.current_row().target
    assert taken.text == "The strike has lasted since 27 February."
    assert (taken.origin, taken.engine) == (Origin.ENGINE, "pivot"), "it stays known as the machine's"
    panel.refresh_now()
    assert panel.other.answer == panel.back.answer == ""
    assert panel.other.take.isHidden()


def test_when_no_engine_can_the_line_that_installs_one_is_shown(bench: Bench, qtbot, monkeypatch) -> None:
    answering(monkeypatch, able=False)
    panel = bench.panel("opinion")
    qtbot.waitUntil(lambda: not panel.back.notice.isHidden())
    assert "Nothing is installed." in panel.back.notice.accessibleName()
    assert panel.back.button.isHidden()


def test_choices_name_what_is_missing_for_the_way_back(bench: Bench) -> None:
    found = second_opinion.back_choices(bench.desk.workshop, FR_EN)
    assert [choice.name for choice in found] == ["firefox", "pivot"]  # no online engine without consent
    assert all(choice.availability.ok or choice.availability.why for choice in found)
