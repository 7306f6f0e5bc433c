"""The memory's tables. A new version is a new entry at the end; old entries never change."""

from __future__ import annotations

import sqlite3

_TABLES = (
    """
    CREATE TABLE unit(
      id INTEGER PRIMARY KEY,
      source TEXT NOT NULL, target TEXT NOT NULL,
      source_language TEXT NOT NULL, target_language TEXT NOT NULL,
      by TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL,
      origin TEXT NOT NULL, before TEXT NOT NULL,
      UNIQUE(source, target, source_language, target_language)
    )
    """,
    # External content: the words are indexed once, the text is kept once.
    """
    CREATE VIRTUAL TABLE words USING fts5(
      source, target, content='unit', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TRIGGER unit_added AFTER INSERT ON unit BEGIN
      INSERT INTO words(rowid, source, target) VALUES (new.id, new.source, new.target);
    END
    """,
    """
    CREATE TRIGGER unit_removed AFTER DELETE ON unit BEGIN
      INSERT INTO words(words, rowid, source, target) VALUES ('delete', old.id, old.source, old.target);
    END
    """,
    """
    CREATE TRIGGER unit_edited AFTER UPDATE OF source, target ON unit BEGIN
      INSERT INTO words(words, rowid, source, target) VALUES ('delete', old.id, old.source, old.target);
      INSERT INTO words(rowid, source, target) VALUES (new.id, new.source, new.target);
    END
    """,
)


def _first_version(connection: sqlite3.Connection) -> None:
    for statement in _TABLES:  # triggers hold semicolons, so the plain-text form of a migration will not do
        connection.execute(statement)


MIGRATIONS = (_first_version, "ALTER TABLE unit ADD COLUMN engine TEXT NOT NULL DEFAULT ''")
COLUMNS = "source, target, source_language, target_language, by, created, changed, origin, before, id, engine"
