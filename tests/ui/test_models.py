from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt

from translator_gui.domain.segment import State
from translator_gui.kit.settings import ScoringSettings, Settings
from translator_gui.review import commands
from translator_gui.review.filters import Filter
from translator_gui.ui.desk import Desk
from translator_gui.ui.models.paragraphs import ParagraphModel
from translator_gui.ui.models.segments import Column, IdRole, SegmentModel

from .made_project import TEXTS, made_session
from .real_window import leave_unscored


@pytest.fixture
def desk(qtbot, tmp_path: Path, monkeypatch) -> Iterator[Desk]:
    leave_unscored(monkeypatch)
    made = Desk(Settings(scoring=ScoringSettings(profile="rules")), keep_settings=False)
    made.adopt(made_session(tmp_path / "made.tgproj"))
    yield made
    made.shut_down()


def test_segments_pass_qts_own_test(qtmodeltester, desk: Desk) -> None:
    model = SegmentModel(desk)
    qtmodeltester.check(model)
    desk.set_filter(Filter(text="port"))
    desk.perform("Exclude", commands.toggle_excluded, ["s1"])
    desk.set_filter(None)
    assert desk.perform("Split", commands.split, "s5", len("Elle promet "))
    assert model.rowCount() == len(TEXTS) + 1
    qtmodeltester.check(model)
    desk.close_session()
    assert model.rowCount() == 0


def test_paragraphs_pass_qts_own_test(qtmodeltester, desk: Desk) -> None:
    model = ParagraphModel(desk)
    model.set_active(True)
    qtmodeltester.check(model)
    desk.perform("Exclude", commands.toggle_excluded, ["s1"])
    assert [model.index(n, 0).data() for n in range(model.rowCount())] == [
        source for number, (source, _) in enumerate(TEXTS) if number not in (1, 3)
    ]


def test_cells_say_what_the_session_knows(desk: Desk) -> None:
    model = SegmentModel(desk)
    shown = [model.index(1, column).data() for column in Column]
    assert shown[:4] == ["2", *TEXTS[1], "Draft"]
    assert shown[4] == str(round(desk.session.divergence("s1")))
    assert model.index(1, 0).data(IdRole) == "s1"
    spoken = model.index(1, Column.DIVERGENCE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Divergence: ")
    assert "flagged" in spoken
    assert "not scored" in model.index(0, Column.DIVERGENCE).data(Qt.ItemDataRole.AccessibleTextRole)


def test_editing_through_the_model_can_be_undone(desk: Desk) -> None:
    model, changed = SegmentModel(desk), []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    assert model.setData(model.index(5, Column.TARGET), "It promises sixty jobs.")
    assert (5, 5) in changed
    assert desk.session.row("s5").target.text == "It promises sixty jobs."
    assert not model.setData(model.index(5, Column.SOURCE), "no")
    desk.undo()
    assert desk.session.row("s5").target.text == TEXTS[5][1]


def test_places_follow_the_filter(desk: Desk) -> None:
    model = SegmentModel(desk)
    assert model.place_of("s5") == 5
    desk.set_filter(Filter(excluded=False, flagged=True))
    assert [model.row_at(place).id for place in range(model.rowCount())] == ["s1", "s2"]
    assert (model.place_of("s2"), model.place_of("s5"), model.place_of("gone")) == (1, -1, -1)
    assert model.number_of(1) == 3
    assert model.rowCount(QModelIndex()) == 2


def test_going_to_a_hidden_segment_lifts_the_filter(desk: Desk) -> None:
    desk.set_filter(Filter(flagged=True))
    desk.go_to("s5")
    assert desk.filter is None
    assert desk.current_id() == "s5"


def test_confirming_goes_to_the_next_that_is_open(desk: Desk) -> None:
    desk.go_to("s2")
    desk.confirm_and_next()
    assert desk.session.row("s2").target.state is State.REVIEWED
    assert desk.current_id() == "s4"  # s3 is excluded


@pytest.mark.parametrize(
    ("worst_first", "current", "after"), [(False, "s0", "s1"), (False, "s4", "s4"), (True, "s4", "s1")]
)
@pytest.mark.parametrize("step", ["next", "confirmed"])
def test_from_a_row_that_the_filter_hides(desk: Desk, worst_first: bool, current: str, after: str, step: str) -> None:
    """On with what comes after it in the article; worst first, where it has no place, from the beginning."""
    desk.go_to(current)
    desk.set_worst_first(worst_first)
    desk.set_filter(Filter(flagged=True))
    desk.move(1) if step == "next" else desk.next_after_confirm()
    assert desk.current_id() == after
