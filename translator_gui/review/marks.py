"""What is kept in memory of every scorecard: figures, and the keys of its findings. The cards stay in the file."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from ..domain.finding import Dismissal, Finding, Scope


class Mark(NamedTuple):
    """revision: of the row when it was scored. keys: "fingerprint code" of each finding, a line each."""

    segment: str
    revision: int
    divergence: float
    order: float
    keys: str


class Dismissals:
    """Which findings a person does not want to see any more."""

    def __init__(self, dismissals: Iterable[Dismissal], muted: Iterable[str] = ()) -> None:
        self._here: dict[str, dict[str, Dismissal]] = {}  # segment -> fingerprint -> dismissal
        self._codes: dict[str, Dismissal] = {}
        self.muted = frozenset(muted)
        for dismissal in dismissals:
            self.add(dismissal)

    def add(self, d: Dismissal) -> None:
        """HERE or ARTICLE; what is muted for always is in ``muted``."""
        if d.scope is Scope.HERE:
            self._here.setdefault(d.segment, {})[d.key] = d
        else:
            self._codes[d.key] = d

    def remove(self, d: Dismissal) -> None:
        if d.scope is Scope.ARTICLE:
            self._codes.pop(d.key, None)
            return
        here = self._here.get(d.segment, {})
        here.pop(d.key, None)
        if not here:
            self._here.pop(d.segment, None)

    def list(self) -> list[Dismissal]:
        return [*self._codes.values(), *(d for here in self._here.values() for d in here.values())]

    def hides(self, segment: str, fingerprint: str, code: str) -> bool:
        return code in self._codes or code in self.muted or fingerprint in self._here.get(segment, ())

    def hides_finding(self, finding: Finding) -> bool:
        return self.hides(finding.segment, finding.fingerprint, finding.code)

    @property
    def segments(self) -> Collection[str]:
        """Where anything has been dismissed by name."""
        return self._here.keys()

    @property
    def any(self) -> bool:
        return bool(self._here or self._codes or self.muted)

    def concerns(self, segment: str) -> bool:
        """Has anything been dismissed in this very segment?"""
        return segment in self._here

    def settles(self, segment: str, keys: str, flag: str) -> bool:
        """Has a person dismissed the flag itself, or everything that was found in the segment (at least one of
        them by name)? Then it is flagged no more. Muting a reason alone does not unflag."""
        here = self._here.get(segment, {})
        if flag in here:
            return True
        pairs = [line.split(" ", 1) for line in keys.split("\n") if line]
        named = any(fingerprint in here for fingerprint, _ in pairs)
        return named and all(self.hides(segment, fingerprint, code) for fingerprint, code in pairs)
