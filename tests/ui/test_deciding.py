"""Precision per reason in the window: the ledger follows the review, a poor reason is offered for muting, once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from translator_gui.kit.settings import Settings
from translator_gui.review import commands
from translator_gui.review.decisions import Decision, Verdict
from translator_gui.scoring.calibration import Calibration
from translator_gui.ui.desk import Desk
from translator_gui.ui.dialogs.precision import PrecisionDialog
from translator_gui.ui.docks.why import Why
from translator_gui.ui.finding_text import signal_turns
from translator_gui.ui.main_window import MainWindow

from .made_project import made_session
from .real_window import leave_unscored

CODE = "scorer.meaning"


@pytest.fixture
def window(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setenv("TRANSLATOR_GUI_HOME", str(tmp_path / "home"))
    leave_unscored(monkeypatch)
    desk = Desk(Settings(user_name="Anna"), keep_settings=False)
    made = MainWindow(desk)
    qtbot.addWidget(made)
    made.show()
    desk.adopt(made_session(tmp_path / "made.tgproj"))
    desk.go_to("s1")
    yield made
    desk.shut_down()


def seven_dismissed(desk: Desk) -> None:
    desk.deciding.note([Decision(f"f{n}", CODE, Verdict.DISMISSED) for n in range(7)])


def dismiss_one(desk: Desk) -> None:
    (finding,) = desk.session.findings("s1")
    assert desk.perform("Dismiss", commands.dismiss, finding)


def test_the_eighth_dismissal_offers_to_mute_and_asks_no_key(window: MainWindow, qtbot) -> None:
    desk, offer = window.desk, window.page.mute_offer
    seven_dismissed(desk)
    window.page.focus_text()
    before = window.focusWidget()
    with qtbot.waitSignal(desk.deciding.offered):
        dismiss_one(desk)
    assert offer.isVisibleTo(window)
    assert "0 of 8" in offer.accessibleName()
    assert window.focusWidget() is before
    offer.mute_button.click()
    assert desk.deciding.is_muted(CODE)
    assert CODE in desk.session.muted
    assert offer.isHidden()
    desk.undo()
    assert not desk.deciding.is_muted(CODE)


def test_who_keeps_a_reason_is_left_in_peace(window: MainWindow, qtbot) -> None:
    desk, offer = window.desk, window.page.mute_offer
    seven_dismissed(desk)
    with qtbot.waitSignal(desk.deciding.offered):
        dismiss_one(desk)
    offer.keep_button.click()
    with qtbot.waitSignal(desk.deciding.changed), qtbot.assertNotEmitted(desk.deciding.offered):
        desk.deciding.note([Decision("f9", CODE, Verdict.DISMISSED)])


def test_the_dialog_follows_and_mutes_by_key(window: MainWindow, qtbot) -> None:
    desk = window.desk
    dialog = PrecisionDialog(desk, window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.toggle.isHidden()
    with qtbot.waitSignal(desk.deciding.changed):
        dismiss_one(desk)
    table = dialog.table
    assert table.topLevelItemCount() == 1
    assert (table.code(), table.currentItem().text(3)) == (CODE, "1")
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert desk.deciding.is_muted(CODE)
    assert table.currentItem().text(4) == "muted"
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert not desk.deciding.is_muted(CODE)


def test_the_slider_counts_while_it_is_dragged(window: MainWindow, qtbot) -> None:
    desk, bar = window.desk, window.page.bar
    desk.rescoring.calibration = Calibration(1.0, 0.0, (5.0, 60.0, 90.0), (0.30, 0.10, 0.0))
    window.actions_["flag-level"].trigger()
    level = bar._popup.level
    level.slider.setSliderDown(True)
    for value, count in ((1, "1"), (10, "2"), (30, "3")):
        level.slider.setValue(value)
        assert level.here.text().startswith(f"{count} segment")
        assert f"At {value} %" in level.meaning.text()
    qtbot.waitUntil(lambda: len(desk.session.scores.flagged) == 3)
    qtbot.waitUntil(lambda: desk.settings.scoring.false_flags == 30)
    qtbot.keyClick(bar._popup, Qt.Key.Key_Escape)
    assert not bar._popup.isVisible()


def test_what_is_missing_is_said_with_the_line_that_gets_it(window: MainWindow) -> None:
    class Poor:
        profile, threshold, calibration = "rules", 50.0, None
        notes = ('The language model (Gemma 3 270M) is not installed. Install it: pip install "translator-gui[local]"',)

    window.desk.rescoring.scorer_ready(Poor())
    status = window.statusBar()
    assert status._scoring.text() == "Checks only"
    assert "translator-gui[local]" in status._scoring.toolTip()
    assert status._notes.isVisibleTo(window)


def test_every_part_of_a_divergence_opens_by_key(qtbot, window: MainWindow) -> None:
    why = Why()
    qtbot.addWidget(why)
    session = window.desk.session
    why.show_card(session.scorecard("s1"))
    assert signal_turns("rules") in why.story.text()
    qtbot.keyClick(why.bars, Qt.Key.Key_Down)
    assert signal_turns("meaning") in why.story.text()
    assert why.bars.accessibleDescription() == why.story.text()
    qtbot.keyClick(why.bars, Qt.Key.Key_Down)
    assert signal_turns("meaning") in why.story.text()
    why.show_card(session.scorecard("s1"), stale=True)
    assert "before your edit" in why.title.text()
