"""The one object that panes, docks and dialogs know: the open project, where the reader is, and what can be done.

It holds no widget and asks no question. What takes time runs as a job; whatever cannot be done is told through
``message``. Everything that alters the project goes through ``push`` and can be undone.
"""

from __future__ import annotations

import dataclasses
import getpass
import logging
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from ..domain.change import Change
from ..domain.segment import Row, State
from ..domain.span import Side, Span
from ..kit.errors import AppError
from ..kit.settings import Settings, load_settings, save_settings
from .bridge import Bridge
from .jobs import JobHandle, JobRunner
from .undo import ChangeCommand, touched

if TYPE_CHECKING:
    from ..pipeline.workshop import Workshop
    from ..review.filters import Filter
    from ..review.session import ReviewSession

_log = logging.getLogger("translator_gui.ui.desk")
_SAVE_SETTINGS_MS = 600


class Desk(QObject):
    """Signals say what changed; attributes and methods give the rest.

    segmentsChanged(ids: list[str], aspects: frozenset[str]): aspects as in review.events.SegmentsChanged.
    message(text, hint, kind): kind is "info", "warning" or "error". busyChanged(text): what is being opened, "" when
    nothing is. flushRequested: editors commit pending typing, at once. consentNeeded(engine): an online engine is to
    be used for the first time; answer with grant_consent(engine) or not at all. failed(exception): what report() told.
    """

    sessionChanged = Signal()
    currentChanged = Signal(str)
    segmentsChanged = Signal(object, object)
    rowsReplaced = Signal()
    filterChanged = Signal()
    jobStarted = Signal(object)
    message = Signal(str, str, str)
    settingsChanged = Signal()
    spanRequested = Signal(str, str, int, int)
    busyChanged = Signal(str)
    flushRequested = Signal()
    consentNeeded = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        settings: Settings | None = None,
        runner: JobRunner | None = None,
        parent: QObject | None = None,
        keep_settings: bool = True,
    ) -> None:
        """keep_settings False: changes of settings are not written (pictures, tests)."""
        super().__init__(parent)
        self.settings = settings or Settings()
        self.runner = runner or JobRunner(self)
        self.runner.started.connect(self.jobStarted)
        self.session: ReviewSession | None = None
        self.undo_stack = QUndoStack(self)
        self.filter: Filter | None = None
        self.bridge = Bridge(self)
        self._visible: Sequence[int] = ()
        self._current, self._place = "", 0
        self._failed = False
        self._keep_settings = keep_settings
        self._workshop: Workshop | None = None
        self._save_settings = QTimer(self, singleShot=True, interval=_SAVE_SETTINGS_MS)
        self._save_settings.timeout.connect(self._write_settings)
        self._bind_services()

    def _bind_services(self) -> None:
        from .exporting import Exporting
        from .opening import Opening
        from .proposing import Proposing
        from .rescoring import Rescoring

        self.opening = Opening(self)
        self.rescoring = Rescoring(self)
        self.proposing = Proposing(self)
        self.exporting = Exporting(self)

    # -- what there is -------------------------------------------------------------------------------------------

    @property
    def workshop(self) -> Workshop:
        """Engines, scorer, checks and memory; built at first use, which imports much: not before the first paint."""
        if self._workshop is None:
            from ..pipeline.workshop import Workshop

            self._workshop = Workshop(self.settings)
        return self._workshop

    @property
    def read_only(self) -> bool:
        return self.session is not None and self.session.read_only

    @property
    def user(self) -> str:
        return self.settings.user_name or _login_name()

    def visible(self) -> Sequence[int]:
        """Indexes into session.rows that pass the filter, in article order."""
        return self._visible

    def visible_rows(self) -> Iterable[Row]:
        return (self.session.rows[index] for index in self._visible) if self.session is not None else ()

    # -- opening and closing -------------------------------------------------------------------------------------

    def open_path(self, path: Path | str) -> None:
        """A project is opened; any other file becomes a project first."""
        self.opening.open_path(Path(path))

    def import_path(self, path: Path | str, draft: Path | None = None) -> None:
        """draft: an English text to pair with the source."""
        self.opening.import_path(Path(path), draft)

    def paste_text(self, text: str, title: str = "") -> None:
        self.opening.paste_text(text, title)

    def open_sample(self) -> None:
        self.opening.open_sample()

    def adopt(self, session: ReviewSession) -> None:
        """Make an open session the desk's own; closes the one before."""
        self.close_session()
        self.session = session
        session.remember = self.proposing.remember
        session.mute = self._mute
        session.set_muted(self.settings.scoring.muted_checks)
        self.bridge.attach(session)
        self._visible = range(len(session.rows))
        self.sessionChanged.emit()
        last = session.last_segment
        if last in session:
            self.go_to(last)
        elif session.rows:
            self.go_to(self._first_id())
        if session.read_only:
            self.message.emit(
                self.tr("This project is open for reading only."),
                session.store.reason,
                "info",
            )
        self.rescoring.score_unscored()

    def close_session(self) -> None:
        """Commit what is pending, stop what works on the project, close its file."""
        if self.session is None:
            return
        self.flush()
        session = self.session
        for job in self.runner.jobs():
            job.cancel()
        self.rescoring.clear()
        self.bridge.detach()
        if not session.read_only and self._current:
            session.last_segment = self._current
        self.session, self._current, self.filter, self._visible = None, "", None, ()
        self.undo_stack.clear()
        self.sessionChanged.emit()
        self.currentChanged.emit("")
        session.close()

    def shut_down(self, seconds: float = 2.0) -> bool:
        """At the very end. False when some work did not stop in time (it dies with the process)."""
        self.close_session()
        if self._save_settings.isActive():
            self._save_settings.stop()
            self._write_settings()
        ended = self.runner.close(seconds)
        if self._workshop is not None and ended:
            self._workshop.close()
        return ended

    # -- where the reader is -------------------------------------------------------------------------------------

    def current_id(self) -> str:
        return self._current

    def current_row(self) -> Row | None:
        return self.session.row(self._current) if self.session is not None and self._current else None

    def go_to(self, segment: str) -> None:
        """Make ``segment`` the current one; pending typing is committed first. Lifts a filter that hides it."""
        if self.session is None or segment == self._current:
            return
        self.flush()
        index = find_index(self.session, segment)
        if index is None:
            return
        if self.filter is not None and not self.is_visible(index):
            self.set_filter(None)
        self._current, self._place = segment, index
        self.currentChanged.emit(segment)

    def is_visible(self, index: int) -> bool:
        if isinstance(self._visible, range):
            return index in self._visible
        place = bisect_left(self._visible, index)
        return place < len(self._visible) and self._visible[place] == index

    def show_span(self, segment: str, side: Side | str, span: Span | None) -> None:
        """Go to the segment and select the span there (None: the whole text of that side)."""
        self.go_to(segment)
        if self.session is None:
            return
        row = self.session.row(segment)
        whole = Span(0, len(row.segment.source if Side(side) is Side.SOURCE else row.target.text))
        start, end = span or whole
        self.spanRequested.emit(segment, Side(side).value, start, end)

    def set_filter(self, wanted: Filter | None) -> None:
        """Rows that do not pass are not shown; None shows all. Applied once: no row jumps away while it is edited."""
        self.filter = wanted
        self._apply_filter()
        self.filterChanged.emit()

    def _apply_filter(self) -> None:
        if self.session is None:
            self._visible = ()
        else:
            self._visible = range(len(self.session.rows)) if self.filter is None else self.filter.apply(self.session)

    # -- changing the project ------------------------------------------------------------------------------------

    def flush(self) -> None:
        """Editors commit what was typed last."""
        self.flushRequested.emit()

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
            self.message.emit(error.message, error.hint, "info")
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
        if self.confirm():
            self.next_after_confirm()

    def next_after_confirm(self) -> None:
        """The next visible row that still has to be confirmed; at the end, simply the next row."""
        following = self._following()
        for row in following:
            if not row.segment.excluded and row.target.state not in (State.REVIEWED, State.FINAL):
                self.go_to(row.id)
                return
        self.move(1)

    def _following(self) -> Iterable[Row]:
        if self.session is None or not self._current:
            return
        here = self.session.index(self._current)
        for index in self._visible:
            if index > here:
                yield self.session.rows[index]

    def move(self, step: int) -> None:
        """To the next (1) or previous (-1) visible row."""
        if self.session is None or not self._visible:
            return
        if not self._current:
            self.go_to(self.session.rows[self._visible[0]].id)
            return
        here = self.session.index(self._current)
        place = bisect_right(self._visible, here) if step > 0 else bisect_left(self._visible, here) - 1
        if 0 <= place < len(self._visible):
            self.go_to(self.session.rows[self._visible[place]].id)

    def toggle_excluded(self, ids: Sequence[str] | None = None) -> None:
        """Bring excluded lines back, or take lines out of the article."""
        from ..review import commands

        wanted = list(ids or ([self._current] if self._current else []))
        if wanted:
            self.perform(self.tr("Exclude or bring back"), commands.toggle_excluded, wanted)

    def rows_were_replaced(self) -> None:
        """After a split, a join or their undo: rows came and went."""
        self._apply_filter()
        if self.session is not None and self._current not in self.session:
            rows = self.session.rows
            self._current = rows[min(self._place, len(rows) - 1)].id if rows else ""
            self.rowsReplaced.emit()
            self.currentChanged.emit(self._current)
        else:
            self.rowsReplaced.emit()

    # -- machines ------------------------------------------------------------------------------------------------

    def propose(self, ids: Sequence[str] | None = None, engine: str | None = None) -> JobHandle | None:
        """Ask an engine for candidates: for ``ids``, or for every segment that has none. None when nothing is to do."""
        self.flush()
        return self.proposing.start(ids, engine)

    def grant_consent(self, engine: str) -> None:
        """The user agreed that text may be sent to ``engine``."""
        self.proposing.grant(engine)

    def rescore(self, ids: Sequence[str]) -> None:
        """Score anew: rules at once, the rest as it comes; ``ids`` go before what already waits."""
        self.rescoring.request(ids)

    def check(self) -> None:
        """Score every visible segment anew."""
        self.flush()
        self.rescoring.request([row.id for row in self.visible_rows() if not row.segment.excluded], urgent=False)

    def export(self, format_id: str, path: Path | str, options: Mapping[str, Any] | None = None) -> JobHandle | None:
        """Write the reviewed text; the outcome is told through ``message``."""
        self.flush()
        return self.exporting.start(format_id, Path(path), dict(options or {}))

    # -- settings ------------------------------------------------------------------------------------------------

    def change_settings(self, **changes: Any) -> None:
        """user_name=…, or engines/scoring/window = a settings object or a dict of the fields to change."""
        values = {}
        for name, value in changes.items():
            present = getattr(self.settings, name)
            values[name] = dataclasses.replace(present, **value) if isinstance(value, dict) else value
        changed = dataclasses.replace(self.settings, **values)
        if changed == self.settings:
            return
        before, self.settings = self.settings, changed
        if self._workshop is not None and (before.engines, before.scoring) != (changed.engines, changed.scoring):
            workshop = self._workshop
            self.runner.submit("settings", lambda ctx: workshop.change_settings(changed), "interactive", quiet=True)
        if self.session is not None:
            self.session.set_muted(changed.scoring.muted_checks)
        if self._keep_settings:
            self._save_settings.start()
        self.settingsChanged.emit()

    def _mute(self, code: str, muted: bool) -> None:
        """A reason was dismissed for always (or that was undone): it is a setting, for every project."""
        others = [each for each in self.settings.scoring.muted_checks if each != code]
        self.change_settings(scoring={"muted_checks": (*others, code) if muted else tuple(others)})

    def _write_settings(self) -> None:
        try:
            save_settings(self.settings)
        except AppError as error:
            self.report(error)

    # -- telling -------------------------------------------------------------------------------------------------

    def report(self, error: BaseException) -> None:
        """Tell the user about a failure; one that is not an AppError is a bug and goes to the crash handler."""
        self.failed.emit(error)
        if isinstance(error, AppError):
            self.message.emit(error.message, error.hint, "error")
        else:
            _log.error("unexpected: %s", type(error).__name__, exc_info=error)
            sys.excepthook(type(error), error, error.__traceback__)

    def _first_id(self) -> str:
        assert self.session is not None
        rows = self.session.rows
        return next((row.id for row in rows if not row.segment.excluded), rows[0].id)


def find_index(session: ReviewSession, segment: str) -> int | None:
    """Where the segment stands; None when it is not, or no longer, in the article."""
    return session.index(segment) if segment in session else None


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # no password entry, no variables: a container
        return ""


def load_settings_or_default() -> tuple[Settings, AppError | None]:
    """A broken settings file is told, never fatal."""
    try:
        return load_settings(), None
    except AppError as error:
        return Settings(), error
