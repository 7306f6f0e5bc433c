"""An XLIFF file as it came in, with the targets as they are now: native codes, foreign attributes, comments and all
that is not a target are kept; a unit whose text and state are as they were is not touched.

The file is read again, and each segment found by its place in the text of the sources, so that segments may have been
split and joined meanwhile. Codes of a target are copies of those of its source.
Source: XLIFF 1.2, 2.2 (states); XLIFF 2.0, 4.3.1.17 (state).
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from lxml import etree

from ..domain.protocols import ExportDocument
from ..domain.segment import Row, State
from ..kit.errors import FormatError, InputError
from ..kit.files import atomic_write
from ..text.spans import solid
from ..text.xml_characters import strip_forbidden
from .archives import parse_xml
from .export_xliff12 import target_attributes
from .import_xliff import SDL_STATES, marks, sdl_segment, sdl_state, target12
from .inline import Codes
from .native_codes import NativeCodes
from .xml_reading import child, children, local_name

_ORDER = list(State)
_CONFIRMED = (State.REVIEWED, State.FINAL)
_SDL = {state: name for name, state in reversed(SDL_STATES.items())}


class XliffBackExporter:
    format = "xliff"
    extension = ".target.xlf"

    def write(self, document: ExportDocument, path: Path, options: Mapping[str, Any]) -> list[Path]:
        """Raises InputError when the article did not come in as XLIFF, FormatError when the file and the article do
        not belong together."""
        original = document.original
        if original is None or original.format != self.format:
            hint = "XLIFF 1.2 and 2.0 can be written from any article."
            raise InputError("Only an article that came from an XLIFF file can be written into it.", hint)
        root = parse_xml(original.data, original.name)
        parts = list(_parts(root))
        _give_rows(parts, document)
        touched = False
        for _, group in groupby(parts, key=lambda part: id(part.unit)):
            touched = _write_unit(list(group)) or touched
        if touched:
            _name_language(root, document.article.pair.target)
        with atomic_write(path) as handle:
            handle.write(_bytes_of(root, original.data))
        return [path]


@dataclass
class _Part:
    """What is one segment at import. holder: the unit, or the XLIFF 2 <segment>; target: its element, None when there
    is none yet. mid: of a sentence in a unit that its tool has split, else None. rows: of the article as it is now."""

    unit: Any
    holder: Any
    source: Any
    target: Any
    state: State
    mid: str | None = None
    rows: list[Row] = field(default_factory=list)
    follows: bool = False  # its words stand in the part before, to which it was joined

    def __post_init__(self) -> None:
        codes = Codes()
        self.text, self.translation = codes.text(self.source), codes.text(self.target)

    @property
    def new_text(self) -> str:
        return " ".join(filter(None, (row.target.text.strip() for row in self.rows)))

    @property
    def altered(self) -> bool:
        if not self.rows:
            return self.follows and bool(self.translation.strip())
        return self.new_text != self.translation.strip()

    @property
    def new_state(self) -> State:
        if not self.rows:
            return self.state
        return min((row.target.state for row in self.rows), key=_ORDER.index)


def _parts(root: Any) -> Iterator[_Part]:
    """In the order of the file."""
    for unit in root.iter("{*}trans-unit", "{*}unit"):
        if local_name(unit) == "unit":
            for each in children(unit, "segment"):
                state = next((s for s in State if s.value == each.get("state")), State.INITIAL)
                yield _Part(unit, each, child(each, "source"), child(each, "target"), state)
            continue
        segmented, target = child(unit, "seg-source"), child(unit, "target")
        if segmented is None:
            yield _Part(unit, unit, child(unit, "source"), target, target12(unit, target, "", {}).state)
            continue
        translated = {mark.get("mid"): mark for mark in marks(target)}
        for mark in marks(segmented):
            mid = mark.get("mid")
            state = sdl_state(unit, mid) or target12(unit, target, "", {}).state
            yield _Part(unit, unit, mark, translated.get(mid), state, mid)


def _give_rows(parts: Sequence[_Part], document: ExportDocument) -> None:
    """Each row to the part in which it begins. Rows that are not exported leave their part as it is."""
    segments = document.article.segments
    if "".join(solid(s.source) for s in segments) != "".join(solid(part.text) for part in parts):
        raise FormatError(
            "The original of this article reads differently now.", "Export it as XLIFF 1.2 or 2.0: a new file."
        )
    rows = {row.id: row for row in document.rows}
    ends: list[int] = []
    for part in parts:
        ends.append((ends[-1] if ends else 0) + len(solid(part.text)))
    at = number = 0
    for segment in segments:
        length = len(solid(segment.source))
        while length and ends[number] <= at:
            number += 1
        if length and segment.id in rows and not segment.excluded:
            parts[number].rows.append(rows[segment.id])
            after = number + 1
            while after < len(parts) and ends[after] <= at + length:
                parts[after].follows = ends[after] > ends[after - 1]
                after += 1
        at += length


# -- one unit ----------------------------------------------------------------------------------------------------


def _write_unit(parts: list[_Part]) -> bool:
    """Did anything in it alter?"""
    texts = [part for part in parts if part.altered]
    states = [part for part in parts if part.new_state is not part.state]
    if not texts and not states:
        return False
    unit = parts[0].unit
    if local_name(unit) == "unit":
        for part in parts:
            if part in texts:
                _fill(part, _target_of(part.holder, part.source))
            if part in states or part in texts:
                part.holder.set("state", part.new_state.value)
                part.holder.attrib.pop("subState", None)  # it tells of another state
        return True
    if parts[0].mid is None:
        target = _target_of(unit, parts[0].source) if texts else parts[0].target
        if texts:
            _fill(parts[0], target)
    else:
        target = _write_sentences(unit, parts, texts)
    _set_states12(unit, target, parts)
    return True


def _write_sentences(unit: Any, parts: list[_Part], altered: list[_Part]) -> Any:
    """The <target> of a unit that its tool has split: its sentences stand in it as in the <seg-source>."""
    segmented, target = child(unit, "seg-source"), child(unit, "target")
    if altered and any(part.target is None for part in altered):
        whole = deepcopy(segmented)
        whole.tag, whole.tail = segmented.tag.replace("seg-source", "target"), segmented.tail
        for key, value in ({} if target is None else target.attrib).items():
            whole.set(key, value)
        places = {mark.get("mid"): mark for mark in marks(whole)}
        for part in parts:
            place = places[part.mid]
            _empty(place)
            if part.target is not None:
                place.text = part.target.text
                place.extend(deepcopy(each) for each in part.target)
            part.target = place
        if target is not None:
            unit.replace(target, whole)
        else:
            segmented.addnext(whole)
        target = whole
    for part in altered:
        _fill(part, part.target)
    return target


def _target_of(holder: Any, source: Any) -> Any:
    """The <target> beside a source; made when there is none."""
    target = child(holder, "target")
    if target is None:
        target = source.makeelement(source.tag.replace("source", "target"))
        source.addnext(target)
        target.tail, source.tail = source.tail, source.tail
    return target


def _fill(part: _Part, target: Any) -> None:
    """The new text between the white space that the source has at its ends."""
    codes = NativeCodes(part.source, part.target)
    _empty(target)
    text, inner = part.new_text, part.text.strip()
    if text and inner:
        lead, tail = part.text.split(inner, 1)
        text = lead + text + tail
    codes.fill(target, strip_forbidden(text))


def _empty(element: Any) -> None:
    """Without its content; attributes and what comes behind it stay."""
    for each in list(element):
        element.remove(each)
    element.text = None


def _set_states12(unit: Any, target: Any, parts: list[_Part]) -> None:
    """What holds for all sentences of the unit, in the words of XLIFF 1.2 and of the tool that wrote it."""
    state = min((part.new_state for part in parts), key=_ORDER.index)
    row = next((row for part in parts for row in part.rows if row.target.state is state), None)
    if target is not None and row is not None:
        target.attrib.pop("state-qualifier", None)
        for key, value in target_attributes(row.target).items():
            target.set(key, value)
    if state in _CONFIRMED:
        unit.set("approved", "yes")
    elif unit.get("approved") is not None:
        unit.set("approved", "no")
    for key in unit.attrib:  # Memsource
        if key.startswith("{http://www.memsource.com/") and key.endswith("}confirmed"):
            unit.set(key, "1" if state in _CONFIRMED else "0")
    for part in parts:
        said = sdl_segment(unit, part.mid)
        if said is not None and part.rows and (part.altered or part.new_state is not part.state):
            said.set("conf", _SDL[part.new_state])


def _name_language(root: Any, language: str) -> None:
    """A file that had no targets may not say of which language they are."""
    if root.get("srcLang") and not root.get("trgLang"):
        root.set("trgLang", language)
    for file in root.iter("{*}file"):
        if file.get("source-language") and not file.get("target-language"):
            file.set("target-language", language)


def _bytes_of(root: Any, data: bytes) -> bytes:
    tree = root.getroottree()
    info = tree.docinfo
    encoding = info.encoding or "UTF-8"
    made: bytes = etree.tostring(tree, encoding=encoding, xml_declaration=True, standalone=info.standalone or None)
    return codecs.BOM_UTF8 + made if data.startswith(codecs.BOM_UTF8) else made
