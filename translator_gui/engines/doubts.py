"""What a candidate lost or made up: mended where that is sure, told where it is not.

``repair`` changes only notation and damaged spellings. ``doubts`` returns sentences a person understands.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from .figures import english_notation, missing_numbers
from .names import bare, fold, name_table, names_in
from .protection import addresses, is_all_caps, plain_quotes

_ENGLISH_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_FRENCH_ONLY = re.compile(
    r"(?<![\w'’-])(?:les|des|aux|une|est|sont|dans|avec|pour|qui|que|sur|été|était|cette|ces|leurs?|ses|mais|ainsi|selon|"
    r"après|déjà|très|entre-temps|ont|elle|ils|nous|vous|où|l[’']\w+|d[’']\w+|qu[’']\w+)(?![\w’'-])",
    re.IGNORECASE,
)
_SAME_NAME = 72.0
_DAMAGED_NAME = 80.0


@lru_cache(maxsize=1)
def _phrases() -> re.Pattern[str]:
    names = sorted(name_table().exonyms, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")


def source_names(source: str) -> list[tuple[str, tuple[str, ...]]]:
    """(French name, English forms one of which should stand in the translation), in order, each once.

    ALL-CAPS sources give none: there a capital says nothing.
    """
    text = plain_quotes(source)
    if is_all_caps(text):
        return []
    table = name_table()
    found: dict[str, tuple[str, ...]] = {}
    for match in _phrases().finditer(text):
        found.setdefault(match.group(), table.exonyms[match.group()])
    rest = _phrases().sub(lambda m: "x" * len(m.group()), text)
    first = [word for word in re.findall(r"^\W*([^\W\d_]+)", rest) if word in table.spellings]
    for name in (*first, *names_in(rest)):
        if not _ordinary(name):
            found.setdefault(name, (table.spellings.get(name, name), name))
    return list(found.items())


def _ordinary(word: str) -> bool:
    """A word whose capital is French usage (offices, institutions), not a name that crosses over as it is."""
    return fold(word) in name_table().french_titles or len(word) < 2


def _present(forms: tuple[str, ...], target: str) -> bool:
    folded = fold(target)
    if any(fold(form) in folded for form in forms):
        return True
    words = [fold(word) for word in _ENGLISH_WORD.findall(target)]
    return any(fuzz.ratio(fold(form), word) >= _SAME_NAME for form in forms for word in words)


def missing_names(source: str, target: str) -> list[str]:
    """Names of the source of which the target has no English form, nor anything spelt like it."""
    return [name for name, forms in source_names(source) if not _present(forms, target)]


def invented_names(source: str, target: str) -> list[str]:
    """Capitalised words inside an English sentence with nothing in the source that could have become them."""
    if is_all_caps(target):
        return []
    table = name_table()
    plain = plain_quotes(source)
    folded = fold(plain)
    allowed = {fold(part) for word in table.capitalised for part in word.split()}
    for match in _phrases().finditer(plain):
        allowed.update(fold(part) for form in table.exonyms[match.group()] for part in form.split())
    for adjective, forms in table.adjectives.items():
        stem = fold(adjective)
        if re.search(rf"\b{re.escape(stem[:-1] if len(stem) > 4 else stem)}", folded):
            allowed.update(fold(part) for form in forms for part in re.split(r"[ -]", form))
    own = [fold(bare(word)) for word in re.findall(r"[^\W\d_]+(?:['.-][^\W\d_]+)*", plain)]
    return [word for word in dict.fromkeys(_inner_capitals(target)) if not _explained(fold(word), allowed, own)]


def _inner_capitals(target: str) -> list[str]:
    words: list[str] = []
    for word in names_in(target.replace("’", "'")):
        word = re.sub(r"'s?$", "", word)
        if len(word) > 2:
            words.extend(part for part in word.split("-") if part[:1].isupper() and len(part) > 2)
    return words


def _explained(word: str, allowed: set[str], own: list[str]) -> bool:
    if word in allowed:
        return True
    return any(fuzz.ratio(word, mine) >= 60 or (len(mine) > 3 and word[:4] == mine[:4]) for mine in own)


def repair(source: str, target: str) -> str:
    """English notation for numbers, damaged names and addresses put back, French exonyms replaced."""
    text = english_notation(source, target)
    text = _mend_addresses(source, text)
    if is_all_caps(source):
        return text
    for name, forms in source_names(source):
        text = _mend_name(name, forms, text)
    return text


def _mend_addresses(source: str, target: str) -> str:
    here = addresses(target)
    for wanted in addresses(source):
        if wanted in target:
            continue
        near = max(here, key=lambda found: fuzz.ratio(wanted, found), default="")
        if near and fuzz.ratio(wanted, near) >= _SAME_NAME:
            target = target.replace(near, wanted, 1)
    return target


def _mend_name(name: str, forms: tuple[str, ...], target: str) -> str:
    """A French exonym left in the English is replaced; an unknown name one or two letters off is put back."""
    if any(fold(form) in fold(target) for form in forms if fold(form) != fold(name)):
        return target
    if name in target:
        return re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", forms[0], target)
    if len(name) < 5 or " " in forms[0]:
        return target
    words = [w for w in re.findall(r"[^\W\d_]+", target) if w[:1].isupper() and w not in name_table().capitalised]
    near = max(words, key=lambda word: fuzz.ratio(fold(forms[0]), fold(word)), default="")
    if near and fuzz.ratio(fold(forms[0]), fold(near)) >= _DAMAGED_NAME and fold(near)[:2] == fold(forms[0])[:2]:
        return re.sub(rf"(?<!\w){re.escape(near)}(?!\w)", forms[0], target, count=1)
    return target


def doubts(source: str, target: str) -> tuple[str, ...]:
    """Sentences saying what the candidate lost, added or left in French; empty when nothing is in doubt."""
    told = [f"The number {token} is missing." for token in missing_numbers(source, target)]
    told += [f"The name {name} is missing." for name in missing_names(source, target)]
    told += [f"The address {url} is missing." for url in addresses(source) if url.lower() not in target.lower()]
    told += [f"“{word}” does not stand in the source." for word in invented_names(source, target)]
    if _brackets(source) > _brackets(target):
        told.append("A note in brackets is missing.")
    french = dict.fromkeys(word.lower() for word in _FRENCH_ONLY.findall(target) if word.lower() in source.lower())
    if len(french) >= 2:
        told.append(f"French is left in it: {', '.join(list(french)[:4])}.")
    told += _length_doubt(source, target)
    return tuple(told)


def _brackets(text: str) -> int:
    return text.count("(") + text.count("[")


def _length_doubt(source: str, target: str) -> list[str]:
    # Okapi's bands, a little wider below: English news is about nine tenths as long as its French.
    if len(source) > 40 and len(target) < 0.45 * len(source):
        return ["It is much shorter than the source: something may be left out."]
    if len(source) > 20 and len(target) > 2.0 * len(source):
        return ["It is much longer than the source: something may be made up."]
    return []
