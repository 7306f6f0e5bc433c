"""The user's own terms: one that is not used where its source stands, and one that is used although it is forbidden."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ..domain.finding import Finding
from ..domain.span import Side, Span
from ..domain.term import TermUse
from .environment import Environment
from .pair_check import PairCheck
from .views import PairView


class TermCheck(PairCheck):
    """Once is enough: a source term that stands twice may be a pronoun the second time."""

    name = "terms"

    def idle(self, env: Environment) -> bool:
        return env.terms is None

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        if env.terms is None:
            return
        pair = view.pair
        by_source: dict[str, list[TermUse]] = defaultdict(list)
        for use in env.terms.uses(pair.source, pair.target, pair.pair):
            by_source[use.term.source.lower()].append(use)
        wrong = [finding for uses in by_source.values() for finding in self._forbidden(view, uses)]
        yield from wrong
        for uses in by_source.values():
            wanted = [use for use in uses if not use.term.forbidden]
            if wanted and not any(use.forms for use in wanted) and not self._forbidden(view, uses):
                yield self._missing(view, wanted)

    def _forbidden(self, view: PairView, uses: list[TermUse]) -> list[Finding]:
        wanted = [use for use in uses if not use.term.forbidden]
        right = [span for use in wanted for span in use.forms]
        # "Kyiv" forbidden as "Kiev", but allowed inside "Chicken Kiev", which is a term as well.
        places = {
            span
            for use in uses
            if use.term.forbidden
            for span in use.forms
            if not any(_inside(span, allowed) for allowed in right)
        }
        instead = wanted[0].term.target if wanted else ""
        return [self._used(view, span, uses[0].term.source, instead) for span in sorted(places)]

    def _used(self, view: PairView, span: Span, source: str, instead: str) -> Finding:
        there = span.of(view.pair.target)
        return self.finding(
            view, "terms.forbidden", Side.TARGET, (span.start, span.end), _cased_like(there, instead),
            source=source, target=there, wanted=instead or "–",
        )  # fmt: skip

    def _missing(self, view: PairView, wanted: list[TermUse]) -> Finding:
        span = wanted[0].span
        targets = list(dict.fromkeys(use.term.target for use in wanted))
        return self.finding(
            view, "terms.missing", Side.SOURCE, (span.start, span.end),
            source=span.of(view.pair.source), target=" / ".join(targets),
        )  # fmt: skip


def _inside(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end


def _cased_like(there: str, instead: str) -> str:
    return instead[:1].upper() + instead[1:] if there[:1].isupper() else instead
