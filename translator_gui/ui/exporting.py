"""Writing the reviewed text out, as a job, from a snapshot of the rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject

from ..kit.jobs import JobContext
from .jobs import JobHandle

if TYPE_CHECKING:
    from ..pipeline.export import Exported
    from ..pipeline.opening import Opened
    from ..review.session import ReviewSession
    from .desk import Desk


class Exporting(QObject):
    """Jobs succeed with a pipeline.export.Exported."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def start(self, format_id: str, path: Path, options: Mapping[str, Any]) -> JobHandle | None:
        """``format_id`` "" takes the format from the file's extension."""
        session = self._desk.session
        if session is None:
            return None
        take = snapshot(session)

        def work(ctx: JobContext) -> Exported:
            from ..pipeline.export import export

            source = take(ctx)
            ctx.check()
            return export(source, path, format_id, options)

        job = self._desk.runner.submit(self.tr("Exporting {0}").format(path.name), work, "bulk")
        job.succeeded.connect(lambda exported: self._done(session, exported))
        job.failed.connect(self._desk.report)
        return job

    def _done(self, session: ReviewSession, exported: Exported) -> None:
        if session is self._desk.session and not session.read_only:
            from ..review.baselines import note_export

            note_export(session, exported.files[0].suffix.lstrip("."), exported.files[0].name)
            self._desk.tracking.forget()
        names = ", ".join(path.name for path in exported.files)
        warnings = export_warnings(exported)
        hint = " ".join((str(exported.files[0].parent), *warnings))
        self._desk.message.emit(self.tr("Exported {0}").format(names), hint, "warning" if warnings else "info")


def snapshot(session: ReviewSession) -> Callable[[JobContext], Opened]:
    """What an export needs. What may alter under its hands is taken at once, on the main thread, as plain records; the
    rest is fetched and built by the job, which calls what is returned: long articles take seconds."""
    records, notes = list(session.table.records), notes_by_segment(session)
    of_article = session.article_findings.all()
    known = {"remarks": session.remarks.by_segment(), "dismissals": session.dismissals()}

    def take(ctx: JobContext) -> Opened:
        from ..pipeline.opening import Opened
        from ..store import codec

        rows = [codec.decode_row(record) for record in records]
        article = replace(session.head, segments=tuple(row.segment for row in rows))
        store, findings = session.store, session.findings_by_id(of_article, ctx.check)
        whole = {"original": store.original(), "signatures": store.engine_signatures()}
        return Opened(article, rows, notes, findings, **known, **whole)

    return take


def export_warnings(exported: Exported) -> list[str]:
    """What got lost or was filled in, one sentence each, in the interface language."""
    tr, found = QCoreApplication.translate, []
    if exported.stripped:
        found.append(
            tr("exporting", "%n control character(s) left out: the format cannot hold them.", "", exported.stripped)
        )
    if exported.filled:
        found.append(
            tr("exporting", "%n segment(s) without a translation: the French was written.", "", exported.filled)
        )
    if exported.unplaced:
        found.append(
            tr(
                "exporting",
                "%n segment(s) stay French: the original page has no such paragraph. "
                "Export without the layout to have everything.",
                "",
                exported.unplaced,
            )
        )
    if exported.skipped:
        found.append(
            tr(
                "exporting",
                "%n segment(s) without a translation did not go in: the format holds pairs.",
                "",
                exported.skipped,
            )
        )
    return found


def notes_by_segment(session: ReviewSession) -> Mapping[str, tuple[str, ...]]:
    """session.notes as plain texts by segment id."""
    notes = session.notes
    return {segment: tuple(str(getattr(note, "text", note)) for note in texts) for segment, texts in notes.items()}
