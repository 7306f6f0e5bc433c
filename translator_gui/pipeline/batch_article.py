"""One article of a batch, in whatever process: bytes in, bytes out. It touches no file of the batch.

The same task gives the same bytes everywhere: everything runs on one core, nothing that is remembered from
other articles is used, and no time of day goes in.
"""

from __future__ import annotations

import json
import tempfile
import threading
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from .. import __version__
from ..domain.article import Article, Document
from ..domain.batch import ArticleLine, ArticleState
from ..domain.bead import Bitext
from ..domain.finding import Finding
from ..domain.score import Scorecard
from ..domain.segment import Origin, Row
from ..kit.errors import AppError, EngineError, InputError
from ..kit.jobs import JobContext
from ..kit.settings import Settings
from ..scoring.parallel import one_core
from ..text.placeables import plain
from .article_figures import figures
from .batch_inputs import MOSES, Item
from .batch_recipe import BatchRecipe
from .bitext import align_bitext, aligned_document
from .export import TARGET_ONLY, export
from .intake import read_data, read_halves, same_length
from .opening import Opened, open_file, opened
from .pairs import pairs_of
from .row_filters import Measured, let_through
from .run_article import Recipe, run_article
from .steady_zip import steady
from .workshop import Workshop


@dataclass(frozen=True)
class Task:
    """An item with its texts. source: None for a project, which is opened where it lies."""

    item: Item
    source: bytes | None
    draft: bytes | None = None


@dataclass(frozen=True)
class Outcome:
    """files: (name relative to the output folder, bytes). part: the pairs for the corpora, see unpack_part."""

    line: ArticleLine
    files: tuple[tuple[str, bytes], ...] = ()
    part: bytes = b""


@dataclass(frozen=True)
class ArticleWork:
    """What is done with a Task. Picklable; models are loaded once a process."""

    recipe: BatchRecipe
    settings: Settings
    version: str = __version__

    def __call__(self, task: Task, ctx: JobContext) -> Outcome:
        """Raises Cancelled, AppError for an article that cannot be done."""
        if self.version != __version__:
            hint = f"Here is {__version__}, the batch was started with {self.version}."
            raise InputError("The workers run another version of the program.", hint)
        workshop = _workshop(self.recipe, self.settings)
        quiet = replace(ctx, progress=lambda done, total, text: None)
        try:
            with one_core():
                return _Run(self.recipe, workshop, quiet).outcome(task)
        finally:
            workshop.forget()


_here = threading.local()  # engines are asked by one thread each; models are shared by all


def _workshop(recipe: BatchRecipe, settings: Settings) -> Workshop:
    if recipe.scorer not in ("", "none"):
        settings = replace(settings, scoring=replace(settings.scoring, profile=recipe.scorer))
    known = getattr(_here, "workshop", None)
    if known is None or known.settings != settings:
        if known is not None:
            known.close()
        known = _here.workshop = Workshop(settings)
    return known


@dataclass
class _Found:
    """An article on its way."""

    opened: Opened
    probabilities: dict[str, float] = field(default_factory=dict)
    cards: dict[str, Scorecard] = field(default_factory=dict)
    findings: dict[str, list[Finding]] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


