"""TMX: each translation unit a segment, in the file's order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..domain.article import Document
from ..domain.language import FR_EN, LanguagePair
from ..domain.segment import State
from ..kit.errors import FormatError
from .bilingual_rows import BilingualRows, member, segment_of, target_of
from .inline import Codes, text_of
from .mending import read_elements
from .xml_reading import child, children, local_name
from .xml_writing import XML_LANG


class TmxImporter:
    format = "tmx"
    extensions = (".tmx",)

    def sniff(self, head: bytes, name: str) -> float:
        if b"<tmx" in head.replace(b"\x00", b""):
            return 1.0
        return 0.7 if name.lower().endswith(self.extensions) else 0.0

    def read(self, data: bytes, name: str, options: Mapping[str, Any]) -> Document:
        """options: source, target (languages to take from a file with several; the header's, and English, else);
        recover, encoding (see mending.py). Raises FormatError; MendableError when an option would help."""
        rows = BilingualRows()
        wanted = [LanguagePair(str(options.get("source", "")), str(options.get("target", "")))]

        def take(event: str, element: Any) -> None:
            if event == "end":
                _read_unit(rows, element, wanted[0])
            elif local_name(element) == "header" and not wanted[0].source:
                wanted[0] = LanguagePair(element.get("srclang", ""), wanted[0].target)

        if not read_elements(data, name, options, rows, (("tmx", "header"), ("tu",)), take):
            raise FormatError(f"“{name}” is not a TMX file.", "Its first element is another one.")
        return rows.document(self.format, name)


def _read_unit(rows: BilingualRows, unit: Any, wanted: LanguagePair) -> None:
    variants = {_language(tuv): child(tuv, "seg") for tuv in children(unit, "tuv")}
    source_code = _pick(variants, wanted.source, FR_EN.source)
    others = {code: seg for code, seg in variants.items() if code != source_code}
    target_code = _pick(others, wanted.target, FR_EN.target)
    if source_code is None or target_code is None:
        rows.warn("Units in one language only were passed over.")
        return
    if len(variants) > 2:
        rows.warn("Units in more than two languages: only one pair of them was read.")
    source, target = variants[source_code], variants[target_code]
    codes = Codes()
    rows.pair = LanguagePair(source_code, target_code)
    own = {
        (prop.get("type") or "")[5:]: prop.text or ""
        for prop in children(unit, "prop")
        if (prop.get("type") or "").startswith("x-tg-")
    }
    notes = [text_of(note) for note in children(unit, "note")]
    segment = segment_of(unit.get("tuid", ""), codes.text(source), own, rows.next_paragraph)
    state = member(State, own.get("state"), State.INITIAL)
    rows.add(segment, target_of(codes.text(target), state, own), notes)


def _language(variant: Any) -> str:
    # TMX before 1.4 has lang without a namespace.
    return variant.get(XML_LANG) or variant.get("lang") or ""


def _pick(variants: Mapping[str, Any], wanted: str, otherwise: str) -> str | None:
    """The code that is ``wanted`` or of its language (fr for fr-CA), or of the language ``otherwise``, or the first."""
    codes = [code for code, seg in variants.items() if seg is not None]
    for language in (wanted, otherwise):
        for code in codes:
            if code.lower() == language.lower():
                return code
        for code in codes:
            if language and code.lower().split("-")[0] == language.lower().split("-")[0]:
                return code
    return codes[0] if codes else None
