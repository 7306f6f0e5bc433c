"""The clock of the machine jumps, back or far ahead: order, history and times on task stay right."""

from __future__ import annotations

import itertools
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.review.quality_material import Clock, do, made
from tests.store.articles import document
from translator_gui.domain.change import SetTarget
from translator_gui.domain.segment import Target
from translator_gui.review import commands
from translator_gui.review.quality_session import QualitySession, records
from translator_gui.review.report import build
from translator_gui.store.project_file import ProjectFile

JUMPS = (timedelta(0), timedelta(days=-400), timedelta(days=9000), timedelta(seconds=-1))


@pytest.fixture
def _jumping(monkeypatch: pytest.MonkeyPatch) -> None:
    start, jumps = datetime(2026, 3, 1, tzinfo=timezone.utc), itertools.cycle(JUMPS)
    for module in ("writing", "project_file", "creating"):
        monkeypatch.setattr(
            f"translator_gui.store.{module}.now", lambda: (start + next(jumps)).isoformat(timespec="seconds")
        )


@pytest.mark.usefixtures("_jumping")
def test_history_is_in_the_order_of_the_edits(tmp_path: Path) -> None:
    with ProjectFile.create(tmp_path / "a.tgproj", document()) as store:
        for number in range(8):
            store.apply(SetTarget("s3", store.row("s3").target, Target(f"typed {number}")), "Ana")
            store.note_event("step", "Ana", body=number)
        assert [v.row.target.text for v in store.versions("s3")][1:] == [f"typed {n}" for n in range(8)]
        assert len({v.at for v in store.versions("s3")}) > 1
        assert [event.body for event in store.events("step")] == list(range(8))


@pytest.mark.usefixtures("_jumping")
def test_a_report_of_a_session_with_a_jumping_clock(tmp_path: Path) -> None:
    clock = Clock()  # time on task goes by the machine's steady clock, not by the calendar
    with made(tmp_path / "b.tgproj") as session:
        running = QualitySession.start(session, clock=clock)
        running.touched("s1")
        clock.wait(10)
        running.touched("s1")
        do(session, commands.set_text(session, "s1", "At 2:30 pm."))
        running.finish()
        report = build(session, records(session)[-1])
    assert all(line.seconds >= 0 for line in report.segments)
    assert sum(line.seconds for line in report.segments) == pytest.approx(10, abs=1)
