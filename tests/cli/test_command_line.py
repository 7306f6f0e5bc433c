"""The commands as other programs call them: what they print, where, and how they end."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from .conftest import Run, write_lines

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


def test_a_download_wants_consent(run: Run) -> None:
    code, out, err = run("engines", "--download", "firefox")
    assert (code, out) == (1, "")
    assert "MB, licence" in err
    assert "--yes" in err
    assert run("engines", "--download", "pivot")[0] == 1
