"""An alignment bead: n source sentences to m target sentences; and two whole documents that are to be aligned."""

from __future__ import annotations

from dataclasses import dataclass

from .article import Article


@dataclass(frozen=True, slots=True)
class AlignmentBead:
    """0-based sentence indexes, an empty tuple for a null; probability 0–1, calibrated. confirmed: a person vouches for
    it. by_hand: a person made it."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    probability: float = 1.0
    confirmed: bool = False
    by_hand: bool = False

    @property
    def linked(self) -> bool:
        return bool(self.source and self.target)

    @property
    def one_to_one(self) -> bool:
        return len(self.source) == len(self.target) == 1

    @property
    def touched(self) -> bool:
        """A person made it or vouched for it: no machine may alter it."""
        return self.confirmed or self.by_hand


@dataclass(frozen=True, slots=True)
class Bitext:
    """Two documents, split into sentences: beads count ``source.segments`` and ``target.segments``."""

    source: Article
    target: Article


@dataclass(frozen=True, slots=True)
class ReplaceBeads:
    """The only way an alignment alters: beads give place to others over the same sentences. kind: what was done, for
    the window ("merge", "split" …)."""

    before: tuple[AlignmentBead, ...]
    after: tuple[AlignmentBead, ...]
    kind: str = ""

    def inverse(self) -> ReplaceBeads:
        return ReplaceBeads(self.after, self.before, self.kind)
