"""From bytes to text: which encoding, how sure, and nothing lost.

A byte-order mark is believed, then UTF-8 (text in another encoding is almost never valid UTF-8), then UTF-16 without
a mark (told from its zero bytes), then charset-normalizer among Windows-1252, Latin-1 and whatever else it finds.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from ..kit.errors import FormatError, InputError
from ..text.normalise import has_controls, without_controls

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# First bytes of files that people drop by mistake: nothing in them is text.
_BINARY = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or an Office document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"SQLite format 3": "a database",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"\x1f\x8b": "a compressed file",
    b"{\\rtf": "a rich-text file",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"ID3": "a sound file",
    b"OggS": "a sound file",
}
# Letters that French and English texts hold beyond ASCII; a guess that yields others is a bad guess.
_FRENCH = re.compile("[àâäéèêëîïôöùûüÿçœæÀÂÄÉÈÊËÎÏÔÖÙÛÜŸÇŒÆ«»“”‘’…–—€°\u00a0\u202f]")
_STRANGE = re.compile("[^\\x00-\\x7fàâäéèêëîïôöùûüÿçœæÀÂÄÉÈÊËÎÏÔÖÙÛÜŸÇŒÆ«»“”‘’…–—€°\u00a0\u202f]")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_SAMPLE = 200_000


@dataclass(frozen=True)
class Decoded:
    """text: every character of the file. encoding: Python's name of it. warnings: for the person."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, name: str, declared: str = "", forced: str = "") -> Decoded:
    """declared: what the document says of itself (<meta charset>); believed when the bytes allow it, after UTF-8.
    forced: what the person says; unreadable bytes are then replaced, with a warning.

    Raises InputError for an empty file, FormatError for one that is not text.
    """
    if not data:
        raise InputError(f"“{name}” is empty.", "Choose a file with text in it.")
    if forced:
        return _forced(data, forced, name)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _cleaned(*_strict_or_replaced(data, encoding, name))
    for start, what in _BINARY.items():
        if data.startswith(start):
            raise FormatError(f"“{name}” is {what}, not text.", "Save or export it as plain text or HTML first.")
    wide = _utf16_without_mark(data)
    if wide:
        return _cleaned(data.decode(wide), wide, (_guessed(name, wide),))
    for encoding in ("utf-8", declared):
        text = _try(data, encoding)
        if text is not None:
            return _cleaned(text, codecs.lookup(encoding).name)
    if len(_CONTROLS.findall(data[:_SAMPLE])) > len(data[:_SAMPLE]) // 50:
        raise FormatError(f"“{name}” is not text.", "Choose a text, HTML or Markdown file.")
    return _guess(data, name)


def _forced(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        codecs.lookup(encoding)
    except LookupError as error:
        raise InputError(f"There is no encoding called “{encoding}”.", "Try utf-8, cp1252 or latin-1.") from error
    return _cleaned(*_strict_or_replaced(data, encoding, name))


def _try(data: bytes, encoding: str) -> str | None:
    if not encoding:
        return None
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _guessed(name: str, encoding: str) -> str:
    return f"“{name}” does not say how it is encoded; it was read as {encoding}. Check the accented letters."


def _strict_or_replaced(data: bytes, encoding: str, name: str) -> tuple[str, str, tuple[str, ...]]:
    """A damaged file still opens; the damage is said."""
    try:
        return data.decode(encoding), codecs.lookup(encoding).name, ()
    except UnicodeDecodeError as error:
        text = data.decode(encoding, "replace")
        return (
            text,
            codecs.lookup(encoding).name,
            (f"“{name}” is damaged at byte {error.start:,}: unreadable bytes are shown as \ufffd.",),
        )


def _utf16_without_mark(data: bytes) -> str:
    """Text of mostly Latin letters has a zero in every other byte."""
    sample = data[:4000]
    if len(data) % 2 or len(sample) < 8 or b"\x00" not in sample:
        return ""
    half = len(sample) // 2
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        other = sample[0::2] if encoding.endswith("le") else sample[1::2]
        if zeros.count(0) > 0.7 * half and other.count(0) < 0.05 * half and _try(data, encoding) is not None:
            return encoding
    return ""


def _guess(data: bytes, name: str) -> Decoded:
    """Not UTF-8: Windows-1252, Latin-1, or what charset-normalizer says, whichever gives the least strange letters."""
    candidates = ["cp1252", "latin-1", "mac_roman"]
    best = from_bytes(data[:_SAMPLE]).best()
    if best is not None:
        candidates.append(best.encoding)
    mostly = _mostly_utf8(data)
    if mostly is not None:
        warning = f"“{name}” is UTF-8 with damaged places: unreadable bytes are shown as \ufffd."
        return _cleaned(mostly, "utf-8", (warning,))
    scored = []
    for rank, encoding in enumerate(candidates):
        text = _try(data, encoding)
        if text is not None:
            sample = text[:_SAMPLE]
            strange = len(_STRANGE.findall(sample)) + 5 * has_controls(sample)
            scored.append((strange - len(_FRENCH.findall(sample)) // 4, rank, encoding, text))
    if not scored:
        raise FormatError(f"“{name}” is not text.", "Choose a text, HTML or Markdown file.")
    _, _, encoding, text = min(scored, key=lambda row: row[:2])
    encoding = codecs.lookup(encoding).name
    return _cleaned(text, encoding, (_guessed(name, encoding),))


def _mostly_utf8(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes (a cut-off download): many more whole multi-byte characters than broken ones."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for c in text[:_SAMPLE] if c > "\x7f") - broken
    return text if whole > 10 * broken else None


def _cleaned(text: str, encoding: str, warnings: tuple[str, ...] = ()) -> Decoded:
    """Control characters and lone surrogates cannot be stored or exported: out, and said so."""
    if encoding == "utf-8-sig":
        encoding = "utf-8"
    if has_controls(text):
        text = without_controls(text)
        warnings = (*warnings, "Control characters that no document can hold were left out.")
    return Decoded(text.removeprefix("\ufeff"), encoding, warnings)
