"""One side of an alignment as numbers: lengths, paragraph starts, and a unit vector for every run of sentences.

Span vectors are sums of sentence vectors weighted by their tokens, as in facts measured for this project: no overlap
is embedded a second time (compare Thompson & Koehn 2019, "Vecalign", which embeds every overlap).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .moves import LONGEST

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Layer:
    """One kind of vector. rows: (n, d), already weighted, so that a span's vector is the sum of its rows.
    weight: its share of the similarity of two spans."""

    rows: Floats
    weight: float


@dataclass(frozen=True)
class Side:
    """n sentences. characters: (n,). starts: (n,) does a paragraph start here; None: not known."""

    layers: tuple[Layer, ...]
    characters: NDArray[np.float64]
    starts: NDArray[np.bool_] | None

    def __len__(self) -> int:
        return len(self.characters)

    def part(self, start: int, stop: int) -> Side:
        """The sentences start…stop alone: no span reaches beyond them."""
        layers = tuple(Layer(layer.rows[start:stop], layer.weight) for layer in self.layers)
        return Side(layers, self.characters[start:stop], None if self.starts is None else self.starts[start:stop])

    def chosen(self, sentences: Sequence[int]) -> Side:
        """Some of the sentences (rising), as if they stood next to one another."""
        if len(sentences) == len(self):
            return self
        at = np.asarray(sentences, np.int64)
        layers = tuple(Layer(layer.rows[at], layer.weight) for layer in self.layers)
        return Side(layers, self.characters[at], None if self.starts is None else self.starts[at])

    def spans(self, start: int, stop: int, longest: int = LONGEST) -> Floats:
        """(stop − start, longest, d): [i − start, k] is the unit vector, layers side by side, of the k + 1 sentences
        before position i; the dot product of two is their similarity. Zero where there are not so many sentences, and
        at positions outside the document."""
        parts = [_unit_spans(layer.rows, start, stop, longest) * np.float32(layer.weight**0.5) for layer in self.layers]
        joined: Floats = np.concatenate(parts, axis=2) if len(parts) > 1 else parts[0]
        return joined

    def span_lengths(self) -> NDArray[np.float64]:
        """(n + 1, LONGEST): characters of the same spans, at least 1."""
        sums = np.concatenate([[0.0], np.cumsum(self.characters)])
        return np.maximum(np.stack([_difference(sums, k) for k in range(1, LONGEST + 1)], axis=1), 1.0)


def _difference(sums: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    found = np.zeros_like(sums)
    if count < len(sums):
        found[count:] = sums[count:] - sums[:-count]
    return found


def _unit_spans(rows: Floats, start: int, stop: int, longest: int) -> Floats:
    first, last = max(start - longest, 0), min(stop - 1, len(rows))
    own = rows[first:last]
    spans = np.zeros((stop - start, longest, rows.shape[1]), np.float32)
    sums = own
    for k in range(min(longest, len(own))):
        # sums[r]: the k + 1 sentences from first + r on; they end before position first + r + k + 1.
        sums = own if k == 0 else sums[:-1] + own[k:]
        position = first + k + 1
        skipped = max(start - position, 0)
        part = sums[skipped:]
        spans[position + skipped - start :][: len(part), k] = part
    norms = np.sqrt(np.einsum("ikd,ikd->ik", spans, spans))[:, :, None]
    spans /= np.maximum(norms, np.float32(1e-9))
    return spans


def paragraph_starts(paragraphs: Sequence[int] | None) -> NDArray[np.bool_] | None:
    if paragraphs is None:
        return None
    numbers = np.asarray(paragraphs, np.int64)
    return np.concatenate([[True], numbers[1:] != numbers[:-1]])[: len(numbers)]


def centred(vectors: NDArray[np.floating], tokens: NDArray[np.floating]) -> Floats:
    """(n, d) sentence vectors less the document's own mean, times their tokens.

    The mean is what all sentences of one language and one topic share. A document of few sentences keeps part of it:
    of a single sentence nothing would be left."""
    weights = np.maximum(np.asarray(tokens, np.float64), 0.0)[:, None]
    total = float(weights.sum())
    if not total:
        return np.zeros(np.shape(vectors), np.float32)
    mean = (vectors * weights).sum(axis=0) / total
    count = len(weights)
    rows: Floats = ((vectors - mean * (count / (count + 1.0))) * weights).astype(np.float32)
    return rows
