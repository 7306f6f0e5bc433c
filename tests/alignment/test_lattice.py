"""The path and the probabilities against slow, plain versions of themselves."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator_gui.alignment.band import Band, band_about, full_band, likely_chain
from translator_gui.alignment.lattice import best_path, probabilities
from translator_gui.alignment.moves import MOVES
from translator_gui.kit.jobs import JobContext

Table = dict[tuple[int, int], float]


def _scores(band: Band, seed: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    scores = rng.normal(size=(len(MOVES), band.cells)).astype(np.float32)
    for i in range(band.rows):
        for j in range(int(band.low[i]), int(band.high[i]) + 1):
            for number, (a, b) in enumerate(MOVES):
                if (a > i or b > j) and a and b:
                    scores[number, band.at[i] + j - band.low[i]] = -np.inf
    return scores


def _moves_to(band: Band, scores: np.ndarray, i: int, j: int) -> list[tuple[int, tuple[int, int], float]]:
    cell = int(band.at[i] + j - band.low[i])
    found = []
    for number, (a, b) in enumerate(MOVES):
        row, column = i - a, j - b
        if row >= 0 and column >= 0 and band.low[row] <= column <= band.high[row]:
            found.append((number, (row, column), float(scores[number, cell])))
    return found


def _positions(band: Band) -> list[tuple[int, int]]:
    return [(i, j) for i in range(band.rows) for j in range(int(band.low[i]), int(band.high[i]) + 1)]


def _best(band: Band, scores: np.ndarray) -> float:
    table: Table = {(0, 0): 0.0}
    for i, j in _positions(band)[1:]:
        table[i, j] = max((table[start] + s for _, start, s in _moves_to(band, scores, i, j)), default=-math.inf)
    return table[_positions(band)[-1]]


def _plain_probabilities(band: Band, scores: np.ndarray, temperature: float) -> np.ndarray:
    forward: Table = {(0, 0): 1.0}
    for i, j in _positions(band)[1:]:
        forward[i, j] = sum(forward[start] * math.exp(s / temperature) for _, start, s in _moves_to(band, scores, i, j))
    backward: Table = dict.fromkeys(_positions(band), 0.0)
    backward[_positions(band)[-1]] = 1.0
    for i, j in _positions(band)[::-1]:
        for _, start, s in _moves_to(band, scores, i, j):
            backward[start] += backward[i, j] * math.exp(s / temperature)
    found = np.zeros(scores.shape)
    for i, j in _positions(band):
        for number, start, s in _moves_to(band, scores, i, j):
            weight = forward[start] * math.exp(s / temperature) * backward[i, j]
            found[number, int(band.at[i] + j - band.low[i])] = weight / backward[0, 0]
    return found


def _narrow() -> Band:
    low, high = [0, 0, 0, 2, 3, 3, 5], [2, 2, 4, 5, 6, 8, 9]
    return Band.of(np.array(low), np.array(high))


@pytest.mark.parametrize("band", [full_band(1, 1), full_band(5, 4), full_band(3, 9), full_band(8, 2), _narrow()])
@pytest.mark.parametrize("seed", range(4))
def test_best_path(band: Band, seed: int) -> None:
    scores = _scores(band, seed)
    path = best_path(scores, band, JobContext())
    assert sum(scores[move, band.at[i] + j - band.low[i]] for i, j, move in path) == pytest.approx(
        _best(band, scores), abs=1e-4
    )
    taken = np.array([MOVES[move] for _, _, move in path])
    assert taken.sum(axis=0).tolist() == [band.rows - 1, int(band.high[-1])]


@pytest.mark.parametrize("band", [full_band(1, 1), full_band(5, 4), full_band(2, 7), _narrow()])
def test_probabilities(band: Band) -> None:
    scores = _scores(band, 3)
    found = probabilities(scores, band, 0.7, JobContext())
    assert found == pytest.approx(_plain_probabilities(band, scores, 0.7), abs=1e-5)


def test_each_sentence_is_in_some_bead_for_sure() -> None:
    band = full_band(6, 5)
    found = probabilities(_scores(band, 9), band, 0.5, JobContext())
    for sentence in range(6):
        total = 0.0
        for i, j in _positions(band):
            for number, (a, _) in enumerate(MOVES):
                if i - a <= sentence < i:
                    total += found[number, band.at[i] + j - band.low[i]]
        assert total == pytest.approx(1.0, abs=1e-4)


@given(st.integers(1, 60), st.integers(1, 60), st.data())
@settings(max_examples=60, deadline=None)
def test_a_band_leads_from_the_beginning_to_the_end(n: int, m: int, data: st.DataObject) -> None:
    size = data.draw(st.integers(0, min(n, m, 6)))
    rows = sorted(data.draw(st.sets(st.integers(0, n - 1), min_size=size, max_size=size)))
    columns = sorted(data.draw(st.sets(st.integers(0, m - 1), min_size=size, max_size=size)))
    band = band_about(list(zip(rows, columns, strict=True)), n, m)
    assert band.low[0] == 0
    assert band.high[-1] == m
    assert (np.diff(band.low) >= 0).all()
    assert (np.diff(band.high) >= 0).all()
    assert (band.low[1:] <= band.high[:-1]).all()
    for i, j in zip(rows, columns, strict=True):
        assert band.low[i] <= j <= band.high[i]


def test_the_chain_rises_and_finds_the_diagonal() -> None:
    rng = np.random.default_rng(2)
    rows = rng.normal(size=(200, 24)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    order = [*range(50), *range(120, 150), *range(50, 120), *range(150, 200)]  # a passage was moved
    chain = likely_chain(rows, rows[order])
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(chain))
    assert sum(order[j] == i for i, j in chain) == 170
