"""Runs checks over pairs: what the desk, the scorer and the command line call."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cache

from ..domain.finding import Finding
from ..domain.protocols import Termbase
from ..domain.score import Pair
from .article_check import ArticleCheck
from .catalogue import ARTICLE_CHECKS, CHECKS, profile_checks
from .environment import Environment
from .pair_check import PairCheck
from .views import PairView

# Characters. Ten thousand words in one segment are no prose, and nobody reads 500 findings on it.
LONGEST = 60_000
_FOR_ANY_LENGTH = frozenset(["presence", "length", "characters", "guillemets", "capitals"])


@cache
def _check(name: str) -> PairCheck:
    check: PairCheck = CHECKS.get(name)()
    return check


def run_checks(
    pairs: Sequence[Pair],
    profile: str = "default",
    muted: Collection[str] = (),
    terms: Termbase | None = None,
    style: str = "",
) -> list[list[Finding]]:
    """Findings of every pair, in the order of ``pairs``, each list by place: target before source, then by span.

    muted: names of checks or codes to leave out. profile: see catalogue.profile_checks. terms: the words that must, or
    must not, be used. style: a house style of resources/words/en.styles.toml, "" for none. Raises InputError for an
    unknown profile or style; never raises for a text, whatever is in it. A text over LONGEST characters gets only the
    checks of its presence, length and characters.
    """
    silent = frozenset(muted)
    checks = [_check(name) for name in profile_checks(profile) if name not in silent]
    env = Environment(terms, style)
    plan = _Plan([check for check in checks if not check.idle(env)])
    results = []
    for pair in pairs:
        view = PairView(pair)
        found: list[Finding] = []
        for check in plan.of(view):
            found += check.examine(view, env)
        if silent:
            found = [finding for finding in found if finding.code not in silent]
        if len(found) > 1:
            found.sort(key=_place)
        results.append(found)
    return results


class _Plan:
    """Which checks a pair gets, settled once for all pairs alike."""

    def __init__(self, checks: Sequence[PairCheck]) -> None:
        self._checks = checks
        self._known: dict[tuple[str, bool, bool], list[PairCheck]] = {}

    def of(self, view: PairView) -> list[PairCheck]:
        pair = view.pair
        kind = (view.languages, view.blank, len(pair.source) > LONGEST or len(pair.target) > LONGEST)
        if kind not in self._known:
            fitting = [check for check in self._checks if check.knows_pair(view)]
            self._known[kind] = [check for check in fitting if not kind[2] or check.name in _FOR_ANY_LENGTH]
        return self._known[kind]


def run_article_checks(
    pairs: Sequence[Pair], muted: Collection[str] = (), check: Callable[[], object] | None = None
) -> list[list[Finding]]:
    """Findings that need the whole article (names rendered two ways, shifted rows), per pair, in order. check: called
    before each pair; may raise, to stop it."""
    silent = frozenset(muted)
    position = {id(pair): index for index, pair in enumerate(pairs)}
    by_id: dict[str, list[int]] = {}
    for pair in pairs:
        by_id.setdefault(pair.id, []).append(position[id(pair)])
    results: list[list[Finding]] = [[] for _ in pairs]
    checks: list[ArticleCheck] = [ARTICLE_CHECKS.get(name)() for name in ARTICLE_CHECKS if name not in silent]
    for pair in pairs:
        if check is not None:
            check()
        view = PairView(pair)
        for each in checks:
            each.see(view)
    for each in checks:
        for finding in each.found():
            if finding.code not in silent:
                for index in by_id[finding.segment][:1]:
                    results[index].append(finding)
    return results


def _place(finding: Finding) -> tuple[int, int, str]:
    return (finding.side.value == "source", finding.span.start if finding.span else -1, finding.code)
