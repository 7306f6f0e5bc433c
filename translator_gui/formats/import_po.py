"""Gettext catalogues (.po, .pot), read by polib: each message a unit, plural forms units of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import polib

from ..domain.article import Document
from ..domain.language import LanguagePair
from ..domain.segment import State
from ..kit.errors import FormatError
from .bilingual_rows import BilingualRows, segment_of, target_of
from .decoding import decode
from .export_po import GENERATOR
from .limits import refuse_endless

_MESSAGE = re.compile(rb"^\s*msgid\s+\"", re.MULTILINE)
_CHARSET = re.compile(rb"charset=([\w.:-]+)")
_LINE = re.compile(r"line (\d+)")


class PoImporter:
    """format "po"."""

    format = "po"
    extensions = (".po", ".pot")

    def sniff(self, head: bytes, name: str) -> float:
        if _MESSAGE.search(head) and b"msgstr" in head:
            return 0.95
        return 0.7 if name.lower().endswith(self.extensions) else 0.0

    def read(self, data: bytes, name: str, options: Mapping[str, Any]) -> Document:
        """options: encoding. A fuzzy message is a draft, obsolete ones are passed over. Raises FormatError with the
        line."""
        refuse_endless(data, name)
        declared = _CHARSET.search(data[:4000])
        charset = declared[1].decode("ascii", "replace") if declared else ""
        decoded = decode(data, name, declared=charset, forced=str(options.get("encoding", "")))
        rows = BilingualRows()
        for warning in decoded.warnings:
            rows.warn(warning)
        catalogue = _parsed(decoded.text, name)
        rows.title = catalogue.metadata.get("Project-Id-Version", "")
        source = catalogue.metadata.get("X-Source-Language") or rows.pair.source
        target = catalogue.metadata.get("Language") or rows.pair.target
        rows.pair = LanguagePair(source.replace("_", "-"), target.replace("_", "-"))
        own = catalogue.metadata.get("X-Generator", "").startswith(GENERATOR)
        for entry in catalogue:
            if not entry.obsolete:
                _add(rows, entry, own)
        return rows.document(self.format, name)


def _parsed(text: str, name: str) -> Any:
    try:
        # The line end keeps polib from taking a short text for the name of a file.
        return polib.pofile(text.rstrip() + "\n\n", check_for_duplicates=False)
    except (OSError, ValueError, KeyError, IndexError, AttributeError, RecursionError) as error:
        line = _LINE.search(str(error))
        where = f" at line {line[1]}" if line else ""
        raise FormatError(f"“{name}” is not a PO catalogue{where}.", "Check it with msgfmt.", str(error)) from error


def _add(rows: BilingualRows, entry: Any, own: bool) -> None:
    if own:  # the context is the segment's id, the extracted comment what the checks say
        id_, notes = entry.msgctxt or "", [note for note in entry.tcomment.split("\n") if note]
    else:
        id_, notes = "", [text for text in (entry.msgctxt, entry.comment, entry.tcomment) if text]
    state = State.INITIAL if entry.fuzzy else State.TRANSLATED
    if not entry.msgid_plural:
        _unit(rows, id_, entry.msgid, entry.msgstr, state, notes)
        return
    forms = sorted(entry.msgstr_plural.items())
    _unit(rows, "", entry.msgid, forms[0][1] if forms else "", state, notes)
    for number, text in forms[1:] or [(1, "")]:
        _unit(rows, f"plural-{number}", entry.msgid_plural, text, state, notes)


def _unit(rows: BilingualRows, id_: str, source: str, target: str, state: State, notes: list[str]) -> None:
    kept = state if target.strip() else State.INITIAL
    rows.add(segment_of(id_, source, {}, rows.next_paragraph), target_of(target, kept, {}), notes)
