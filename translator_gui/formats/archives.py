"""ZIP files that strangers made (DOCX, ODT, EPUB, XLSX): opened only when they are what they seem.

Source: OWASP Unrestricted File Upload; zipfile, "Decompression pitfalls" (Python documentation).
"""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from typing import Any

from lxml import etree

from ..kit.errors import FormatError

MOST_MEMBERS = 10_000
LARGEST = 400_000_000  # bytes unpacked, all members together
_LARGEST_XML = 150_000_000
_RATIO, _FREE = 120, 5_000_000  # a member may be so many times its packed size, the first bytes are free
_AGAIN = "Open it in the program it comes from and save it again."
_ENTITY = re.compile(rb"<!ENTITY|<!DOCTYPE[^>]*\[")


def is_archive(head: bytes) -> bool:
    return head.startswith(b"PK\x03\x04")


def open_archive(data: bytes, name: str) -> zipfile.ZipFile:
    """Raises FormatError: no ZIP file or a truncated one, encrypted, a bomb, or with paths that leave their folder."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
        raise FormatError(
            f"“{name}” is damaged or cut off.", "Fetch it again, or save it again in its program.", str(error)
        ) from error
    _refuse_bombs(members, name)
    seen: set[str] = set()
    for member in members:
        if _leaves_its_folder(member.filename) or member.filename in seen:
            hint = "Such files are made to harm; ask where it comes from."
            raise FormatError(f"“{name}” holds file names no document needs; it was not opened.", hint)
        seen.add(member.filename)
        if member.flag_bits & 1:
            raise FormatError(f"“{name}” is protected by a password.", "Save it without a password first.")
    return archive


def _refuse_bombs(members: list[zipfile.ZipInfo], name: str) -> None:
    packed = sum(member.compress_size for member in members)
    unpacked = sum(member.file_size for member in members)
    swollen = any(m.file_size > _FREE + _RATIO * m.compress_size for m in members)
    if len(members) > MOST_MEMBERS or unpacked > LARGEST or swollen or unpacked > _FREE + _RATIO * packed:
        raise FormatError(f"“{name}” would unpack to far more than it seems to be; it was not opened.", _AGAIN)


def _leaves_its_folder(path: str) -> bool:
    return path.startswith("/") or "\\" in path or ":" in path or "\x00" in path or ".." in path.split("/")


def read_member(archive: zipfile.ZipFile, member: str, name: str) -> bytes:
    """Raises FormatError: it is not there, or damaged."""
    try:
        return archive.read(member)
    except KeyError as error:
        raise FormatError(f"“{name}” lacks a part it needs.", _AGAIN, member) from error
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError) as error:
        raise FormatError(f"“{name}” is damaged or cut off.", _AGAIN, f"{member}: {error}") from error


def parse_member(archive: zipfile.ZipFile, member: str, name: str) -> Any:
    """Root element of an XML member."""
    return parse_xml(read_member(archive, member, name), f"{name}/{member}")


def parse_xml(data: bytes, name: str) -> Any:
    """Root element. Raises FormatError: not well-formed, with entities, too deep or too large."""
    refuse_entities(data, name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_blank_text=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FormatError(f"“{name}” is not well-formed XML.", _AGAIN, str(error)) from error


def refuse_entities(data: bytes, name: str) -> None:
    """No document needs entities of its own, and they can be used to attack the reader."""
    if len(data) > _LARGEST_XML:
        raise FormatError(f"“{name}” is too large.", "Cut the document into parts.")
    start = data[:65_536].replace(b"\x00", b"")  # UTF-16, too
    if _ENTITY.search(start):
        raise FormatError(f"“{name}” declares XML entities; it was not opened.", _AGAIN)


def rewritten(archive: zipfile.ZipFile, changed: dict[str, bytes]) -> bytes:
    """The archive with some members replaced; order, dates and compression of each kept, so that the first stays
    first and stored (EPUB and ODF want their mimetype so)."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for member in archive.infolist():
            body = changed.get(member.filename)
            info = zipfile.ZipInfo(member.filename, member.date_time)
            info.compress_type, info.external_attr = member.compress_type, member.external_attr
            copy.writestr(info, archive.read(member) if body is None else body)
    return out.getvalue()
