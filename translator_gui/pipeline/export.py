"""Writing rows out in a format, with what a person should know about it afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..domain.finding import Finding
from ..domain.protocols import Exporter
from ..domain.segment import Row
from ..formats.catalogue import EXPORTERS, exporter_for
from ..formats.export_options import Empty, ExportOptions, choose_rows
from ..formats.export_view import ExportView
from ..kit.errors import InputError
from ..text.xml_characters import count_forbidden
from .opening import Opened
from .pairs import pairs_of
from .workshop import Checks

TARGET_ONLY = frozenset({"txt", "markdown", "html", "docx", "odt", "epub"})
_LOSSLESS = frozenset({"jsonl"})


@dataclass(frozen=True)
class Exported:
    """files: in the order written. rows: how many went in; left_out: how many the options kept back.
    stripped: control characters the format cannot hold; filled: segments that went in as source text; unplaced:
    segments that stay as they are in the original, which does not hold their paragraph as such; skipped: segments
    without a translation, for which a format of pairs has no place (in none of the other numbers)."""

    files: tuple[Path, ...]
    rows: int
    left_out: int
    warnings: tuple[str, ...] = ()
    stripped: int = 0
    filled: int = 0
    unplaced: int = 0
    skipped: int = 0


def export(source: Opened, path: Path, format_id: str = "", options: Mapping[str, Any] | None = None) -> Exported:
    """Write ``source`` to ``path``; format "" goes by the extension. Raises InputError.

    options: see formats.export_options.ExportOptions.
    """
    exporter = exporter_for(format_id or path)
    chosen = ExportOptions.of(options or {})
    rows = choose_rows(source.rows, chosen)
    if not rows:
        raise InputError("There is nothing to export.", _why_empty(source.rows, chosen))
    skipped = _skipped(rows, exporter, chosen)
    if skipped == len(rows):
        raise InputError("There is nothing to export.", "No segment has a translation, and this format holds pairs.")
    known = (source.findings or {}, source.notes, source.remarks, source.original, source.dismissals, source.signatures)
    view = ExportView(source.article, rows, *known)
    files = exporter.write(view, path, options or {})
    stripped, filled = _stripped(rows, exporter.format), _filled(rows, exporter.format, chosen)
    left_out = len(source.rows) - len(rows)
    counts = stripped, filled, len(view.unplaced), skipped
    return Exported(tuple(files), len(rows) - skipped, left_out, _sentences(*counts), *counts)


def with_findings(source: Opened, checks: Checks) -> Opened:
    """``source`` with what the checks find in its pairs, unless it knows already."""
    if source.findings is not None or not source.has_targets:
        return source
    pairs = [pair for pair in pairs_of(source.article, source.rows) if pair.target.strip()]
    found: dict[str, Sequence[Finding]] = {
        pair.id: findings for pair, findings in zip(pairs, checks(pairs), strict=True)
    }
    return replace(source, findings=found)


def _stripped(rows: Sequence[Row], format_id: str) -> int:
    if format_id in _LOSSLESS:
        return 0
    return sum(count_forbidden(row.segment.source) + count_forbidden(row.target.text) for row in rows)


def _filled(rows: Sequence[Row], format_id: str, options: ExportOptions) -> int:
    if format_id not in TARGET_ONLY or options.empty.value not in ("", "source"):
        return 0
    return _untranslated(rows)


def _untranslated(rows: Sequence[Row]) -> int:
    return sum(not row.target.text.strip() for row in rows)


def _skipped(rows: Sequence[Row], exporter: Exporter, options: ExportOptions) -> int:
    if not getattr(exporter, "pairs_only", False) or options.empty not in (Empty.DEFAULT, Empty.SKIP):
        return 0
    return _untranslated(rows)


def _sentences(stripped: int, filled: int, unplaced: int, skipped: int) -> tuple[str, ...]:
    warnings = []
    if stripped:
        what = "One control character was" if stripped == 1 else f"{stripped} control characters were"
        warnings.append(f"{what} left out: the format cannot hold them.")
    if filled:
        what = "One segment has" if filled == 1 else f"{filled} segments have"
        warnings.append(f"{what} no translation: the source text was written instead.")
    if unplaced:
        what = "One segment stays" if unplaced == 1 else f"{unplaced} segments stay"
        warnings.append(
            f"{what} in the source language: the original has no such paragraph. A new document has everything."
        )
    if skipped:
        what = "One segment has" if skipped == 1 else f"{skipped} segments have"
        warnings.append(f"{what} no translation and did not go in: the format holds pairs.")
    return tuple(warnings)


def formats() -> list[str]:
    return EXPORTERS.names()


def _why_empty(rows: Sequence[Row], options: ExportOptions) -> str:
    if not rows:
        return "The article is empty."
    return "No segment is confirmed yet." if options.only_confirmed else "Every line is excluded."
