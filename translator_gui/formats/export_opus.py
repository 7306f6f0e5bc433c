"""A parallel corpus as OPUS lays it out for Moses: NAME.fr-en.fr, NAME.fr-en.en, NAME.fr-en.ids, and a manifest.

Source: OPUS (Tiedemann 2012), "moses" downloads: line n of each file belongs to line n of the others; a line of the
ids file holds both documents and the sentences of both, parted by tabs.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..domain.protocols import ExportDocument
from ..kit.files import atomic_write
from .corpus import corpus_pairs, manifest
from .export_moses import one_line
from .export_options import ExportOptions
from .xml_writing import original_of


class OpusExporter:
    """For a path NAME or NAME.opus."""

    format = "opus"
    extension = ".opus"
    pairs_only = True

    def write(self, document: ExportDocument, path: Path, options: Mapping[str, Any]) -> list[Path]:
        """All files are complete before any takes its name; the manifest comes last. Raises InputError."""
        chosen = ExportOptions.of(options)
        pair = document.article.pair
        pairs = list(corpus_pairs(document, chosen))
        name = original_of(document.article).replace("\t", " ").replace("\n", " ")
        texts = {
            pair.source: "".join(f"{one_line(each.source)}\n" for each in pairs),
            pair.target: "".join(f"{one_line(each.target)}\n" for each in pairs),
            "ids": "".join(f"{name}\t{name}\t{one_line(each.row.id)}\t{one_line(each.row.id)}\n" for each in pairs),
        }
        stem = path.with_suffix("").name if path.suffix == self.extension else path.name
        files = {path.with_name(f"{stem}.{pair}.{end}"): text.encode() for end, text in texts.items()}
        described = [_described(file, data) for file, data in files.items()]
        about = json.dumps(manifest(document, pairs, chosen, described), ensure_ascii=False, indent=2) + "\n"
        files[path.with_name(f"{stem}.{pair}.manifest.json")] = about.encode()
        with contextlib.ExitStack() as all_of_them:
            handles = [all_of_them.enter_context(atomic_write(file)) for file in reversed(list(files))]
            for handle, data in zip(handles, reversed(list(files.values())), strict=True):
                handle.write(data)
        return list(files)


def _described(file: Path, data: bytes) -> dict[str, Any]:
    return {"name": file.name, "lines": data.count(b"\n"), "bytes": len(data), "sha256": sha256(data).hexdigest()}
