"""Unedited machine text: targets that a person confirmed although they are still just as a machine wrote them.

The share is of the confirmed segments. A limit on it is a setting of the project. Nothing is said before the first
edit: whoever opens a draft has done nothing wrong yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from ..domain.segment import Origin, State
from ..kit.errors import InputError
from ..store import codec
from ..store.codec import IN
from . import events
from .events import RowsReplaced, SegmentsChanged
from .tally import CONFIRMED

if TYPE_CHECKING:
    from ..domain.segment import Target
    from .session import ReviewSession

_SETTING = "machine_text"
_ENGINE, _DRAFT = (codec.ORIGINS.index(origin) for origin in (Origin.ENGINE, Origin.DRAFT))
_FINAL = codec.STATES.index(State.FINAL)


class Action(str, Enum):
    """What happens above the limit. OFF: only the share is shown. WARN: it is said. BLOCK: no segment that is
    unedited machine text can be made final."""

    OFF = "off"
    WARN = "warn"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Limit:
    """share: how much of the confirmed segments may be unedited, 0-1. drafts: is an imported draft machine text, too?
    (One by a person is not.)"""

    share: float = 1.0
    action: Action = Action.OFF
    drafts: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """confirmed, unedited: segments. over: the limit is passed and it is time to say so (never before the first
    edit of the project)."""

    confirmed: int
    unedited: int
    over: bool = False

    @property
    def value(self) -> float:
        """0-1."""
        return self.unedited / self.confirmed if self.confirmed else 0.0


class MachineText:
    """Knows of every segment what a machine last wrote in it. Built once (10,000 edits: 0.1 s), then follows the
    session; one per session, see ``of``."""

    def __init__(self, session: ReviewSession) -> None:
        self._session = session
        self._limit = _limit(session)
        self._written: dict[str, str] = {}
        for segment, target in session.store.target_changes():
            self._note(segment, target)
        self._unedited: set[str] = set()
        self._confirmed: set[str] = set()
        self._count(self._session.table.records)
        session.bus.subscribe(SegmentsChanged, self._changed)
        session.bus.subscribe(RowsReplaced, self._replaced)

    def _note(self, segment: str, target: Target) -> None:
        if target.text and codec.ORIGINS.index(target.origin) in self._origins:
            self._written[segment] = target.text

    @property
    def _origins(self) -> tuple[int, ...]:
        return (_ENGINE, _DRAFT) if self._limit.drafts else (_ENGINE,)

    def _count(self, records: Sequence[codec.Record]) -> None:
        """Of some or of all: 50,000 in some 15 ms."""
        origins, written = self._origins, self._written
        written.update((r[codec.ID], r[codec.TEXT]) for r in records if r[codec.ORIGIN] in origins and r[codec.TEXT])
        inside = [r for r in records if r[codec.STATE] in CONFIRMED and r[codec.EXCLUSION] in IN]
        same = {r[codec.ID] for r in inside if r[codec.TEXT] and written.get(r[codec.ID]) == r[codec.TEXT]}
        looked_at = {r[codec.ID] for r in records}
        for known, now in ((self._confirmed, {r[codec.ID] for r in inside}), (self._unedited, same)):
            known -= looked_at  # in place: a key must not cost a copy of all
            known |= now

    def _changed(self, event: SegmentsChanged) -> None:
        if event.aspects & {events.TARGET, events.STATE, events.EXCLUSION}:
            self._count(list(self._session.table.records_of(event.ids)))

    def _replaced(self, event: RowsReplaced) -> None:
        table = self._session.table
        for known in (self._confirmed, self._unedited):
            known.intersection_update(table.ids)
        self._count(table.records[event.first : event.first + event.inserted])

    @property
    def limit(self) -> Limit:
        return self._limit

    def set_limit(self, limit: Limit) -> None:
        """Raises InputError for a share that is none."""
        if not 0 <= limit.share <= 1:
            raise InputError("The limit is a share between 0 and 100 percent.", "100 percent is no limit.")
        body = {"share": limit.share, "action": limit.action.value, "drafts": limit.drafts}
        self._session.store.remember(_SETTING, body)
        self._limit = limit
        self._written.clear()
        for segment, target in self._session.store.target_changes():
            self._note(segment, target)
        self._count(self._session.table.records)
        self._session.bus.publish(SegmentsChanged((), frozenset((events.STATE,))))

    def marked(self, segment: str) -> bool:
        """Confirmed, and still as the machine wrote it. Costs nothing: for every visible row."""
        return segment in self._unedited

    def as_written(self, segment: str) -> bool:
        """Is the target, confirmed or not, as a machine wrote it?"""
        table = self._session.table
        text = table.records[table.place(segment)][codec.TEXT]
        return bool(text) and self._written.get(segment) == text

    def share(self) -> Share:
        return self._share(len(self._confirmed), len(self._unedited))

    def _share(self, confirmed: int, unedited: int) -> Share:
        share = Share(confirmed, unedited)
        begun = self._session.store.edits() > 0
        over = begun and self._limit.action is not Action.OFF and share.value > self._limit.share
        return Share(confirmed, unedited, over)

    def after(self, segments: Iterable[str]) -> Share:
        """What the share would be if these were confirmed as they stand."""
        table = self._session.table
        fresh = [s for s in segments if s not in self._confirmed and table.records[table.place(s)][codec.TEXT]]
        unedited = sum(self.as_written(segment) for segment in fresh)
        return self._share(len(self._confirmed) + len(fresh), len(self._unedited) + unedited)


def _limit(session: ReviewSession) -> Limit:
    told = session.store.recall(_SETTING, {})
    return Limit(float(told.get("share", 1.0)), Action(told.get("action", "off")), bool(told.get("drafts", False)))


def of(session: ReviewSession) -> MachineText:
    """The one of this session, made at the first call."""
    if session.machine_text is None:
        session.machine_text = MachineText(session)
    return session.machine_text


def refuse_final(session: ReviewSession, segments: Iterable[str]) -> None:
    """Before segments are made final. Raises InputError when the project's limit is to block and one of them is
    unedited machine text beyond it."""
    if _limit(session).action is not Action.BLOCK:
        return
    machine, segments = of(session), list(segments)
    if machine.after(segments).over and any(machine.as_written(segment) for segment in segments):
        percent = f"{machine.limit.share * 100:.0f} percent"
        raise InputError(
            f"More than {percent} of the confirmed text would be as the machine wrote it.",
            "Edit the segment first, or raise the limit of this project.",
        )
