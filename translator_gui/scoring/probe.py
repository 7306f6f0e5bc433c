"""Small nets on the models' inner states: which word is wrong, from what an encoder or a language model knows of it.

Cosines and probabilities sum up a whole state in one figure, and miss what they blur (polarity, tense, a dropped
adverb); a net fitted on known mistakes reads the state itself. Two of them: ``meaning`` compares the encoder's vectors
of a word with those of its counterpart on the other side; ``reading`` sees the language model's states after a word and
after the next one. Source of the idea: predictor-estimator quality estimation (Kim, Lee & Na 2017).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..domain.span import Span
from .e5 import Embedded
from .gguf import Floats
from .likelihood import Conditional, Likelihood
from .word_features import MINE, Sides, assign

_SHARP = np.float32(25)  # of the attention to the other side's words
SIDES = ("target", "source")
Arrays = Mapping[str, NDArray[np.generic]]


@dataclass(frozen=True)
class Space:
    """What states are reduced to, of about unit variance: (x − mean) @ basis. mean: (width,); basis: (width, kept)."""

    mean: Floats
    basis: Floats

    def __call__(self, states: NDArray[np.generic]) -> Floats:
        reduced = (states.astype(np.float32) - self.mean) @ self.basis
        return np.clip(reduced, -4, 4).astype(np.float32)


@dataclass(frozen=True)
class Net:
    """One hidden layer, rectified; the answer is a log odds. weights: (inputs, hidden), (hidden,)."""

    first: Floats
    first_bias: Floats
    second: Floats
    second_bias: float

    def __call__(self, inputs: Floats) -> Floats:
        hidden = np.maximum(inputs @ self.first + self.first_bias, 0)
        answer: Floats = (hidden @ self.second + np.float32(self.second_bias)).astype(np.float32)
        return answer


@dataclass(frozen=True)
class Probe:
    """spaces: by "layer.side" for ``meaning``, by side for ``reading``. nets: by side."""

    spaces: Mapping[str, Space]
    nets: Mapping[str, Net]

    def arrays(self, prefix: str) -> dict[str, NDArray[np.generic]]:
        """For numpy.savez, in half precision, to be read back by ``from_arrays``."""
        found: dict[str, NDArray[np.generic]] = {}
        for name, space in self.spaces.items():
            found |= {f"{prefix}.space.{name}.mean": space.mean, f"{prefix}.space.{name}.basis": space.basis}
        for side, net in self.nets.items():
            parts = {"first": net.first, "first_bias": net.first_bias, "second": net.second}
            found |= {f"{prefix}.net.{side}.{name}": array for name, array in parts.items()}
            found[f"{prefix}.net.{side}.second_bias"] = np.array(net.second_bias)
        return {name: array.astype(np.float16) for name, array in found.items()}

    @classmethod
    def from_arrays(cls, table: Arrays, prefix: str) -> Probe:
        """Raises KeyError when an array is missing."""
        own = {n[len(prefix) + 1 :]: a.astype(np.float32) for n, a in table.items() if n.startswith(f"{prefix}.")}
        names = [n[len("space.") : -len(".mean")] for n in own if n.startswith("space.") and n.endswith(".mean")]
        spaces = {name: Space(own[f"space.{name}.mean"], own[f"space.{name}.basis"]) for name in names}
        nets = {
            side: Net(
                own[f"net.{side}.first"],
                own[f"net.{side}.first_bias"],
                own[f"net.{side}.second"],
                float(own[f"net.{side}.second_bias"]),
            )
            for side in SIDES
        }
        return cls(spaces, nets)


Answers = dict[str, tuple[Floats, Floats]]
"""Log odds of the target's and of the source's words, by probe."""


@dataclass(frozen=True)
class Probes:
    """reading: None without the language model."""

    meaning: Probe
    reading: Probe | None

    def __call__(self, source: Embedded, target: Embedded, likelihood: Likelihood | None, both: Sides) -> Answers:
        """What each probe says of every word; nothing when a side has none."""
        if not both.source or not both.target or not source.tokens or not target.tokens:
            return {}
        inputs = meaning_inputs(meaning_layers(source, target, both), self.meaning.spaces)
        found = {"meaning": _answers(self.meaning, inputs)}
        if self.reading is not None and likelihood is not None:
            found["reading"] = _answers(self.reading, reading_inputs(likelihood, both, self.reading.spaces))
        return found


def _answers(probe: Probe, inputs: tuple[Floats, Floats]) -> tuple[Floats, Floats]:
    on_target, on_source = (probe.nets[side](own) for side, own in zip(SIDES, inputs, strict=True))
    return on_target, on_source


def word_states(states: NDArray[np.generic], pieces: Sequence[tuple[int, int, int]], spans: Sequence[Span]) -> Floats:
    """Mean state of each word's pieces, (words, width); 0 for a word without."""
    total = np.zeros((len(spans), states.shape[1]), np.float32)
    number = np.zeros((len(spans), 1), np.float32)
    for row, (word, kind) in enumerate(assign(pieces, spans)):
        if kind == MINE:
            total[word] += states[row]
            number[word] += 1
    mean: Floats = total / np.maximum(number, np.float32(1))
    return mean


