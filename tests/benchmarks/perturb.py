"""Mistakes made on purpose: good English translations altered in the ways newsroom drafts go wrong.

Every function takes a sentence and a random generator and answers an altered sentence, or None when the sentence
offers no place for that mistake. The lists are small and our own; nothing here knows the test data.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from .perturb_words import ADJECTIVES, ADVERBS, AUXILIARIES, HEDGES, OPPOSITE, PREPOSITIONS, PRONOUNS, STOP, TENSES

Maker = Callable[[str, random.Random], "str | None"]

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d[\d,.]*")


def _like(model: str, word: str) -> str:
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def _tidy(text: str) -> str:
    text = re.sub(r"\s+([,.;:?!])", r"\1", re.sub(r"\s{2,}", " ", text)).strip().lstrip(",; ")
    text = re.sub(r",\s*([.?!;])", r"\1", text)
    return text[:1].upper() + text[1:]


def _replace_word(text: str, rng: random.Random, table: dict[str, str]) -> str | None:
    places = [m for m in _WORD.finditer(text) if m.group().lower() in table]
    if not places:
        return None
    place = rng.choice(places)
    return text[: place.start()] + _like(place.group(), table[place.group().lower()]) + text[place.end() :]


def _drop(text: str, rng: random.Random, fits: Callable[[re.Match[str]], bool]) -> str | None:
    places = [m for m in _WORD.finditer(text) if m.start() > 0 and fits(m)]
    if not places:
        return None
    place = rng.choice(places)
    return _tidy(text[: place.start()].rstrip() + " " + text[place.end() :].lstrip())


def antonym(text: str, rng: random.Random) -> str | None:
    return _replace_word(text, rng, OPPOSITE)


def tense(text: str, rng: random.Random) -> str | None:
    return _replace_word(text, rng, TENSES)


def gender(text: str, rng: random.Random) -> str | None:
    return _replace_word(text, rng, PRONOUNS)


def fact(text: str, rng: random.Random) -> str | None:
    """Hearsay or possibility told as a fact."""
    fits = [(p, r) for p, r in HEDGES if re.search(p, text, re.IGNORECASE)]
    if not fits:
        return None
    pattern, new = rng.choice(fits)
    return _tidy(re.sub(pattern, new, text, count=1, flags=re.IGNORECASE))


def adverb_dropped(text: str, rng: random.Random) -> str | None:
    return _drop(text, rng, lambda m: m.group().lower() in ADVERBS or (m.group().endswith("ly") and len(m.group()) > 5))


def adjective_dropped(text: str, rng: random.Random) -> str | None:
    return _drop(text, rng, lambda m: m.group().lower() in ADJECTIVES)


def word_dropped(text: str, rng: random.Random) -> str | None:
    return _drop(text, rng, lambda m: m.group().lower() not in STOP and len(m.group()) > 3)


def clause_dropped(text: str, rng: random.Random) -> str | None:
    """What stands between two commas, or after the last one."""
    marks = [m.start() for m in re.finditer(r",(?=\s)", text)]
    end = len(text.rstrip(' .?!"”'))
    spans = [(a, b) for a, b in zip(marks, [*marks, end][1:], strict=False) if 2 <= len(text[a:b].split()) <= 14]
    if not spans:
        return None
    start, stop = rng.choice(spans)
    return _tidy(text[:start] + text[stop:])


def phrase_dropped(text: str, rng: random.Random) -> str | None:
    """A preposition and the two to five words after it."""
    starts = "|".join(PREPOSITIONS)
    pattern = rf" (?:{starts})(?: [\w'’-]+){{1,4}}?(?=[,.;]| (?:{starts}|and|that|which|who) )"
    places = list(re.finditer(pattern, text))
    if not places:
        return None
    place = rng.choice(places)
    return _tidy(text[: place.start()] + text[place.end() :])


def number(text: str, rng: random.Random) -> str | None:
    places = list(re.finditer(r"\d+", text))
    if not places:
        return None
    place = rng.choice(places)
    old = place.group()
    value = int(old)
    if len(old) == 4 and 1000 < value < 2100:
        new = str(value + rng.choice([-20, -10, -2, -1, 1, 2, 10]))
    else:
        new = str(max(1, rng.choice([value + 1, value * 2, value // 2, value + 10, value * 10]))).zfill(len(old))
    return None if new == old else text[: place.start()] + new + text[place.end() :]


def _names(text: str) -> list[re.Match[str]]:
    return list(re.finditer(r"(?<=[a-z,’'] )[A-Z][a-zé]{2,}(?: [A-Z][a-zé]+)*", text))


def names_swapped(text: str, rng: random.Random) -> str | None:
    names = _names(text)
    if len(names) < 2 or names[0].group() == names[1].group():
        return None
    a, b = sorted(rng.sample(names, 2), key=lambda m: m.start())
    return text[: a.start()] + b.group() + text[a.end() : b.start()] + a.group() + text[b.end() :]


def negation_added(text: str, rng: random.Random) -> str | None:
    places = [m for m in re.finditer(rf"\b(?:{'|'.join(AUXILIARIES)})\b(?! not)", text)]
    if not places:
        return None
    place = rng.choice(places)
    return text[: place.end()] + " not" + text[place.end() :]


def negation_dropped(text: str, rng: random.Random) -> str | None:
    new = re.sub(r"\b(?:(do|does|did) not|not|never|no longer|n['’]t)\b ?", "", text, count=1)
    return None if new == text else _tidy(new)


def words_swapped(text: str, rng: random.Random) -> str | None:
    words = list(_WORD.finditer(text))
    places = [i for i in range(1, len(words) - 1) if words[i].group().lower() != words[i + 1].group().lower()]
    if not places:
        return None
    i = rng.choice(places)
    a, b = words[i], words[i + 1]
    return text[: a.start()] + b.group() + text[a.end() : b.start()] + a.group() + text[b.end() :]


MAKERS: dict[str, Maker] = {
    "antonym": antonym,
    "tense": tense,
    "gender": gender,
    "fact": fact,
    "adverb-dropped": adverb_dropped,
    "adjective-dropped": adjective_dropped,
    "word-dropped": word_dropped,
    "clause-dropped": clause_dropped,
    "phrase-dropped": phrase_dropped,
    "number": number,
    "names-swapped": names_swapped,
    "negation-added": negation_added,
    "negation-dropped": negation_dropped,
    "words-swapped": words_swapped,
}

SEVERITY = {
    "tense": "major",
    "words-swapped": "minor",
    "phrase-dropped": "major",
    "fact": "major",
}


def wrong_word(text: str, rng: random.Random, pool: Sequence[str]) -> str | None:
    """A content word replaced by one of another sentence with the same ending."""
    places = [m for m in _WORD.finditer(text) if len(m.group()) > 4 and m.group()[0].islower()]
    rng.shuffle(places)
    for place in places[:4]:
        fits = [w for w in pool if w[-2:] == place.group()[-2:] and w[:3] != place.group()[:3]]
        if fits:
            return text[: place.start()] + rng.choice(fits) + text[place.end() :]
    return None


def left_in_source(text: str, rng: random.Random, source: str) -> str | None:
    """A word of the source in the place of an English one."""
    foreign = re.findall(r"\b[a-zà-ÿ]{5,}\b", source)
    places = [m for m in _WORD.finditer(text) if len(m.group()) > 4 and m.group()[0].islower()]
    if not foreign or not places:
        return None
    place = rng.choice(places)
    new = rng.choice(foreign)
    return None if new in text else text[: place.start()] + new + text[place.end() :]


def addition(text: str, rng: random.Random, other: str) -> str | None:
    """A phrase of another sentence put before the full stop."""
    phrases = re.findall(rf" (?:{'|'.join(PREPOSITIONS)})(?: [\w'’-]+){{2,5}}", other)
    end = len(text.rstrip(' .?!"”'))
    return text[:end] + rng.choice(phrases) + text[end:] if phrases else None


def perturbed(
    text: str, source: str, others: Sequence[str], count: int, rng: random.Random
) -> list[tuple[str, str, str]]:
    """Up to ``count`` different mistakes in ``text``: (kind, severity, altered text)."""
    pool = [w for other in others for w in re.findall(r"\b[a-z]{5,}\b", other)]
    makers: dict[str, Callable[[], str | None]] = {
        name: (lambda make=make: make(text, rng))
        for name, make in MAKERS.items()  # type: ignore[misc]
    }
    makers["wrong-word"] = lambda: wrong_word(text, rng, pool)
    makers["left-in-source"] = lambda: left_in_source(text, rng, source)
    makers["addition"] = lambda: addition(text, rng, rng.choice(others))
    names = list(makers)
    rng.shuffle(names)
    found: list[tuple[str, str, str]] = []
    for name in names:
        if len(found) >= count:
            break
        new = makers[name]()
        if new and new != text:
            found.append((name, SEVERITY.get(name, "critical"), new))
    return found
