"""Signal ``words``: boosted trees over the words of both sides say which one was changed, added, or not translated.

Fitted on known mistakes (tests/benchmarks/train_scorer.py). With the language model the trees of profile ``full`` are
used, without it those of ``fast``, which see embeddings and spelling only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from ..domain.candidate import Availability
from ..domain.score import Pair, SignalValue, WordScore
from ..domain.span import Side
from ..kit.errors import FormatError
from ..kit.jobs import JobContext
from ..kit.paths import resource
from .e5 import Embedded
from .embedding import Embeddings
from .gguf import Floats
from .likelihood import Likelihood
from .likelihood_signal import Likelihoods
from .probe import SIDES, Probe, Probes
from .reasons import ADDITION, FLUENCY, MEANING, OMISSION, OPPOSITE
from .segment_features import likelihood_features, meaning_features, told_by_words, word_summary
from .trees import Trees, probability
from .word_features import Columns, Sides, match, sides, source_table, word_table
from .wording import readable

FORMAT = 2


@dataclass(frozen=True)
class Grove:
    """Trees and the columns they read, in order."""

    trees: Trees
    columns: tuple[str, ...]

    def decide(self, table: Columns, count: int) -> Floats:
        """Log odds for ``count`` samples; a column that is missing is 0."""
        empty = np.zeros(count, np.float32)
        return self.trees.decide(np.stack([table.get(name, empty) for name in self.columns], axis=1))


@dataclass(frozen=True)
class WordModel:
    """target, source: one answer for each word. segment: one for the pair, from the sums of everything. probes: what
    the groves are stacked on."""

    target: Grove
    source: Grove
    segment: Grove
    probes: Probes


def load_word_model(profile: str, path: Path | None = None) -> WordModel:
    """Raises FormatError when the artefact is of another format."""
    return _load(profile, path or resource("scoring", "words.npz"))


@lru_cache(maxsize=4)
def _load(profile: str, path: Path) -> WordModel:
    try:
        with np.load(path, allow_pickle=False) as file:
            table = {n: file[n] for n in file.files if n.startswith((f"{profile}.", "probe.", "format"))}
        if int(table["format"]) != FORMAT:
            raise KeyError("format")
        target, source, segment = (
            Grove(Trees.from_arrays(table, f"{profile}.{part}"), tuple(table[f"{profile}.{part}.columns"].tolist()))
            for part in ("target", "source", "segment")
        )
        reading = Probe.from_arrays(table, "probe.reading") if profile == "full" else None
        probes = Probes(Probe.from_arrays(table, "probe.meaning"), reading)
    except (OSError, KeyError, ValueError) as error:
        message = "The scorer's word model (resources/scoring/words.npz) cannot be read."
        raise FormatError(message, "Install the program again.", str(error)) from error
    return WordModel(target, source, segment, probes)


@dataclass(frozen=True)
class Evidence:
    """All measurements of one pair: word columns of both sides, and figures of the whole under "signal.name"."""

    both: Sides
    target: Columns
    source: Columns
    figures: dict[str, float]


def evidence(
    pair: Pair, source: Embedded, target: Embedded, likelihood: Likelihood | None, probes: Probes | None
) -> Evidence:
    """likelihood None: the columns of the language model are left out; probes None: those of the probes."""
    texts = readable(pair.source), readable(pair.target)
    both = sides(*texts, pair.pair.source)
    matching = match(source, target, both)
    probed = probes(source, target, likelihood, both) if probes else {}
    figures = {f"meaning.{name}": value for name, value in meaning_features(source, target, matching).items()}
    if likelihood is not None:
        figures |= {f"likelihood.{name}": value for name, value in likelihood_features(likelihood).items()}
    for name, answers in probed.items():
        for side, own in zip(SIDES, answers, strict=True):
            figures |= {f"probe.{name}_{side}_{key}": value for key, value in word_summary(own).items()}
    return Evidence(
        both,
        word_table(*texts, both, likelihood, matching, probed),
        source_table(*texts, both, likelihood, matching, probed),
        figures,
    )


def segment_figures(model: WordModel, seen: Evidence) -> tuple[Floats, Floats, dict[str, float]]:
    """Log odds of target words, of source words, and all figures with the words' added."""
    target = model.target.decide(seen.target, len(seen.both.target))
    source = model.source.decide(seen.source, len(seen.both.source))
    figures = dict(seen.figures)
    figures |= {f"words.{name}": value for name, value in word_summary(target).items()}
    figures |= {f"omitted.{name}": value for name, value in word_summary(source).items()}
    return target, source, figures


