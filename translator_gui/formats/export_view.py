"""What an exporter is given: an article, the rows to write, and what is known of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ..domain.article import Article, Document
from ..domain.finding import Dismissal, Finding
from ..domain.original import Original
from ..domain.remark import Remark
from ..domain.segment import EMPTY_TARGET, Row


@dataclass(frozen=True)
class ExportView:
    """Fulfils domain.protocols.ExportDocument. What is by segment id: a missing id means none. unplaced: filled by an
    exporter."""

    article: Article
    rows: Sequence[Row]
    findings_by_id: Mapping[str, Sequence[Finding]] = field(default_factory=dict)
    notes_by_id: Mapping[str, Sequence[str]] = field(default_factory=dict)
    remarks_by_id: Mapping[str, Sequence[Remark]] = field(default_factory=dict)
    original: Original | None = None
    dismissed: Sequence[Dismissal] = ()
    signatures: Sequence[str] = ()
    unplaced: list[str] = field(default_factory=list)

    def findings(self, segment: str) -> Sequence[Finding]:
        return self.findings_by_id.get(segment, ())

    def notes(self, segment: str) -> Sequence[str]:
        return self.notes_by_id.get(segment, ())

    def remarks(self, segment: str) -> Sequence[Remark]:
        return self.remarks_by_id.get(segment, ())

    def dismissals(self, segment: str) -> Sequence[Dismissal]:
        """Those made in this segment, however far they reach."""
        return self._dismissed_by_id.get(segment, ())

    @cached_property
    def _dismissed_by_id(self) -> Mapping[str, list[Dismissal]]:
        found: dict[str, list[Dismissal]] = {}
        for dismissal in self.dismissed:
            found.setdefault(dismissal.segment, []).append(dismissal)
        return found


def rows_of(document: Document) -> list[Row]:
    """The rows of a document that has no project file: each segment with its target, or an empty one."""
    targets = document.targets
    return [Row(segment, targets.get(segment.id, EMPTY_TARGET)) for segment in document.article.segments]
