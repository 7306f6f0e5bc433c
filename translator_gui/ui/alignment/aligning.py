"""The alignment the desk works on, if any: opened, edited, refined in the background, and handed over to a review."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ...domain.bead import AlignmentBead, ReplaceBeads
from ...domain.span import Side
from ...kit.errors import AppError, StaleChangeError
from ...kit.jobs import JobContext
from .. import places
from ..told import told, told_error
from .background import begin, compare, review

if TYPE_CHECKING:
    from ...review.alignment_session import AlignmentSession
    from ...review.alignment_table import BeadTable
    from ..desk import Desk
    from ..jobs import JobHandle

Sentence = tuple[Side, int]


class Aligning(QObject):
    """sessionChanged: another alignment, or none. beadsChanged: its beads altered. currentChanged: the sentence where
    the reader is, or what he has chosen or marked. refiningChanged: the machine's work began, went on or ended.

    chosen: sentences of the current side that go together (Shift and the arrow keys). marked: the first end of a link
    that is being made.
    """

    sessionChanged = Signal()
    beadsChanged = Signal()
    currentChanged = Signal()
    refiningChanged = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.session: AlignmentSession | None = None
        self.current: Sentence = (Side.SOURCE, 0)
        self.chosen: tuple[int, ...] = ()
        self._anchor: int | None = None
        self.marked: tuple[Side, tuple[int, ...]] | None = None
        self.note = ""  # how to install what the machine lacks
        self.refining: tuple[int, int] | None = None  # sentences compared, of how many
        self._jobs: list[JobHandle] = []

    # -- opening and closing -------------------------------------------------------------------------------------

    def start(self, first: Path, second: Path) -> None:
        """Two documents, in either order. Where they were aligned before, that work goes on."""
        user, workshop = self._desk.user, self._desk.workshop

        def work(ctx: JobContext) -> object:
            return begin(first, second, workshop, user, ctx)

        names = self.tr("{0} and {1}").format(first.name, second.name)
        self._desk.opening.run(names, work, first, self._begun)

    def open(self, path: Path, read_only: bool = False) -> None:
        user = self._desk.user

        def work(ctx: JobContext) -> object:
            from ...review.alignment_session import AlignmentSession

            return AlignmentSession.open(path, user, read_only), False, ()

        if self.session is None or self.session.path != path:
            self._desk.opening.run(path.name, work, path, self._begun)

    def _begun(self, result: object) -> None:
        session, swapped, warnings = result
        self.adopt(session)
        self._desk.opening.remember(session.path)
        if swapped:
            self._desk.message.emit(
                self.tr("The documents were put the right way round."),
                self.tr("The French one is on the left, the English one on the right."),
                "info",
            )
        for warning in warnings:
            self._desk.message.emit(told(warning), "", "warning")
        if session.read_only:
            self._desk.message.emit(
                self.tr("This alignment is open for reading only."), told(session.store.reason), "warning"
            )

    def adopt(self, session: AlignmentSession) -> None:
        """Make an open session the desk's own; closes what was open before."""
        from ...review.alignment_session import BeadsReplaced

        self._desk.close_session()
        self.close()
        self.session = session
        session.bus.subscribe(BeadsReplaced, lambda event: self._replaced(event.change, event.origin))
        first = (Side.SOURCE, 0) if session.table.has(Side.SOURCE, 0) else (Side.TARGET, 0)
        self.current = session.place if session.table.has(*session.place) else first
        self.chosen, self._anchor, self.marked, self.note = (), None, None, ""
        self.sessionChanged.emit()
        self.currentChanged.emit()
        self._refine()

    def close(self) -> None:
        """Everything is on disk already."""
        session, self.session = self.session, None
        if session is None:
            return
        for job in self._jobs:
            job.cancel()
        self._jobs, self.refining = [], None
        session.note_place(*self.current)
        session.close()
        self.sessionChanged.emit()

    # -- looking -------------------------------------------------------------------------------------------------

    @property
    def table(self) -> BeadTable:
        assert self.session is not None
        return self.session.table

    @property
    def place(self) -> int:
        """Of the current bead."""
        return self.table.home(*self.current)

    def bead(self) -> AlignmentBead:
        return self.table[self.place]

    def go_to(self, side: Side, sentence: int, extend: bool = False) -> None:
        """extend: choose all from the sentence the choice began with, if it is on the same side."""
        if extend and side is self.current[0]:
            self._anchor = self.current[1] if self._anchor is None else self._anchor
            self.chosen = tuple(range(min(self._anchor, sentence), max(self._anchor, sentence) + 1))
        else:
            self._anchor, self.chosen = None, ()
        self.current = side, sentence
        self.currentChanged.emit()

    def go_to_place(self, place: int) -> None:
        """The first sentence of a bead, on the present side if it has one there."""
        bead, side = self.table[place], self.current[0]
        own = bead.source if side is Side.SOURCE else bead.target
        side = side if own else side.other
        self.go_to(side, (own or bead.target or bead.source)[0])

    # -- altering ------------------------------------------------------------------------------------------------

    def perform(self, maker: Callable[..., ReplaceBeads | None], *args: object) -> bool:
        """Do one of review.alignment_edits; what cannot be done is told."""
        if self.session is None:
            return False
        try:
            change = maker(self.session.table, *args)
        except AppError as error:
            self._desk.message.emit(*told_error(error), "info")
            return False
        return self._do(change)

    def _do(self, change: ReplaceBeads | None) -> bool:
        if change is None or self.session is None:
            return False
        try:
            self.session.do(change)
        except AppError as error:
            self._desk.report(error)
            return False
        return True

    def undo(self) -> None:
        self._step("undo")

    def redo(self) -> None:
        self._step("redo")

    def _step(self, name: str) -> None:
        try:
            getattr(self.session, name)()
        except AppError as error:
            self._desk.report(error)

    def _replaced(self, change: ReplaceBeads, origin: str) -> None:
        self.chosen, self._anchor = (), None
        self.beadsChanged.emit()
        if origin and change.after and change.kind != "realign":
            self.go_to_place(self.table.place_of(change.after[0]))
        else:
            self.currentChanged.emit()

    def mark_or_link(self) -> None:
        """The first time: this is one end of a link. The second, on the other side: link the two."""
        from ...review import alignment_edits

        side, sentence = self.current
        here = tuple(sorted(self.chosen)) or (sentence,)
        if self.marked is None or self.marked[0] is side:
            self.marked = side, here
            self.chosen, self._anchor = (), None
            self.currentChanged.emit()
            return
        ends = {self.marked[0]: self.marked[1], side: here}
        self.marked = None
        if not self.perform(alignment_edits.link, ends[Side.SOURCE], ends[Side.TARGET]):
            self.currentChanged.emit()

    def let_go(self) -> None:
        """Forget the end of a link, and what was chosen."""
        if self.marked is not None or self.chosen:
            self.marked, self.chosen, self._anchor = None, (), None
            self.currentChanged.emit()

    # -- the machine ---------------------------------------------------------------------------------------------

    def _refine(self) -> None:
        """By words as soon as they are read, then by meanings; what a person touched stays."""
        session = self.session
        if session is None or session.read_only:
            return
        if session.by_meaning:
            self._realign_untouched("warm")
        else:
            self._realign_untouched("fast")

    def _realign_untouched(self, profile: str) -> None:
        from ...review.alignment_realign import untouched_stretches

        session, workshop = self.session, self._desk.workshop
        stretches = [] if profile == "warm" else untouched_stretches(session.table)

        def work(ctx: JobContext) -> object:
            return compare(session.bitext, stretches, workshop, profile, ctx)

        title = self.tr("Comparing words") if profile == "fast" else self.tr("Comparing meanings")
        job = self._submit(title, work, "model")
        job.progressed.connect(lambda done, total, _: self._progressed(done, total))
        job.succeeded.connect(lambda result: self._compared(job, profile, *result))
        job.finished.connect(lambda: self._finished(job))
        self._progressed(0, 0)

    def _submit(self, title: str, work: Callable[[JobContext], object], lane: str) -> JobHandle:
        job = self._desk.runner.submit(title, work, lane, quiet=True)
        job.failed.connect(self._desk.report)
        self._jobs.append(job)
        return job

    def _progressed(self, done: int, total: int) -> None:
        self.refining = (done, total)
        self.refiningChanged.emit()

    def _finished(self, job: JobHandle) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
        if not self._jobs:
            self.refining = None
            self.refiningChanged.emit()

    def _compared(self, job: JobHandle, profile: str, change: ReplaceBeads | None, note: str) -> None:
        session = self.session
        if session is None or job not in self._jobs:  # it was for an alignment that is closed by now
            return
        self.note = note
        if change is not None:
            try:
                session.do(change)
            except StaleChangeError:
                # Somebody edited meanwhile. The vectors are known now: again, about the edits.
                self._realign_untouched(profile)
                return
            except AppError as error:
                self._desk.report(error)
                return
        if profile == "fast" and not note:
            self._realign_untouched("full")
        elif profile == "full":
            session.note_by_meaning()

    def realign_here(self) -> None:
        """What lies between the confirmed beads about the current one, anew."""
        from ...review.alignment_realign import realign, stretch_about

        session, workshop = self.session, self._desk.workshop
        if session is None or session.read_only:
            return
        try:
            stretch = stretch_about(session.table, self.place)
        except AppError as error:
            self._desk.message.emit(*told_error(error), "info")
            return
        # Meanings only once all are known: nobody waits for them here.
        profile = "full" if session.by_meaning and self.refining is None and not self.note else "fast"

        def work(ctx: JobContext) -> object:
            return realign(session.bitext, [stretch], workshop.aligner(profile), ctx)

        job = self._submit(self.tr("Aligning anew"), work, "interactive")
        job.succeeded.connect(lambda change: self._realigned(job, change))
        job.finished.connect(lambda: self._finished(job))

    def _realigned(self, job: JobHandle, change: ReplaceBeads | None) -> None:
        if self.session is None or job not in self._jobs:
            return
        if change is None:
            self._desk.message.emit(
                self.tr("Aligned anew: nothing came out differently."),
                self.tr("Confirm a bead nearby, then what lies between is looked at alone."),
                "info",
            )
        else:
            self._do(change)

    # -- handing over --------------------------------------------------------------------------------------------

    def review(self) -> None:
        """The beads become the rows of a review. Beads that a project was made of already open that one."""
        session, user = self.session, self._desk.user
        if session is None:
            return
        path, links = session.reviewed
        if path and links == session.links() and Path(path).is_file():
            self._desk.opening.open_path(Path(path))
            return
        beads = list(session.table.beads)
        wanted = session.path.with_suffix(places.SUFFIX)

        def work(ctx: JobContext) -> object:
            return review(session, beads, wanted, user)

        self._desk.opening.run(session.path.stem, work, None, self._reviewed)

    def _reviewed(self, result: object) -> None:
        review, homeless = result
        if self.session is not None:
            self.session.note_reviewed(review.path)
        self._desk.adopt(review)
        self._desk.opening.remember(review.path)
        if homeless:
            first = "; ".join(f"“{text[:60]}”" for text in homeless[:3]) + (" …" if len(homeless) > 3 else "")
            self._desk.message.emit(
                self.tr("%n English sentence(s) have no French: they are in the notes of the rows before.", "",
                        len(homeless)),
                first, "warning",
            )  # fmt: skip
