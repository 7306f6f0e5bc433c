"""A large TMX passes through as a stream: what it takes does not grow with it."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("resource")  # not on Windows

from tests.benchmarks.tmx import measure, read, write

COUNT = 20_000


def test_twenty_thousand_units(tmp_path: Path) -> None:
    path = tmp_path / "large.tmx"
    for work in (write, read):
        done, _, most = measure(work, path, COUNT)
        assert done == COUNT
        assert most < 300
