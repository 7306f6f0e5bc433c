"""Pairs seen before, exactly or nearly, in a stream of any length and memory that does not grow with it.

Near: MinHash of character 4-grams (Broder 1997, "On the resemblance and containment of documents"), 16 bands of 3
rows; what shares a band with an earlier pair is compared with it by rapidfuzz.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from ..text.normalise import fold

V = TypeVar("V")
_EXACT_KEPT = 2_000_000  # pairs a generation holds: 8-byte digests, about 130 MB
_NEAR_KEPT = 50_000  # pairs a generation holds with their texts: about 100 MB
_BANDS, _ROWS, _GRAM = 16, 3, 4
_MOST_GRAMS = 2_000


class Generations(Generic[V]):
    """A mapping that forgets: at most twice ``size`` keys, the newest ``size`` of them for sure."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._young: dict[int, V] = {}
        self._old: dict[int, V] = {}

    def get(self, key: int) -> V | None:
        found = self._young.get(key)
        return found if found is not None else self._old.get(key)

    def put(self, key: int, value: V) -> None:
        if len(self._young) >= self._size:
            self._old, self._young = self._young, {}
        self._young[key] = value


class Duplicates:
    """kind: "none", "exact" (but for case, spaces and typography) or "near" (both sides alike to ``near`` percent)."""

    def __init__(self, kind: str, near: float = 90.0, exact_kept: int = _EXACT_KEPT, near_kept: int = _NEAR_KEPT):
        self._kind, self._near = kind, near
        self._exact: Generations[bool] = Generations(exact_kept)
        self._bands: Generations[tuple[str, str]] = Generations(near_kept * _BANDS)

    def seen(self, source: str, target: str) -> bool:
        """Was such a pair here before? It is from now on."""
        if self._kind == "none":
            return False
        folded = (fold(source), fold(target))
        key = _digest("\x1f".join(folded))
        if self._exact.get(key):
            return True
        self._exact.put(key, True)
        return self._kind == "near" and self._nearly(folded)

    def _nearly(self, folded: tuple[str, str]) -> bool:
        keys = _band_keys("\x1f".join(folded))
        tried: set[int] = set()
        for key in keys:
            earlier = self._bands.get(key)
            if earlier is None or id(earlier) in tried:
                continue
            tried.add(id(earlier))
            if all(fuzz.ratio(a, b, score_cutoff=self._near) > 0 for a, b in zip(folded, earlier, strict=True)):
                return True
        for key in keys:
            self._bands.put(key, folded)
        return False


def _digest(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


_RANDOM = np.random.default_rng(20261126)
_FACTORS = _RANDOM.integers(1, 2**63, _BANDS * _ROWS, dtype=np.uint64) | np.uint64(1)
_ADDENDS = _RANDOM.integers(0, 2**63, _BANDS * _ROWS, dtype=np.uint64)


def _band_keys(text: str) -> list[int]:
    """A key for each band; equal keys of one band mean texts that are probably alike."""
    grams = _grams(text)
    # Multiply, add, and take the high half: numpy's wrap-around is the hash.
    hashes = (grams[None, :] * _FACTORS[:, None] + _ADDENDS[:, None]) >> np.uint64(20)
    least = hashes.min(axis=1).reshape(_BANDS, _ROWS)
    return [hash((band, *row)) for band, row in enumerate(least.tolist())]


def _grams(text: str) -> NDArray[np.uint64]:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    if len(codes) < _GRAM:
        codes = np.pad(codes, (0, _GRAM - len(codes)))
    codes = codes[: _MOST_GRAMS + _GRAM]
    value = np.zeros(len(codes) - _GRAM + 1, np.uint64)
    for offset in range(_GRAM):
        value = value * np.uint64(0x9E3779B97F4A7C15) + codes[offset : offset + len(value)]
    mixed: NDArray[np.uint64] = (value ^ (value >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9)
    return mixed
