"""A clock that is wound by hand, and a session with scores: what tests of quality reviews share."""

from __future__ import annotations

from pathlib import Path

from tests.store.articles import card, document, finding
from translator_gui.domain.change import Change
from translator_gui.domain.finding import Severity
from translator_gui.review.session import ReviewSession


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += seconds


def do(session: ReviewSession, change: Change | None) -> Change:
    assert change is not None
    session.do(change)
    return change


def scored(session: ReviewSession) -> None:
    """s4 is worst, then s1 (flagged), s0, s2 (not)."""
    session.add_scores(
        [
            (0, card("s0", 30)),
            (0, card("s1", 70, [finding("s1")])),
            (0, card("s2", 10)),
            (0, card("s4", 90, [finding("s4"), finding("s4", "name.changed", severity=Severity.NEUTRAL)])),
        ]
    )


def made(path: Path, user: str = "Ana") -> ReviewSession:
    session = ReviewSession.create(path, document(), user)
    scored(session)
    return session
