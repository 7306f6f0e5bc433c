"""XLIFF 1.2 and 2.0 (and the dialects of other tools): one segment a unit, or a segment where the file has several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..domain.article import Document
from ..domain.language import LanguagePair
from ..domain.original import Original
from ..domain.segment import Exclusion, Origin, Segment, State, Target
from ..kit.errors import FormatError
from .bilingual_rows import BilingualRows, member, segment_of, target_of
from .export_xliff12 import CHECK_AUTHOR
from .export_xliff20 import FINDING
from .inline import Codes, text_of
from .mending import read_elements
from .remark_xml import REVIEW_AUTHOR, read_dismissals, read_remarks
from .xml_reading import child, children, local_name, own_attributes
from .xml_writing import TG

_STATES = {"translated": State.TRANSLATED, "signed-off": State.REVIEWED, "final": State.FINAL}
# The confirmation levels of SDLXLIFF; the first of each of our states is the one we write.
SDL_STATES = {
    "Draft": State.INITIAL,
    "Translated": State.TRANSLATED,
    "ApprovedTranslation": State.REVIEWED,
    "ApprovedSignOff": State.FINAL,
    "RejectedTranslation": State.INITIAL,
    "RejectedSignOff": State.TRANSLATED,
}
_QUALIFIERS = {
    "leveraged-mt": Origin.ENGINE,
    "mt-suggestion": Origin.ENGINE,
    "leveraged-tm": Origin.MEMORY,
    "tm-suggestion": Origin.MEMORY,
    "exact-match": Origin.MEMORY,
    "fuzzy-match": Origin.MEMORY,
    "id-match": Origin.MEMORY,
}


class XliffImporter:
    format = "xliff"
    extensions = (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff")

    def sniff(self, head: bytes, name: str) -> float:
        if b"<xliff" in head.replace(b"\x00", b""):
            return 1.0
        return 0.7 if name.lower().endswith(self.extensions) else 0.0

    def read(self, data: bytes, name: str, options: Mapping[str, Any]) -> Document:
        """options: recover, encoding (see mending.py).

        Raises FormatError: not XML (with the line), not XLIFF, no unit; MendableError when an option would help.
        """
        rows = BilingualRows()
        ours = False

        def take(event: str, element: Any) -> None:
            nonlocal ours
            if event == "start":
                ours = ours or bool(own_attributes(element, TG))
                _read_frame(rows, element)
            elif local_name(element) == "unit":
                _read_unit20(rows, element)
            else:
                _read_unit12(rows, element)

        if not read_elements(data, name, options, rows, (("xliff", "file"), ("trans-unit", "unit")), take):
            raise FormatError(f"“{name}” is not an XLIFF file.", "Its first element is another one.")
        document = rows.document(self.format, name)
        # What we wrote ourselves, and what was mended, is better written anew.
        whole = not (ours or options.get("recover") or options.get("encoding"))
        return replace(document, original=Original(self.format, name, data)) if whole else document


def _read_frame(rows: BilingualRows, element: Any) -> None:
    """<xliff> and <file>: languages, title, where it came from."""
    own = own_attributes(element, TG)
    source = element.get("srcLang") or element.get("source-language")
    target = element.get("trgLang") or element.get("target-language")
    if source:
        rows.pair = LanguagePair(source, target or rows.pair.target)
    if local_name(element) == "file":
        rows.title = rows.title or own.get("title", "")
        rows.origin = rows.origin or element.get("original", "")
        if rows.next_paragraph == 0:
            rows.lead += own.get("lead", "")


# -- XLIFF 1.2


def _read_unit12(rows: BilingualRows, unit: Any) -> None:
    source, target = child(unit, "source"), child(unit, "target")
    codes = Codes()
    own = own_attributes(unit, TG)
    notes = [text_of(note) for note in children(unit, "note") if note.get("from") not in (CHECK_AUTHOR, REVIEW_AUTHOR)]
    segmented = child(unit, "seg-source")
    if segmented is not None and not own:
        _read_segments12(rows, unit, segmented, target, notes)
        return
    id_ = unit.get("resname") if own and unit.get("resname") else unit.get("id", "")
    segment = _excluded(unit, segment_of(id_, codes.text(source), own, rows.next_paragraph))
    rows.add(segment, target12(unit, target, codes.text(target), own), notes, read_remarks(unit), read_dismissals(unit))


def _read_segments12(rows: BilingualRows, unit: Any, segmented: Any, target: Any, notes: list[str]) -> None:
    """A trans-unit that its tool has split into sentences (<mrk mtype="seg">)."""
    translated = {mark.get("mid"): mark for mark in marks(target)}
    paragraph = rows.next_paragraph
    sentences = marks(segmented)
    for number, mark in enumerate(sentences):
        last = number == len(sentences) - 1
        id_ = f"{unit.get('id', '')}-{mark.get('mid', number)}"
        codes = Codes()
        segment = segment_of(id_, codes.text(mark), {}, paragraph, (mark.tail or " ") if not last else "\n")
        text = codes.text(translated.get(mark.get("mid")))
        drafted = target12(unit, target, text, {})
        state = sdl_state(unit, mark.get("mid"))
        drafted = drafted if state is None or not text.strip() else replace(drafted, state=state)
        rows.add(_excluded(unit, segment), drafted, notes if number == 0 else ())


def marks(element: Any) -> list[Any]:
    """The sentences of a <seg-source> or <target>."""
    if element is None:
        return []
    return [mark for mark in element.iter() if local_name(mark) == "mrk" and mark.get("mtype") == "seg"]


def sdl_segment(unit: Any, mid: str | None) -> Any:
    """Where Trados keeps the state of a sentence (<sdl:seg> in <sdl:seg-defs>), or None."""
    holder = child(unit, "seg-defs")
    found = [] if holder is None else [each for each in children(holder, "seg") if each.get("id") == mid]
    return found[0] if found else None


def sdl_state(unit: Any, mid: str | None) -> State | None:
    """None where Trados says nothing."""
    segment = sdl_segment(unit, mid)
    return None if segment is None else SDL_STATES.get(segment.get("conf", ""), State.INITIAL)


def target12(unit: Any, target: Any, text: str, own: Mapping[str, str]) -> Target:
    get = (lambda name: None) if target is None else target.get
    qualifier = get("state-qualifier") or ""
    state = _STATES.get(get("state") or "", State.INITIAL)
    if unit.get("approved") == "yes" and state is not State.FINAL:
        state = State.REVIEWED
    known = dict(own)
    if qualifier.startswith("rejected"):
        known.setdefault("rejected", qualifier)
    return target_of(text, state, known, _QUALIFIERS.get(qualifier, Origin.DRAFT))


def _excluded(unit: Any, segment: Segment) -> Segment:
    if unit.get("translate") != "no" or segment.excluded:
        return segment
    # Another program says it is not to be translated: as good as a person's word.
    return replace(segment, exclusion=Exclusion.BY_HAND)


# -- XLIFF 2.0


def _read_unit20(rows: BilingualRows, unit: Any) -> None:
    own = own_attributes(unit, TG)
    holder = child(unit, "notes")
    machine = (FINDING, REVIEW_AUTHOR) if own else ()
    notes = [text_of(n) for n in ([] if holder is None else holder) if n.get("category") not in machine]
    id_ = unit.get("name") if own and unit.get("name") else unit.get("id", "")
    paragraph, number = rows.next_paragraph, 0
    parts = [part for part in unit if local_name(part) in ("segment", "ignorable")]
    for place, part in enumerate(parts):
        source, target = child(part, "source"), child(part, "target")
        last = place == len(parts) - 1
        if local_name(part) == "ignorable":
            rows.add(Segment("", "", text_of(source) + ("\n" if last else "")), Target())
            continue
        codes = Codes()
        number += 1
        part_id = id_ if number == 1 else f"{id_}-{part.get('id', number)}"
        segment = segment_of(part_id, codes.text(source), own, paragraph, "\n" if last else "")
        state = member(State, part.get("state"), State.INITIAL)
        first = (notes, read_remarks(unit), read_dismissals(unit)) if number == 1 else ((), (), ())
        rows.add(_excluded(unit, segment), target_of(codes.text(target), state, own), *first)