def _unit(rows: Floats) -> Floats:
    unit: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), np.float32(1e-6))
    return unit


def _attention(similar: Floats) -> Floats:
    weights: Floats = np.exp((similar - similar.max(axis=1, keepdims=True)) * _SHARP)
    weights /= weights.sum(axis=1, keepdims=True)
    return weights


def _compared(own: Floats, other: Floats, similar: Floats) -> list[Floats]:
    """Each word's reduced state beside that of the words of the other side it is like."""
    weights = _attention(similar)
    far = weights @ other
    spread = -(weights * np.log(weights + np.float32(1e-9))).sum(axis=1, keepdims=True)
    return [own, far, own * far, np.abs(own - far), similar.max(axis=1, keepdims=True) * 10 - 8, spread]


def meaning_layers(source: Embedded, target: Embedded, both: Sides) -> dict[str, tuple[Floats, Floats]]:
    """Word states of (target, source) by layer: what ``meaning_inputs`` compares."""
    return {
        name: (word_states(t, target.pieces, both.target), word_states(s, source.pieces, both.source))
        for name, t, s in (("middle", target.middle, source.middle), ("last", target.last, source.last))
    }


def meaning_inputs(layers: Mapping[str, tuple[Floats, Floats]], spaces: Mapping[str, Space]) -> tuple[Floats, Floats]:
    """Inputs of the net ``meaning`` for target and for source words; both sides must have words."""
    on_target: list[Floats] = []
    on_source: list[Floats] = []
    for name, (target, source) in layers.items():
        similar = _unit(target) @ _unit(source).T
        t, s = spaces[f"{name}.target"](target), spaces[f"{name}.source"](source)
        on_target += _compared(t, s, similar)
        on_source += _compared(s, t, np.ascontiguousarray(similar.T))
    return np.concatenate(on_target, axis=1), np.concatenate(on_source, axis=1)


def reading_inputs(likelihood: Likelihood, both: Sides, spaces: Mapping[str, Space]) -> tuple[Floats, Floats]:
    """Inputs of the net ``reading`` for target and for source words."""
    return (
        _read(likelihood.draft, both.target, spaces["target"]),
        _read(likelihood.source, both.source, spaces["source"]),
    )


def _read(one: Conditional, spans: Sequence[Span], space: Space) -> Floats:
    """The reduced state after each word's last piece, and after the next word's; 0 where there is none."""
    assert one.states is not None
    last = np.full(len(spans), -1)
    for row, (word, kind) in enumerate(assign(one.pieces, spans)):
        if kind == MINE:
            last[word] = row
    own = np.zeros((len(spans) + 1, space.basis.shape[1]), np.float32)
    own[:-1][last >= 0] = space(one.states[last[last >= 0]])
    return np.concatenate([own[:-1], own[1:]], axis=1)
