"""translator-gui score: how far each target departs from its source, and where."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..kit.errors import InputError
from .console import emit, existing, progress, say, show
from .pairs_file import BadLine, GoodLine, count_lines, read_pairs
from .running import ERROR, FINDINGS, OK

if TYPE_CHECKING:
    from ..domain.score import Pair
    from ..domain.segment import Row
    from ..kit.jobs import JobContext
    from ..pipeline.score import ScoreRecipe


def score(
    file: Annotated[
        Path | None, typer.Argument(help="A bilingual file, a project, or a French article with a DRAFT.")
    ] = None,
    draft: Annotated[Path | None, typer.Argument(help="The English of FILE, when FILE is French alone.")] = None,
    pairs: Annotated[
        Path | None, typer.Option("--pairs", help='JSON lines of {"id", "source", "target"} instead of FILE.')
    ] = None,
    profile: Annotated[str, typer.Option("--profile", help="rules, fast or full.")] = "",
    false_flags: Annotated[
        int, typer.Option("--false-flags", help="Percent of good translations that may be flagged.")
    ] = 0,
    jobs: Annotated[
        int, typer.Option("--jobs", help="Processes to use, 0: as many as pay; the answers are the same.")
    ] = 0,
    fail_flagged: Annotated[
        bool, typer.Option("--fail-flagged", help="Exit with 2 when a segment is flagged.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON line a segment.")] = False,
) -> int:
    """Score translations, without a reference.

    JSON, a line each, in order: {"id", "order", "divergence", "flagged", "words": [{"start", "end", "side", "score",
    "reason"}], "findings": […], "signature"}. A line that is no pair gets a finding “input.line” and exit code 1.
    A low score is an answer, not a failure: the exit code is 0 unless --fail-flagged is given.
    """
    recipe = _recipe(profile, false_flags)
    if pairs is not None and file is None:
        return _score_pairs(existing(pairs), recipe, jobs, fail_flagged, as_json)
    if file is None or pairs is not None:
        raise InputError("Give a FILE to score, or --pairs FILE.jsonl.", "See: translator-gui score --help")
    return _score_file(existing(file), draft and existing(draft), recipe, jobs, fail_flagged, as_json)


def _recipe(profile: str, false_flags: int) -> ScoreRecipe:
    from ..kit.settings import load_settings
    from ..pipeline.score import ScoreRecipe

    scoring = load_settings().scoring
    if profile:
        scoring = replace(scoring, profile=profile)
    if false_flags:
        scoring = replace(scoring, false_flags=false_flags, threshold=None)
    return ScoreRecipe(scoring)


def _score_pairs(path: Path, recipe: ScoreRecipe, jobs: int, fail_flagged: bool, as_json: bool) -> int:
    flagged = bad = 0
    shown: list[tuple[str, dict[str, Any], str, str]] = []
    with progress("Scoring") as ctx:
        for line, record in _scored_lines(path, recipe, ctx, jobs):
            flagged += record["flagged"]
            if isinstance(line, BadLine):
                bad += 1
                say(f"Error: {line.why}")
            if as_json:
                emit(record)
            elif isinstance(line, GoodLine):
                shown.append((str(line.id), record, line.pair.source, line.pair.target))
    if not as_json:
        _table(shown)
    return ERROR if bad else FINDINGS if flagged and fail_flagged else OK


def _scored_lines(
    path: Path, recipe: ScoreRecipe, ctx: JobContext, jobs: int
) -> Iterator[tuple[GoodLine | BadLine, dict[str, Any]]]:
    """Lines with their records, in the file's order. Of the file only what is being worked on is held."""
    from ..pipeline.records import score_record
    from ..pipeline.score import score_pairs, suitable_jobs

    total = count_lines(path)
    waiting: deque[GoodLine | BadLine] = deque()

    def pairs() -> Iterator[Pair]:
        for line in read_pairs(path):
            waiting.append(line)
            if isinstance(line, GoodLine):
                yield line.pair

    done = 0
    for batch in score_pairs(pairs(), recipe, ctx, jobs or suitable_jobs(recipe, total)):
        for card in batch:
            while isinstance(line := waiting.popleft(), BadLine):
                yield line, _bad_record(line)
            yield line, score_record(card, line.id) | {"id": line.id}
        done += len(batch)
        ctx.progress(done, total, "")
    for line in waiting:  # all good ones have had their turn
        if isinstance(line, BadLine):
            yield line, _bad_record(line)


def _bad_record(line: BadLine) -> dict[str, Any]:
    finding = {"check": "input", "code": "input.line", "side": "target", "start": None, "end": None}
    finding |= {"message": line.why, "severity": "critical", "category": "", "suggestion": "", "fingerprint": ""}
    head = {"id": line.id, "order": 100.0, "divergence": 100.0, "flagged": True}
    return {**head, "words": [], "findings": [finding], "signature": "tg:input"}


def _score_file(
    file: Path, draft: Path | None, recipe: ScoreRecipe, jobs: int, fail_flagged: bool, as_json: bool
) -> int:
    from ..pipeline.opening import open_file
    from ..pipeline.pairs import pairs_of
    from ..pipeline.records import score_record
    from ..pipeline.score import score_pairs, suitable_jobs

    with recipe.workshop() as workshop:
        opened = open_file(file, workshop, draft)
    for warning in opened.warnings:
        say(warning)
    pairs = pairs_of(opened.article, opened.rows)
    if not opened.has_targets:
        raise InputError(f"“{file.name}” has no English yet.", "Give the draft as a second file.")
    rows: dict[str, Row] = {row.id: row for row in opened.rows}
    shown, flagged = [], 0
    with progress("Scoring") as ctx:
        for batch in score_pairs(pairs, recipe, ctx, jobs or suitable_jobs(recipe, len(pairs))):
            for card in batch:
                flagged += card.flagged
                record, row = score_record(card), rows[card.id]
                if as_json:
                    emit(record)
                else:
                    shown.append((card.id, record, row.segment.source, row.target.text))
            ctx.progress(len(shown), len(pairs), "")
    if not as_json:
        _table(shown)
    return FINDINGS if flagged and fail_flagged else OK


def _table(shown: Sequence[tuple[str, dict[str, Any], str, str]]) -> None:
    from .tables import score_table

    show(score_table(shown))
