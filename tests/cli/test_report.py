"""translator-gui report: from a project to a file, without a window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.review.quality_material import do, made
from translator_gui.cli import main as cli
from translator_gui.domain.finding import Severity
from translator_gui.domain.span import Side, Span
from translator_gui.review import annotations
from translator_gui.review.quality_session import QualitySession
from translator_gui.review.session import ReviewSession


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "a.tgproj"
    for user, severity in (("Ana", Severity.MAJOR), ("Ben", Severity.MINOR)):
        with made(path) if user == "Ana" else ReviewSession.open(path, user) as session:
            quality = QualitySession.start(session)
            do(session, annotations.mark(session, "s0", Side.TARGET, Span(0, 3), "accuracy/omission", severity))
            quality.finish()
            quality.close()
    return path


def session_ids(project: Path) -> list[str]:
    from translator_gui.review.quality_session import records

    with ReviewSession.open(project, read_only=True) as session:
        return [each.id for each in records(session)]


@pytest.mark.parametrize("format_id", ["html", "pdf", "xlsx", "json", "tsv", "docx"])
def test_every_format(project: Path, format_id: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = project.with_name(f"report.{format_id}")
    assert cli.run(["report", str(project), "-o", str(out)]) == 0
    assert capsys.readouterr().out.strip() == str(out)
    assert out.stat().st_size > 0


def test_the_last_session_or_another(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, ana = project.with_name("r.json"), session_ids(project)[0]
    assert cli.run(["report", str(project), "-o", str(out), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    # 27 words, one minor error: (1 - 1 / 27) x 100
    assert (told["errors"], told["passed"], told["quality"]) == (1, True, pytest.approx(2600 / 27))
    assert cli.run(["report", str(project), "-o", str(out), "--json", "--session", ana]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["passed"], told["quality"]) == (False, pytest.approx(2200 / 27))
    assert json.loads(out.read_text())["reviewer"] == "Ana"
    assert cli.run(["report", str(project), "-o", str(out), "--compare", ana]) == 0
    assert json.loads(out.read_text())["agreement"]["exact_f1"] == 1


def test_what_is_not_there(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = str(project.with_name("r.html"))
    assert cli.run(["report", str(project), "-o", out, "--session", "nobody"]) == 1
    assert "(Ana)" in capsys.readouterr().err
    assert cli.run(["report", str(project), "-o", str(project.with_name("r.ps"))]) == 1
    assert "html" in capsys.readouterr().err
    assert cli.run(["report", str(project.with_name("no.tgproj")), "-o", out]) == 1
