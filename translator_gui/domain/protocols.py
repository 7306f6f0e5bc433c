"""Every seam on one page. Batches in, batches out; no seam mentions Qt, SQLite or a progress bar."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeVar, runtime_checkable

from ..kit.jobs import JobContext
from .article import Article, Document
from .bead import AlignmentBead
from .candidate import Availability, Candidate, Proposal, TranslationRequest
from .change import Change
from .finding import Dismissal, Finding
from .language import LanguagePair
from .original import Original
from .remark import Remark
from .score import Pair, Scorecard, SignalValue
from .segment import Row
from .span import Span
from .term import Term, TermUse
from .unit import Match, TranslationUnit

A = TypeVar("A")
B = TypeVar("B")


class Segmenter(Protocol):
    """Paragraph text -> sentences. Spans are in order, do not overlap, and leave out only white space."""

    def spans(self, text: str, language: str) -> list[Span]: ...


@runtime_checkable
class TranslationEngine(Protocol):
    """A translation backend. ``online``: text leaves this machine. ``translate`` answers every request, in order,
    with candidates or an error per request; it raises only Cancelled, or EngineError when nothing at all can be
    asked (no key, not installed). Callers send small batches, so that what came in before a cancel is kept."""

    name: str
    title: str
    online: bool

    def availability(self) -> Availability: ...

    def signature(self) -> str: ...

    def translate(self, requests: Sequence[TranslationRequest], ctx: JobContext) -> list[Proposal]: ...

    def close(self) -> None: ...


class Signal(Protocol):
    """One measurement over pairs; ``measure`` answers every pair, in order."""

    name: str

    def availability(self) -> Availability: ...

    def signature(self) -> str: ...

    def measure(self, pairs: Sequence[Pair], ctx: JobContext) -> list[SignalValue]: ...


class Scorer(Protocol):
    """Pairs -> scorecards, in order. Bad input gives a scorecard with a finding, never an exception."""

    def signature(self) -> str: ...

    def score(self, pairs: Sequence[Pair], ctx: JobContext) -> list[Scorecard]: ...


class Check(Protocol):
    """One rule. ``names``/data come from ``env`` (built once per run, see checks.environment)."""

    name: str

    def run(self, pairs: Sequence[Pair], env: Any) -> list[Finding]: ...


class Importer(Protocol):
    """sniff: 0 not mine … 1 surely mine, from the first bytes and the name. read raises FormatError."""

    format: str
    extensions: tuple[str, ...]

    def sniff(self, head: bytes, name: str) -> float: ...

    def read(self, data: bytes, name: str, options: Mapping[str, Any]) -> Document: ...


class Exporter(Protocol):
    """Writes rows of an article to ``path``, atomically. Returns the files written. One whose format holds pairs, and
    nothing for a segment without a translation, has an attribute ``pairs_only``."""

    format: str
    extension: str

    def write(self, document: ExportDocument, path: Path, options: Mapping[str, Any]) -> list[Path]: ...


class ExportDocument(Protocol):
    """What an exporter may ask. ``rows`` are already filtered by the caller's options."""

    @property
    def article(self) -> Article: ...

    @property
    def rows(self) -> Sequence[Row]: ...

    @property
    def original(self) -> Original | None: ...

    @property
    def signatures(self) -> Sequence[str]: ...  # of the engines that were asked

    @property
    def unplaced(self) -> list[str]: ...  # to which an exporter adds ids of segments that the original has no place for

    def findings(self, segment: str) -> Sequence[Finding]: ...

    def notes(self, segment: str) -> Sequence[str]: ...

    def remarks(self, segment: str) -> Sequence[Remark]: ...

    def dismissals(self, segment: str) -> Sequence[Dismissal]: ...


class ProjectStore(Protocol):
    """One project file. ``apply`` is one transaction: rows + edit log; raises StaleChangeError, StoreError."""

    read_only: bool

    def article(self) -> Article: ...

    def rows(self) -> list[Row]: ...

    def row(self, segment: str) -> Row: ...

    def apply(self, change: Change, by: str) -> None: ...

    def history(self, segment: str) -> list[Row]: ...

    def record_candidates(self, candidates: Mapping[str, Sequence[Candidate]]) -> None: ...

    def candidates(self, segment: str) -> list[Candidate]: ...

    def record_scores(self, scores: Iterable[tuple[int, Scorecard]]) -> None: ...

    def close(self) -> None: ...


class TranslationMemory(Protocol):
    """Confirmed pairs that outlive a project."""

    def add(self, units: Iterable[TranslationUnit]) -> int: ...

    def lookup(
        self, source: str, pair: LanguagePair, minimum: int = 70, limit: int = 5, before: str = ""
    ) -> list[Match]: ...

    def concordance(self, words: str, pair: LanguagePair, limit: int = 50) -> list[TranslationUnit]: ...

    def remove(self, ids: Sequence[int]) -> None: ...


class Termbase(Protocol):
    """Words that must, or must not, be translated in a certain way."""

    def add(self, terms: Iterable[Term]) -> int: ...

    def edit(self, term: Term) -> None: ...

    def remove(self, ids: Sequence[int]) -> None: ...

    def terms(self, pair: LanguagePair | None = None, words: str = "") -> list[Term]: ...

    def uses(self, source: str, target: str, pair: LanguagePair) -> list[TermUse]: ...


class Aligner(Protocol):
    """Two lists of sentences -> beads in source order. paragraphs: paragraph number per sentence, or None.
    stretches: sentences (source, target) to be aligned with one another; the others only tell what is usual."""

    def align(
        self,
        source: Sequence[str],
        target: Sequence[str],
        ctx: JobContext,
        source_paragraphs: Sequence[int] | None = None,
        target_paragraphs: Sequence[int] | None = None,
    ) -> list[AlignmentBead]: ...

    def align_stretches(
        self,
        source: Sequence[str],
        target: Sequence[str],
        stretches: Sequence[tuple[Sequence[int], Sequence[int]]],
        ctx: JobContext,
        source_paragraphs: Sequence[int] | None = None,
        target_paragraphs: Sequence[int] | None = None,
    ) -> list[list[AlignmentBead]]: ...


class Executor(Protocol):
    """Runs ``work`` over items somewhere; yields (index, result) as they finish, each index once. An exception is a
    result. Items are taken as they are needed. Raises Cancelled, and then nothing goes on running."""

    def map_unordered(
        self, work: Callable[[A, JobContext], B], items: Iterable[A], ctx: JobContext
    ) -> Iterator[tuple[int, B | BaseException]]: ...
