"""A project: one SQLite file (.tgproj). Every edit is committed when it is made; there is no Save. What is committed
survives the program's death at once, and a power cut after half a second (see keeper.py).

While it is open, two or three sidecars lie beside it (-wal, -shm, -lock); closing folds them in and removes them.
After a crash the next open does. All calls may come from any thread; they are served one at a time.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..domain.article import Article, Document
from ..domain.candidate import Candidate
from ..domain.change import Change
from ..domain.finding import Dismissal, Scope
from ..domain.remark import Remark
from ..domain.score import Scorecard
from ..domain.segment import Row, Target
from ..kit.errors import StoreError
from ..kit.files import write_error
from . import codec, diary, opening
from .creating import write_new
from .diary import Event
from .history import Version, versions
from .lock import FileLock
from .own_file import OwnFile
from .writing import Writer, now

EXTENSION = ".tgproj"
_AT_ONCE = 500  # rows read in one go by those who read them all


class ProjectFile(OwnFile):
    """Fulfils domain.protocols.ProjectStore.

    Opening, closing and what may happen to the file meanwhile: see OwnFile.
    """

    # -- opening and closing

    @classmethod
    def create(cls, path: Path | str, document: Document, overwrite: bool = False) -> ProjectFile:
        """Write a new project, whole or not at all, and open it. Raises InputError for a place that cannot be
        written, StoreError for one that is open elsewhere (or there already, unless ``overwrite``)."""
        path = Path(path).resolve()
        if path.exists() and not overwrite:
            raise StoreError(f"“{path.name}” is there already.", "Choose another name.")
        try:
            lock, reason = opening.acquire(path) if path.exists() else (FileLock(path), "")
        except OSError as error:
            raise write_error(path, error) from error
        if lock is None:
            raise StoreError(reason, "Choose another place.")
        try:
            write_new(path, document)
            return cls(path, opening.open_writable(path), lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(cls, path: Path | str, read_only: bool = False) -> ProjectFile:
        """Raises StoreError (no project, damaged, newer than the program), AlreadyOpenError when somebody has it
        open. A file or folder that cannot be written is opened read-only, with the reason."""
        path = Path(path).resolve()
        opening.check_file(path)
        if read_only:
            return cls(path, opening.open_readable(path), None, "It was opened read-only.")
        lock, reason = opening.acquire(path)
        if lock is None:
            return cls(path, opening.open_readable(path), None, reason)
        try:
            return cls(path, opening.open_writable(path), lock)
        except BaseException:
            lock.release()
            raise

    # -- the article and its rows

    def records(self) -> list[codec.Record]:
        """Every row in order, as plain tuples (codec.COLUMNS): what 50,000 rows cost least as."""
        with self._reading() as connection:
            return connection.execute(f"SELECT {codec.COLUMNS} FROM segment ORDER BY position").fetchall()

    def rows(self) -> list[Row]:
        return [codec.decode_row(record) for record in self.records()]

    def row(self, segment: str) -> Row:
        """Raises KeyError for an unknown id."""
        with self._reading() as connection:
            found = connection.execute(f"SELECT {codec.COLUMNS} FROM segment WHERE id=?", (segment,)).fetchone()
        if found is None:
            raise KeyError(segment)
        return codec.decode_row(found)

    def revisions(self, segments: Iterable[str]) -> dict[str, int]:
        """0 for a segment that is not there."""
        query, found = "SELECT revision FROM segment WHERE id=?", {}
        with self._reading() as connection:
            for segment in segments:
                row = connection.execute(query, (segment,)).fetchone()
                found[segment] = row[0] if row else 0
        return found

    def article(self) -> Article:
        return self.article_of(self.rows())

    def article_of(self, rows: Iterable[Row]) -> Article:
        """The article of rows that are in memory already."""
        with self._reading() as connection:
            return codec.article_of(dict(connection.execute("SELECT key, value FROM meta")), [r.segment for r in rows])

    def original_format(self) -> str:
        """Of the original, without reading it; "" when there is none."""
        with self._reading() as connection:
            found = connection.execute("SELECT format FROM original LIMIT 1").fetchone()
        return "" if found is None else str(found[0])

    def original_name(self) -> str:
        """Of the file, without a folder; "" when there is none."""
        with self._reading() as connection:
            found = connection.execute("SELECT name FROM original LIMIT 1").fetchone()
        return "" if found is None else str(found[0])

    # -- changes

    def apply(self, change: Change, by: str) -> None:
        self.apply_all(change, by)

    def apply_all(self, change: Change, by: str) -> dict[str, int]:
        """One transaction: rows and edit log. Returns the revision of each row it touched. Raises StaleChangeError
        or StoreError; then nothing was changed."""
        with self._writing() as connection:
            writer = Writer(connection, by)
            writer.apply(change)
            return writer.revisions

    def history(self, segment: str) -> list[Row]:
        """Every version of the row, oldest (the import) first, the present one last."""
        return [version.row for version in self.versions(segment)]

    def versions(self, segment: str) -> list[Version]:
        """The same with who, when and what kind of edit made each."""
        with self._reading() as connection:
            return versions(connection, segment)

    # -- candidates

    def record_candidates(self, candidates: Mapping[str, Sequence[Candidate]], signature: str = "") -> None:
        """New candidates first replace those of the same engines, then join the others. signature: of the engine
        that was asked; what it answered nothing to counts as asked, too."""
        with self._writing() as connection:
            for segment, proposed in candidates.items():
                stamp = self._stamp(connection, segment)
                kept = self._candidates(connection, segment, stamp)
                engines = {candidate.engine for candidate in proposed}
                merged = [c for c in kept if c.engine not in engines] + list(proposed)
                self._put_candidates(connection, segment, stamp, merged)
                if signature:
                    connection.execute("INSERT OR REPLACE INTO proposed VALUES (?,?,?)", (segment, stamp, signature))

    def _put_candidates(
        self, connection: sqlite3.Connection, segment: str, stamp: bytes, candidates: Sequence[Candidate]
    ) -> None:
        connection.execute("DELETE FROM candidate WHERE segment=? AND stamp=?", (segment, stamp))
        values = [
            (segment, stamp, rank, candidate.engine, codec.encode_candidate(candidate))
            for rank, candidate in enumerate(sorted(candidates, key=_merit))
        ]
        connection.executemany("INSERT INTO candidate VALUES (?,?,?,?,?)", values)

    def _stamp(self, connection: sqlite3.Connection, segment: str) -> bytes:
        found = connection.execute("SELECT source FROM segment WHERE id=?", (segment,)).fetchone()
        return codec.stamp(found[0]) if found else b""

    def _candidates(self, connection: sqlite3.Connection, segment: str, stamp: bytes) -> list[Candidate]:
        found = connection.execute(
            "SELECT body FROM candidate WHERE segment=? AND stamp=? ORDER BY rank", (segment, stamp)
        )
        return [codec.candidate_of(body) for (body,) in found]

    def candidates(self, segment: str) -> list[Candidate]:
        """Memory matches first, then best score first."""
        with self._reading() as connection:
            return self._candidates(connection, segment, self._stamp(connection, segment))

    def proposed(self, signature: str) -> set[str]:
        """Ids whose present source was asked of the engine with this signature."""
        with self._reading() as connection:
            found = connection.execute(
                "SELECT p.segment, p.stamp, s.source FROM proposed p JOIN segment s ON s.id = p.segment "
                "WHERE p.signature=?",
                (signature,),
            ).fetchall()
        return {segment for segment, stamp, source in found if codec.stamp(source) == stamp}

    def engine_signatures(self) -> list[str]:
        """Of every engine that was asked for the article, with its model and settings."""
        with self._reading() as connection:
            return [row[0] for row in connection.execute("SELECT DISTINCT signature FROM proposed ORDER BY 1")]

    # -- scores

    def record_scores(self, scores: Iterable[tuple[int, Scorecard]]) -> None:
        """(revision it was made for, card) pairs; a newer one replaces an older one."""
        with self._writing() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO score VALUES (?,?,?,?,?,?,?)",
                (
                    (c.id, revision, c.divergence, c.order, codec.finding_keys(c), c.signature, codec.encode_card(c))
                    for revision, c in scores
                ),
            )

    def score_marks(self) -> list[tuple[str, int, float, float, str]]:
        """(segment, revision, divergence, order, finding keys) of every scored segment."""
        with self._reading() as connection:
            return connection.execute("SELECT segment, revision, divergence, badness, findings FROM score").fetchall()

    def scorecard(self, segment: str) -> Scorecard | None:
        with self._reading() as connection:
            found = connection.execute(
                "SELECT divergence, badness, signature, body FROM score WHERE segment=?", (segment,)
            ).fetchone()
        return None if found is None else codec.card_of(segment, *found)

    def scorecards(self) -> Iterator[Scorecard]:
        """All of them, those of segments that were joined away included. Read by and by: what is asked meanwhile, by
        the window or by others, does not wait for the whole."""
        last = ""
        query = (
            "SELECT segment, divergence, badness, signature, body FROM score WHERE segment>? ORDER BY segment LIMIT ?"
        )
        while True:
            with self._reading() as connection:
                found = connection.execute(query, (last, _AT_ONCE)).fetchall()
            for values in found:
                yield codec.card_of(*values)
            if len(found) < _AT_ONCE:
                return
            last = found[-1][0]

    def signatures(self) -> list[tuple[str, str]]:
        """(segment, what scored it) of every scored segment."""
        with self._reading() as connection:
            return connection.execute("SELECT segment, signature FROM score").fetchall()

    # -- dismissals, notes, what the project remembers

    def dismissals(self) -> list[Dismissal]:
        with self._reading() as connection:
            found = connection.execute("SELECT key, scope, author, at, segment FROM dismissal").fetchall()
        return [Dismissal(key, Scope(scope), by, at, segment) for key, scope, by, at, segment in found]

    def notes(self) -> dict[str, tuple[str, ...]]:
        with self._reading() as connection:
            found = connection.execute("SELECT segment, body FROM note").fetchall()
        return {segment: tuple(json.loads(body)) for segment, body in found}

    # -- what reviewers said, and the diary of their sessions

    def remarks(self) -> list[Remark]:
        """Errors, comments, ratings, acceptances: all there are, those of joined segments included."""
        with self._reading() as connection:
            return diary.remarks(connection)

    def note_event(self, kind: str, by: str, session: str = "", segment: str = "", body: Any = None) -> Event:
        """A line in the diary, which only ever grows. ``edit`` of what is returned: the number of the last edit
        before it."""
        with self._writing() as connection:
            return diary.append(connection, Event(kind, by, now(), session, segment, body))

    def events(self, *kinds: str) -> list[Event]:
        """Oldest first; of these kinds, or all."""
        with self._reading() as connection:
            return diary.events(connection, kinds)

    def target_at(self, segment: str, edit: int) -> str | None:
        """The target's text after so many edits of the project (0: as it was received); None when the segment was
        not there then. Raises KeyError for an unknown id."""
        with self._reading() as connection:
            return diary.target_at(connection, segment, edit)

    def edited_since(self, edit: int) -> set[str]:
        """Ids of the segments whose target has been altered after so many edits of the project."""
        with self._reading() as connection:
            return diary.edited_since(connection, edit)

    def target_changes(self) -> list[tuple[str, Target]]:
        """(segment, target) of every state a target has ever been in, oldest first, imports that were never edited
        left out."""
        with self._reading() as connection:
            return diary.target_changes(connection)

    def edits(self) -> int:
        """How many edits the project has seen (undo and redo are edits)."""
        with self._reading() as connection:
            return int(connection.execute("SELECT coalesce(max(number), 0) FROM edit").fetchone()[0])


def _merit(candidate: Candidate) -> tuple[int, float]:
    score = -1.0 if candidate.score is None else candidate.score
    return (-(candidate.match or 0), -score)
