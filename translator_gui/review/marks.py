"""What is kept in memory of every scorecard: figures, and the keys of its findings. The cards stay in the file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..domain.finding import Dismissal, Finding, Scope


class Mark(NamedTuple):
    """revision: of the row when it was scored. keys: "fingerprint code" of each finding, a line each."""

    revision: int
    divergence: float
    order: float
    keys: str


class Dismissals:
    """Which findings a person does not want to see any more."""

    def __init__(self, dismissals: Iterable[Dismissal], muted: Iterable[str] = ()) -> None:
        self._all: dict[tuple[str, Scope, str], Dismissal] = {}
        self._here: set[tuple[str, str]] = set()
        self._codes: set[str] = set()
        self._segments: set[str] = set()
        self.muted = frozenset(muted)
        for dismissal in dismissals:
            self.add(dismissal)

    def _key(self, d: Dismissal) -> tuple[str, Scope, str]:
        return (d.key, d.scope, d.segment if d.scope is Scope.HERE else "")

    def add(self, d: Dismissal) -> None:
        self._all[self._key(d)] = d
        self._refresh()

    def remove(self, d: Dismissal) -> None:
        self._all.pop(self._key(d), None)
        self._refresh()

    def _refresh(self) -> None:
        self._here = {(key, segment) for key, scope, segment in self._all if scope is Scope.HERE}
        self._codes = {key for key, scope, _ in self._all if scope is Scope.ARTICLE}
        self._segments = {segment for _, segment in self._here}

    def list(self) -> list[Dismissal]:
        return list(self._all.values())

    def hides(self, segment: str, fingerprint: str, code: str) -> bool:
        return code in self._codes or code in self.muted or (fingerprint, segment) in self._here

    def hides_finding(self, finding: Finding) -> bool:
        return self.hides(finding.segment, finding.fingerprint, finding.code)

    def concerns(self, segment: str) -> bool:
        """Has anything been dismissed in this very segment?"""
        return segment in self._segments

    def settles(self, segment: str, keys: str, flag: str) -> bool:
        """Has a person dismissed the flag itself, or everything that was found in the segment (at least one of
        them by name)? Then it is flagged no more. Muting a reason alone does not unflag."""
        if (flag, segment) in self._here:
            return True
        pairs = [line.split(" ", 1) for line in keys.split("\n") if line]
        named = any((fingerprint, segment) in self._here for fingerprint, _ in pairs)
        return named and all(self.hides(segment, fingerprint, code) for fingerprint, code in pairs)
