"""The hunspell dictionaries, opened on first use, with every answer kept: is this a word, and what form of it?"""

from __future__ import annotations

from functools import cache, lru_cache
from threading import Lock

import hunspell  # type: ignore[import-untyped,unused-ignore]

from ..kit.errors import InputError
from ..kit.paths import resource

_FAMILIES = {"en": ("en_US", "en_GB"), "fr": ("fr",)}
_LOCK = Lock()  # hunspell keeps scratch buffers in the object
NAMES = tuple(name for names in _FAMILIES.values() for name in names)
LONGEST = 60  # letters; longer runs are not words, and hunspell's suffix search is quadratic in them


@cache
def dictionary(name: str) -> hunspell.Hunspell:
    """The dictionary resources/dictionaries/<name>. Opening one keeps every thread of Python waiting, up to a tenth of
    a second. Raises InputError when there is none."""
    folder = resource("dictionaries")
    if not (folder / f"{name}.dic").exists():
        raise InputError(f"There is no spelling dictionary for {name}.", "Choose another one in the preferences.")
    with _LOCK:
        return hunspell.Hunspell(name, hunspell_data_dir=f"{folder}/")


def askable(word: str) -> bool:
    """Can hunspell be asked? Lone surrogates and NUL cannot leave Python."""
    return 0 < len(word) <= LONGEST and "\0" not in word and word.isprintable()


@lru_cache(maxsize=200_000)
def knows(language: str, word: str) -> bool:
    """Is ``word`` in a dictionary of ``language`` ("en": American or British; or a name like "en_GB")?"""
    if not askable(word):
        return False
    for name in _FAMILIES.get(language, (language,)):
        speller = dictionary(name)
        with _LOCK:
            if speller.spell(word):
                return True
    return False


@lru_cache(maxsize=50_000)
def forms(word: str) -> tuple[str, ...]:
    """Grammatical readings of a French word, as the dictionary's tags: "st:avoir po:v0ait____a po:cond po:3sg"."""
    if not askable(word):
        return ()
    speller = dictionary("fr")
    with _LOCK:
        return tuple(f"{reading.strip()} " for reading in speller.analyze(word))


@lru_cache(maxsize=50_000)
def lemmas(language: str, word: str) -> tuple[str, ...]:
    """Dictionary forms of a word in lower case ("chevaux" -> "cheval"); () for another language, or when unknown."""
    if language not in _FAMILIES or not askable(word):
        return ()
    speller = dictionary(_FAMILIES[language][0])
    with _LOCK:
        found = dict.fromkeys(stem.strip().lower() for stem in speller.stem(word))
    # English prefixes are taken off, too: "unions" is no form of "ion".
    return tuple(stem for stem in found if language != "en" or stem[:1] == word[:1].lower())


def has_tag(word: str, tag: str, always: bool = False) -> bool:
    """Does some reading (or, ``always``, every one) of the French word carry ``tag``, e.g. "po:cond"?"""
    readings = forms(word)
    hits = [f"{tag} " in reading for reading in readings]
    return bool(hits) and (all(hits) if always else any(hits))
