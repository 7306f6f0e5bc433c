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
from .crossed import uncross
from .lattice import best_path, probabilities
from .lexical import lexical_rows
from .moved import link_moved
from .moves import MOVES
from .scores import Weights, bead_scores
from .sides import Floats, Layer, Side, centred, paragraph_starts


class Embedder(Protocol):
    """Texts -> ((n, d) vectors of their meaning, (n,) tokens they have; 0 for a text without words)."""

    def __call__(self, texts: Sequence[str], ctx: JobContext) -> tuple[NDArray[np.floating], NDArray[np.floating]]: ...


@dataclass(frozen=True)
class Tuning:
    """words, signs: their shares of the likeness, beside meaning's 1. far: a bead less alike is looked for elsewhere.
    moved: how much alike passages out of order must be. window: sentences looked at together for the chain."""

    weights: Weights
    words: float
    signs: float
    far: float
    moved: float
    window: int = 1


MEANING = Tuning(Weights(0.692, 0.172, 0.622, 0.001, -0.13, 0.238, 0.237), 0.724, 0.26, 0.15, 0.45)
WORDS = Tuning(Weights(0.634, 0.071, 1.096, 0.038, -0.113, 0.02, 0.19, temperature=0.075), 1.0, 0.439, 0.08, 0.33)
SIGNS = Tuning(Weights(0.485, 0.255, 0.902, 0.031, -0.138, 0.0, 0.15), 0.0, 1.0, 0.05, 0.7, window=3)


class TextAligner:
    """meaning: vectors of whole sentences (slow, best). words: sums of word vectors that mean the same in both
    languages (at once). Without either, signs and lengths decide. Thread-safe if both are."""

    def __init__(
        self, meaning: Embedder | None = None, words: Embedder | None = None, tuning: Tuning | None = None
    ) -> None:
        self.meaning, self.words = meaning, words
        self._tuning = tuning or (MEANING if meaning else WORDS if words else SIGNS)

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
        whole = (range(len(source)), range(len(target)))
        return self.align_stretches(source, target, [whole], ctx, source_paragraphs, target_paragraphs)[0]

    def align_stretches(
        self,
        source: Sequence[str],
        target: Sequence[str],
        stretches: Sequence[tuple[Sequence[int], Sequence[int]]],
        ctx: JobContext,
        source_paragraphs: Sequence[int] | None = None,
        target_paragraphs: Sequence[int] | None = None,
    ) -> list[list[AlignmentBead]]:
        """The beads of each stretch (rising indexes of sentences, source and target) alone; what usual likeness is in
        these texts is learnt from all of them. Raises Cancelled."""
        ours, theirs = self._sides(source, target, ctx, source_paragraphs, target_paragraphs)
        return [self._align(ours, theirs, *stretch, ctx) for stretch in stretches]

    def _align(
        self, ours: Side, theirs: Side, source: Sequence[int], target: Sequence[int], ctx: JobContext
    ) -> list[AlignmentBead]:
        own, other = ours.chosen(source), theirs.chosen(target)
        beads = align_sides(own, other, self._tuning, ctx)
        beads = link_moved(beads, own, other, self._tuning, ctx, align_sides)
        beads = in_order(uncross(beads, own, other, self._tuning.moved))
        return [
            replace(b, source=tuple(source[i] for i in b.source), target=tuple(target[j] for j in b.target))
            for b in beads
        ]

    def _sides(
        self,
        source: Sequence[str],
        target: Sequence[str],
        ctx: JobContext,
        source_paragraphs: Sequence[int] | None,
        target_paragraphs: Sequence[int] | None,
    ) -> tuple[Side, Side]:
        layers: tuple[list[Layer], list[Layer]] = ([], [])
        if source and target:
            for embed, share in ((self.meaning, 1.0), (self.words, self._tuning.words)):
                if embed is not None:
                    vectors, tokens = map(np.asarray, embed([*source, *target], ctx))
                    cut = len(source)
                    layers[0].append(Layer(centred(vectors[:cut], tokens[:cut]), share))
                    layers[1].append(Layer(centred(vectors[cut:], tokens[cut:]), share))
        for side, rows in zip(layers, lexical_rows(source, target), strict=True):
            side.append(Layer(rows, self._tuning.signs))
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
    beads = []
    for i, j, move in best_path(scores, band, ctx):
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
    spans = side.spans(1, len(side) + 1 + tuning.window // 2, tuning.window)
    rows: Floats = spans[: len(side), 0]
    if tuning.window > 1:
        # At the very end there are no sentences to come: the spans are zero there.
        around = spans[tuning.window // 2 :, tuning.window - 1]
        rows = np.concatenate([rows, around], axis=1) * np.float32(0.5**0.5)
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
