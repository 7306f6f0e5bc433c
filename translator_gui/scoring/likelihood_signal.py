"""Signal ``likelihood``: what the local language model makes of a pair (extra ``local``)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..domain.candidate import Availability
from ..domain.score import Pair, SignalValue
from ..kit.jobs import JobContext
from .cache import Memory
from .likelihood import INSTALL, Likelihood, Prober, load_prober, model_parts
from .segment_features import likelihood_features
from .wording import has_words, readable

_BATCH = 16  # pairs between two looks at the cancel token


class Asked(NamedTuple):
    source: str
    target: str
    language: str


class Likelihoods:
    """Pairs -> Likelihood, each pair once. Shared by the signals that read probabilities."""

    def __init__(self, size: int = 64) -> None:  # 0.2 MB each
        self._memory: Memory[Asked, Likelihood] = Memory(size)
        self._model: Prober | None = None

    def __call__(self, pairs: Sequence[Pair], ctx: JobContext) -> list[Likelihood | None]:
        """None where a side has no words. Raises MissingExtraError, Cancelled."""
        asked = [self._asked(pair) for pair in pairs]
        known = [key for key in asked if key is not None]
        found = dict(zip(known, self._memory.all(known, lambda keys: self._make(keys, ctx)), strict=True))
        return [found[key] if key is not None else None for key in asked]

    def learn(self, pair: Pair, likelihood: Likelihood) -> None:
        """Put in what was measured elsewhere (benchmarks)."""
        if (asked := self._asked(pair)) is not None:
            self._memory.put(asked, likelihood)

    @staticmethod
    def _asked(pair: Pair) -> Asked | None:
        if not has_words(pair.source) or not has_words(pair.target):
            return None
        return Asked(readable(pair.source), readable(pair.target), pair.pair.source[:2])

    def _make(self, keys: Sequence[Asked], ctx: JobContext) -> list[Likelihood]:
        if self._model is None:
            self._model = load_prober()
        found: dict[Asked, Likelihood] = {}
        for language in dict.fromkeys(key.language for key in keys):
            own = [key for key in keys if key.language == language]
            for start in range(0, len(own), _BATCH):
                ctx.check()
                part = own[start : start + _BATCH]
                found.update(zip(part, self._measure(self._model, part, language, ctx), strict=True))
        return [found[key] for key in keys]

    def _measure(self, model: Prober, keys: Sequence[Asked], language: str, ctx: JobContext) -> list[Likelihood]:
        return model.all_three([key.source for key in keys], [key.target for key in keys], language, ctx)


class LikelihoodSignal:
    """value: the mean surprisal of the draft given its source, nats a token."""

    name = "likelihood"

    def __init__(self, likelihoods: Likelihoods | None = None) -> None:
        self._likelihoods = likelihoods or Likelihoods()

    def availability(self) -> Availability:
        if model_parts() is None:
            return Availability(False, "The language model (Gemma 3 270M) is not installed.", INSTALL)
        return Availability(True)

    def signature(self) -> str:
        return "lm:gemma-3-270m-q4_k_m"

    def measure(self, pairs: Sequence[Pair], ctx: JobContext) -> list[SignalValue]:
        return [self._value(*row) for row in zip(pairs, self._likelihoods(pairs, ctx), strict=True)]

    def _value(self, pair: Pair, likelihood: Likelihood | None) -> SignalValue:
        if likelihood is None:
            return SignalValue(pair.id, self.name, None, "Nothing to judge: one side has no words.")
        features = likelihood_features(likelihood)
        detail = f"Surprise of the draft given its source {-features['a']:.2f} nats a word piece."
        return SignalValue(pair.id, self.name, -features["a"], detail, features=tuple(features.items()))
