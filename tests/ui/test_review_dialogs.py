"""Parameters of the score, the reviewer's own verdict, and that every way of working counts as time on task."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from translator_gui.domain.finding import Scope, Severity
from translator_gui.domain.span import Side, Span
from translator_gui.review import annotations, typology
from translator_gui.review.live_score import live_score
from translator_gui.ui.dialogs.catalogue import open_dialog

from .real_window import Reader

Key = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def reader(still_reader: Reader) -> Reader:
    return still_reader


def test_weights_multipliers_threshold_and_a_subset(reader: Reader) -> None:
    session = reader.session
    session.do(annotations.mark(session, "s1", Side.TARGET, Span(0, 3), "style/awkward", Severity.MAJOR))
    dialog = open_dialog("parameters", reader.desk, reader.window)
    items = {item.data(0, Qt.ItemDataRole.UserRole): item for item in dialog.tree.items()}
    items["style/awkward"].setData(1, Qt.ItemDataRole.EditRole, 3.0)
    items["design-markup"].setCheckState(0, Qt.CheckState.Unchecked)
    dialog.multipliers[Severity.MAJOR].setValue(7)
    dialog.threshold.setValue(10)
    QTest.keyClick(dialog, Key.Key_Return)
    score = live_score(session)
    assert (score.mqm.penalty, score.mqm.threshold) == (21, 10)
    assert "design-markup" not in {each.dimension for each in typology.of(session).types}
    again = open_dialog("parameters", reader.desk, reader.window)
    assert again.multipliers[Severity.MAJOR].value() == 7
    assert not any(name.startswith("design-markup") for name in again.tree.used())
    again._reset()
    again._keep()
    assert live_score(session).mqm.penalty == 5


def test_a_typology_of_ones_own(reader: Reader, tmp_path: Path) -> None:
    dialog = open_dialog("parameters", reader.desk, reader.window)
    path = tmp_path / "own.toml"
    dialog.save_file(path)
    path.write_text(path.read_text(encoding="utf-8").replace("MQM-Core", "House errors"), encoding="utf-8")
    dialog.load_file(path)
    dialog._keep()
    assert typology.of(reader.session).name == "House errors"
    dialog = open_dialog("parameters", reader.desk, reader.window)
    path.write_text("name = [", encoding="utf-8")
    dialog.load_file(path)
    assert dialog._wrong.isVisible()
    dialog.reject()
    assert typology.of(reader.session).name == "House errors"


def test_the_reviewers_own_verdict(reader: Reader) -> None:
    reader.press(Key.Key_V, CONTROL | ALT)
    assert "No review is going on" in reader.messages[-1][0]
    reader.press(Key.Key_R, CONTROL | ALT)
    reader.press(Key.Key_V, CONTROL | ALT)
    reader.until(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    dialog.fails.setChecked(True)
    QTest.keyClick(dialog, Key.Key_Return)
    assert dialog.isVisible(), "not without a reason"
    QTest.keyClicks(dialog.reason, "It misleads.")
    QTest.keyClick(dialog.reason, Key.Key_Return)
    panel = reader.window.docks["errors"].widget()
    panel.refresh_now()
    assert panel.score._verdict.text() == "fails, by Anna"
    assert panel.score._verdict.toolTip() == "It misleads."


@pytest.mark.parametrize("view", ["grid", "reading"])
def test_every_sign_of_life_counts(reader: Reader, view: str, monkeypatch) -> None:
    reader.window.set_view(view)
    reader.press(Key.Key_R, CONTROL | ALT)
    seen = []
    quality = reader.desk.reviewing.quality
    monkeypatch.setattr(quality, "touched", lambda segment: seen.append(segment))

    def alive(what: str) -> None:
        assert seen, what
        seen.clear()

    reader.press(Key.Key_Left, NONE)
    alive("the caret moved")
    reader.press(Key.Key_M, CONTROL)
    alive("an error is being marked")
    QTest.keyClicks(QApplication.focusWidget(), "am")
    alive("its type is being typed")
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    seen.clear()
    QTest.keyClick(QApplication.focusWidget(), Key.Key_K, CONTROL)
    QTest.keyClicks(QApplication.focusWidget(), "Hm")
    alive("a comment is being written")
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    alive("and said")


def test_what_only_the_whole_article_shows(qtbot, tmp_path: Path) -> None:
    """A repeated sentence rendered two ways becomes a suggestion, and is none once the two are alike."""
    from translator_gui.domain.article import Article, Document
    from translator_gui.domain.segment import Segment, Target
    from translator_gui.review import commands
    from translator_gui.review.session import ReviewSession

    texts = ("The strike goes on at the port.", "He spoke.", "The walkout continues in the harbour.")
    sources = ("La grève continue au port.", "Il a parlé.", "La grève continue au port.")
    segments = tuple(Segment(f"a{n}", source, "\n", n) for n, source in enumerate(sources))
    targets = {f"a{n}": Target(text) for n, text in enumerate(texts)}
    ReviewSession.create(tmp_path / "b.tgproj", Document(Article(segments), targets), "Anna").close()
    made = Reader(qtbot)
    made.desk.open_path(tmp_path / "b.tgproj")
    made.opened()
    session = made.session

    def codes() -> set[str]:
        return {each.code for name in ("a0", "a2") for each in annotations.suggestions(session, name)}

    made.until(lambda: "sentence.inconsistent" in codes())
    made.desk.perform("Edit", commands.set_text, "a2", texts[0])
    assert "sentence.inconsistent" not in codes()
    made.desk.perform("Edit", commands.set_text, "a2", "The strike goes on.")
    made.until(lambda: "sentence.inconsistent" in codes())
    found = next(f for name in ("a0", "a2") for f in annotations.suggestions(session, name) if "inconsistent" in f.code)
    made.quiet()
    seen = []
    made.desk.segmentsChanged.connect(lambda ids, aspects: seen.extend(ids))
    made.desk.marking.dismiss(Scope.ARTICLE, found)
    assert "sentence.inconsistent" not in codes()
    assert found.segment in seen
    made.close()
