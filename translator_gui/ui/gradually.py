"""Work on very many segments, a little of it between events: the window keeps painting, and Cancel is heard.

A change is done when the call returns; so the caller waits in an event loop of its own, while a dialog (see
dialogs/gradual.py) keeps other commands out. It is all or nothing (see review/whole.py): after a cancel, a fault, or
the death of the program in the middle, the project is as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, QObject, Signal

from ..domain.change import Change, Compound
from ..kit.errors import AppError
from .slices import Slices

if TYPE_CHECKING:
    from ..review.session import ReviewSession

MANY = 500  # what takes longer than a twentieth of a second
_AT_ONCE = 20


class Gradual(QObject):
    """progressed(done, total). finished: nothing more comes. running: is the caller waiting? fault: what went wrong
    beside a change that was done."""

    progressed = Signal(int, int)
    finished = Signal()

    def __init__(self, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self.cancelled = self.running = False
        self.fault: AppError | None = None
        self._slices = Slices(self)

    def cancel(self) -> None:
        self.cancelled = True

    def run(self, steps: Iterator[int], total: int) -> None:
        """Exhaust the iterator; it says how many are done. Raises what it raises."""
        faults: list[BaseException] = []

        def told() -> Iterator[None]:
            try:
                for done in steps:
                    self.progressed.emit(done, total)
                    yield
            except Exception as error:  # noqa: BLE001 - it belongs to who waits, not to the timer
                faults.append(error)

        loop, rest = QEventLoop(), told()
        self.running = True
        self._slices.run(rest, loop.quit)
        try:
            loop.exec()
        finally:
            self.running = False
            self._slices.stop()
        for _ in rest:  # the program ends: what is left is done at once
            pass
        if faults:
            raise faults[0]


def pieces(items: Sequence[Any]) -> list[Sequence[Any]]:
    return [items[start : start + _AT_ONCE] for start in range(0, len(items), _AT_ONCE)]


def making(
    maker: Callable[[Sequence[Any]], Change | None], items: Sequence[Any], large: Gradual | None, made: list[Change]
) -> Iterator[int]:
    """Fill ``made`` with what the maker says of all items."""
    for number, piece in enumerate(pieces(items)):
        if large is not None and large.cancelled:
            return
        change = maker(piece)
        if change is not None:
            made.extend(change.changes if isinstance(change, Compound) else (change,))
        yield number * _AT_ONCE


def doing(session: ReviewSession, change: Compound, origin: str, back: bool, large: Gradual) -> Iterator[int]:
    """Do the parts of a change, or undo them (``back``). Raises AppError when a piece cannot be done."""
    from ..review.whole import Whole

    parts, fault = pieces(change.changes[::-1] if back else change.changes), None
    whole = Whole(session, origin)
    try:
        for number, piece in enumerate(parts, 1):
            if large.cancelled:
                break
            whole.do(_undone(piece) if back else Compound(tuple(piece)))
            yield number * _AT_ONCE
        else:
            for _ in whole.keep():
                yield len(change.changes)
            large.fault = whole.fault
            return
    except Exception as error:  # noqa: BLE001 - raised again when nothing of it is left
        fault = error
    for left in whole.take_back():
        yield left * _AT_ONCE
    if fault is not None:
        raise fault


def _undone(piece: Sequence[Change]) -> Compound:
    """The inverses, in this order."""
    return Compound(tuple(change.inverse() for change in piece))
