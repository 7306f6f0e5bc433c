"""The nets of scoring/probe.py: fitted on word states, a set for every fold, so that what is stacked on them is honest.

``meaning`` needs the encoder only (25 ms a sentence), so it learns from many more mistakes than the rest of the scorer;
``reading`` from the rows the language model has measured.
"""

from __future__ import annotations

import warnings
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from translator_gui.scoring.probe import SIDES, Net, Probe, Space, meaning_inputs, reading_inputs
from translator_gui.scoring.word_features import Sides, sides
from translator_gui.scoring.wording import readable, words

from .scoring_data import SEED
from .scoring_measure import Measured, Vectors
from .scoring_tables import changed, source_labels, touched

FOLDS = 4
_KEPT = {"meaning": 48, "reading": 96}  # dimensions of a reduced state
_SETTINGS = {"meaning": {"alpha": 1.0, "max_iter": 8}, "reading": {"alpha": 3.0, "max_iter": 8}}
_SAMPLED = 1_500  # rows whose states the directions are taken from
_NETS = 2  # of different seeds, averaged
Floats = NDArray[np.float32]
Labels = NDArray[np.int8]


def fold_of(group: str) -> int:
    """The fold in which a source is left out; the same for everything that is fitted."""
    return zlib.crc32(group.encode()) % FOLDS


def _space(samples: Sequence[Floats], kept: int) -> Space:
    """Principal components of unit variance."""
    rows = np.concatenate(samples).astype(np.float32)
    mean = rows.mean(axis=0)
    rows -= mean
    values, vectors = np.linalg.eigh(rows.T @ rows / len(rows))
    order = np.argsort(-values)[:kept]
    return Space(mean, (vectors[:, order] / np.sqrt(values[order])).astype(np.float32))


def _net(inputs: Floats, labels: Labels, settings: dict[str, float], count: int) -> Net:
    parts = []
    for number in range(count):
        model = MLPClassifier(
            (96,), batch_size=512, random_state=SEED % 1000 + number, n_iter_no_change=99, **settings  # type: ignore[arg-type]
        )  # fmt: skip
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            parts.append(model.fit(inputs, labels))
    return Net(
        np.concatenate([p.coefs_[0] for p in parts], axis=1).astype(np.float32),
        np.concatenate([p.intercepts_[0] for p in parts]).astype(np.float32),
        np.concatenate([p.coefs_[1][:, 0] for p in parts]).astype(np.float32) / count,
        float(np.mean([p.intercepts_[1][0] for p in parts])),
    )


@dataclass
class _Words:
    """Inputs and labels of many words, and the fold of each."""

    inputs: list[NDArray[np.float16]]
    labels: list[Labels]
    folds: list[int]

    def nets(self, name: str) -> list[Net]:
        """FOLDS nets that have not seen their fold, then one that has seen everything."""
        x = np.concatenate(self.inputs).astype(np.float32)
        y = np.concatenate(self.labels)
        fold = np.repeat(self.folds, [len(one) for one in self.labels])
        parts = [fold != number for number in range(FOLDS)]
        return [_net(x[own], y[own], _SETTINGS[name], 1) for own in parts] + [_net(x, y, _SETTINGS[name], _NETS)]


def _probes(name: str, spaces: dict[str, Space], words: dict[str, _Words]) -> list[Probe]:
    nets = {side: one.nets(name) for side, one in words.items()}
    return [Probe(spaces, {side: own[number] for side, own in nets.items()}) for number in range(FOLDS + 1)]


def _empty() -> dict[str, _Words]:
    return {side: _Words([], [], []) for side in SIDES}


def _put(words: dict[str, _Words], group: str, inputs: Sequence[Floats], labels: Sequence[Labels]) -> None:
    for side, x, y in zip(SIDES, inputs, labels, strict=True):
        words[side].inputs.append(x.astype(np.float16))
        words[side].labels.append(y)
        words[side].folds.append(fold_of(group))


def fit_meaning(rows: Callable[[], Iterable[Vectors]]) -> list[Probe]:
    """Probe of every fold, and the last one of everything. rows: may be asked for twice."""
    spaces = _meaning_spaces(rows())
    found = _empty()
    for one in rows():
        both = _sides(one.row.source, one.row.draft, one.row.language)
        _put(found, one.row.group, meaning_inputs(one.layers, spaces), _labels(one, both))
    return _probes("meaning", spaces, found)


def _sides(source: str, draft: str, language: str) -> Sides:
    return sides(readable(source), readable(draft), language)


def _meaning_spaces(rows: Iterable[Vectors]) -> dict[str, Space]:
    """One basis for both sides of a layer, each with its own mean: languages lie apart."""
    seen: dict[str, list[Floats]] = {}
    for one in rows:
        if one.row.by == "human" and one.row.good:
            for layer, states in one.layers.items():
                for side, own in zip(SIDES, states, strict=True):
                    seen.setdefault(f"{layer}.{side}", []).append(own)
    spaces = {}
    for layer in ("middle", "last"):
        parts = [np.concatenate(seen[f"{layer}.{side}"]) for side in SIDES]
        whole = _space([part - part.mean(axis=0) for part in parts], _KEPT["meaning"])
        for side, part in zip(SIDES, parts, strict=True):
            spaces[f"{layer}.{side}"] = Space(part.mean(axis=0), whole.basis)
    return spaces


def _labels(one: Vectors, both: Sides) -> tuple[Labels, Labels]:
    """Target words that were changed; source words whose counterpart in the base is gone."""
    new, gone = changed(one.row.base, one.row.draft) if one.row.base else ([], [])
    on_source = np.zeros(len(both.source), np.int8)
    if one.base is not None and gone:
        target, source = (_unit(states) for states in one.base["middle"])
        similar = target @ source.T
        best, back = similar.argmax(axis=1), similar.argmax(axis=0)
        lost = touched(words(readable(one.row.base), "en"), gone)
        for word in np.flatnonzero(lost):
            if back[best[word]] == word:
                on_source[best[word]] = 1
    return touched(both.target, new), on_source


def _unit(rows: Floats) -> Floats:
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), np.float32(1e-6))


def fit_reading(rows: Callable[[], Iterable[Measured]]) -> list[Probe]:
    """Probe of every fold, and the last one of everything. rows: may be asked for twice, group by group."""
    seen: dict[str, list[Floats]] = {side: [] for side in SIDES}
    for number, one in enumerate(rows()):
        if number % 5 == 0 and number < _SAMPLED:
            for side, own in zip(SIDES, (one.likelihood.draft, one.likelihood.source), strict=True):
                seen[side].append(np.asarray(own.states, np.float32))
    spaces = {side: _space(own, _KEPT["reading"]) for side, own in seen.items()}
    found = _empty()
    for one, on_source in source_labels(rows()):
        both = _sides(one.row.source, one.row.draft, one.row.language)
        new = changed(one.row.base, one.row.draft)[0] if one.row.base else []
        if both.source and both.target:
            inputs = reading_inputs(one.likelihood, both, spaces)
            _put(found, one.row.group, inputs, (touched(both.target, new), on_source))
    return _probes("reading", spaces, found)
