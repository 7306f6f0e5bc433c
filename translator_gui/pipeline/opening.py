"""Any file a command may be given (article, bilingual file, project) as one thing: an article and its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..domain.article import Article, Document
from ..domain.finding import Dismissal, Finding, Scope
from ..domain.original import Original
from ..domain.remark import Remark
from ..domain.segment import Row
from ..formats.export_view import rows_of
from ..kit.errors import InputError

if TYPE_CHECKING:
    from .workshop import Workshop

PROJECT = ".tgproj"
_SQLITE = b"SQLite format 3\x00"


@dataclass(frozen=True)
class Opened:
    """findings: by segment id, what a project has on record and nobody dismissed; None: nothing was ever measured."""

    article: Article
    rows: Sequence[Row]
    notes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    findings: Mapping[str, Sequence[Finding]] | None = None
    warnings: Sequence[str] = ()
    dismissals: Sequence[Dismissal] = ()
    remarks: Mapping[str, Sequence[Remark]] = field(default_factory=dict)
    original: Original | None = None
    signatures: Sequence[str] = ()  # of the engines that were asked

    def is_dismissed(self, finding: Finding) -> bool:
        return _is_dismissed(finding, self.dismissals)

    @property
    def has_targets(self) -> bool:
        return any(row.target.text.strip() for row in self.rows)


def open_file(path: Path, workshop: Workshop | None = None, draft: Path | None = None, **options: Any) -> Opened:
    """Reads ``path``; a ``draft`` is its English, in a file of its own. options: of the importer of ``path``.

    Raises InputError (no such file, a draft for a project), FormatError, StoreError.
    """
    if path.is_file() and is_project(path):
        if draft is not None:
            raise InputError("A project has its English already.", "Leave the draft out.")
        return _open_project(path)
    from .intake import read_article, read_file, with_draft

    if draft is None:
        return opened(read_article(path, workshop, **options))
    return opened(with_draft(read_file(path, workshop, **options), read_file(draft, workshop).article.text()))


def opened(document: Document) -> Opened:
    return Opened(
        document.article,
        rows_of(document),
        document.notes,
        warnings=document.warnings,
        dismissals=document.dismissals,
        remarks=document.remarks,
        original=document.original,
    )


def is_project(path: Path) -> bool:
    if path.suffix.lower() == PROJECT:
        return True
    with path.open("rb") as handle:
        return handle.read(len(_SQLITE)) == _SQLITE


def _open_project(path: Path) -> Opened:
    from ..store.project_file import ProjectFile

    store = ProjectFile.open(path, read_only=True)
    try:
        rows = store.rows()
        dismissed = store.dismissals()
        found: dict[str, Sequence[Finding]] = {}
        for row in rows:
            card = store.scorecard(row.id)
            if card is not None:
                found[row.id] = [finding for finding in card.findings if not _is_dismissed(finding, dismissed)]
        remarks: dict[str, list[Remark]] = {}
        for remark in store.remarks():
            remarks.setdefault(remark.segment, []).append(remark)
        return Opened(
            store.article_of(rows),
            rows,
            store.notes(),
            found,
            dismissals=dismissed,
            remarks=remarks,
            original=store.original(),
            signatures=store.engine_signatures(),
        )
    finally:
        store.close()


def _is_dismissed(finding: Finding, dismissals: Sequence[Dismissal]) -> bool:
    return any(
        dismissal.key == (finding.fingerprint if dismissal.scope is Scope.HERE else finding.code)
        for dismissal in dismissals
    )
