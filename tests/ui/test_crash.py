"""kill -9 of the window while somebody types: at most the last second is lost, and the project opens again."""

from __future__ import annotations

import itertools
import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

import pytest

from tests.benchmarks.window import make_project
from tests.review.killing import ROUNDS, is_sound
from translator_gui.review.session import ReviewSession

from .typist import letters

LAST_SECOND = 1.0
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the typist is forked")


def type_until_killed(typist: subprocess.Popen[str], path: Path, segment: str, seconds: float) -> tuple[int, int]:
    """(keys typed in all, keys typed more than the last second before the end)."""
    assert typist.stdin is not None
    assert typist.stdout is not None
    typist.stdin.write(f"{path}\t{segment}\n")
    typist.stdin.flush()
    process = int(typist.stdout.readline())
    keys = [_key(typist.stdout)]
    killer = threading.Timer(seconds, lambda: os.kill(process, signal.SIGKILL))
    killer.start()
    while keys[-1][0]:
        keys.append(_key(typist.stdout))
    killer.join()
    times = [at for _, at in keys]
    # A machine too busy to take keys for a while was also too busy to write: that while is not the window's fault.
    stall = max((later - earlier for earlier, later in itertools.pairwise(times)), default=0.0)
    return len(keys) - 1, sum(at < times[-1] - LAST_SECOND - stall for at in times[:-1])


def _key(stream: IO[str]) -> tuple[int, float]:
    count, _, at = stream.readline().partition(" ")
    return int(count), float(at)


def test_killed_twenty_times_while_typing(tmp_path: Path) -> None:
    path = tmp_path / "a.tgproj"
    make_project(path, ROUNDS + 4)
    chance, lost = random.Random(9), []
    command = [sys.executable, "-m", "tests.ui.typist"]
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root) as typist:
        for number in range(ROUNDS):
            segment = f"s{number}"
            session = ReviewSession.open(path, "Ana")
            before = session.row(segment).target.text
            session.close()
            # Some are killed within their first second, some after it.
            typed, sure = type_until_killed(typist, path, segment, chance.uniform(0.05, 1.6))
            assert is_sound(path)
            session = ReviewSession.open(path, "Ana")  # no lock is left behind
            text = session.row(segment).target.text
            session.close()
            kept = len(text) - len(before)
            # One more may have been written than was told.
            assert text == before + "".join(itertools.islice(letters(), kept))
            assert sure <= kept <= typed + 1
            lost.append(typed - kept)
        assert typist.stdin is not None
        typist.stdin.close()
    assert sum(lost) / ROUNDS < 40  # half a second of such typing
    assert [p.name for p in tmp_path.iterdir()] == ["a.tgproj"]
