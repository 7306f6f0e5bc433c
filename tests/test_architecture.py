"""The fences of the house: import contracts, file names, Qt only in ui."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FORBIDDEN_NAMES = {"utils", "helpers", "manager", "common", "misc", "base"}


def test_import_contracts() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100)
    assert result.returncode == 0, result.stdout + result.stderr


def test_no_file_is_called_utils() -> None:
    named = [p for p in (ROOT / "translator_gui").rglob("*.py") if p.stem in FORBIDDEN_NAMES]
    assert named == []
