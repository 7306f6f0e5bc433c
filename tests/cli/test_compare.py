"""translator-gui compare: two reviewers of one project, or of two copies of it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.review.quality_material import do, made
from translator_gui.cli import main as cli
from translator_gui.domain.finding import Severity
from translator_gui.domain.span import Side, Span
from translator_gui.review import annotations
from translator_gui.review.quality_session import QualitySession
from translator_gui.review.session import ReviewSession


def review(path: Path, user: str, *marks: tuple[str, int, int]) -> None:
    with ReviewSession.open(path, user) as session:
        quality = QualitySession.start(session)
        for segment, start, end in marks:
            span = Span(start, end)
            do(session, annotations.mark(session, segment, Side.TARGET, span, "accuracy/omission", Severity.MAJOR))
        quality.finish()
        quality.close()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "a.tgproj"
    made(path).close()
    return path


def compared(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict:
    capsys.readouterr()
    assert cli.run(["compare", *map(str, arguments), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_two_reviewers_of_one_project(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    review(project, "Ana", ("s0", 0, 3), ("s1", 0, 3))
    review(project, "Ben", ("s1", 0, 3), ("s2", 0, 3))
    told = compared(capsys, project)
    agreement = told["agreement"]
    counts = [agreement[key] for key in ("both", "only_first", "only_second", "neither")]
    assert (agreement["first"], agreement["second"], counts) == ("Ana", "Ben", [1, 1, 1, agreement["segments"] - 3])
    # Observed (1 + n) / (3 + n), by chance (2 x 2 + (1 + n)²) / (3 + n)², with n segments that neither flagged.
    n = agreement["neither"]
    observed, chance = (1 + n) / (3 + n), (4 + (1 + n) ** 2) / (3 + n) ** 2
    assert agreement["kappa"] == pytest.approx((observed - chance) / (1 - chance))
    assert agreement["exact_f1"] == pytest.approx(0.5)
    differ = [(each["segment"], bool(each["first"]), bool(each["second"])) for each in told["differences"]]
    assert differ == [("s0", True, False), ("s2", False, True)]


def test_copies_of_a_project(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "b.tgproj"
    shutil.copy(project, copy)
    review(project, "Ana", ("s0", 0, 3))
    review(copy, "Ben", ("s0", 0, 5))
    told = compared(capsys, project, copy)
    assert (told["agreement"]["first"], told["agreement"]["second"]) == ("Ana", "Ben")
    assert told["agreement"]["exact_f1"] == 0
    assert told["agreement"]["character_f1"] == pytest.approx(2 * 3 / (3 + 5))
    assert [each["segment"] for each in told["differences"]] == ["s0"], "the same segment, other words"
    assert cli.run(["compare", str(project), str(copy)]) == 0
    assert "Cohen’s kappa" in capsys.readouterr().out


def test_what_cannot_be_compared(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    review(project, "Ana")
    assert cli.run(["compare", str(project)]) == 1
    assert "two reviewers" in capsys.readouterr().err
    assert cli.run(["compare", str(project), "--first", "nobody"]) == 1
    assert "Ana" in capsys.readouterr().err
