"""Does a sentence end here? nupunkt proposes, the rules of the language decide.

A place where a sentence may end is a run of final marks with the quotes, brackets and footnote marks that close
after it, followed by white space. nupunkt (Punkt: Kiss & Strunk 2006) is asked about the words no list knows.
"""

from __future__ import annotations

import re

from .rules import Rules

_NOTE = r"(?:[¹²³⁰⁴-⁹]+|\[\d{1,3}\]|(?<=[^\W\d_]{3}[.!?…])\d{1,3}(?=\s+[^\W\d_a-zà-öø-ÿ]))"
# final marks, then closing marks (» may stand after a space of any kind), then a footnote mark.
PLACE = re.compile(
    r"(?P<mark>[.!?…‽](?:[.!?…]|[ \u00a0\u202f](?=[!?]))*)"
    r"(?P<close>(?:[ \u00a0\u202f\u2009]?»|[”\"’')\]*†‡]|" + _NOTE + r")*)(?=\s)"
)
# A dash of dialogue, then opening marks, before the first character that says something.
_OPENING = re.compile(r"\s+(?P<dash>[–—-]\s+)?(?P<open>(?:[«“„\"‘'(\[¿¡*_•#]\s*)*)(?P<first>\S?)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ROMAN = re.compile(r"(?:[IVXLC]{2,}|[VXLC]|I(?!\s+[a-z]))(?=[\s.,;:)\]°]|e\b|$)(?!’)")
_BEFORE = re.compile(r"[^\s«“„\"‘(\[–—]*$")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[IVX]{1,5})[.)]?$")
_INITIAL = re.compile(r"(?:[^\W\d_a-zà-öø-ÿ]|Ch|Th|Ph|Yv|Cl|Fr|Jh|Chr|Ph|Alex|Guil)(?:\.?-[^\W\d_](?:h)?)?$")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,3}\.-?)+[^\W\d_]{1,3}$")
_NUMBER_BEFORE = re.compile(r"(?:\d|\b[IVX]+(?:e|ème|er)|½|%)[\s\u00a0\u202f]*$")
_BRAND = re.compile(r"[a-z]{1,2}[A-Z][a-z]")
_SPEAKER = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|M|Mme)\.?\s+)?(?:[^\W\d_a-zà-öø-ÿ][\w’'.-]*\s+){1,4}(?P<verb>[a-z]+)\b")
_LONGEST_WORD = 40


class Judge:
    """Decides for one language; stateless, so one may serve all threads."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self._spaced = re.compile("(?i:" + "|".join(re.escape(w) for w in rules.spaced) + ")$") if rules.spaced else None
        self._marked = tuple(rules.marked_names)

    def ends(self, text: str, place: re.Match[str], proposed: bool) -> bool:
        """Does a sentence end at ``place`` (a match of PLACE)? proposed: nupunkt thinks so."""
        after = _OPENING.match(text, place.end())
        if after is None or not after["first"]:
            return True
        mark, close = place["mark"], place["close"]
        begins = self._begins(text, after)
        if begins is False:
            return False
        if close and mark[-1] != "." and self._is_attributed(text, after):
            return False
        if mark == "." and not (close and close[-1] in "»”\""):
            return self._full_stop(text, place, after, proposed)
        if mark[-1] in "!?" and self._marked and text.endswith(self._marked, 0, place.start() + 1):
            return self._is_starter(text, after)
        return True

    def _begins(self, text: str, after: re.Match[str]) -> bool:
        """Can what follows begin a sentence? Not small letters, nor marks that go on."""
        first = after["first"]
        if first.islower():
            return _BRAND.match(text, after.start("first")) is not None
        return first not in ",;:)]}»”%&=+/.!?…"

    def _is_attributed(self, text: str, after: re.Match[str]) -> bool:
        """“Never!” Mr Smith said."""
        if not self.rules.speech_verbs or after["dash"] or after["open"]:
            return False
        speaker = _SPEAKER.match(text, after.start("first"), after.start("first") + 80)
        if speaker is None or speaker["verb"] not in self.rules.speech_verbs:
            return False
        return not self._is_starter(text, after) or _word(text, after).lower() == "the"

    def _is_starter(self, text: str, after: re.Match[str]) -> bool:
        return bool(after["dash"]) or "«" in after["open"] or "“" in after["open"] or _word(text, after).lower() in self.rules.starters

    def _full_stop(self, text: str, place: re.Match[str], after: re.Match[str], proposed: bool) -> bool:
        """A single full stop: of an abbreviation, an initial, an enumeration, or of a sentence?"""
        at = place.start()
        found = _BEFORE.search(text, max(0, at - _LONGEST_WORD), at)
        word = found.group() if found else ""
        digit = after["first"].isdigit()
        verdict = self._abbreviation(text, at, word, after, digit)
        if verdict is not None:
            return verdict
        # No list knows the word. nupunkt learnt abbreviations from English law: believe it only about words that
        # look like one, for it takes some French words for them.
        return proposed or len(word) > 4 or _has_vowel_inside(word)

    def _abbreviation(self, text: str, at: int, word: str, after: re.Match[str], digit: bool) -> bool | None:
        """True, False, or None when no rule knows the word before the full stop."""
        rules = self.rules
        bare = word.rsplit("’", 1)[-1].rsplit("'", 1)[-1].lstrip("(")
        if not bare:
            return None
        if bare in rules.references and (digit or _ROMAN.match(text, after.start("first"))) and not after["dash"]:
            return False
        if bare in rules.titles and not digit and not after["dash"]:
            return False
        if bare in rules.units and _NUMBER_BEFORE.search(text, max(0, at - len(bare) - 12), at - len(bare)):
            return self._is_starter(text, after)
        if bare in rules.inner or (self._spaced and self._spaced.search(text, max(0, at - 12), at)):
            return bool(after["dash"])
        if bare in rules.closing:
            return not digit
        if bare in rules.either:
            return self._is_starter(text, after)
        if _ACRONYM.match(bare):
            return self._is_starter(text, after)
        if _INITIAL.match(bare):
            return self._after_initial(text, at, bare, after)
        return None

    def _after_initial(self, text: str, at: int, letter: str, after: re.Match[str]) -> bool:
        """« J. Le Goff » is a name, « le plan B. Le ministre » is not."""
        if after["first"].isdigit():
            return True
        if not self._is_starter(text, after) or after["dash"] or after["open"]:
            return bool(after["dash"] or after["open"])
        word_end = after.start("first") + len(_word(text, after))
        following = text[word_end : word_end + 2].strip("  ")
        particle = _word(text, after).lower() in ("le", "la", "de", "du", "des", "d", "l")
        return not (particle and following[:1].isupper())


def _word(text: str, after: re.Match[str]) -> str:
    """The first word after a place."""
    found = _WORD.match(text, after.start("first"), after.start("first") + _LONGEST_WORD)
    return found.group() if found else ""


def _has_vowel_inside(word: str) -> bool:
    return any(letter in "aeiouyàâéèêëîïôùûœAEIOUYÀÉ" for letter in word)


def is_enumerator(text: str) -> bool:
    """« 1. », « a) », « IV. »: the number of what follows, not a sentence."""
    return len(text) <= 6 and _ENUMERATOR.match(text) is not None
