"""The commands as other programs call them: what they print, where, and how they end."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from translator_gui import __version__
from translator_gui.__main__ import main
from translator_gui.cli import asked
from translator_gui.cli import main as cli

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


# -- segment


def test_segment_gives_offsets_into_the_input(run: Run) -> None:
    text = "\ufeff « Oui. »\r\n\r\nM. Dupont est là. 😀 Bien."
    code, out, err = run("segment", "--lang", "fr", "--json", stdin=text.encode())
    assert (code, err) == (0, "")
    rows = [json.loads(line) for line in out.splitlines()]
    assert [set(row) for row in rows] == [{"start", "end", "text"}] * len(rows)
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)
    assert rows[1]["text"] == "M. Dupont est là."
    left = "".join(text[a["end"] : b["start"]] for a, b in pairwise(rows))
    assert left.strip() == ""
    assert out.isascii()


def test_segment_without_json(run: Run) -> None:
    assert run("segment", stdin=b"Il pleut. Il neige.")[1] == "Il pleut.\nIl neige.\n"
    assert run("segment", "--json", stdin=b"")[:2] == (0, "")


def test_segment_refuses_other_encodings(run: Run) -> None:
    code, out, err = run("segment", "--json", stdin="été".encode("latin-1"))
    assert (code, out) == (1, "")
    assert "UTF-8" in err
    assert "Traceback" not in err


# -- score


def write_lines(path: Path, *lines: object) -> Path:
    path.write_text("".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines), "utf-8")
    return path


def test_score_pairs(run: Run, tmp_path: Path) -> None:
    pairs = write_lines(
        tmp_path / "p.jsonl",
        {"id": 7, "source": "Il y a 312 voix.", "target": "There are 321 votes."},
        {"id": "b", "source": "Il y a 312 voix.", "target": "There are 312 votes."},
        {"id": None, "source": "\ud800 abc", "target": None},
        {"id": ["x"], "source": "", "target": ""},
    )
    code, out, err = run("score", "--pairs", pairs, "--json", "--profile", "rules", "--false-flags", "5")
    assert (code, err) == (0, "")
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row["id"] for row in rows] == [7, "b", None, ["x"]]
    keys = {"id", "order", "divergence", "flagged", "words", "findings", "signature"}
    assert all(set(row) == keys for row in rows)
    assert rows[0]["flagged"]
    assert not rows[1]["flagged"]
    assert rows[0]["order"] > rows[1]["order"]
    [word] = [word for word in rows[0]["words"] if word["side"] == "target"]
    assert "There are 321 votes."[word["start"] : word["end"]] == "321"
    assert out.isascii()
    assert run("score", "--pairs", pairs, "--json", "--profile", "rules", "--fail-flagged")[0] == 2


def test_bad_lines_keep_the_answers_in_step(run: Run, tmp_path: Path) -> None:
    good = {"id": "ok", "source": "Oui.", "target": "Yes."}
    pairs = write_lines(tmp_path / "p.jsonl", "not json", good, "", {"id": "c", "source": "x"}, "[1]", good)
    code, out, err = run("score", "--pairs", pairs, "--json", "--profile", "rules")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert [row["id"] for row in rows] == [None, "ok", "c", None, "ok"]
    messages = [row["findings"][0]["message"] for row in rows if row["signature"] == "tg:input"]
    assert [message.split(" is ")[0].split(" lacks ")[0] for message in messages] == ["Line 1", "Line 4", "Line 5"]
    assert all(message in err for message in messages)


def test_nan_is_not_printed() -> None:
    from translator_gui.cli.console import _finite

    assert _finite({"a": [float("nan"), float("inf"), 1.23456789]}) == {"a": [None, None, 1.234568]}


@pytest.mark.parametrize(
    "arguments",
    [
        ("score",),
        ("score", "missing.txt"),
        ("score", "--pairs", "missing.jsonl"),
        ("score", "--nonsense"),
        ("score", "--pairs", ".", "--profile", "rules"),
        ("check", "missing.txt"),
        ("export", "missing.txt", "-o", "x.tmx"),
        ("propose", "missing.txt"),
        ("nonsense", "--x"),
        ("--nonsense",),
        ("a.txt", "b.txt"),
    ],
)
def test_errors_are_told_and_end_with_1(run: Run, arguments: tuple[str, ...]) -> None:
    code, out, err = run(*arguments)
    assert code == 1
    assert out == ""
    assert err
    assert "Traceback" not in err


@pytest.mark.parametrize("option", [("--profile", "best"), ("--jobs", "-1"), ("--false-flags", "100")])
def test_wrong_values(run: Run, tmp_path: Path, option: tuple[str, str]) -> None:
    pairs = write_lines(tmp_path / "p.jsonl", {"id": 1, "source": "a", "target": "b"})
    code, _, err = run("score", "--pairs", pairs, "--json", *option)
    assert code == 1
    assert "Error:" in err


def test_score_of_a_file_and_its_draft(run: Run, article: Path, draft: Path) -> None:
    code, out, _ = run("score", article, draft, "--json", "--profile", "rules")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [row["flagged"] for row in rows] == [False, True, False]
    code, out, _ = run("score", article, draft, "--profile", "rules")
    assert "There are 321 votes." in " ".join(out.split())
    assert run("score", article, "--profile", "rules")[0] == 1


# -- check, export, engines


def test_check(run: Run, article: Path, draft: Path) -> None:
    code, out, _ = run("check", article, draft, "--json")
    assert code == 2
    segments = json.loads(out)["segments"]
    assert [[f["code"] for f in s["findings"]] for s in segments] == [[], ["number.swapped"], []]
    draft.write_text("The port is closed. There are 312 votes.\n\nEnd of the strike.\n", "utf-8")
    assert run("check", article, draft)[0] == 0


@pytest.mark.parametrize("name", ["a.tmx", "a.xlf", "a.xliff", "a.tsv", "a.csv", "a.jsonl"])
def test_export_and_open_again(run: Run, article: Path, draft: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    code, text, err = run("export", article, "--draft", draft, "-o", out)
    assert (code, text, err) == (0, f"{out}\n", "")
    again = tmp_path / "again.jsonl"
    code, text, _ = run("export", out, "-o", again, "--json", "--no-findings")
    assert json.loads(text) == {"files": [str(again)], "segments": 3, "left_out": 0, "warnings": []}
    pairs = [json.loads(line) for line in again.read_text("utf-8").splitlines()]
    assert [(p["source"], p["target"]) for p in pairs][1] == ("Il y a 312 voix.", "There are 321 votes.")
    assert run("check", out)[0] == 2


def test_export_of_a_project(run: Run, article: Path, draft: Path, tmp_path: Path) -> None:
    from translator_gui.pipeline.intake import read_file, with_draft
    from translator_gui.store.project_file import ProjectFile

    project = tmp_path / "a.tgproj"
    ProjectFile.create(project, with_draft(read_file(article), draft.read_text("utf-8"))).close()
    out = tmp_path / "a.txt"
    assert run("export", project, "-o", out)[0] == 0
    assert out.read_text("utf-8") == "The port is closed. There are 321 votes.\n\nEnd of the strike.\n"
    assert run("export", project, "-o", out, "--only-confirmed")[0] == 1
    assert run("check", project, draft)[0] == 1


def test_untranslated_text_is_told(run: Run, article: Path, tmp_path: Path) -> None:
    code, _, err = run("export", article, "-o", tmp_path / "a.md")
    assert code == 0
    assert "3 segments have no translation" in err


def test_engines(run: Run) -> None:
    code, out, _ = run("engines", "--json")
    assert code == 0
    rows = {row["name"]: row for row in json.loads(out)["engines"]}
    assert {"offline", "firefox", "pivot", "local"} <= set(rows)
    for row in rows.values():
        assert row["available"] or row["missing"]
    code, out, _ = run("engines")
    assert all(name in out for name in rows)


# -- propose, with an engine of the tests


class Echo:
    name, title, online = "echo", "Echo", False

    def __init__(self, options: object) -> None:
        self.seen: list[Any] = []

    def availability(self) -> Any:
        from translator_gui.domain.candidate import Availability

        return Availability(True)

    def signature(self) -> str:
        return "echo|1"

    def translate(self, requests: Any, ctx: Any) -> Any:
        from translator_gui.domain.candidate import Candidate, Proposal

        return [
            Proposal(r.id, error="No answer.", hint="Try again.")
            if "312" in r.text
            else Proposal(r.id, (Candidate(r.text.upper(), "echo", score=90.0), Candidate(r.text, "echo")))
            for r in requests
        ]

    def close(self) -> None:
        pass


class Online(Echo):
    name, title, online = "online", "Online", True


class Interrupted(Echo):
    def translate(self, requests: Any, ctx: Any) -> Any:
        raise KeyboardInterrupt


@pytest.fixture
def engines(monkeypatch: pytest.MonkeyPatch) -> None:
    from translator_gui.engines.catalogue import ENGINES

    monkeypatch.setattr(ENGINES, "_table", dict(ENGINES._table))
    for kind in (Echo, Online, Interrupted):
        ENGINES.add(kind.__name__.lower(), f"{__name__}:{kind.__name__}")


@pytest.mark.usefixtures("engines")
def test_propose(run: Run, article: Path) -> None:
    code, out, err = run("propose", article, "--engine", "echo", "--json")
    assert code == 0
    assert "1 of 3 segments: No answer. Try again." in err
    segments = json.loads(out)["segments"]
    assert [set(segment) for segment in segments] == [{"id", "source", "excluded", "candidates"}] * 3
    assert segments[0]["candidates"] == [
        {"text": "LE PORT EST FERMÉ.", "engine": "echo", "score": 90.0},
        {"text": "Le port est fermé.", "engine": "echo", "score": None},
    ]
    assert segments[1]["candidates"] == []
    assert "LE PORT EST FERMÉ." in run("propose", article, "--engine", "echo")[1]


@pytest.mark.usefixtures("engines")
def test_an_online_engine_wants_consent(run: Run, article: Path) -> None:
    code, out, err = run("propose", article, "--engine", "online", "--json")
    assert (code, out) == (1, "")
    assert "--online" in err
    assert run("propose", article, "--engine", "online", "--json", "--online")[0] == 0


@pytest.mark.usefixtures("engines")
def test_ctrl_c(run: Run, article: Path) -> None:
    code, out, err = run("propose", article, "--engine", "interrupted", "--json")
    assert (code, out, err) == (130, "", "Cancelled.\n")


def test_unknown_engine(run: Run, article: Path) -> None:
    code, _, err = run("propose", article, "--engine", "nobody")
    assert code == 1
    assert "Known:" in err


# -- the program as a whole


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


# -- demo


@pytest.mark.usefixtures("engines")
def test_demo_without_a_display(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    grabbed: list[Path] = []
    desktop = asked.Desktop(lambda: False, lambda: 99, lambda project, png: grabbed.extend((project, png)))
    code = cli.run(["demo", "--out", str(tmp_path), "--engine", "echo", "--profile", "rules"], desktop)
    out, err = capsys.readouterr()
    assert code == 0
    assert "Divergence by segment" in out
    assert out.rstrip().endswith(f"Everything is in {tmp_path}")
    names = {path.suffix for path in tmp_path.iterdir()}
    assert names == {".tmx", ".xliff", ".xlf", ".tsv", ".tgproj"}
    assert grabbed == [tmp_path / "kermoran-port-strike.tgproj", tmp_path / "window.png"]
    assert "34 segments scored" in err
    code = cli.run(["demo", "--out", str(tmp_path), "--engine", "echo", "--profile", "rules"], desktop)
    assert code == 0  # and again


def test_demo_with_a_display_opens_the_window(tmp_path: Path) -> None:
    desktop = asked.Desktop(lambda: True, lambda: 7, lambda project, png: None)
    assert cli.run(["demo", "--out", str(tmp_path)], desktop) == 7
    assert list(tmp_path.iterdir()) == []


def test_a_download_wants_consent(run: Run) -> None:
    code, out, err = run("engines", "--download", "firefox")
    assert (code, out) == (1, "")
    assert "MB, licence" in err
    assert "--yes" in err
    assert run("engines", "--download", "pivot")[0] == 1
