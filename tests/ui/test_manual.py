"""The manual: the same chapters in both languages, marks and links that lead somewhere, pictures that are there, and a
search that finds."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from translator_gui.checks.codes import texts
from translator_gui.kit.settings import Settings, WindowSettings
from translator_gui.ui.actions import BY_ID
from translator_gui.ui.desk import Desk
from translator_gui.ui.i18n import install_language
from translator_gui.ui.manual.book import Chapter, Section, folder, marks, names, plain, search
from translator_gui.ui.manual.dialog import ManualDialog

LANGUAGES = ("en", "fr")
LARGEST = 150_000  # bytes


@pytest.fixture
def manual(qtbot, request: pytest.FixtureRequest):
    language = getattr(request, "param", "en")
    install_language(QApplication.instance(), language)
    dialog = ManualDialog(Desk(Settings(window=WindowSettings(shortcuts={"export": "Ctrl+Alt+X"}))))
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    dialog.desk.shut_down()
    install_language(QApplication.instance(), "en")


def test_both_languages_have_the_same_chapters_and_marks() -> None:
    assert names("en") == names("fr")
    assert marks("en") == marks("fr")
    for kind, ids in marks("en").items():
        for identity in ids:
            assert identity in BY_ID
            assert kind == "key" or BY_ID[identity].menu


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_and_pictures_are_there(language: str) -> None:
    shown = set()
    for name in names(language):
        text = (folder(language) / f"{name}.md").read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)]+)\)", text):
            path = folder(language) / target
            assert path.is_file(), target
            shown.add(path)
        for alternative in re.findall(r"!\[([^\]]*)\]", text):
            assert len(alternative) > 10, f"{name}: say what the picture shows"
    pictures = set(folder(language).glob("*.png"))
    assert pictures == {path for path in shown if path.suffix == ".png"}
    for path in pictures:
        assert path.stat().st_size < LARGEST, path.name
        assert not QImage(str(path)).isNull()


def test_search_ignores_case_and_accents_and_puts_headings_first() -> None:
    chapter = Chapter("a", "A", "", (Section("Épreuves", 0, "rien"), Section("Autre", 1, "les EPREUVES, au milieu")))
    assert [hit.section.title for hit in search((chapter,), "épreuves")] == ["Épreuves", "Autre"]
    assert [hit.section.title for hit in search((chapter,), "milieu epreuves")] == ["Autre"]
    assert search((chapter,), "absent") == search((chapter,), "  ") == []


def test_plain_words() -> None:
    assert plain("**Ctrl+1** takes [one](a.md).\n\n![A picture](p.png)\n> `so`") == "Ctrl+1 takes one. so"


@pytest.mark.parametrize("manual", LANGUAGES, indirect=True)
def test_every_check_is_explained(manual: ManualDialog) -> None:
    checks = next(chapter for chapter in manual.chapters if chapter.name == "09-checks")
    assert len(checks.sections) > len(texts())
    manual.open_chapter("09-checks")
    assert checks.title in manual.page.toPlainText()


def test_the_manual_names_the_keys_of_the_user(manual: ManualDialog) -> None:
    manual.open_chapter("08-export")
    assert "File › Export (Ctrl+Alt+X)" in manual.page.toPlainText()


def test_searching_shows_the_place_and_marks_the_words(manual: ManualDialog) -> None:
    QTest.keyClicks(manual.search, "negation")
    assert manual.list.count() >= 2
    assert manual.list.currentRow() == 0
    assert {mark.cursor.selectedText().lower() for mark in manual.page.extraSelections()} == {"negation"}
    QTest.keyClick(manual.search, Qt.Key.Key_Down)
    assert manual.list.currentRow() == 1
    manual.search.setText("zzzz qqqq")
    assert manual.list.count() == 0
    assert "zzzz qqqq" in manual.nothing.text()
    QTest.keyClick(manual.search, Qt.Key.Key_Escape)
    assert manual.isVisible()
    assert manual.list.count() == len(names("en"))


def test_a_link_leads_to_the_chapter(manual: ManualDialog) -> None:
    manual.page.chapterWanted.emit("09-checks")
    assert manual.list.currentItem().text() == "Every check"
