"""Changes: the only way a project alters. Each knows its inverse; a batch is one Compound, one Ctrl+Z."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .finding import Dismissal
from .remark import Remark
from .segment import Exclusion, Row, Target


@dataclass(frozen=True, slots=True)
class SetTarget:
    """continues: goes on with the word that the change before it began; the history keeps one version of the two."""

    segment: str
    before: Target
    after: Target
    continues: bool = False

    def inverse(self) -> SetTarget:
        return SetTarget(self.segment, self.after, self.before)


@dataclass(frozen=True, slots=True)
class SetExclusion:
    segment: str
    before: Exclusion
    after: Exclusion

    def inverse(self) -> SetExclusion:
        return SetExclusion(self.segment, self.after, self.before)


@dataclass(frozen=True, slots=True)
class ReplaceRows:
    """Neighbouring rows replaced by others over the same source characters: split and join are both this.

    ``before`` and ``after`` hold the same text; ids of rows that survive are kept, new ones are new.
    """

    before: tuple[Row, ...]
    after: tuple[Row, ...]

    def inverse(self) -> ReplaceRows:
        return ReplaceRows(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Dismiss:
    dismissal: Dismissal

    def inverse(self) -> Restore:
        return Restore(self.dismissal)


@dataclass(frozen=True, slots=True)
class Restore:
    """Takes a dismissal back."""

    dismissal: Dismissal

    def inverse(self) -> Dismiss:
        return Dismiss(self.dismissal)


@dataclass(frozen=True, slots=True)
class SetNotes:
    segment: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    def inverse(self) -> SetNotes:
        return SetNotes(self.segment, self.after, self.before)


@dataclass(frozen=True, slots=True)
class SetRemark:
    """An error, comment, rating or acceptance that comes (before: None), alters, or goes (after: None). Both have
    the same id; their segments differ only when a split or join takes the remark along."""

    before: Remark | None
    after: Remark | None

    @property
    def remark(self) -> Remark:
        """Either of them: for id, segment and kind."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a SetRemark must hold a remark")
        return found

    @property
    def segment(self) -> str:
        return self.remark.segment

    def inverse(self) -> SetRemark:
        return SetRemark(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Compound:
    changes: tuple[Change, ...]
    title: str = ""

    def inverse(self) -> Compound:
        return Compound(tuple(change.inverse() for change in reversed(self.changes)), self.title)


Change = SetTarget | SetExclusion | ReplaceRows | Dismiss | Restore | SetNotes | SetRemark | Compound


def parts(change: Change) -> Iterator[Change]:
    """It, or what it is made of, in order; never a Compound."""
    if isinstance(change, Compound):
        for part in change.changes:
            yield from parts(part)
    else:
        yield change


def touched(change: Change) -> Iterator[str]:
    """Ids of the segments a change is about."""
    for part in parts(change):
        if isinstance(part, ReplaceRows):
            yield from (row.id for row in part.after)
        elif isinstance(part, (Dismiss, Restore)):
            if part.dismissal.segment:
                yield part.dismissal.segment
        elif not isinstance(part, Compound):
            yield part.segment
