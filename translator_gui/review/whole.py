"""Very many changes as one, little by little: the window goes on between the pieces, and whatever happens, the file
holds all of them or none.

    whole = Whole(session)
    for piece in pieces: whole.do(piece)       # as session.do: told on the bus, seen by everybody
    for _ in whole.keep(): ...                 # or whole.take_back()
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar

from ..domain.change import Change
from ..kit.errors import AppError
from .session import ReviewSession

T = TypeVar("T")


class Whole:
    """What a person confirms or decides on the way is told to the memory and the diary when it is kept; what machines
    find meanwhile is added at the end, one way or the other. fault: why some of that could not be."""

    def __init__(self, session: ReviewSession, origin: str = "") -> None:
        """Raises StoreError when the file cannot be written."""
        session.store.begin()
        self._session, self._origin, self._done = session, origin, list[Change]()
        self.fault: AppError | None = None
        self._told: list[Callable[[], object]] = []
        self._waiting = session.waiting = []
        self._remember, self._decided = session.remember, session.decided
        session.remember, session.decided = self._later(self._remember), self._later(self._decided)

    def do(self, change: Change) -> None:
        """Raises StaleChangeError or StoreError; then all has to be taken back."""
        self._session.do(change, self._origin)
        self._done.append(change)

    def keep(self) -> Iterator[None]:
        """In the file at once; then what waited, piece by piece. Raises StoreError; then all has to be taken back."""
        self._session.store.keep()
        yield from self._release([*self._told, *self._waiting])

    def take_back(self) -> Iterator[int]:
        """In the file at once, in memory piece by piece; yields how many are left."""
        self._session.store.abandon()
        while self._done:
            self._session.undone(self._done.pop(), self._origin)
            yield len(self._done)
        for _ in self._release(self._waiting):
            yield 0

    def _later(self, told: Callable[[T], object] | None) -> Callable[[T], None] | None:
        return None if told is None else lambda what: self._told.append(partial(told, what))

    def _release(self, work: list[Callable[[], object]]) -> Iterator[None]:
        session = self._session
        session.waiting, session.remember, session.decided = None, self._remember, self._decided
        for each in work:
            try:
                each()
            except AppError as error:  # the change itself is done, or undone
                self.fault = self.fault or error
            yield
