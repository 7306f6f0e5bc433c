"""Signal ``meaning``: do source and target mean the same, by multilingual-e5-small (extra ``semantic``).

Sentence vectors tell unrelated text; token vectors tell what of the source has no counterpart in the target and what
of the target has none in the source. Blind to polarity: "rises" and "falls" are neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..domain.candidate import Availability
from ..domain.score import Pair, SignalValue, WordScore
from ..domain.span import Side, Span
from ..kit.errors import MissingExtraError
from ..kit.jobs import JobContext
from .cache import Memory
from .e5 import E5, INSTALL, Embedded, load_e5
from .e5_file import Floats, weights_path
from .reasons import ADDITION, OMISSION
from .wording import clean, has_words, words

_BATCH = 32  # texts between two looks at the cancel token
# Similarity of a token to its best counterpart: this and above is no worry, this and below is all worry.
_CALM, _WORRY = 0.62, 0.42


class Embeddings:
    """Texts -> Embedded, each text once. Shared by the signals that compare meanings."""

    def __init__(self, size: int = 6_000) -> None:
        self._memory: Memory[str, Embedded] = Memory(size)
        self._model: E5 | None = None

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


def word_similarity(text: Embedded, best: Floats, spans: Sequence[Span]) -> Floats:
    """For each word the mean over its tokens of ``best``; 1.0 for a word without tokens. Shape (words,)."""
    result = np.ones(len(spans), np.float32)
    starts = np.array([start for _, start, _ in text.pieces])
    ends = np.array([end for _, _, end in text.pieces])
    for index, span in enumerate(spans):
        inside = (starts < span.end) & (ends > span.start)
        if inside.any():
            result[index] = best[inside].mean()
    return result


def _suspicion(similarity: float) -> float:
    return float(np.clip((_CALM - similarity) / (_CALM - _WORRY), 0.0, 1.0))


def compare(pair: Pair, source: Embedded, target: Embedded) -> tuple[dict[str, float], list[WordScore]]:
    """Features of a pair and its words' scores. Either side blank: no features."""
    if not source.tokens or not target.tokens:
        return {}, []
    table = target.middle @ source.middle.T
    deep = target.last @ source.last.T
    for_target, for_source = table.max(axis=1), table.max(axis=0)
    target_spans = words(clean(pair.target), pair.pair.target)
    source_spans = words(clean(pair.source), pair.pair.source)
    on_target = word_similarity(target, for_target, target_spans)
    on_source = word_similarity(source, for_source, source_spans)
    features = {
        "cosine": float(source.vector @ target.vector),
        "target_mean": float(for_target.mean()),
        "target_low": float(np.sort(on_target)[:2].mean()) if len(on_target) else 1.0,
        "source_mean": float(for_source.mean()),
        "source_low": float(np.sort(on_source)[:2].mean()) if len(on_source) else 1.0,
        "deep_target": float(deep.max(axis=1).mean()),
        "deep_source": float(deep.max(axis=0).mean()),
        "length": float(np.log((target.tokens + 3) / (source.tokens + 3))),
    }
    scored = [
        WordScore(side, span, _suspicion(float(value)), reason)
        for side, spans, values, reason in (
            (Side.TARGET, target_spans, on_target, ADDITION),
            (Side.SOURCE, source_spans, on_source, OMISSION),
        )
        for span, value in zip(spans, values, strict=True)
    ]
    return features, [word for word in scored if word.score > 0]


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
        sources = [clean(pair.source) for pair in pairs]
        targets = [clean(pair.target) for pair in pairs]
        try:
            vectors = self.embeddings([*sources, *targets], ctx)
        except MissingExtraError as error:
            return [SignalValue(pair.id, self.name, None, str(error)) for pair in pairs]
        return [
            self._value(p, s, t) for p, s, t in zip(pairs, vectors[: len(pairs)], vectors[len(pairs) :], strict=True)
        ]

    def _value(self, pair: Pair, source: Embedded, target: Embedded) -> SignalValue:
        features, scored = compare(pair, source, target)
        if not features:
            return SignalValue(pair.id, self.name, None, "Nothing to compare: one side has no words.")
        cosine = features["cosine"]
        value = float(np.clip((0.93 - cosine) / 0.15, 0.0, 1.0))
        detail = f"Similarity of meaning {cosine:.2f} (a good translation has about 0.93)."
        return SignalValue(pair.id, self.name, value, detail, tuple(scored), tuple(features.items()))
