"""Many measurements, one divergence: a linear model over features, its parts shown as points that add up.

The weights are data (resources/scoring/model.json), fitted by tests/benchmarks/train_scorer.py.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..domain.score import Contribution, SignalValue
from ..kit.errors import FormatError
from ..kit.paths import resource
from .calibration import Calibration, logistic

FORMAT = 1
BASE = "base"
Features = Mapping[str, float]


@dataclass(frozen=True)
class Weight:
    """A feature's part is weight · (clipped value − neutral); a feature that was not measured has no part."""

    neutral: float
    weight: float
    low: float = -1e9
    high: float = 1e9

    def part(self, value: float) -> float:
        return self.weight * (min(max(value, self.low), self.high) - self.neutral)


@dataclass(frozen=True)
class Linear:
    """weights are by "signal.feature"; ``bias`` is the score of a good, unremarkable translation.

    A feature without a weight has that of "signal.kind" when its name is "signal.kind.…": a check that was not there
    when the weights were fitted counts like others of its severity.
    """

    bias: float
    weights: Mapping[str, Weight]

    def parts(self, features: Features) -> dict[str, float]:
        """What each signal adds to the score; a signal is what stands before the first dot."""
        found: dict[str, float] = defaultdict(float)
        for name, value in features.items():
            signal, _, rest = name.partition(".")
            weight = self.weights.get(name) or self.weights.get(f"{signal}.{rest.partition('.')[0]}")
            if weight is not None:
                found[signal] += weight.part(value)
        return dict(found)

    def score(self, features: Features) -> float:
        return self.bias + sum(self.parts(features).values())


@dataclass(frozen=True)
class Model:
    """What a profile needs: flag (calibrated to the divergence), order (for ranking), both over the same features."""

    profile: str
    version: str
    flag: Linear
    order: Linear
    calibration: Calibration


def features_of(values: Sequence[SignalValue]) -> dict[str, float]:
    """All signals' features under "signal.feature"."""
    return {f"{value.signal}.{name}": number for value in values for name, number in value.features}


def divergence(model: Model, features: Features, details: Mapping[str, str]) -> tuple[float, tuple[Contribution, ...]]:
    """The divergence and each signal's points, which sum to it.

    The difference to the divergence of a blameless pair is shared out in proportion to the parts: the integrated
    gradients of a logistic score along a straight line (Sundararajan et al. 2017), which never explode when parts
    cancel.
    """
    calibration = model.calibration
    parts = model.flag.parts(features)
    total = sum(parts.values())
    base, result = calibration.divergence(model.flag.bias), calibration.divergence(model.flag.bias + total)
    if abs(total) > 1e-9:
        rate = (result - base) / total
    else:
        p = logistic(calibration.slope * model.flag.bias + calibration.shift)
        rate = 100 * calibration.slope * p * (1 - p)
    shares = [Contribution(name, rate * part, details.get(name, "")) for name, part in parts.items() if part]
    shares.sort(key=lambda share: -abs(share.points))
    rest = result - sum(share.points for share in shares)
    return result, (*shares, Contribution(BASE, rest, "What a blameless translation has."))


def _linear(table: Mapping[str, Any]) -> Linear:
    return Linear(float(table["bias"]), {name: Weight(*map(float, row)) for name, row in table["weights"].items()})


def _model(profile: str, version: str, table: Mapping[str, Any]) -> Model:
    curve = table["calibration"]
    calibration = Calibration(
        float(curve["slope"]),
        float(curve["shift"]),
        tuple(map(float, curve["good"])),
        tuple(map(float, curve["shares"])),
    )
    return Model(profile, version, _linear(table["flag"]), _linear(table["order"]), calibration)


def load_model(profile: str, path: Path | None = None) -> Model:
    """The fitted model of a profile. Raises FormatError when the artefact is of another format."""
    return _load(profile, path or resource("scoring", "model.json"))


@lru_cache(maxsize=8)
def _load(profile: str, path: Path) -> Model:
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
        if table["format"] != FORMAT:
            raise KeyError("format")
        return _model(profile, str(table["version"]), table["profiles"][profile])
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise FormatError(
            "The scorer's figures (resources/scoring/model.json) cannot be read.",
            "Install the program again.",
            str(error),
        ) from error
