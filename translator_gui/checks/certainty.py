"""What is said to be so must not become what is so: the conditional of hearsay, hedges; and future told as past."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial

from ..domain.finding import Finding
from ..domain.span import Side
from .dictionary import forms, has_tag
from .environment import Environment
from .pair_check import PairCheck
from .phrasebook import Phrasebook
from .views import PairView, TextView, Word, lowered
from .words import Remembered, phrase_pattern, table, word_set

_CONDITIONAL = re.compile(r"[^\W\d_]{2,}r(?:ait|aient|ais)")
_FUTURE = re.compile(r"[^\W\d_]+r(?:a|ont|ai|as|ez|ons)")


def conditionals(side: TextView) -> list[tuple[Word, bool]]:
    """(word, is it "aurait/serait" + past participle) of every French conditional."""
    lows = side.lows
    found = []
    for index, low in enumerate(lows):
        if _CONDITIONALS[low]:
            past = any(map(_PARTICIPLE.__getitem__, lows[index + 1 : index + 3]))
            found.append((side.word(index), past and low in _AUXILIARIES))
    return found


def _conditional(low: str) -> bool:
    return _CONDITIONAL.fullmatch(low) is not None and has_tag(low, "po:cond")


_CONDITIONALS = Remembered(_conditional)
_PARTICIPLE = Remembered(partial(has_tag, tag="po:ppas"))

_AUXILIARIES = frozenset(["aurait", "auraient", "serait", "seraient"])


class HearsayCheck(PairCheck):
    """aurait tué -> killed: the target needs would, may, allegedly, reportedly, is said to, believed …"""

    name = "hearsay"
    languages = ("fr-en",)

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        if view.source.low_set.isdisjoint(_AUXILIARIES):
            return
        compound = [word for word, past in conditionals(view.source) if past]
        if not compound or not view.target.low_set.isdisjoint(word_set("en.certainty", "open")):
            return
        if (
            phrase_pattern("en.certainty", "open_phrases").search(view.target.low)
            or "si" in view.source.low_set
            or "'d" in view.target.low
        ):
            return
        word = compound[0]
        index = view.source.words.index(word)
        following = view.source.words[index + 1 : index + 3]
        last = next((w for w in following if has_tag(w.low, "po:ppas")), word)
        text = view.source.text[word.start : last.end]
        yield self.finding(view, "hearsay.lost", Side.SOURCE, (word.start, last.end), source=text)


class HedgeCheck(PairCheck):
    """peut-être, environ, sans doute, selon: gone without a trace."""

    name = "hedges"
    languages = ("fr-en",)

    def __init__(self) -> None:
        rows = [[part.split() for part in line.split("|")] for line in table("en.certainty")["hedges"]]
        self._french = Phrasebook((row, p) for row, parts in enumerate(rows) for p in parts[0])
        self._english = Phrasebook((row, p) for row, parts in enumerate(rows) for p in parts[1])

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        french = self._french.find(view.source)
        if not french:
            return
        if all(_only_may(view.source.text[slice(*spans[0])]) for spans in french.values()):
            return
        english = self._english.find(view.target)
        for row, spans in french.items():
            text = view.source.text[slice(*spans[0])]
            if row not in english and not _only_may(text):
                yield self.finding(view, "hedge.dropped", Side.SOURCE, spans[0], source=text)


def _french_verb(written: str) -> tuple[str, str]:
    """What its form alone makes of it (as ``_french_tense``), and what it is with a participle soon after, "" for all
    but avoir and être."""
    low = lowered(written)
    if low in _PAST_WORDS:
        return "past", ""
    compound = "past" if low in _HAVE else "open" if low in _BE else ""
    if low in _PRESENT:
        return "present", compound
    return _french_tense(low) if len(low) > 3 and written[0].islower() else "", compound


def _french_tense(low: str) -> str:
    """future, past, present, open (it may be no verb), or "" by the form of the word alone."""
    if _FUTURE.fullmatch(low):
        readings = forms(low)
        if readings and all("po:ifut " in r for r in readings):
            return "future"
        return "open" if any("po:ipre " in r for r in readings) else ""
    if low.endswith(("ait", "aient")) and len(low) > 4 and has_tag(low, "po:iimp"):
        return "past"
    if low in ("va", "vont", "aller", "devrait", "devraient", "doit", "doivent", "pourrait"):
        return "open"
    if not low.endswith(("e", "ent", "t", "d", "s")):
        return ""
    readings = forms(low)
    if not any("po:ipre " in r for r in readings):
        return ""
    sure = all("po:ipre " in r or "po:spre " in r or "po:impe " in r for r in readings)
    return "present" if sure else "open"


def _only_may(text: str) -> bool:
    """peut, and not peut-être: a verb that can be put in many ways."""
    return text.lower().startswith("peut") and "-" not in text


class TenseCheck(PairCheck):
    """Every verb to come on one side, every verb past on the other."""

    name = "tenses"
    languages = ("fr-en",)

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        tense_of = list(map(_ENGLISH_TENSE.__getitem__, view.target.lows))
        kinds = set(tense_of) - {""}
        if (
            "future" not in kinds
            and kinds != {"past"}
            and not (kinds == {"present"} and tense_of.count("present") == 1)
        ):
            return  # whatever the French says, below nothing is found; reading French verbs costs the most here
        english = [(view.target.word(index), kind) for index, kind in enumerate(tense_of) if kind]
        french = self._french(view.source)
        future = next((w for w, t in french if t == "future"), None)
        tenses = {t for _, t in french}
        english_tenses = {t for _, t in english}
        if not english or not french:
            return
        will = next((w for w, t in english if t == "future"), None)
        if (
            future
            and "future" not in english_tenses
            and "past" in english_tenses
            and not english_tenses & {"open", "present"}
        ):
            past = next(w for w, t in english if t == "past")
            yield self._report(view, "tense.future", future, past, "future", "past")
        elif will and tenses == {"past"} and not self._may_be_future(view):
            past = next(w for w, t in french if t == "past")
            yield self._report(view, "tense.future", past, will, "past", "future")
        elif tenses == {"past"} and len(french) > 0 and english_tenses == {"present"} and not self._may_be_future(view):
            was, now = french[0][0], english[0][0]
            if was.low in _PLAIN_PAST and len(french) == 1 == len(english):
                yield self._report(view, "tense.differs", was, now, "past", "present")
        elif tenses == {"present"} and english_tenses == {"past"} and len(french) == 1 == len(english):
            was, now = french[0][0], english[0][0]
            if was.low in ("est", "sont") and now.low in ("was", "were"):
                yield self._report(view, "tense.differs", was, now, "present", "past")

    def _report(self, view: PairView, code: str, was: Word, now: Word, a: str, b: str) -> Finding:
        return self.finding(
            view, code, Side.TARGET, (now.start, now.end), source=was.text, target=now.text, was=a, now=b
        )

    def _may_be_future(self, view: PairView) -> bool:
        low = view.source.low_set
        return not low.isdisjoint(_LEAVES_OPEN) or any(x.endswith("rait") or x.endswith("raient") for x in low)

    def _french(self, side: TextView) -> list[tuple[Word, str]]:
        found = []
        for index, (kind, with_participle) in enumerate(map(_FRENCH_TENSE.__getitem__, side.texts)):
            if with_participle and any(map(_PARTICIPLE.__getitem__, side.lows[index + 1 : index + 4])):
                found.append((side.word(index), with_participle))
            elif kind:
                found.append((side.word(index), kind))
        return found


def _english_tense(low: str) -> str:
    """future, past, present, open (a modal), or "" for what is no verb by its form alone."""
    if low in ("will", "shall", "won't") or low.endswith("'ll"):
        return "future"
    if low in ("would", "could", "should", "may", "might", "can", "must", "going", "cannot", "can't"):
        return "open"
    if low in ("was", "were", "had", "did", "wasn't", "weren't", "didn't"):
        return "past"
    if low in ("is", "are", "has", "have", "does", "do", "isn't", "aren't", "it's", "'s"):
        return "present"
    irregular = low in word_set("en.certainty", "irregular_past")
    return "past" if irregular or (low.endswith("ed") and len(low) > 4) else ""


_FRENCH_TENSE = Remembered(_french_verb)
_ENGLISH_TENSE = Remembered(_english_tense)


_PAST_WORDS = frozenset(["était", "étaient", "avait", "avaient", "fut", "furent", "eut", "eurent", "fit", "firent"])
_PLAIN_PAST = frozenset(["était", "étaient", "avait", "avaient", "fut", "furent"])
_HAVE = frozenset(["a", "ont", "ai", "avons", "avez", "as"])
_BE = frozenset(["est", "sont"])
_PRESENT = frozenset(
    [
        "est",
        "sont",
        "suis",
        "sommes",
        "êtes",
        "peut",
        "peuvent",
        "fait",
        "font",
        "veut",
        "veulent",
        "sait",
        "savent",
        "dit",
    ]
)
_LEAVES_OPEN = frozenset(
    [
        "si",
        "aller",
        "allait",
        "allaient",
        "devait",
        "devaient",
        "prévu",
        "prévue",
        "prévus",
        "prévues",
        "demain",
        "prochain",
        "prochaine",
        "lors",
        "promis",
        "annoncé",
        "va",
        "vont",
        "futur",
        "pour",
        "vouloir",
        "veut",
        "veulent",
        "afin",
    ]
)
