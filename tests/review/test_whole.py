"""Very many changes as one: all of them or none, in the file and in memory, whoever writes meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.articles import card
from translator_gui.domain.candidate import Candidate
from translator_gui.domain.change import Compound, SetTarget
from translator_gui.domain.segment import State, Target
from translator_gui.kit.errors import InputError, StaleChangeError, StoreError
from translator_gui.review import commands
from translator_gui.review.session import ReviewSession
from translator_gui.review.whole import Whole


def texts(session: ReviewSession) -> list[str]:
    return [row.target.text for row in session.rows]


def shouted(session: ReviewSession, segment: str) -> SetTarget:
    before = session.row(segment).target
    return SetTarget(segment, before, Target(before.text.upper()))


def in_the_file(session: ReviewSession, tmp_path: Path) -> list[str]:
    """What a program that is killed now leaves behind."""
    for part in ("", "-wal"):
        (tmp_path / f"left.tgproj{part}").write_bytes(Path(f"{session.path}{part}").read_bytes())
    with ReviewSession.open(tmp_path / "left.tgproj") as left:
        return texts(left)


def test_nothing_is_in_the_file_before_all_is(session: ReviewSession, tmp_path: Path) -> None:
    before = texts(session)
    whole = Whole(session)
    for row in list(session.rows):
        whole.do(Compound((shouted(session, row.id),)))
    assert texts(session) == [text.upper() for text in before]
    assert in_the_file(session, tmp_path) == before
    list(whole.keep())
    assert in_the_file(session, tmp_path) == [text.upper() for text in before]


def test_closing_in_the_middle_leaves_the_file_as_it_was(session: ReviewSession) -> None:
    before = texts(session)
    Whole(session).do(shouted(session, "s1"))
    session.close()
    with ReviewSession.open(session.path) as again:
        assert texts(again) == before


@pytest.mark.parametrize("kept", [True, False])
def test_what_machines_found_meanwhile_is_there_afterwards(session: ReviewSession, kept: bool) -> None:
    whole = Whole(session)
    whole.do(shouted(session, "s1"))
    session.add_candidates({"s2": [Candidate("We'll see", "local")]})
    session.add_scores([(0, card("s2", 80))])
    assert session.candidates("s2") == []
    list(whole.keep() if kept else whole.take_back())
    assert [c.text for c in session.candidates("s2")] == ["We'll see"]
    assert session.store.scorecard("s2") is not None
    assert "s2" in session.scores.marks


def test_what_machines_found_and_cannot_be_written_takes_nothing_back(session: ReviewSession, monkeypatch) -> None:
    whole = Whole(session)
    whole.do(shouted(session, "s1"))
    session.add_candidates({"s2": [Candidate("We'll see", "local")]})
    session.add_scores([(0, card("s2", 80))])

    def full(*given: object) -> None:
        raise StoreError("The change could not be written.", "Free some disk space and try again.")

    monkeypatch.setattr(session.store, "record_candidates", full)
    list(whole.keep())
    assert whole.fault is not None
    assert session.store.row("s1").target.text == session.row("s1").target.text.upper()
    assert "s2" in session.scores.marks


@pytest.mark.parametrize("kept", [True, False])
def test_only_what_is_kept_goes_to_the_memory(session: ReviewSession, kept: bool) -> None:
    remembered: list[str] = []
    session.remember = lambda unit: remembered.append(unit.target)
    whole = Whole(session)
    whole.do(commands.confirm(session, "s0", State.REVIEWED))
    assert remembered == []
    list(whole.keep() if kept else whole.take_back())
    assert remembered == (["The Lyon summit"] if kept else [])
    session.do(commands.confirm(session, "s2", State.REVIEWED))
    assert len(remembered) == 1 + kept


def test_a_part_that_does_not_fit_is_refused_alone(session: ReviewSession) -> None:
    stale = SetTarget("s1", Target("nobody wrote this"), Target("x"))
    whole = Whole(session)
    first = shouted(session, "s0")
    with pytest.raises(StaleChangeError):
        whole.do(Compound((first, stale)))
    whole.do(first)
    list(whole.keep())
    assert session.store.row("s0").target.text == "THE LYON SUMMIT"


def test_a_copy_in_the_middle_would_be_half_a_change(session: ReviewSession, tmp_path: Path) -> None:
    whole = Whole(session)
    whole.do(shouted(session, "s1"))
    with pytest.raises(InputError, match="being changed"):
        session.store.save_copy(tmp_path / "copy.tgproj")
    list(whole.keep())
    session.store.save_copy(tmp_path / "copy.tgproj")
    assert (tmp_path / "copy.tgproj").exists()


def test_when_the_database_gave_up_nothing_more_is_written(session: ReviewSession) -> None:
    """SQLite may end a transaction by itself, on a full disk for one."""
    before = texts(session)
    whole = Whole(session)
    whole.do(shouted(session, "s1"))
    session.store._connection.execute("ROLLBACK")
    with pytest.raises(StoreError, match="could not be written"):
        whole.do(shouted(session, "s2"))
    with pytest.raises(StoreError, match="could not be written"):
        list(whole.keep())
    assert list(whole.take_back()) == [0]
    assert texts(session) == before
    assert session.store.records() == session.table.records
    session.do(shouted(session, "s2"))
    assert session.store.records() == session.table.records
