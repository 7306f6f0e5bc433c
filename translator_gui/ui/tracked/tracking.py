"""Which baseline is in force, what differs from it, and which change is being looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ...domain.segment import Row
from ...domain.span import Side
from ...text.diff import DiffKind, DiffOp
from ...text.tracked_text import TrackedText, merge

if TYPE_CHECKING:
    from ...review.baselines import Baseline, Tracked
    from ..desk import Desk

_MOST_KEPT = 500


class Tracking(QObject):
    """changed: another baseline, or the texts it is made of. moved: another change is looked at. Only what is on the
    screen is ever compared.

    kind: None while no changes are shown. number: of the change looked at in the current segment, from 0. stamp: grows
    with every ``changed``, for those who keep what they have drawn.
    """

    changed = Signal()
    moved = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.kind: Baseline | None = None
        self.number = 0
        self.stamp = 0
        self._kept: dict[str, tuple[Tracked, TrackedText] | None] = {}
        desk.sessionChanged.connect(self._drop)
        desk.rowsReplaced.connect(self._drop)
        desk.segmentsChanged.connect(self._segments_changed)
        desk.currentChanged.connect(lambda _: self._look_at(0))

    def switch(self, kind: Baseline | None) -> None:
        """To another baseline; to the one in force: switch off."""
        self.kind = None if kind is self.kind else kind
        self.forget()
        self._look_at(0)

    def forget(self) -> None:
        """The baseline may be another text now."""
        self._drop()
        self.changed.emit()

    def _drop(self) -> None:
        self._kept.clear()
        self.stamp += 1

    def _segments_changed(self, ids: list[str], aspects: frozenset[str]) -> None:
        if not aspects & {"target", "remarks"}:
            return
        for segment in ids or list(self._kept):
            self._kept.pop(segment, None)

    # -- what differs ---------------------------------------------------------------------------------------------

    def of(self, segment: str) -> Tracked | None:
        """None while off, and where there is no baseline for this segment."""
        found = self._found(segment)
        return found[0] if found else None

    def merged(self, segment: str) -> TrackedText | None:
        """The text with its changes in it; None where there are none to show."""
        found = self._found(segment) if self.kind is not None else None
        return found[1] if found and found[0].changes else None

    def shown(self, row: Row, side: Side) -> str:
        """What is to be drawn as the text of a row."""
        if side is Side.SOURCE:
            return row.segment.source
        merged = None if self.kind is None or row.segment.excluded else self.merged(row.id)
        return row.target.text if merged is None else merged.text

    def _found(self, segment: str) -> tuple[Tracked, TrackedText] | None:
        session = self._desk.session
        if self.kind is None or session is None or segment not in session:
            return None
        if segment not in self._kept:
            from ...review.baselines import tracked

            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            made = tracked(session, segment, self.kind)
            self._kept[segment] = made and (made, merge(made.before, made.after, made.ops))
        return self._kept[segment]

    def changes(self, segment: str = "") -> tuple[DiffOp, ...]:
        """Of a segment, or the current one."""
        found = self.of(segment or self._desk.current_id())
        return found.changes if found else ()

    # -- which one is looked at -----------------------------------------------------------------------------------

    def _look_at(self, number: int) -> None:
        self.number = number
        self.moved.emit()

    def choose(self, number: int) -> None:
        """Look at a change of the current segment, and select its words in the editor."""
        changes = self.changes()
        if not changes:
            return
        number = max(0, min(number, len(changes) - 1))
        self._desk.show_span(self._desk.current_id(), Side.TARGET, changes[number].after_span)
        self._look_at(number)

    def go(self, step: int) -> None:
        """To the next (1) or previous (-1) change: in the segment, else in the next one that has any."""
        desk = self._desk
        if self.kind is None or desk.session is None:
            desk.message.emit(
                self.tr("No changes are shown."), self.tr("Choose a baseline in the Changes menu first."), "info"
            )
            return
        from ...review.baselines import next_changed

        desk.flush()
        here, count = desk.current_id(), len(self.changes())
        looked_at = self.number + step if self._entered(here) else (0 if step > 0 else count - 1)
        if 0 <= looked_at < count:
            self._enter(here, looked_at)
            return
        following = next_changed(desk.session, here, self.kind, backwards=step < 0) or (here if count else None)
        if following is None:
            desk.message.emit(self.tr("Nothing differs from this baseline."), "", "info")
            return
        desk.go_to(following)
        self._enter(following, 0 if step > 0 else len(self.changes()) - 1)

    _inside = ""  # the segment whose changes are being walked

    def _entered(self, segment: str) -> bool:
        return self._inside == segment

    def _enter(self, segment: str, number: int) -> None:
        self._inside = segment
        self.choose(number)

    # -- accept, revert -------------------------------------------------------------------------------------------

    def accept(self) -> bool:
        """The change looked at is right: the baseline moves there. The text stays."""
        from ...review import baselines

        return self._settle(self.tr("Accept the change"), baselines.accept)

    def revert(self) -> bool:
        """Put back what stood where the change looked at is."""
        from ...review import baselines

        return self._settle(self.tr("Revert the change"), baselines.revert)

    def accept_all(self) -> bool:
        """Every change of the current segment."""
        from ...review import baselines

        return self._settle(
            self.tr("Accept all changes"), lambda session, made, op: baselines.accept_all(session, made)
        )

    def _settle(self, title: str, maker: Callable[..., Any]) -> bool:
        desk = self._desk
        desk.flush()
        made = self.of(desk.current_id())
        if made is None or not made.changes:
            desk.message.emit(self.tr("There is no change here."), "", "info")
            return False
        number = min(self.number, len(made.changes) - 1)
        done = desk.perform(title, maker, made, made.changes[number])
        left = self.changes()
        if done and left:
            self.choose(min(number, len(left) - 1))
        else:
            self._look_at(0)
        return done

    # -- for those who do not see it ------------------------------------------------------------------------------

    def told(self, segment: str) -> str:
        """The changes of a segment in words; "" when there are none."""
        made = self.of(segment)
        return "; ".join(self.say(made, op) for op in made.changes) if made else ""

    def told_at(self, segment: str, place: int) -> list[str]:
        """The change at a place of the merged text, in words: one or none."""
        merged, made = self.merged(segment), self.of(segment)
        number = merged.change_at(place) if merged is not None else -1
        return [self.say(made, made.changes[number])] if made is not None and number >= 0 else []

    def say(self, made: Tracked, op: DiffOp) -> str:
        old, new = op.before_span.of(made.before).strip(), op.after_span.of(made.after).strip()
        if op.kind is DiffKind.INSERT or not old:
            return self.tr("inserted “{0}”").format(new)
        if op.kind is DiffKind.DELETE or not new:
            return self.tr("deleted “{0}”").format(old)
        return self.tr("“{0}” replaced by “{1}”").format(old, new)
