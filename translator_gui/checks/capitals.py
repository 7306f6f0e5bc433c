"""ALL CAPITALS on one side only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..domain.finding import Finding
from ..domain.span import Side
from .environment import Environment
from .pair_check import PairCheck
from .views import PairView


class CapitalsCheck(PairCheck):
    """A source line in capitals whose translation is not, or the other way round. Title Case counts as a heading."""

    name = "capitals"

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        return () if view.source.all_caps == view.target.all_caps else self._look(view)

    def _look(self, view: PairView) -> Iterator[Finding]:
        if len(view.source.texts) < 3 or len(view.target.texts) < 3:
            return
        span = (view.target.spans[0][0], view.target.spans[-1][1])
        if view.source.all_caps and not view.target.all_caps and not view.target.title_case:
            yield self.finding(view, "capitals.lost", Side.TARGET, span, view.target.text[slice(*span)].upper())
        elif view.target.all_caps and not view.source.all_caps:
            yield self.finding(view, "capitals.added", Side.TARGET, span)
