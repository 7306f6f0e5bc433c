"""What every check is made of: a name, the pairs of languages it knows, ``examine`` for one pair, and ``finding``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..domain.finding import Finding, fingerprint
from ..domain.score import Pair
from ..domain.span import Side, Span
from .codes import reason
from .environment import Environment
from .views import PairView


class PairCheck:
    """A check that looks at one pair at a time.

    name: registered name. languages: "fr-en"-like pairs it knows; empty: any. blank: also runs when a side is blank.
    """

    name = ""
    languages: tuple[str, ...] = ()
    blank = False

    def run(self, pairs: Sequence[Pair], env: Environment) -> list[Finding]:
        """Findings for all pairs, in order."""
        return [finding for pair in pairs for finding in self.applied(env.view(pair), env)]

    def applied(self, view: PairView, env: Environment) -> Iterable[Finding]:
        """``examine``, unless the pair is outside what the check knows."""
        return self.examine(view, env) if self.knows_pair(view) else ()

    def knows_pair(self, view: PairView) -> bool:
        """By the languages and by whether a side is blank, nothing else."""
        return (self.blank or not view.blank) and (not self.languages or view.languages in self.languages)

    def idle(self, env: Environment) -> bool:
        """Has it nothing to say in this run, whatever the pair?"""
        return False

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        raise NotImplementedError

    def finding(
        self,
        view: PairView,
        code: str,
        side: Side,
        span: tuple[int, int] | None,
        suggestion: str = "",
        hard: bool | None = None,
        **params: str,
    ) -> Finding:
        """A finding of this check; severity, category and message come from the catalogue of codes."""
        return make_finding(self.name, view.pair, code, side, span, suggestion, hard, **params)


def make_finding(
    check: str,
    pair: Pair,
    code: str,
    side: Side,
    span: tuple[int, int] | None,
    suggestion: str = "",
    hard: bool | None = None,
    **params: str,
) -> Finding:
    entry = reason(code)
    where = f"{side.value}:{span[0]}:{span[1]}" if span else side.value
    return Finding(
        check=check,
        code=code,
        segment=pair.id,
        side=side,
        span=Span(*span) if span else None,
        message=entry.render(params),
        severity=entry.severity,
        fingerprint=fingerprint(check, pair.source, pair.target, f"{code}:{where}"),
        params=tuple(params.items()),
        hard=entry.hard if hard is None else hard,
        category=entry.category,
        suggestion=suggestion,
    )
