"""The one object that panes, docks and dialogs know: the open project, where the reader is, and what can be done.

It holds no widget and asks no question. What takes time runs as a job; whatever cannot be done is told through
``message``. Everything that alters the project goes through ``push`` and can be undone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from ..kit.settings import Settings
from .bridge import Bridge
from .edits import Edits
from .jobs import JobHandle, JobRunner
from .told import told

if TYPE_CHECKING:
    from ..pipeline.workshop import Workshop
    from ..review.session import ReviewSession


class Desk(Edits):
    """Signals say what changed; attributes and methods give the rest: what is kept for the user and how failures are
    told (KeptSettings), where the reader is (ReadingPlace), what alters the project (Edits), and here what opens,
    closes and works on it.

    segmentsChanged(ids: list[str], aspects: frozenset[str]): aspects as in review.events.SegmentsChanged.
    busyChanged(text): what is being opened, "" when nothing is. consentNeeded(engine): an online engine is to be used
    for the first time; answer with grant_consent(engine) or not at all.
    """

    sessionChanged = Signal()
    segmentsChanged = Signal(object, object)
    jobStarted = Signal(object)
    busyChanged = Signal(str)
    consentNeeded = Signal(str)

    def __init__(
        self,
        settings: Settings | None = None,
        runner: JobRunner | None = None,
        parent: QObject | None = None,
        keep_settings: bool = True,
    ) -> None:
        """keep_settings False: changes of settings are not written (pictures, tests)."""
        super().__init__(settings, runner, parent, keep_settings)
        self.runner.started.connect(self.jobStarted)
        self.bridge = Bridge(self)
        self._bind_services()

    def _bind_services(self) -> None:
        from .alignment.aligning import Aligning
        from .deciding import Deciding
        from .exporting import Exporting
        from .lost_file import LostFile
        from .opening import Opening
        from .proposing import Proposing
        from .quality.consistency import Consistency
        from .quality.marking import Marking
        from .quality.reviewing import Reviewing
        from .rescoring import Rescoring
        from .salvaging import Salvaging
        from .terminology import Terminology
        from .tracked.tracking import Tracking

        self.opening = Opening(self)
        self.salvaging = Salvaging(self)
        self.lost_file = LostFile(self)
        self.rescoring = Rescoring(self)
        self.deciding = Deciding(self)
        self.proposing = Proposing(self)
        self.exporting = Exporting(self)
        self.terms = Terminology(self)
        self.reviewing = Reviewing(self)
        self.marking = Marking(self)
        self.consistency = Consistency(self)
        self.aligning = Aligning(self)
        self.tracking = Tracking(self)

    # -- what there is -------------------------------------------------------------------------------------------

    @property
    def workshop(self) -> Workshop:
        """Engines, scorer, checks and memory; built at first use, which imports much: not before the first paint."""
        if self._workshop is None:
            from ..pipeline.workshop import Workshop

            self._workshop = Workshop(self.settings)
        return self._workshop

    # -- opening and closing -------------------------------------------------------------------------------------

    def open_path(self, path: Path | str) -> None:
        """A project is opened; any other file becomes a project first."""
        self.opening.open_path(Path(path))

    def open_files(self, paths: Sequence[Path]) -> None:
        """One file is opened; two documents are aligned."""
        self.opening.open_files(paths)

    def import_path(self, path: Path | str, draft: Path | None = None) -> None:
        """draft: an English text to pair with the source."""
        self.opening.import_path(Path(path), draft)

    def paste_text(self, text: str, title: str = "") -> None:
        self.opening.paste_text(text, title)

    def open_sample(self) -> None:
        self.opening.open_sample()

    def adopt(self, session: ReviewSession) -> None:
        """Make an open session the desk's own; closes what was open before, once a large change of it is done."""
        if self.busy:
            QTimer.singleShot(100, self, lambda: self.adopt(session))
            return
        self.aligning.close()
        self.close_session()
        self.session = session
        session.remember = self.proposing.remember
        session.mute = self.mute
        session.decided = self.deciding.note
        session.set_muted(self.settings.scoring.muted_checks)
        self.bridge.attach(session)
        self._apply_filter()
        self.sessionChanged.emit()
        last = session.last_segment
        if last in session:
            self.go_to(last)
        elif session.rows:
            self.go_to(self._first_id())
        if session.read_only:
            self.message.emit(
                self.tr("This project is open for reading only."),
                told(session.store.reason),
                "info",
            )
        self.rescoring.score_unscored()

    def close_session(self) -> None:
        """Commit what is pending, stop what works on the project, close its file."""
        if self.session is None:
            return
        self.flush()
        self.reviewing.let_go()
        session = self.session
        for job in self.runner.jobs():
            job.cancel()
        self.rescoring.clear()
        self.bridge.detach()
        if not session.read_only and self._current:
            session.last_segment = self._current
        self.session, self._current, self.filter, self.worst_first = None, "", None, False
        self._apply_filter()
        self.undo_stack.clear()
        self.sessionChanged.emit()
        self.currentChanged.emit("")
        session.close()

    def shut_down(self, seconds: float = 2.0) -> bool:
        """At the very end. False when some work did not stop in time (it dies with the process)."""
        self.aligning.close()
        self.close_session()
        self.write_pending_settings()
        ended = self.runner.close(seconds)
        if ended:
            self.proposing.close()
            if self._workshop is not None:
                self._workshop.close()
        return ended

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
        """Score every visible segment anew, and look through the whole article."""
        self.flush()
        self.consistency.look(asked=True)
        if self.session is not None:
            records = self.session.table.records
            self.rescoring.request([records[index][0] for index in self._visible], urgent=False)

    def export(self, format_id: str, path: Path | str, options: Mapping[str, Any] | None = None) -> JobHandle | None:
        """Write the reviewed text; the outcome is told through ``message``."""
        self.flush()
        return self.exporting.start(format_id, Path(path), dict(options or {}))
