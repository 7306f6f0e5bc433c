"""translator-gui memory and terms, as a person calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translator_gui.cli.main import run
from translator_gui.domain.unit import TranslationUnit
from translator_gui.kit.settings import Settings
from translator_gui.pipeline.workshop import Workshop


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_memory_out_in_and_searched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Workshop(Settings()) as workshop:
        workshop.memory().add([TranslationUnit("La grève dure.", "The strike lasts.", by="Ana", origin="Port")])
    file = tmp_path / "m.tmx"
    assert run(["memory", "export", str(file)]) == 0
    assert run(["memory", "import", str(file)]) == 0
    assert capsys.readouterr().err == "Pairs: 1.\nPairs: 1.\n"
    assert run(["memory", "search", "La grève dur", "--json"]) == 0
    (found,) = lines(capsys)
    assert (found["percent"], found["target"], found["by"], found["origin"]) == (85, "The strike lasts.", "Ana", "Port")
    assert run(["memory", "search", "strike"]) == 0
    assert "The strike lasts." in capsys.readouterr().out


def test_terms_in_out_and_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "t.csv").write_text("source,target,note,forbidden\nKiev,Kiev,,yes\nKiev,Kyiv,,\n", "utf-8")
    assert run(["terms", "import", str(tmp_path / "t.csv")]) == 0
    assert run(["terms", "export", str(tmp_path / "t.tbx"), "--tbx", "2"]) == 0
    assert b"<martif" in (tmp_path / "t.tbx").read_bytes()
    capsys.readouterr()
    assert run(["terms", "list", "kyiv", "--json"]) == 0
    assert lines(capsys) == [{"source": "Kiev", "target": "Kyiv", "forbidden": False, "note": ""}]
    assert run(["terms", "list"]) == 0
    assert "forbidden" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["memory", "import", "none.tmx"], "not found"),
        (["memory", "search", "  "], "nothing to search"),
        (["terms", "import"], "Which file"),
        (["terms", "export", "terms.docx"], "cannot be written"),
    ],
)
def test_what_is_wrong_is_said(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 1
    assert words in capsys.readouterr().err
