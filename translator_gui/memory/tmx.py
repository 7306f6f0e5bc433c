"""Units from and to TMX 1.4b, one at a time: a memory of any size passes through. The XML is read elsewhere, safely,
and comes here as events.

Source: TMX 1.4b Specification, LISA OSCAR, https://www.gala-global.org/tmx-14b
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import IO, Any

from lxml import etree

from .. import __version__
from ..domain.language import FR_EN, LanguagePair
from ..domain.unit import TranslationUnit
from ..kit.errors import FormatError
from ..text.xml_characters import strip_forbidden

STARTS, ENDS = ("tmx", "header"), ("tu",)  # the elements read_units asks for
_XML = "http://www.w3.org/XML/1998/namespace"
_XML_LANG = f"{{{_XML}}}lang"
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})  # their content is another program's markup
_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z")
_MACHINES = re.compile(r"(?i)\b(?:MT|machine|deepl|google|engine)\b")


def read_units(
    events: Iterable[tuple[str, Any]], name: str, pair: LanguagePair = FR_EN, origin: str = ""
) -> Iterator[TranslationUnit]:
    """Units of ``pair`` (of its languages, whatever the regions) from ("start" | "end", element) of STARTS and ENDS.

    origin: of units that do not name one. A unit without both languages, or with an empty side, is passed over.
    Raises FormatError when it is no TMX file.
    """
    seen = False
    for event, element in events:
        seen = True
        if event == "end":
            unit = _unit(element, pair, origin)
            if unit is not None:
                yield unit
    if not seen:
        raise FormatError(f"“{name}” is not a TMX file.", "Its first element is another one.")


def _unit(element: Any, pair: LanguagePair, origin: str) -> TranslationUnit | None:
    texts: dict[str, str] = {}
    about = [element]
    for variant in (child for child in element if _local(child) == "tuv"):
        code = (variant.get(_XML_LANG) or variant.get("lang") or "").split("-")[0].lower()
        segment = next((child for child in variant if _local(child) == "seg"), None)
        if segment is not None and code not in texts:
            texts[code] = " ".join(_text(segment).split())
            if code == pair.target.split("-")[0]:
                about.insert(0, variant)  # who wrote the target knows better than who made the unit
    source, target = (texts.get(code.split("-")[0].lower(), "") for code in (pair.source, pair.target))
    if not source or not target:
        return None
    properties = {(p.get("type") or "").lower(): p.text or "" for p in element.iter() if _local(p) == "prop"}
    created, changed = _date(_first(about, "creationdate")), _date(_first(about, "changedate"))
    by = properties.get("x-tg-by") or _first(about, "changeid") or _first(about, "creationid")
    engine = properties.get("x-tg-unit-engine") or (by if _MACHINES.search(by) else "")
    return TranslationUnit(
        source, target, pair, by, created or changed, changed or created,
        properties.get("x-tg-unit-origin") or properties.get("x-document") or origin,
        properties.get("x-tg-before", ""), engine=engine,
    )  # fmt: skip


def _first(elements: list[Any], attribute: str) -> str:
    return next((value for element in elements if (value := element.get(attribute))), "")


def _text(element: Any) -> str:
    """The text of a <seg> without native codes."""
    parts = [element.text or ""]
    for inner in element:
        if _local(inner) not in _CODES:
            parts.append(_text(inner))
        parts.append(inner.tail or "")
    return "".join(parts)


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _date(stamp: str) -> str:
    match = _STAMP.fullmatch(stamp)
    return "{}-{}-{}T{}:{}:{}+00:00".format(*match.groups()) if match else ""


def write_units(units: Iterable[TranslationUnit], out: IO[bytes], language: str = FR_EN.source) -> int:
    """Write a TMX file as the units come. language: of the header. Returns how many were written."""
    header = {
        "creationtool": "Translator GUI", "creationtoolversion": __version__, "segtype": "sentence",
        "o-tmf": "translator-gui", "adminlang": "en", "srclang": language, "datatype": "plaintext",
    }  # fmt: skip
    count = 0
    with etree.xmlfile(out, encoding="utf-8") as xf:
        xf.write_declaration()
        xf.write_doctype('<!DOCTYPE tmx SYSTEM "tmx14.dtd">')
        with xf.element("tmx", version="1.4"):
            xf.write(etree.Element("header", header))
            with xf.element("body"):
                for unit in units:
                    xf.write(_element(unit))
                    count += 1
    return count


def _element(unit: TranslationUnit) -> Any:
    dates = {"creationdate": tmx_date(unit.created), "changedate": tmx_date(unit.changed), "changeid": unit.by}
    element = etree.Element("tu", {name: strip_forbidden(value) for name, value in dates.items() if value})
    element.tail = "\n"
    for name, value in (("unit-origin", unit.origin), ("before", unit.before), ("unit-engine", unit.engine)):
        if value:
            etree.SubElement(element, "prop", {"type": f"x-tg-{name}"}).text = strip_forbidden(value)
    for code, text in ((unit.pair.source, unit.source), (unit.pair.target, unit.target)):
        variant = etree.SubElement(element, "tuv", {_XML_LANG: code})
        etree.SubElement(variant, "seg").text = strip_forbidden(text)
    return element


def tmx_date(stamp: str) -> str:
    """ISO 8601 in UTC -> YYYYMMDDThhmmssZ; "" for anything else."""
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)", stamp)
    return "{}{}{}T{}{}{}Z".format(*match.groups()) if match else ""
