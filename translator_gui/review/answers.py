"""What machines said of segments, fetched from the project when it is looked at: candidates and scorecards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from ..domain.candidate import Candidate
from ..domain.score import Scorecard
from ..store.project_file import ProjectFile

_KEPT = 256  # what is on the screen and near it

V = TypeVar("V")


class Answers:
    """A read-only project cannot take new scorecards: they are kept here alone."""

    def __init__(self, store: ProjectFile) -> None:
        self._store = store
        self._candidates: dict[str, list[Candidate]] = {}
        self._cards: dict[str, Scorecard | None] = {}
        self._unsaved: dict[str, Scorecard] = {}

    def candidates(self, segment: str) -> list[Candidate]:
        return _cached(self._candidates, segment, self._store.candidates)

    def forget(self, segment: str) -> None:
        """Its candidates are others now."""
        self._candidates.pop(segment, None)

    def scorecard(self, segment: str) -> Scorecard | None:
        return self._unsaved.get(segment) or _cached(self._cards, segment, self._store.scorecard)

    def scorecards(self) -> Iterator[Scorecard]:
        """Of every segment that has one."""
        yield from (card for card in self._store.scorecards() if card.id not in self._unsaved)
        yield from self._unsaved.values()

    def renew(self, card: Scorecard) -> None:
        """There is a newer scorecard, which a project that can be written has taken already."""
        if self._store.read_only:
            self._unsaved[card.id] = card
        else:
            self._cards.pop(card.id, None)


def _cached(cache: dict[str, V], key: str, fetch: Callable[[str], V]) -> V:
    if key not in cache:
        if len(cache) >= _KEPT:
            cache.clear()
        cache[key] = fetch(key)
    return cache[key]