class _Run:
    def __init__(self, recipe: BatchRecipe, workshop: Workshop, ctx: JobContext) -> None:
        self._recipe, self._workshop, self._ctx = recipe, workshop, ctx

    def outcome(self, task: Task) -> Outcome:
        found = self._open(task)
        self._work(found)
        if not found.opened.has_targets:
            raise InputError("There is no English for it.", _why(found, self._recipe))
        return self._written(task.item, found)

    # -- in ------------------------------------------------------------------------------------------------------

    def _open(self, task: Task) -> _Found:
        path = Path(task.item.source)
        if task.source is None:
            if task.item.draft:
                raise InputError("A project has its English already.", "Leave the draft out.")
            return _Found(open_file(path, self._workshop))
        draft = Path(task.item.draft)
        if task.draft is not None and _is_moses(task.item, task.source, task.draft):
            return _Found(opened(read_halves(task.source, task.draft, path, self._workshop)))
        document = read_data(task.source, path, self._workshop, task.item.format)
        if task.draft is None:
            return _Found(opened(document), warnings=list(document.warnings))
        if document.targets:
            raise InputError(f"“{path.name}” has its English already.", "Leave the draft out.")
        english = document.article.pair.target
        return self._aligned(document, read_data(task.draft, draft, self._workshop, language=english))

    def _aligned(self, document: Document, draft: Document) -> _Found:
        bitext = Bitext(document.article, draft.article)
        beads = align_bitext(bitext, self._workshop.aligner(self._recipe.aligner), self._ctx)
        made = aligned_document(bitext, beads, document.original)
        ids = [segment.id for segment in document.article.segments]
        sure = {ids[bead.source[0]]: round(float(bead.probability), 4) for bead in beads if bead.source}
        warnings = [*document.warnings, *draft.warnings]
        if made.homeless:
            warnings.append(f"{len(made.homeless)} English sentence(s) have no French; they are in notes.")
        return _Found(opened(made.document), sure, warnings=warnings)

    # -- what machines say of it ---------------------------------------------------------------------------------

    def _work(self, found: _Found) -> None:
        recipe = self._recipe
        engine, profile = recipe.engine if recipe.proposes else "", recipe.scorer if recipe.scores else ""
        asked = Recipe(engine, profile, fill=True, only_empty=True, score=recipe.scores)
        result = run_article(asked, found.opened, self._workshop, self._ctx)
        found.opened = replace(result.opened, rows=[_timeless(row) for row in result.opened.rows])
        found.cards = dict(result.scorecards)
        self._tell(found, result.errors, len(result.candidates))
        self._check(found)

    @staticmethod
    def _tell(found: _Found, errors: Mapping[str, str], asked: int) -> None:
        """What the engine could not do is a warning; that it could do nothing at all, an error."""
        reasons = Counter(errors.values())
        if reasons and not found.opened.has_targets:
            raise EngineError("The engine proposed nothing.", next(iter(reasons)))
        for reason, times in reasons.items():
            found.warnings.append(f"{times} of {asked or times} sentences got no proposal: {reason}")

    def _check(self, found: _Found) -> None:
        """Findings: the scorer's own, which the checks are part of, and those that only the whole article shows."""
        source = found.opened
        pairs = [pair for pair in pairs_of(source.article, source.rows) if pair.target.strip()]
        if self._recipe.scores:
            found.findings = {card.id: list(card.findings) for card in found.cards.values()}
        elif self._recipe.check:
            checked = self._workshop.checks(pairs)
            found.findings = {pair.id: list(each) for pair, each in zip(pairs, checked, strict=True)}
        if self._recipe.check:
            for pair, each in zip(pairs, self._workshop.run_article_checks(pairs), strict=True):
                found.findings.setdefault(pair.id, []).extend(each)
        if source.dismissals:
            found.findings = {
                id_: [finding for finding in each if not source.is_dismissed(finding)]
                for id_, each in found.findings.items()
            }

    # -- out -----------------------------------------------------------------------------------------------------

    def _written(self, item: Item, found: _Found) -> Outcome:
        recipe, source = self._recipe, found.opened
        severities = {id_: [finding.severity.value for finding in each] for id_, each in found.findings.items()}
        measured = Measured(found.cards, found.probabilities, severities)
        filters = recipe.filters
        rows, left_out = let_through(source.rows, measured, filters, source.article.pair)
        whole = replace(source, findings=found.findings)
        files = self._export(item, whole, replace(whole, rows=rows), found.warnings)
        pairs = [row for row in rows if row.target.text.strip()]
        line = ArticleLine(
            item.number,
            item.name,
            item.source,
            item.draft,
            segments=sum(not row.segment.excluded for row in source.rows),
            pairs=len(pairs),
            left_out=dict(left_out),
            warnings=tuple(dict.fromkeys(found.warnings)),
            files=tuple(name for name, _ in files),
            **figures(source.rows, found.cards, found.findings),
        )
        part = pack_part(_records(source.article, pairs, found)) if recipe.corpora else b""
        return Outcome(line, files, part)

    def _export(self, item: Item, whole: Opened, chosen: Opened, warnings: list[str]) -> tuple[tuple[str, bytes], ...]:
        """Documents get all of the article, formats of pairs what the filters let through."""
        files: list[tuple[str, bytes]] = []
        errors: list[InputError] = []
        folder_of_item = item.name.rpartition("/")[0]
        with tempfile.TemporaryDirectory(prefix="translator-gui-") as folder:
            for format_id in self._recipe.formats:
                source = whole if format_id in TARGET_ONLY else chosen
                if not source.rows:
                    continue
                try:
                    made = export(source, _target(Path(folder), item, format_id), format_id, self._options()).files
                except InputError as error:  # a format that needs the layout the article came in
                    errors.append(error)
                    continue
                for path in made:
                    name = f"{folder_of_item}/{path.name}" if folder_of_item else path.name
                    files.append((name, steady(path.read_bytes())))
        if errors and not files and not self._recipe.corpora:
            raise errors[0]
        warnings += [str(error) for error in errors]
        return tuple(files)

    def _options(self) -> dict[str, Any]:
        recipe = self._recipe
        return {"empty": recipe.empty, "spreadsheet": not recipe.plain, "licence": recipe.licence}


