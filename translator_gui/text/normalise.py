"""Other spellings of the same text, for comparing and for machines. What a person reads is never replaced by these."""

from __future__ import annotations

import re
import unicodedata

# Spaces that French typography sets: no-break, narrow no-break, thin, figure …
SPACES = "\u00a0\u202f\u2009\u2007\u2008\u2002\u2003\u200a"
_SPACES = re.compile(f"[{SPACES}]")
_RUN = re.compile(r"\s+")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "′": "'"})
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"', "″": '"'})
_DASHES = str.maketrans({"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-"})
# Controls that no document format stores, and code points that are not characters. Tab and line ends stay.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def plain_spaces(text: str) -> str:
    """Every typographic space becomes U+0020; the length does not change."""
    return _SPACES.sub(" ", text)


def plain_apostrophes(text: str) -> str:
    """’ and its kin become '; the length does not change."""
    return text.translate(_APOSTROPHES)


def plain_punctuation(text: str) -> str:
    """Apostrophes, double quotes, dashes and spaces in their ASCII form; the length does not change."""
    return plain_spaces(text.translate(_APOSTROPHES).translate(_QUOTES).translate(_DASHES))


def one_line(text: str) -> str:
    """White space runs become one space, ends trimmed."""
    return _RUN.sub(" ", text).strip()


def strip_accents(text: str) -> str:
    """Combining marks removed, œ and æ taken apart: "Œuvré" -> "OEuvre"."""
    apart = text.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae").replace("Æ", "AE")
    return "".join(c for c in unicodedata.normalize("NFD", apart) if not unicodedata.combining(c))


def fold(text: str) -> str:
    """For comparing: one line, plain punctuation, no accents, no invisible characters, case folded."""
    return strip_accents(_INVISIBLE.sub("", one_line(plain_punctuation(text)))).casefold()


def without_controls(text: str, replacement: str = "") -> str:
    """Without NUL and the other control characters that XML forbids, and without lone surrogates."""
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub(replacement, text))


def has_controls(text: str) -> bool:
    """True when without_controls would change the text."""
    return bool(_CONTROLS.search(text) or _SURROGATES.search(text))
