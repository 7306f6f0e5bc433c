"""The killable child: a hang, a crash, a cancel, and the Portuguese model through it."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import pytest

from tests.engines.conftest import portuguese_folder
from translator_gui.engines.child import Child, ChildLost, command
from translator_gui.engines.firefox_model import LONGEST_PIECE, FirefoxModel, find_files
from translator_gui.kit.errors import Cancelled, EngineError, InputError
from translator_gui.kit.jobs import JobContext

WORKER = """
import json, sys, time
for line in sys.stdin:
    question = json.loads(line)
    if question.get("sleep"):
        time.sleep(question["sleep"])
    if question.get("die"):
        sys.exit(3)
    if question.get("babble"):
        print("not json", flush=True)
    elif question.get("fail"):
        print(json.dumps({"error": "No.", "hint": "Ask otherwise."}), flush=True)
    else:
        print(json.dumps({"ok": True, "echo": question}), flush=True)
"""


@pytest.fixture
def child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Child:
    (tmp_path / "odd_worker.py").write_text(textwrap.dedent(WORKER), encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    return Child("odd_worker", {"start": 1})


@pytest.mark.parametrize(
    ("question", "error"),
    [({"sleep": 60}, "within 0.3 seconds"), ({"die": 1}, "ended"), ({"babble": 1}, "no sense")],
)
def test_a_lost_child_costs_one_question(child: Child, question: dict[str, int], error: str, ctx: JobContext) -> None:
    assert child.ask({"a": "é"}, ctx, 20)["echo"] == {"a": "é"}
    pid = child.pid
    with pytest.raises(ChildLost, match=error):
        child.ask(question, ctx, 0.3 if "sleep" in question else 20)
    assert child.pid is None
    assert child.ask({"b": 2}, ctx, 20)["echo"] == {"b": 2}
    assert child.pid != pid
    child.close()


def test_an_error_answer_keeps_the_child(child: Child, ctx: JobContext) -> None:
    child.ask({}, ctx, 20)
    pid = child.pid
    with pytest.raises(EngineError, match="No"):
        child.ask({"fail": 1}, ctx, 20)
    assert child.pid == pid
    child.close()


def test_cancel_kills_it_at_once(child: Child, ctx: JobContext) -> None:
    child.ask({}, ctx, 20)
    threading.Timer(0.1, ctx.token.cancel).start()
    began = time.monotonic()
    with pytest.raises(Cancelled):
        child.ask({"sleep": 60}, ctx, 60)
    assert time.monotonic() - began < 1.0
    assert child.pid is None


def test_the_current_folder_cannot_slip_a_module_in(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(9)", encoding="utf-8")
    line = command("translator_gui.engines.firefox_worker")
    done = subprocess.run(line, cwd=tmp_path, input=b"", capture_output=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.model
def test_the_portuguese_model_translates_and_survives_what_hangs_the_library(ctx: JobContext) -> None:
    model = FirefoxModel(find_files(portuguese_folder(), "pten"), timeout=1.0)
    assert model.translate("O presidente declarou que a China é importante.", ctx).startswith("The president")
    assert model.translate("x" * 20_000 + " isto é bom.", ctx).startswith("x" * 20_000 + " ")
    with pytest.raises(ChildLost, match="within"):  # straight to the library, which never returns from this
        model._child.ask({"texts": ["x" * 20_000], "timeout": 1.0}, ctx, 1.0)
    answers = model.translate_each(["Bom dia.", "A China cresce."], ctx)
    assert [isinstance(answer, str) for answer in answers] == [True, True]
    model.close()


@pytest.mark.model
def test_long_text_is_not_truncated(ctx: JobContext) -> None:
    model = FirefoxModel(find_files(portuguese_folder(), "pten"))
    text = " ".join(f"O ministro visitou a cidade número {number} na semana passada." for number in range(100, 130))
    assert len(text) > 3 * LONGEST_PIECE
    english = model.translate(text, ctx)
    assert all(str(number) in english for number in range(100, 130))
    model.close()


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs POSIX signals")
@pytest.mark.model
def test_a_child_whose_parent_was_killed_ends(tmp_path: Path) -> None:
    files = find_files(portuguese_folder(), "pten").start()
    script = f"""
import json, sys
from translator_gui.engines.child import Child
from translator_gui.kit.jobs import JobContext
child = Child("translator_gui.engines.firefox_worker", {files!r})
child.ask({{"texts": ["bom"], "timeout": 5}}, JobContext(), 20)
print(child.pid, flush=True)
sys.stdin.read()
"""
    parent = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    parent.kill()
    parent.communicate()
    until = time.monotonic() + 10
    while Path(f"/proc/{pid}/cmdline").exists() and time.monotonic() < until:
        if b"firefox_worker" not in Path(f"/proc/{pid}/cmdline").read_bytes():
            break
    assert time.monotonic() < until


def test_a_folder_without_the_model_says_which_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"model\.fren\.intgemm"):
        find_files(tmp_path, "fren")
