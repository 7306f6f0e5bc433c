"""What a batch is given (files, folders, globs, manifests) as a list of articles, each with a name for its output."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..formats.catalogue import EXPORTERS, IMPORTERS, importer
from ..kit.errors import InputError
from .manifest import manifest_lines
from .opening import PROJECT
from .output_names import unique_names
from .sinks import CORPORA, corpus_files

CORPUS = "corpus"  # stem of the files over all articles
SUMMARIES = ("batch-summary.json", "batch-summary.html")
WORK_FOLDER = ".translator-gui-batch"
MOSES = (".fr", ".en")
# Formats that write several files of a name.
_SEVERAL = {
    "moses": MOSES,
    "opus": (".fr-en.fr", ".fr-en.en", ".fr-en.ids", ".fr-en.manifest.json"),
}


@dataclass(frozen=True)
class Item:
    """One article to do. number: place in the batch, 0-based. name: relative, with "/", without extension: what its
    files are called. draft: its English, in a file of its own. format: of the source, "" tells it by its content."""

    number: int
    source: str
    draft: str
    name: str
    format: str = ""


@dataclass(frozen=True)
class _Wanted:
    source: Path
    draft: Path | None
    name: str
    format: str = ""


def plan(inputs: Sequence[str | Path], out: Path, formats: Sequence[str]) -> list[Item]:
    """Articles in a stable order: inputs as given, files of a folder by name. Raises InputError for an input that is
    not there, and when there is none at all.

    Files NAME.fr.EXT and NAME.en.EXT beside each other are an article and its draft, NAME.fr and NAME.en a Moses pair,
    also when only the French one is given. A table with a column “draft”
    is a manifest, in a folder too: what it names is not taken a second time. What lies in ``out`` is never an input.
    """
    inside = out.resolve()
    wanted: dict[tuple[str, str], _Wanted] = {}
    for given in inputs:
        for each in _expand(str(given), inside):
            wanted.setdefault((str(each.source), str(each.draft or "")), each)
    found = _once(list(wanted.values()))
    if not found:
        raise InputError("There is no article among the inputs.", "Give files, folders, or a manifest.")
    names = unique_names(
        [(str(each.source), each.name) for each in found],
        lambda name: output_files(name, formats),
        [*SUMMARIES, *corpus_files(CORPUS, CORPORA)],
    )
    return [
        Item(number, str(each.source), str(each.draft or ""), name, each.format)
        for number, (each, name) in enumerate(zip(found, names, strict=True))
    ]


def output_files(name: str, formats: Iterable[str]) -> list[str]:
    """The files of an article of that name, in the order of ``formats``."""
    files: list[str] = []
    for format_id in formats:
        endings = _SEVERAL.get(format_id) or (EXPORTERS.get(format_id)().extension,)
        files += [name + ending for ending in endings]
    return files


def _once(wanted: Sequence[_Wanted]) -> list[_Wanted]:
    """Without drafts that were taken for articles, and without articles that come with a draft as well."""
    paths = [(os.path.normpath(each.source), each.draft and os.path.normpath(each.draft)) for each in wanted]
    paired = {path for pair in paths if pair[1] for path in pair}
    return [each for each, (source, draft) in zip(wanted, paths, strict=True) if draft or source not in paired]


def _expand(given: str, out: Path) -> Iterator[_Wanted]:
    path = Path(given).expanduser()
    if path.is_dir():
        yield from _articles(_files_of(path, out), path)
    elif path.is_file():
        yield from _articles([path], path.parent)
    else:
        found = sorted(Path(each) for each in glob.glob(str(path), recursive=True))
        if not found:
            raise InputError(f"“{given}” was not found.", "Check the path or the pattern.")
        files = [each for each in found if each.is_file() and not _within(each, out)]
        root = Path(os.path.commonpath([str(each.parent) for each in files])) if files else path.parent
        yield from _articles(files, root)
        for folder in (each for each in found if each.is_dir()):
            if "**" not in given:
                yield from _articles(_files_of(folder, out), folder.parent)


def _articles(files: Sequence[Path], root: Path) -> Iterator[_Wanted]:
    """Files, and what the manifests among them name."""
    lists = {file: lines for file in files if (lines := manifest_lines(file)) is not None}
    yield from _paired([file for file in files if file not in lists], root)
    for lines in lists.values():
        for line in lines:
            yield _Wanted(line.source, line.draft, line.name or line.source.stem, line.format)


def _files_of(folder: Path, out: Path) -> list[Path]:
    known = _extensions()
    found: list[Path] = []
    for place, folders, files in os.walk(folder):  # links to folders are not followed: they may lead in a circle
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        here = Path(place)
        if _within(here, out):
            folders[:] = []
            continue
        names = [name for name in sorted(files) if not name.startswith(".")]
        found += [here / n for n in names if Path(n).suffix.lower() in known or _is_half(here / n, set(names))]
    return found


def _is_half(file: Path, names: set[str]) -> bool:
    """Of NAME.fr and NAME.en, both there; one alone may be anything."""
    return file.suffix.lower() in MOSES and all(f"{file.stem}{ending}" in names for ending in MOSES)


def _within(path: Path, out: Path) -> bool:
    resolved = path.resolve()
    return resolved == out or out in resolved.parents


def _extensions() -> frozenset[str]:
    found = {PROJECT}
    for format_id in IMPORTERS:
        found |= {extension for extension in importer(format_id).extensions if extension}
    return frozenset(found)


def _paired(files: Sequence[Path], root: Path) -> Iterator[_Wanted]:
    """NAME.fr.EXT takes NAME.en.EXT for its draft, which is then no article of its own (see _once)."""
    for file in files:
        draft, stem = _partner(file) or (None, file.with_suffix(""))
        yield _Wanted(file, draft, stem.relative_to(root).as_posix())


def _partner(file: Path) -> tuple[Path, Path] | None:
    """The English of a French file, when it is there, and the name of the two without endings."""
    french, english = MOSES
    if file.suffix.lower() == french:
        stem, partner = file.with_suffix(""), file.with_suffix(english)
    elif file.with_suffix("").suffix.lower() == french:
        stem = file.with_suffix("").with_suffix("")
        partner = stem.with_name(stem.name + english + file.suffix)
    else:
        return None
    return (partner, stem) if partner.is_file() else None
