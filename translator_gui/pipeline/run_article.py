"""One article from start to end, without a window: propose, pick what to score, score. The unit every batch runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..domain.article import Document
from ..domain.candidate import Candidate
from ..domain.finding import Finding
from ..domain.score import Scorecard
from ..domain.segment import Origin, Row, Target
from ..kit.errors import EngineError
from ..kit.jobs import JobContext
from .opening import Opened
from .pairs import pairs_of, requests_of
from .propose import propose
from .workshop import Workshop


@dataclass(frozen=True)
class Recipe:
    """What to do with an article; names and options only, so that it can be sent to another process.

    engine: "" proposes nothing. profile: "" takes the one of the settings. fill: an empty target takes the best
    candidate (state initial, origin engine), which a command must ask for; no text of a person is ever replaced.
    only_empty: proposes for segments without English alone. score: False measures nothing.
    """

    engine: str = ""
    profile: str = ""
    fill: bool = False
    only_empty: bool = False
    score: bool = True


@dataclass(frozen=True)
class ArticleResult:
    """rows: with targets filled in where the recipe says so. errors: what an engine could not do, by segment id."""

    opened: Opened
    candidates: Mapping[str, Sequence[Candidate]] = field(default_factory=dict)
    scorecards: Mapping[str, Scorecard] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)

    def exportable(self) -> Opened:
        """The rows with what the scorer found in them."""
        findings: dict[str, Sequence[Finding]] = {id_: card.findings for id_, card in self.scorecards.items()}
        return replace(self.opened, findings=findings)


def run_article(recipe: Recipe, opened: Opened, workshop: Workshop, ctx: JobContext) -> ArticleResult:
    """Raises Cancelled. An engine that cannot be asked is an error in the result, and scoring goes on."""
    candidates: Mapping[str, Sequence[Candidate]] = {}
    errors: dict[str, str] = {}
    asked = [row for row in opened.rows if not (recipe.only_empty and row.target.text.strip())]
    if recipe.engine and (requests := requests_of(opened.article, asked)):
        try:
            proposed = propose(requests, workshop.engine(recipe.engine), ctx)
            candidates, errors = proposed.candidates, dict(proposed.errors)
        except EngineError as error:
            errors[""] = str(error)
    if recipe.fill:
        opened = replace(opened, rows=[_filled(row, candidates.get(row.id, ())) for row in opened.rows])
    if not recipe.score:
        return ArticleResult(opened, candidates, {}, errors)
    # A target that is a candidate's own text agrees with it: that says nothing of either.
    machine = {row.id for row in opened.rows if row.target.origin is Origin.ENGINE} if recipe.fill else set()
    texts = {id_: [each.text for each in found] for id_, found in candidates.items() if id_ not in machine}
    pairs = [pair for pair in pairs_of(opened.article, opened.rows, texts) if pair.target.strip()]
    cards = workshop.scorer(recipe.profile or None).score(pairs, ctx)
    return ArticleResult(opened, candidates, {card.id: card for card in cards}, errors)


def save_project(result: ArticleResult, path: Path) -> None:
    """A project with the candidates and scores of ``result``; one that is there already is replaced.

    Raises InputError, StoreError.
    """
    from ..store.project_file import ProjectFile

    source = result.opened
    targets = {row.id: row.target for row in source.rows}
    notes = {id_: tuple(texts) for id_, texts in source.notes.items()}
    store = ProjectFile.create(path, Document(source.article, targets, notes), overwrite=True)
    try:
        store.record_candidates(result.candidates)
        cards = result.scorecards
        store.record_scores([(row.revision, cards[row.id]) for row in source.rows if row.id in cards])
    finally:
        store.close()


def _filled(row: Row, candidates: Sequence[Candidate]) -> Row:
    if row.target.text.strip() or row.target.touched or not candidates:
        return row
    best = candidates[0]
    return replace(row, target=Target(best.text, origin=Origin.ENGINE, engine=best.engine, at=best.at))
