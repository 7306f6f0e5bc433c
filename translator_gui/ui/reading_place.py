"""Where the reader is in the open article, and which of its rows are shown."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ..domain.segment import Row, State
from ..domain.span import Side, Span
from ..kit.errors import AppError
from ..kit.settings import Settings
from ..review.shown import ShownRows, shown_rows
from .jobs import JobRunner
from .kept_settings import KeptSettings

if TYPE_CHECKING:
    from ..review.filters import Filter
    from ..review.session import ReviewSession


_LOG = logging.getLogger("translator_gui.ui.desk")
_KEEP_PLACE_MS = 1500  # after a crash, the reader is back where he was


class ReadingPlace(KeptSettings):
    """currentChanged(segment id, "" for none). rowsReplaced: rows came or went. flushRequested: editors commit pending
    typing, at once. spanRequested(segment, side, start, end): show and select these words."""

    currentChanged = Signal(str)
    rowsReplaced = Signal()
    filterChanged = Signal()
    spanRequested = Signal(str, str, int, int)
    flushRequested = Signal()

    def __init__(self, settings: Settings | None, runner: JobRunner | None, parent: QObject | None, keep: bool) -> None:
        super().__init__(settings, runner, parent, keep)
        self.filter: Filter | None = None
        self.worst_first = False
        self._visible = ShownRows()
        self._current, self._place = "", 0
        self._keep_place = QTimer(self, singleShot=True, interval=_KEEP_PLACE_MS)
        self._keep_place.timeout.connect(self._place_kept)

    # -- what is shown -------------------------------------------------------------------------------------------

    @property
    def read_only(self) -> bool:
        return self.session is not None and self.session.read_only

    def visible(self) -> ShownRows:
        """Indexes into session.rows that pass the filter, in the order they are shown in."""
        return self._visible

    def is_visible(self, index: int) -> bool:
        return index in self._visible

    def set_filter(self, wanted: Filter | None) -> None:
        """Rows that do not pass are not shown; None shows all. Applied once: no row jumps away while it is edited."""
        self.filter = wanted
        self._apply_filter()
        self.filterChanged.emit()

    def set_worst_first(self, wanted: bool) -> None:
        """Sorted once, too: a score that is renewed moves no row."""
        if wanted != self.worst_first:
            self.worst_first = wanted
            self._apply_filter()
            self.filterChanged.emit()

    def _apply_filter(self) -> None:
        if self.session is None:
            self._visible = ShownRows()
        else:
            self._visible = shown_rows(self.session, self.filter, self.worst_first)

    def rows_were_replaced(self) -> None:
        """After a split, a join or their undo: rows came and went."""
        self._apply_filter()
        if self.session is not None and self._current not in self.session:
            rows = self.session.rows
            self._current = rows[min(self._place, len(rows) - 1)].id if rows else ""
            self.rowsReplaced.emit()
            self.currentChanged.emit(self._current)
        else:
            self.rowsReplaced.emit()

    # -- where the reader is -------------------------------------------------------------------------------------

    def current_id(self) -> str:
        return self._current

    def current_row(self) -> Row | None:
        return self.session.row(self._current) if self.session is not None and self._current else None

    def go_to(self, segment: str) -> None:
        """Make ``segment`` the current one; pending typing is committed first. Lifts a filter that hides it."""
        if self.session is None or segment == self._current:
            return
        self.flush()
        index = find_index(self.session, segment)
        if index is None:
            return
        if self.filter is not None and not self.is_visible(index):
            self.set_filter(None)
        self._current, self._place = segment, index
        self._keep_place.start()
        self.currentChanged.emit(segment)

    def _place_kept(self) -> None:
        if self.session is not None and self._current:
            try:
                self.session.last_segment = self._current
            except AppError as error:  # a full disk: the next edit will say so
                _LOG.warning("the place was not kept: %s", error.message)

    def show_span(self, segment: str, side: Side | str, span: Span | None) -> None:
        """Go to the segment and select the span there (None: the whole text of that side)."""
        self.go_to(segment)
        if self.session is None:
            return
        row = self.session.row(segment)
        whole = Span(0, len(row.segment.source if Side(side) is Side.SOURCE else row.target.text))
        start, end = span or whole
        self.spanRequested.emit(segment, Side(side).value, start, end)

    def move(self, step: int) -> None:
        """To the next (1) or previous (-1) visible row."""
        if self.session is None or not self._visible:
            return
        if not self._current:
            self.go_to(self.session.rows[self._visible[0]].id)
            return
        here = self.session.index(self._current)
        place = self._visible.place_after(here) if step > 0 else self._visible.place_from(here) - 1
        if 0 <= place < len(self._visible):
            self.go_to(self.session.rows[self._visible[place]].id)

    def next_after_confirm(self) -> None:
        """The next visible row that still has to be confirmed; at the end, simply the next row."""
        following = self._following()
        for row in following:
            if not row.segment.excluded and row.target.state not in (State.REVIEWED, State.FINAL):
                self.go_to(row.id)
                return
        self.move(1)

    def _following(self) -> Iterable[Row]:
        if self.session is None or not self._current:
            return
        after = self._visible.place_after(self.session.index(self._current))
        for index in self._visible[after:]:
            yield self.session.rows[index]

    def flush(self) -> None:
        """Editors commit what was typed last."""
        self.flushRequested.emit()

    def _first_id(self) -> str:
        assert self.session is not None
        rows = self.session.rows
        return next((row.id for row in rows if not row.segment.excluded), rows[0].id)


def find_index(session: ReviewSession, segment: str) -> int | None:
    """Where the segment stands; None when it is not, or no longer, in the article."""
    return session.index(segment) if segment in session else None
