"""MemoryStore: a translation memory in one SQLite file. Safe to use from several threads and several windows."""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

from ..domain.language import LanguagePair
from ..domain.unit import Match, TranslationUnit
from ..kit.sqlite import connect, migrate, transaction
from ..text.placeables import plain
from .fuzzy import FuzzyIndex, key
from .penalties import Penalties
from .schema import COLUMNS, MIGRATIONS

_WORD = re.compile(r"\w+")
EXACT, CONTEXT = 100, 101
_BATCH = 1_000


def _now() -> str:
    return datetime.now(timezone.utc).isoformat(timespec="seconds")


def _bare(unit: TranslationUnit) -> TranslationUnit:
    """The unit without placeables."""
    if "⟨" not in unit.source + unit.target + unit.before:
        return unit
    return replace(unit, source=plain(unit.source), target=plain(unit.target), before=plain(unit.before))


def _unit(row: sqlite3.Row | tuple[str, ...]) -> TranslationUnit:
    source, target, source_language, target_language, by, created, changed, origin, before, number, engine = row
    pair = LanguagePair(source_language, target_language)
    return TranslationUnit(source, target, pair, by, created, changed, origin, before, int(number), engine)


class MemoryStore:
    """Fulfils domain.protocols.TranslationMemory. Raises StoreError when the file cannot be read or written."""

    def __init__(self, path: Path | str) -> None:
        self._connection = connect(path)
        migrate(self._connection, MIGRATIONS, "translation memory")
        self._lock = threading.RLock()
        self._penalties = Penalties()
        self._indexes: dict[LanguagePair, FuzzyIndex] = {}
        self._seen_version = self._data_version()

    def _data_version(self) -> int:
        version: int = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return version

    def _index(self, pair: LanguagePair) -> FuzzyIndex:
        """The fuzzy index, made on first use and again when another window or process wrote to the file."""
        version = self._data_version()
        if version != self._seen_version:
            self._indexes.clear()
            self._seen_version = version
        if pair not in self._indexes:
            rows = self._connection.execute(
                "SELECT id, source FROM unit WHERE source_language = ? AND target_language = ?",
                (pair.source, pair.target),
            )
            self._indexes[pair] = FuzzyIndex(rows)
        return self._indexes[pair]

    def __len__(self) -> int:
        with self._lock:
            count: int = self._connection.execute("SELECT count(*) FROM unit").fetchone()[0]
            return count

    def add(self, units: Iterable[TranslationUnit]) -> int:
        """Store units; one that is there already gets its date, author and context renewed. Returns how many were
        given. Units with an empty side are passed over: they would match everything. Placeables go: their numbers
        mean something in one paragraph of one file."""
        count = 0
        with self._lock, transaction(self._connection):
            for given in units:
                unit = _bare(given)
                if unit.source.strip() and unit.target.strip():
                    self._put(unit)
                    count += 1
        return count

    def _put(self, unit: TranslationUnit) -> None:
        now = _now()
        cursor = self._connection.execute(
            """INSERT INTO unit(source, target, source_language, target_language, by, created, changed, origin, before,
                                engine)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
               ON CONFLICT(source, target, source_language, target_language)
               DO UPDATE SET by = excluded.by, changed = excluded.changed, before = excluded.before,
                             engine = excluded.engine
               RETURNING id""",
            (
                unit.source,
                unit.target,
                unit.pair.source,
                unit.pair.target,
                unit.by,
                unit.created or now,
                unit.changed or now,
                unit.origin,
                unit.before,
                unit.engine,
            ),
        )
        number = cursor.fetchone()[0]
        index = self._indexes.get(unit.pair)
        if index is not None:
            index.put(number, unit.source)

    def edit(self, number: int, source: str, target: str, by: str = "") -> None:
        """Change a unit's texts; it is a person's from now on. One with the same two texts is replaced."""
        with self._lock, transaction(self._connection):
            # Taken out by hand: REPLACE would not run the trigger that keeps the words.
            twins = self._connection.execute(
                """SELECT other.id FROM unit JOIN unit AS other USING (source_language, target_language)
                   WHERE unit.id = ? AND other.id != unit.id AND other.source = ? AND other.target = ?""",
                (number, source, target),
            ).fetchall()
            self._connection.executemany("DELETE FROM unit WHERE id = ?", twins)
            self._connection.execute(
                "UPDATE unit SET source = ?, target = ?, by = ?, changed = ?, engine = '' WHERE id = ?",
                (source, target, by, _now(), number),
            )
            for index in self._indexes.values():
                index.remove({twin for (twin,) in twins})
                if number in index:
                    index.change(number, source)

    def remove(self, ids: Sequence[int]) -> None:
        with self._lock, transaction(self._connection):
            self._connection.executemany("DELETE FROM unit WHERE id = ?", [(number,) for number in ids])
            for index in self._indexes.values():
                index.remove(set(ids))

    def get(self, ids: Sequence[int]) -> list[TranslationUnit]:
        """Units by id, in the order asked; ids that are gone are left out."""
        marks = ",".join("?" * len(ids))
        with self._lock:
            rows = self._connection.execute(f"SELECT {COLUMNS} FROM unit WHERE id IN ({marks})", list(ids)).fetchall()
        found = {unit.id: unit for unit in map(_unit, rows)}
        return [found[number] for number in ids if number in found]

    def lookup(
        self, source: str, pair: LanguagePair, minimum: int = 70, limit: int = 5, before: str = ""
    ) -> list[Match]:
        """Matches, best first, newest first among equals.

        101: the same source after the same sentence; 100: the same source; below: 100 × (1 − edit distance / length
        of the longer), on texts with case, white space and quotation marks evened out, at most 99. Penalties are
        taken off in the end (see set_penalties).
        """
        source, before = plain(source), plain(before)
        if not source.strip():
            return []
        with self._lock:
            # Twice the limit: several targets of one source count as several hits before they are ranked.
            hits = dict(self._index(pair).search(source, minimum, limit * 2))
            units = self.get(list(hits))
        matches = [self._match(unit, self._percent(unit, source, before, hits[unit.id])) for unit in units]
        matches = [match for match in matches if match.percent >= minimum]
        matches.sort(key=lambda m: m.unit.changed, reverse=True)
        matches.sort(key=lambda m: m.percent, reverse=True)
        return matches[:limit]

    def set_penalties(self, penalties: Penalties) -> None:
        """What look-ups take off from now on."""
        self._penalties = penalties

    def _match(self, unit: TranslationUnit, percent: int) -> Match:
        lost = self._penalties.of(unit)
        return Match(unit, max(0, percent - sum(points for _, points in lost)), lost)

    @staticmethod
    def _percent(unit: TranslationUnit, source: str, before: str, percent: int) -> int:
        if unit.source != source:
            return min(percent, 99)
        return CONTEXT if before and key(unit.before) == key(before) else EXACT

    def concordance(self, words: str, pair: LanguagePair, limit: int = 50) -> list[TranslationUnit]:
        """Units that hold all the words (the last one may be a beginning), in either language, best first."""
        tokens = _WORD.findall(words)
        if not tokens:
            return []
        query = " ".join(f'"{token}"' for token in tokens) + "*"
        columns = ", ".join("unit." + name.strip() for name in COLUMNS.split(","))
        with self._lock:
            rows = self._connection.execute(
                f"""SELECT {columns} FROM words JOIN unit ON unit.id = words.rowid
                    WHERE words MATCH ? AND source_language = ? AND target_language = ?
                    ORDER BY rank, changed DESC LIMIT ?""",
                (query, pair.source, pair.target, limit),
            ).fetchall()
        return [_unit(row) for row in rows]

    def units(self, pair: LanguagePair | None = None) -> Iterator[TranslationUnit]:
        """Every unit (of a pair), oldest first, read in batches so that others may write in between."""
        last = 0
        while True:
            with self._lock:
                rows = self._connection.execute(
                    f"SELECT {COLUMNS} FROM unit WHERE id > ? ORDER BY id LIMIT ?", (last, _BATCH)
                ).fetchall()
            found = [_unit(row) for row in rows]
            yield from (unit for unit in found if pair is None or unit.pair == pair)
            if len(found) < _BATCH:
                return
            last = found[-1].id

    def close(self) -> None:
        with self._lock:
            self._connection.close()
