"""A quality report as JSON: every field of domain.report.QualityReport under its own name."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Any

from ..domain.report import QualityReport
from ..domain.span import Span
from ..kit.files import atomic_write

SCHEMA = 1


class JsonReport:
    format = "json"
    extension = ".json"

    def write(self, report: QualityReport, path: Path, language: str = "en") -> list[Path]:
        # ASCII, so that any text gets through any program, lone surrogates included.
        with atomic_write(path, "w", encoding="ascii", newline="") as handle:
            json.dump(as_json(report), handle, indent=1, allow_nan=False)
            handle.write("\n")
        return [path]


def as_json(report: QualityReport) -> dict[str, Any]:
    """Plain dictionaries, lists, strings and numbers. spans are [start, end]; "schema" grows when a field changes
    its meaning."""
    return {"schema": SCHEMA, **_plain(report)}


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end]
    if dataclasses.is_dataclass(value):
        return {spec.name: _plain(getattr(value, spec.name)) for spec in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {_plain(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value.value if isinstance(value, Enum) else value
