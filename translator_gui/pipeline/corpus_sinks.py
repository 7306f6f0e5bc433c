"""Corpora for those who train and measure, written as the pairs come: OPUS layout with a manifest, Parquet.

A manifest says what formats.corpus.manifest says of one article: counts, hashes, engines, version, licence. No dates:
the same corpus gives the same bytes. Source of the layout: OPUS (Tiedemann 2012), "moses" downloads.
"""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

from .. import __version__
from ..domain.language import FR_EN
from ..formats.corpus import MANIFEST_VERSION
from ..formats.export_moses import one_line
from ..kit.errors import MissingExtraError
from ..kit.files import atomic_write
from ..text.xml_characters import strip_forbidden

Record = Mapping[str, Any]
Put = Callable[[str, Record], None]  # article's name, one of its pairs
_ROWS = 10_000  # rows a group of a Parquet file holds


class _Counts:
    """What a manifest says of the pairs, added up."""

    def __init__(self, licence: str) -> None:
        self._licence = licence
        self._pairs = 0
        self._last = ""
        self._articles = 0
        self._tokens, self._characters = Counter[str](), Counter[str]()
        self._states, self._origins, self._engines = Counter[str](), Counter[str](), Counter[str]()

    def add(self, article: str, record: Record) -> None:
        self._pairs += 1
        self._articles += article != self._last
        self._last = article
        for side in ("source", "target"):
            self._tokens[side] += len(record[side].split())
            self._characters[side] += len(record[side])
        self._states[record["state"]] += 1
        self._origins[record["origin"]] += 1
        if record["engine"]:
            self._engines[record["engine"]] += 1

    def manifest(self, files: list[dict[str, Any]]) -> dict[str, Any]:
        return {
            "manifest": MANIFEST_VERSION,
            "generator": f"Translator GUI {__version__}",
            "languages": {"source": FR_EN.source, "target": FR_EN.target},
            "licence": self._licence,
            "articles": self._articles,
            "pairs": self._pairs,
            "tokens": dict(self._tokens),
            "characters": dict(self._characters),
            "states": dict(sorted(self._states.items())),
            "origins": dict(sorted(self._origins.items())),
            "engines": dict(sorted(self._engines.items())),
            "files": files,
        }


class _Lines:
    """A file of lines, and what its manifest says of it."""

    def __init__(self, name: str, handle: IO[bytes]) -> None:
        self._name, self._handle = name, handle
        self._digest, self._count, self._size = sha256(), 0, 0

    def write(self, line: str) -> None:
        data = line.encode("utf-8", "replace") + b"\n"
        self._handle.write(data)
        self._digest.update(data)
        self._count += 1
        self._size += len(data)

    def described(self) -> dict[str, Any]:
        return {"name": self._name, "lines": self._count, "bytes": self._size, "sha256": self._digest.hexdigest()}


@contextlib.contextmanager
def opus(path: Path, plain: bool, licence: str) -> Iterator[Put]:
    """NAME.fr-en.fr, NAME.fr-en.en, NAME.fr-en.ids and a manifest, which takes its name last."""
    counts = _Counts(licence)
    with contextlib.ExitStack() as stack:
        about = stack.enter_context(atomic_write(path.with_name(f"{path.name}.{FR_EN}.manifest.json")))
        files: list[_Lines] = []
        for end in (FR_EN.source, FR_EN.target, "ids"):
            name = f"{path.name}.{FR_EN}.{end}"
            files.append(_Lines(name, stack.enter_context(atomic_write(path.with_name(name)))))

        def put(article: str, record: Record) -> None:
            counts.add(article, record)
            document = one_line(strip_forbidden(article))
            ids = one_line(str(record["id"]))
            texts = (one_line(strip_forbidden(record["source"])), one_line(strip_forbidden(record["target"])))
            for file, line in zip(files, (*texts, f"{document}\t{document}\t{ids}\t{ids}"), strict=True):
                file.write(line)

        yield put
        told = counts.manifest([file.described() for file in files])
        about.write(json.dumps(told, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n")


@contextlib.contextmanager
def parquet(path: Path, plain: bool, licence: str) -> Iterator[Put]:
    """One row a pair, in groups. Raises MissingExtraError without pyarrow."""
    try:
        import pyarrow as arrow
        from pyarrow import parquet as files
    except ImportError as error:
        from ..formats.export_parquet import INSTALL

        raise MissingExtraError("Parquet needs pyarrow, which is not installed.", f"Install it: {INSTALL}") from error
    schema = _schema(arrow)
    rows: list[dict[str, Any]] = []
    counts = _Counts(licence)
    with atomic_write(path.with_name(path.name + ".parquet")) as handle:
        writer = files.ParquetWriter(handle, schema, compression="zstd")

        def flush() -> None:
            if rows:
                writer.write_table(arrow.Table.from_pylist(rows, schema))
                rows.clear()

        def put(article: str, record: Record) -> None:
            counts.add(article, record)
            source, target = record["languages"]
            texts = {side: strip_forbidden(record[side]) for side in ("source", "target")}
            rows.append({"article": article, **record, **texts, "source_language": source, "target_language": target})
            if len(rows) >= _ROWS:
                flush()

        yield put
        flush()
        writer.add_key_value_metadata({"translator-gui": json.dumps(counts.manifest([]), ensure_ascii=False)})
        writer.close()


def _schema(arrow: Any) -> Any:
    texts = (
        "article", "id", "source", "target", "source_language", "target_language", "state", "origin", "engine", "kind",
    )  # fmt: skip
    columns = [(name, arrow.string()) for name in texts]
    figures = [("divergence", arrow.float64()), ("flagged", arrow.bool_()), ("probability", arrow.float64())]
    return arrow.schema([*columns, *figures, ("findings", arrow.list_(arrow.string()))])
