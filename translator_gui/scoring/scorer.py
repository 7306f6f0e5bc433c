"""Pairs -> scorecards: asks the signals, combines what they measured, says why.

Falls back in order when parts are missing: full (language model) -> fast (embeddings) -> rules; ``notes`` says what is
missing and how to install it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .. import __version__
from ..domain.finding import Finding
from ..domain.protocols import Signal
from ..domain.score import Contribution, Pair, Scorecard, SignalValue
from ..kit.errors import InputError
from ..kit.jobs import JobContext
from .agreement import AgreementSignal
from .cache import Memory
from .combine import Model, divergence, features_of, load_model
from .embedding import Embeddings, MeaningSignal
from .explain import explain, merge_words
from .likelihood_signal import Likelihoods, LikelihoodSignal
from .neighbours import NeighbourSignal
from .rules import Checks, RulesSignal
from .word_model import WordSignal, load_word_model
from .wording import clean, has_words

PROFILES = ("rules", "fast", "full")
_CHUNK = 16  # pairs between two reports of progress


class SegmentScorer:
    """Fulfils domain.protocols.Scorer. Thread-safe: signals and memory are.

    profile: the one in force. notes: what is missing, for people. threshold: the divergence above which a segment is
    flagged. calibration: turns a share of false flags into a threshold and back.
    """

    def __init__(
        self, rules: RulesSignal, signals: Sequence[Signal], model: Model, threshold: float, notes: Sequence[str] = ()
    ) -> None:
        self._rules, self._signals, self._model = rules, tuple(signals), model
        self.profile = model.profile
        self.calibration = model.calibration
        self.threshold = threshold
        self.notes = tuple(notes)
        self._memory: Memory[tuple[object, ...], Scorecard] = Memory(20_000)

    def signature(self) -> str:
        """What made the scores: profile, models, figures' version, program version, threshold."""
        parts = "|".join(s.signature() for s in self._signals)
        figures = f"m:{self._model.version}|t:{self.threshold:.1f}|v:{__version__}"
        return "|".join(part for part in (f"tg:{self.profile}", parts, figures) if part)

    def score(self, pairs: Sequence[Pair], ctx: JobContext) -> list[Scorecard]:
        """A scorecard for every pair, in order. Raises Cancelled only."""
        signature = self.signature()
        cards: list[Scorecard] = []
        for start in range(0, len(pairs), _CHUNK):
            ctx.check()
            chunk = pairs[start : start + _CHUNK]
            cards += self._chunk(chunk, signature, ctx)
            ctx.progress(len(cards), len(pairs), "")
        return cards

    def measure(self, pairs: Sequence[Pair], ctx: JobContext) -> tuple[list[list[Finding]], list[list[SignalValue]]]:
        """Findings and every signal's value for each pair: what the combination is fitted on."""
        found = self._rules.run(pairs, ctx)
        columns = [[self._rules.value(pair, findings) for pair, findings in zip(pairs, found, strict=True)]]
        columns += [signal.measure(pairs, ctx) for signal in self._signals]
        return found, [list(row) for row in zip(*columns, strict=True)]

    def _chunk(self, pairs: Sequence[Pair], signature: str, ctx: JobContext) -> list[Scorecard]:
        keys = [_key(pair, signature) for pair in pairs]
        known = [self._memory.get(key) for key in keys]
        missing = [i for i, card in enumerate(known) if card is None]
        if missing:
            todo = [pairs[i] for i in missing]
            safe = [_clean(pair) for pair in todo]
            found, values = self.measure(safe, ctx)
            for i, pair, findings, row in zip(missing, safe, found, values, strict=True):
                card = self._card(pair, findings, row, signature)
                self._memory.put(keys[i], card)
                known[i] = card
        return [_named(card, pair) for card, pair in zip(known, pairs, strict=True) if card is not None]

    def _card(self, pair: Pair, findings: list[Finding], values: list[SignalValue], signature: str) -> Scorecard:
        features = features_of(values)
        words = merge_words(values)
        order = self._model.order.score(features)
        if one_sided(pair):
            whole = (Contribution("rules", 100.0, "One side is empty."),)
            return Scorecard(pair.id, 100.0, order + 100, True, tuple(findings), words, whole, signature)
        details = {value.signal: value.detail for value in values}
        figure, parts = divergence(self._model, features, details)
        # The calibration is kept to four decimals: a figure that many good pairs share must not lie above itself.
        figure = round(figure, 4)
        flagged = figure > self.threshold
        reasons = explain(pair, findings, words, values) if flagged else []
        return Scorecard(pair.id, figure, order, flagged, (*findings, *reasons), words, parts, signature)


def one_sided(pair: Pair) -> bool:
    """Does exactly one side have words?"""
    return has_words(pair.source) != has_words(pair.target)


def _clean(pair: Pair) -> Pair:
    source, target = clean(pair.source), clean(pair.target)
    if source == pair.source and target == pair.target:
        return pair
    return replace(pair, source=source, target=target)


def _key(pair: Pair, signature: str) -> tuple[object, ...]:
    return (pair.source, pair.target, pair.pair, pair.kind, pair.candidates, pair.previous, pair.following, signature)


def _named(card: Scorecard, pair: Pair) -> Scorecard:
    """The same card for a pair of another id (equal texts are measured once)."""
    if card.id == pair.id and all(f.segment == pair.id for f in card.findings):
        return card
    return replace(card, id=pair.id, findings=tuple(replace(f, segment=pair.id) for f in card.findings))


def build_scorer(
    profile: str = "full",
    false_flags: float = 10,
    checks: Checks = lambda pairs: [[] for _ in pairs],
    threshold: float | None = None,
) -> SegmentScorer:
    """The best scorer that can be built of what is installed, at most ``profile``.

    false_flags: percent of good translations that may be flagged; threshold: a divergence that overrides it.
    Raises InputError for an unknown profile or a share outside 0–100.
    """
    if profile not in PROFILES:
        raise InputError(f"There is no scoring profile called “{profile}”.", f"Known: {', '.join(PROFILES)}.")
    if not 0 < false_flags < 100:
        raise InputError("The share of false flags must lie between 0 and 100 percent.", "Try 10.")
    signals, reached, notes = signals_for(profile, Embeddings(), Likelihoods())
    model = load_model(reached)
    limit = model.calibration.threshold(false_flags) if threshold is None else threshold
    return SegmentScorer(RulesSignal(checks), signals, model, limit, notes)


def signals_for(profile: str, embeddings: Embeddings, likelihoods: Likelihoods) -> tuple[list[Signal], str, list[str]]:
    """The signals beside the rules, the profile they make, and what is missing of the one asked for."""
    signals: list[Signal] = [AgreementSignal()]
    if profile == "rules":
        return signals, "rules", []
    meaning, likelihood = MeaningSignal(embeddings), LikelihoodSignal(likelihoods)
    wanted: list[Signal] = [meaning] if profile == "fast" else [meaning, likelihood]
    absent = [state for state in (signal.availability() for signal in wanted) if not state.ok]
    notes = [f"{state.why} Install it: {state.install}" for state in absent]
    if not meaning.availability().ok:
        return signals, "rules", notes
    if profile == "fast" or absent:
        words = WordSignal(load_word_model("fast"), embeddings, None)
        return [*signals, meaning, NeighbourSignal(embeddings), words], "fast", notes
    words = WordSignal(load_word_model("full"), embeddings, likelihoods)
    return [*signals, meaning, NeighbourSignal(embeddings), likelihood, words], "full", notes
