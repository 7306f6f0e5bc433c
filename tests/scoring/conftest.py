"""Scorers and models are loaded once for all tests of this room; what needs an extra skips without it."""

from __future__ import annotations

import pytest

from translator_gui.checks.runner import run_checks
from translator_gui.kit.jobs import JobContext
from translator_gui.scoring.e5 import E5, load_e5
from translator_gui.scoring.e5_file import weights_path
from translator_gui.scoring.likelihood import Prober, load_prober, model_parts
from translator_gui.scoring.scorer import SegmentScorer, build_scorer


@pytest.fixture(scope="session")
def ctx() -> JobContext:
    return JobContext()


@pytest.fixture(scope="session")
def e5() -> E5:
    if weights_path() is None:
        pytest.skip("the extra “semantic” is not installed")
    return load_e5()


@pytest.fixture(scope="session")
def prober() -> Prober:
    if model_parts() is None:
        pytest.skip("the extra “local” is not installed")
    return load_prober()


@pytest.fixture(scope="session")
def rules_scorer() -> SegmentScorer:
    return build_scorer("rules", 5, run_checks)


@pytest.fixture(scope="session")
def fast_scorer(e5: E5) -> SegmentScorer:
    return build_scorer("fast", 5, run_checks)


@pytest.fixture(scope="session")
def full_scorer(e5: E5, prober: Prober) -> SegmentScorer:
    return build_scorer("full", 5, run_checks)
