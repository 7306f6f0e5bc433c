"""The program as a whole, mostly as a process of its own: version, help, pipes, what a command imports."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from translator_gui import __version__
from translator_gui.cli import asked

from .conftest import Run, write_lines


def test_version_and_help(run: Run) -> None:
    assert run("--version")[1] == f"translator-gui {__version__}\n"
    code, out, _ = run("--help")
    assert code == 0
    assert all(name in out for name in asked.COMMANDS)
    for name in asked.COMMANDS:
        assert run(name, "--help")[0] == 0


def test_a_file_is_for_the_window() -> None:
    assert not asked.wanted(["article.txt"])
    assert not asked.wanted([])
    assert asked.wanted(["segment", "--json"])


def call(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "translator_gui", *arguments]
    return subprocess.run(command, capture_output=True, timeout=60, check=False, **options)


def test_the_real_program() -> None:
    done = call("segment", "--lang", "fr", "--json", input="Il pleut. Été pourri.".encode())
    assert [json.loads(line)["text"] for line in done.stdout.splitlines()] == ["Il pleut.", "Été pourri."]
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_closed_pipe_is_no_error() -> None:
    text = ("Une phrase. " * 20_000).encode()
    command = [sys.executable, "-m", "translator_gui", "segment", "--json"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(text)
        process.stdin.close()
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


def test_a_command_imports_nothing_heavy() -> None:
    code = (
        "import sys; from translator_gui.__main__ import main; main(['segment', '--json']);"
        "print(*[m for m in ('PySide6', 'rich.table', 'numpy', 'lxml', 'docx', 'sacrebleu') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], input=b"", capture_output=True, timeout=60, check=True)
    assert done.stdout.strip() == b""


def test_several_processes_give_the_same_bytes(tmp_path: Path) -> None:
    lines = [{"id": n, "source": f"Il y a {n} voix.", "target": f"There are {n + n % 7} votes."} for n in range(150)]
    pairs = write_lines(tmp_path / "p.jsonl", *lines)
    home = {**os.environ, "TRANSLATOR_GUI_HOME": str(tmp_path / "home")}
    answers = [
        call("score", "--pairs", str(pairs), "--json", "--profile", "rules", "--jobs", jobs, env=home).stdout
        for jobs in ("1", "2")
    ]
    assert answers[0] == answers[1]
    assert len(answers[0].splitlines()) == 150
