"""An alignment that is being worked on: one SQLite file (.tgalign). Every edit is committed when it is made, with all
that undo needs, so that the work can be left (or the program die) at any moment and go on there.

Kept like a project (see own_file.py).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..domain.bead import AlignmentBead, Bitext, ReplaceBeads
from ..domain.original import Original
from ..domain.segment import Row, Segment
from ..domain.span import Side
from ..kit.errors import StaleChangeError, StoreError
from ..kit.files import write_error
from ..kit.sqlite import connect, migrate, transaction
from . import codec, opening
from .creating import insert_original, new_file
from .lock import FileLock
from .own_file import OwnFile
from .schema import ORIGINAL
from .writing import now

EXTENSION = ".tgalign"
APPLICATION_ID = 0x5447416C  # "TGAl"
_KIND_AT = 68  # see opening.py

# A bead is known by its first sentence, which no other bead has. An edit is done while its number is at most the mark;
# undo lowers the mark, a new edit forgets what is above it.
_FIRST = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sentence(
  side TEXT NOT NULL,
  number INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY(side, number)
) WITHOUT ROWID;
CREATE TABLE bead(
  side TEXT NOT NULL,
  first INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY(side, first)
) WITHOUT ROWID;
CREATE TABLE edit(
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  kind TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL
)
"""
# The file of the source comes second, for the review that is made of the alignment.
MIGRATIONS: tuple[str, ...] = (_FIRST, ORIGINAL)
_MARK = "edits.done"


def is_alignment(path: Path) -> bool:
    """By its first bytes."""
    try:
        with path.open("rb") as handle:
            head = handle.read(100)
    except OSError:
        return False
    kind = int.from_bytes(head[_KIND_AT : _KIND_AT + 4], "big")
    return head.startswith(opening.MAGIC) and kind == APPLICATION_ID


