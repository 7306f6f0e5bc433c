"""All remarks of a session in memory, by segment and by id. Altered only by ReviewSession.do."""

from __future__ import annotations

import secrets
import time
from collections.abc import Collection, Iterable, Iterator
from typing import TypeVar

from ..domain.change import SetRemark
from ..domain.remark import Remark


def new_id() -> str:
    """Ids sort by the time they were made: remarks of the same second stay in order."""
    return f"{time.time_ns():016x}{secrets.token_hex(3)}"


R = TypeVar("R", bound=Remark)


class RemarkTable:
    """``of`` answers in the order the remarks were made (by time, then id)."""

    def __init__(self, remarks: Iterable[Remark] = ()) -> None:
        self._by_segment: dict[str, dict[str, Remark]] = {}
        for remark in remarks:
            self._by_segment.setdefault(remark.segment, {})[remark.id] = remark

    def put(self, change: SetRemark) -> None:
        before, after = change.before, change.after
        if before is not None and (after is None or after.segment != before.segment):
            held = self._by_segment.get(before.segment, {})
            held.pop(before.id, None)
            if not held:
                self._by_segment.pop(before.segment, None)
        if after is not None:
            self._by_segment.setdefault(after.segment, {})[after.id] = after

    def of(self, segment: str, kind: type[R]) -> list[R]:
        """What is said of a segment, of one kind."""
        found = [remark for remark in self._by_segment.get(segment, {}).values() if isinstance(remark, kind)]
        return sorted(found, key=lambda remark: (remark.at, remark.id))

    def get(self, segment: str, id_: str) -> Remark | None:
        return self._by_segment.get(segment, {}).get(id_)

    @property
    def segments(self) -> Collection[str]:
        """Ids of segments of which anything is said (some may be joined away)."""
        return self._by_segment.keys()

    def all(self, kind: type[R]) -> Iterator[R]:
        for segment in self._by_segment:
            yield from self.of(segment, kind)

    def by_segment(self) -> dict[str, tuple[Remark, ...]]:
        """A snapshot for exports."""
        return {segment: tuple(held.values()) for segment, held in self._by_segment.items()}

    def has(self, segment: str, kind: type[R]) -> bool:
        return any(isinstance(remark, kind) for remark in self._by_segment.get(segment, {}).values())
