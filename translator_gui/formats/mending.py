"""Damaged bilingual XML (XLIFF, TMX): what is wrong, what could be done about it, what a mended reading has lost."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping
from typing import Any

from ..kit.errors import AppError, FormatError
from .bilingual_rows import BilingualRows
from .decoding import decode
from .xml_reading import elements

_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)[\"']")
_ID = re.compile(rb"\b(?:tu)?id=[\"']([^\"']*)")
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_LISTED = 12


class MendableError(FormatError):
    """A file that can be read after all. options: what to give the importer for that ("recover" or "encoding")."""

    def __init__(
        self, message: str, hint: str = "", detail: str = "", options: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(message, hint, detail)
        self.options = dict(options or {})

    def __reduce__(self) -> tuple[object, ...]:
        return (type(self), (self.message, self.hint, self.detail, self.options))


def read_elements(
    data: bytes,
    name: str,
    options: Mapping[str, Any],
    rows: BilingualRows,
    tags: tuple[tuple[str, ...], tuple[str, ...]],
    take: Callable[[str, Any], None],
) -> bool:
    """Gives every ("start" | "end", element) of ``tags`` (starts, ends) to ``take``. False: there was none.

    options: encoding (the bytes are in another one than the file says); recover (of a damaged file take the units
    before the damage, with warnings that list what was lost). Raises MendableError when one of these would help, else
    FormatError.
    """
    encoding = str(options.get("encoding") or "")
    data = _recoded(data, name, encoding) if encoding else data
    if not encoding:
        _refuse_wrong_encoding(data, name)
    seen, units = False, 0
    try:
        for event, element in elements(data, name, *tags):
            seen = True
            take(event, element)
            units += event == "end"
    except MendableError:
        raise
    except FormatError as error:
        if options.get("recover"):
            _warn_of_lost(rows, error, data, tags[1], units)
        elif units and "entities" not in error.message:
            hint = f"{units:,} units before it can be read. {error.hint}"
            raise MendableError(error.message, hint, error.detail, {"recover": True}) from error
        else:
            raise
    return seen


def _refuse_wrong_encoding(data: bytes, name: str) -> None:
    """UTF-8 by its first line, or by saying nothing, and something else by its bytes."""
    declared = _DECLARED.match(data.removeprefix(codecs.BOM_UTF8))
    said = declared[1].decode("ascii").lower() if declared else "utf-8"
    if said not in ("utf-8", "utf8", "us-ascii", "ascii") or data.startswith(_MARKS) or b"\x00" in data[:200]:
        return
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)  # a character cut off at the end is another fault
        return
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        detail = f"byte {error.start:,}"
    try:
        guess = decode(data, name).encoding
    except AppError:
        return
    if guess != "utf-8":
        message = f"“{name}” says that it is UTF-8, but from line {line} on it is {guess}."
        raise MendableError(message, f"Read it as {guess}, or save it again as UTF-8.", detail, {"encoding": guess})


def _recoded(data: bytes, name: str, encoding: str) -> bytes:
    text = decode(data, name, forced=encoding).text
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text, count=1).encode("utf-8")


def _warn_of_lost(rows: BilingualRows, error: FormatError, data: bytes, ends: tuple[str, ...], units: int) -> None:
    """What the rest of the file still names, and is lost."""
    names = "|".join(ends).encode()
    begun = [match.group(0) for match in re.finditer(rb"<(?:\w+:)?(?:" + names + rb")\b[^>]{0,400}>?", data)]
    lost = begun[units:]
    rows.warn(f"{error.message} The {units:,} units before it were read.")
    if not lost:
        return
    ids = [
        found[1].decode("utf-8", "replace")
        for each in lost
        if (found := re.search(rb"\b(?:tu)?id=[\"']([^\"']*)", each))
    ]
    named = f": {', '.join(ids[:_LISTED])}{' …' if len(lost) > _LISTED else ''}" if ids else ""
    what = "One unit is" if len(lost) == 1 else f"{len(lost):,} units are"
    rows.warn(f"{what} lost{named}.")
