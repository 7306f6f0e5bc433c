"""A screen of 1280×720, in English and in French: the window fits it whatever panels are open, and nothing is cut off;
bars give up words, not controls."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from translator_gui.kit.settings import ScoringSettings, Settings, WindowSettings
from translator_gui.ui.delegates.rows import PAD_X
from translator_gui.ui.dialogs.catalogue import open_dialog
from translator_gui.ui.i18n import install_language
from translator_gui.ui.models.segments import Column
from translator_gui.ui.panes.sorting import ARROW, SORTED

from .cut_off import cut_off, settle
from .made_review import made_project
from .real_window import Reader
from .test_large_text import DIALOGS, OPTIONS

SCREEN = QSize(1280, 720 - 40)  # less a title bar
WORDS, ICON = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly


@pytest.fixture(params=["en", "fr"])
def reader(request: pytest.FixtureRequest, qtbot, tmp_path: Path) -> Iterator[Reader]:
    install_language(QApplication.instance(), request.param)
    window = WindowSettings(language=request.param)
    made = Reader(qtbot, Settings(user_name="Anna", window=window, scoring=ScoringSettings(profile="rules")))
    made.window.resize(SCREEN)
    made.desk.open_path(made_project(tmp_path / "a.tgproj", "Anna"))
    made.opened()
    made.quiet()
    yield made
    made.close()
    install_language(QApplication.instance(), "en")


def fits(size: QSize) -> bool:
    return size.width() <= SCREEN.width() and size.height() <= SCREEN.height()


def test_the_window_fits_with_every_panel_open(reader: Reader) -> None:
    assert reader.window.minimumSizeHint().width() <= 1024
    assert reader.window.minimumSizeHint().height() <= 600
    found = {}
    reader.desk.marking.accept()
    for name, dock in reader.window.docks.items():
        dock.show()
        dock.raise_()
        settle()
        found[name] = cut_off(reader.window)
        assert fits(reader.window.size()), f"{name} makes it {reader.window.size().toTuple()}"
    assert {where: what for where, what in found.items() if what} == {}


def test_the_start_page_fits_and_scrolls_when_low(qtbot) -> None:
    reader = Reader(qtbot)
    assert fits(reader.window.minimumSizeHint())
    reader.window.resize(1024, 420)
    settle()
    assert reader.window.height() <= 480
    assert reader.window.start.isVisible()
    reader.close()


def test_dialogs_fit(reader: Reader) -> None:
    sizes = {}
    for name in (*DIALOGS, "preferences", "precision"):
        dialog = open_dialog(name, reader.desk, reader.window, **OPTIONS.get(name, {}))
        settle()
        sizes[name] = dialog.size() if name != "batch" else dialog.minimumSizeHint()  # bound to the screen as it is
        dialog.reject()
        settle()
    assert {name: size.toTuple() for name, size in sizes.items() if not fits(size)} == {}


def test_the_filter_bar_gives_up_words_one_group_after_the_other(reader: Reader) -> None:
    bar = reader.window.page.bar
    views = bar.findChildren(type(bar.flagged))[:3]
    assert [button.defaultAction().objectName() for button in views]
    styles = []
    for width in (1400, bar.minimumSizeHint().width() + 160, bar.minimumSizeHint().width()):
        bar.resize(width, bar.height())
        styles.append((views[0].toolButtonStyle(), bar.flagged.toolButtonStyle()))
        assert bar.layout().totalMinimumSize().width() <= width
    assert styles == [(WORDS, WORDS), (ICON, WORDS), (ICON, ICON)]
    for button in (*views, bar.flagged, bar.open):
        assert button.toolTip()
    bar.resize(1400, bar.height())
    assert bar.flagged.toolButtonStyle() == WORDS


def test_a_toast_is_as_high_as_it_needs_to_be_each_time(reader: Reader) -> None:
    toast = reader.window.toast
    toast.say("One line.", "", "info")
    low = toast.height()
    toast.say("A message that says what happened.", "A hint that says what can be done about it.", "undo")
    settle()
    assert toast.height() > low
    assert cut_off(toast) == []


def test_no_heading_of_the_grid_is_cut_off(reader: Reader) -> None:
    header, model = reader.window.page.rows.horizontalHeader(), reader.window.page.model
    reader.trigger("worst-first")
    font = header.font()
    font.setBold(True)
    for width in (560, 900, 1400):
        reader.window.page.rows.resize(width, 500)
        settle()
        for column in Column:
            text = model.headerData(column, Qt.Orientation.Horizontal)
            room = header.sectionSize(column) - 2 * PAD_X - (ARROW if column in SORTED else 0)
            assert QFontMetrics(font).horizontalAdvance(text) <= room, f"{text} at {width}"


def test_the_keyboard_stays_with_the_rows_when_the_current_one_is_filtered_out(reader: Reader) -> None:
    reader.window.activateWindow()
    reader.window.page.focus_text()
    reader.until(lambda: reader.editor.hasFocus())
    reader.window.page.bar.text.setText("Morel")
    reader.window.page.bar.apply()
    settle()
    assert not reader.editor.isVisible()
    assert reader.window.focusWidget() is reader.window.page.rows


def test_going_from_a_suggestion_to_an_error_does_not_widen_the_panel(reader: Reader) -> None:
    for name in ("candidates", "findings"):
        reader.window.docks[name].hide()
    dock = reader.window.docks["errors"]
    dock.show()
    dock.raise_()
    settle()
    before = dock.width()
    reader.desk.reviewing.start()
    reader.desk.go_to("d1")
    reader.desk.marking.accept()
    settle()
    for segment in ("d2", "d1", "d2"):  # a suggestion, an error, a suggestion
        reader.desk.go_to(segment)
        dock.widget().refresh_now()
        settle()
        assert dock.widget().delete_.isVisible() is (segment == "d1")
        assert dock.width() == before
