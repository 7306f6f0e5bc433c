"""Reads GGUF model files: metadata, and tensors unpacked to numpy. The file may lie in several parts.

Layout and block formats: ggml's documentation "GGUF" (version 3) and ggml-quants.c (Q4_0, Q5_0, Q8_0, Q4_K, Q5_K,
Q6_K).
"""

from __future__ import annotations

import contextlib
import struct
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from ..kit.errors import FormatError

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float32]

_SCALARS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_STRING, _ARRAY = 8, 9


def _half(raw: Bytes) -> Floats:
    return np.ascontiguousarray(raw).view(np.float16).astype(np.float32)


def _q8_0(b: Bytes) -> Floats:
    return np.ascontiguousarray(b[:, 2:]).view(np.int8).astype(np.float32) * _half(b[:, :2])


def _q4_0(b: Bytes) -> Floats:
    q = np.concatenate([b[:, 2:] & 15, b[:, 2:] >> 4], axis=1).astype(np.float32) - 8
    return q * _half(b[:, :2])


def _q5_0(b: Bytes) -> Floats:
    high = np.unpackbits(b[:, 2:6], axis=1, bitorder="little")
    low = np.concatenate([b[:, 6:] & 15, b[:, 6:] >> 4], axis=1)
    values: Floats = ((low | (high << 4)).astype(np.float32) - 16) * _half(b[:, :2])
    return values


def _scales_k(packed: Bytes) -> tuple[Floats, Floats]:
    """12 bytes -> 8 scales and 8 minima of 6 bits."""
    low, mid, top = packed[:, :4], packed[:, 4:8], packed[:, 8:]
    scale = np.concatenate([low & 63, (top & 15) | ((low >> 6) << 4)], axis=1)
    minimum = np.concatenate([mid & 63, (top >> 4) | ((mid >> 6) << 4)], axis=1)
    return scale.astype(np.float32), minimum.astype(np.float32)


def _affine_k(b: Bytes, q: Bytes) -> Floats:
    scale, minimum = _scales_k(b[:, 4:16])
    scale, minimum = scale * _half(b[:, :2]), minimum * _half(b[:, 2:4])
    return (q.astype(np.float32) * scale[..., None] - minimum[..., None]).reshape(len(b), 256)


def _q4_k(b: Bytes) -> Floats:
    q = b[:, 16:].reshape(-1, 4, 1, 32)
    return _affine_k(b, np.concatenate([q & 15, q >> 4], axis=2).reshape(-1, 8, 32))


def _q5_k(b: Bytes) -> Floats:
    q = b[:, 48:].reshape(-1, 4, 1, 32)
    low = np.concatenate([q & 15, q >> 4], axis=2).reshape(-1, 8, 32)
    high = (b[:, None, 16:48] >> np.arange(8, dtype=np.uint8)[None, :, None]) & 1
    return _affine_k(b, low | (high << 4))


def _q6_k(b: Bytes) -> Floats:
    lows, highs = b[:, :128].reshape(-1, 2, 1, 64), b[:, 128:192].reshape(-1, 2, 1, 32)
    low = np.concatenate([lows & 15, lows >> 4], axis=2).reshape(-1, 2, 4, 32)
    high = (highs >> np.array([0, 2, 4, 6], np.uint8)[None, None, :, None]) & 3
    q = (low | (high << 4)).astype(np.float32).reshape(-1, 16, 16) - 32
    scale = np.ascontiguousarray(b[:, 192:208]).view(np.int8).astype(np.float32) * _half(b[:, 208:210])
    values: Floats = (q * scale[..., None]).reshape(len(b), 256)
    return values


def _f32(b: Bytes) -> Floats:
    values: Floats = np.ascontiguousarray(b).view(np.float32)
    return values


@dataclass(frozen=True)
class _Kind:
    values: int  # per block
    size: int  # bytes of a block
    unpack: Callable[[Bytes], Floats]


_KINDS = {
    0: _Kind(1, 4, _f32),
    1: _Kind(1, 2, _half),
    2: _Kind(32, 18, _q4_0),
    6: _Kind(32, 22, _q5_0),
    8: _Kind(32, 34, _q8_0),
    12: _Kind(256, 144, _q4_k),
    13: _Kind(256, 176, _q5_k),
    14: _Kind(256, 210, _q6_k),
}


@dataclass(frozen=True)
class _Tensor:
    shape: tuple[int, ...]  # rows first, as numpy has it
    kind: int
    offset: int


