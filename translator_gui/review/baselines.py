"""What a target was before: tracked changes against one of three baselines, accepted or reverted one by one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from ..domain.change import Change, SetRemark
from ..domain.remark import Accepted
from ..domain.segment import Origin, Target
from ..store import codec
from ..store.writing import now
from ..text.diff import DiffKind, DiffOp, word_diff
from . import commands
from .navigation import next_such

if TYPE_CHECKING:
    from .session import ReviewSession

EXPORTED = "export"
_PROPOSED = (Origin.ENGINE, Origin.MEMORY, Origin.DRAFT)


class Baseline(str, Enum):
    """MACHINE: the candidate (or draft) the target came from. RECEIVED: as the project was made. EXPORT: at the last
    export; before the first one, as received."""

    MACHINE = "machine"
    RECEIVED = "received"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class Tracked:
    """ops turn ``before`` into ``after`` (the target now); spans as in text.diff."""

    segment: str
    baseline: Baseline
    before: str
    after: str
    ops: tuple[DiffOp, ...]

    @property
    def changes(self) -> tuple[DiffOp, ...]:
        """The places that differ."""
        return tuple(op for op in self.ops if op.kind is not DiffKind.EQUAL)


def note_export(session: ReviewSession, format_id: str, name: str) -> None:
    """To be called after an export was written: from now on it is the EXPORT baseline. ``name``: of the file, without
    its folder."""
    event = session.store.note_event(EXPORTED, session.user, body={"format": format_id, "name": name})
    session.last_export = event.edit


def baseline_text(session: ReviewSession, segment: str, kind: Baseline) -> str | None:
    """None when there is none: no machine had a part in the target, or the segment was not there then (it came from
    a split)."""
    if kind is Baseline.RECEIVED:
        return session.store.target_at(segment, 0)
    if kind is Baseline.EXPORT:
        return session.store.target_at(segment, session.last_export)
    return _machine_text(session, segment)


def _machine_text(session: ReviewSession, segment: str) -> str | None:
    present = session.row(segment).target
    if _from_machine(present):
        return present.text
    for row in reversed(session.history(segment)):
        if _from_machine(row.target) and row.target.engine == present.engine:
            return row.target.text
    return None


def _from_machine(target: Target) -> bool:
    return target.origin in _PROPOSED and bool(target.text)


def tracked(session: ReviewSession, segment: str, kind: Baseline) -> Tracked | None:
    """What differs from the baseline, changes already accepted left out; None without a baseline."""
    base = baseline_text(session, segment, kind)
    if base is None:
        return None
    accepted = _accepted(session, segment, kind)
    before = accepted.text if accepted and accepted.base == base else base
    after = session.row(segment).target.text
    return Tracked(segment, kind, before, after, tuple(word_diff(before, after)))


def next_changed(session: ReviewSession, current: str, kind: Baseline, backwards: bool = False) -> str | None:
    """The next segment of the article that differs from its baseline, once round; None when no other does."""
    edited = session.store.edited_since(session.last_export if kind is Baseline.EXPORT else 0)

    def differs(record: codec.Record) -> bool:
        segment = record[codec.ID]
        if segment not in edited:
            return False
        as_proposed = kind is Baseline.MACHINE and codec.ORIGINS[record[codec.ORIGIN]] in _PROPOSED
        if as_proposed and not session.remarks.has(segment, Accepted):
            return False
        found = tracked(session, segment, kind)
        return found is not None and bool(found.changes)

    return next_such(session, current, backwards, differs)


def revert(session: ReviewSession, change: Tracked, op: DiffOp) -> Change | None:
    """Put back, in the target, what stood at this one place. Raises InputError when the segment is locked."""
    text = change.after[: op.after_span.start] + op.before_span.of(change.before) + change.after[op.after_span.end :]
    return commands.set_text(session, change.segment, text)


def accept(session: ReviewSession, change: Tracked, op: DiffOp) -> SetRemark | None:
    """This one place is seen and right: it is not shown as a change any more. The target stays as it is."""
    if op.kind is DiffKind.EQUAL:
        return None
    text = change.before[: op.before_span.start] + op.after_span.of(change.after) + change.before[op.before_span.end :]
    return _accept_text(session, change.segment, change.baseline, text)


def accept_all(session: ReviewSession, change: Tracked) -> SetRemark | None:
    return _accept_text(session, change.segment, change.baseline, change.after) if change.changes else None


def _accept_text(session: ReviewSession, segment: str, kind: Baseline, text: str) -> SetRemark:
    base = baseline_text(session, segment, kind) or ""
    id_ = f"accepted {kind.value} {segment}"
    return SetRemark(
        _accepted(session, segment, kind), Accepted(id_, segment, kind.value, base, text, session.user, now())
    )


def _accepted(session: ReviewSession, segment: str, kind: Baseline) -> Accepted | None:
    found = session.remarks.get(segment, f"accepted {kind.value} {segment}")
    return found if isinstance(found, Accepted) else None
