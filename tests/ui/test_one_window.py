"""A second start hands its file to the open window and ends: real processes, no display."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QDialog

from translator_gui.ui.app import application
from translator_gui.ui.one_window import Door, receive

from .real_window import Reader

PATIENCE = 60.0


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A short path: the system allows a socket about a hundred bytes."""
    with tempfile.TemporaryDirectory(prefix="tg") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


@pytest.fixture
def start(runtime: Path, tmp_path: Path) -> Iterator[Callable[[str], subprocess.Popen[bytes]]]:
    """Starts the program with an article of that name."""
    running: list[subprocess.Popen[bytes]] = []
    root = Path(__file__).resolve().parents[2]

    def begin(name: str, *options: str) -> subprocess.Popen[bytes]:
        article = tmp_path / f"{name}.txt"
        article.write_text(f"Le port de {name} est fermé. Les dockers sont en grève.", encoding="utf-8")
        # Relative: the other process has a folder of its own.
        command = [sys.executable, "-m", "translator_gui", *options, article.name]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root), *filter(None, sys.path)])}
        running.append(subprocess.Popen(command, cwd=tmp_path, env=environment))
        return running[-1]

    yield begin
    for process in running:
        process.kill()
        process.wait()


def until(done: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end, "nothing came of it"
        time.sleep(0.05)


@pytest.mark.skipif(sys.platform == "win32", reason="needs XDG_RUNTIME_DIR")
def test_the_second_start_ends_and_the_first_opens_its_file(start, tmp_path: Path, runtime: Path) -> None:
    first = start("un")
    until((tmp_path / "un.tgproj").exists)
    second = start("deux")
    assert second.wait(PATIENCE) == 0
    until((tmp_path / "deux.tgproj").exists)
    assert first.poll() is None

    # The window is killed: its lock and socket stay behind, and hinder nobody.
    first.kill()
    first.wait()
    assert list(runtime.rglob("*.lock"))
    third = start("trois")
    until((tmp_path / "trois.tgproj").exists)
    assert third.poll() is None


@pytest.fixture
def door(qapp, runtime: Path) -> Iterator[Door]:
    made = Door(application())
    assert made.own()
    yield made
    made.close()


def test_only_one_has_the_door_until_it_closes(door: Door) -> None:
    other = Door(application())
    assert not other.own()
    door.close()
    assert other.own()
    other.close()


def test_nonsense_is_not_a_file(door: Door, qtbot) -> None:
    arrived = []
    door.filesArrived.connect(lambda *given: arrived.append(given))
    for letter in (b"rubbish\n", b'{"files": 3, "token": ""}\n', b"x" * 100_000):
        socket = QLocalSocket()
        socket.connectToServer(door.address)
        assert socket.waitForConnected(1000)
        socket.write(letter)
        qtbot.waitUntil(lambda socket=socket: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    assert not arrived


def test_a_file_waits_while_a_question_is_open(qtbot, tmp_path: Path) -> None:
    article = tmp_path / "quatre.txt"
    article.write_text("Il pleut.", encoding="utf-8")
    reader = Reader(qtbot)
    question = QDialog(reader.window)
    question.setModal(True)
    question.show()
    receive(reader.window, [article], "")
    assert not reader.desk.runner.jobs()
    question.reject()
    reader.opened()
    assert reader.session.path.stem == "quatre"
    reader.close()
