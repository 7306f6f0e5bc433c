"""The scorecard in the window: figures and plots of a session, live, and two reviewers compared."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from tests.review.quality_material import do
from translator_gui.domain.finding import Severity
from translator_gui.domain.span import Side, Span
from translator_gui.review import annotations as marked
from translator_gui.review.session import ReviewSession
from translator_gui.ui.quality.scorecard_page import ScorecardPage
from translator_gui.ui.quality.scorecard_parts import Figure, PlotView

from .real_window import Reader, leave_unscored
from .two_reviews import reviewed_project

Key, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return reviewed_project(tmp_path_factory.mktemp("review") / "a.tgproj")


@pytest.fixture
def reader(qtbot, tmp_path: Path, project: Path, monkeypatch) -> Iterator[Reader]:
    leave_unscored(monkeypatch)
    made = Reader(qtbot)
    made.desk.adopt(ReviewSession.open(shutil.copy(project, tmp_path / "a.tgproj"), "Anna Keller"))
    made.window.page.focus_text()
    made.until(lambda: made.editor.hasFocus())
    yield made
    made.close()


def page(reader: Reader) -> ScorecardPage:
    """Open, and drawn."""
    found = reader.window.scorecard
    if not found.isVisible():
        reader.press(Key.Key_F12, NONE)
        reader.until(lambda: found.isVisible())
    reader.until(lambda: found.reading is not None and not found._timer.isActive() and found._job is None)
    reader.until(lambda: shown(found, Figure) and shown(found, PlotView))
    return found


def shown(widget: QWidget, kind: type) -> list:
    return [each for each in widget.findChildren(kind) if each.isVisibleTo(widget)]


def figures(reader: Reader) -> dict[str, str]:
    names = (each.accessibleName().rpartition(": ") for each in shown(page(reader), Figure))
    return {name: value for name, _, value in names}


def test_figures_are_those_of_the_formula(reader: Reader) -> None:
    told = figures(reader)
    # Anna: two critical (25), two major (5), one minor (1) on 89 words.
    assert told["Penalty"] == f"{2 * 25 + 2 * 5 + 1:.1f}"
    assert told["Overall quality score"] == f"{(1 - 61 / 89) * 100:.2f}"
    assert told["Penalty per 1,000 words"] == f"{61 * 1000 / 89:.2f}"
    assert (told["Errors"], told["Dealt with"], told["Verdict"]) == ("5", "10 / 10", "Not passed")


def test_plots_are_there_and_can_be_read_out(reader: Reader) -> None:
    plots = shown(page(reader), PlotView)
    assert [each.accessibleName() for each in plots] == [
        *("Errors by category and severity", "Divergence over the article"),
        *("Time over the article", "Divergence before and after"),
    ]
    assert plots[0].accessibleDescription() == "Mistranslation: 3; Omission: 1; Unidiomatic style: 1"
    for plot in plots:
        assert plot.picture._renderer.isValid()
        assert plot.picture.width() > 300
        # The page is laid out once more when its plots have come.
        picture = plot.picture
        reader.until(lambda picture=picture: abs(picture.height() - picture.heightForWidth(picture.width())) <= 2)


def test_it_follows_the_work(reader: Reader) -> None:
    before = figures(reader)["Errors"]
    change = marked.mark(reader.session, "s9", Side.TARGET, Span(0, 1), "accuracy/addition", Severity.MINOR)
    do(reader.session, change)
    reader.until(lambda: figures(reader)["Errors"] != before)
    assert (before, figures(reader)["Errors"]) == ("5", "6")


def test_another_session_and_back_to_the_text(reader: Reader) -> None:
    found = page(reader)
    assert found.sessions.count() == 2
    assert found.sessions.currentText().startswith("Anna Keller · ")
    found.sessions.setCurrentIndex(1)
    found.sessions.activated.emit(1)
    reader.until(lambda: found.reading.report.reviewer == "Benoît Œuvrard")
    assert figures(reader)["Errors"] == "4"
    reader.qtbot.keyClick(found, Key.Key_Escape)
    assert reader.editor.isVisible()
    assert reader.editor.hasFocus()
    assert not reader.window.actions_["scorecard"].isChecked()


def test_two_reviewers_compared(reader: Reader) -> None:
    found = page(reader)
    box = found.comparison
    assert box.who.count() == 2
    box.who.setCurrentIndex(1)
    box.who.activated.emit(1)
    reader.until(lambda: found.reading.comparison is not None)
    told = figures(reader)
    # Both s1, s2, s8; Anna alone s4, s6; Benoît alone s3; of ten.
    observed, chance = 7 / 10, (5 * 4 + 5 * 6) / 100
    assert told["Cohen’s kappa, flagged segments"] == f"{(observed - chance) / (1 - chance):.2f}"
    assert told["F1 of spans, same ends"] == f"{2 * 2 / (4 + 4):.2f}"
    said = [each.text() for each in shown(box, QLabel)]
    assert "Anna Keller: “January” (Mistranslation)\nBenoît Œuvrard: “27 January” (Mistranslation)" in said
    assert "Anna Keller: none\nBenoît Œuvrard: “shipping union” (Wrong term)" in said
    go = next(each for each in shown(box, QPushButton) if each.accessibleName() == "Go to segment 4")
    go.click()
    assert reader.desk.current_id() == "s3"
    assert reader.editor.isVisible()


def test_with_another_project(reader: Reader, tmp_path: Path, project: Path, monkeypatch) -> None:
    copy, stranger = shutil.copy(project, tmp_path / "b.tgproj"), tmp_path / "c.tgproj"
    found = page(reader)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a: (str(copy), ""))
    found.comparison.other.click()
    reader.until(lambda: found.reading.comparison is not None)
    assert found.comparison.who.currentText().startswith("Anna Keller")
    assert found.reading.comparison.agreement.kappa == 1
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a: (str(stranger), ""))
    found.comparison.other.click()
    reader.until(lambda: reader.messages)
    assert "c.tgproj" in " ".join(reader.messages[-1])


def test_a_project_nobody_has_reviewed(reader: Reader, tmp_path: Path) -> None:
    from .made_project import made_session

    reader.desk.adopt(made_session(tmp_path / "new.tgproj"))
    told = figures(reader)
    assert (told["Errors"], told["Dealt with"]) == ("0", "0 / 5")
    assert not page(reader).sessions.isVisible()
