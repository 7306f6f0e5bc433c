"""Signal ``meaning``: do source and target mean the same, by multilingual-e5-small (extra ``semantic``).

Sentence vectors tell unrelated text; token vectors how much of each side has a counterpart in the other. Blind to
polarity: "rises" and "falls" are neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..domain.candidate import Availability
from ..domain.score import Pair, SignalValue
from ..kit.errors import MissingExtraError
from ..kit.jobs import JobContext
from .cache import Memory
from .e5 import E5, INSTALL, Embedded, load_e5
from .e5_file import weights_path
from .segment_features import meaning_features
from .word_features import match, sides
from .wording import has_words, readable

_BATCH = 32  # texts between two looks at the cancel token
_FAR, _FAR_SPAN = 0.885, 0.025  # a cosine below the first is hardly ever a translation's


class Embeddings:
    """Texts -> Embedded, each text once. Shared by the signals that compare meanings."""

    def __init__(self, size: int = 400) -> None:  # about 0.1 MB each
        self._memory: Memory[str, Embedded] = Memory(size)
        self._model: E5 | None = None

    def learn(self, text: str, embedded: Embedded) -> None:
        """Put in what was measured elsewhere (benchmarks)."""
        self._memory.put(text, embedded)

    def __call__(self, texts: Sequence[str], ctx: JobContext) -> list[Embedded]:
        """Raises MissingExtraError, Cancelled."""
        if self._model is None:
            self._model = load_e5()
        model = self._model

        def make(missing: Sequence[str]) -> list[Embedded]:
            found: list[Embedded] = []
            for start in range(0, len(missing), _BATCH):
                ctx.check()
                found += model.embed(missing[start : start + _BATCH])
            return found

        return self._memory.all([text if has_words(text) else "" for text in texts], make)


def far(cosine: float) -> float:
    """0 for every translation, 1 and more for text that says something else altogether."""
    return float(np.clip((_FAR - cosine) / _FAR_SPAN, 0.0, 1.5))


class MeaningSignal:
    """value: 0 (the same meaning) … 1 (unrelated), from the sentence vectors."""

    name = "meaning"

    def __init__(self, embeddings: Embeddings | None = None) -> None:
        self.embeddings = embeddings or Embeddings()

    def availability(self) -> Availability:
        if weights_path() is None:
            return Availability(False, "Meaning comparison (multilingual-e5-small) is not installed.", INSTALL)
        return Availability(True)

    def signature(self) -> str:
        return "e5:multilingual-e5-small-q4"

    def measure(self, pairs: Sequence[Pair], ctx: JobContext) -> list[SignalValue]:
        sources = [readable(pair.source) for pair in pairs]
        targets = [readable(pair.target) for pair in pairs]
        try:
            vectors = self.embeddings([*sources, *targets], ctx)
        except MissingExtraError as error:
            return [SignalValue(pair.id, self.name, None, str(error)) for pair in pairs]
        return [
            self._value(p, s, t) for p, s, t in zip(pairs, vectors[: len(pairs)], vectors[len(pairs) :], strict=True)
        ]

    def _value(self, pair: Pair, source: Embedded, target: Embedded) -> SignalValue:
        both = sides(readable(pair.source), readable(pair.target), pair.pair.source)
        features = meaning_features(source, target, match(source, target, both))
        if not features:
            return SignalValue(pair.id, self.name, None, "Nothing to compare: one side has no words.")
        cosine = features["cosine"]
        features["far"] = far(cosine)
        value = float(np.clip((0.93 - cosine) / 0.15, 0.0, 1.0))
        detail = f"Similarity of meaning {cosine:.2f} (a good translation has about 0.93)."
        return SignalValue(pair.id, self.name, value, detail, features=tuple(features.items()))
