"""Finding an error type by a few letters: its keys ("am": Accuracy, Mistranslation) or the beginning of its name."""

from __future__ import annotations

import unicodedata

from .typology import ErrorType, Typology

_NONE = 9


def search(typology: Typology, typed: str, language: str = "en") -> list[ErrorType]:
    """Best first; all of them, dimensions before their types, when nothing is typed. Keys come before names, the
    beginning of a name before that of a later word, those before the middle of one."""
    types = [each for top in typology.dimensions for each in (top, *typology.within(top.id))]
    wanted = _plain(typed)
    ranked = [(_rank(typology, each, wanted, language), each) for each in types]
    return [each for rank, each in sorted(ranked, key=lambda pair: pair[0]) if rank < _NONE]


def keys_of(typology: Typology, error_type: ErrorType) -> str:
    """The letters that choose it: a dimension's own, then the type's; "" where one is missing."""
    dimension = typology.get(error_type.dimension)
    if dimension is None or dimension.id == error_type.id:
        return error_type.key
    return dimension.key + error_type.key if dimension.key and error_type.key else ""


def _rank(typology: Typology, error_type: ErrorType, wanted: str, language: str) -> int:
    keys, name = keys_of(typology, error_type), _plain(error_type.name(language))
    dimension = typology.get(error_type.dimension)
    tests = (
        not wanted,
        keys == wanted.replace(" ", ""),
        keys.startswith(wanted.replace(" ", "")) and bool(keys),
        name.startswith(wanted),
        any(word.startswith(wanted) for word in name.split()),
        all(part in f"{_plain(dimension.name(language)) if dimension else ''} {name}" for part in wanted.split()),
    )
    return next((rank for rank, passed in enumerate(tests) if passed), _NONE)


def _plain(text: str) -> str:
    """Small letters without accents; hyphens and apostrophes as spaces."""
    split = unicodedata.normalize("NFKD", text.lower())
    letters = "".join(c if c.isalnum() else " " for c in split if not unicodedata.combining(c))
    return " ".join(letters.split())
