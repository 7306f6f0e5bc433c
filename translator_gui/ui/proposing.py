"""Asking engines for candidates, and feeding the translation memory: jobs around the open session."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ..domain.candidate import Candidate
from ..domain.unit import TranslationUnit
from ..engines.catalogue import HERE, ONLINE
from ..kit.errors import AppError
from ..kit.jobs import JobContext
from .jobs import JobHandle
from .told import told

if TYPE_CHECKING:
    from ..pipeline.workshop import Workshop
    from ..review.proposing import Outcome
    from .desk import Desk


_LOG = logging.getLogger("translator_gui.ui.proposing")
_REMEMBER_MS, _AT_ONCE = 50, 100  # what was confirmed goes to the memory so soon; units in one write


class Proposing(QObject):
    """One proposing job at a time. It asks for what no engine with the same settings has answered yet, so that a
    cancelled one goes on where it stopped."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._job: JobHandle | None = None
        self._waiting: tuple[Sequence[str] | None, str] | None = None
        self._to_remember: list[TranslationUnit] = []
        self._soon = QTimer(self, singleShot=True, interval=_REMEMBER_MS)
        self._soon.timeout.connect(self._remember)

    @property
    def job(self) -> JobHandle | None:
        return self._job

    def start(self, ids: Sequence[str] | None, engine: str | None) -> JobHandle | None:
        desk = self._desk
        session = desk.session
        name = engine or desk.settings.engines.default
        if session is None or desk.read_only:
            desk.message.emit(self.tr("Open a project that can be changed first."), "", "info")
            return None
        if self._job is not None:
            desk.message.emit(self.tr("Proposals are being made already."), self.tr("See Activity."), "info")
            return self._job
        consented = name in desk.settings.engines.consented
        if name in ONLINE and not consented:
            self._ask(ids, name)
            return None
        return self._submit(ids, name, allowed=consented or name in HERE)

    def _ask(self, ids: Sequence[str] | None, name: str) -> None:
        self._waiting = (ids, name)
        self._desk.consentNeeded.emit(name)

    def grant(self, engine: str) -> None:
        consented = self._desk.settings.engines.consented
        if engine not in consented:
            self._desk.change_settings(engines={"consented": (*consented, engine)})
        if self._waiting is not None and self._waiting[1] == engine:
            (ids, name), self._waiting = self._waiting, None
            self._submit(ids, name, allowed=True)

    def _submit(self, ids: Sequence[str] | None, name: str, allowed: bool) -> JobHandle:
        """allowed: asked even when it is online. Else the job asks a plug-in, once it is built, whether it is."""
        from ..review import snapshots
        from ..review.proposing import propose

        desk = self._desk
        session, workshop, post = desk.session, desk.workshop, desk.runner.post
        records, pair = list(session.table.records), session.head.pair

        def deliver(found: Mapping[str, list[Candidate]]) -> None:
            post(lambda: self._deliver(session, found))

        def work(ctx: JobContext) -> object:
            backend = workshop.engine(name)
            if not allowed and backend.online:
                post(lambda: self._ask(ids, name) if desk.session is session else None)
                return None
            # Asked anew on purpose when segments are named; else only what the engine has not seen.
            requests = snapshots.requests_of(records, pair, ids)
            done = session.store.proposed(backend.signature()) if ids is None else set()
            left = [request for request in requests if request.id not in done]
            # Whoever shows the progress says in the user's language how long it will take.
            quiet = JobContext(ctx.token, lambda done, total, _: ctx.progress(done, total, ""), ctx.log)
            return propose(left, backend, workshop.memory(), quiet, deliver)

        job = self._job = desk.runner.submit(self.tr("Proposing translations"), work, "bulk")
        job.failed.connect(desk.report)
        job.succeeded.connect(self._tell)
        job.finished.connect(lambda: self._finished(job))
        return job

    def _deliver(self, session: object, found: Mapping[str, list[Candidate]]) -> None:
        if self._desk.session is not session:
            return
        try:
            session.add_candidates(found)
        except AppError as error:
            self._desk.report(error)

    def _tell(self, outcome: Outcome | None) -> None:
        """What came of it, when it did not come for all; Activity says it in full."""
        if outcome is not None and outcome.errors:
            message, hint = next(iter(outcome.errors.values()))
            count = self.tr("No proposal for %n segment(s).", "", len(outcome.errors))
            self._desk.message.emit(count, " ".join(filter(None, (told(message), told(hint)))), "warning")

    def _finished(self, job: JobHandle) -> None:
        if self._job is job:
            self._job = None

    # -- memory --------------------------------------------------------------------------------------------------

    def remember(self, unit: TranslationUnit) -> None:
        """A pair a person confirmed: kept for other articles."""
        self._to_remember.append(unit)
        if not self._soon.isActive():
            self._soon.start()

    def _remember(self) -> None:
        """One job for many: fifty thousand may be made final at once."""
        workshop = self._desk.workshop
        job = self._desk.runner.submit("memory", lambda ctx: self._write(workshop), "interactive", quiet=True)
        job.failed.connect(self._desk.report)

    def _write(self, workshop: Workshop) -> None:
        """What has not been written stays in the list: a job may be cancelled before it begins."""
        while some := self._to_remember[:_AT_ONCE]:
            workshop.memory().add(some)
            del self._to_remember[: len(some)]

    def close(self) -> None:
        """When the program ends and no job runs any more: what was confirmed last is written, too."""
        self._soon.stop()
        if not self._to_remember:
            return
        try:
            self._write(self._desk.workshop)
        except AppError as error:  # nobody is left to be told; the project has the text
            _LOG.warning("what was confirmed last is not in the memory: %s", error.message)
