"""Divergence, its parts, thresholds; trees; the memory of what was measured."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_gui.scoring.cache import Memory
from translator_gui.scoring.calibration import RATES, interpolate
from translator_gui.scoring.combine import BASE, divergence, load_model
from translator_gui.scoring.trees import Trees

FEATURES = {
    "rules.hard.number.differs": st.sampled_from([0.0, 1.0]),
    "rules.hard.of.tomorrow": st.sampled_from([0.0, 1.0]),
    "rules.major.name.missing": st.sampled_from([0.0, 1.0]),
    "words.segment": st.floats(-8, 8),
    "meaning.far": st.floats(0, 1.5),
    "agreement.chrf": st.floats(0, 1),
}
PROFILES = ["rules", "fast", "full"]


@pytest.mark.parametrize("profile", PROFILES)
@given(st.fixed_dictionaries({}, optional=FEATURES))
def test_parts_sum_to_the_divergence(profile: str, features: dict[str, float]) -> None:
    figure, parts = divergence(load_model(profile), features, {})
    assert 0 <= figure <= 100
    assert sum(part.points for part in parts) == pytest.approx(figure, abs=1e-6)
    assert parts[-1].signal == BASE


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("name", ["rules.hard.of.tomorrow", "meaning.far"])
def test_evidence_raises_the_divergence(profile: str, name: str) -> None:
    model = load_model(profile)
    calm, _ = divergence(model, {}, {})
    worse, _ = divergence(model, {name: 1.0}, {})
    assert worse > calm or (profile == "rules" and name == "meaning.far")


@pytest.mark.parametrize("profile", PROFILES)
def test_stricter_rates_have_higher_thresholds(profile: str) -> None:
    calibration = load_model(profile).calibration
    limits = [calibration.threshold(rate) for rate in RATES]
    assert limits == sorted(limits, reverse=True)


@pytest.mark.parametrize("rate", [2, 5, 10, 20])
@pytest.mark.parametrize("profile", ["fast", "full"])
def test_a_threshold_tells_its_rate(profile: str, rate: float) -> None:
    calibration = load_model(profile).calibration
    assert calibration.false_flags(calibration.threshold(rate)) == pytest.approx(rate, abs=1.5)


def test_one_hard_finding_is_enough_at_five_percent() -> None:
    for profile in PROFILES:
        model = load_model(profile)
        hard = [name for name in model.flag.weights if name.startswith("rules.hard.")]
        assert len(hard) > 15
        for name in hard:
            assert divergence(model, {name: 1.0}, {})[0] > model.calibration.threshold(5), (profile, name)


@given(st.floats(-5, 5))
def test_interpolation_stays_between_its_ends(x: float) -> None:
    assert 10 <= interpolate(x, [-1.0, 0.0, 2.0], [10.0, 12.0, 30.0]) <= 30


def test_trees_follow_their_branches() -> None:
    inf = np.float32(np.inf)
    trees = Trees(
        roots=np.array([0, 3], np.int32),
        feature=np.array([0, 0, 0, 1, 0, 0], np.int16),
        threshold=np.array([0.5, inf, inf, -1, inf, inf], np.float32),
        left=np.array([1, 1, 2, 4, 4, 5], np.int32),
        right=np.array([2, 1, 2, 5, 4, 5], np.int32),
        value=np.array([0, 1, 2, 0, 10, 20], np.float32),
        bias=0.25,
        depth=1,
    )
    samples = np.array([[0.5, -1], [0.6, 0]], np.float32)
    assert trees.decide(samples).tolist() == [11.25, 22.25]
    again = Trees.from_arrays(trees.arrays("x"), "x")
    assert again.decide(samples).tolist() == [11.25, 22.25]
    assert trees.decide(np.zeros((0, 2), np.float32)).shape == (0,)


def test_memory_asks_once_for_equal_keys_and_forgets_the_oldest() -> None:
    asked: list[str] = []

    def make(keys: list[str]) -> list[str]:
        asked.extend(keys)
        return [key.upper() for key in keys]

    memory: Memory[str, str] = Memory(2)
    assert memory.all(["a", "b", "a"], make) == ["A", "B", "A"]  # type: ignore[arg-type]
    assert memory.all(["b", "c"], make) == ["B", "C"]  # type: ignore[arg-type]
    assert asked == ["a", "b", "c"]
    assert memory.get("a") is None
