"""New project files: written beside their place, whole or not at all."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ..domain.article import Document
from ..domain.original import Original
from ..domain.segment import EMPTY_TARGET, Row
from ..kit.errors import StoreError
from ..kit.files import write_error
from ..kit.sqlite import migrate, transaction
from . import codec, diary, opening
from .schema import APPLICATION_ID, MIGRATIONS, SPACING
from .writing import insert_rows, now, write_dismissal, write_notes


@contextlib.contextmanager
def new_file(path: Path) -> Iterator[sqlite3.Connection]:
    """A database that takes its place at ``path`` only when the block ends well."""
    try:
        with tempfile.TemporaryDirectory(prefix=f".{path.stem[:30]}.", dir=path.parent) as folder:
            draft = Path(folder) / "new"
            connection = sqlite3.connect(draft, isolation_level=None)
            try:
                # A crash here loses a file nobody has seen yet: no journal, one fsync at the end.
                connection.execute("PRAGMA journal_mode=OFF")
                connection.execute("PRAGMA synchronous=OFF")
                yield connection
            finally:
                connection.close()
            with draft.open("rb+") as handle:
                os.fsync(handle.fileno())
            opening.remove_leftovers(path)
            os.replace(draft, path)
    except OSError as error:
        raise write_error(path, error) from error
    except sqlite3.Error as error:
        raise StoreError(f"“{path.name}” could not be written.", "Is the disk full?", str(error)) from error


def write_new(path: Path, document: Document) -> None:
    with new_file(path) as connection:
        migrate(connection, MIGRATIONS, "project")
        with transaction(connection):
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            rows = ((number * SPACING, row) for number, row in enumerate(_rows(document), start=1))
            insert_rows(connection, rows)
            meta = codec.encode_article(document.article) | {"created": codec.dump(now())}
            connection.executemany("INSERT INTO meta VALUES (?,?)", meta.items())
            insert_original(connection, document.original)
            for segment, notes in document.notes.items():
                write_notes(connection, segment, notes)
            for remarks in document.remarks.values():
                for remark in remarks:
                    diary.insert_remark(connection, remark)
            for dismissal in document.dismissals:
                write_dismissal(connection, dismissal, True)


def insert_original(connection: sqlite3.Connection, original: Original | None) -> None:
    if original is not None:
        connection.execute("INSERT INTO original VALUES (?,?,?)", codec.encode_original(original))


def _rows(document: Document) -> Iterator[Row]:
    for segment in document.article.segments:
        yield Row(segment, document.targets.get(segment.id, EMPTY_TARGET))
