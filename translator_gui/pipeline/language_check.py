"""Is a text in the language it should be in? By py3langid's naive Bayes over byte n-grams (Lui & Baldwin 2012,
"langid.py: An Off-the-shelf Language Identification Tool"). Short texts get the benefit of the doubt."""

from __future__ import annotations

from functools import cache
from typing import Any

_LEAST = 25  # letters; names and figures decide below it
_MARGIN = 8.0  # log probability by which another language must win


def in_language(text: str, language: str) -> bool:
    """False only where the text is long enough to tell and another language is clearly likelier."""
    if sum(character.isalpha() for character in text) < _LEAST:
        return True
    ranked = dict(_identifier().rank(text))
    expected = ranked.get(language.split("-")[0].lower())
    return expected is None or max(ranked.values()) - expected < _MARGIN


@cache
def _identifier() -> Any:
    """Built on use, once a process: a second and 40 MB."""
    import py3langid

    return py3langid
