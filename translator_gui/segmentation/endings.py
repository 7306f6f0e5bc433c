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
    r"(?P<mark>(?<![.!?…‽])[.!?…‽]+(?:[ \u00a0\u202f][!?]+){0,6})"
    r"(?P<close>(?:[ \u00a0\u202f\u2009]?»|[”\"’')\]*_†‡]|" + _NOTE + r")*)(?=\s)"
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
# Small letters that may begin a sentence all the same: iPhone, eBay; « b) … » in a list.
_SMALL_START = re.compile(r"[a-z]{1,2}[A-Z][a-z]|[a-z]\)\s")
_SPEAKER = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|M|Mme)\.?\s+)?(?:[^\W\d_a-zà-öø-ÿ][\w’'.-]*\s+){1,4}(?P<verb>[a-z]+)\b")
_VOWEL = re.compile("[aeiouyàâéèêëîïôöûùüœæAEIOUYÀÂÉÈÊÎÔŒ]")
_ELIDED = frozenset("cdjlmnst") | {"qu"}
_PARTICLES = frozenset({"le", "la", "de", "du", "des", "d", "l"})
_LONGEST_WORD = 40


class Judge:
    """Decides for one language; stateless, so one may serve all threads."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        spaced = "|".join(re.escape(word) for word in rules.spaced)
        self._spaced = re.compile(f"(?i:{spaced})$") if spaced else None

    def ends(self, text: str, place: re.Match[str], end: int, proposed: bool) -> bool:
        """Does a sentence end at ``place`` (a match of PLACE)? end: where its closing marks end; proposed: nupunkt
        thinks so."""
        after = _OPENING.match(text, end)
        if after is None or not after["first"]:
            return True
        mark, quoted = place["mark"], text[end - 1] in '»”"'
        if not self._begins(text, after, mark):
            return False
        if mark == "." and not quoted:
            return self._full_stop(text, place.start(), after, proposed)
        if quoted and mark[-1] != "." and self._is_attributed(text, after):
            return False
        if mark[-1] in "!?" and text.endswith(self.rules.marked_names, 0, place.start() + 1):
            return self._is_starter(text, after)
        return True

    def _begins(self, text: str, after: re.Match[str], mark: str) -> bool:
        """Can what follows begin a sentence? Small letters can only in a quotation or a bracket of their own."""
        first = after["first"]
        if first.islower():
            at = after.start("first")
            return (mark == "." and bool(after["open"])) or _SMALL_START.match(text, at) is not None
        if first.isdigit() and mark[-1] in ".…" and mark != ".":
            return False  # « une loi de… 1987 »
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
        """Does what follows look like the beginning of a sentence rather than a name?"""
        if after["dash"] or "«" in after["open"] or "“" in after["open"]:
            return True
        word = _word(text, after)
        if word.lower() not in self.rules.starters:
            return False
        following = text[after.start("first") + len(word) : after.start("first") + len(word) + 1]
        if following in "'’":
            return True
        return not (len(word) == 1 and following == ".") and word.lower() not in _ELIDED

    def _full_stop(self, text: str, at: int, after: re.Match[str], proposed: bool) -> bool:
        """A single full stop: of an abbreviation, an initial, an enumeration, or of a sentence?"""
        found = _BEFORE.search(text, max(0, at - _LONGEST_WORD), at)
        word = found.group() if found else ""
        bare = word.replace("'", "’").rsplit("’", 1)[-1]
        if len(bare) > 1 and bare.isupper() and bare.isalpha():
            if not self.rules.knows(bare):
                return True  # an acronym: « à l’ONU. »
            if _word(text, after)[1:].isupper():
                bare = bare.capitalize()  # a line in capitals: MME. DUPONT
        if len(bare) > 2 and "." not in bare and not self.rules.knows(bare):
            # Punkt learnt its abbreviations from English law and takes short French words for some: it is believed
            # only about what no vowel makes a word of, and not before a word that begins sentences.
            return proposed or len(bare) > 4 or _VOWEL.search(bare) is not None or self._is_starter(text, after)
        verdict = self._abbreviation(text, at, bare, after) if bare else None
        return verdict if verdict is not None else proposed or self._is_starter(text, after) or not bare.isalpha()

    def _abbreviation(self, text: str, at: int, word: str, after: re.Match[str]) -> bool | None:
        """True, False, or None when no rule knows the word before the full stop."""
        rules, dash = self.rules, bool(after["dash"])
        digit = after["first"].isdigit()
        if word in rules.references and (digit or _ROMAN.match(text, after.start("first"))) and not dash:
            return False
        if word in rules.titles and not digit and not dash:
            return False
        if word in rules.units and _NUMBER_BEFORE.search(text, max(0, at - len(word) - 12), at - len(word)):
            return self._is_starter(text, after)
        if word in rules.inner or (self._spaced and self._spaced.search(text, max(0, at - 12), at)):
            return dash
        if word in rules.closing:
            return not digit
        if word in rules.either or _ACRONYM.match(word):
            return self._is_starter(text, after)
        if _INITIAL.match(word):
            return self._after_initial(text, after)
        return True if len(word) > 1 and word in rules.references else None

    def _after_initial(self, text: str, after: re.Match[str]) -> bool:
        """« J. Le Goff » is a name, « le plan B. Le ministre » is not."""
        if after["dash"] or after["open"] or after["first"].isdigit():
            return True
        word = _word(text, after)
        following = text[after.start("first") + len(word) : after.start("first") + len(word) + 2].strip()
        particle = word.lower() in _PARTICLES
        return self._is_starter(text, after) and not (particle and following[:1].isupper())


def _word(text: str, after: re.Match[str]) -> str:
    """The first word after a place."""
    found = _WORD.match(text, after.start("first"), after.start("first") + _LONGEST_WORD)
    return found.group() if found else ""


def is_enumerator(text: str) -> bool:
    """« 1. », « a) », « IV. »: the number of what follows, not a sentence."""
    return len(text) <= 6 and _ENUMERATOR.match(text) is not None
