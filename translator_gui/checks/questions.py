"""Question on one side, statement on the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..domain.finding import Finding
from ..domain.span import Side
from .environment import Environment
from .pair_check import PairCheck
from .views import PairView

_MARKS = "?？؟"


def _asks(text: str) -> bool:
    """One sign after the other: a third of what a regular expression takes."""
    return "?" in text or "？" in text or "؟" in text


class QuestionCheck(PairCheck):
    name = "questions"

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        source, target = view.pair.source, view.pair.target
        asked, asks = _asks(source), _asks(target)
        if asked == asks or "://" in source + target:
            return ()
        return self._look(view, asked)

    def _look(self, view: PairView, asked: bool) -> Iterator[Finding]:
        source, target = view.pair.source, view.pair.target
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
