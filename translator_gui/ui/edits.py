"""Changing the project: everything goes through ``push`` and can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack

from ..domain.change import Change
from ..domain.segment import State
from ..kit.errors import AppError
from ..kit.settings import Settings
from .jobs import JobRunner
from .reading_place import ReadingPlace
from .told import told_error
from .undo import ChangeCommand, touched


class Edits(ReadingPlace):
    def __init__(self, settings: Settings | None, runner: JobRunner | None, parent: QObject | None, keep: bool) -> None:
        super().__init__(settings, runner, parent, keep)
        self.undo_stack = QUndoStack(self)
        self._failed = False

    def push(self, change: Change | None, title: str, group: str = "", origin: str = "") -> bool:
        """Do a change so that it can be undone. False (and a message) when it could not be done; None does nothing.

        group: typing of the same group becomes one step. origin: who asks, passed on with the events.
        """
        if change is None or self.session is None:
            return False
        if self.read_only:
            self.message.emit(self.tr("This project is open for reading only."), "", "warning")
            return False
        command = ChangeCommand(self._apply, change, title, group, origin)
        self._failed = False
        self.undo_stack.push(command)
        return not self._failed

    def _apply(self, change: Change, origin: str) -> bool:
        assert self.session is not None
        try:
            self.session.do(change, origin)
        except AppError as error:
            self._failed = True
            self.report(error)
            return False
        if origin in ("undo", "redo"):
            first = next(iter(touched(change)), "")
            if first:
                self.go_to(first)
        return True

    def undo(self) -> None:
        self.flush()
        self.undo_stack.undo()

    def redo(self) -> None:
        self.flush()
        self.undo_stack.redo()

    def perform(self, title: str, maker: Callable[..., Change | None], *args: Any, **options: Any) -> bool:
        """Make a change with one of review.commands and push it: ``maker(session, *args, **options)``."""
        self.flush()
        if self.session is None:
            return False
        try:
            change = maker(self.session, *args, **options)
        except AppError as error:
            self.message.emit(*told_error(error), "info")
            return False
        return self.push(change, title)

    def take_candidate(self, number: int) -> None:
        """number: 1 for the best one."""
        if self._current:
            from ..review import commands

            title = self.tr("Take candidate {0}").format(number)
            self.perform(title, commands.take_candidate, self._current, number - 1)

    def copy_source(self) -> None:
        if self._current:
            from ..review import commands

            self.perform(self.tr("Copy source"), commands.copy_source, self._current)

    def confirm(self, state: State = State.REVIEWED) -> bool:
        """Vouch for the current target. Confirmed pairs go to the translation memory. True when it is confirmed."""
        from ..review import commands

        row = self.current_row()
        if row is None:
            return False
        if row.segment.excluded:
            return True
        done = self.perform(self.tr("Confirm"), commands.confirm, row.id, state)
        return done or self.session.row(row.id).target.state is state

    def confirm_and_next(self) -> None:
        """In a running review: the next one in its order."""
        if self.confirm() and not self.reviewing.go_next():
            self.next_after_confirm()

    def toggle_excluded(self, ids: Sequence[str] | None = None) -> None:
        """Bring excluded lines back, or take lines out of the article."""
        from ..review import commands

        wanted = list(ids or ([self._current] if self._current else []))
        if wanted:
            self.perform(self.tr("Exclude or bring back"), commands.toggle_excluded, wanted)
