"""Worst first: rows sorted by divergence once, walked in that order; the box of states asks for more than states."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from translator_gui.domain.finding import Severity
from translator_gui.domain.span import Side, Span
from translator_gui.review import annotations, commands, comments
from translator_gui.ui.models.segments import Column

from .real_window import Reader

WORST_FIRST = ["s1", "s2", "s5", "s0", "s3", "s4"]  # s0, s3, s4 have no score


def shown(reader: Reader) -> list[str]:
    model = reader.window.page.model
    return [model.row_at(place).id for place in range(model.rowCount())]


def test_the_heading_sorts_and_the_numbers_put_back(still_reader: Reader) -> None:
    header = still_reader.window.page.rows.horizontalHeader()

    def click(column: Column) -> None:
        place = QPoint(header.sectionViewportPosition(column) + 10, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)

    click(Column.DIVERGENCE)
    assert shown(still_reader) == WORST_FIRST
    assert still_reader.window.actions_["worst-first"].isChecked()
    assert header.sortIndicatorSection() == Column.DIVERGENCE
    assert header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
    click(Column.NUMBER)
    assert shown(still_reader) == [f"s{number}" for number in range(6)]
    assert not still_reader.window.actions_["worst-first"].isChecked()


def test_the_rows_are_walked_in_the_order_they_are_shown(still_reader: Reader) -> None:
    desk = still_reader.desk
    still_reader.trigger("worst-first")
    still_reader.trigger("first-segment")
    assert desk.current_id() == "s1"
    still_reader.trigger("next-segment")
    still_reader.trigger("next-segment")
    assert desk.current_id() == "s5"
    still_reader.trigger("previous-segment")
    assert desk.current_id() == "s2"
    still_reader.trigger("confirm-next")
    assert desk.current_id() == "s5"
    assert shown(still_reader) == WORST_FIRST


def test_running_text_is_read_in_its_own_order(still_reader: Reader) -> None:
    still_reader.trigger("worst-first")
    still_reader.trigger("view-reading")
    assert not still_reader.desk.worst_first
    still_reader.trigger("worst-first")
    assert still_reader.window.page.view == "grid"
    assert shown(still_reader) == WORST_FIRST
    still_reader.trigger("worst-first")
    assert shown(still_reader)[0] == "s0"


def _mark(reader: Reader) -> None:
    words = Span(0, 3)
    assert reader.desk.perform("Mark", annotations.mark, "s2", Side.TARGET, words, "accuracy", Severity.MAJOR)


def _comment(reader: Reader) -> None:
    assert reader.desk.perform("Comment", comments.add, "s5", "Sixty?")


@pytest.mark.parametrize(
    ("name", "prepare", "left"),
    [
        ("With errors", _mark, ["s2"]),
        ("With open comments", _comment, ["s5"]),
        ("Rejected", lambda r: r.desk.perform("Reject", commands.reject, "s1", "no"), ["s1"]),
        ("Locked", lambda r: r.desk.perform("Lock", commands.lock, ["s4"]), ["s4"]),
    ],
)
def test_the_box_of_states(still_reader: Reader, name: str, prepare, left: list[str]) -> None:
    prepare(still_reader)
    box = still_reader.window.page.bar.states
    box.setCurrentIndex(box.findText(name))
    assert shown(still_reader) == left
    still_reader.window.page.bar.clear()
    assert box.currentIndex() == 0
    assert len(shown(still_reader)) == 6
