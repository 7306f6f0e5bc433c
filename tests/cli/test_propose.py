"""``propose`` and ``demo``, with engines of the tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from translator_gui.cli import asked
from translator_gui.cli import main as cli

from .conftest import Run


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
