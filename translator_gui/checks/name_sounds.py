"""What a name sounds like, so that French and English spellings of one foreign name meet."""

from __future__ import annotations

import re

from .words import Remembered

_SOUNDS = (
    ("tch", "c"), ("sch", "c"), ("ch", "c"), ("sh", "c"), ("cz", "c"), ("tz", "c"), ("ts", "c"), ("kh", "k"),
    ("ck", "k"), ("qu", "k"), ("gu", "g"), ("gh", "g"), ("dj", "j"), ("dzh", "j"), ("ph", "f"), ("th", "t"),
    ("ou", "u"), ("oo", "u"), ("ow", "o"), ("ij", "i"), ("yi", "i"), ("iy", "i"), ("ei", "e"), ("ai", "e"),
    ("ay", "e"), ("ey", "e"), ("ae", "e"), ("oe", "e"), ("ew", "ev"), ("eff", "ev"), ("ov", "of"), ("w", "v"),
    ("q", "k"), ("c", "k"), ("x", "ks"), ("y", "i"), ("z", "s"), ("h", ""), ("v", "f"), ("d", "t"), ("-", ""),
    ("'", ""),
)  # fmt: skip
_TWICE, _ENDING = re.compile(r"(.)\1+"), re.compile(r"(?:e|es|s|i|a|us|o)$")


def sounds(folded: str) -> str:
    """A rough common sound of French and English spellings of foreign names: loukachenko = lukashenko."""
    word = folded
    if len(word) > 60:
        return word
    for old, _ in _SOUNDS[:6]:
        word = word.replace(old, "\u0283")
    for old, new in _SOUNDS[6:]:
        word = word.replace(old, new)
    word = _TWICE.sub(r"\1", word)
    return _ENDING.sub("", word) if len(word) > 4 else word


SOUNDS = Remembered(sounds)
