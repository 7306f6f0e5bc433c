"""Characters no XML file (and no UTF-8 file, for lone surrogates) can hold."""

from __future__ import annotations

import re

# XML 1.0, production [2] Char: everything but tab, line feed, carriage return below U+0020, the surrogates and two
# non-characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def strip_forbidden(text: str) -> str:
    """``text`` without the characters XML 1.0 forbids."""
    return _FORBIDDEN.sub("", text)


def count_forbidden(text: str) -> int:
    """How many characters strip_forbidden would take out."""
    return len(_FORBIDDEN.findall(text))
