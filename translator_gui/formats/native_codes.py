"""Placeables back to the very elements that they were read from: codes of another program, with all it put in them."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from ..text.placeables import Tag, TagKind, parts
from .inline import PAIRS, Codes, Met, met
from .xml_reading import local_name


class NativeCodes:
    """The codes of a unit: its source's, and those that its target alone has."""

    def __init__(self, source: Any, target: Any) -> None:
        codes = Codes()
        self._elements: dict[Tag, Any] = {}
        for side in (source, target):
            for part in () if side is None else met(side, codes):
                if isinstance(part, Met):
                    self._elements.setdefault(part.tag, deepcopy(part.element))

    def fill(self, element: Any, text: str) -> None:
        """Put a text with placeables into an empty element. A code met a second time is left out, pairs that cross are
        closed with the outer one; what is no code of this unit is text."""
        open_now: list[tuple[int, Any]] = []
        used: set[Tag] = set()
        for part in parts(text):
            within = open_now[-1][1] if open_now else element
            native = None if isinstance(part, str) else self._elements.get(part)
            if isinstance(part, str) or native is None:
                _add_text(within, str(part))
            elif part in used:
                continue
            elif local_name(native) not in PAIRS:
                used.add(part)
                code = deepcopy(native)
                code.tail = None
                within.append(code)
            elif part.kind is TagKind.OPEN:
                used.add(part)
                code = within.makeelement(native.tag, native.attrib, nsmap=native.nsmap)
                within.append(code)
                open_now.append((part.number, code))
            elif part.number in [number for number, _ in open_now]:
                del open_now[[number for number, _ in open_now].index(part.number) :]


def _add_text(element: Any, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
