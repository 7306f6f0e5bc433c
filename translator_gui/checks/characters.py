"""Characters that nobody sees and that break or turn a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..domain.finding import Finding
from ..domain.span import Side
from .environment import Environment
from .pair_check import PairCheck
from .views import PairView


class ControlCheck(PairCheck):
    """Characters that no reader sees and that break programs: NUL, controls, lone surrogates, stray bidi marks."""

    name = "characters"
    blank = True

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        if not view.source.text.isprintable():
            yield from self._hidden_in_source(view)
        text = view.target.text
        if text.isprintable():
            return
        for match in _CONTROL.finditer(text):
            char = match.group()[0]
            if char in view.source.text and char in "\u200e\u200f\u00ad\u200b":
                continue
            broken = char == "\ufffd" or "\ud800" <= char <= "\udfff"
            code = "character.broken" if broken else "character.control"
            yield self.finding(view, code, Side.TARGET, match.span(), character=_named(match))

    def _hidden_in_source(self, view: PairView) -> Iterable[Finding]:
        """The source is as it is; but who translates it should know that it is not what it looks like."""
        for match in _CONTROL.finditer(view.source.text):
            yield self.finding(view, "source.control", Side.SOURCE, match.span(), character=_named(match))


def _named(match: re.Match[str]) -> str:
    """The first character of the run."""
    return f"U+{ord(match.group()[0]):04X}"


_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffd\ufffe\uffff]+"
)
