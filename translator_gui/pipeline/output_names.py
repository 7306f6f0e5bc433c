"""Names of what a batch writes: never outside its folder, never twice, the same in every run."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from pathlib import PurePath

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\ud800-\udfff]+')
# Names Windows gives to devices, whatever their extension.
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)")
_LONGEST = 100  # bytes a part: with a long extension it still fits every file system


def safe_part(part: str) -> str:
    """One part of a path: a name every system takes, never empty, never “..”."""
    clean = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", part)).strip(" .") or "article"
    if _DEVICES.match(clean):
        clean = f"_{clean}"
    if len(clean.encode()) > _LONGEST:
        clean = f"{clean.encode()[: _LONGEST - 9].decode(errors='ignore').rstrip(' .')}-{_digest(part)}"
    return clean


def safe_name(name: str) -> str:
    """A relative path with "/" between its parts, of any path or name."""
    parts = [part for part in re.split(r"[\\/]+", name) if part not in ("", ".", "..")]
    return "/".join(safe_part(part) for part in parts) or "article"


def unique_names(
    wanted: Sequence[tuple[str, str]], files: Callable[[str], Iterable[str]], taken: Iterable[str] = ()
) -> list[str]:
    """A name for each (source path, name asked for), such that no two write one file.

    files: name -> the files that will be written under it. taken: files that are not to be had. Those that ask for
    the same get their source's extension, then a digest of its path: no name depends on the order of the others.
    """
    result: list[str | None] = [None] * len(wanted)
    used = {_folded(name) for name in taken}
    for spelling in (_plain, _with_extension, _with_digest):
        open_ = [place for place, name in enumerate(result) if name is None]
        tried = {place: spelling(*wanted[place]) for place in open_}
        claims: dict[str, list[int]] = {}
        for place, name in tried.items():
            for file in files(name):
                claims.setdefault(_folded(file), []).append(place)
        crowded = {p for file, places in claims.items() if len(set(places)) > 1 or file in used for p in places}
        for place, name in tried.items():
            if place not in crowded:
                result[place] = name
                used |= {_folded(file) for file in files(name)}
    # One source given twice under one name: numbers are all that is left.
    for place in (place for place, name in enumerate(result) if name is None):
        number = 2
        stem = _with_digest(*wanted[place])
        while any(_folded(file) in used for file in files(f"{stem}-{number}")):
            number += 1
        result[place] = f"{stem}-{number}"
        used |= {_folded(file) for file in files(f"{stem}-{number}")}
    return [name for name in result if name is not None]


def _folded(name: str) -> str:
    """Equal for names that some file system takes for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _plain(source: str, name: str) -> str:
    return safe_name(name)


def _with_extension(source: str, name: str) -> str:
    extension = PurePath(source).suffix.lstrip(".")
    return safe_name(f"{name}-{extension}" if extension else name)


def _with_digest(source: str, name: str) -> str:
    return f"{safe_name(name)}-{_digest(source)}"


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
