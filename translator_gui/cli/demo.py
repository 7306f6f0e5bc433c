"""translator-gui demo: the sample article, in the window or, without a display, as files in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..kit.errors import AppError
from .console import progress, say, show
from .running import OK

if TYPE_CHECKING:
    from ..pipeline.opening import Opened
    from ..pipeline.run_article import ArticleResult
    from ..pipeline.workshop import Workshop
    from .asked import Desktop

SAMPLE = "kermoran-port-strike"


def demo(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out", help="Folder for the files.")] = Path("translator-gui-demo"),
    headless: Annotated[bool, typer.Option("--headless", help="Write files even if there is a display.")] = False,
    engine: Annotated[str, typer.Option("--engine", help="Engine to propose with.")] = "offline",
    profile: Annotated[str, typer.Option("--profile", help="Scoring profile: rules, fast or full.")] = "",
) -> int:
    """Show what the program does on a sample article with mistakes planted in its English draft.

    With a display: opens the window, where proposals and flags arrive. Without: proposes and scores, prints the table
    of segments with their divergence, and writes TMX, XLIFF, TSV, the project and a screenshot of the window into a
    folder it names.
    """
    desktop: Desktop | None = context.obj
    if desktop is not None and not headless and desktop.has_display():
        return desktop.open_sample()
    folder = out.resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        from ..kit.files import write_error

        raise write_error(folder, error) from error
    result = _worked_out(engine, profile)
    _print_table(result)
    for path in _written(result, folder):
        say(f"Written: {path}")
    project = _project(result, folder)
    say(f"Written: {project}")
    typer.echo(f"Everything is in {folder}")
    if desktop is not None:
        _grab(desktop, project, folder / "window.png")
    return OK


def _worked_out(engine: str, profile: str) -> ArticleResult:
    from ..kit.settings import load_settings
    from ..pipeline.run_article import Recipe, run_article
    from ..pipeline.workshop import Workshop

    with Workshop(load_settings()) as workshop, progress("Proposing and scoring") as ctx:
        scorer = workshop.scorer(profile or None)
        result = run_article(Recipe(engine, profile), _sample(workshop), workshop, ctx)
        for note in getattr(scorer, "notes", ()):
            say(note)
    for reason in dict.fromkeys(result.errors.values()):
        say(reason)
    return result


def _sample(workshop: Workshop) -> Opened:
    from ..kit.paths import resource
    from ..pipeline.opening import open_file

    source, draft = (resource("samples", f"{SAMPLE}.{language}.txt") for language in ("fr", "en"))
    return open_file(source, workshop, draft)


def _print_table(result: ArticleResult) -> None:
    from ..pipeline.records import score_record
    from .tables import score_table

    rows = [row for row in result.opened.rows if row.id in result.scorecards]
    show(
        score_table(
            [(row.id, score_record(result.scorecards[row.id]), row.segment.source, row.target.text) for row in rows]
        )
    )
    proposed = sum(bool(found) for found in result.candidates.values())
    flagged = sum(card.flagged for card in result.scorecards.values())
    excluded = sum(row.segment.excluded for row in result.opened.rows)
    say(f"{len(rows)} segments scored, {flagged} flagged, {proposed} with proposals, {excluded} lines left out.")


def _written(result: ArticleResult, folder: Path) -> list[Path]:
    from ..pipeline.export import export

    source = result.exportable()
    files: list[Path] = []
    for format_id, extension in (("tmx", ".tmx"), ("xliff20", ".xliff"), ("xliff12", ".xlf"), ("tsv", ".tsv")):
        written = export(source, folder / f"{SAMPLE}{extension}", format_id)
        files += written.files
        for warning in written.warnings:
            say(warning)
    return files


def _project(result: ArticleResult, folder: Path) -> Path:
    """What the window opens: the article with its proposals and scores."""
    from ..pipeline.opening import PROJECT
    from ..pipeline.run_article import save_project

    path = folder / f"{SAMPLE}{PROJECT}"
    save_project(result, path)
    return path


def _grab(desktop: Desktop, project: Path, picture: Path) -> None:
    """The picture is the last thing made and the least needed: its failure is told, and the files stand."""
    try:
        desktop.grab(project, picture)
        say(f"Written: {picture}")
    except (AppError, ImportError) as error:
        say(f"No screenshot could be made: {error}")
