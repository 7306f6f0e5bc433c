"""Apache Parquet, for those who train and measure: one row a pair, the manifest in the schema (extra ``parquet``)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..domain.protocols import ExportDocument
from ..kit.errors import MissingExtraError
from ..kit.extras import install_line
from ..kit.files import write_archive
from .corpus import corpus_pairs, manifest
from .export_options import ExportOptions, findings_of, notes_of

INSTALL = install_line("parquet")


class ParquetExporter:
    format = "parquet"
    extension = ".parquet"
    pairs_only = True

    def write(self, document: ExportDocument, path: Path, options: Mapping[str, Any]) -> list[Path]:
        """Raises MissingExtraError without pyarrow."""
        try:
            import pyarrow as arrow
            from pyarrow import parquet
        except ImportError as error:
            raise MissingExtraError(
                "Parquet needs pyarrow, which is not installed.", f"Install it: {INSTALL}"
            ) from error
        chosen = ExportOptions.of(options)
        pairs = list(corpus_pairs(document, chosen))
        languages = document.article.pair
        texts, lists = arrow.string(), arrow.list_(arrow.string())
        columns: dict[str, tuple[Any, list[Any]]] = {
            "id": (texts, [pair.row.id for pair in pairs]),
            "source": (texts, [pair.source for pair in pairs]),
            "target": (texts, [pair.target for pair in pairs]),
            "source_language": (texts, [languages.source] * len(pairs)),
            "target_language": (texts, [languages.target] * len(pairs)),
            "state": (texts, [pair.row.target.state.value for pair in pairs]),
            "origin": (texts, [pair.row.target.origin.value for pair in pairs]),
            "engine": (texts, [pair.row.target.engine for pair in pairs]),
            "by": (texts, [pair.row.target.by for pair in pairs]),
            "at": (texts, [pair.row.target.at for pair in pairs]),
            "paragraph": (arrow.int32(), [pair.row.segment.paragraph for pair in pairs]),
            "kind": (texts, [pair.row.segment.kind.value for pair in pairs]),
            "notes": (lists, [notes_of(document, pair.row, chosen) for pair in pairs]),
            "findings": (lists, [[f.code for f in findings_of(document, pair.row, chosen)] for pair in pairs]),
        }
        schema = arrow.schema([(name, kind) for name, (kind, _) in columns.items()])
        about = json.dumps(manifest(document, pairs, chosen), ensure_ascii=False)
        table = arrow.table({name: values for name, (_, values) in columns.items()}, schema=schema)
        table = table.replace_schema_metadata({"translator-gui": about})
        write_archive(path, lambda handle: parquet.write_table(table, handle, compression="zstd"))
        return [path]
