"""Writing the reviewed text out, as a job, from a snapshot of the rows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ..kit.jobs import JobContext
from .jobs import JobHandle

if TYPE_CHECKING:
    from ..review.session import ReviewSession
    from .desk import Desk


class Exporting(QObject):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def start(self, format_id: str, path: Path, options: Mapping[str, Any]) -> JobHandle | None:
        """``format_id`` "" takes the format from the file's extension."""
        session = self._desk.session
        if session is None:
            return None
        article, rows = session.article, list(session.rows)
        findings = {row.id: tuple(found) for row in rows if (found := session.findings(row.id))}
        notes, remarks = notes_by_segment(session), session.remarks.by_segment()

        def work(ctx: JobContext) -> list[Path]:
            from ..formats.catalogue import exporter_for
            from ..formats.export_options import ExportOptions, choose_rows
            from ..formats.export_view import ExportView

            chosen = choose_rows(rows, ExportOptions.of(options))
            view = ExportView(article, chosen, findings, notes, remarks)
            ctx.check()
            return exporter_for(format_id or path).write(view, path, options)

        job = self._desk.runner.submit(self.tr("Exporting {0}").format(path.name), work, "bulk")
        job.succeeded.connect(lambda written: self._done(session, written))
        job.failed.connect(self._desk.report)
        return job

    def _done(self, session: ReviewSession, written: list[Path]) -> None:
        if session is self._desk.session and not session.read_only:
            from ..review.baselines import note_export

            note_export(session, written[0].suffix.lstrip("."), written[0].name)
        names = ", ".join(path.name for path in written)
        self._desk.message.emit(self.tr("Exported {0}").format(names), str(written[0].parent), "info")


def notes_by_segment(session: object) -> Mapping[str, tuple[str, ...]]:
    """session.notes as plain texts by segment id."""
    notes = session.notes
    return {segment: tuple(str(getattr(note, "text", note)) for note in texts) for segment, texts in notes.items()}
