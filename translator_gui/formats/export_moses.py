"""Moses: two plain files, line n of one is line n of the other. What aligners and trainers of engines read."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..domain.protocols import ExportDocument
from ..kit.files import atomic_write
from ..text.placeables import plain
from .export_options import Empty, ExportOptions, entries


class MosesExporter:
    """Writes NAME.fr and NAME.en (the pair's codes) for a path NAME or NAME.moses."""

    format = "moses"
    extension = ".moses"
    pairs_only = True

    def write(self, document: ExportDocument, path: Path, options: Mapping[str, Any]) -> list[Path]:
        """Both files are complete before either takes its name. Raises InputError."""
        chosen = ExportOptions.of(options)
        pair = document.article.pair
        stem = path.with_suffix("") if path.suffix in (self.extension, f".{pair.source}", f".{pair.target}") else path
        files = [stem.with_name(f"{stem.name}.{code}") for code in (pair.source, pair.target)]
        lines = [(one_line(e.source), one_line(e.target)) for e in entries(document, chosen, Empty.SKIP)]
        with contextlib.ExitStack() as both:
            handles = [both.enter_context(atomic_write(file, "w", encoding="utf-8", newline="")) for file in files]
            for pair_of_lines in lines:
                for handle, line in zip(handles, pair_of_lines, strict=True):
                    handle.write(line + "\n")
        return files


def one_line(text: str) -> str:
    """``text`` with every line break and tab, and the spaces round it, made one space; no-break spaces stay.
    Placeables go."""
    return " ".join(part.strip(" ") for part in plain(text).replace("\t", "\n").splitlines() if part.strip(" "))
