"""What a person does to an alignment: each edit, and that none loses a sentence or cannot be undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator_gui.domain.bead import AlignmentBead, ReplaceBeads
from translator_gui.domain.span import Side
from translator_gui.kit.errors import InputError, StaleChangeError
from translator_gui.review import alignment_edits as edits
from translator_gui.review import alignment_walk as walk
from translator_gui.review.alignment_session import AlignmentSession
from translator_gui.review.alignment_table import BeadTable, Doubt

from .alignments import BEADS, bitext, links, session, straight

Links = list[tuple[tuple[int, ...], tuple[int, ...]]]
SOURCE, TARGET = Side.SOURCE, Side.TARGET
START: Links = [((0,), (0,)), ((1,), (1,)), ((2, 3), (2,)), ((4,), (3,)), ((), (4,))]


@pytest.fixture
def table() -> BeadTable:
    return BeadTable(bitext(), BEADS)


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (lambda t: edits.merge(t, 0), [((0, 1), (0, 1)), *START[2:]]),
        (lambda t: edits.merge(t, 1, 3), [START[0], ((1, 2, 3, 4), (1, 2, 3)), START[4]]),
        (lambda t: edits.merge(t, 3), [*START[:3], ((4,), (3, 4))]),
        (lambda t: edits.split(t, 2, SOURCE, 3), [*START[:2], ((2,), (2,)), ((3,), ()), *START[3:]]),
        (lambda t: edits.move_up(t, 2, SOURCE, 2), [START[0], ((1, 2), (1,)), ((3,), (2,)), *START[3:]]),
        (lambda t: edits.move_up(t, 2, SOURCE, 3), [START[0], ((1, 2, 3), (1,)), ((), (2,)), *START[3:]]),
        (lambda t: edits.move_down(t, 2, SOURCE, 3), [*START[:2], ((2,), (2,)), ((3, 4), (3,)), START[4]]),
        (lambda t: edits.move_up(t, 4, TARGET, 4), [*START[:3], ((4,), (3, 4))]),
        (lambda t: edits.unlink(t, 2), [*START[:2], ((2,), ()), ((3,), ()), ((), (2,)), *START[3:]]),
        (lambda t: edits.link(t, [0], [4]), [((0,), (4,)), ((), (0,)), *START[1:4]]),
        (lambda t: edits.link(t, [3], [2]), [*START[:2], ((2,), ()), ((3,), (2,)), *START[3:]]),
    ],
)
def test_each_edit(table: BeadTable, edit: Callable[[BeadTable], ReplaceBeads], expected: Links) -> None:
    change = edit(table)
    table.replace(change)
    assert sorted(links(table)) == sorted(expected)
    assert all(bead.by_hand for bead in change.after)
    table.replace(change.inverse())
    assert links(table) == START


def test_a_split_cuts_the_other_side_where_the_lengths_fit() -> None:
    table = BeadTable(bitext(), [AlignmentBead((0, 1, 2, 3), (0, 1, 2)), AlignmentBead((4,), (3, 4))])
    table.replace(edits.split(table, 0, SOURCE, 2))
    assert links(table)[:2] == [((0, 1), (0, 1)), ((2, 3), (2,))]


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda t: edits.merge(t, 4), "nothing below"),
        (lambda t: edits.split(t, 0, SOURCE, 0), "cannot be split"),
        (lambda t: edits.split(t, 2, SOURCE, 2), "second part"),
        (lambda t: edits.move_up(t, 0, SOURCE, 0), "nothing above"),
        (lambda t: edits.move_down(t, 4, TARGET, 4), "nothing below"),
        (lambda t: edits.unlink(t, 4), "linked to nothing"),
        (lambda t: edits.link(t, [0], [0]), "linked already"),
        (lambda t: edits.link(t, [0], []), "either side"),
    ],
)
def test_what_cannot_be_done_says_why(table: BeadTable, edit: Callable[[BeadTable], object], message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        edit(table)
    assert caught.value.hint


def test_confirming(table: BeadTable) -> None:
    change = edits.confirm_above(table, 2)
    assert change is not None
    table.replace(change)
    assert [bead.confirmed for bead in table.beads] == [True, True, True, False, False]
    assert edits.confirm(table, [1]) is None
    assert walk.next_open(table, 0) == 3
    assert walk.tally(table) == walk.Tally(5, 3, 0, 1, (0, 1))


def test_doubt_and_the_way_to_it(table: BeadTable) -> None:
    assert [table.doubt(bead).value for bead in table.beads] == ["sure", "sure", "doubtful", "fair", "fair"]
    assert walk.next_doubtful(table, 0) == 2
    assert walk.next_doubtful(table, 2) is None
    assert walk.next_odd(table, 2) == 4
    assert walk.next_odd(table, 4) == 2
    assert walk.next_odd(table, 4, backwards=True) == 2
    table.replace(edits.confirm(table, [2]) or ReplaceBeads((), ()))
    assert walk.next_doubtful(table, 0) is None
    assert table.doubt(table[2]) is Doubt.SURE


def test_a_moved_passage_is_told_from_what_it_passes() -> None:
    order = [0, 4, 1, 2, 3]
    table = BeadTable(bitext(), [AlignmentBead((i,), (j,)) for i, j in enumerate(order)])
    assert [table.out_of_order(place) for place in range(5)] == [False, True, False, False, False]


def test_a_change_prepared_for_other_beads_is_refused(table: BeadTable) -> None:
    change = edits.merge(table, 0)
    table.replace(edits.unlink(table, 0))
    with pytest.raises(StaleChangeError):
        table.replace(change)
    with pytest.raises(ValueError, match="same sentences"):
        table.replace(ReplaceBeads((table[0],), ()))


COUNT = 8
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["merge", "split", "up", "down", "unlink", "link", "confirm", "above", "undo", "redo"]),
        st.integers(0, COUNT - 1),
        st.integers(0, COUNT - 1),
        st.sampled_from([SOURCE, TARGET]),
    ),
    max_size=25,
)


def _edit(table: BeadTable, name: str, one: int, other: int, side: Side) -> ReplaceBeads | None:
    place = table.home(side, one)
    ways: dict[str, Callable[[], ReplaceBeads | None]] = {
        "merge": lambda: edits.merge(table, place, table.home(side, other)),
        "split": lambda: edits.split(table, place, side, one),
        "up": lambda: edits.move_up(table, place, side, one),
        "down": lambda: edits.move_down(table, place, side, one),
        "unlink": lambda: edits.unlink(table, place),
        "link": lambda: edits.link(table, [one], [other]),
        "confirm": lambda: edits.confirm(table, [place]),
        "above": lambda: edits.confirm_above(table, place),
    }
    try:
        return ways[name]()
    except InputError:
        return None


@settings(max_examples=15)
@given(STEPS)
def test_whatever_is_done_no_sentence_is_lost_and_all_can_be_undone(tmp_path_factory, steps) -> None:
    path = tmp_path_factory.mktemp("a") / "a.tgalign"
    work = AlignmentSession.create(path, bitext(COUNT), straight(COUNT))
    start = list(work.table.beads)
    for name, one, other, side in steps:
        if name in ("undo", "redo"):
            getattr(work, name)()
        else:
            change = _edit(work.table, name, one, other, side)
            if change is not None:
                work.do(change)
        for each in Side:
            held = sorted(n for bead in work.table.beads for n in (bead.source if each is SOURCE else bead.target))
            assert held == list(range(COUNT))
    end = list(work.table.beads)
    work.close()
    again = AlignmentSession.open(path)
    assert list(again.table.beads) == end
    while again.undo():
        pass
    assert list(again.table.beads) == start
    while again.redo():
        pass
    if not any(name == "undo" for name, *_ in steps):
        assert list(again.table.beads) == end
    again.close()


def test_what_was_undone_is_forgotten_by_the_next_edit(tmp_path: Path) -> None:
    work = session(tmp_path / "a.tgalign")
    work.do(edits.merge(work.table, 0))
    work.do(edits.unlink(work.table, 0))
    work.undo()
    assert work.can_redo
    work.do(edits.merge(work.table, 0))
    assert not work.can_redo
    work.close()
    again = AlignmentSession.open(tmp_path / "a.tgalign")
    assert (again.can_undo, again.can_redo) == (True, False)
    assert links(again.table)[0] == ((0, 1, 2, 3), (0, 1, 2))
    again.close()
