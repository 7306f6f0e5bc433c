"""Every check, signal and reason says what it is, with an example, in both languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt

from translator_gui.checks.codes import reasons
from translator_gui.domain.finding import Finding, Severity
from translator_gui.domain.score import Contribution, Scorecard
from translator_gui.domain.span import Side
from translator_gui.scoring.reasons import TITLES
from translator_gui.ui.docks.finding_list import FindingModel, entry_for
from translator_gui.ui.docks.why import WhyBars
from translator_gui.ui.finding_text import finding_example, finding_explanation, finding_tip, signal_texts, signal_tip


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest):
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


def test_every_code_is_explained_with_an_example(language: str) -> None:
    for code in [*reasons(), *(f"scorer.{name}" for name in TITLES)]:
        assert finding_explanation(code), code
        assert finding_example(code), code
        assert finding_tip(code).splitlines() == [finding_explanation(code), finding_example(code)]


def test_the_languages_explain_the_same_things() -> None:
    english, french = signal_texts("en"), signal_texts("fr")
    for kind, entries in english.items():
        for name, entry in entries.items():
            assert french[kind][name]["explain"] != entry["explain"], name
            assert french[kind][name].get("example") == entry.get("example")


def test_the_list_and_the_bars_tell_it(qapp, language: str) -> None:
    found = Finding("scorer", "scorer.omission", "s1", Side.TARGET, None, "…", Severity.MAJOR, "f")
    model = FindingModel()
    model.set_entries([entry_for(1, found, "Il pleut.", "It")], True)
    assert finding_tip("scorer.omission") in model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    bars = WhyBars()
    bars.show_card(Scorecard("s1", 80, 1, True, contributions=(Contribution("words", 60, "detail"),)))
    assert signal_tip("words") in bars.tip_at(QPoint(3, 3).y())
    assert "detail" in bars.tip_at(3)
    assert bars.tip_at(500) == ""
