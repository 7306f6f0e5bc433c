"""What became of a batch: a line for every article, and the sums over all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

DIVERGENCE_STEP = 5  # points of divergence a bin of the histogram holds
WORDS_STEP, WORDS_BINS = 5, 13  # words a bin holds; the last bin holds all that is longer
RATIO_STEP, RATIO_BINS = 0.2, 16  # target to source, in characters


class ArticleState(str, Enum):
    """KEPT: done by an earlier run, from the same texts by the same recipe."""

    DONE = "done"
    KEPT = "kept"
    FAILED = "failed"


@dataclass(frozen=True)
class ArticleLine:
    """One article. name: of its files, relative to the output folder. segments: sentences that belong to the article;
    pairs: what was exported of them; left_out: reason -> how many. Histograms: bin -> count. findings: code -> count.
    sums: what means are made of ("divergence", "scored", "source_words", "target_words", "flagged")."""

    number: int
    name: str
    source: str
    draft: str = ""
    state: ArticleState = ArticleState.DONE
    error: str = ""
    hint: str = ""
    segments: int = 0
    pairs: int = 0
    left_out: Mapping[str, int] = field(default_factory=dict)
    divergence: Mapping[int, int] = field(default_factory=dict)
    words: Mapping[int, int] = field(default_factory=dict)
    ratio: Mapping[int, int] = field(default_factory=dict)
    findings: Mapping[str, int] = field(default_factory=dict)
    severities: Mapping[str, int] = field(default_factory=dict)
    sums: Mapping[str, float] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def mean_divergence(self) -> float | None:
        scored = self.sums.get("scored", 0)
        return self.sums.get("divergence", 0.0) / scored if scored else None


@dataclass
class BatchTotals:
    """The sums over articles; the same size however many there are."""

    states: Counter[str] = field(default_factory=Counter)
    segments: int = 0
    pairs: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    divergence: Counter[int] = field(default_factory=Counter)
    words: Counter[int] = field(default_factory=Counter)
    ratio: Counter[int] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    severities: Counter[str] = field(default_factory=Counter)
    sums: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)

    def add(self, line: ArticleLine) -> None:
        self.states[line.state.value] += 1
        self.segments += line.segments
        self.pairs += line.pairs
        self.left_out.update(line.left_out)
        self.divergence.update(line.divergence)
        self.words.update(line.words)
        self.ratio.update(line.ratio)
        self.findings.update(line.findings)
        self.severities.update(line.severities)
        self.sums.update(line.sums)
        if line.error:
            self.errors[line.error] += 1

    @property
    def articles(self) -> int:
        return sum(self.states.values())

    @property
    def failed(self) -> int:
        return self.states[ArticleState.FAILED.value]

    @property
    def mean_divergence(self) -> float | None:
        scored = self.sums["scored"]
        return self.sums["divergence"] / scored if scored else None


@dataclass(frozen=True)
class BatchReport:
    """What the page shows. worst: lines with the highest mean divergence, failed: lines of articles that could not be
    done; both cut at a number a page can hold. corpora: file -> pairs in it. duplicates: pairs that were left out of
    the corpora. recipe: (key, value) for people. seconds, rate: of this run alone."""

    totals: BatchTotals
    worst: tuple[ArticleLine, ...]
    failed: tuple[ArticleLine, ...]
    corpora: Mapping[str, int]
    duplicates: int
    recipe: tuple[tuple[str, str], ...]
    created: str
    program: str
    seconds: float
    rate: float
    signature: str
    threshold: float | None = None
