"""Proposals in the window: they arrive without a click, can be cancelled and gone on with, and failures are told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from translator_gui.domain.language import FR_EN
from translator_gui.engines.catalogue import ENGINES, HERE, ONLINE, engine_info
from translator_gui.kit.settings import EngineSettings, ScoringSettings, Settings
from translator_gui.pipeline.workshop import Workshop
from translator_gui.ui.app import show_sample
from translator_gui.ui.desk import Desk

from . import parrot
from .made_project import TEXTS, made_session
from .real_window import Reader

PLENTY = 1000


@pytest.fixture
def reader(qtbot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    monkeypatch.setitem(ENGINES._table, "parrot", "tests.ui.parrot:parrot")
    while parrot.BATCHES.acquire(blocking=False):
        pass
    parrot.asked.clear()
    parrot.broken.clear()
    made = Reader(qtbot, Settings("Anna", EngineSettings(default="parrot"), ScoringSettings(profile="rules")))
    yield made
    made.close()


def texts(reader: Reader, dock: str) -> str:
    panel = reader.window.docks[dock].widget()
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel))


def with_candidates(reader: Reader) -> list[str]:
    return [row.id for row in reader.session.rows if reader.session.candidates(row.id)]


def article_rows(reader: Reader) -> list[str]:
    return [row.id for row in reader.session.rows if not row.segment.excluded]


def test_the_demo_needs_no_click(reader: Reader) -> None:
    parrot.BATCHES.release(PLENTY)
    show_sample(reader.window)
    reader.opened()
    reader.until(lambda: with_candidates(reader) == article_rows(reader))
    reader.quiet()
    assert reader.session.scores.flagged
    current = reader.session.row(reader.desk.current_id())
    cards = reader.window.docks["candidates"].widget().cards
    reader.until(lambda: cards() and f"[{current.segment.source}]" in cards()[0].accessibleName())
    # Machines only ever add candidates: the draft stands as it was.
    assert not any(row.target.text.startswith("[") for row in reader.session.rows)


def test_cancel_keeps_what_came_and_asking_again_goes_on(reader: Reader) -> None:
    reader.desk.open_sample()
    reader.opened()
    parrot.BATCHES.release(2)
    job = reader.desk.propose()
    reader.trigger("show-activity")
    reader.until(lambda: len(with_candidates(reader)) == 8)
    panel = reader.window.docks["activity"].widget()
    card = next(card for card in panel.cards() if card.handle is job)
    # What was found is delivered before the count that goes with it.
    reader.until(lambda: "8 of 35" in texts(reader, "activity"))
    next(button for button in card.findChildren(QPushButton) if button.isVisibleTo(card)).click()
    reader.until(lambda: job.is_over)
    assert job.state == "cancelled"
    assert len(with_candidates(reader)) == 8
    before = list(parrot.asked)
    parrot.BATCHES.release(PLENTY)
    again = reader.desk.propose()
    reader.until(lambda: again.is_over)
    reader.until(lambda: with_candidates(reader) == article_rows(reader))
    assert not set(before) & set(parrot.asked[len(before) :])


def test_segments_without_an_answer_are_told_with_reason_and_hint(reader: Reader) -> None:
    reader.desk.open_sample()
    reader.opened()
    reader.trigger("show-activity")
    parrot.broken.update(article_rows(reader)[1:3])
    parrot.BATCHES.release(PLENTY)
    job = reader.desk.propose()
    reader.until(lambda: job.is_over)
    shown = texts(reader, "activity")
    assert "The parrot is silent. Give it a biscuit." in shown
    assert "2 segments" in shown
    assert ("No proposal for 2 segments.", "The parrot is silent. Give it a biscuit.", "warning") in reader.messages
    # They count as not asked yet.
    parrot.broken.clear()
    parrot.asked.clear()
    again = reader.desk.propose()
    reader.until(lambda: again.is_over)
    assert parrot.asked == article_rows(reader)[1:3]


def test_an_engine_that_is_not_there_is_told(reader: Reader) -> None:
    reader.desk.open_sample()
    reader.opened()
    job = reader.desk.propose(engine="nowhere")
    reader.until(lambda: job.is_over)
    assert job.state == "failed"
    assert any("nowhere" in text and kind == "error" for text, _, kind in reader.messages)


def test_a_plug_in_that_is_online_asks_first(reader: Reader, monkeypatch) -> None:
    monkeypatch.setitem(ENGINES._table, "loud", "tests.ui.parrot:loud")
    reader.desk.open_sample()
    reader.opened()
    wanted: list[str] = []
    reader.desk.consentNeeded.disconnect()
    reader.desk.consentNeeded.connect(wanted.append)
    before = len(parrot.asked)
    job = reader.desk.proposing.start([reader.desk.current_id()], "loud")
    reader.until(lambda: job.is_over and wanted)
    assert wanted == ["loud"]
    assert len(parrot.asked) == before
    parrot.BATCHES.release()
    reader.desk.proposing.grant("loud")
    reader.until(lambda: reader.desk.proposing.job is None)
    assert "loud" in reader.desk.settings.engines.consented
    assert len(parrot.asked) == before + 1


@pytest.mark.parametrize(
    ("place", "said"), [("parrot:broken_one", "It cannot be built."), ("nowhere:gone", "“plugged” cannot be loaded")]
)
def test_a_plug_in_that_cannot_be_built_is_told(reader: Reader, monkeypatch, place: str, said: str) -> None:
    monkeypatch.setitem(ENGINES._table, "plugged", f"tests.ui.{place}")
    reader.desk.open_sample()
    reader.opened()
    job = reader.desk.proposing.start([reader.desk.current_id()], "plugged")
    reader.until(lambda: job.is_over)
    assert job.state == "failed"
    assert any(said in text and hint and kind == "error" for text, hint, kind in reader.messages), reader.messages


def test_every_engine_of_ours_says_where_it_is() -> None:
    plugged = {"parrot"}
    assert set(ENGINES.names()) - plugged == ONLINE | HERE
    assert ONLINE.isdisjoint(HERE)
    for name in HERE:
        assert not engine_info(name).online


@pytest.mark.parametrize("wait", [0.0, 0.06])
def test_what_was_confirmed_last_is_remembered(qtbot, tmp_path: Path, wait: float) -> None:
    """The program ends before the memory was told, or just while it is."""
    desk = Desk(Settings(user_name="Anna", scoring=ScoringSettings(profile="rules")), keep_settings=False)
    desk.adopt(made_session(tmp_path / "a.tgproj"))
    desk.go_to("s5")
    desk.confirm_and_next()
    qtbot.wait(int(wait * 1000))
    assert desk.shut_down()
    memory = Workshop(Settings()).memory()
    assert [match.unit.target for match in memory.lookup(TEXTS[5][0], FR_EN)] == [TEXTS[5][1]]
