"""Translation memory and termbase from and to files: TMX, TBX, CSV. Used by the command line and the window alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from ..domain.language import FR_EN, LanguagePair
from ..domain.protocols import Termbase, TranslationMemory
from ..kit.errors import InputError
from ..kit.files import atomic_write
from ..kit.jobs import JobContext

if TYPE_CHECKING:
    from ..memory.store import MemoryStore

T = TypeVar("T")
_BATCH = 2_000


def import_memory(path: Path, memory: TranslationMemory, ctx: JobContext, pair: LanguagePair = FR_EN) -> int:
    """Add the units of a TMX file, in batches: a cancel keeps what is in. Returns how many were added.

    Raises FormatError, InputError when the file cannot be read, StoreError.
    """
    from ..formats.xml_reading import elements
    from ..memory.tmx import ENDS, STARTS, read_units

    count = 0
    with _opened(path) as handle:
        for units in _batches(read_units(elements(handle, path.name, STARTS, ENDS), path.name, pair, path.stem)):
            ctx.check()
            count += memory.add(units)
            ctx.progress(min(handle.tell(), _size(path)), _size(path), "")
    return count


def export_memory(path: Path, memory: TranslationMemory, ctx: JobContext, pair: LanguagePair | None = None) -> int:
    """Write the memory as TMX 1.4b. Returns how many units were written."""
    from ..memory.tmx import write_units

    store = cast("MemoryStore", memory)
    with atomic_write(path) as handle:
        return write_units(_watched(store.units(pair), len(store), ctx), handle, (pair or FR_EN).source)


def import_terms(path: Path, terms: Termbase, pair: LanguagePair = FR_EN) -> int:
    """Add the terms of a TBX, CSV or TSV file, told apart by their content. Returns how many were added.

    Raises FormatError, InputError, StoreError. Nothing is added from a file that is damaged somewhere.
    """
    from ..formats.decoding import decode
    from ..formats.xml_reading import elements
    from ..termbase.csv_file import read_csv
    from ..termbase.tbx import ENTRIES, ROOTS, read_tbx

    with _opened(path) as handle:
        data = handle.read()
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") or b"\x00<" in data[:8] or b"<\x00" in data[:8]:
        found = list(read_tbx(elements(data, path.name, ROOTS, ENTRIES), path.name, pair))
    else:
        found = list(read_csv(decode(data, path.name).text, path.name, pair))
    return terms.add(found)


def export_terms(path: Path, terms: Termbase, pair: LanguagePair | None = None, version: int = 3) -> int:
    """Write the terms as CSV or TBX, by the file's ending. version: of TBX, 2 or 3. Returns how many were written."""
    from ..termbase.csv_file import write_csv
    from ..termbase.tbx import write_tbx

    found = terms.terms(pair)
    if path.suffix.lower() not in (".csv", ".tbx", ".xml"):
        raise InputError(f"Terms cannot be written as “{path.suffix}”.", "Name the file .tbx or .csv.")
    with atomic_write(path) as handle:
        if path.suffix.lower() == ".csv":
            # With a mark of UTF-8, without which spreadsheets break accents.
            handle.write(b"\xef\xbb\xbf" + write_csv(found).encode("utf-8", "replace"))
        else:
            write_tbx(found, handle, version)
    return len(found)


def _opened(path: Path) -> Any:
    try:
        return path.open("rb")
    except OSError as error:
        raise InputError(f"“{path.name}” cannot be read.", "Check the path.", str(error)) from error


def _size(path: Path) -> int:
    return max(1, path.stat().st_size)


def _batches(items: Iterator[T]) -> Iterator[list[T]]:
    while some := list(islice(items, _BATCH)):
        yield some


def _watched(items: Iterable[T], total: int, ctx: JobContext) -> Iterator[T]:
    for number, item in enumerate(items):
        if number % _BATCH == 0:
            ctx.check()
            ctx.progress(number, total, "")
        yield item
