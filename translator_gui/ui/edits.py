"""Changing the project: everything goes through ``push`` and can be undone."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from ..domain.change import Change, Compound, touched
from ..domain.segment import State
from ..kit.errors import AppError
from ..kit.settings import Settings
from .gradually import MANY, Gradual, doing, making
from .jobs import JobRunner
from .reading_place import ReadingPlace
from .told import told_error
from .undo import ChangeCommand

if TYPE_CHECKING:
    from ..review.session import ReviewSession


class Edits(ReadingPlace):
    """largeStarted(Gradual): very many segments are being changed, and nothing else can be until it is over."""

    largeStarted = Signal(object)

    def __init__(self, settings: Settings | None, runner: JobRunner | None, parent: QObject | None, keep: bool) -> None:
        super().__init__(settings, runner, parent, keep)
        self.undo_stack = QUndoStack(self)
        self._failed = self._interrupted = self._standing_still = False
        self.large: Gradual | None = None
        self._doing = ""  # title of the step that is done or undone

    @property
    def busy(self) -> bool:
        """Is a large change under way?"""
        return self.large is not None and self.large.running

    def push(self, change: Change | None, title: str, group: str = "", origin: str = "") -> bool:
        """Do a change so that it can be undone. False (and a message) when it could not be done; None does nothing.

        group: typing of the same group becomes one step. origin: who asks, passed on with the events.
        """
        if change is None or self.session is None or self.busy:
            return False
        if self.read_only:
            self.message.emit(self.tr("This project is open for reading only."), "", "warning")
            return False
        self._doing = title
        command = ChangeCommand(self._apply, change, title, group, origin)
        self._failed = self._interrupted = False
        self.undo_stack.push(command)
        return not self._failed

    def _apply(self, change: Change, origin: str, back: bool) -> bool:
        assert self.session is not None
        if self._standing_still:
            return True
        try:
            if isinstance(change, Compound) and len(change.changes) > MANY:
                self._apply_many(change, origin, back)
            else:
                self.session.do(change.inverse() if back else change, origin)
        except AppError as error:
            self._failed = True
            self.report(error)
            return False
        if self._interrupted:  # a new change leaves no trace; one that was there stays where it is (see _step)
            self._failed = True
            return origin in ("undo", "redo")
        if origin in ("undo", "redo"):
            first = next(iter(touched(change)), "")
            if first:
                self.go_to(first)
        return True

    def _apply_many(self, change: Compound, origin: str, back: bool) -> None:
        with self._gradually(self._doing) as large:
            large.run(doing(self.session, change, origin, back, large), len(change.changes))
            self._interrupted = large.cancelled
            if large.fault is not None:
                self.report(large.fault)

    @contextlib.contextmanager
    def _gradually(self, title: str) -> Iterator[Gradual]:
        """The one that goes on, or a new one."""
        if self.large is not None:
            yield self.large
            return
        self.large = large = Gradual(title, self)
        self.largeStarted.emit(large)
        try:
            yield large
        finally:
            self.large = None
            large.finished.emit()
            large.deleteLater()

    def undo(self) -> None:
        self._doing = self.undo_stack.undoText()
        self._step(self.undo_stack.undo, self.undo_stack.redo)

    def redo(self) -> None:
        self._doing = self.undo_stack.redoText()
        self._step(self.undo_stack.redo, self.undo_stack.undo)

    def _step(self, there: Callable[[], None], back: Callable[[], None]) -> None:
        if self.busy:
            return
        self.flush()
        self._interrupted = False
        there()
        if self._interrupted:  # the project is as it was; the stack follows
            self._interrupted, self._standing_still = False, True
            back()
            self._standing_still = False

    def perform(self, title: str, maker: Callable[..., Change | None], *args: Any, **options: Any) -> bool:
        """Make a change with one of review.commands and push it: ``maker(session, *args, **options)``."""
        if self.busy:
            return False
        self.flush()
        if self.session is None:
            return False
        try:
            change = maker(self.session, *args, **options)
        except AppError as error:
            self.message.emit(*told_error(error), "info")
            return False
        return self.push(change, title)

    def perform_each(
        self,
        title: str,
        maker: Callable[..., Change | None],
        items: Sequence[Any],
        *args: Any,
        whole: Callable[[ReviewSession, list[Change]], None] | None = None,
        **options: Any,
    ) -> bool:
        """The same for each of many: ``maker(session, items, *args, **options)``, little by little when there are very
        many. whole: may they be done together? Raises AppError when not."""
        session = self.session
        if self.busy or session is None:
            return False
        self.flush()
        made: list[Change] = []
        with contextlib.ExitStack() as stack:
            large = stack.enter_context(self._gradually(title)) if len(items) > MANY else None
            try:
                steps = making(lambda some: maker(session, some, *args, **options), items, large, made)
                deque(steps, 0) if large is None else large.run(steps, len(items))
                if whole is not None:
                    whole(session, made)
            except AppError as error:
                self.message.emit(*told_error(error), "info")
                return False
            if not made or (large is not None and large.cancelled):
                return False
            return self.push(Compound(tuple(made), title) if len(made) > 1 else made[0], title)

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
        if wanted and self.session is not None:
            excluded = not commands.any_excluded(self.session, wanted)
            self.perform_each(self.tr("Exclude or bring back"), commands.set_excluded, wanted, excluded)
