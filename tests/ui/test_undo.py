from __future__ import annotations

import pytest
from PySide6.QtGui import QUndoStack

from translator_gui.domain.change import Change, Compound, SetTarget, touched
from translator_gui.domain.segment import Target
from translator_gui.ui.undo import ChangeCommand


class Store:
    """Applies SetTarget to a dict; refuses what does not follow from the present text."""

    def __init__(self) -> None:
        self.texts = {"a": "", "b": ""}

    def apply(self, change: Change, origin: str, back: bool) -> bool:
        change = change.inverse() if back else change
        assert isinstance(change, SetTarget)
        if self.texts[change.segment] != change.before.text:
            return False
        self.texts[change.segment] = change.after.text
        return True


def typing(store: Store, segment: str, text: str, group: str) -> ChangeCommand:
    before = Target(store.texts[segment])
    return ChangeCommand(store.apply, SetTarget(segment, before, Target(text)), "Typing", group)


@pytest.mark.parametrize(
    ("steps", "count"),
    [
        ([("a", "x", "g1"), ("a", "xy", "g1"), ("a", "xyz", "g1")], 1),  # one stretch
        ([("a", "x", "g1"), ("a", "xy", "g2")], 2),  # a pause between
        ([("a", "x", "g1"), ("b", "y", "g1")], 2),  # another segment
        ([("a", "x", ""), ("a", "xy", "")], 2),  # not typed
    ],
)
def test_merging(qtbot, steps: list[tuple[str, str, str]], count: int) -> None:
    store, stack = Store(), QUndoStack()
    for segment, text, group in steps:
        stack.push(typing(store, segment, text, group))
    assert stack.count() == count
    while stack.canUndo():
        stack.undo()
    assert store.texts == {"a": "", "b": ""}
    while stack.canRedo():
        stack.redo()
    assert store.texts[steps[-1][0]] == steps[-1][1]


def test_typing_that_comes_back_to_its_beginning_leaves_nothing(qtbot) -> None:
    store, stack = Store(), QUndoStack()
    stack.push(typing(store, "a", "x", "g"))
    stack.push(typing(store, "a", "", "g"))
    assert stack.count() == 0


def test_a_change_that_was_refused_is_not_kept(qtbot) -> None:
    store, stack = Store(), QUndoStack()
    stack.push(typing(store, "a", "x", ""))
    stale = ChangeCommand(store.apply, SetTarget("a", Target("other"), Target("y")), "Edit")
    stack.push(stale)
    assert stack.count() == 1
    assert store.texts["a"] == "x"
    stack.undo()
    assert store.texts["a"] == ""


def test_touched_names_every_segment() -> None:
    one, two = (SetTarget(name, Target(), Target("x")) for name in "ab")
    assert list(touched(Compound((one, two)))) == ["a", "b"]
