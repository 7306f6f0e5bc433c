"""What the command line's tests share: the commands called in this process, a small article and its draft."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from translator_gui.__main__ import main

Run = Any


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def call(*arguments: object, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.fr.txt"
    path.write_text("Le port est fermé. Il y a 312 voix.\n\nFin de la grève.\n", "utf-8")
    return path


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "a.en.txt"
    path.write_text("The port is closed. There are 321 votes.\n\nEnd of the strike.\n", "utf-8")
    return path


def write_lines(path: Path, *lines: object) -> Path:
    path.write_text("".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines), "utf-8")
    return path
