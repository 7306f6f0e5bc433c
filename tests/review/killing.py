"""What the tests share that end a writing process by SIGKILL and look at what it left."""

from __future__ import annotations

import sqlite3
from pathlib import Path

ROUNDS = 20


def is_sound(path: Path) -> bool:
    connection = sqlite3.connect(path)
    try:
        return bool(connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)])
    finally:
        connection.close()
