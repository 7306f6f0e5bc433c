"""A batch from start to end: what is not done yet goes to an executor, what comes back is written and noted; then the
files over all articles and the summary are made from the notes.

Only this process writes into the output folder, and it notes an article when all its files are there: whatever stops
the program, the same command goes on where it was.
"""

from __future__ import annotations

import errno
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..domain.batch import ArticleLine, BatchReport
from ..domain.protocols import Executor
from ..formats.reading import read_bytes
from ..kit.errors import AppError, InputError
from ..kit.files import atomic_write, remove_leftovers, write_error
from ..kit.jobs import JobContext
from ..kit.settings import Settings
from .batch_article import ArticleWork, Outcome, Task, failed_line
from .batch_inputs import WORK_FOLDER, Item
from .batch_recipe import BatchRecipe
from .batch_summary import write_corpora, write_summary
from .journal import Journal, key_of
from .opening import is_project
from .workshop import Workshop

_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)  # no article after this one can be written either


@dataclass(frozen=True)
class Pace:
    """How far a batch is. done: of total, with those kept from an earlier run and those that failed. rate: articles a
    second of this run; left: seconds, None while nothing is known."""

    done: int
    total: int
    kept: int
    failed: int
    rate: float
    left: float | None


Watch = Callable[[ArticleLine, Pace], None]


def run_batch(
    items: Sequence[Item],
    recipe: BatchRecipe,
    settings: Settings,
    out: Path,
    executor: Executor,
    ctx: JobContext,
    watch: Watch = lambda line, pace: None,
) -> BatchReport:
    """watch: told of every article, in the order they are done, on this thread.

    Raises Cancelled (what is done is kept), InputError where nothing can be written.
    """
    with Journal(out / WORK_FOLDER) as journal:
        remove_leftovers(out)
        batch = _Batch(items, recipe, settings, out, journal, ctx, watch)
        batch.run(executor)
        return batch.finish()


class _Batch:
    def __init__(
        self,
        items: Sequence[Item],
        recipe: BatchRecipe,
        settings: Settings,
        out: Path,
        journal: Journal,
        ctx: JobContext,
        watch: Watch,
    ) -> None:
        self._items, self._recipe, self._settings, self._out = items, recipe, settings, out
        self._journal, self._ctx, self._watch = journal, ctx, watch
        self._inside = out.resolve()
        self.signature, self._threshold = signature_of(recipe, settings)
        self._waiting: dict[int, tuple[Item, str]] = {}
        self._done = self._kept = self._failed = 0
        self._start = time.monotonic()

    def run(self, executor: Executor) -> None:
        work = ArticleWork(self._recipe, self._settings)
        self._ctx.progress(0, len(self._items), "")
        for index, result in executor.map_unordered(work, self._tasks(), self._ctx):
            item, key = self._waiting.pop(index)
            if isinstance(result, Outcome):
                self._keep(item, key, result)
            elif isinstance(result, BaseException):
                self._fail(item, result)

    def _tasks(self) -> Iterator[Task]:
        given = 0
        for item in self._items:
            self._ctx.check()
            try:
                task, texts = _read(item)
            except (AppError, OSError) as error:
                self._fail(item, error)
                continue
            key = key_of(item.name, self.signature, texts)
            line = self._journal.done(item.name, key, self._out)
            if line is not None:
                self._kept += 1
                self._tell(replace(line, number=item.number))
                continue
            self._waiting[given] = (item, key)
            given += 1
            yield task

    # -- what comes back -----------------------------------------------------------------------------------------

    def _keep(self, item: Item, key: str, outcome: Outcome) -> None:
        try:
            for name, data in outcome.files:
                self._write(name, data)
        except InputError as error:
            if isinstance(error.__cause__, OSError) and error.__cause__.errno in _DISK:
                raise
            self._fail(item, error)
            return
        sizes = {name: len(data) for name, data in outcome.files}
        self._journal.record(outcome.line, key, sizes, outcome.part)
        self._tell(outcome.line)

    def _write(self, name: str, data: bytes) -> None:
        path = self._out / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise write_error(path.parent, error) from error
        if self._inside not in path.resolve().parents:  # a link in the folder leads elsewhere
            raise InputError(f"“{name}” would be written outside the output folder.", "Remove the link that is there.")
        with atomic_write(path) as handle:
            handle.write(data)

    def _fail(self, item: Item, error: BaseException) -> None:
        self._failed += 1
        line = failed_line(item, error)
        self._ctx.log.info("an article could not be done: %s", type(error).__name__)
        self._journal.record(line, "", {})
        self._tell(line)

    def _tell(self, line: ArticleLine) -> None:
        self._done += 1
        fresh = self._done - self._kept
        spent = max(1e-6, time.monotonic() - self._start)
        rate = fresh / spent
        left = (len(self._items) - self._done) / rate if fresh else None
        pace = Pace(self._done, len(self._items), self._kept, self._failed, rate, left)
        self._ctx.progress(self._done, len(self._items), line.name)
        self._watch(line, pace)

    # -- the end -------------------------------------------------------------------------------------------------

    def finish(self) -> BatchReport:
        spent = time.monotonic() - self._start
        corpora, duplicates = write_corpora(self._items, self._recipe, self._journal, self._out, self._ctx)
        rate = (self._done - self._kept) / max(spent, 1e-6)
        return write_summary(
            self._items, self._recipe, self._journal, self._out, corpora, duplicates,
            signature=self.signature, threshold=self._threshold, seconds=spent, rate=rate, kept=self._kept,
        )  # fmt: skip


def _read(item: Item) -> tuple[Task, list[bytes | None]]:
    """The task, and what its key is made of. Raises InputError."""
    path = Path(item.source)
    draft = read_bytes(Path(item.draft)) if item.draft else None
    if path.is_file() and is_project(path):
        # What an open project has not yet moved into its main file lies beside it.
        beside = path.with_name(path.name + "-wal")
        return Task(item, None, draft), [read_bytes(path), read_bytes(beside) if beside.exists() else None, draft]
    source = read_bytes(path)
    return Task(item, source, draft), [source, draft]


def signature_of(recipe: BatchRecipe, settings: Settings) -> tuple[str, float | None]:
    """What every article's result depends on beside its texts: recipe, models, checks, terms. And the divergence from
    which a pair is flagged, None without a scorer."""
    from ..scoring.e5_file import weights_path

    scoring = settings.scoring
    parts = [repr(scoring.muted_checks), scoring.house_style, str(weights_path() is not None)]
    threshold = None
    with Workshop(replace(settings, scoring=replace(scoring, profile=recipe.scorer or scoring.profile))) as workshop:
        if recipe.scores:
            scorer = workshop.scorer(recipe.scorer or None)
            parts.append(scorer.signature())
            threshold = getattr(scorer, "threshold", None)
        if recipe.proposes:
            parts.append(workshop.engine(recipe.engine).signature())
        parts.append(repr(workshop.terms().terms()))
    return recipe.signature(*parts), threshold
