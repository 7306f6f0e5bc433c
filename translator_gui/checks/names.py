"""Names of people, places and organisations: missing, changed, added, misspelt.

Exonyms and nationalities come from the lexicons (Pékin is Beijing, allemande is German); other names are compared
letter by letter and by sound (Loukachenko, Lukashenko). Capitalised dictionary words are no names here: English and
French set capitals differently, and a preference is no error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapidfuzz import fuzz

from ..domain.finding import Finding
from ..domain.span import Side
from .dictionary import knows
from .environment import Environment
from .lexicon import Mention, lexicon
from .pair_check import PairCheck
from .views import PairView, TextView, Word
from .words import fold, table, word_set

_MOST = 60  # names a side that are compared with each other; beyond it is a list, not prose
_SIMILAR, _NEAR = 66.0, 74.0


class PlaceCheck(PairCheck):
    """Countries, peoples, cities: another one, none, or one too many."""

    name = "places"
    languages = ("fr-en",)

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        places = lexicon("fr-en.places", "places")
        mentioned_s, mentioned_t = list(places.mentions(view.source, 0)), list(places.mentions(view.target, 1))
        view.shared["places"] = (mentioned_s, mentioned_t)
        source, target = _unique(mentioned_s), _unique(mentioned_t)
        if not source and not target:
            return
        vague = {i for i, title in enumerate(places.titles) if title in word_set("fr-en.places", "vague")}
        missing = [m for c, m in source.items() if c not in target and not _kept(m, view.target)]
        added = [m for c, m in target.items() if c not in source and m.text[0].isupper() and not _kept(m, view.source)]
        missing = [m for m in missing if m.text[0].isupper() or m.concept not in vague]
        sure_m = [m for m in missing if m.concept not in vague]
        sure_a = [m for m in added if m.concept not in vague]
        for gone, new in zip(list(sure_m), list(sure_a), strict=False):
            missing.remove(gone)
            added.remove(new)
            yield self.finding(
                view, "place.changed", Side.TARGET, (new.start, new.end), source=gone.text, target=new.text
            )
        for gone in missing:
            yield self.finding(view, "place.missing", Side.SOURCE, (gone.start, gone.end), name=gone.text)
        for new in added:
            money = view.target.text[new.end : new.end + 2].strip(". ").startswith("$") or "dollar" in view.source.low
            if not view.target.all_caps and not (money and new.text.upper().startswith("U")):
                yield self.finding(view, "place.added", Side.TARGET, (new.start, new.end), name=new.text)


def _unique(mentions: Iterable[Mention]) -> dict[int, Mention]:
    found: dict[int, Mention] = {}
    for mention in mentions:
        found.setdefault(mention.concept, mention)
    return found


def _kept(mention: Mention, other: TextView) -> bool:
    """The very word stands on the other side (Vienne may be a town in France)."""
    return any(fold(part) in other.folded for part in re.split(r"[\s\-']", mention.text) if len(part) > 3)


def _place_words(view: PairView) -> tuple[set[int], set[int]]:
    """Where the words of place names start, on both sides: PlaceCheck answers for them."""
    if "places" not in view.shared:
        table_ = lexicon("fr-en.places", "places")
        view.shared["places"] = (list(table_.mentions(view.source, 0)), list(table_.mentions(view.target, 1)))
    result = []
    for mentions, side in zip(view.shared["places"], (view.source, view.target), strict=True):
        inside = {offset for m in mentions for offset in range(m.start, m.end)}
        result.append({w.start for w in side.words if w.start in inside} if inside else set())
    return result[0], result[1]


class NameCheck(PairCheck):
    """Names that are no dictionary words."""

    name = "names"
    languages = ("fr-en",)

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        if view.source.all_caps or view.target.all_caps:
            return
        covered_s, covered_t = _place_words(view)
        source = [w for w in _names(view.source, "fr") if w.start not in covered_s and not self._known(view, w)]
        target = [w for w in _names(view.target, "en") if w.start not in covered_t]
        if not source and not target:
            return
        missing = [w for w in source if not self._answered(w, view.target)]
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
            likeness = fuzz.ratio(fold(word.low), fold(_plain(twin.low)))
            if likeness >= _SIMILAR:
                if not _exonym(word, twin):
                    yield self._similar(view, word, twin)
            else:
                yield self.finding(
                    view, "name.changed", Side.TARGET, (twin.start, twin.end), source=word.text, target=twin.text
                )
        for word in added:
            other = self._surname(view)
            if other is not None and fuzz.ratio(fold(other.low), fold(_plain(word.low))) >= _SIMILAR:
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
            if knows("fr", word.low) and not self._answered(word, view.target) and before.low in view.target.low_set:
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

    def _answered(self, word: Word, other: TextView) -> bool:
        plain = fold(word.low)
        if plain in other.folded or f"{plain}'s" in other.folded:
            return True
        sound = sounds(plain)
        for twin in other.words[:2000]:
            bare = fold(_plain(twin.low))
            if sounds(bare) == sound or (len(plain) > 4 and len(bare) > 4 and (plain in bare or bare in plain)):
                return True
        return False

    def _added(self, view: PairView, target: list[Word], source: list[Word], missing: list[Word]) -> list[Word]:
        sound = {sounds(f) for f in view.source.folded if len(f) > 2}
        places = lexicon("fr-en.places", "places").sides[1]
        exonyms = lexicon("fr-en.names", "names").sides[1]
        lost = {w.start for w in missing}
        small = {fold(w.low) for w in view.source.words if w.start not in lost}
        added = []
        for word in target:
            bare = fold(_plain(word.low))
            if bare in view.source.folded or sounds(bare) in sound or bare in places or bare in exonyms:
                continue
            if any(_alike(bare, f) for f in small if len(f) > 4 and len(bare) > 4):
                continue
            added.append(word)
        return added

    def _twin(self, word: Word, added: list[Word]) -> Word | None:
        """The added name that stands for the missing one: the likest, else the first."""
        if not added:
            return None
        return max(added, key=lambda a: fuzz.ratio(fold(word.low), fold(_plain(a.low))) + (a.text[0].isupper()))

    def _near(self, word: Word, view: PairView) -> Word | None:
        """A dictionary word with a capital that is nearly the name (Macron -> Macaroon)."""
        plain = fold(word.low)
        near = [w for w in view.target.words[:2000] if w.text[0].isupper() and len(w.low) > 3]
        best = max(near, key=lambda w: fuzz.ratio(plain, fold(_plain(w.low))), default=None)
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
    a, b = fold(word.low), fold(_plain(twin.low))
    english = (
        knows("en", _plain(twin.low).capitalize()) and not knows("en", word.text) and (a[0] == b[0] or b[1:2] == a[0])
    )
    usual = a[:3] == b[:3] and abs(len(a) - len(b)) <= 2 and len(a) > 4 and a[:-3] == b[: len(a) - 3]
    return english or usual


def _plain(low: str) -> str:
    return low[:-2] if low.endswith("'s") else low.rstrip("'")


def _names(side: TextView, language: str) -> list[Word]:
    """Words that can only be names: a capital where none must be, or unknown to the dictionary in small letters."""
    found = []
    for word in side.words:
        text = word.text
        if len(text) < 3 or not text[0].isupper() or "'" in word.low[:2]:
            continue
        if text.isupper() and len(text) <= 6:
            continue  # acronyms have their own check
        if knows(language, _plain(word.low)) or knows(language, word.low) or not askable_name(text):
            continue
        if language == "en" and _plain(word.low) in _ignored():
            continue
        if _ROMAN.fullmatch(text):
            continue
        if side.text[word.end : word.end + 1].isdigit() or (word.start and side.text[word.start - 1] in "@#/_."):
            continue
        found.append(word)
        if len(found) >= _MOST:
            break
    return found


def askable_name(text: str) -> bool:
    return text.isprintable()


@lru_cache(maxsize=1)
def _ignored() -> frozenset[str]:
    return word_set("fr-en.names", "ignore_added")


_SOUNDS = (
    ("tch", "c"), ("sch", "c"), ("ch", "c"), ("sh", "c"), ("cz", "c"), ("tz", "c"), ("ts", "c"), ("kh", "k"),
    ("ck", "k"), ("qu", "k"), ("gu", "g"), ("gh", "g"), ("dj", "j"), ("dzh", "j"), ("ph", "f"), ("th", "t"),
    ("ou", "u"), ("oo", "u"), ("ow", "o"), ("ij", "i"), ("yi", "i"), ("iy", "i"), ("ei", "e"), ("ai", "e"),
    ("ay", "e"), ("ey", "e"), ("ae", "e"), ("oe", "e"), ("ew", "ev"), ("eff", "ev"), ("ov", "of"), ("w", "v"),
    ("q", "k"), ("c", "k"), ("x", "ks"), ("y", "i"), ("z", "s"), ("h", ""), ("v", "f"), ("d", "t"), ("-", ""),
    ("'", ""),
)  # fmt: skip


@lru_cache(maxsize=65536)
def sounds(folded: str) -> str:
    """A rough common sound of French and English spellings of foreign names: loukachenko = lukashenko."""
    word = folded
    if len(word) > 60:
        return word
    for old, _ in _SOUNDS[:6]:
        word = word.replace(old, "\u0283")
    for old, new in _SOUNDS[6:]:
        word = word.replace(old, new)
    word = re.sub(r"(.)\1+", r"\1", word)
    return re.sub(r"(?:e|es|s|i|a|us|o)$", "", word) if len(word) > 4 else word


class AcronymCheck(PairCheck):
    """OTAN = NATO, OMS = WHO; other abbreviations are kept or spelt out."""

    name = "acronyms"
    languages = ("fr-en",)

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        lexis = lexicon("fr-en.acronyms", "acronyms")
        found = list(self._acronyms(view.source, lexis.sides[0].keys() if view.source.all_caps else None))
        if not found:
            return
        found = found[:_MOST]
        here = {m.concept for m in lexis.mentions(view.target, 1)}
        rivals = list(self._acronyms(view.target, None))[:_MOST]
        for word in found:
            if self._kept_or_spelt(word, view, here):
                continue
            concepts = [c for _, _, c in lexis.sides[0].get(fold(word.low), ())]
            expected = self._expected(concepts[0]) if concepts else ""
            if concepts and word.text in (w.text for w in view.target.words):
                twin = next(w for w in view.target.words if w.text == word.text)
                if fold(word.low) != expected.lower():
                    yield self.finding(
                        view,
                        "acronym.left",
                        Side.TARGET,
                        (twin.start, twin.end),
                        expected,
                        source=word.text,
                        expected=expected,
                    )
                continue
            other = next((w for w in rivals if not self._explained(w, view)), None)
            if concepts and other is not None:
                yield self.finding(
                    view, "acronym.changed", Side.TARGET, (other.start, other.end), expected,
                    source=word.text, target=other.text, expected=expected,
                )  # fmt: skip
            else:
                yield self.finding(view, "acronym.missing", Side.SOURCE, (word.start, word.end), name=word.text)

    def _acronyms(self, side: TextView, only: Iterable[str] | None) -> Iterator[Word]:
        keys = frozenset(only) if only is not None else None
        for word in side.words:
            text = word.text
            if not (2 <= len(text) <= 6 and text.isupper() and text.isalpha()) or set(text) <= set("IVXLCDM"):
                continue
            if keys is None or (fold(word.low) in keys and not knows("fr", word.low)):
                yield word

    def _kept_or_spelt(self, word: Word, view: PairView, here: set[int]) -> bool:
        concepts = {c for _, _, c in lexicon("fr-en.acronyms", "acronyms").sides[0].get(fold(word.low), ())}
        if concepts & here:
            return True
        folded = fold(word.low)
        if not concepts and (folded in view.target.folded or folded + "s" in view.target.folded):
            return True
        places = lexicon("fr-en.places", "places")
        if {c for _, _, c in places.sides[0].get(folded, ())} & {m.concept for m in places.mentions(view.target, 1)}:
            return True
        letters = "".join(w.text[0] for w in view.target.words[:3000] if w.text[0].isupper()).lower()
        if not concepts and (folded in letters or folded[::-1] in letters):
            return True
        anagram = sorted(folded)
        return not concepts and any(w.text.isupper() and sorted(w.low) == anagram for w in view.target.words)

    def _explained(self, word: Word, view: PairView) -> bool:
        """Is the English abbreviation that of another French one, or spelt the same there?"""
        if word.low in view.source.low_set:
            return True
        lexis = lexicon("fr-en.acronyms", "acronyms")
        concepts = {c for _, _, c in lexis.sides[1].get(word.low, ())}
        return any(c in concepts for w in view.source.words for _, _, c in lexis.sides[0].get(fold(w.low), ()))

    def _expected(self, concept: int) -> str:
        line = table("fr-en.acronyms")["acronyms"][concept]
        first: str = line.split("|")[1].split()[0]
        return first.replace("_", " ") if "_" in first else first.upper()
