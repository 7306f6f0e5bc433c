"""Files over all articles of a batch, written as the pairs come: one TMX, one table, one pair of Moses files.

A sink is given records (see batch_article.pack_part) and holds none of them.
"""

from __future__ import annotations

import contextlib
import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from .. import __version__
from ..domain.language import FR_EN
from ..formats.export_moses import one_line
from ..formats.export_tables import neutralised
from ..formats.xml_writing import XML_LANG
from ..kit.files import atomic_write
from ..text.xml_characters import strip_forbidden
from .corpus_sinks import Put, Record, opus, parquet

COLUMNS = (
    "article", "id", "source", "target", "divergence", "flagged", "probability", "state", "origin", "engine", "kind",
    "findings",
)  # fmt: skip
_PROPERTIES = ("state", "origin", "engine", "divergence", "probability")


@contextlib.contextmanager
def open_corpora(
    folder: Path, stem: str, formats: Sequence[str], plain: bool = False, licence: str = ""
) -> Iterator[Put]:
    """A function that puts a pair into every one of the files. They take their names when the block ends well.

    plain: tables for programs, in which no cell is made safe for spreadsheets. licence: of the texts, for manifests.
    Raises InputError, MissingExtraError.
    """
    with contextlib.ExitStack() as stack:
        sinks = [stack.enter_context(_SINKS[name](folder / stem, plain, licence)) for name in formats]

        def put(article: str, record: Record) -> None:
            for sink in sinks:
                sink(article, record)

        yield put


def corpus_files(stem: str, formats: Sequence[str]) -> list[str]:
    return [f"{stem}{suffix}" for name in formats for suffix in _SUFFIXES[name]]


@contextlib.contextmanager
def _tmx(path: Path, plain: bool, licence: str) -> Iterator[Put]:
    """TMX 1.4b; tuid is ARTICLE#SEGMENT, unique in the file."""
    header = {
        "creationtool": "Translator GUI", "creationtoolversion": __version__, "segtype": "sentence",
        "o-tmf": "translator-gui", "adminlang": "en", "srclang": FR_EN.source, "datatype": "plaintext",
    }  # fmt: skip
    with atomic_write(path.with_name(path.name + ".tmx")) as handle, etree.xmlfile(handle, encoding="utf-8") as xf:
        xf.write_declaration()
        xf.write_doctype('<!DOCTYPE tmx SYSTEM "tmx14.dtd">')
        with xf.element("tmx", version="1.4"):
            xf.write(etree.Element("header", header))
            with xf.element("body"):
                yield lambda article, record: xf.write(_unit(article, record), with_tail=True)


def _unit(article: str, record: Record) -> Any:
    source, target = record["languages"]
    unit = etree.Element("tu", {"tuid": strip_forbidden(f"{article}#{record['id']}")})
    if source != FR_EN.source:
        unit.set("srclang", source)
    etree.SubElement(unit, "prop", {"type": "x-document"}).text = strip_forbidden(article)
    for name in _PROPERTIES:
        if record[name] not in (None, ""):
            etree.SubElement(unit, "prop", {"type": f"x-tg-{name}"}).text = strip_forbidden(str(record[name]))
    for language, text in ((source, record["source"]), (target, record["target"])):
        variant = etree.SubElement(unit, "tuv", {XML_LANG: language})
        etree.SubElement(variant, "seg").text = strip_forbidden(text)
    unit.tail = "\n"
    return unit


@contextlib.contextmanager
def _tsv(path: Path, plain: bool, licence: str) -> Iterator[Put]:
    # Excel takes a table without a byte order mark for the machine's old code page.
    encoding, ending = ("utf-8", "\n") if plain else ("utf-8-sig", "\r\n")
    with atomic_write(path.with_name(path.name + ".tsv"), "w", encoding=encoding, newline="") as handle:
        rows = csv.writer(handle, delimiter="\t", lineterminator=ending)
        rows.writerow(COLUMNS)

        def put(article: str, record: Record) -> None:
            cells = [_cell(article if name == "article" else record[name]) for name in COLUMNS]
            rows.writerow(cells if plain else [neutralised(cell) for cell in cells])

        yield put


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, (list, tuple)):
        return " ".join(value)
    return "" if value is None else strip_forbidden(str(value))


@contextlib.contextmanager
def _jsonl(path: Path, plain: bool, licence: str) -> Iterator[Put]:
    with atomic_write(path.with_name(path.name + ".jsonl"), "w", encoding="ascii", newline="") as handle:

        def put(article: str, record: Record) -> None:
            handle.write(json.dumps({"article": article, **record}) + "\n")

        yield put


@contextlib.contextmanager
def _moses(path: Path, plain: bool, licence: str) -> Iterator[Put]:
    """Line n of one file is line n of the other; pairs of other languages than the first file's names say stay out."""
    codes = (FR_EN.source, FR_EN.target)
    with contextlib.ExitStack() as both:
        files = [path.with_name(f"{path.name}.{code}") for code in codes]
        handles = [both.enter_context(atomic_write(file, "w", encoding="utf-8", newline="")) for file in files]

        def put(article: str, record: Record) -> None:
            if tuple(code.split("-")[0].lower() for code in record["languages"]) != codes:
                return
            for handle, side in zip(handles, ("source", "target"), strict=True):
                handle.write(one_line(strip_forbidden(record[side])) + "\n")

        yield put


_SINKS: Mapping[str, Callable[[Path, bool, str], contextlib.AbstractContextManager[Put]]] = {
    "tmx": _tmx,
    "tsv": _tsv,
    "jsonl": _jsonl,
    "moses": _moses,
    "opus": opus,
    "parquet": parquet,
}
_SUFFIXES = {
    "tmx": (".tmx",),
    "tsv": (".tsv",),
    "jsonl": (".jsonl",),
    "moses": (f".{FR_EN.source}", f".{FR_EN.target}"),
    "opus": tuple(f".{FR_EN}.{end}" for end in (FR_EN.source, FR_EN.target, "ids", "manifest.json")),
    "parquet": (".parquet",),
}
CORPORA = tuple(_SINKS)
