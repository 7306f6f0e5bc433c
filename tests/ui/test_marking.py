"""Marking errors by keys: the chooser, the Errors panel, suggestions, the jump from error to error."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from translator_gui.domain.finding import Severity
from translator_gui.domain.mqm import MISSING
from translator_gui.domain.span import Side, Span
from translator_gui.review import annotations
from translator_gui.review.quality_plan import Method, Plan
from translator_gui.ui.quality.chooser import ErrorChooser

from .real_window import Reader

Key = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def reader(still_reader: Reader) -> Reader:
    return still_reader


def press(key: Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def type_(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def errors(reader: Reader, segment: str = "s1") -> list[tuple]:
    found = annotations.of(reader.session, segment)
    return [(p.annotation.side, p.quote, p.annotation.category, p.annotation.severity.value) for p in found]


def mark_last_word() -> None:
    press(Key.Key_End)
    press(Key.Key_Left, SHIFT | CONTROL)  # the stop
    press(Key.Key_Left, SHIFT | CONTROL)
    press(Key.Key_M, CONTROL)


def test_a_span_by_keys_alone(reader: Reader) -> None:
    mark_last_word()
    chooser = reader.window.findChild(ErrorChooser)
    assert chooser.isVisible()
    type_("2am")
    press(Key.Key_Tab)
    type_("February.")
    press(Key.Key_Tab)
    type_("not the 1st month")
    press(Key.Key_Return)
    assert not chooser.isVisible()
    assert errors(reader) == [(Side.TARGET, "January.", "accuracy/mistranslation", "major")]
    (placed,) = annotations.of(reader.session, "s1")
    assert (placed.annotation.suggestion, placed.annotation.comment) == ("February.", "not the 1st month")
    assert reader.editor.hasFocus()
    press(Key.Key_Z, CONTROL)
    assert errors(reader) == []


def test_words_of_the_name_and_the_arrows(reader: Reader) -> None:
    mark_last_word()
    type_("add")
    press(Key.Key_Down)
    press(Key.Key_Up)
    type_("1")
    press(Key.Key_Return)
    assert errors(reader) == [(Side.TARGET, "January.", "accuracy/addition", "minor")]


def test_nothing_is_guessed(reader: Reader) -> None:
    mark_last_word()
    chooser = reader.window.findChild(ErrorChooser)
    press(Key.Key_Return)
    assert chooser.isVisible(), "no error type"
    type_("am")
    press(Key.Key_Return)
    assert chooser.isVisible(), "no severity"
    press(Key.Key_Escape)
    assert not chooser.isVisible()
    assert reader.editor.hasFocus()
    assert errors(reader) == []


def test_the_window_goes_on_beside_it(reader: Reader) -> None:
    """A correction typed while the question is open: the span follows, or is refused."""
    mark_last_word()
    reader.window.page.focus_text()
    press(Key.Key_Home)
    type_("So ")
    chooser = reader.window.findChild(ErrorChooser)
    chooser.field.setFocus()
    type_("3am")
    press(Key.Key_Return)
    (placed,) = annotations.of(reader.session, "s1")
    assert placed.span.of(reader.text("s1")) == "January."


def test_omission_on_the_source(reader: Reader) -> None:
    press(Key.Key_F4)
    press(Key.Key_Right, CONTROL)
    press(Key.Key_Right, SHIFT | CONTROL)
    press(Key.Key_M, CONTROL | ALT)
    type_("2")
    press(Key.Key_Return)
    assert errors(reader) == [(Side.SOURCE, "grève", "accuracy/omission", "major")]


def test_suggestions_accepted_changed_dismissed(reader: Reader) -> None:
    reader.desk.go_to("s2")
    press(Key.Key_Down, ALT)
    assert reader.editor.selected_words() == "prefect", "suggestions as the text runs"
    press(Key.Key_A, CONTROL | SHIFT)
    assert errors(reader, "s2")[0][1] == "prefect"
    assert reader.editor.selected_words() == "ruled out", "and on to the next"
    press(Key.Key_C, CONTROL | SHIFT)
    type_("3au")
    assert reader.window.findChild(ErrorChooser).types.currentItem().text() == "Accuracy › Untranslated"
    press(Key.Key_Return)
    assert errors(reader, "s2")[1][2:] == ("accuracy/untranslated", "critical")
    assert annotations.suggestions(reader.session, "s2") == []
    reader.desk.go_to("s1")
    press(Key.Key_D, CONTROL | ALT)
    assert annotations.suggestions(reader.session, "s1") == []
    assert len(reader.session.dismissals()) == 1
    press(Key.Key_Z, CONTROL)
    assert len(annotations.suggestions(reader.session, "s1")) == 1


def test_the_panel_by_keys(reader: Reader) -> None:
    reader.desk.go_to("s2")
    press(Key.Key_E, ALT | SHIFT)
    panel = reader.window.docks["errors"].widget()
    reader.until(lambda: panel.model.rowCount() == 3)
    press(Key.Key_A)
    assert len(errors(reader, "s2")) == 1
    reader.until(lambda: panel.model.rowCount() == 4)
    assert panel.entry().finding is not None, "the next suggestion is chosen"
    press(Key.Key_D)
    reader.until(lambda: panel.model.rowCount() == 2)
    assert panel.entry().error is not None
    press(Key.Key_E)
    type_("3st")
    press(Key.Key_Return)
    assert errors(reader, "s2")[0][2:] == ("style/third-party-style", "critical")
    assert QApplication.focusWidget() is panel.view
    reader.until(lambda: "Critical" in panel.entry().first)
    press(Key.Key_Space)
    assert reader.editor.hasFocus()
    press(Key.Key_E, ALT | SHIFT)
    press(Key.Key_Delete)
    assert errors(reader, "s2") == []


def test_from_error_to_error(reader: Reader) -> None:
    session = reader.session
    for segment, span in (("s5", Span(0, 2)), ("s1", Span(0, 3))):
        session.do(annotations.mark(session, segment, Side.TARGET, span, "style/awkward", Severity.MINOR))
    seen = []
    for _ in range(3):
        press(Key.Key_PageDown, ALT)
        seen.append((reader.desk.current_id(), reader.editor.selected_words()))
    assert seen == [("s1", "The"), ("s5", "It"), ("s1", "The")]
    press(Key.Key_PageUp, ALT)
    assert reader.desk.current_id() == "s5"


def test_score_by_the_formula(reader: Reader) -> None:
    press(Key.Key_E, ALT | SHIFT)
    panel = reader.window.docks["errors"].widget()
    reader.window.page.focus_text()
    mark_last_word()
    type_("2am")
    press(Key.Key_Return)
    words = 3 + 7 + 7 + 3 + 4  # of the French that is in the article
    quality = round((1 - 5 / words) * 100, 2)
    reader.until(lambda: panel.score._score.text() == f"{quality:g} of 100")
    assert "1 major × 5" in panel.score._formula.text()
    assert panel.score._verdict.text() == "fails (passes from 95)"


def test_esa(reader: Reader) -> None:
    reader.desk.reviewing.plan = Plan(method=Method.ESA)
    press(Key.Key_R, CONTROL | ALT)
    assert reader.desk.current_id() == "s1"
    mark_last_word()
    press(Key.Key_2)
    press(Key.Key_Return)
    press(Key.Key_M, CONTROL | ALT)
    press(Key.Key_1)
    press(Key.Key_Return)
    assert errors(reader) == [(Side.TARGET, "January.", "", "major"), (Side.TARGET, "", MISSING, "minor")]
    press(Key.Key_G, CONTROL | ALT)
    type_("66")
    press(Key.Key_Return)
    assert annotations.rating(reader.session, "s1").value == 66
    assert reader.editor.hasFocus()
    panel = reader.window.docks["errors"].widget()
    reader.until(lambda: panel.score._score.text() == "66 of 100")
    assert "1 of 5" in panel.score._about.text()
