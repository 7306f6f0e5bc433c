"""The end of a batch: files over all articles, and what became of each, as JSON and as a page."""

from __future__ import annotations

import dataclasses
import heapq
import json
from collections.abc import Iterator, Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from .. import __version__
from ..domain.batch import ArticleLine, ArticleState, BatchReport, BatchTotals
from ..formats.export_batch_html import page
from ..kit.files import atomic_write
from ..kit.jobs import JobContext
from .batch_article import unpack_part
from .batch_inputs import CORPUS, SUMMARIES, Item
from .batch_recipe import BatchRecipe, to_table
from .duplicates import Duplicates
from .journal import Journal
from .sinks import corpus_files, open_corpora

_SHOWN = 100  # articles the page lists of a kind: it must open in a moment


def write_corpora(
    items: Sequence[Item], recipe: BatchRecipe, journal: Journal, out: Path, ctx: JobContext
) -> tuple[dict[str, int], int]:
    """Returns pairs by file, and how many were left out as duplicates. Raises Cancelled, InputError."""
    if not recipe.corpora:
        return {}, 0
    seen = Duplicates(recipe.filters.dedupe.value, recipe.filters.near)
    written = duplicates = 0
    with open_corpora(out, CORPUS, recipe.corpora, recipe.plain, recipe.licence) as put:
        for item in items:
            ctx.check()
            for record in unpack_part(journal.pairs(item.name)):
                if seen.seen(record["source"], record["target"]):
                    duplicates += 1
                else:
                    put(item.name, record)
                    written += 1
    return dict.fromkeys(corpus_files(CORPUS, recipe.corpora), written), duplicates


def write_summary(
    items: Sequence[Item],
    recipe: BatchRecipe,
    journal: Journal,
    out: Path,
    corpora: dict[str, int],
    duplicates: int,
    *,
    signature: str,
    threshold: float | None,
    seconds: float,
    rate: float,
    kept: int,
) -> BatchReport:
    """Writes batch-summary.json and batch-summary.html. Raises InputError."""
    totals = BatchTotals()
    worst: list[tuple[float, int, ArticleLine]] = []
    failed: list[ArticleLine] = []
    for line in _lines(items, journal):
        totals.add(line)
        if line.state is ArticleState.FAILED and len(failed) < _SHOWN:
            failed.append(line)
        elif line.mean_divergence is not None:
            entry = (line.mean_divergence, -line.number, line)
            (heapq.heappush if len(worst) < _SHOWN else heapq.heappushpop)(worst, entry)
    now = datetime.now(timezone.utc).isoformat(timespec="seconds")
    ranked = tuple(line for _, _, line in sorted(worst, key=lambda each: (-each[0], -each[1])))
    report = BatchReport(
        totals, ranked, tuple(failed), corpora, duplicates, _facts(recipe), now, f"Translator GUI {__version__}",
        round(seconds, 2), round(rate, 2), signature, threshold,
    )  # fmt: skip
    _write_json(report, recipe, _lines(items, journal), out / SUMMARIES[0], kept)
    with atomic_write(out / SUMMARIES[1]) as handle:
        handle.write(page(report, recipe.language).encode("utf-8", "replace"))
    return report


def _lines(items: Sequence[Item], journal: Journal) -> Iterator[ArticleLine]:
    for item in items:
        yield dataclasses.replace(journal.line(item.name), number=item.number)


def _write_json(report: BatchReport, recipe: BatchRecipe, lines: Iterator[ArticleLine], path: Path, kept: int) -> None:
    totals = report.totals
    head: dict[str, Any] = {
        "program": report.program,
        "created": report.created,
        "signature": report.signature,
        "recipe": to_table(recipe),
        "seconds": report.seconds,
        "articles_per_second": report.rate,
        "articles": totals.articles,
        "failed": totals.failed,
        "kept": kept,
        "segments": totals.segments,
        "pairs": totals.pairs,
        "left_out": dict(sorted(totals.left_out.items())),
        "corpora": dict(report.corpora),
        "duplicates": report.duplicates,
        "mean_divergence": totals.mean_divergence,
        "flagged": totals.sums["flagged"],
        "findings": dict(totals.findings.most_common()),
        "divergence_histogram": dict(sorted(totals.divergence.items())),
    }
    with atomic_write(path, "w") as handle:
        handle.write(json.dumps(head, indent=1)[:-2] + ',\n "lines": [')
        for number, line in enumerate(lines):
            handle.write(("," if number else "") + "\n  " + json.dumps(dataclasses.asdict(line)))
        handle.write("\n ]\n}\n")


def _facts(recipe: BatchRecipe) -> tuple[tuple[str, str], ...]:
    """The recipe as (key, value), what is at rest left out."""
    resting = to_table(BatchRecipe())
    table = to_table(recipe)
    filters = {f"filters.{key}": value for key, value in table.pop("filters").items()}
    quiet = {f"filters.{key}": value for key, value in resting.pop("filters").items()}
    shown = {**table, **{key: value for key, value in filters.items() if value != quiet[key]}}
    return tuple((key, _said(value)) for key, value in shown.items() if value not in ("", [], None))


def _said(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)
