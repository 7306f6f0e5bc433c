"""Rows straight from the pages of a SQLite file, when no way through its tables leads to them any more.

A flipped page near the root of a table hides all of its rows from SQLite, though their own pages are sound. Here every
page that looks like the leaf of a table with numbered rows is read by itself, after the file format
(https://sqlite.org/fileformat2.html, sections 1.6 and 2.1). Pages that were given back may hold older rows: callers
take what they know to be missing, and no more.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_LEAF = 0x0D
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # serial type -> bytes

Carved = tuple[int, tuple[Any, ...]]


def carve(path: Path) -> Iterator[Carved]:
    """(row number, columns) of every row found, page by page. What makes no sense is passed over."""
    data = path.read_bytes()
    size = int.from_bytes(data[16:18], "big") if data[:15] == b"SQLite format 3" else 4096
    size = 65536 if size == 1 else size if size >= 512 else 4096
    for number in range(len(data) // size):
        page = data[number * size : (number + 1) * size]
        if page[0] == _LEAF:  # the first page begins with the header of the file and holds no rows of ours
            yield from _rows(data, page, size)


def _rows(data: bytes, page: bytes, size: int) -> Iterator[Carved]:
    count = int.from_bytes(page[3:5], "big")
    for place in range(8, min(8 + 2 * count, size - 1), 2):
        try:
            yield _cell(data, page, int.from_bytes(page[place : place + 2], "big"), size)
        except (IndexError, ValueError, UnicodeDecodeError, struct.error):
            continue


def _cell(data: bytes, page: bytes, start: int, size: int) -> Carved:
    length, start = _varint(page, start)
    number, start = _varint(page, start)
    if not 0 < length <= len(data):
        raise ValueError(length)
    return number, _record(_payload(data, page, start, length, size))


def _payload(data: bytes, page: bytes, start: int, length: int, size: int) -> bytes:
    """What lies in the page, and what was too long for it in a chain of others."""
    most = size - 35
    if length <= most:
        return page[start : start + length]
    least = (size - 12) * 32 // 255 - 23
    here = least + (length - least) % (size - 4)
    here = here if here <= most else least
    parts, left = [page[start : start + here]], length - here
    following = int.from_bytes(page[start + here : start + here + 4], "big")
    while left > 0:
        if not 0 < following <= len(data) // size:
            raise ValueError(following)
        block = data[(following - 1) * size : following * size]
        parts.append(block[4 : 4 + min(left, size - 4)])
        left -= size - 4
        following = int.from_bytes(block[:4], "big")
    return b"".join(parts)


def _record(payload: bytes) -> tuple[Any, ...]:
    end, place = _varint(payload, 0)
    kinds = []
    while place < end:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    values = []
    for kind in kinds:
        value, place = _value(payload, place, kind)
        values.append(value)
    if place != len(payload):
        raise ValueError(place)
    return tuple(values)


def _value(payload: bytes, place: int, kind: int) -> tuple[Any, int]:
    if kind in (0, 8, 9):
        return (None, 0, 1)[(0, 8, 9).index(kind)], place
    if kind in _INTEGERS:
        end = place + _INTEGERS[kind]
        return int.from_bytes(payload[place:end], "big", signed=True), end
    if kind == 7:
        return struct.unpack(">d", payload[place : place + 8])[0], place + 8
    if kind < 12:
        raise ValueError(kind)
    end = place + (kind - 12) // 2
    body = payload[place:end]
    return (body.decode("utf-8") if kind % 2 else body), end


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """The number there, and the place behind it."""
    value = 0
    for step in range(9):
        byte = data[place + step]
        if step == 8:
            return (value << 8) | byte, place + 9
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            return value, place + step + 1
    raise ValueError(place)
