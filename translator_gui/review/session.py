"""A reviewer's session on a project: what the window shows, and the one door through which it alters.

Every change goes through ``do``: validated, committed with its inverse, then told on the bus. One thread at a time
uses a session (it may be opened in a worker and handed over); jobs work on snapshots (``pair``, ``pairs``,
snapshots.requests) and hand their answers to ``add_scores`` and ``add_candidates`` in its thread.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..domain.article import Article, Document
from ..domain.candidate import Candidate
from ..domain.change import (
    Change,
    Dismiss,
    ReplaceRows,
    Restore,
    SetExclusion,
    SetNotes,
    SetRemark,
    SetTarget,
    parts,
    touched,
)
from ..domain.finding import Dismissal, Finding, Scope
from ..domain.score import Pair, Scorecard
from ..domain.segment import Row
from ..domain.unit import TranslationUnit
from ..kit.events import EventBus
from ..store import codec
from ..store.history import Version
from ..store.project_file import ProjectFile
from . import decisions, events, snapshots
from .answers import Answers
from .article_findings import ArticleFindings
from .decisions import Decision
from .events import RowsReplaced, SegmentsChanged, SessionClosed
from .marks import Dismissals
from .remark_table import RemarkTable
from .rows import RowTable
from .scores import Scores
from .source_words import SourceWords

if TYPE_CHECKING:
    from .unedited import MachineText


class ReviewSession:
    """rows: every row in order. notes: segment id -> notes (no entry: none). read_only and store.reason: may it be
    written, and why not. remember: called with each pair a person confirms; mute: called with
    (code, True or False) when a reason is dismissed for always; decided: called with what was decided about findings
    (see decisions). All are set by whoever opens the session."""

    def __init__(self, store: ProjectFile, user: str = "") -> None:
        self.store, self.user, self.path = store, user, store.path
        self.read_only = store.read_only
        self.bus = EventBus()
        self.remember: Callable[[TranslationUnit], None] | None = None
        self.mute: Callable[[str, bool], None] | None = None
        self.decided: Callable[[list[Decision]], None] | None = None
        self.table = RowTable(store.records())
        self.scores = Scores(self.table, Dismissals(store.dismissals()), store.score_marks())
        self.scores.set_threshold(store.recall("threshold", 50.0))  # even odds
        self.machine_text: MachineText | None = None  # see unedited.of
        self.article_findings = ArticleFindings(self.table)
        self.scores.of_article = self.article_findings.of
        self.source_words = SourceWords(self.table, self.bus)
        self.walked: set[str] = set()  # where "next worst" has been
        self.met: dict[str, dict[str, str]] = {}  # findings of texts a person has altered since, see decisions.py
        self.waiting: list[Callable[[], object]] | None = None  # what machines would add while a Whole is under way
        self._notes = store.notes()
        self.remarks = RemarkTable(store.remarks())  # what reviewers say: see annotations.py and comments.py
        self.last_export = max((event.edit for event in store.events("export")), default=0)  # see baselines.py
        self._last_segment: str = store.recall("last_segment", "")
        self.head = store.article_of(())  # the article without its segments: title, languages and the like
        self._answers = Answers(store)

    @classmethod
    def create(cls, path: Path | str, document: Document, user: str = "", overwrite: bool = False) -> ReviewSession:
        """A new project file. Raises InputError (a place that cannot be written) or StoreError (a file is there and
        ``overwrite`` was not asked for, or it is open elsewhere)."""
        return cls(ProjectFile.create(path, document, overwrite), user)

    @classmethod
    def open(cls, path: Path | str, user: str = "", read_only: bool = False) -> ReviewSession:
        """Raises StoreError; its subclass store.opening.AlreadyOpenError can be answered with read_only=True."""
        return cls(ProjectFile.open(path, read_only), user)

    def close(self) -> None:
        self.store.close()
        self.bus.publish(SessionClosed(str(self.path)))

    def __enter__(self) -> ReviewSession:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    # -- what the window shows

    @property
    def rows(self) -> Sequence[Row]:
        return self.table

    @property
    def article(self) -> Article:
        """As it is now: after splits, joins and exclusions, too. Made anew each time, 0.1 s at 50,000 rows."""
        return dataclasses.replace(self.head, segments=tuple(map(codec.decode_segment, self.table.records)))

    def index(self, segment: str) -> int:
        """Raises KeyError for an id that is not (or no longer) in the article; so do all others that take an id."""
        return self.table.place(segment)

    def row(self, segment: str) -> Row:
        return self.table[self.table.place(segment)]

    def __contains__(self, segment: object) -> bool:
        return self.table.has(segment)

    def candidates(self, segment: str) -> list[Candidate]:
        """Memory matches first, then best score first."""
        return self._answers.candidates(segment)

    def scorecard(self, segment: str) -> Scorecard | None:
        """The last one made, stale or not, with ``flagged`` as of now."""
        if segment not in self.scores.marks:
            return None
        card = self._answers.scorecard(segment)
        return None if card is None else dataclasses.replace(card, flagged=self.is_flagged(segment))

    def is_stale(self, segment: str) -> bool:
        """Was the row scored, but before its text changed?"""
        return self.scores.is_stale(segment)

    def is_flagged(self, segment: str) -> bool:
        return segment in self.scores.flagged

    def divergence(self, segment: str) -> float | None:
        """0-100, None when it was never scored. Costs nothing: for every visible row."""
        mark = self.scores.marks.get(segment)
        return None if mark is None else mark.divergence

    def findings(self, segment: str) -> list[Finding]:
        """Worst first; without those dismissed or muted. Those of a stale card have spans of the older text."""
        card = self.scorecard(segment)
        return self._shown((*(card.findings if card is not None else ()), *self.article_findings.of(segment)))

    def _shown(self, found: Iterable[Finding]) -> list[Finding]:
        shown = [finding for finding in found if not self.scores.dismissals.hides_finding(finding)]
        return sorted(shown, key=lambda finding: (-finding.severity.rank, finding.span or (0, 0)))

    def findings_by_id(
        self,
        of_article: Mapping[str, Sequence[Finding]] = MappingProxyType({}),
        check: Callable[[], object] = lambda: None,
    ) -> dict[str, tuple[Finding, ...]]:
        """Open findings of every segment that has any, for exports: one pass over the file, any thread. of_article:
        what article_findings.all() said, for those, too. check: called between, and may raise."""
        cards: dict[str, tuple[Finding, ...]] = dict.fromkeys(of_article, ())
        for number, card in enumerate(self._answers.scorecards()):
            if card.findings and card.id in self:
                cards[card.id] = card.findings
            if number % 1000 == 0:
                check()
        found = {segment: self._shown((*own, *of_article.get(segment, ()))) for segment, own in cards.items()}
        return {segment: tuple(each) for segment, each in found.items() if each}

    def dismissals(self) -> list[Dismissal]:
        return self.scores.dismissals.list()

    @property
    def muted(self) -> frozenset[str]:
        return self.scores.dismissals.muted

    @property
    def notes(self) -> Mapping[str, tuple[str, ...]]:
        return MappingProxyType(self._notes)

    def history(self, segment: str) -> list[Row]:
        """Every version, oldest first, the present one last; commands.restore_version brings one back."""
        return self.store.history(segment)

    def versions(self, segment: str) -> list[Version]:
        """The same with who, when, and by what kind of edit."""
        return self.store.versions(segment)

    @property
    def threshold(self) -> float:
        return self.scores.threshold

    @property
    def last_segment(self) -> str:
        """Where the reviewer was ("" or an id that may be gone)."""
        return self._last_segment

    @last_segment.setter
    def last_segment(self, segment: str) -> None:
        if segment != self._last_segment:
            self._last_segment = segment
            if not self.read_only:
                self.store.remember("last_segment", segment)

    # -- snapshots for jobs

    def pair(self, segment: str) -> Pair:
        """A snapshot for the scorer, with candidates and neighbours."""
        return snapshots.pair(self, segment)

    def pairs(self, segments: Iterable[str]) -> list[tuple[int, Pair]]:
        """(revision, pair) of each: what scoring_job.score takes."""
        return [(self.row(segment).revision, self.pair(segment)) for segment in segments]

    # -- changes

    def do(self, change: Change, origin: str = "") -> None:
        """Commit a change, then tell the bus. Raises StaleChangeError when a text has altered since the change was
        prepared, StoreError when the file cannot be written; then nothing has changed."""
        revisions = self.store.apply_all(change, self.user)
        aspects: dict[str, set[str]] = {}
        if self.decided:
            self.decided([d for part in parts(change) for d in decisions.of_change(part, self.scores, str(self.path))])
        for part in parts(change):
            self._follow(part, revisions, aspects, origin)
        self._tell(aspects, origin)

    def undone(self, change: Change, origin: str = "") -> None:
        """The file has dropped a change that was done (see whole.py): what is in memory follows."""
        back = change.inverse()
        revisions = self.store.revisions(touched(back))
        aspects: dict[str, set[str]] = {}
        for part in parts(back):
            self._follow(part, revisions, aspects, origin)
        self._tell(aspects, origin)

    def _follow(self, change: Change, revisions: Mapping[str, int], aspects: dict[str, set[str]], origin: str) -> None:
        """Bring what is in memory in line with the file."""
        if isinstance(change, SetTarget):
            aspects.setdefault(change.segment, set()).update(self._set_target(change, revisions[change.segment]))
        elif isinstance(change, SetExclusion):
            row = self.row(change.segment)
            self.table.put(dataclasses.replace(row, segment=dataclasses.replace(row.segment, exclusion=change.after)))
            self.scores.touch(change.segment)
            aspects.setdefault(change.segment, set()).add(events.EXCLUSION)
        elif isinstance(change, ReplaceRows):
            self._replace_rows(change, revisions, origin)
        elif isinstance(change, SetNotes):
            self._notes.pop(change.segment, None)
            if change.after:
                self._notes[change.segment] = change.after
            aspects.setdefault(change.segment, set()).add(events.NOTES)
        elif isinstance(change, SetRemark):
            self.remarks.put(change)
            for remark in (change.before, change.after):
                if remark is not None:
                    aspects.setdefault(remark.segment, set()).add(events.REMARKS)
        elif isinstance(change, (Dismiss, Restore)):
            self._dismiss(change, aspects)

    def _set_target(self, change: SetTarget, revision: int) -> set[str]:
        row = self.row(change.segment)
        self.table.put(dataclasses.replace(row, target=change.after, revision=revision))
        self.scores.touch(change.segment)
        before, after = row.target, change.after
        aspects = {events.TARGET} if before.text != after.text else {events.STATE}
        if (before.state, before.locked, before.rejected) != (after.state, after.locked, after.rejected):
            aspects.add(events.STATE)
        if self.remember and snapshots.newly_confirmed(before, after) and not row.segment.excluded:
            self.remember(snapshots.unit(self, change.segment))
        return aspects

    def _replace_rows(self, change: ReplaceRows, revisions: Mapping[str, int], origin: str) -> None:
        after = [dataclasses.replace(row, revision=revisions[row.id]) for row in change.after]
        first = self.table.replace([row.id for row in change.before], after)
        for row in (*change.before, *after):
            self._answers.forget(row.id)
            self.scores.touch(row.id)
        self.bus.publish(RowsReplaced(first, len(change.before), len(after), origin))

    def _dismiss(self, change: Dismiss | Restore, aspects: dict[str, set[str]]) -> None:
        dismissal, dismissed = change.dismissal, isinstance(change, Dismiss)
        touched = self.scores.dismiss(dismissal, dismissed)
        if dismissal.scope is Scope.ALWAYS and self.mute:
            self.mute(dismissal.key, dismissed)
        for segment in touched:
            aspects.setdefault(segment, set()).update((events.FINDINGS, events.SCORE))

    def _tell(self, aspects: Mapping[str, set[str]], origin: str) -> None:
        there = {segment: names for segment, names in aspects.items() if self.table.has(segment)}
        for event in events.of_aspects(there, origin):
            self.bus.publish(event)

    # -- what machines add

    def add_candidates(self, candidates: Mapping[str, Sequence[Candidate]], signature: str = "") -> None:
        """Never touches a target. ``signature``: of the engine that was asked; a proposing.Delivery carries it."""
        if self.waiting is not None:
            self.waiting.append(lambda: self.add_candidates(candidates, signature))
            return
        signature = signature or str(getattr(candidates, "signature", ""))
        known = {segment: found for segment, found in candidates.items() if self.table.has(segment)}
        if known:
            self.store.record_candidates(known, signature)
            for segment in known:
                self._answers.forget(segment)
            self.bus.publish(SegmentsChanged(tuple(known), frozenset((events.CANDIDATES,))))

    def add_scores(self, scores: Sequence[tuple[int, Scorecard]]) -> list[str]:
        """(revision scored, card) pairs. An answer to a text that has changed since is dropped. Returns the ids
        whose score is new."""
        if self.waiting is not None:
            self.waiting.append(lambda: self.add_scores(scores))
            return []
        fresh = [(revision, card) for revision, card in scores if self.scores.wants(card.id, revision)]
        if fresh:
            if not self.read_only:
                self.store.record_scores(fresh)
            if self.decided:
                self.decided([decision for _, card in fresh for decision in decisions.of_card(self, card)])
            for revision, card in fresh:
                self.scores.put(revision, card)
                self._answers.renew(card)
            ids = tuple(card.id for _, card in fresh)
            self.bus.publish(SegmentsChanged(ids, frozenset((events.SCORE, events.FINDINGS))))
        return [card.id for _, card in fresh]

    def set_article_findings(self, found: Mapping[str, Sequence[Finding]], revisions: Mapping[str, int]) -> None:
        """What a look at the whole article found (see article_findings.article_pairs); all of it at once."""
        if ids := tuple(segment for segment in self.article_findings.put(found, revisions) if segment in self):
            self.bus.publish(SegmentsChanged(ids, frozenset((events.FINDINGS,))))

    # -- what the person prefers

    def set_threshold(self, value: float) -> None:
        """Flags follow at once, nothing is scored again."""
        if value != self.threshold:
            self.scores.set_threshold(value)
            if not self.read_only:
                self.store.remember("threshold", value)
            self.bus.publish(SegmentsChanged((), frozenset((events.SCORE,))))

    def set_muted(self, codes: Iterable[str]) -> None:
        """Reasons muted in the settings, in every project."""
        if self.scores.set_muted(codes):
            self.bus.publish(SegmentsChanged((), frozenset((events.FINDINGS, events.SCORE))))
