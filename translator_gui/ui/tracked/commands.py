"""What the actions of tracked changes do; a part of the window's Commands."""

from __future__ import annotations


class ChangeCommands:
    def changes_received(self) -> None:
        self._show_changes("received")

    def changes_machine(self) -> None:
        self._show_changes("machine")

    def changes_export(self) -> None:
        self._show_changes("export")

    def _show_changes(self, kind: str) -> None:
        from ...review.baselines import Baseline

        self._desk.flush()
        self._desk.tracking.switch(Baseline(kind))

    def next_change(self) -> None:
        self._desk.tracking.go(1)

    def previous_change(self) -> None:
        self._desk.tracking.go(-1)

    def accept_change(self) -> None:
        self._desk.tracking.accept()

    def revert_change(self) -> None:
        self._desk.tracking.revert()

    def accept_changes(self) -> None:
        self._desk.tracking.accept_all()
