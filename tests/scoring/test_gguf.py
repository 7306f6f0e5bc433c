"""Block formats against decoders written one weight at a time, as ggml-quants.c has them."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from translator_gui.kit.errors import FormatError
from translator_gui.scoring.gguf import _KINDS, GgufFile


def _half(raw: bytes) -> float:
    return float(struct.unpack("<e", raw)[0])


def _slow_q8_0(b: bytes) -> list[float]:
    return [_half(b[:2]) * v for v in struct.unpack("32b", b[2:34])]


def _slow_q4_0(b: bytes) -> list[float]:
    low = [(v & 15) - 8 for v in b[2:18]]
    return [_half(b[:2]) * v for v in low + [(v >> 4) - 8 for v in b[2:18]]]


def _slow_q5_0(b: bytes) -> list[float]:
    high = struct.unpack("<I", b[2:6])[0]
    quants = [(b[6 + j] & 15) | ((high >> j & 1) << 4) for j in range(16)]
    quants += [(b[6 + j] >> 4) | ((high >> (j + 16) & 1) << 4) for j in range(16)]
    return [_half(b[:2]) * (q - 16) for q in quants]


def _scale(j: int, q: bytes) -> tuple[int, int]:
    if j < 4:
        return q[j] & 63, q[j + 4] & 63
    return (q[j + 4] & 15) | ((q[j - 4] >> 6) << 4), (q[j + 4] >> 4) | ((q[j] >> 6) << 4)


def _slow_q4_k(b: bytes) -> list[float]:
    d, least, found = _half(b[:2]), _half(b[2:4]), []
    for j in range(8):
        scale, minimum = _scale(j, b[4:16])
        for i in range(32):
            byte = b[16 + 32 * (j // 2) + i]
            found.append(d * scale * (byte >> 4 if j % 2 else byte & 15) - least * minimum)
    return found


def _slow_q5_k(b: bytes) -> list[float]:
    d, least, found = _half(b[:2]), _half(b[2:4]), []
    for j in range(8):
        scale, minimum = _scale(j, b[4:16])
        for i in range(32):
            byte = b[48 + 32 * (j // 2) + i]
            quant = (byte >> 4 if j % 2 else byte & 15) + (16 if b[16 + i] >> j & 1 else 0)
            found.append(d * scale * quant - least * minimum)
    return found


def _slow_q6_k(b: bytes) -> list[float]:
    d, scales, found = _half(b[208:210]), struct.unpack("16b", b[192:208]), [0.0] * 256
    for half in range(2):
        low, high = b[64 * half : 64 * half + 64], b[128 + 32 * half : 160 + 32 * half]
        for i in range(32):
            quants = [
                (low[i] & 15) | ((high[i] & 3) << 4),
                (low[i + 32] & 15) | ((high[i] >> 2 & 3) << 4),
                (low[i] >> 4) | ((high[i] >> 4 & 3) << 4),
                (low[i + 32] >> 4) | ((high[i] >> 6 & 3) << 4),
            ]
            for part, quant in enumerate(quants):
                scale = scales[8 * half + i // 16 + 2 * part]
                found[128 * half + 32 * part + i] = d * scale * (quant - 32)
    return found


SLOW: dict[int, Callable[[bytes], list[float]]] = {
    2: _slow_q4_0, 6: _slow_q5_0, 8: _slow_q8_0, 12: _slow_q4_k, 13: _slow_q5_k, 14: _slow_q6_k,
}  # fmt: skip
HALVES = {2: (0,), 6: (0,), 8: (0,), 12: (0, 2), 13: (0, 2), 14: (208,)}


@pytest.mark.parametrize("kind", sorted(SLOW))
def test_blocks_unpack_as_the_reference_says(kind: int) -> None:
    rng = np.random.default_rng(kind)
    blocks = rng.integers(0, 256, (5, _KINDS[kind].size), dtype=np.uint8)
    for at in HALVES[kind]:
        blocks[:, at : at + 2] = rng.uniform(0.01, 0.2, 5).astype(np.float16)[:, None].view(np.uint8)
    expected = np.array([SLOW[kind](bytes(block)) for block in blocks])
    assert np.allclose(_KINDS[kind].unpack(blocks), expected, atol=1e-4)


def _text(value: str) -> bytes:
    return struct.pack("<Q", len(value)) + value.encode()


def _small_file() -> bytes:
    head = b"GGUF" + struct.pack("<IQQ", 3, 1, 2)
    head += _text("name") + struct.pack("<I", 8) + _text("small")
    head += _text("words") + struct.pack("<IIQ", 9, 8, 2) + _text("un") + _text("deux")
    head += _text("t") + struct.pack("<I2QIQ", 2, 3, 2, 0, 0)
    return head + b"\0" * (-len(head) % 32) + np.arange(6, dtype="<f4").tobytes()


@pytest.mark.parametrize("cut", [0, 30, 100])
def test_a_file_in_parts_reads_like_one(tmp_path: Path, cut: int) -> None:
    data = _small_file()
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_bytes(data[:cut] if cut else data)
    second.write_bytes(data[cut:] if cut else b"")
    file = GgufFile([first, second])
    assert file.metadata == {"name": "small", "words": ["un", "deux"]}
    assert file.tensor("t").tolist() == [[0, 1, 2], [3, 4, 5]]
    assert file.rows("t", np.array([1, 0])).tolist() == [[3, 4, 5], [0, 1, 2]]


@pytest.mark.parametrize("data", [b"PK\3\4 no model", _small_file()[:60]])
def test_a_broken_file_is_said_to_be_one(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(data)
    with pytest.raises(FormatError):
        GgufFile([path])
