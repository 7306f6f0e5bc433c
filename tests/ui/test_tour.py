"""The first-run tour: five steps, Escape ends it, and it is offered once in a lifetime."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest

from translator_gui.kit.settings import load_settings
from translator_gui.ui.app import offer_tour
from translator_gui.ui.tour import Tour, beside

from .real_window import Reader


@pytest.fixture
def reader(qtbot):
    reader = Reader(qtbot)
    yield reader
    reader.close()


def tours(reader: Reader) -> list[Tour]:
    return [tour for tour in reader.window.findChildren(Tour) if tour.isVisible()]


def test_five_steps_from_the_start_page_to_a_confirmed_sample(reader: Reader) -> None:
    offer_tour(reader.window)
    reader.until(lambda: tours(reader))
    tour = tours(reader)[0]
    assert tour.number == 1
    QTest.keyClick(tour, Qt.Key.Key_Return)  # opens the sample
    reader.until(lambda: tour.number == 2)
    for number in (3, 4, 5):
        QTest.keyClick(tour, Qt.Key.Key_Return)
        assert tour.number == number
        assert f"{number} " in tour.accessibleName()
        assert reader.window.rect().contains(tour.geometry())
    QTest.keyClick(tour, Qt.Key.Key_Return)
    assert not tours(reader)
    assert reader.editor.hasFocus() or reader.window.focusWidget() is reader.editor

    # Offered once, even when the settings are read anew.
    reader.desk.write_pending_settings()
    assert load_settings().window.toured
    offer_tour(reader.window)
    assert not reader.window.findChildren(Tour) or not tours(reader)


def test_escape_ends_it_and_the_menu_brings_it_back(reader: Reader) -> None:
    reader.trigger("tour")
    QTest.keyClick(tours(reader)[0], Qt.Key.Key_Escape)
    assert not tours(reader)
    reader.trigger("tour")
    assert len(tours(reader)) == 1
    reader.trigger("tour")
    assert len(tours(reader)) == 1


def test_the_users_own_article_goes_on_with_the_tour(reader: Reader) -> None:
    reader.trigger("tour")
    reader.desk.paste_text("Il pleut. Il vente.", "pluie")
    reader.until(lambda: tours(reader) and tours(reader)[0].number == 2)
    reader.desk.close_session()
    assert not tours(reader)


@pytest.mark.parametrize(
    "about",
    [
        QRect(0, 0, 1280, 800), QRect(400, 30, 120, 30), QRect(900, 100, 380, 600), QRect(0, 100, 300, 600),
        QRect(100, 700, 900, 80),
    ],
)  # fmt: skip
def test_the_card_is_in_the_window_and_beside_its_subject(about: QRect) -> None:
    whole, size = QRect(0, 0, 1280, 800), QSize(340, 180)
    card = QRect(beside(about, size, whole), size)
    assert whole.contains(card)
    assert not card.intersects(about) or about == whole
    assert whole.contains(QRect(beside(about, size, QRect(QPoint(0, 0), whole.size())), size))
