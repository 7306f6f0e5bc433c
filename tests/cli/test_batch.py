"""translator-gui batch as a person runs it: stopped, killed, gone on with."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.pipeline.made_articles import make_pairs
from tests.pipeline.test_batch import written
from translator_gui.cli.main import run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
FAST = ("--engine", "none", "--profile", "rules", "--aligner", "fast")


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "translator_gui", "batch", *map(str, arguments)]


def batch(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*arguments), capture_output=True, text=True, timeout=100)


def told(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    """The command in this process: exit code, standard output, standard error."""
    code = run(["batch", *map(str, arguments)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def interrupt(out: Path, number: int, after: int, *arguments: str | Path) -> int:
    """Start the command, send it a signal when ``after`` articles are noted, and say how it ended."""
    process = subprocess.Popen(command(*arguments), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    journal = out / ".translator-gui-batch" / "journal.jsonl"
    end = time.monotonic() + 90
    while process.poll() is None and time.monotonic() < end:
        if journal.exists() and journal.read_bytes().count(b"\n") >= after:
            process.send_signal(number)
            break
        time.sleep(0.02)
    return process.wait(60)


def test_interrupted_twice_then_complete(tmp_path: Path) -> None:
    make_pairs(tmp_path / "in", 16)
    out = tmp_path / "out"
    arguments = (tmp_path / "in", "--out", out, *FAST, "--corpus", "tmx,moses")
    assert interrupt(out, signal.SIGINT, 3, *arguments) == 130
    assert interrupt(out, signal.SIGKILL, 8, *arguments, "--jobs", "2") == -signal.SIGKILL
    assert not (out / "corpus.tmx").exists()

    result = batch(*arguments, "--json")
    assert result.returncode == 0, result.stderr
    counts = json.loads(result.stdout)
    assert (counts["articles"], counts["failed"]) == (16, 0)
    assert 6 <= counts["kept"] < 16
    summary = json.loads((out / "batch-summary.json").read_text(encoding="utf-8"))
    assert sorted(line["name"] for line in summary["lines"]) == [f"part-000/article-{n:05}" for n in range(16)]

    other = tmp_path / "at once"
    assert batch(tmp_path / "in", "--out", other, *FAST, "--corpus", "tmx,moses").returncode == 0
    assert written(out) == written(other)


def test_exit_code_2_for_a_bad_article_and_progress_on_stderr(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_pairs(tmp_path / "in", 2)
    (tmp_path / "in" / "bad.html").write_bytes(b"")
    code, out, err = told(capsys, tmp_path / "in", "--out", tmp_path / "out", *FAST)
    assert code == 2
    assert "bad.html" in err
    assert "2 of 3 articles done" in err
    assert out.splitlines()[-1].endswith("batch-summary.html")


def test_a_format_that_some_articles_cannot_have_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_pairs(tmp_path / "in", 2)
    code, _, err = told(capsys, tmp_path / "in", "--out", tmp_path / "out", *FAST, "--formats", "txt,odt,epub")
    assert code == 0
    assert "Warning, 2 articles: Only an article that came from an OpenDocument text" in err
    assert "Warning, 2 articles: Only an article that came from an EPUB book" in err
    assert {path.suffix for path in (tmp_path / "out").rglob("article-*")} == {".txt"}


def test_a_recipe_is_printed_and_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_pairs(tmp_path / "in", 2)
    code, printed, _ = told(capsys, "--print-recipe", *FAST, "--formats", "tsv,docx", "--max-divergence", "60")
    assert code == 0
    recipe = tmp_path / "recipe.toml"
    recipe.write_text(printed, encoding="utf-8")
    code, _, err = told(capsys, tmp_path / "in", "--out", tmp_path / "out", "--recipe", recipe, "--formats", "tsv")
    assert code == 0, err
    made = sorted(path.name for path in (tmp_path / "out" / "part-000").iterdir())
    assert made == ["article-00000.tsv", "article-00001.tsv"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere", "--out", "out"), "was not found"),
        (("--out", "out"), "Give the articles"),
        ((".", "--out", "out", "--formats", "none"), "Nothing would be written"),
        ((".", "--out", "out", "--engine", "google"), "--online"),
        ((".", "--out", "out", "--engine", "goggle"), "no engine"),
        ((".", "--out", "out", "--jobs", "0"), "at least 1"),
    ],
)
def test_what_cannot_be_is_said(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Bonjour.", encoding="utf-8")
    code, _, err = told(capsys, *arguments)
    assert code == 1
    assert said in err


@pytest.mark.slow
@pytest.mark.timeout(300)  # three runs of the program
def test_a_folder_of_two_hundred_articles(tmp_path: Path) -> None:
    """The story of a new user: one command, interrupted twice, resumed; what came out opens in another tool."""
    from translate.storage import tmx

    make_pairs(tmp_path / "in", 200)
    out = tmp_path / "out"
    arguments = (tmp_path / "in", "--out", out, *FAST, "--corpus", "tmx", "--formats", "tmx,xliff12", "--jobs", "2")
    assert interrupt(out, signal.SIGINT, 30, *arguments) == 130
    assert interrupt(out, signal.SIGKILL, 90, *arguments) == -signal.SIGKILL
    result = batch(*arguments, "--json")
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["articles"] == 200
    assert len(list(out.rglob("article-*.tmx"))) == len(list(out.rglob("article-*.xlf"))) == 200

    with (out / "corpus.tmx").open("rb") as handle:
        store = tmx.tmxfile(handle, "fr", "en")
    assert len(store.units) == 800
    articles = {unit.xmlelement.get("tuid").split("#")[0] for unit in store.units}
    assert len(articles) == 200
    with (out / "part-003" / "article-00199.tmx").open("rb") as handle:
        assert len(tmx.tmxfile(handle, "fr", "en").units) == 4
