"""What corpora are made of: clean pairs without placeables, and a manifest that says what is in them and from where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from .. import __version__
from ..domain.protocols import ExportDocument
from ..domain.segment import Row
from ..text.placeables import plain
from .export_options import Empty, ExportOptions, entries
from .xml_writing import original_of

MANIFEST_VERSION = 1


class CorpusPair(NamedTuple):
    row: Row
    source: str
    target: str


def corpus_pairs(document: ExportDocument, options: ExportOptions) -> Iterator[CorpusPair]:
    """Rows that have both sides."""
    for entry in entries(document, options, Empty.SKIP):
        source, target = plain(entry.source), plain(entry.target)
        if source.strip() and target.strip():
            yield CorpusPair(entry.row, source, target)


def manifest(
    document: ExportDocument, pairs: Sequence[CorpusPair], options: ExportOptions, files: Sequence[dict[str, Any]] = ()
) -> dict[str, Any]:
    """Counts, hashes, engines, versions and licence, as JSON. The same corpus gives the same manifest: no dates."""
    article = document.article
    engines = Counter(pair.row.target.engine for pair in pairs if pair.row.target.engine)
    return {
        "manifest": MANIFEST_VERSION,
        "generator": f"Translator GUI {__version__}",
        "languages": {"source": article.pair.source, "target": article.pair.target},
        "title": article.title,
        "origin": original_of(article),
        "licence": options.licence,
        "pairs": len(pairs),
        "tokens": {
            "source": sum(len(pair.source.split()) for pair in pairs),
            "target": sum(len(pair.target.split()) for pair in pairs),
        },
        "characters": {
            "source": sum(len(pair.source) for pair in pairs),
            "target": sum(len(pair.target) for pair in pairs),
        },
        "states": dict(sorted(Counter(pair.row.target.state.value for pair in pairs).items())),
        "origins": dict(sorted(Counter(pair.row.target.origin.value for pair in pairs).items())),
        "engines": dict(sorted(engines.items())),
        "models": sorted(document.signatures),
        "files": list(files),
    }
