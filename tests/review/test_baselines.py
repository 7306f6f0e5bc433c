"""Tracked changes against three baselines, and unedited machine text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.review.quality_material import do
from tests.store.articles import DRAFTS, document
from translator_gui.domain.candidate import Candidate
from translator_gui.domain.segment import State
from translator_gui.kit.errors import InputError
from translator_gui.review import baselines, commands, unedited
from translator_gui.review.baselines import Baseline
from translator_gui.review.session import ReviewSession
from translator_gui.review.unedited import Action, Limit

MACHINE = "The minister came at 14:30. He said nothing."


def shown(session: ReviewSession, kind: Baseline, segment: str = "s1") -> list[tuple[str, str]]:
    tracked = baselines.tracked(session, segment, kind)
    assert tracked is not None
    return [(op.before_span.of(tracked.before), op.after_span.of(tracked.after)) for op in tracked.changes]


def taken(session: ReviewSession, segment: str = "s1", text: str = MACHINE) -> None:
    session.add_candidates({segment: [Candidate(text, "local")]})
    do(session, commands.take_candidate(session, segment, 0))


def test_as_received_is_what_was_imported(session: ReviewSession) -> None:
    assert baselines.baseline_text(session, "s1", Baseline.RECEIVED) == DRAFTS[1]
    do(session, commands.set_text(session, "s1", "One."))
    do(session, commands.set_text(session, "s1", "Two."))
    assert baselines.baseline_text(session, "s1", Baseline.RECEIVED) == DRAFTS[1]
    with pytest.raises(KeyError):
        baselines.baseline_text(session, "gone", Baseline.RECEIVED)


def test_the_candidate_a_target_came_from(session: ReviewSession) -> None:
    assert baselines.baseline_text(session, "s1", Baseline.MACHINE) == DRAFTS[1]  # a draft is what it came from
    assert baselines.baseline_text(session, "s3", Baseline.MACHINE) is None
    taken(session)
    do(session, commands.set_text(session, "s1", MACHINE.replace("came", "arrived")))
    assert shown(session, Baseline.MACHINE) == [("came", "arrived")]
    again = commands.set_text(session, "s3", "By hand")
    do(session, again)
    assert baselines.baseline_text(session, "s3", Baseline.MACHINE) is None


def test_since_the_last_export(session: ReviewSession) -> None:
    do(session, commands.set_text(session, "s1", "The minister came. He said nothing."))
    assert baselines.baseline_text(session, "s1", Baseline.EXPORT) == DRAFTS[1]
    baselines.note_export(session, "xliff20", "a.xliff")
    assert shown(session, Baseline.EXPORT) == []
    do(session, commands.set_text(session, "s1", "The minister came. She said nothing."))
    assert shown(session, Baseline.EXPORT) == [("He", "She")]
    session.close()
    with ReviewSession.open(session.path) as again:
        assert shown(again, Baseline.EXPORT) == [("He", "She")]


def test_a_segment_that_came_from_a_split(session: ReviewSession) -> None:
    do(session, commands.split(session, "s1", 30))
    assert baselines.baseline_text(session, "s1.1", Baseline.RECEIVED) is None
    assert baselines.tracked(session, "s1.1", Baseline.RECEIVED) is None
    assert baselines.baseline_text(session, "s1", Baseline.RECEIVED) == DRAFTS[1]


def test_one_change_reverted_one_accepted(session: ReviewSession) -> None:
    edited = DRAFTS[1].replace("arrived", "came").replace("nothing", "little")
    do(session, commands.set_text(session, "s1", edited))
    tracked = baselines.tracked(session, "s1", Baseline.RECEIVED)
    assert tracked is not None
    first, second = tracked.changes
    change = do(session, baselines.accept(session, tracked, first))
    assert session.row("s1").target.text == edited
    assert shown(session, Baseline.RECEIVED) == [("nothing", "little")]
    do(session, baselines.revert(session, tracked, second))
    assert session.row("s1").target.text == DRAFTS[1].replace("arrived", "came")
    assert shown(session, Baseline.RECEIVED) == []
    session.do(change.inverse())
    assert shown(session, Baseline.RECEIVED) == [("arrived", "came")]
    tracked = baselines.tracked(session, "s1", Baseline.RECEIVED)
    assert tracked is not None
    do(session, baselines.accept_all(session, tracked))
    assert shown(session, Baseline.RECEIVED) == []
    session.close()
    with ReviewSession.open(session.path) as again:
        assert shown(again, Baseline.RECEIVED) == []


def test_accepted_against_an_older_baseline(session: ReviewSession) -> None:
    do(session, commands.set_text(session, "s1", "The minister came."))
    tracked = baselines.tracked(session, "s1", Baseline.EXPORT)
    assert tracked is not None
    do(session, baselines.accept_all(session, tracked))
    do(session, commands.set_text(session, "s1", "The minister went."))
    assert shown(session, Baseline.EXPORT) == [("came", "went")]
    baselines.note_export(session, "txt", "a.txt")
    do(session, commands.set_text(session, "s1", "The minister ran."))
    assert shown(session, Baseline.EXPORT) == [("went", "ran")]  # what was accepted before is void


# -- unedited machine text


def test_marked_when_confirmed_as_it_was_written(session: ReviewSession) -> None:
    machine = unedited.of(session)
    taken(session)
    assert not machine.marked("s1")
    assert machine.as_written("s1")
    do(session, commands.confirm(session, "s1"))
    assert machine.marked("s1")
    assert (machine.share().unedited, machine.share().confirmed) == (1, 1)
    do(session, commands.confirm(session, "s0"))  # a draft by a person
    assert machine.share().value == 0.5
    do(session, commands.set_text(session, "s1", MACHINE + "!"))
    assert (machine.share().unedited, machine.share().confirmed) == (0, 1)
    do(session, commands.set_text(session, "s1", MACHINE))  # typed back: still the machine's words
    do(session, commands.confirm(session, "s1"))
    assert machine.marked("s1")
    session.close()
    with ReviewSession.open(session.path) as again:
        assert unedited.of(again).marked("s1")
        assert not unedited.of(again).marked("s0")


def test_drafts_of_a_machine(session: ReviewSession) -> None:
    machine = unedited.of(session)
    do(session, commands.confirm(session, "s0"))
    assert not machine.marked("s0")
    machine.set_limit(Limit(0.5, Action.WARN, drafts=True))
    assert machine.marked("s0")
    assert machine.share().over


def test_never_before_the_first_edit(tmp_path: Path) -> None:
    with ReviewSession.create(tmp_path / "a.tgproj", document(), "Ana") as session:
        machine = unedited.of(session)
        machine.set_limit(Limit(0.0, Action.WARN, drafts=True))
        assert not machine.share().over
        do(session, commands.confirm(session, "s0"))
        assert machine.share().over


def test_final_is_refused_beyond_the_limit(session: ReviewSession) -> None:
    taken(session)
    do(session, commands.confirm(session, "s0"))
    unedited.of(session).set_limit(Limit(0.4, Action.BLOCK))
    with pytest.raises(InputError, match="40 percent"):
        commands.confirm(session, "s1", State.FINAL)  # one of two would be unedited
    with pytest.raises(InputError):
        commands.set_state(session, ["s1"], State.FINAL)
    do(session, commands.confirm(session, "s1"))  # reviewed it may be
    do(session, commands.confirm(session, "s0", State.FINAL))
    do(session, commands.set_text(session, "s1", "Edited."))
    do(session, commands.confirm(session, "s1", State.FINAL))
    unedited.of(session).set_limit(Limit(0.4, Action.WARN))
    taken(session, "s2")
    do(session, commands.confirm(session, "s2", State.FINAL))


@pytest.mark.parametrize("share", [-0.1, 1.1])
def test_a_limit_that_is_none(session: ReviewSession, share: float) -> None:
    with pytest.raises(InputError):
        unedited.of(session).set_limit(Limit(share))


def test_the_next_segment_that_differs(session: ReviewSession) -> None:
    assert baselines.next_changed(session, "s0", Baseline.RECEIVED) is None
    do(session, commands.set_text(session, "s2", "Altered."))
    taken(session, "s1")
    assert baselines.next_changed(session, "s0", Baseline.RECEIVED) == "s1"
    assert baselines.next_changed(session, "s0", Baseline.MACHINE) == "s2", "a candidate as it came is no change"
    assert baselines.next_changed(session, "s0", Baseline.RECEIVED, backwards=True) == "s2"
    baselines.note_export(session, "txt", "a.txt")
    assert baselines.next_changed(session, "s0", Baseline.EXPORT) is None
    do(session, commands.set_text(session, "s1", "Altered again."))
    assert baselines.next_changed(session, "s0", Baseline.EXPORT) == "s1"
    for row in session.history("s2")[:1]:
        do(session, commands.set_text(session, "s2", row.target.text))
    assert baselines.next_changed(session, "s1", Baseline.RECEIVED) is None, "altered and altered back"
