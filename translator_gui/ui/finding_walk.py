"""Alt+Down and Alt+Up: from finding to finding, through the segment and on to the next that has any. What became an
error is no finding any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ..domain.finding import Finding
from ..domain.span import Side

if TYPE_CHECKING:
    from .desk import Desk


class FindingWalk(QObject):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def go(self, step: int) -> None:
        from ..review.annotations import suggestions

        desk, session = self._desk, self._desk.session
        if session is None or not desk.current_id():
            return
        desk.flush()
        here = desk.current_id()
        found, shown = in_text_order(suggestions(session, here)), desk.marking.chosen
        place = next((n for n, item in enumerate(found) if item.fingerprint == shown), None)
        following = (0 if step > 0 else len(found) - 1) if place is None else place + step
        if place is None and step < 0:
            following = -1
        if 0 <= following < len(found):
            self._show(found[following])
        else:
            self._leave(here, step)

    def _leave(self, here: str, step: int) -> None:
        from ..review.annotations import suggestions
        from ..review.navigation import next_flagged, next_segment

        session, segment = self._desk.session, here
        for _ in range(len(session.rows)):
            following = next_segment(session, segment, backwards=step < 0)
            if following is None or following == here:
                break
            segment = following
            if not session.scores.open(segment):
                continue
            found = in_text_order(suggestions(session, segment))
            if found:
                self._show(found[0 if step > 0 else -1])
                return
        flagged = next_flagged(session, here, backwards=step < 0)
        if flagged and flagged != here:
            self._desk.go_to(flagged)
        else:
            self._desk.message.emit(self.tr("There are no other findings."), "", "info")

    def _show(self, finding: Finding) -> None:
        self._desk.show_span(finding.segment, finding.side, finding.span)
        self._desk.marking.choose(finding.segment, finding.fingerprint)


def in_text_order(findings: list[Finding]) -> list[Finding]:
    """Source before target, then by place."""
    return sorted(findings, key=lambda finding: (finding.side is Side.TARGET, finding.span or (0, 0), finding.code))
