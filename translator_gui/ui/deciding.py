"""What the reader decides about findings, kept as precision per reason; a reason he keeps dismissing may be muted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ..kit.errors import AppError
from ..kit.paths import data_dir

if TYPE_CHECKING:
    from ..review.decisions import Decision, Decisions, Precision
    from .desk import Desk


class Deciding(QObject):
    """changed: some reason's figures are others now. offered(Precision): muting this reason is worth a thought; said
    once, when the decision that made it so has been taken."""

    changed = Signal()
    offered = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._ledger: Decisions | None = None
        self._waiting: list[str] = []
        # After the change that tells of it is done with: nobody is asked in the middle of a dismissal.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)

    @property
    def ledger(self) -> Decisions:
        """Read from the data folder at first use."""
        if self._ledger is None:
            from ..review.decisions import FILE, Decisions

            self._ledger = Decisions(data_dir() / FILE)
        return self._ledger

    def note(self, decisions: list[Decision]) -> None:
        """From the session, as they are taken. What cannot be kept is told; the review goes on."""
        if not decisions:
            return
        try:
            self._waiting += self.ledger.note(decisions)
        except AppError as error:
            self._desk.report(error)
        if self._waiting:
            self._soon.start()

    def precision(self) -> list[Precision]:
        """Every reason that was decided about, the most decided first."""
        try:
            return self.ledger.precision()
        except AppError as error:
            self._desk.report(error)
            return []

    def is_muted(self, code: str) -> bool:
        return code in self._desk.settings.scoring.muted_checks

    def mute(self, code: str, title: str) -> None:
        """Never show this reason again; with a project open that is a step that can be undone. title: of the step."""
        from ..review import commands

        if self._desk.session is None or self._desk.session.read_only:
            self._desk.mute(code, True)
        else:
            self._desk.perform(title, commands.mute, code)
        self.changed.emit()

    def unmute(self, code: str) -> None:
        self._desk.mute(code, False)
        self.changed.emit()

    def keep(self, code: str) -> None:
        """The reader wants to go on seeing it: not asked again before twice as much is decided."""
        try:
            self.ledger.keep(code)
        except AppError as error:
            self._desk.report(error)

    def _tell(self) -> None:
        codes, self._waiting = dict.fromkeys(self._waiting), []
        self.changed.emit()
        for code in codes:
            if self.ledger.poor(code) and not self.is_muted(code):
                self.offered.emit(self.ledger.of(code))
                return
