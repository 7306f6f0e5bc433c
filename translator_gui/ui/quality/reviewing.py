"""The running review session of the desk: started, paused and finished here, and told of every sign of life."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ...kit.errors import AppError
from ..i18n import current_language

if TYPE_CHECKING:
    from ...review.quality_plan import Plan
    from ...review.quality_session import QualitySession, Record
    from ..desk import Desk
    from ..jobs import JobHandle


class Reviewing(QObject):
    """changed: another session, or another status of it. ``plan``: of the next one to start (None: the usual)."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.quality: QualitySession | None = None
        self.plan: Plan | None = None
        self.past: list[Record] = []  # sessions the project had seen when it was opened, and those finished since
        desk.currentChanged.connect(self.touched)
        desk.undo_stack.indexChanged.connect(self.touched)  # whatever a person altered
        desk.sessionChanged.connect(self._find_past)

    def _find_past(self) -> None:
        from ...review.quality_session import records

        self.past = records(self._desk.session) if self._desk.session is not None else []

    @property
    def record(self) -> Record | None:
        """Of this session, else of the project's last one, else None."""
        last = self.past[-1] if self.past else None
        return self.quality.record if self.quality is not None else last

    @property
    def running(self) -> bool:
        return self.quality is not None and self.quality.status.value == "running"

    def touched(self, *_: object) -> None:
        """A sign of life in the current segment."""
        if self.running and self._desk.current_id():
            self._try(lambda: self.quality.touched(self._desk.current_id()))

    def let_go(self) -> None:
        """Before the project closes: what was worked is written down."""
        if self.quality is not None:
            self._try(self.quality.close)
            self.quality = None
            self._find_past()
            self.changed.emit()

    @property
    def unfinished(self) -> Record | None:
        """The reviewer's own, which Start would resume."""
        mine = [each for each in self.past if not each.finished and each.reviewer == self._desk.session.user]
        return mine[-1] if mine and self.quality is None else None

    def start(self, anew: bool = False) -> None:
        """Go on with the reviewer's unfinished session, or start one (``anew``: in any case, and what the other
        recorded stays); then to its first open segment."""
        from ...review.quality_session import QualitySession

        session = self._desk.session
        if session is None or session.read_only:
            return
        self._desk.flush()
        if self.quality is not None and self.quality.status.value != "finished":
            self._try(self.quality.carry_on)
        else:
            self.let_go()
            resumed = None if anew else QualitySession.resume(session)
            self._try(lambda: self._bind(resumed or QualitySession.start(session, self.plan)))
        self.changed.emit()
        self.go_next(stay=True)

    def _bind(self, quality: QualitySession) -> None:
        self.quality = quality

    def pause_or_carry_on(self) -> None:
        if self.quality is None:
            self.say_none()
        elif self.running:
            self._try(self.quality.pause)
        else:
            self._try(self.quality.carry_on)
        self.changed.emit()
        self.touched()

    def finish(self) -> None:
        if self.quality is None:
            self.say_none()
            return
        self._desk.flush()
        self._try(self.quality.finish)
        self.changed.emit()
        self._desk.message.emit(self.tr("The review is finished."), self.tr("Now its report can be written."), "info")

    def overrule(self, passed: bool | None, reason: str = "") -> None:
        """The reviewer's own verdict; None: the formula's."""
        if self.quality is None:
            self.say_none()
        else:
            self._try(lambda: self.quality.overrule(passed, reason))
            self.changed.emit()

    def go_next(self, stay: bool = False) -> bool:
        """To the next open segment in the session's order. stay: the current one will do if it is the first. False
        without a running session."""
        if not self.running:
            return False
        following = self.quality.next("" if stay else self._desk.current_id())
        if following:
            self._desk.go_to(following)
            self.touched()
        elif not self.quality.left():
            self._desk.message.emit(self.tr("Every segment of this review is dealt with."), "", "info")
        return True

    def write_report(self, path: Path) -> JobHandle | None:
        """Of this session, else the project's last one, else the article as it stands; the file's extension says in
        which form. The outcome is told through the desk's ``message``."""
        desk = self._desk
        if desk.session is None:
            return None
        from ...formats.report_catalogue import report_writer
        from .scorecard_reading import Wanted, build_report

        desk.flush()
        language, record = current_language(), self.record
        try:
            writer = report_writer(path)
            if self.quality is not None:
                self.quality.write_down()
        except AppError as error:
            desk.report(error)
            return None
        muted = tuple(desk.settings.scoring.muted_checks)
        wanted = Wanted(desk.session.path, record.id if record else "", language, muted=muted)
        job = desk.runner.submit(
            self.tr("Writing the report"), lambda ctx: writer.write(build_report(wanted, ctx), path, language), "bulk"
        )
        job.succeeded.connect(self._written)
        job.failed.connect(desk.report)
        return job

    def _written(self, files: list[Path]) -> None:
        names = ", ".join(file.name for file in files)
        self._desk.message.emit(self.tr("Report written: {0}").format(names), str(files[0].parent), "info")

    def say_none(self) -> None:
        self._desk.message.emit(self.tr("No review is going on."), self.tr("Start one first."), "info")

    def _try(self, work: Callable[[], Any]) -> None:
        try:
            work()
        except AppError as error:
            self._desk.report(error)
