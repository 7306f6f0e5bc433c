"""Writing the reviewed text out, as a job, from a snapshot of the rows."""

from __future__ import annotations

from collections.abc import Mapping
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
        source = snapshot(session)

        def work(ctx: JobContext) -> Exported:
            from ..pipeline.export import export

            ctx.check()
            # The original may be large: it is read here, in the job.
            store = session.store
            whole = replace(source, original=store.original(), signatures=store.engine_signatures())
            return export(whole, path, format_id, options)

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


def snapshot(session: ReviewSession) -> Opened:
    """What an export needs, taken on the main thread: the work goes on while the reader types."""
    from ..pipeline.opening import Opened

    rows = list(session.rows)
    findings = {row.id: tuple(found) for row in rows if (found := session.findings(row.id))}
    known = {"remarks": session.remarks.by_segment(), "dismissals": session.dismissals()}
    return Opened(session.article, rows, notes_by_segment(session), findings, **known)


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
    return found


def notes_by_segment(session: ReviewSession) -> Mapping[str, tuple[str, ...]]:
    """session.notes as plain texts by segment id."""
    notes = session.notes
    return {segment: tuple(str(getattr(note, "text", note)) for note in texts) for segment, texts in notes.items()}
