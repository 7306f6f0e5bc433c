"""Names of people and organisations: missing, changed, added, misspelt.

Exonyms come from the lexicon; other names are compared letter by letter and by sound (Loukachenko, Lukashenko), and
places have a check of their own (places.py). Capitalised dictionary words are no names here: English and
French set capitals differently, and a preference is no error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial

from rapidfuzz import fuzz

from ..domain.finding import Finding
from ..domain.span import Side
from .dictionary import knows
from .environment import Environment
from .lexicon import Mention, lexicon
from .name_sounds import SOUNDS
from .pair_check import PairCheck
from .places import place_mentions
from .views import PairView, TextView, Word, lowered
from .words import Remembered, fold, word_set

_MOST = 60  # names a side that are compared with each other; beyond it is a list, not prose
_READ = 2000  # words of the target that a name is looked for in
_SIMILAR, _NEAR = 66.0, 74.0


class NameCheck(PairCheck):
    """Names that are no dictionary words."""

    name = "names"
    languages = ("fr-en",)

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        if view.source.all_caps or view.target.all_caps:
            return
        source, target = _names(view.source, "fr"), _names(view.target, "en")
        if not source and not target:
            return
        places_s, places_t = place_mentions(view)
        source = [w for w in _outside(source, places_s) if not self._known(view, w)]
        target = _outside(target, places_t)
        if not source and not target:
            return
        missing = [w for w in source if not self._answered(w, view)]
        added = self._added(view, target, source, missing)
        for word in missing:
            twin = self._twin(word, added)
            if twin is None:
                near = self._near(word, view)
                if near is not None:
                    yield self._similar(view, word, near)
                else:
                    yield self.finding(view, "name.missing", Side.SOURCE, (word.start, word.end), name=word.text)
                continue
            added.remove(twin)
            likeness = fuzz.ratio(fold(word.low), _bare_name(twin.low))
            if likeness >= _SIMILAR:
                if not _exonym(word, twin):
                    yield self._similar(view, word, twin)
            else:
                yield self.finding(
                    view, "name.changed", Side.TARGET, (twin.start, twin.end), source=word.text, target=twin.text
                )
        for word in added:
            other = self._surname(view)
            if other is not None and fuzz.ratio(fold(other.low), _bare_name(word.low)) >= _SIMILAR:
                yield self._similar(view, other, word)
                continue
            if other is not None:
                yield self.finding(
                    view, "name.changed", Side.TARGET, (word.start, word.end), source=other.text, target=word.text
                )
                continue
            yield self.finding(view, "name.added", Side.TARGET, (word.start, word.end), name=word.text)

    def _surname(self, view: PairView) -> Word | None:
        """A dictionary word that can only be a surname (Claire Ferrand) and is not in the target."""
        words = view.source.words
        for before, word in zip(words, words[1:], strict=False):  # noqa: RUF007
            follows = word.start - before.end == 1 or before.low in ("m", "mme", "dr")
            if not (follows and word.text[0].isupper() and before.text[0].isupper() and len(word.text) > 3):
                continue
            if knows("fr", word.low) and not self._answered(word, view) and before.low in view.target.low_set:
                return word
        return None

    def _similar(self, view: PairView, word: Word, twin: Word) -> Finding:
        return self.finding(
            view, "name.similar", Side.TARGET, (twin.start, twin.end), word.text, source=word.text, target=twin.text
        )

    def _known(self, view: PairView, word: Word) -> bool:
        """Does the lexicon answer for it (a place is PlaceCheck's; an exonym may be in the target)?"""
        if fold(word.low) in lexicon("fr-en.places", "places").sides[0]:
            return True
        table_ = lexicon("fr-en.names", "names")
        concepts = {concept for _, _, concept in table_.sides[0].get(fold(word.low), ())}
        return bool(concepts) and any(m.concept in concepts for m in table_.mentions(view.target, 1))

    def _answered(self, word: Word, view: PairView) -> bool:
        """Does the target have it, or a word that sounds like it, or one that holds it or is held by it?"""
        plain = fold(word.low)
        if plain in view.target.folded or f"{plain}'s" in view.target.folded:
            return True
        if "heard" not in view.shared:
            heard = frozenset(map(_BARE_NAME.__getitem__, view.target.lows[:_READ]))
            view.shared["heard"] = frozenset(map(SOUNDS.__getitem__, heard)), [name for name in heard if len(name) > 4]
        heard_sounds, long = view.shared["heard"]
        return SOUNDS[plain] in heard_sounds or (
            len(plain) > 4 and any(plain in name or name in plain for name in long)
        )

    def _added(self, view: PairView, target: list[Word], source: list[Word], missing: list[Word]) -> list[Word]:
        if not target:
            return []
        sound = {SOUNDS[f] for f in view.source.folded if len(f) > 2}
        places = lexicon("fr-en.places", "places").sides[1]
        exonyms = lexicon("fr-en.names", "names").sides[1]
        lost = {w.start for w in missing}
        small = {f for w in view.source.words if len(f := fold(w.low)) > 4 and w.start not in lost}
        added = []
        for word in target:
            bare = _bare_name(word.low)
            if bare in view.source.folded or SOUNDS[bare] in sound or bare in places or bare in exonyms:
                continue
            if len(bare) > 4 and any(_alike(bare, f) for f in small):
                continue
            added.append(word)
        return added

    def _twin(self, word: Word, added: list[Word]) -> Word | None:
        """The added name that stands for the missing one: the likest, else the first."""
        if not added:
            return None
        return max(added, key=lambda a: fuzz.ratio(fold(word.low), _bare_name(a.low)) + (a.text[0].isupper()))

    def _near(self, word: Word, view: PairView) -> Word | None:
        """A dictionary word with a capital that is nearly the name (Macron -> Macaroon)."""
        plain = fold(word.low)
        near = [w for w in map(view.target.word, view.target.capitals) if len(w.low) > 3][:_READ]
        best = max(near, key=lambda w: fuzz.ratio(plain, _bare_name(w.low)), default=None)
        if (
            best is not None
            and fuzz.ratio(plain, fold(_plain(best.low))) >= _NEAR
            and fold(best.low) not in view.source.folded
        ):
            return best
        return None


_ROMAN = re.compile(r"[IVXLC]{1,7}(?:e|es|è|er|ème)?")


def _alike(bare: str, word: str) -> bool:
    """arthurienne and Arthurian: an adjective that French writes small."""
    return word in bare or bare in word or (bare[:3] == word[:3] and fuzz.ratio(bare, word) >= 62)


def _exonym(word: Word, twin: Word) -> bool:
    """An English dictionary has the English form as a name and not the French one: Pythagore, Pythagoras."""
    a, b = fold(word.low), _bare_name(twin.low)
    english = (
        knows("en", _plain(twin.low).capitalize()) and not knows("en", word.text) and (a[0] == b[0] or b[1:2] == a[0])
    )
    usual = a[:3] == b[:3] and abs(len(a) - len(b)) <= 2 and len(a) > 4 and a[:-3] == b[: len(a) - 3]
    return english or usual


def _plain(low: str) -> str:
    return low[:-2] if low.endswith("'s") else low.rstrip("'")


def _bare_name(low: str) -> str:
    return fold(_plain(low))


_BARE_NAME = Remembered(_bare_name)


def _outside(words: list[Word], places: list[Mention]) -> list[Word]:
    """Without the words of place names: PlaceCheck answers for them."""
    return [word for word in words if not any(place.start <= word.start < place.end for place in places)]


def _names(side: TextView, language: str) -> list[Word]:
    """Words that can only be names: a capital where none must be, or unknown to the dictionary in small letters."""
    found, names = [], _ONLY_NAMES[language]
    for index in side.capitals:
        if not names[side.texts[index]]:
            continue
        word = side.word(index)
        if side.text[word.end : word.end + 1].isdigit() or (word.start and side.text[word.start - 1] in "@#/_."):
            continue
        found.append(word)
        if len(found) >= _MOST:
            break
    return found


def _only_a_name(language: str, text: str) -> bool:
    """By the word alone. Acronyms have their own check, and Roman numerals are numbers."""
    low = lowered(text)
    if len(text) < 3 or "'" in low[:2] or (text.isupper() and len(text) <= 6) or not text.isprintable():
        return False
    if knows(language, _plain(low)) or knows(language, low) or _ROMAN.fullmatch(text):
        return False
    return language != "en" or _plain(low) not in word_set("fr-en.names", "ignore_added")


_ONLY_NAMES = {language: Remembered(partial(_only_a_name, language)) for language in ("fr", "en")}
