"""What alters very many segments goes on between events, can be cancelled, and is all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog

from translator_gui.domain.article import Article, Document
from translator_gui.domain.segment import Origin, Segment, Target
from translator_gui.kit.errors import StoreError
from translator_gui.review import commands, find_replace
from translator_gui.review.filters import Filter
from translator_gui.review.session import ReviewSession
from translator_gui.ui import gradually

from .real_window import Reader

COUNT = gradually.MANY + 100


@pytest.fixture
def reader(qtbot, tmp_path: Path, monkeypatch) -> Iterator[Reader]:
    monkeypatch.setattr("translator_gui.ui.rescoring.Rescoring.score_unscored", lambda self: None)
    monkeypatch.setattr("translator_gui.ui.rescoring.Rescoring.note", lambda self, ids, aspects: None)
    segments = tuple(Segment(f"s{n}", f"La phrase {n}.", " ", n) for n in range(COUNT))
    targets = {s.id: Target(f"The sentence {n}.", origin=Origin.DRAFT) for n, s in enumerate(segments)}
    made = Reader(qtbot)
    made.desk.adopt(ReviewSession.create(tmp_path / "a.tgproj", Document(Article(segments), targets), "Anna"))
    yield made
    made.close()


def texts(reader: Reader) -> set[str]:
    return {row.target.text.split()[0] for row in reader.session.rows}


def replace(reader: Reader) -> bool:
    hits = find_replace.find(reader.session, find_replace.Search("The"), "A")
    groups = find_replace.by_segment(hits)
    return reader.desk.perform_each("Replace", find_replace.replace_groups, groups)


def dialog(reader: Reader) -> QDialog:
    return next(each for each in reader.window.findChildren(QDialog) if each.isVisible())


def cancel_soon(reader: Reader) -> Callable[[gradually.Gradual], None]:
    """As soon as half of it is done."""

    def begun(large: gradually.Gradual) -> None:
        large.progressed.connect(lambda done, total: done > COUNT // 2 and dialog(reader).cancel.click())

    reader.desk.largeStarted.connect(begun)
    return begun


def test_events_are_served_meanwhile_and_undo_brings_all_back(reader: Reader) -> None:
    turns: list[bool] = []
    ticking = QTimer(interval=1)
    ticking.timeout.connect(lambda: turns.append(dialog(reader).isModal()))
    ticking.start()
    assert replace(reader)
    ticking.stop()
    assert len(turns) > 3
    assert all(turns)
    assert texts(reader) == {"A"}
    reader.desk.undo()
    assert texts(reader) == {"The"}
    reader.desk.redo()
    assert texts(reader) == {"A"}
    assert not [each for each in reader.window.findChildren(QDialog) if each.isVisible()]
    assert {row.target.text.split()[0] for row in reader.session.store.rows()} == {"A"}


def test_cancel_leaves_everything_as_it_was(reader: Reader) -> None:
    cancel_soon(reader)
    assert not replace(reader)
    assert texts(reader) == {"The"}
    assert reader.desk.undo_stack.count() == 0


def test_undo_can_be_cancelled_and_asked_for_again(reader: Reader) -> None:
    assert replace(reader)
    cancelling = cancel_soon(reader)
    reader.desk.undo()
    assert texts(reader) == {"A"}
    assert reader.desk.undo_stack.canUndo()
    reader.desk.largeStarted.disconnect(cancelling)
    reader.desk.undo()
    assert texts(reader) == {"The"}
    cancel_soon(reader)
    reader.desk.redo()
    assert texts(reader) == {"The"}
    assert reader.desk.undo_stack.canRedo()


def test_a_fault_in_the_middle_takes_back_what_was_done(reader: Reader, monkeypatch) -> None:
    real, calls = reader.session.store.apply_all, []

    def failing(change, by):
        calls.append(change)
        if len(calls) == 5:
            raise StoreError("The change could not be written.", "Free some disk space and try again.")
        return real(change, by)

    monkeypatch.setattr(reader.session.store, "apply_all", failing)
    assert not replace(reader)
    assert texts(reader) == {"The"}
    assert reader.desk.undo_stack.count() == 0
    assert reader.messages[-1][0] == "The change could not be written."


def test_nothing_else_alters_the_project_or_closes_it_meanwhile(reader: Reader) -> None:
    done: list[object] = []

    def begun(large: gradually.Gradual) -> None:
        QTimer.singleShot(0, large, meddle)

    def meddle() -> None:
        done.append(reader.desk.perform("Lock", commands.lock, ["s1"]))
        done.append(reader.window.close())
        reader.desk.undo()

    reader.desk.largeStarted.connect(begun)
    assert replace(reader)
    assert done == [False, False]
    assert reader.session is not None
    assert texts(reader) == {"A"}


def test_all_chosen_rows_are_locked_and_made_final(reader: Reader) -> None:
    reader.window.page.rows.selectAll()
    reader.trigger("final")
    assert {row.target.state.value for row in reader.session.rows} == {"final"}
    reader.trigger("lock")
    assert all(row.target.locked for row in reader.session.rows)
    reader.trigger("undo")
    reader.window.page.rows.selectAll()
    reader.trigger("exclude")
    assert all(row.segment.excluded for row in reader.session.rows)


def test_a_filter_set_at_the_end_measures_the_rows_that_are_seen(reader: Reader) -> None:
    """Scrolled beyond the end of fewer rows, all of them once counted as seen: ten seconds at fifty thousand."""
    reader.desk.go_to(reader.session.rows[-1].id)
    reader.until(lambda: reader.window.page.rows.verticalScrollBar().value() > 0)
    reader.desk.set_filter(Filter(text="phrase 1"))
    rows = reader.window.page.rows
    assert len(reader.desk.visible()) > 100
    assert 0 < len(rows._heights) < 60


def test_headings_do_not_look_through_all_rows_that_are_chosen(reader: Reader) -> None:
    rows = reader.window.page.rows
    rows.selectAll()
    assert len(rows.selected_ids()) == COUNT
    assert not rows.horizontalHeader().selectionModel().hasSelection()
