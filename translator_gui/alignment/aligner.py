"""Two lists of sentences -> beads with probabilities; fulfils domain.protocols.Aligner.

Without vectors the signs that both sides share and their lengths decide (at once); with an ``Embedder`` meaning does.
Either way: a chain of likely pairs, a band about it, dynamic programming in the band, probabilities of its beads by
forward and backward sums, and passages that stand elsewhere linked out of order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ..domain.bead import AlignmentBead
from ..kit.jobs import JobContext
from .band import FULL, Band, band_about, full_band, likely_chain
from .lattice import best_path, probabilities
from .lexical import lexical_rows
from .moved import link_moved
from .moves import MOVES
from .scores import Weights, bead_scores
from .sides import Floats, Layer, Side, centred, paragraph_starts


class Embedder(Protocol):
    """Texts -> ((n, d) vectors of their meaning, (n,) tokens they have; 0 for a text without words)."""

    def __call__(
        self, texts: Sequence[str], ctx: JobContext
    ) -> tuple[NDArray[np.floating], NDArray[np.floating]]: ...


@dataclass(frozen=True)
class Tuning:
    """lexical: share of the signs beside meaning's 1. expected: paths are chosen for the number of right beads to be
    expected, this much taken off each bead. far: a bead less alike is looked for elsewhere. moved: how much alike
    passages out of order must be."""

    weights: Weights
    lexical: float
    expected: float
    far: float
    moved: float
    window: int = 1


MEANING = Tuning(Weights(0.75, 0.10, 1.25, 0.05, -0.07), 0.15, 0.0, 0.15, 0.35)
SIGNS = Tuning(Weights(0.6, 0.35, 1.25, 0.05, -0.03), 1.0, 0.0, 0.05, 0.45, window=3)


class TextAligner:
    """embed: vectors of meaning; None: signs and lengths alone. Thread-safe if ``embed`` is."""

    def __init__(self, embed: Embedder | None = None, tuning: Tuning | None = None) -> None:
        self._embed = embed
        self._tuning = tuning or (SIGNS if embed is None else MEANING)

    def align(
        self,
        source: Sequence[str],
        target: Sequence[str],
        ctx: JobContext,
        source_paragraphs: Sequence[int] | None = None,
        target_paragraphs: Sequence[int] | None = None,
    ) -> list[AlignmentBead]:
        """Beads in source order; each index of either side is in exactly one. A bead without source stands behind
        the bead of the target sentence before it. Target indexes need not rise: passages may have been moved.
        Paragraph numbers count only when both sides have them. Raises Cancelled."""
        ours, theirs = self._sides(source, target, ctx, source_paragraphs, target_paragraphs)
        beads = align_sides(ours, theirs, self._tuning, ctx)
        return in_order(link_moved(beads, ours, theirs, self._tuning, ctx, align_sides))

    def _sides(
        self,
        source: Sequence[str],
        target: Sequence[str],
        ctx: JobContext,
        source_paragraphs: Sequence[int] | None,
        target_paragraphs: Sequence[int] | None,
    ) -> tuple[Side, Side]:
        layers: tuple[list[Layer], list[Layer]] = ([], [])
        if self._embed is not None and source and target:
            vectors, tokens = self._embed([*source, *target], ctx)
            vectors, tokens = np.asarray(vectors), np.asarray(tokens)
            cut = len(source)
            layers[0].append(Layer(centred(vectors[:cut], tokens[:cut]), 1.0))
            layers[1].append(Layer(centred(vectors[cut:], tokens[cut:]), 1.0))
        for side, rows in zip(layers, lexical_rows(source, target), strict=True):
            side.append(Layer(rows, self._tuning.lexical))
        known = source_paragraphs is not None and target_paragraphs is not None
        return (
            _side(source, layers[0], source_paragraphs if known else None),
            _side(target, layers[1], target_paragraphs if known else None),
        )


def _side(texts: Sequence[str], layers: Sequence[Layer], paragraphs: Sequence[int] | None) -> Side:
    return Side(tuple(layers), np.array([len(text) for text in texts], np.float64), paragraph_starts(paragraphs))


def align_sides(source: Side, target: Side, tuning: Tuning, ctx: JobContext) -> list[AlignmentBead]:
    """Beads in order on both sides."""
    if not len(source) or not len(target):
        alone = [AlignmentBead((i,), ()) for i in range(len(source))]
        return alone + [AlignmentBead((), (j,)) for j in range(len(target))]
    band = _band(source, target, tuning)
    scores = bead_scores(source, target, band, tuning.weights, ctx)
    chances = probabilities(scores, band, tuning.weights.temperature, ctx)
    path = best_path(chances - np.float32(tuning.expected) if tuning.expected else scores, band, ctx)
    beads = []
    for i, j, move in path:
        a, b = MOVES[move]
        chance = float(chances[move, band.at[i] + j - band.low[i]])
        beads.append(AlignmentBead(tuple(range(i - a, i)), tuple(range(j - b, j)), min(max(chance, 0.0), 1.0)))
    return beads


def _band(source: Side, target: Side, tuning: Tuning) -> Band:
    n, m = len(source), len(target)
    if (n + 1) * (m + 1) <= FULL:
        return full_band(n, m)
    return band_about(likely_chain(_rows(source, tuning), _rows(target, tuning)), n, m)


def _rows(side: Side, tuning: Tuning) -> Floats:
    """(n, d): each sentence's vector; with a window the vector of the sentences about it beside it."""
    spans = side.spans()
    rows: Floats = spans[1:, 0]
    if tuning.window > 1:
        half = tuning.window // 2
        around = np.concatenate([spans[1 + half :, tuning.window - 1], np.repeat(spans[-1:, 0], half, axis=0)])
        rows = np.concatenate([rows, around[: len(rows)]], axis=1) * np.float32(0.5**0.5)
    return rows


def in_order(beads: Sequence[AlignmentBead]) -> list[AlignmentBead]:
    """By first source sentence; a bead without source behind the bead of the target sentence before it."""
    home = {j: bead.source[0] for bead in beads if bead.source for j in bead.target}
    place, places = -1, {}
    for j in range(max((bead.target[-1] for bead in beads if bead.target), default=-1) + 1):
        place = home.get(j, place)
        places[j] = place

    def key(bead: AlignmentBead) -> tuple[int, int, int]:
        return (bead.source[0], 0, 0) if bead.source else (places[bead.target[0]], 1, bead.target[0])

    return sorted(beads, key=key)


def with_probability(bead: AlignmentBead, probability: float) -> AlignmentBead:
    return replace(bead, probability=min(max(probability, 0.0), 1.0))
