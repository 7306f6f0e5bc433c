"""Runs the checks that need the whole article, a while after the last edit, and hands what they find to the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ...kit.jobs import JobContext

if TYPE_CHECKING:
    from ...domain.finding import Finding
    from ...review.session import ReviewSession
    from ..desk import Desk
    from ..jobs import JobHandle

_QUIET_MS = 2_000
# A longer article is looked through when its check is asked for: the machine belongs to whoever types.
_UNASKED = 2_000


class Consistency(QObject):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._job: JobHandle | None = None
        self._timer = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._timer.timeout.connect(self.look)
        desk.segmentsChanged.connect(self._changed)
        desk.rowsReplaced.connect(self._timer.start)
        desk.sessionChanged.connect(self._opened)

    def _opened(self) -> None:
        self._job = None
        if self._desk.session is not None:
            self._timer.start()
        else:
            self._timer.stop()

    def _changed(self, ids: list[str], aspects: frozenset[str]) -> None:
        if aspects & {"target", "exclusion"}:
            self._timer.start()

    def look(self, asked: bool = False) -> None:
        """asked: by a person, of an article of any length."""
        from ...review.article_findings import article_pairs, by_segment

        session = self._desk.session
        if session is None or (len(session.rows) > _UNASKED and not asked):
            return
        if self._job is not None:
            self._timer.start()  # once more when this one has ended
            return
        records, languages, workshop = list(session.table.records), session.head.pair, self._desk.workshop

        def work(ctx: JobContext) -> tuple[dict[str, list[Finding]], dict[str, int]]:
            pairs, revisions = article_pairs(records, languages)
            return by_segment(pairs, workshop.run_article_checks(pairs, ctx.check)), revisions

        self._job = self._desk.runner.submit(self.tr("Checking the whole article"), work, "bulk", quiet=True)
        self._job.succeeded.connect(lambda result: self._found(session, *result))
        self._job.failed.connect(self._desk.report)
        self._job.finished.connect(self._ended)

    def _found(self, session: ReviewSession, found: dict[str, list[Finding]], revisions: dict[str, int]) -> None:
        if session is self._desk.session:
            session.set_article_findings(found, revisions)

    def _ended(self) -> None:
        self._job = None
