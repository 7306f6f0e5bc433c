"""What the actions of the Alignment menu do; a part of the window's Commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication


class AlignmentCommands:
    def new_from_two(self) -> None:
        self.dialog("two-documents", filters=self._filters(project=False))

    def bead_confirm(self) -> None:
        from ...review import alignment_edits, alignment_walk

        aligning = self._desk.aligning
        aligning.perform(alignment_edits.confirm, [aligning.place])
        self._to(alignment_walk.next_open, QCoreApplication.translate("alignment", "Every bead is confirmed."))

    def bead_confirm_above(self) -> None:
        from ...review import alignment_edits

        aligning = self._desk.aligning
        aligning.perform(alignment_edits.confirm_above, aligning.place)

    def bead_merge(self) -> None:
        from ...review import alignment_edits

        aligning = self._desk.aligning
        chosen = [aligning.table.home(aligning.current[0], n) for n in aligning.chosen]
        first, last = (min(chosen), max(chosen)) if chosen else (aligning.place, None)
        aligning.perform(alignment_edits.merge, first, last)

    def bead_split(self) -> None:
        self._edit("split")

    def bead_up(self) -> None:
        self._edit("move_up")

    def bead_down(self) -> None:
        self._edit("move_down")

    def _edit(self, name: str) -> None:
        from ...review import alignment_edits

        aligning = self._desk.aligning
        aligning.perform(getattr(alignment_edits, name), aligning.place, *aligning.current)

    def bead_unlink(self) -> None:
        from ...review import alignment_edits

        aligning = self._desk.aligning
        aligning.perform(alignment_edits.unlink, aligning.place)

    def bead_link(self) -> None:
        self._desk.aligning.mark_or_link()

    def bead_realign(self) -> None:
        self._desk.aligning.realign_here()

    def bead_review(self) -> None:
        self._desk.aligning.review()

    def next_doubtful(self) -> None:
        self._doubtful(False)

    def previous_doubtful(self) -> None:
        self._doubtful(True)

    def _doubtful(self, backwards: bool) -> None:
        from ...review import alignment_walk

        none = QCoreApplication.translate("alignment", "No other bead is doubtful.")
        self._to(lambda table, here: alignment_walk.next_doubtful(table, here, backwards), none)

    def next_odd(self) -> None:
        self._odd(False)

    def previous_odd(self) -> None:
        self._odd(True)

    def _odd(self, backwards: bool) -> None:
        from ...review import alignment_walk

        none = QCoreApplication.translate("alignment", "All other beads are one to one, or confirmed.")
        self._to(lambda table, here: alignment_walk.next_odd(table, here, backwards), none)

    def _to(self, find: Callable[[Any, int], int | None], none: str) -> None:
        aligning = self._desk.aligning
        place = find(aligning.table, aligning.place)
        if place is None:
            self._desk.message.emit(none, "", "info")
        else:
            aligning.go_to_place(place)
