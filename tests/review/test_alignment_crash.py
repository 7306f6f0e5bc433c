"""kill -9 while aligning: every edit that was acknowledged is there, can be undone, and the file is sound."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from pathlib import Path

from translator_gui.review.alignment_session import AlignmentSession

from .alignments import bitext, straight
from .killing import is_sound

COUNT = 40
ALIGNER = """
import sys
from translator_gui.domain.span import Side
from translator_gui.review import alignment_edits as edits
from translator_gui.review.alignment_session import AlignmentSession

work = AlignmentSession.open(sys.argv[1], "Ana")
number = int(sys.argv[2])
while True:
    place = number % 37
    bead = work.table[place]
    change = edits.merge(work.table, place) if bead.one_to_one else edits.unlink(work.table, place)
    work.do(change)
    number += 1
    print(number, flush=True)  # acknowledged: do() has returned
"""


def _align_until_killed(path: Path, start: int, seconds: float) -> int:
    command = [sys.executable, "-c", ALIGNER, str(path), str(start)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, stderr=subprocess.DEVNULL) as worker:
        assert worker.stdout is not None
        last = int(worker.stdout.readline() or start)
        killer = threading.Timer(seconds, worker.kill)
        killer.start()
        for line in worker.stdout:
            if line.endswith("\n"):
                last = int(line)
        killer.join()
    return last


def test_killed_again_and_again(tmp_path: Path) -> None:
    path = tmp_path / "a.tgalign"
    AlignmentSession.create(path, bitext(COUNT), straight(COUNT)).close()
    chance, done = random.Random(20), 0
    for _ in range(4):
        acknowledged = _align_until_killed(path, done, chance.uniform(0.0, 0.08))
        assert is_sound(path)
        work = AlignmentSession.open(path, "Ana")  # no lock is left behind
        edits, done = work.store.edits()
        # One more may have been written before it could be acknowledged; none may be missing.
        assert done - acknowledged in (0, 1)
        assert len(edits) == done > 0
        assert sorted(n for bead in work.table.beads for n in bead.source) == list(range(COUNT))
        work.close()
    work = AlignmentSession.open(path)
    while work.undo():
        pass
    assert list(work.table.beads) == straight(COUNT)
    work.close()
    assert [p.name for p in tmp_path.iterdir()] == ["a.tgalign"]
