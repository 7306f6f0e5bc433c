"""The real window on a real project, scored by rules alone; shared by the window's tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from translator_gui.kit.settings import ScoringSettings, Settings
from translator_gui.ui.app import application, build
from translator_gui.ui.desk import Desk
from translator_gui.ui.main_window import MainWindow

PATIENCE = 30_000


def leave_unscored(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is scored behind the test's back: the scores are those the project was made with."""
    for name in ("score_unscored", "request", "note"):
        monkeypatch.setattr(f"translator_gui.ui.rescoring.Rescoring.{name}", lambda self, *args, **options: None)


class Reader:
    """Somebody at the window: types, presses keys, waits for what should happen."""

    def __init__(self, qtbot, settings: Settings | None = None) -> None:
        self.qtbot = qtbot
        self.desk = Desk(settings or Settings(user_name="Anna", scoring=ScoringSettings(profile="rules")))
        self.window: MainWindow = build(application(), self.desk)
        self.messages: list[tuple[str, str, str]] = []
        self.desk.message.connect(lambda *args: self.messages.append(args))
        qtbot.addWidget(self.window)
        self.window.resize(1280, 720)
        self.window.show()

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE)

    def opened(self) -> None:
        self.until(lambda: self.desk.session is not None and self.editor.isVisible())

    def quiet(self) -> None:
        """Nothing is being worked on, and nothing waits to be."""
        rescoring = self.desk.rescoring
        self.until(lambda: not self.desk.runner.jobs() and not rescoring.is_waiting(self.desk.current_id()))

    @property
    def editor(self) -> QWidget:
        return self.window.page.editor()

    @property
    def session(self):
        return self.desk.session

    def text(self, segment: str = "") -> str:
        return self.session.row(segment or self.desk.current_id()).target.text

    def type(self, text: str) -> None:
        QTest.keyClicks(self.editor, text)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier) -> None:
        QTest.keyClick(self.editor, key, modifiers)

    def trigger(self, action: str) -> None:
        self.window.actions_[action].trigger()

    def close(self) -> None:
        self.window.close()