class GgufFile:
    """``metadata`` by key; ``tensor(name)`` and ``rows(name, indexes)`` unpack to float32.

    Raises FormatError when it is no GGUF or uses a block format not known here.
    """

    def __init__(self, parts: Sequence[Path]) -> None:
        # Plain reads, no memory map: mapped pages would count as this program's memory.
        self._parts = tuple(parts)
        sizes = [path.stat().st_size for path in parts]
        self._starts = np.concatenate([[0], np.cumsum(sizes)]).tolist()
        self._at = 0
        if self._read(0, 4).tobytes() != b"GGUF":
            raise FormatError("The language model is not a GGUF file.", "Choose another model file.")
        self._at = 8
        tensors, entries = self._take("QQ")
        self.metadata: dict[str, Any] = {}
        for _ in range(entries):
            key = self._string()
            self.metadata[key] = self._value(self._take("I")[0])
        self._tensors: dict[str, _Tensor] = {}
        for _ in range(tensors):
            name = self._string()
            shape = self._take(f"{self._take('I')[0]}Q")
            kind, offset = self._take("IQ")
            self._tensors[name] = _Tensor(tuple(reversed(shape)), kind, offset)
        alignment = int(self.metadata.get("general.alignment", 32))
        self._data = -(-self._at // alignment) * alignment

    def shape(self, name: str) -> tuple[int, ...]:
        return self._tensors[name].shape

    def tensor(self, name: str) -> Floats:
        """The whole tensor, float32."""
        tensor = self._tensors[name]
        rows = int(np.prod(tensor.shape[:-1], dtype=np.int64))
        return self._blocks(name, np.arange(rows)).reshape(tensor.shape)

    def rows(self, name: str, indexes: NDArray[np.int64]) -> Floats:
        """Chosen rows of a matrix, (len(indexes), columns)."""
        return self._blocks(name, indexes)

    def _blocks(self, name: str, indexes: NDArray[np.int64]) -> Floats:
        tensor = self._tensors[name]
        if tensor.kind not in _KINDS:
            raise FormatError(f"The model uses block format {tensor.kind}.", "Choose a Q4_K_M, Q8_0 or F16 model.")
        kind = _KINDS[tensor.kind]
        width = tensor.shape[-1]
        row = width // kind.values * kind.size
        base = self._data + tensor.offset
        with contextlib.ExitStack() as stack:
            files: dict[int, IO[bytes]] = {}

            def read(start: int, size: int) -> Bytes:
                return self._read(start, size, files, stack)

            if len(indexes) and bool(np.all(np.diff(indexes) == 1)):
                raw = read(base + int(indexes[0]) * row, row * len(indexes))
            else:
                raw = np.concatenate([read(base + int(i) * row, row) for i in indexes] or [np.zeros(0, np.uint8)])
        return kind.unpack(raw.reshape(-1, kind.size)).reshape(-1, width)

    def _read(
        self,
        start: int,
        size: int,
        files: dict[int, IO[bytes]] | None = None,
        stack: contextlib.ExitStack | None = None,
    ) -> Bytes:
        """``size`` bytes from ``start`` of all parts together. files, stack: parts that stay open between reads."""
        if files is None or stack is None:
            with contextlib.ExitStack() as own:
                return self._read(start, size, {}, own)
        part = bisect_right(self._starts, start) - 1
        pieces: list[bytes] = []
        while size > 0:
            if part >= len(self._parts):
                raise FormatError("The language model's file is cut off.", "Install or download it again.")
            if part not in files:
                files[part] = stack.enter_context(self._parts[part].open("rb"))
            files[part].seek(start - self._starts[part])
            piece = files[part].read(size)
            pieces.append(piece)
            start, size, part = start + len(piece), size - len(piece), part + 1
        return np.frombuffer(b"".join(pieces), np.uint8)

    def _take(self, form: str) -> tuple[Any, ...]:
        size = struct.calcsize("<" + form)
        self._at += size
        return struct.unpack("<" + form, self._read(self._at - size, size).tobytes())

    def _string(self) -> str:
        size = self._take("Q")[0]
        self._at += size
        return self._read(self._at - size, size).tobytes().decode("utf-8", "replace")

    def _value(self, kind: int) -> Any:
        if kind == _STRING:
            return self._string()
        if kind == _ARRAY:
            inner, count = self._take("IQ")
            if inner == _STRING:
                return self._strings(count)
            return list(self._take(f"{count}{_SCALARS[inner]}"))
        return self._take(_SCALARS[kind])[0]

    def _strings(self, count: int) -> list[str]:
        """A vocabulary has hundreds of thousands of strings: read them from one buffer."""
        buffer = self._read(self._at, min(self._starts[-1] - self._at, 32 * count + 1_000_000)).tobytes()
        found, at = [], 0
        for _ in range(count):
            (size,) = struct.unpack_from("<Q", buffer, at)
            found.append(buffer[at + 8 : at + 8 + size].decode("utf-8", "replace"))
            at += 8 + size
        self._at += at
        return found