def _is_moses(item: Item, source: bytes, draft: bytes) -> bool:
    """NAME.fr and NAME.en whose lines belong together; of unequal length they are an article and its draft."""
    endings = tuple(Path(name).suffix.lower() for name in (item.source, item.draft))
    return item.format == "moses" or (not item.format and endings == MOSES and same_length(source, draft))


def _target(folder: Path, item: Item, format_id: str) -> Path:
    from ..formats.catalogue import EXPORTERS

    return folder / (item.name.rpartition("/")[2] + EXPORTERS.get(format_id)().extension)


def _timeless(row: Row) -> Row:
    """Without the time a machine's words were made, which would make two runs differ."""
    return replace(row, target=replace(row.target, at="")) if row.target.origin is Origin.ENGINE else row


def _why(found: _Found, recipe: BatchRecipe) -> str:
    if not any(not row.segment.excluded for row in found.opened.rows):
        return "No line of it is part of an article."
    return "" if recipe.proposes else "Choose an engine, or give the draft."


# -- pairs for the corpora ---------------------------------------------------------------------------------------


def _records(article: Article, rows: Sequence[Row], found: _Found) -> Iterator[dict[str, Any]]:
    for row in rows:
        card = found.cards.get(row.id)
        yield {
            "id": row.id,
            "source": plain(row.segment.source),
            "target": plain(row.target.text),
            "languages": [article.pair.source, article.pair.target],
            "state": row.target.state.value,
            "origin": row.target.origin.value,
            "engine": row.target.engine,
            "kind": row.segment.kind.value,
            "divergence": None if card is None else round(card.divergence, 2),
            "flagged": None if card is None else card.flagged,
            "probability": found.probabilities.get(row.id),
            "findings": [finding.code for finding in found.findings.get(row.id, ())],
        }


def pack_part(records: Iterator[Mapping[str, Any]]) -> bytes:
    return zlib.compress("".join(json.dumps(record) + "\n" for record in records).encode("ascii"), 6)


def unpack_part(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in zlib.decompress(data).decode("ascii").splitlines()] if data else []


def failed_line(item: Item, error: BaseException) -> ArticleLine:
    """The line of an article that could not be done."""
    message = error.message if isinstance(error, AppError) else f"An unexpected fault: {type(error).__name__}."
    hint = error.hint if isinstance(error, AppError) else str(error)[:300]
    return ArticleLine(item.number, item.name, item.source, item.draft, ArticleState.FAILED, error=message, hint=hint)
