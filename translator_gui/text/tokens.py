"""Words and other tokens with their places. French elisions (l’, qu’) are words of their own, as in both languages'
spell-checkers and counts of translators."""

from __future__ import annotations

import re
from typing import NamedTuple

import regex  # type: ignore[import-untyped,unused-ignore]

from ..domain.span import Span

# URL or address | number with inner separators | elided word with its apostrophe | word with inner - ’ . | mark
_TOKEN = regex.compile(
    r"""(?P<address>(?:https?://|www\.)\S*[\p{L}\p{N}/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
      | (?P<number>\p{N}+(?:[.,\u00a0\u202f\u2009 ]?\p{N}{3}(?!\p{N}))*(?:[.,]\p{N}+)?)
      | (?P<elision>(?i:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\p{L}))
      | (?P<word>[\p{L}\p{M}]+(?:['’‑-][\p{L}\p{M}\p{N}]+|(?<=\p{Lu})\.\p{Lu}(?!\p{Ll})|\p{N}+)*)
      | (?P<mark>[^\s\p{L}\p{N}])""",
    regex.VERBOSE,
)
# From the first letter or digit of what stands between two spaces to its end.
_RUN = re.compile(r"[^\W_]\S*")


class Token(NamedTuple):
    """kind: address, number, elision, word or mark."""

    text: str
    start: int
    end: int
    kind: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def tokens(text: str) -> list[Token]:
    """Every token in order; only white space lies between them."""
    return [
        Token(found.group(), found.start(), found.end(), found.lastgroup or "mark") for found in _TOKEN.finditer(text)
    ]


def words(text: str) -> list[Token]:
    """Tokens without marks."""
    return [token for token in tokens(text) if token.kind != "mark"]


def word_count(text: str) -> int:
    """Words as offices count them: runs without white space that hold a letter or digit (« alone does not count)."""
    return len(_RUN.findall(text))
