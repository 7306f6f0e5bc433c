"""The SentencePiece BPE tokenizer of Gemma, from the vocabulary inside its GGUF file.

Source: the merging of llama.cpp's "llama" tokenizer (llama-vocab.cpp, llm_tokenizer_spm): the neighbouring pair with
the best score is joined until none is left; what is in no piece becomes bytes. No piece crosses a space, so that words
are cut one by one and remembered.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Sequence
from functools import lru_cache

META = "\u2581"
_CHUNK = re.compile(r"\n+| *[^ \n]+| +")
_LONGEST_CHUNK = 80

Piece = tuple[int, int, int]
"""(token id, start, end): offsets in characters, end exclusive. Bytes of one character share its place."""


class BpeTokenizer:
    def __init__(self, tokens: Sequence[str], scores: Sequence[float], unknown: int) -> None:
        self._ids = {token: index for index, token in enumerate(tokens)}
        self._scores = scores
        self._unknown = unknown
        self._bytes = [self._ids.get(f"<0x{value:02X}>", unknown) for value in range(256)]
        self._chunk = lru_cache(maxsize=50_000)(self._merge)

    def __call__(self, text: str) -> list[Piece]:
        found: list[Piece] = []
        for match in _CHUNK.finditer(text):
            for start in range(match.start(), match.end(), _LONGEST_CHUNK):
                chunk = text[start : min(start + _LONGEST_CHUNK, match.end())]
                found += [(i, a + start, b + start) for i, a, b in self._chunk(chunk)]
        return found

    def ids(self, text: str) -> list[int]:
        return [piece for piece, _, _ in self(text)]

    def _merge(self, chunk: str) -> tuple[Piece, ...]:
        """One word, its leading space included."""
        symbols = [META if letter == " " else letter for letter in chunk]
        places = [(i, i + 1) for i in range(len(symbols))]
        after = list(range(1, len(symbols) + 1))
        before = list(range(-1, len(symbols) - 1))
        queue: list[tuple[float, int, str]] = []

        def offer(left: int) -> None:
            if left >= 0 and after[left] < len(symbols):
                joined = symbols[left] + symbols[after[left]]
                if (index := self._ids.get(joined)) is not None:
                    heapq.heappush(queue, (-self._scores[index], left, joined))

        for left in range(len(symbols)):
            offer(left)
        while queue:
            _, left, joined = heapq.heappop(queue)
            right = after[left]
            if not symbols[left] or right >= len(symbols) or symbols[left] + symbols[right] != joined:
                continue
            symbols[left], symbols[right] = joined, ""
            places[left] = (places[left][0], places[right][1])
            after[left] = after[right]
            if after[left] < len(symbols):
                before[after[left]] = left
            offer(left)
            offer(before[left])
        found: list[Piece] = []
        for symbol, (start, end) in zip(symbols, places, strict=True):
            if symbol in self._ids:
                found.append((self._ids[symbol], start, end))
            elif symbol:
                found += [(self._bytes[value], start, end) for value in symbol.encode("utf-8", "replace")]
        return tuple(found)
