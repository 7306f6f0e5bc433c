"""Reading a colleague's review back into the project that is open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from ..kit.jobs import JobContext

if TYPE_CHECKING:
    from ..formats.review_docx import ReturnedReview
    from ..review.session import ReviewSession
    from .desk import Desk


class ReturnCommands:
    """Part of the window's Commands."""

    def return_review(self) -> None:
        session, tr = self._desk.session, QCoreApplication.translate
        title = tr("returning", "Read a review back")
        filters = tr("returning", "Word documents") + " (*.docx)"
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(session.path.parent), filters)
        if name:
            read_back(self._desk, Path(name))


def read_back(desk: Desk, path: Path) -> None:
    """A job reads the file; what it says is worked in when it comes, if the same project is still open."""
    session = desk.session

    def work(ctx: JobContext) -> ReturnedReview:
        from ..formats.reading import read_bytes
        from ..formats.review_docx import read_review

        return read_review(read_bytes(path), path.name)

    job = desk.runner.submit(QCoreApplication.translate("returning", "Reading {0}").format(path.name), work, "bulk")
    job.succeeded.connect(lambda review: _work_in(desk, session, review))
    job.failed.connect(desk.report)


def _work_in(desk: Desk, session: ReviewSession, review: ReturnedReview) -> None:
    from ..review.returned import compare

    if session is not desk.session or session.read_only:
        return
    desk.flush()
    tr, returned = QCoreApplication.translate, compare(session, review)
    session.add_candidates(returned.candidates)
    if returned.change is not None:
        desk.push(returned.change, tr("returning", "Comments of a colleague"))
    first = next(iter(returned.candidates), "")
    if first:
        desk.go_to(first)
    said = [tr("returning", "%n changed segment(s) as candidates", "", len(returned.candidates)),
            tr("returning", "%n new comment(s)", "", returned.comments)]  # fmt: skip
    if returned.unknown:
        said.append(tr("returning", "%n row(s) of another article left aside", "", returned.unknown))
    desk.message.emit(tr("returning", "The review was read."), ", ".join(said) + ".", "info")
