"""A review in the real window by keys: started, worst first, confirmed, rejected with a reason, finished, reported."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from translator_gui.domain.segment import State
from translator_gui.kit.settings import Settings
from translator_gui.review.quality_session import Status, records
from translator_gui.review.session import ReviewSession
from translator_gui.ui.desk import Desk
from translator_gui.ui.main_window import MainWindow

from .made_project import made_session

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL_ALT = Modifier.ControlModifier | Modifier.AltModifier


@pytest.fixture
def window(qtbot, tmp_path: Path, monkeypatch) -> Iterator[MainWindow]:
    monkeypatch.setattr("translator_gui.ui.rescoring.Rescoring.score_unscored", lambda self: None)
    monkeypatch.setattr("translator_gui.ui.rescoring.Rescoring.request", lambda self, ids, **k: None)
    desk = Desk(Settings(user_name="Anna"), keep_settings=False)
    made = MainWindow(desk)
    qtbot.addWidget(made)
    made.show()
    desk.adopt(made_session(tmp_path / "made.tgproj"))
    qtbot.waitUntil(made.isVisible)
    made.activateWindow()
    made.page.focus_text()
    yield made
    desk.shut_down()


def press(window: MainWindow, key: Key, modifier: Modifier = Modifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)


def test_review_by_keys_from_start_to_report(window: MainWindow, qtbot, tmp_path: Path, monkeypatch) -> None:
    desk, session = window.desk, window.desk.session
    press(window, Key.Key_R, CTRL_ALT)
    quality = desk.reviewing.quality
    assert quality is not None
    worst_first = quality.ordered()
    assert worst_first[0] == max(("s1", "s2", "s5"), key=lambda name: session.scores.marks[name].divergence)
    assert desk.current_id() == worst_first[0]
    assert "s3" not in worst_first, "debris is not reviewed"

    press(window, Key.Key_R, Modifier.ControlModifier)
    field = QApplication.activeModalWidget().reason
    QTest.keyClicks(field, "wrong date")
    QTest.keyClick(field, Key.Key_Return)
    assert session.row(worst_first[0]).target.rejected == "wrong date"
    press(window, Key.Key_N, CTRL_ALT)
    for name in worst_first[1:]:
        assert desk.current_id() == name
        press(window, Key.Key_Return, Modifier.ControlModifier)
        assert session.row(name).target.state is State.REVIEWED
    assert quality.left() == []

    press(window, Key.Key_U, CTRL_ALT)
    assert quality.status is Status.PAUSED
    press(window, Key.Key_U, CTRL_ALT)
    assert quality.status is Status.RUNNING
    press(window, Key.Key_F, CTRL_ALT)
    assert quality.status is Status.FINISHED

    report = tmp_path / "report.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(report), "JSON (*.json)"))
    press(window, Key.Key_E, CTRL_ALT)
    qtbot.waitUntil(report.exists, timeout=20_000)
    told = json.loads(report.read_text(encoding="utf-8"))
    assert told["reviewer"] == "Anna"
    assert told["rejected"] == 1
    assert told["done"] == len(worst_first) == 5
    assert told["mqm"]["penalty"] == 0

    desk.close_session()
    with ReviewSession.open(tmp_path / "made.tgproj", "Anna") as again:
        (record,) = records(again)
        assert record.status is Status.FINISHED
        assert record.done == set(worst_first)
        assert again.row(worst_first[0]).target.rejected == "wrong date"


def test_closing_pauses_and_opening_resumes(window: MainWindow, tmp_path: Path) -> None:
    desk = window.desk
    desk.reviewing.start()
    started = desk.reviewing.quality.record.id
    desk.confirm_and_next()
    done = desk.reviewing.quality.done
    desk.close_session()
    assert desk.reviewing.quality is None
    desk.adopt(ReviewSession.open(tmp_path / "made.tgproj", "Anna"))
    desk.reviewing.start()
    assert desk.reviewing.quality.record.id == started
    assert desk.reviewing.quality.done == done
    assert len(done) == 1


def test_panel_tells_what_is_left(window: MainWindow) -> None:
    panel = window.docks["review"].widget()
    panel.order.setCurrentIndex(panel.order.findData("document"))
    window.desk.reviewing.start()
    assert window.desk.current_id() == "s0"
    window.desk.confirm_and_next()
    panel.refresh_now()
    assert panel._bar.accessibleName() == "1 of 5 segments done"
    assert panel._title.text() == "Anna · Running"
