"""French left in the English: single words, and whole stretches."""

from __future__ import annotations

from collections.abc import Iterable

from ..domain.finding import Finding
from ..domain.span import Side
from .dictionary import knows
from .environment import Environment
from .pair_check import PairCheck
from .views import PairView, Word, lowered
from .words import Remembered, fold, word_set


class FrenchLeftCheck(PairCheck):
    """A word of the source that stands unchanged in the target and is no English word; a run of French words."""

    name = "french-left"
    languages = ("fr-en",)

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        sure = set(map(_SURE.__getitem__, view.target.texts))
        shared = view.target.low_set & view.source.low_set
        if _EVEN_ALONE not in sure and (_IN_BOTH not in sure or not shared):
            return
        odd = set(filter(_ODD.__getitem__, view.target.texts))
        caps, marks = view.target.all_caps, [0] * len(view.target.texts)
        for index, (text, low) in enumerate(zip(view.target.texts, view.target.lows, strict=True)):
            if (text in odd or low in shared) and (text[0].islower() or not index or caps):
                marks[index] = self._french(view, view.target.word(index), index)
        if 2 not in marks:
            return
        words = view.target.words
        index = 0
        while index < len(words):
            if marks[index] < 2:
                index += 1
                continue
            start, end = index, index + 1
            while end < len(words) and marks[end] and self._near(view, words, end):
                end += 1
            while start and marks[start - 1] and self._near(view, words, start):
                start -= 1
            yield self._report(view, words[start:end])
            index = end

    def _report(self, view: PairView, run: list[Word]) -> Finding:
        span = (run[0].start, run[-1].end)
        text = view.target.text[slice(*span)]
        if len(run) == 1:
            return self.finding(view, "french.word", Side.TARGET, span, hard=len(text) > 2, word=text)
        if len(run) == 2 and any(w.text[0].isupper() for w in run):
            return self.finding(view, "french.word", Side.TARGET, span, hard=False, word=text)
        return self.finding(view, "french.left", Side.TARGET, span, hard=not self._quoted(view, span), text=text)

    def _quoted(self, view: PairView, span: tuple[int, int]) -> bool:
        """In quotation marks, brackets or italics: cited on purpose."""
        before, after = view.target.text[: span[0]].rstrip(), view.target.text[span[1] :].lstrip()
        return before[-1:] in tuple("\"'“‘«(*_") or (after[:1] in tuple("\"'”’»)*_") and before.count('"') % 2 == 1)

    def _french(self, view: PairView, word: Word, index: int) -> int:
        """2: surely French; 1: French as well as English or a name, counts only beside a sure one; 0: not French."""
        low = word.low
        if not word.text[0].islower():
            if view.target.all_caps or (index == 0 and not knows("en", low)):
                return (
                    2 if low in view.source.low_set and len(low) > 3 and knows("fr", low) and not _english(low) else 0
                )
            return 0
        if len(low) < 2 or self._in_name(view, word):
            return 0
        if "'" in low:
            head, _, tail = low.partition("'")
            return 2 if head in _ELISIONS and len(tail) > 2 and knows("fr", tail) and not knows("en", low) else 0
        if low in word_set("en.grammar", "french_loans"):
            return 0
        if low in _FRENCH_FUNCTION:
            return (
                2 if not knows("en", low) and low in view.source.low_set and not self._beside_name(view, index) else 1
            )
        if not knows("fr", low) or _english(low):
            return 1 if low in view.source.low_set and knows("fr", low) and len(low) > 3 else 0
        if low in view.source.low_set or len(low) > 3:
            return 2 if low in view.source.low_set or not low.isascii() or self._surely(low) else 0
        return 0

    def _surely(self, low: str) -> bool:
        return len(low) > 4 and not knows("en", low.capitalize())

    def _in_name(self, view: PairView, word: Word) -> bool:
        """de in Charles de Gaulle; parts of addresses and compounds."""
        text = view.target.text
        before, after = text[max(0, word.start - 1) : word.start], text[word.end : word.end + 1]
        return (before in tuple("@/._-#") and before != "") or (after in tuple("@/_#-") and after != "")

    def _beside_name(self, view: PairView, index: int) -> bool:
        words = view.target.words
        around = words[max(0, index - 2) : index] + words[index + 1 : index + 3]
        return any(word.text[0].isupper() for word in around)

    def _near(self, view: PairView, words: list[Word], index: int) -> bool:
        return words[index].start - words[index - 1].end <= 2


_NEVER, _IN_BOTH, _EVEN_ALONE = range(3)


def _surest(word: str) -> int:
    """By the word alone: can it be surely French (2 of ``_french``) anywhere, where the source has it, or never?"""
    low = lowered(word)
    if not word[0].islower():
        return _IN_BOTH if len(low) > 3 and knows("fr", low) and not _english(low) else _NEVER
    if len(low) < 2:
        return _NEVER
    if "'" in low:
        head, _, tail = low.partition("'")
        return _EVEN_ALONE if head in _ELISIONS and len(tail) > 2 and knows("fr", tail) else _NEVER
    if low in word_set("en.grammar", "french_loans") or not knows("fr", low):
        return _NEVER
    if low in _FRENCH_FUNCTION:
        return _NEVER if knows("en", low) else _IN_BOTH
    return _NEVER if _english(low) else _EVEN_ALONE


_SURE = Remembered(_surest)


def _odd(word: str) -> bool:
    """Not plainly a word in small letters that is French in no context, unless the source has it."""
    low = word.lower()
    if not word[0].islower() or "'" in low or "’" in low or low in _FRENCH_FUNCTION:
        return True
    return knows("fr", low) and not _english(low)


_ODD = Remembered(_odd)


def _english(low: str) -> bool:
    return knows("en", low) or knows("en", low.capitalize()) or (low.endswith("s") and knows("en", low[:-1]))


_ELISIONS = frozenset(["l", "d", "qu", "n", "s", "c", "j", "jusqu", "lorsqu", "puisqu", "m", "t"])
_FRENCH_FUNCTION = frozenset(
    [
        "le",
        "la",
        "les",
        "des",
        "une",
        "du",
        "de",
        "et",
        "ou",
        "où",
        "est",
        "sont",
        "dans",
        "avec",
        "pour",
        "par",
        "que",
        "qui",
        "sur",
        "aux",
        "au",
        "ce",
        "cette",
        "ces",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "il",
        "elle",
        "ils",
        "elles",
        "nous",
        "vous",
        "mais",
        "donc",
        "ne",
        "pas",
        "plus",
        "très",
        "être",
        "avoir",
        "été",
        "fait",
        "comme",
        "même",
        "aussi",
        "alors",
        "déjà",
        "encore",
        "toujours",
        "sans",
        "sous",
        "entre",
        "chez",
        "vers",
        "depuis",
        "loin",
        "mieux",
    ]
)
__all__ = ["FrenchLeftCheck", "fold"]
