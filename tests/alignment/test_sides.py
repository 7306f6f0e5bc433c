"""Vectors of runs of sentences, by parts and as a whole."""

from __future__ import annotations

import numpy as np
import pytest

from translator_gui.alignment.moves import LONGEST
from translator_gui.alignment.sides import Layer, Side, centred, paragraph_starts


def _side(count: int) -> Side:
    rng = np.random.default_rng(4)
    layers = tuple(Layer(rng.normal(size=(count, 6)).astype(np.float32), weight) for weight in (1.0, 0.25))
    return Side(layers, rng.integers(1, 90, count).astype(float), None)


@pytest.mark.parametrize(("start", "stop"), [(0, 10), (-LONGEST, 12), (3, 8), (9, 15), (-5, 2), (1, 2)])
@pytest.mark.parametrize("count", [9, 2])
def test_spans(count: int, start: int, stop: int) -> None:
    side = _side(count)
    found = side.spans(start, stop)
    assert found.shape == (stop - start, LONGEST, 12)
    for position in range(start, stop):
        for size in range(1, LONGEST + 1):
            own = found[position - start, size - 1]
            if size > position or position > count:
                assert not own.any()
                continue
            sums = [layer.rows[position - size : position].sum(axis=0) for layer in side.layers]
            units = [s / np.linalg.norm(s) * layer.weight**0.5 for s, layer in zip(sums, side.layers, strict=True)]
            assert own == pytest.approx(np.concatenate(units), abs=1e-5)


def test_lengths_of_spans() -> None:
    side = _side(7)
    found = side.span_lengths()
    assert found.shape == (8, LONGEST)
    assert found[7, 2] == side.characters[4:].sum()
    assert found[1, 1] == 1.0  # there are not two sentences before the second: never nothing


def test_the_mean_is_taken_off_but_never_all_of_a_single_sentence() -> None:
    vectors = np.array([[3.0, 1.0], [1.0, 3.0], [2.0, 2.0]])
    rows = centred(np.tile(vectors, (40, 1)), np.ones(120))
    assert np.abs(rows.mean(axis=0)).max() < 0.05
    assert centred(vectors[:1], np.ones(1))[0] == pytest.approx(vectors[0] / 2)
    assert not centred(vectors, np.zeros(3)).any()


def test_paragraphs_start_where_the_number_changes() -> None:
    assert paragraph_starts([4, 4, 5, 5, 4]).tolist() == [True, False, True, False, True]
    assert paragraph_starts([]).tolist() == []
    assert paragraph_starts(None) is None
