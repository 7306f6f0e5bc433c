"""translator-gui batch: thousands of articles, or of articles and drafts, to clean aligned bilingual files."""

from __future__ import annotations

import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..kit.errors import Cancelled, InputError
from ..kit.jobs import JobContext
from .console import emit, say
from .running import CANCELLED, FINDINGS, OK

if TYPE_CHECKING:
    from ..domain.batch import ArticleLine, BatchReport
    from ..domain.protocols import Executor
    from ..kit.settings import Settings
    from ..pipeline.batch_recipe import BatchRecipe
    from ..pipeline.run_batch import Pace

_WARNINGS = 5  # told at the end; all are in the summary
_EVERY = 10.0  # seconds between two lines of progress where there is no terminal


def batch(
    inputs: Annotated[
        list[str] | None, typer.Argument(help="Files, folders, patterns, or manifests (see below).")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Folder for what is written.")] = None,
    recipe_file: Annotated[
        Path | None, typer.Option("--recipe", help="A TOML file with what follows; options given beside it win.")
    ] = None,
    print_recipe: Annotated[bool, typer.Option("--print-recipe", help="Print the recipe and do nothing.")] = False,
    engine: Annotated[
        str | None, typer.Option("--engine", help="Proposes where there is no English: offline, pivot …, or none.")
    ] = None,
    online: Annotated[bool, typer.Option("--online", help="Agree that an online engine is sent the text.")] = False,
    scorer: Annotated[str | None, typer.Option("--profile", help="Scoring: rules, fast, full or none.")] = None,
    aligner: Annotated[str | None, typer.Option("--aligner", help="Of articles with a draft: fast or full.")] = None,
    check: Annotated[bool | None, typer.Option("--check/--no-check", help="Run the checks.")] = None,
    formats: Annotated[
        str | None, typer.Option("--formats", help="Files of each article, with commas: tmx,xliff20,docx … or none.")
    ] = None,
    corpora: Annotated[
        str | None,
        typer.Option("--corpus", help="Files over all articles, with commas: tmx,tsv,jsonl,moses,opus,parquet."),
    ] = None,
    empty: Annotated[
        str | None, typer.Option("--empty", help="A sentence without English: keep, skip, source or mark.")
    ] = None,
    plain: Annotated[
        bool | None, typer.Option("--plain/--spreadsheet", help="Tables for programs, or for spreadsheets.")
    ] = None,
    licence: Annotated[
        str | None, typer.Option("--licence", help="Of the texts, for the manifest of a corpus.")
    ] = None,
    language: Annotated[str | None, typer.Option("--language", help="Of the summary page: en or fr.")] = None,
    min_score: Annotated[
        float | None, typer.Option("--min-score", help="100 − divergence must reach it (0–100).")
    ] = None,
    max_divergence: Annotated[float | None, typer.Option("--max-divergence", help="0–100.")] = None,
    flagged: Annotated[bool | None, typer.Option("--flagged/--no-flagged", help="With flagged pairs?")] = None,
    severities: Annotated[
        str | None, typer.Option("--without", help="Leave out pairs with such a finding: critical,major …")
    ] = None,
    min_probability: Annotated[float | None, typer.Option("--min-probability", help="Of the alignment (0–1).")] = None,
    states: Annotated[str | None, typer.Option("--states", help="initial,translated,reviewed,final.")] = None,
    min_words: Annotated[int | None, typer.Option("--min-words", help="Of the longer side.")] = None,
    max_words: Annotated[int | None, typer.Option("--max-words", help="Of the longer side.")] = None,
    max_ratio: Annotated[
        float | None, typer.Option("--max-ratio", help="Longer to shorter side, in characters.")
    ] = None,
    check_language: Annotated[
        bool | None, typer.Option("--check-language/--any-language", help="Leave out what is not in its language.")
    ] = None,
    dedupe: Annotated[str | None, typer.Option("--dedupe", help="none, exact or near.")] = None,
    near: Annotated[float | None, typer.Option("--near", help="Percent both sides are alike, for near.")] = None,
    jobs: Annotated[int, typer.Option("--jobs", help="Processes on this machine; the files are the same.")] = 1,
    scheduler: Annotated[
        str, typer.Option("--scheduler", help="Run on a Dask cluster: tcp://HOST:PORT (extra cluster).")
    ] = "",
    as_json: Annotated[
        bool, typer.Option("--json", help='Print {"articles", "failed", "kept", "pairs", "corpora", "summary"}.')
    ] = False,
) -> int:
    """Turn many articles into aligned bilingual files: segment, propose or align, score, check, export.

    An input is any file the program opens; NAME.fr.txt and NAME.en.txt beside each other are an article and its
    draft, NAME.fr and NAME.en a Moses pair (of unequal length: an article and its draft, too); a TSV, CSV or JSONL
    file with the columns “source” and “draft” (and “name”, “format”) is a manifest, with paths relative to it.
    Folders are searched with all below them.

    Run the same command again to go on where it stopped: what is done is kept as long as text and recipe are the
    same. Corpora and the summary are written when all articles are done, from this run and those before. Filters
    and --dedupe concern pairs (TMX, XLIFF, tables, Moses); documents are written whole, OpenDocument and EPUB only of
    an article that came so. --dedupe looks within an article for its own files, and over all of them for a corpus.

    Exit codes: 0 all done, 2 some articles could not be done (they are in the report), 1 nothing could, 130 stopped.
    """
    given = {name: value for name, value in locals().items() if value is not None}
    recipe = _recipe(recipe_file, given)
    if print_recipe:
        from ..pipeline.batch_recipe import recipe_text

        typer.echo(recipe_text(recipe), nl=False)
        return OK
    if not inputs or out is None:
        raise InputError("Give the articles and --out FOLDER.", "See: translator-gui batch --help")
    from ..kit.settings import load_settings
    from ..pipeline.batch_inputs import plan

    settings = load_settings()
    _ask_consent(recipe, settings, online)
    items = plan(inputs, out, recipe.formats)
    with _stopped_by_signals() as token, _Teller(len(items)) as teller:
        from ..pipeline.run_batch import run_batch

        try:
            ctx = JobContext(token)
            report = run_batch(items, recipe, settings, out, _executor(jobs, scheduler), ctx, teller.tell)
        except Cancelled:
            teller.stopped()
            return CANCELLED
    teller.warn()
    _say(report, out, as_json, teller.kept)
    return FINDINGS if report.totals.failed else OK


# -- the recipe --------------------------------------------------------------------------------------------------

_LISTS = ("formats", "corpora", "states", "severities")
_PLAIN = ("engine", "scorer", "aligner", "check", "formats", "corpora", "empty", "plain", "licence", "language")
_FILTERS = (
    "min_score", "max_divergence", "flagged", "severities", "min_probability", "states", "min_words", "max_words",
    "max_ratio", "dedupe", "near",
)  # fmt: skip


def _recipe(path: Path | None, given: dict[str, Any]) -> BatchRecipe:
    """The recipe file's, with what was said on the command line put over it."""
    from ..pipeline.batch_recipe import BatchRecipe, from_table, read_recipe, to_table

    table = to_table(read_recipe(path) if path is not None else BatchRecipe())
    values = {name: _split(value) if name in _LISTS else value for name, value in given.items()}
    table.update({name: values[name] for name in _PLAIN if name in values})
    table["filters"].update({name: values[name] for name in _FILTERS if name in values})
    if "check_language" in values:
        table["filters"]["language"] = values["check_language"]
    return from_table(table)


def _split(text: str) -> list[str]:
    return [part for part in (each.strip() for each in text.split(",")) if part and part != "none"]


def _ask_consent(recipe: BatchRecipe, settings: Settings, online: bool) -> None:
    """Raises InputError for an unknown engine, and for an online one nobody agreed to."""
    if not recipe.proposes:
        return
    from ..pipeline.workshop import Workshop

    with Workshop(settings) as workshop:
        engine = workshop.engine(recipe.engine)
        if engine.online and not online and engine.name not in settings.engines.consented:
            raise InputError(f"{engine.title} sends your text over the network.", "Add --online if you agree to that.")


def _executor(jobs: int, scheduler: str) -> Executor:
    from ..pipeline.executors import InProcess, Processes

    if scheduler:
        from ..pipeline.dask_executor import DaskExecutor

        return DaskExecutor(scheduler)
    return InProcess() if jobs == 1 else Processes(jobs)


# -- what the person at the keyboard sees ------------------------------------------------------------------------


@contextmanager
def _stopped_by_signals() -> Iterator[Any]:
    """A token that Ctrl+C or a polite kill cancels. The second Ctrl+C ends the program at once."""
    from ..kit.jobs import CancelToken

    token = CancelToken()

    def stop(number: int, frame: object) -> None:
        token.cancel()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = {each: signal.signal(each, stop) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield token
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


class _Teller:
    """Progress on standard error: a bar in a terminal, else a line now and then."""

    def __init__(self, total: int) -> None:
        self._total, self._said = total, time.monotonic()
        self._bars: Any = None
        self._pace: Pace | None = None
        self._warnings: Counter[str] = Counter()
        self.kept = 0

    def __enter__(self) -> _Teller:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

            columns = (TextColumn("Articles"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
            self._bars = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bars.start()
            self._task = self._bars.add_task("", total=self._total)
        return self

    def __exit__(self, *_: object) -> None:
        if self._bars is not None:
            self._bars.stop()

    def tell(self, line: ArticleLine, pace: Pace) -> None:
        self._pace, self.kept = pace, pace.kept
        self._warnings.update(line.warnings)
        if line.error:
            self._print(f"Error: {line.source}: {line.error} {line.hint}".strip())
        if self._bars is not None:
            self._bars.update(self._task, completed=pace.done, description=_pace(pace))
        elif time.monotonic() - self._said >= _EVERY:
            self._said = time.monotonic()
            say(f"{pace.done} of {pace.total} articles · {_pace(pace)}")

    def warn(self) -> None:
        """Each warning once, with how many articles it is about: a format that an article has no layout for, say."""
        for text, count in self._warnings.most_common(_WARNINGS):
            say(f"Warning, {count} article{'s' if count > 1 else ''}: {text}")
        if len(self._warnings) > _WARNINGS:
            say(f"{len(self._warnings) - _WARNINGS} more warnings are in the summary.")

    def stopped(self) -> None:
        done = self._pace.done if self._pace else 0
        self._print(f"Stopped: {done} of {self._total} articles are done.")
        self._print("The same command goes on from here. Files over all articles and the summary come at its end.")

    def _print(self, text: str) -> None:
        if self._bars is not None:
            self._bars.console.print(text, markup=False, highlight=False)
        else:
            say(text)


def _pace(pace: Pace) -> str:
    told = [f"{pace.rate:.{1 if pace.rate >= 1 else 2}f}/s"]
    if pace.left is not None:
        minutes, seconds = divmod(round(pace.left), 60)
        hours, minutes = divmod(minutes, 60)
        told.append(f"{hours} h {minutes:02} min left" if hours else f"{minutes}:{seconds:02} left")
    if pace.failed:
        told.append(f"{pace.failed} failed")
    return " · ".join(told)


def _say(report: BatchReport, out: Path, as_json: bool, kept: int) -> None:
    from ..pipeline.batch_inputs import SUMMARIES

    totals = report.totals
    summary = [str(out / name) for name in SUMMARIES]
    if as_json:
        counts = {"articles": totals.articles, "failed": totals.failed, "kept": kept, "pairs": totals.pairs}
        left_out: dict[str, int] = dict(sorted(totals.left_out.items()))
        emit({**counts, "left_out": left_out, "corpora": dict(report.corpora), "summary": summary})
        return
    said = f"{totals.articles - totals.failed} of {totals.articles} articles done"
    said += f", {kept} of them before" if kept else ""
    say(f"{said}; {totals.pairs} pairs; {report.rate:.{1 if report.rate >= 1 else 2}f} articles a second.")
    for path in [*(str(out / name) for name in report.corpora), *summary]:
        typer.echo(path)
