"""Session events -> Qt signals. Events come on the main thread; what workers deliver is posted there first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ..review.session import ReviewSession
    from .desk import Desk


class Bridge(QObject):
    """Listens to one session at a time and speaks through the desk's signals."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._ends: list[Callable[[], None]] = []

    def attach(self, session: ReviewSession) -> None:
        from ..review.events import RowsReplaced, SegmentsChanged

        self.detach()
        self._ends = [
            session.bus.subscribe(SegmentsChanged, self._segments_changed),
            session.bus.subscribe(RowsReplaced, self._rows_replaced),
        ]

    def detach(self) -> None:
        for end in self._ends:
            end()
        self._ends = []

    def _segments_changed(self, event: object) -> None:
        ids, aspects = list(event.ids), frozenset(event.aspects)
        self._desk.segmentsChanged.emit(ids, aspects)
        self._desk.rescoring.note(ids, aspects)

    def _rows_replaced(self, event: object) -> None:
        self._desk.rows_were_replaced()
