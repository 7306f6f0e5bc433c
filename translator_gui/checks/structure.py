"""Sentences, quotations and brackets of the source that have no counterpart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..domain.finding import Finding
from ..domain.span import Side
from .environment import Environment
from .pair_check import PairCheck
from .views import PairView

_END = re.compile(
    r"(?<=[^\W\d_]{3})[.!?…]{1,5}[\"'”’»)\]]{0,2}[ \u00a0\u202f]{1,3}(?=[\"'“‘«(\[]{0,2}[ \u00a0\u202f]?[A-ZÀ-ÖØ-Þ])"
    r"|(?<=[^\W\d_]{3})[.!?…]\s?»?\s*$"
)
_QUOTED = re.compile(r"«[\s\u00a0\u202f]*([^«»]{1,400}?)[\s\u00a0\u202f]*»|“([^“”]{1,400})”|\"([^\"]{1,400})\"")
_ANY_QUOTE, _OPENING_SINGLE = re.compile('["“”«»„‟]'), re.compile(r"['‘](?<!\w.)")
_BRACKETED = re.compile(r"\(([^()]{2,200})\)|\[([^\[\]]{2,200})\]")


class SentenceCheck(PairCheck):
    """Fewer sentences and less text than in the source, or more of both."""

    name = "sentences"

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        source, target = view.pair.source, view.pair.target
        ratio = len(target.strip()) / max(1, len(source.strip()))
        if 0.62 <= ratio <= 1.35:
            return
        s, t = len(_END.findall(source)), len(_END.findall(target))
        if s == t or not s:
            return
        if t < s and s >= 2 and ratio < 0.62:
            yield self.finding(view, "sentence.dropped", Side.SOURCE, None, source=str(s), target=str(t))
        elif t > s and ratio > 1.35 and t >= 2:
            yield self.finding(view, "sentence.added", Side.TARGET, None, source=str(s), target=str(t))


class QuotationCheck(PairCheck):
    """The source quotes, the target has no quotation mark of any kind."""

    name = "quotations"

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        source = view.source.text
        if not ("«" in source or '"' in source or "“" in source):
            return ()
        return self._look(view)

    def _look(self, view: PairView) -> Iterator[Finding]:
        if _ANY_QUOTE.search(view.target.text) or _OPENING_SINGLE.search(view.target.text):
            return
        match = _QUOTED.search(view.source.text)
        if match is None:
            return
        text = next(group for group in match.groups() if group is not None)
        if any(c.isalpha() for c in text):
            yield self.finding(view, "quote.lost", Side.SOURCE, match.span(), text=text[:80])


class BracketCheck(PairCheck):
    """A bracketed remark without brackets, dashes or commas to answer for it, in a shorter target."""

    name = "brackets"

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        source, target = view.source.text, view.target.text
        bracketed = ("(" in source or "[" in source) and not ("(" in target or "[" in target)
        return self._look(view, target) if bracketed else ()

    def _look(self, view: PairView, target: str) -> Iterator[Finding]:
        match = _BRACKETED.search(view.source.text)
        if match is None:
            return
        text = next(group for group in match.groups() if group is not None)
        ratio = len(target.strip()) / max(1, len(view.source.text.strip()))
        if (
            any(c.isalpha() for c in text)
            and (ratio < 0.85 or len(text) > 15)
            and not re.search(r"\s[-–—]\s|—", target)
        ):
            yield self.finding(view, "bracket.lost", Side.SOURCE, match.span(), text=text[:80])
