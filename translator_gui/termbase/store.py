"""TermStore: the user's terms in one SQLite file. Safe to use from several threads and several windows."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Sequence
from datetime import datetime, timezone
from pathlib import Path

from ..domain.language import LanguagePair
from ..domain.term import Term, TermUse
from ..kit.sqlite import connect, migrate, transaction
from ..text.inflected import Lemmas, no_lemmas, plain
from .recognition import Recogniser

_TABLES = (
    """
    CREATE TABLE term(
      id INTEGER PRIMARY KEY,
      source TEXT NOT NULL, target TEXT NOT NULL,
      source_language TEXT NOT NULL, target_language TEXT NOT NULL,
      note TEXT NOT NULL, forbidden INTEGER NOT NULL, by TEXT NOT NULL, changed TEXT NOT NULL,
      UNIQUE(source, target, source_language, target_language)
    )
    """,
)


def _first_version(connection: sqlite3.Connection) -> None:
    for statement in _TABLES:
        connection.execute(statement)


_MIGRATIONS = (_first_version,)
_COLUMNS = "source, target, source_language, target_language, note, forbidden, id, by, changed"


class TermStore:
    """Fulfils domain.protocols.Termbase. Raises StoreError when the file cannot be read or written."""

    def __init__(self, path: Path | str, lemmas: Lemmas = no_lemmas) -> None:
        """lemmas: dictionary forms of a word (see text.inflected), so that verb forms are recognised, too."""
        self._connection = connect(path)
        migrate(self._connection, _MIGRATIONS, "termbase")
        self._lock = threading.RLock()
        self._lemmas = lemmas
        self._recognisers: dict[LanguagePair, Recogniser] = {}
        self._seen_version = self._data_version()

    def _data_version(self) -> int:
        version: int = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return version

    def __len__(self) -> int:
        with self._lock:
            count: int = self._connection.execute("SELECT count(*) FROM term").fetchone()[0]
            return count

    def add(self, terms: Iterable[Term]) -> int:
        """Store terms; a pair that is there already gets the new note, and is forbidden or allowed as given. Returns
        how many were given. Terms with an empty side are passed over."""
        count = 0
        with self._lock, transaction(self._connection):
            for term in terms:
                source, target = term.source.strip(), term.target.strip()
                if source and target:
                    self._put(term, source, target)
                    count += 1
            self._recognisers.clear()
        return count

    def _put(self, term: Term, source: str, target: str) -> None:
        self._connection.execute(
            """INSERT INTO term(source, target, source_language, target_language, note, forbidden, by, changed)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?)
               ON CONFLICT(source, target, source_language, target_language)
               DO UPDATE SET note = excluded.note, forbidden = excluded.forbidden, by = excluded.by,
                             changed = excluded.changed""",
            (
                source, target, term.pair.source, term.pair.target, term.note, term.forbidden, term.by,
                term.changed or _now(),
            ),
        )  # fmt: skip

    def edit(self, term: Term) -> None:
        """Change the term with that id; one with the same two words is replaced."""
        with self._lock, transaction(self._connection):
            self._connection.execute(
                """UPDATE OR REPLACE term SET source = ?, target = ?, note = ?, forbidden = ?, by = ?, changed = ?
                   WHERE id = ?""",
                (term.source.strip(), term.target.strip(), term.note, term.forbidden, term.by, _now(), term.id),
            )
            self._recognisers.clear()

    def remove(self, ids: Sequence[int]) -> None:
        with self._lock, transaction(self._connection):
            self._connection.executemany("DELETE FROM term WHERE id = ?", [(number,) for number in ids])
            self._recognisers.clear()

    def terms(self, pair: LanguagePair | None = None, words: str = "") -> list[Term]:
        """All terms (of a pair) in the order of the source; with ``words``, those that hold them in either language or
        in the note, whatever the accents and capitals."""
        with self._lock:
            rows = self._connection.execute(f"SELECT {_COLUMNS} FROM term").fetchall()
        found = [term for term in map(_term, rows) if pair is None or term.pair == pair]
        wanted = plain(words).split()
        if wanted:
            found = [t for t in found if all(w in plain(f"{t.source} {t.target} {t.note}") for w in wanted)]
        return sorted(found, key=lambda term: (plain(term.source), term.forbidden, plain(term.target)))

    def uses(self, source: str, target: str, pair: LanguagePair) -> list[TermUse]:
        """Terms that stand in ``source``, in order, and where their targets stand in ``target``."""
        with self._lock:
            version = self._data_version()
            if version != self._seen_version:  # another window or process wrote to the file
                self._recognisers.clear()
                self._seen_version = version
            if pair not in self._recognisers:
                self._recognisers[pair] = Recogniser(self.terms(pair), pair, self._lemmas)
            return self._recognisers[pair].uses(source, target)

    def close(self) -> None:
        with self._lock:
            self._connection.close()


def _now() -> str:
    return datetime.now(timezone.utc).isoformat(timespec="seconds")


def _term(row: tuple[str, ...]) -> Term:
    source, target, source_language, target_language, note, forbidden, number, by, changed = row
    pair = LanguagePair(source_language, target_language)
    return Term(source, target, pair, note, bool(forbidden), int(number), by, changed)
