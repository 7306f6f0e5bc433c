"""kill -9 at any moment: what was acknowledged is there, and the file is sound."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from pathlib import Path

from tests.store.articles import document
from translator_gui.review.session import ReviewSession

from .killing import ROUNDS, is_sound

TYPIST = """
import sys
from translator_gui.review import commands
from translator_gui.review.session import ReviewSession

session = ReviewSession.open(sys.argv[1], "Ana")
number = int(sys.argv[2])
while True:
    number += 1
    session.do(commands.set_text(session, f"s{number % 3}", f"typed {number}"))
    print(number, flush=True)  # acknowledged: do() has returned
"""


def type_until_killed(path: Path, start: int, seconds: float) -> int:
    """The last number that was acknowledged."""
    command = [sys.executable, "-c", TYPIST, str(path), str(start)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as typist:
        assert typist.stdout is not None
        last = int(typist.stdout.readline())
        killer = threading.Timer(seconds, typist.kill)
        killer.start()
        for line in typist.stdout:
            if line.endswith("\n"):
                last = int(line)
        killer.join()
    assert typist.returncode != 0
    return last


def test_killed_twenty_times(tmp_path: Path) -> None:
    path = tmp_path / "a.tgproj"
    ReviewSession.create(path, document(), "Ana").close()
    chance, last = random.Random(20), 0
    for _ in range(ROUNDS):
        acknowledged = type_until_killed(path, last, chance.uniform(0.0, 0.06))
        assert is_sound(path)
        session = ReviewSession.open(path, "Ana")  # no lock is left behind
        try:
            typed = {
                int(row.target.text.split()[1]) for row in list(session.rows)[:3] if row.target.text.startswith("typed")
            }
            last = max(typed)
            # One more may have been written before it could be acknowledged; none may be missing.
            assert last - acknowledged in (0, 1)
            assert session.row(f"s{last % 3}").target.text == f"typed {last}"
            assert typed >= set(range(max(1, last - 2), last + 1))
            versions = sum(len(session.history(f"s{number}")) - 1 for number in range(3))
            assert versions == last
        finally:
            session.close()
    assert [p.name for p in tmp_path.iterdir()] == ["a.tgproj"]
