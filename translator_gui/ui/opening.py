"""Opening, importing, pasting: as jobs, with a visible state; the desk adopts the session that comes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ..kit.errors import AppError
from ..kit.jobs import JobContext
from ..kit.paths import resource
from . import places
from .jobs import JobHandle
from .told import told

if TYPE_CHECKING:
    from ..domain.article import Document
    from ..pipeline.workshop import Workshop
    from ..review.session import ReviewSession
    from .desk import Desk

SAMPLE = "kermoran-port-strike"
_RECENT = 12
_SQLITE = b"SQLite format 3\x00"


class Opening(QObject):
    """One opening at a time; a newer wish replaces the one before.

    alreadyOpen(path, error): somebody has the project open; it can be had for reading only.
    damaged(path, error): what can still be read of the project can be had in a new file.
    columnsWanted(path, error): a person must say which columns of a table are which.
    mendable(path, error): a damaged bilingual file can be read in another way (error.options).
    """

    alreadyOpen = Signal(object, object)
    damaged = Signal(object, object)
    columnsWanted = Signal(object, object)
    mendable = Signal(object, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._job: JobHandle | None = None

    def open_files(self, paths: Sequence[Path]) -> None:
        """What was dropped: two documents belong together; a project, or one of many, is opened alone."""
        if len(paths) == 2 and not any(is_project(path) for path in paths):
            self._desk.aligning.start(*paths)
            return
        if len(paths) > 2:
            self._desk.message.emit(
                self.tr("Only “{0}” was opened.").format(paths[0].name),
                self.tr("Drop one file to review it, or two to align the one with the other."), "info",
            )  # fmt: skip
        self.open_path(paths[0])

    def open_path(self, path: Path) -> None:
        if not path.is_file():
            self._desk.message.emit(
                self.tr("“{0}” was not found.").format(path.name), self.tr("Was it moved or renamed?"), "error"
            )
            self.forget(path)
            return
        if not is_project(path):
            self.import_path(path, None)
            return
        self.open_project(path)

    def open_project(self, path: Path, read_only: bool = False) -> None:
        from ..store.alignment_file import is_alignment

        if is_alignment(path):
            self._desk.aligning.open(path, read_only)
            return
        user, present = self._desk.user, self._desk.session
        if present is not None and present.path == path:
            return
        self._start(path.name, lambda ctx: (_open(path, user, read_only), ()), path)

    def import_path(self, path: Path, draft: Path | None, **options: Any) -> None:
        """options: of the importer (the columns of a table)."""
        user, workshop = self._desk.user, self._desk.workshop

        def work(ctx: JobContext) -> tuple[ReviewSession, tuple[str, ...]]:
            from ..pipeline import intake
            from ..pipeline.table_intake import ask_for_columns

            if draft is None:
                if not options:
                    ask_for_columns(path)
                document = intake.read_article(path, workshop, **options)
            else:
                document = _with_draft(intake.read_file(path, workshop, **options), draft, workshop)
            return _project(places.beside(path), document, user)

        self._start(path.name, work, path)

    def paste_text(self, text: str, title: str) -> None:
        user = self._desk.user

        def work(ctx: JobContext) -> tuple[ReviewSession, tuple[str, ...]]:
            from ..pipeline import intake

            document = intake.read_text(text, title)
            return _project(places.for_title(title or document.article.title or _first_words(text)), document, user)

        self._start(title or self.tr("pasted text"), work, None)

    def open_sample(self) -> None:
        user, workshop = self._desk.user, self._desk.workshop
        source, draft = (resource("samples", f"{SAMPLE}.{language}.txt") for language in ("fr", "en"))

        def work(ctx: JobContext) -> tuple[ReviewSession, tuple[str, ...]]:
            from ..pipeline import intake

            document = _with_draft(intake.read_file(source, workshop), draft, workshop)
            return _project(places.for_title(SAMPLE), document, user)

        self._start(self.tr("the sample article"), work, None)

    # -- the job -------------------------------------------------------------------------------------------------

    def _start(self, name: str, work: Callable[[JobContext], object], asked: Path | None) -> None:
        self.run(name, work, asked, self._opened)

    def run(
        self, name: str, work: Callable[[JobContext], object], asked: Path | None, adopt: Callable[[object], None]
    ) -> None:
        """work: brings back (something that can be closed, …), which ``adopt`` is given unless another wish came
        meanwhile."""
        self._desk.flush()
        if self._job is not None:
            self._job.cancel()
        text = self.tr("Opening {0}").format(name)
        job = self._job = self._desk.runner.submit(text, work, "interactive")
        self._desk.busyChanged.emit(text)
        job.succeeded.connect(lambda result: adopt(result) if job is self._job else result[0].close())
        job.failed.connect(lambda error: self._failed(error, asked))
        job.finished.connect(lambda: self._finished(job))

    def _opened(self, result: object) -> None:
        session, warnings = result
        self._desk.adopt(session)
        self.remember(session.path)
        for warning in warnings:
            self._desk.message.emit(told(warning), "", "warning")

    def _failed(self, error: BaseException, asked: Path | None) -> None:
        from ..formats.mending import MendableError
        from ..pipeline.table_intake import ColumnsWanted
        from ..store.opening import AlreadyOpenError, DamagedError

        for kind, signal in (
            (AlreadyOpenError, self.alreadyOpen), (DamagedError, self.damaged), (ColumnsWanted, self.columnsWanted),
        ):  # fmt: skip
            if isinstance(error, kind) and asked is not None:
                signal.emit(asked, error)
                return
        if isinstance(error, MendableError) and asked is not None:
            self.mendable.emit(asked, error)
            return
        if asked is not None and not asked.exists():
            self.forget(asked)
        self._desk.report(error)

    def _finished(self, job: JobHandle) -> None:
        if job is self._job:
            self._job = None
            self._desk.busyChanged.emit("")

    # -- recent files --------------------------------------------------------------------------------------------

    def remember(self, path: Path) -> None:
        text = str(path)
        others = tuple(entry for entry in self._desk.settings.window.recent_files if entry != text)
        self._desk.change_settings(window={"recent_files": (text, *others)[:_RECENT]})

    def forget(self, path: Path) -> None:
        kept = tuple(entry for entry in self._desk.settings.window.recent_files if entry != str(path))
        self._desk.change_settings(window={"recent_files": kept})


def is_project(path: Path) -> bool:
    """By content: a renamed project still opens. A file that cannot be read is judged by its name."""
    try:
        with path.open("rb") as handle:
            return handle.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return path.suffix == places.SUFFIX


def _open(path: Path, user: str, read_only: bool) -> ReviewSession:
    from ..review.session import ReviewSession

    return ReviewSession.open(path, user, read_only)


def _with_draft(document: Document, draft: Path, workshop: Workshop) -> Document:
    from ..pipeline import intake

    return intake.with_draft(document, intake.read_file(draft, workshop).article.text(), workshop)


def _project(wanted: Path, document: Document, user: str) -> tuple[ReviewSession, tuple[str, ...]]:
    """The project of ``document``: the one that is there if it holds the same source, else a new one."""
    from ..review.session import ReviewSession

    text = document.article.text()
    path, there = places.free(wanted, lambda existing: _holds(existing, text))
    if there:
        return ReviewSession.open(path, user), ()
    return ReviewSession.create(path, document, user), tuple(document.warnings)


def _holds(path: Path, text: str) -> bool:
    from ..store.project_file import ProjectFile

    try:
        store = ProjectFile.open(path, read_only=True)
    except AppError:  # not a project, or a newer one: not ours to touch
        return False
    try:
        return store.article().text() == text
    finally:
        store.close()


def _first_words(text: str) -> str:
    return " ".join(text.split()[:6])
