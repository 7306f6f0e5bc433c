"""Is there a translation at all, and is it about as long as its source?"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

from ..domain.finding import Finding
from ..domain.span import Side
from .dictionary import knows
from .environment import Environment
from .pair_check import PairCheck
from .views import PairView

# Okapi's bands: target length as a share of source length; short texts vary more.
_SHORT_TEXT, _SHORT_BAND, _LONG_BAND = 20, (0.30, 3.50), (0.45, 2.00)


class PresenceCheck(PairCheck):
    """Empty target, text without a source, source copied into the target."""

    name = "presence"
    blank = True

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        source, target = view.pair.source.strip(), view.pair.target.strip()
        source_says = target_says = True
        if view.blank:
            source_says, target_says = any(map(str.isalnum, source)), any(map(str.isalnum, target))
        if source_says and not target_says:
            yield self.finding(view, "target.empty", Side.SOURCE, None)
        elif target_says and not source:
            yield self.finding(view, "source.empty", Side.TARGET, None)
        elif (
            source_says
            and abs(len(source) - len(target)) < 20
            and _same_letters(source, target)
            and self._should_differ(view)
        ):
            yield self.finding(view, "target.same", Side.TARGET, None)

    def _should_differ(self, view: PairView) -> bool:
        """Names, numbers, titles and addresses stay the same; several words of the source language do not."""
        if view.source.language == view.target.language:
            return False
        words = [w for w in view.source.lows if len(w) > 1]
        if view.source.language != "fr" or view.target.language != "en":
            return len(words) > 3
        foreign = [w for w in words if knows("fr", w) and not knows("en", w)]
        return len(foreign) >= 2 or (len(foreign) == 1 and len(words) <= 3 and view.source.lows[0] == foreign[0])


def _same_letters(a: str, b: str) -> bool:
    """Equal but for case and what is no letter or digit. Ends at the first difference."""
    sides = (map(str.lower, filter(str.isalnum, text)) for text in (a, b))
    return all(x == y for x, y in zip_longest(*sides))


class LengthCheck(PairCheck):
    """Far shorter or longer than its source (Okapi's bands)."""

    name = "length"

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        source, target = len(view.pair.source.strip()), len(view.pair.target.strip())
        low, high = _LONG_BAND if source > _SHORT_TEXT else _SHORT_BAND
        if target < low * source and source - target > 8:
            yield self.finding(view, "length.short", Side.TARGET, None, percent=f"{100 * target / source:.0f}")
        elif target > high * source and target - source > 12:
            yield self.finding(view, "length.long", Side.TARGET, None, percent=f"{100 * target / source:.0f}")
