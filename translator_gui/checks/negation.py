"""Does one side deny what the other affirms?

ne … que (only) is no negation. Words that deny without "not" count as negation wherever they answer for one: sans,
aucun, refuser de, lack, fail, un-, in-, unlikely. A negation counts as lost or added only when nothing on the other
side can answer for it at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..domain.finding import Finding
from ..domain.span import Side
from .environment import Environment
from .pair_check import PairCheck
from .views import PairView, TextView, Word
from .words import phrase_pattern, word_set

_AFTER_NE = frozenset(
    [
        "pas",
        "jamais",
        "rien",
        "personne",
        "aucun",
        "aucune",
        "guère",
        "nul",
        "nulle",
        "plus",
        "ni",
        "point",
        "nullement",
        "aucunement",
    ]
)
_QUE = frozenset(["que", "qu'"])
_NE = frozenset(["ne", "n'"])
_SIGN = re.compile(r"\.?\s?\d")


class NegationCheck(PairCheck):
    name = "negation"
    languages = ("fr-en",)

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        french = french_negations(view.source)
        english = english_negations(view.target)
        if french and not english and not self._answer(view.target, "en.negation"):
            cue = french[0]
            span = (cue.start, cue.end)
            yield self.finding(view, "negation.lost", Side.SOURCE, span, cue=cue.text)
        elif english and not french and not self._answer(view.source, "fr.negation"):
            cue = english[0]
            yield self.finding(view, "negation.added", Side.TARGET, (cue.start, cue.end), cue=cue.text)
        elif len(english) > len(french) and not self._answer(view.source, "fr.negation", len(english) - len(french)):
            cue = english[-1]
            if not self._answer(view.source, "fr.negation"):
                yield self.finding(view, "negation.added", Side.TARGET, (cue.start, cue.end), cue=cue.text, hard=False)
        elif len(french) > len(english) and french and not self._answer(view.target, "en.negation"):
            cue = french[-1]
            yield self.finding(view, "negation.lost", Side.SOURCE, (cue.start, cue.end), cue=cue.text, hard=False)

    def _answer(self, side: TextView, name: str, needed: int = 1) -> bool:
        """Enough words that deny without being a negation?"""
        weak = word_set(name, "weak")
        count = sum(low in weak for low in side.lows)
        count += sum(1 for _ in phrase_pattern(name, "phrases").finditer(side.low))
        if count >= needed:
            return True
        prefix = _PREFIXES[name[:2]]
        usual = word_set(name, "no_negative_prefix")
        count += sum(1 for low in side.low_set if len(low) > 5 and prefix.match(low) and low not in usual)
        return count >= needed


_PREFIXES = {
    "en": re.compile(
        r"un(?!i[tvcqf]|der(?!est)|til|cle(?!a))|in(?!ter|to|st|du|vol|form|clu|vit|vad|ves|volv|dex|sid|ju|cre|qu|hab|her|spi"
        r"|tr|it|ha|sp)|im(?:p|m)(?!ort|ple|rov|act|ose|ress)|ir[r]|dis|non|mis|de(?:nie|ny)|anti|counter"
    ),
    "fr": re.compile(
        r"(?:in|im|ir|il)\w{3,20}[ai]bles?$|non|dés(?!ert|orm|ign|ir)|mé(?:conn|conte|fi)|mal(?:heur|adr|sain|hon|entend)"
        r"|in(?:connu|suffi|utile|just|certain|exact|cap|égal|acti|occup|fini|effic|consc|compl|adéq|adapt|attend|humain|déci)"
    ),
}


def french_negations(side: TextView) -> list[Word]:
    """The second words of negations (pas, jamais, rien …), and ni, sans, aucun on their own."""
    strong = word_set("fr.negation", "strong")
    if side.low_set.isdisjoint(strong) and side.low_set.isdisjoint(_NE):
        return []
    lows, words = side.lows, side.words
    found: list[Word] = []
    for index, low in enumerate(lows):
        if low in ("ne", "n'"):
            window = lows[index + 1 : index + 9]
            hit = next((i for i, w in enumerate(window) if w in _AFTER_NE or w in _QUE), None)
            if hit is None or window[hit] in _QUE:
                continue
            if window[hit] == "plus" and _QUE & set(window[hit + 1 : hit + 3]):
                continue  # ne … plus que
            if window[hit] == "pas" and lows[index + hit + 2 : index + hit + 3] in (["seulement"], ["que"], ["qu'"]):
                continue  # not only
            if words[index + 1 + hit] not in found:
                found.append(words[index + 1 + hit])
        elif low in strong and words[index] not in found and not _bound(lows, index):
            found.append(words[index])
    return found


def _bound(lows: list[str], index: int) -> bool:
    """Already counted with its "ne", or part of a set phrase (pas à pas, sans doute)."""
    if lows[index] in _AFTER_NE and any(low in ("ne", "n'") for low in lows[max(0, index - 8) : index]):
        return True
    if lows[index] == "sans":
        return lows[index + 1 : index + 2] in (["doute"], ["cesse"], ["précédent"], ["faute"], ["papiers"], ["abri"])
    if lows[index] == "pas":
        before, after = lows[index - 1 : index] if index else [], lows[index + 1 : index + 2]
        return before[:1] in (
            ["premier"],
            ["un"],
            ["le"],
            ["les"],
            ["des"],
            ["au"],
            ["ce"],
            ["deux"],
            ["grands"],
            ["de"],
            ["du"],
            ["chaque"],
            ["quelques"],
            ["premiers"],
            ["pourquoi"],
            ["à"],
            ["faux"],
            ["nouveau"],
        ) or (after in (["à"],) and before == ["pas"])
    return False


def english_negations(side: TextView) -> list[Word]:
    """not, n't, no, never, nothing … but not "not only", "no longer than", "No. 5"."""
    strong = word_set("en.negation", "strong")
    if side.low_set.isdisjoint(strong) and "n't" not in side.low:
        return []
    lows, found = side.lows, []
    for index, low in enumerate(lows):
        if low not in strong and not low.endswith("n't"):
            continue
        after = lows[index + 1 : index + 2]
        if (
            low == "not"
            and after in (["only"], ["just"], ["least"], ["merely"], ["simply"], ["to"])
            and after != ["to"]
        ):
            continue
        if low == "no" and (
            after in (["doubt"], ["matter"], ["less"], ["fewer"], ["sooner"]) or _number_sign(side, index)
        ):
            continue
        found.append(side.word(index))
    return found


def _number_sign(side: TextView, index: int) -> bool:
    return bool(_SIGN.match(side.text[side.spans[index][1] : side.spans[index][1] + 3]))