class AlignmentFile(OwnFile):
    """Opening, closing and what may happen to the file meanwhile: see OwnFile."""

    # -- opening and closing

    @classmethod
    def create(
        cls, path: Path | str, bitext: Bitext, beads: Iterable[AlignmentBead], original: Original | None = None
    ) -> AlignmentFile:
        """Write a new file, whole or not at all, and open it. original: the file of the source. Raises InputError for
        a place that cannot be written, StoreError when a file is there already."""
        path = Path(path).resolve()
        if path.exists():
            raise StoreError(f"“{path.name}” is there already.", "Choose another name.")
        try:
            lock = FileLock(path)
        except OSError as error:
            raise write_error(path, error) from error
        try:
            _write_new(path, bitext, beads, original)
            return cls(path, _open(path), lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(cls, path: Path | str, read_only: bool = False) -> AlignmentFile:
        """Raises StoreError (no alignment, damaged, newer than the program), opening.AlreadyOpenError. What cannot be
        written is opened read-only, with the reason."""
        path = Path(path).resolve()
        if not path.is_file():
            raise StoreError(f"“{path.name}” is not there any more.", "Was it moved or renamed?", str(path))
        if not is_alignment(path):
            raise StoreError(f"“{path.name}” is not an alignment of this program.", "Choose a .tgalign file.")
        lock, reason = (None, "It was opened read-only.") if read_only else opening.acquire(path)
        if lock is None:
            return cls(path, connect(path, read_only=True), None, reason)
        try:
            return cls(path, _open(path), lock)
        except BaseException:
            lock.release()
            raise

    # -- reading

    def bitext(self) -> Bitext:
        with self._reading() as connection:
            meta = dict(connection.execute("SELECT key, value FROM meta"))
            sides = []
            for side in Side:
                rows = connection.execute("SELECT body FROM sentence WHERE side=? ORDER BY number", (side.value,))
                segments = [codec.decode_segment(tuple(json.loads(body))) for (body,) in rows]
                own = {key.partition(".")[2]: value for key, value in meta.items() if key.startswith(side.value)}
                sides.append(codec.article_of(own, segments))
        return Bitext(*sides)

    def beads(self) -> list[AlignmentBead]:
        """In no particular order."""
        with self._reading() as connection:
            return [_bead(json.loads(body)) for (body,) in connection.execute("SELECT body FROM bead")]

    def edits(self) -> tuple[list[ReplaceBeads], int]:
        """All edits that are remembered, oldest first, and how many of them are done: the others were undone."""
        with self._reading() as connection:
            found = connection.execute("SELECT before, after, kind FROM edit ORDER BY number").fetchall()
            return [ReplaceBeads(_beads(b), _beads(a), kind) for b, a, kind in found], _mark(connection)

    # -- writing

    def apply(self, change: ReplaceBeads, by: str) -> None:
        """Do it and remember it; what was undone before is forgotten. Raises StaleChangeError, StoreError; then
        nothing was changed."""
        with self._writing() as connection:
            done = _mark(connection)
            _replace(connection, change)
            connection.execute("DELETE FROM edit WHERE number > ?", (done,))
            values = (done + 1, now(), by, change.kind, _dump(change.before), _dump(change.after))
            connection.execute("INSERT INTO edit VALUES (?,?,?,?,?,?)", values)
            _set_mark(connection, done + 1)

    def step(self, change: ReplaceBeads, forwards: bool) -> None:
        """Undo (the inverse of the last edit done) or redo (the first one undone)."""
        with self._writing() as connection:
            _replace(connection, change)
            _set_mark(connection, _mark(connection) + (1 if forwards else -1))

    def keep_original(self, original: Original) -> None:
        """For an alignment that was made before originals were kept."""
        with self._writing() as connection:
            connection.execute("DELETE FROM original")
            insert_original(connection, original)


def _write_new(path: Path, bitext: Bitext, beads: Iterable[AlignmentBead], original: Original | None) -> None:
    with new_file(path) as connection:
        migrate(connection, MIGRATIONS, "alignment")
        with transaction(connection):
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            for side, article in zip(Side, (bitext.source, bitext.target), strict=True):
                meta = {f"{side.value}.{key}": value for key, value in codec.encode_article(article).items()}
                connection.executemany("INSERT INTO meta VALUES (?,?)", meta.items())
                rows = ((side.value, n, _dump_segment(segment)) for n, segment in enumerate(article.segments))
                connection.executemany("INSERT INTO sentence VALUES (?,?,?)", rows)
            _insert(connection, beads)
            insert_original(connection, original)


def _open(path: Path) -> sqlite3.Connection:
    connection = connect(path)
    try:
        with opening.guarded(path):
            migrate(connection, MIGRATIONS, "alignment")
    except BaseException:
        connection.close()
        raise
    return connection


def _mark(connection: sqlite3.Connection) -> int:
    found = connection.execute("SELECT value FROM meta WHERE key=?", (_MARK,)).fetchone()
    return int(found[0]) if found else 0


def _set_mark(connection: sqlite3.Connection, done: int) -> None:
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?,?)", (_MARK, str(done)))


def _replace(connection: sqlite3.Connection, change: ReplaceBeads) -> None:
    gone = connection.executemany(
        "DELETE FROM bead WHERE side=? AND first=? AND body=?", [(*_key(b), _encode(b)) for b in change.before]
    )
    if gone.rowcount != len(change.before) and change.before:
        raise StaleChangeError("The alignment has altered meanwhile.", "Do it again.")
    _insert(connection, change.after)


def _insert(connection: sqlite3.Connection, beads: Iterable[AlignmentBead]) -> None:
    connection.executemany("INSERT INTO bead VALUES (?,?,?)", ((*_key(bead), _encode(bead)) for bead in beads))


def _key(bead: AlignmentBead) -> tuple[str, int]:
    return (Side.SOURCE.value, bead.source[0]) if bead.source else (Side.TARGET.value, bead.target[0])


def _fields(bead: AlignmentBead) -> list[Any]:
    return [bead.source, bead.target, bead.probability, int(bead.confirmed), int(bead.by_hand)]


def _encode(bead: AlignmentBead) -> str:
    return codec.dump(_fields(bead))


def _dump(beads: Iterable[AlignmentBead]) -> str:
    return codec.dump([_fields(bead) for bead in beads])


def _bead(fields: list[Any]) -> AlignmentBead:
    source, target, probability, confirmed, by_hand = fields
    return AlignmentBead(tuple(source), tuple(target), probability, bool(confirmed), bool(by_hand))


def _beads(text: str) -> tuple[AlignmentBead, ...]:
    return tuple(_bead(fields) for fields in json.loads(text))


def _dump_segment(segment: Segment) -> str:
    return codec.dump(codec.encode_row(Row(segment))[:7])
