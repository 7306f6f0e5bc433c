"""Words of the target in no English dictionary: soft, and never names or words of the source."""

from __future__ import annotations

from collections.abc import Iterable

from ..domain.finding import Finding
from ..domain.span import Side
from .dictionary import askable, knows
from .environment import Environment
from .pair_check import PairCheck
from .views import PairView
from .words import Remembered, fold

_MOST = 30


def _unknown(written: str) -> bool:
    """In small letters, and in no English dictionary in any form?"""
    if len(written) < 3 or not written.islower():
        return False
    low = written.replace("’", "'")
    if not askable(low) or knows("en", low):
        return False
    plain = low[:-2] if low.endswith("'s") else low
    return not (knows("en", plain) or knows("en", plain.capitalize()))


_UNKNOWN = Remembered(_unknown)


class SpellingCheck(PairCheck):
    name = "spelling"

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        if view.target.language != "en" or view.target.all_caps:
            return
        unknown = set(filter(_UNKNOWN.__getitem__, view.target.texts))
        if not unknown:
            return
        text, found = view.target.text, 0
        for index, written in enumerate(view.target.texts):
            if written not in unknown:
                continue
            word = view.target.word(index)
            low = word.low
            plain = low[:-2] if low.endswith("'s") else low
            if fold(plain) in view.source.folded:
                continue
            if text[word.end : word.end + 1] in tuple("-@/_.#") and text[word.end + 1 : word.end + 2].isalnum():
                continue
            if word.start and (text[word.start - 1] in "-@/_.#" or text[word.start - 1].isdigit()):
                continue
            if text[word.end : word.end + 1].isdigit() or (knows("fr", plain) and not plain.isascii()):
                continue
            yield self.finding(view, "spelling.unknown", Side.TARGET, (word.start, word.end), word=word.text)
            found += 1
            if found >= _MOST:
                return
