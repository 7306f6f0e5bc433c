"""Signal ``neighbours``: does a neighbour's target say what this row's source says, better than the row's own?

That is a draft that slipped by a row. Measured on FLORES and WMT (newstest13, 1,040 pairs with their real
neighbours): no good row reaches _SURE, of slipped rows more than 99 in 100 do.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..domain.candidate import Availability
from ..domain.score import Pair, SignalValue
from ..kit.jobs import JobContext
from .embedding import Embeddings
from .wording import has_words, readable

PREVIOUS, NEXT = "previous", "next"
_CLOSE, _SURE = 0.005, 0.012  # how much nearer a neighbour must be, as a difference of cosines
_ALIKE = 0.80  # below, the neighbour is no translation of this source either
# A neighbour that says what the own target says, too, repeats it (a heading its first sentence): nothing slipped. On
# the same sets a slipped row's neighbour is at least 0.0095 nearer to the source than to the row's own target.
_REPEATED = 0.008


class NeighbourSignal:
    """value: 0 (the own target fits best) … 1 (a neighbour's does); None without neighbours."""

    name = "neighbours"

    def __init__(self, embeddings: Embeddings) -> None:
        self._embeddings = embeddings

    def availability(self) -> Availability:
        return Availability(True)

    def signature(self) -> str:
        return "neighbours:2"

    def measure(self, pairs: Sequence[Pair], ctx: JobContext) -> list[SignalValue]:
        asked = [text for pair in pairs for text in (pair.source, pair.target, pair.previous, pair.following)]
        vectors = [one.vector for one in self._embeddings([readable(text) for text in asked], ctx)]
        return [self._value(pair, vectors[4 * i : 4 * i + 4]) for i, pair in enumerate(pairs)]

    def _value(self, pair: Pair, vectors: Sequence[NDArray[np.float32]]) -> SignalValue:
        source, own, previous, following = vectors
        beside = ((PREVIOUS, pair.previous, previous), (NEXT, pair.following, following))
        near = {
            side: float(source @ vector)
            for side, text, vector in beside
            if has_words(text) and text != pair.target and float((source - own) @ vector) >= _REPEATED
        }
        if not near or not has_words(pair.source) or not has_words(pair.target):
            return SignalValue(pair.id, self.name, None, "No neighbours to compare with.")
        side = max(near, key=lambda name: near[name])
        margin = near[side] - float(source @ own)
        if near[side] < _ALIKE:
            margin = min(margin, 0.0)
        shifted = float(np.clip((margin - _CLOSE) / (_SURE - _CLOSE), 0.0, 1.0))
        detail = "The own target fits the source better than its neighbours'."
        if shifted:
            detail = f"The target of the {side} row fits this source better."
        return SignalValue(
            pair.id, self.name, shifted, detail, features=(("shifted", shifted), (side, float(shifted > 0)))
        )
