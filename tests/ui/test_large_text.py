"""Text at twice its size, in English and in French: nothing that is said is cut off (WCAG 2.2, 1.4.4)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from translator_gui.kit.settings import ScoringSettings, Settings, WindowSettings
from translator_gui.ui.dialogs.catalogue import open_dialog
from translator_gui.ui.i18n import install_language
from translator_gui.ui.theme import apply_theme

from .cut_off import cut_off, settle
from .made_project import made_session
from .real_window import Reader

DIALOGS = (
    "about", "consent", "download", "export", "find", "goto", "key", "keys", "paste", "reject", "statistics", "term",
    "memory-unit", "two-documents", "batch", "parameters", "verdict",
)  # fmt: skip
OPTIONS = {"consent": {"engine": "deepl"}, "key": {"engine": "deepl"}}


@pytest.fixture(params=["en", "fr"])
def reader(request: pytest.FixtureRequest, qtbot, tmp_path: Path) -> Iterator[Reader]:
    before = QApplication.font().pointSizeF()
    window = WindowSettings(language=request.param, font_points=2 * before)
    made = Reader(qtbot, Settings(user_name="Anna", window=window, scoring=ScoringSettings(profile="rules")))
    apply_theme(QApplication.instance(), "light", 2 * before)
    install_language(QApplication.instance(), request.param)
    session = made_session(tmp_path / "a.tgproj")
    session.close()
    made.desk.open_path(tmp_path / "a.tgproj")
    made.opened()
    made.quiet()  # what comes late lays the panels out anew
    yield made
    made.close()
    apply_theme(QApplication.instance(), "light", before)
    install_language(QApplication.instance(), "en")


def test_nothing_is_cut_off(reader: Reader) -> None:
    """One window for all of it: building one is what takes the time."""
    assert QApplication.font().pointSizeF() > 16
    found = {}
    for name in ("findings", "review", "errors", "comments", "terms", "history"):
        reader.window.docks[name].show()
        reader.window.docks[name].raise_()
        settle()
        found[name] = cut_off(reader.window)
    for name in DIALOGS:
        dialog = open_dialog(name, reader.desk, reader.window, **OPTIONS.get(name, {}))
        settle()
        found[f"dialog {name}"] = cut_off(dialog)
        dialog.reject()
        settle()
    dialog = open_dialog("preferences", reader.desk, reader.window)
    for number in range(dialog.pages.count()):
        dialog.list.setCurrentRow(number)
        settle()
        found[f"preferences {number}"] = cut_off(dialog)
    dialog.reject()
    assert {where: what for where, what in found.items() if what} == {}
