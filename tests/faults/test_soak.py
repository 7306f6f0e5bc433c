"""Two minutes of the soak test; `python -m tests.benchmarks.soak` runs thirty."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

MINUTES = float(os.environ.get("TRANSLATOR_GUI_SOAK_MINUTES", "2"))


@pytest.mark.slow
@pytest.mark.timeout(MINUTES * 60 + 300)
def test_memory_stays_flat_and_nothing_is_left_over() -> None:
    command = [sys.executable, "-m", "tests.benchmarks.soak", "--minutes", str(MINUTES)]
    root = Path(__file__).resolve().parents[2]
    ran = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert ran.stdout, ran.stderr[-2000:]
    verdict = json.loads(ran.stdout)
    assert verdict["ok"], verdict
    assert verdict["rounds"] >= 40
