"""A gettext catalogue (.po) by polib: each segment a message, drafts marked fuzzy, notes and findings as comments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polib

from .. import __version__
from ..domain.protocols import ExportDocument
from ..domain.segment import State
from ..kit.files import atomic_write
from .export_options import Empty, ExportOptions, entries, findings_of, notes_of
from .xml_writing import finding_text, original_of

GENERATOR = "Translator GUI"


class PoExporter:
    format = "po"
    extension = ".po"

    def write(self, document: ExportDocument, path: Path, options: Mapping[str, Any]) -> list[Path]:
        chosen = ExportOptions.of(options)
        pair = document.article.pair
        catalogue = polib.POFile(wrapwidth=0)
        catalogue.metadata = {
            "Project-Id-Version": " ".join((document.article.title or "article").split()),
            "Language": pair.target.replace("-", "_"),
            "X-Source-Language": pair.source.replace("-", "_"),
            "MIME-Version": "1.0",
            "Content-Type": "text/plain; charset=UTF-8",
            "Content-Transfer-Encoding": "8bit",
            "X-Generator": f"{GENERATOR} {__version__}",
        }
        found = list(entries(document, chosen, Empty.KEEP))
        often = Counter(entry.source for entry in found)
        for number, entry in enumerate(found, start=1):
            message = polib.POEntry(
                msgid=entry.source,
                msgstr=entry.target,
                # A catalogue holds a message once: the same sentence in another place needs a context.
                msgctxt=entry.row.id if often[entry.source] > 1 else None,
                occurrences=[(original_of(document.article).replace(" ", "_"), str(number))],
                tcomment="\n".join(notes_of(document, entry.row, chosen)),
                comment="\n".join(finding_text(finding) for finding in findings_of(document, entry.row, chosen)),
            )
            if entry.target.strip() and entry.row.target.state is State.INITIAL:
                message.flags.append("fuzzy")
            catalogue.append(message)
        with atomic_write(path, "w", encoding="utf-8", newline="\n") as handle:
            handle.write(str(catalogue) + "\n")
        return [path]
