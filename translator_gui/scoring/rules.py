"""Signal ``rules``: the findings of the checks as evidence. The checks themselves are injected."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..domain.candidate import Availability
from ..domain.finding import Finding, Severity
from ..domain.score import Pair, SignalValue, WordScore
from ..domain.span import Span
from ..kit.jobs import JobContext
from .wording import words

Checks = Callable[[Sequence[Pair]], list[list[Finding]]]

_WEIGHT = {Severity.NEUTRAL: 0.0, Severity.MINOR: 0.35, Severity.MAJOR: 0.6, Severity.CRITICAL: 0.8}
_CHUNK = 200  # pairs between two looks at the cancel token


def weight(finding: Finding) -> float:
    """0–1: how much a finding speaks for an error, before any training."""
    return min(1.0, _WEIGHT[finding.severity] + (0.2 if finding.hard else 0.0))


def features_of(findings: Sequence[Finding]) -> dict[str, float]:
    """ "hard.<code>" for every hard finding's code, "<severity>.<code>" for every soft one's: 1.0."""
    return {f"{'hard' if f.hard else f.severity.value}.{f.code}": 1.0 for f in findings}


def words_of(pair: Pair, findings: Sequence[Finding]) -> list[WordScore]:
    """The words a finding's span touches, with its code as the reason; the gravest finding wins a word."""
    best: dict[tuple[str, Span], WordScore] = {}
    for finding in findings:
        if finding.span is None or finding.span.end <= finding.span.start:
            continue
        text = pair.source if finding.side.value == "source" else pair.target
        language = pair.pair.source if finding.side.value == "source" else pair.pair.target
        start, end = finding.span
        touched = [w for w in words(text, language) if w.start < end and w.end > start] or [Span(start, end)]
        for word in touched:
            scored = WordScore(finding.side, word, weight(finding), finding.code)
            if (known := best.get((finding.side.value, word))) is None or known.score < scored.score:
                best[finding.side.value, word] = scored
    return list(best.values())


class RulesSignal:
    """value: the weight of the gravest finding, 0 when there is none. ``last`` findings come with ``run``."""

    name = "rules"

    def __init__(self, checks: Checks) -> None:
        self._checks = checks

    def availability(self) -> Availability:
        return Availability(True)

    def signature(self) -> str:
        return "rules"

    def run(self, pairs: Sequence[Pair], ctx: JobContext) -> list[list[Finding]]:
        """Findings per pair, in order."""
        found: list[list[Finding]] = []
        for start in range(0, len(pairs), _CHUNK):
            ctx.check()
            found += self._checks(pairs[start : start + _CHUNK])
        return found

    def measure(self, pairs: Sequence[Pair], ctx: JobContext) -> list[SignalValue]:
        return [self.value(pair, found) for pair, found in zip(pairs, self.run(pairs, ctx), strict=True)]

    def value(self, pair: Pair, findings: Sequence[Finding]) -> SignalValue:
        # A question to the author, a matter of house style: no error of the translation.
        findings = [finding for finding in findings if finding.severity is not Severity.NEUTRAL]
        grave = max(findings, key=weight, default=None)
        return SignalValue(
            pair.id,
            self.name,
            weight(grave) if grave else 0.0,
            grave.message if grave else "",
            tuple(words_of(pair, findings)),
            tuple(features_of(findings).items()),
        )
