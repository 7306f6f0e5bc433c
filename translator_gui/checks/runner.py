"""Runs checks over pairs: what the desk, the scorer and the command line call."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from ..domain.finding import Finding
from ..domain.protocols import Termbase
from ..domain.score import Pair
from .catalogue import ARTICLE_CHECKS, CHECKS, profile_checks
from .environment import Environment
from .pair_check import PairCheck

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
    results = []
    for pair in pairs:
        view = env.view(pair)
        most = max(len(pair.source), len(pair.target))
        fitting = checks if most <= LONGEST else [check for check in checks if check.name in _FOR_ANY_LENGTH]
        found = [f for check in fitting for f in check.applied(view, env) if f.code not in silent]
        env.forget(pair)
        results.append(sorted(found, key=_place))
    return results


def run_article_checks(pairs: Sequence[Pair], muted: Collection[str] = ()) -> list[list[Finding]]:
    """Findings that need the whole article (names rendered two ways, shifted rows), per pair, in order."""
    silent = frozenset(muted)
    env = Environment()
    position = {id(pair): index for index, pair in enumerate(pairs)}
    by_id: dict[str, list[int]] = {}
    for pair in pairs:
        by_id.setdefault(pair.id, []).append(position[id(pair)])
    results: list[list[Finding]] = [[] for _ in pairs]
    for name in ARTICLE_CHECKS:
        if name in silent:
            continue
        for finding in ARTICLE_CHECKS.get(name)().run(pairs, env):
            if finding.code not in silent:
                for index in by_id[finding.segment][:1]:
                    results[index].append(finding)
    return results


def _place(finding: Finding) -> tuple[int, int, str]:
    return (finding.side.value == "source", finding.span.start if finding.span else -1, finding.code)
