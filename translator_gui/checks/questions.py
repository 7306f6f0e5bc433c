"""Question on one side, statement on the other."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..domain.finding import Finding
from ..domain.span import Side
from .environment import Environment
from .pair_check import PairCheck
from .views import PairView

_MARKS = "?？؟"
_ASKS = re.compile(f"[{_MARKS}]")


class QuestionCheck(PairCheck):
    name = "questions"

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        source, target = view.pair.source, view.pair.target
        asked, asks = _ASKS.search(source) is not None, _ASKS.search(target) is not None
        if asked == asks or "://" in source + target:
            return
        if asked:
            offset = next(i for i, c in enumerate(source) if c in _MARKS)
            end = len(target.rstrip())
            yield self.finding(
                view, "question.lost", Side.TARGET, (max(0, end - 1), end), hard=self._final(source, offset)
            )
        else:
            offset = next(i for i, c in enumerate(target) if c in _MARKS)
            yield self.finding(
                view, "question.added", Side.TARGET, (offset, offset + 1), hard=self._final(target, offset)
            )

    def _final(self, text: str, offset: int) -> bool:
        """The mark ends the text: the sentence as a whole is a question."""
        return not any(c.isalnum() for c in text[offset:])
