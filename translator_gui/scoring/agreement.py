"""Signal ``agreement``: how close the target is to what the engines propose (sacrebleu's chrF++ and TER).

A translator's wording differs, so that disagreement is weak evidence; close agreement is reassuring, unless the
engine is wrong in the same way.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence

from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER

from ..domain.candidate import Availability
from ..domain.score import Pair, SignalValue
from ..kit.jobs import JobContext
from .cache import Memory
from .wording import clean, has_words

_MAX_WORDS = 150  # TER's search is quadratic; longer texts are compared by chrF++ alone
Key = tuple[str, tuple[str, ...]]
Closeness = tuple[float, float | None, int]


class AgreementSignal:
    """value: 0 (the same text as a candidate) … 1 (nothing in common); None without candidates."""

    name = "agreement"

    def __init__(self) -> None:
        self._chrf = CHRF(word_order=2)
        self._ter = TER(normalized=True, case_sensitive=False)
        self._memory: Memory[Key, Closeness] = Memory(20_000)
        self._lock = threading.Lock()  # sacrebleu keeps tokenizer caches in its metric objects
        for metric in (self._chrf, self._ter):
            metric.sentence_score("a", ["a"])  # a metric has no signature before its first use

    def availability(self) -> Availability:
        return Availability(True)

    def signature(self) -> str:
        """sacrebleu's own signatures of both metrics, reference counts left out."""
        chrf, ter = str(self._chrf.get_signature().format()), str(self._ter.get_signature().format())
        return f"agree:chrF2++[{_bare(chrf)}]+TER[{_bare(ter)}]"

    def measure(self, pairs: Sequence[Pair], ctx: JobContext) -> list[SignalValue]:
        values = []
        for pair in pairs:
            ctx.check()
            values.append(self._value(pair))
        return values

    def _value(self, pair: Pair) -> SignalValue:
        candidates = tuple(clean(text) for text in pair.candidates if has_words(text))
        if not candidates or not has_words(pair.target):
            return SignalValue(pair.id, self.name, None, "No candidates to compare with.")
        chrf, ter, number = self._memory.all([(clean(pair.target), candidates)], self._closeness)[0]
        detail = f"chrF++ {chrf:.0f} with candidate {number}"
        features = [("chrf", chrf / 100)]
        if ter is not None:
            detail += f", {ter:.0f} % of its words would have to change"
            features.append(("ter", min(ter, 150.0) / 100))
        return SignalValue(pair.id, self.name, 1 - chrf / 100, detail + ".", features=tuple(features))

    def _closeness(self, keys: Sequence[Key]) -> list[Closeness]:
        return [self._one(target, candidates) for target, candidates in keys]

    def _one(self, target: str, candidates: Sequence[str]) -> Closeness:
        """(chrF++, TER or None, 1-based number of the closest candidate), both metrics in percent."""
        with self._lock:
            scores = [self._chrf.sentence_score(target, [candidate]).score for candidate in candidates]
            best = max(range(len(scores)), key=scores.__getitem__)
            ter = None
            if max(len(target.split()), len(candidates[best].split())) <= _MAX_WORDS:
                ter = self._ter.sentence_score(target, [candidates[best]]).score
        return scores[best], ter, best + 1


def _bare(signature: str) -> str:
    return "|".join(part for part in signature.split("|") if not part.startswith("nrefs"))
