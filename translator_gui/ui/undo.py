"""Commands on the undo stack: ids and text, never widgets or indexes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from ..domain.change import Change, SetTarget

# apply(change, origin, back) -> done? back: its inverse. It reports what went wrong itself and never raises.
Apply = Callable[[Change, str, bool], bool]
_TYPING = 1


class ChangeCommand(QUndoCommand):
    """One domain change. ``group``: typing with the same group becomes one step; "" never merges."""

    def __init__(self, apply: Apply, change: Change, title: str, group: str = "", origin: str = "") -> None:
        super().__init__(title)
        self._apply, self.change, self._group, self._origin = apply, change, group, origin
        self._done_once = False

    def id(self) -> int:
        return _TYPING if self._group else -1

    def redo(self) -> None:
        origin = "redo" if self._done_once else self._origin
        self._done_once = True
        if not self._apply(self.change, origin, False):
            self.setObsolete(True)

    def undo(self) -> None:
        if not self._apply(self.change, "undo", True):
            self.setObsolete(True)

    def mergeWith(self, other: QUndoCommand) -> bool:
        mine = self.change
        if not isinstance(other, ChangeCommand) or other._group != self._group or other.isObsolete():
            return False
        theirs = other.change
        if not (isinstance(mine, SetTarget) and isinstance(theirs, SetTarget)) or mine.segment != theirs.segment:
            return False
        self.change = SetTarget(mine.segment, mine.before, theirs.after)
        if self.change.before == self.change.after:
            self.setObsolete(True)
        return True
