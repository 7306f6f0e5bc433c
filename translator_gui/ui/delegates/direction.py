"""Which way a text runs, and signs for the characters nobody sees: those that turn the text round most of all.

French and English run from left to right even where a sentence begins with an Arabic name; left to itself, Qt would
turn such a sentence round, full stop first. What has no letter of ours runs as its own script does.
"""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import Qt

_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_TURNED = "␦"
_SIGNS = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"},  # ␀ and the like
    0x7F: 0x2421,
    **{ord(char): ord(_TURNED) for char in _BIDI},
}
_UNSEEN = re.compile(f"[{re.escape(''.join(map(chr, _SIGNS)))}]")
_FROM_THE_RIGHT = frozenset({"R", "AL"})


def _kinds(text: str) -> set[str]:
    return set() if text.isascii() else set(map(unicodedata.bidirectional, text))


def direction(text: str) -> Qt.LayoutDirection:
    kinds = _kinds(text)
    foreign = "L" not in kinds and kinds & _FROM_THE_RIGHT
    return Qt.LayoutDirection.LayoutDirectionAuto if foreign else Qt.LayoutDirection.LeftToRight


def would_turn(text: str) -> bool:
    """Has it words of both kinds, so that Qt, left to itself, might turn it round?"""
    kinds = _kinds(text)
    return "L" in kinds and bool(kinds & _FROM_THE_RIGHT)


def has_unseen(text: str) -> bool:
    return _UNSEEN.search(text) is not None


def with_signs(text: str) -> str:
    """As long as ``text``; a sign for each character that turns or breaks it, which it then does no more."""
    return text.translate(_SIGNS) if has_unseen(text) else text


def from_the_left(text: str) -> str:
    """A sentence of ours that quotes others: with signs, and with a mark that nobody sees where Qt would turn it round
    for the Arabic word it begins with."""
    return ("\u200e" if would_turn(text) else "") + with_signs(text)
