"""Words of a text with their places, and text made safe for the models. Strings only."""

from __future__ import annotations

import re

from ..domain.span import Span

MAX_CHARACTERS = 6_000  # per side; about ten times the longest sentence of a newspaper
_SURROGATES = re.compile("[\ud800-\udfff\x00]")
# A French elision (l', d', qu', jusqu') is a word of its own; an English apostrophe is inside its word.
_WORD = {
    "fr": re.compile(
        r"aujourd['’]hui|(?:[^\W\d_]|qu|\w{2,5}qu|dell|nell|all|sull|un)['’](?=[^\W\d_])|[^\W_]+(?:[-.,:][^\W_]+)*",
        re.IGNORECASE,
    ),
    "en": re.compile(r"[^\W_]+(?:['’.,:\-][^\W_]+)*", re.UNICODE),
}
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_PER_WORD_SIGNS = re.compile(r"[^\w\s]", re.UNICODE)


def clean(text: str) -> str:
    """``text`` with lone surrogates and NULs replaced one for one (offsets stay), cut at MAX_CHARACTERS."""
    return _SURROGATES.sub("\ufffd", text[:MAX_CHARACTERS])


def readable(text: str) -> str:
    """``clean``, and a line in capitals in small letters: models have seen few headlines. Offsets stay."""
    text = clean(text)
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) < 8 or sum(letter.isupper() for letter in letters) < 0.8 * len(letters):
        return text
    small = [low if len(low := letter.lower()) == 1 else letter for letter in text]
    first = next(index for index, letter in enumerate(text) if letter.isalpha())
    small[first] = text[first]
    return "".join(small)


def words(text: str, language: str) -> list[Span]:
    """Words in order, without the punctuation around them."""
    pattern = _WORD["fr" if language[:2] in {"fr", "it", "ca"} else "en"]
    return [Span(*match.span()) for match in pattern.finditer(text)]


def has_words(text: str) -> bool:
    """Is there a letter or a digit in it?"""
    return _LETTER_OR_DIGIT.search(text) is not None
