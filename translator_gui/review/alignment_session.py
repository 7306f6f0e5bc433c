"""Work on the alignment of two documents: every edit is on disk before ``do`` returns, and can be undone, also
tomorrow.

One thread at a time uses a session (it may be opened in a worker and handed over). Jobs work on stretches and bring
back a change (alignment_realign.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..domain.bead import AlignmentBead, Bitext, ReplaceBeads
from ..domain.original import Original
from ..domain.span import Side
from ..kit.events import EventBus
from ..store.alignment_file import AlignmentFile
from .alignment_table import BeadTable, check_same_sentences

_BY_MEANING, _PLACE, _REVIEWED = "by_meaning", "place", "reviewed"


@dataclass(frozen=True, slots=True)
class BeadsReplaced:
    """change: as it was done, an undo as its inverse. origin: "", "undo", "redo"."""

    change: ReplaceBeads
    origin: str = ""


class AlignmentSession:
    """table: what the window shows. bus publishes BeadsReplaced."""

    def __init__(self, store: AlignmentFile, user: str = "") -> None:
        self.store, self.user, self.path, self.read_only = store, user, store.path, store.read_only
        self.bus = EventBus()
        self.table = BeadTable(store.bitext(), store.beads())
        self._edits, self._done = store.edits()

    @classmethod
    def create(
        cls,
        path: Path | str,
        bitext: Bitext,
        beads: Iterable[AlignmentBead],
        user: str = "",
        original: Original | None = None,
    ) -> AlignmentSession:
        """original: the file of the source. Raises InputError, StoreError."""
        return cls(AlignmentFile.create(path, bitext, beads, original), user)

    @classmethod
    def open(cls, path: Path | str, user: str = "", read_only: bool = False) -> AlignmentSession:
        """Raises StoreError, its subclass store.opening.AlreadyOpenError."""
        return cls(AlignmentFile.open(path, read_only), user)

    def close(self) -> None:
        self.store.close()

    @property
    def bitext(self) -> Bitext:
        return self.table.bitext

    # -- altering

    def do(self, change: ReplaceBeads) -> None:
        """Raises StaleChangeError, StoreError; then nothing was changed."""
        check_same_sentences(change)
        self.store.apply(change, self.user)
        self._edits[self._done :] = [change]
        self._done += 1
        self._tell(change, "")

    def undo(self) -> ReplaceBeads | None:
        """What was done, None when there is nothing to undo. Raises StoreError."""
        if not self._done:
            return None
        change = self._edits[self._done - 1].inverse()
        self.store.step(change, forwards=False)
        self._done -= 1
        self._tell(change, "undo")
        return change

    def redo(self) -> ReplaceBeads | None:
        if self._done == len(self._edits):
            return None
        change = self._edits[self._done]
        self.store.step(change, forwards=True)
        self._done += 1
        self._tell(change, "redo")
        return change

    def _tell(self, change: ReplaceBeads, origin: str) -> None:
        self.table.replace(change)
        if change.kind == "realign":
            self.table.set_threshold()
        self.bus.publish(BeadsReplaced(change, origin))

    @property
    def can_undo(self) -> bool:
        return self._done > 0

    @property
    def can_redo(self) -> bool:
        return self._done < len(self._edits)

    # -- what is remembered

    @property
    def by_meaning(self) -> bool:
        """The meanings of all sentences were compared once: what is left is the person's."""
        return bool(self.store.recall(_BY_MEANING, False))

    def note_by_meaning(self) -> None:
        self.store.remember(_BY_MEANING, True)

    @property
    def place(self) -> tuple[Side, int]:
        """The sentence where the reader was last."""
        side, sentence = self.store.recall(_PLACE, ("source", 0))
        return Side(side), sentence

    def note_place(self, side: Side, sentence: int) -> None:
        if not self.read_only:
            self.store.remember(_PLACE, (side.value, sentence))

    @property
    def reviewed(self) -> tuple[str, list[list[list[int]]]]:
        """The project that was made of these beads last ("": none), and the beads it was made of."""
        path, links = self.store.recall(_REVIEWED, ("", []))
        return path, links

    def note_reviewed(self, path: Path) -> None:
        if not self.read_only:
            self.store.remember(_REVIEWED, (str(path), self.links()))

    def links(self) -> list[list[list[int]]]:
        return [[list(bead.source), list(bead.target)] for bead in self.table.beads]