def reason_of(row: dict[str, float]) -> str:
    """Why a target word is suspicious, from its columns.

    Nothing in the source resembles it: addition. Source words without a counterpart stand just before it: omission.
    The source makes it unlikelier though it resembles a source word: opposite. Unlikely in any English: fluency.
    """
    similar = row.get("similar", 0.0)
    if row.get("between.similar", 0.0) > max(0.45, similar + 0.05):
        return OMISSION
    if similar > 0.42 and not row.get("function", 0.0):
        return ADDITION
    if "pmi" in row and row["pmi"] > 0.5 and not row.get("function", 0.0):
        return OPPOSITE if similar < 0.3 else MEANING
    if row.get("b.gap", 0.0) > 5 and row.get("a.gap", 0.0) > 4:
        return FLUENCY
    return MEANING


class WordSignal:
    """value: the chance of the most suspicious target word."""

    name = "words"

    def __init__(self, model: WordModel, embeddings: Embeddings, likelihoods: Likelihoods | None) -> None:
        self._model, self._embeddings, self._likelihoods = model, embeddings, likelihoods

    def availability(self) -> Availability:
        return Availability(True)

    def signature(self) -> str:
        return f"words:{'full' if self._likelihoods else 'fast'}-{FORMAT}"

    def measure(self, pairs: Sequence[Pair], ctx: JobContext) -> list[SignalValue]:
        vectors = self._embeddings([readable(t) for pair in pairs for t in (pair.source, pair.target)], ctx)
        probable = self._likelihoods(pairs, ctx) if self._likelihoods else [None] * len(pairs)
        rows = zip(pairs, vectors[::2], vectors[1::2], probable, strict=True)
        return [self._value(*row) for row in rows]

    def _value(self, pair: Pair, source: Embedded, target: Embedded, likelihood: Likelihood | None) -> SignalValue:
        if not source.tokens or not target.tokens:
            return SignalValue(pair.id, self.name, None, "Nothing to judge: one side has no words.")
        seen = evidence(pair, source, target, likelihood, self._model.probes)
        on_target, on_source, figures = segment_figures(self._model, seen)
        whole = float(self._model.segment.decide({k: np.array([v], np.float32) for k, v in figures.items()}, 1)[0])
        features = told_by_words(figures) | {"segment": whole}
        words = self._words(seen, probability(on_target), probability(on_source))
        worst = max(words, key=lambda word: word.score, default=None)
        detail = "No word stands out."
        if worst is not None:
            detail = f"“{worst.span.of(pair.target if worst.side is Side.TARGET else pair.source)}” stands out."
        return SignalValue(
            pair.id, self.name, worst.score if worst else 0.0, detail, tuple(words), tuple(features.items())
        )

    @staticmethod
    def _words(seen: Evidence, on_target: Floats, on_source: Floats) -> list[WordScore]:
        found = []
        for index, (span, chance) in enumerate(zip(seen.both.target, on_target.tolist(), strict=True)):
            if chance > 0.01:
                row = {name: float(column[index]) for name, column in seen.target.items()}
                found.append(WordScore(Side.TARGET, span, chance, reason_of(row)))
        found += [
            WordScore(Side.SOURCE, span, chance, OMISSION)
            for span, chance in zip(seen.both.source, on_source.tolist(), strict=True)
            if chance > 0.05
        ]
        return found
