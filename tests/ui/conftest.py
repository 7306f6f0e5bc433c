"""A test's windows are gone when it ends: those that linger are restyled by every later one."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from .made_project import made_session
from .real_window import Reader, leave_unscored


@pytest.fixture(autouse=True)
def _no_window_lingers() -> Iterator[None]:
    yield
    # A collection takes a tenth of a second late in a run, and most tests (each string of the interface) open nothing.
    if QApplication.instance() is not None and QApplication.topLevelWidgets():
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def focused_reader(qtbot, tmp_path: Path) -> Iterator[Reader]:
    """A window on the made project, s1 current and its editor focused."""
    made = Reader(qtbot)
    made.desk.adopt(made_session(tmp_path / "a.tgproj"))
    made.desk.go_to("s1")
    made.window.page.focus_text()
    made.until(lambda: made.editor.hasFocus())
    yield made
    made.close()


@pytest.fixture
def unscored(monkeypatch) -> None:
    leave_unscored(monkeypatch)


@pytest.fixture
def still_reader(unscored, focused_reader: Reader) -> Reader:
    """``focused_reader``, and nothing is scored behind the test's back."""
    return focused_reader
