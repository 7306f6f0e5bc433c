"""TBX, the exchange format of termbases: version 2 (TBX-Basic, ISO 30042:2008) and version 3 (ISO 30042:2019, DCA).

The XML itself is read elsewhere, safely, and comes here as events; what is written is TBX-Basic of either version.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import IO, Any

from lxml import etree

from ..domain.language import FR_EN, LanguagePair
from ..domain.term import Term
from ..kit.errors import FormatError
from ..text.xml_characters import strip_forbidden

ROOTS = ("martif", "tbx")
ENTRIES = ("termEntry", "conceptEntry")
TBX3 = "urn:iso:std:iso:30042:ed-2"
_XML = "http://www.w3.org/XML/1998/namespace"  # named in nsmap: the incremental writer would make up a prefix
_XML_LANG = f"{{{_XML}}}lang"
_FORBIDDEN = frozenset(
    {"deprecatedTerm-admn-sts", "supersededTerm-admn-sts", "deprecatedTerm", "supersededTerm", "forbidden"}
)
_STATUS = "deprecatedTerm-admn-sts"


def read_tbx(events: Iterable[tuple[str, Any]], name: str, pair: LanguagePair = FR_EN) -> Iterator[Term]:
    """Terms of ``pair`` from ("start" | "end", element) of ROOTS and ENTRIES, every source term of a concept with every
    target term. A source term that is deprecated is left out. Raises FormatError when it is no TBX file."""
    seen = False
    for event, element in events:
        local = _local(element)
        seen = seen or local in ROOTS
        if event == "end" and local in ENTRIES:
            yield from _concept(element, pair)
    if not seen:
        raise FormatError(f"“{name}” is not a TBX file.", "Its first element is another one.")


def _concept(entry: Any, pair: LanguagePair) -> Iterator[Term]:
    sources: list[tuple[str, bool]] = []
    targets: list[tuple[str, bool]] = []
    for section in _inside(entry, ("langSet", "langSec")):
        code = (section.get(_XML_LANG) or section.get("lang") or "").lower()
        for wanted, terms in ((pair.source, sources), (pair.target, targets)):
            if code.split("-")[0] == wanted.split("-")[0].lower():
                terms += _terms(section)
    note = " ".join(_notes(entry))
    for source, deprecated in sources:
        for target, forbidden in targets:
            if not deprecated:
                yield Term(source, target, pair, note, forbidden)


def _terms(section: Any) -> list[tuple[str, bool]]:
    found = []
    for group in _inside(section, ("tig", "ntig", "termSec")):
        term = next(iter(_inside(group, ("term",))), None)
        text = " ".join("".join(term.itertext()).split()) if term is not None else ""
        statuses = [(n.get("type") or _local(n), (n.text or "").strip()) for n in group.iter() if _is_status(n)]
        if text:
            found.append((text, any(value in _FORBIDDEN for _, value in statuses)))
    return found


def _is_status(element: Any) -> bool:
    named = _local(element) in ("termNote", "administrativeStatus")
    return named and (element.get("type") in (None, "administrativeStatus", "normativeAuthorization"))


def _notes(entry: Any) -> list[str]:
    parts = [e for e in entry.iter() if _local(e) in ("note", "descrip", "definition") and (e.text or "").strip()]
    wanted = [e for e in parts if _local(e) != "descrip" or e.get("type") in ("definition", "context", None)]
    return list(dict.fromkeys(" ".join(e.text.split()) for e in wanted))


def _inside(element: Any, names: tuple[str, ...]) -> list[Any]:
    return [each for each in element.iter() if _local(each) in names]


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def write_tbx(terms: Iterable[Term], out: IO[bytes], version: int = 3) -> int:
    """Write terms as TBX-Basic, one concept a source term. version: 2 or 3. Returns how many terms were written."""
    ordered = sorted(terms, key=lambda term: (str(term.pair), term.source))
    with etree.xmlfile(out, encoding="utf-8") as xf:
        xf.write_declaration()
        if version == 2:
            xf.write_doctype('<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">')
        with _root(xf, version, ordered[0].pair.source if ordered else "en"):
            xf.write(_header(version), pretty_print=True)
            with xf.element("text"), xf.element("body"):
                xf.write("\n")
                groups = groupby(ordered, key=lambda term: (term.pair, term.source))
                for number, ((pair, source), group) in enumerate(groups, start=1):
                    xf.write(_entry(number, pair, source, list(group), version), pretty_print=True)
    return len(ordered)


def _root(xf: Any, version: int, language: str) -> Any:
    if version == 2:
        return xf.element("martif", {"type": "TBX-Basic", _XML_LANG: language}, nsmap={"xml": _XML})
    names = {"type": "TBX-Basic", "style": "dca", _XML_LANG: language}
    return xf.element("tbx", names, nsmap={None: TBX3, "xml": _XML})


def _header(version: int) -> Any:
    header = etree.Element("martifHeader" if version == 2 else "tbxHeader")
    description = etree.SubElement(etree.SubElement(header, "fileDesc"), "sourceDesc")
    etree.SubElement(description, "p").text = "Exported from Translator GUI"
    if version == 2:
        encoding = etree.SubElement(header, "encodingDesc")
        etree.SubElement(encoding, "p", {"type": "XCSURI"}).text = "TBXBasicXCSV02.xcs"
    return header


def _entry(number: int, pair: LanguagePair, source: str, terms: list[Term], version: int) -> Any:
    entry = etree.Element("termEntry" if version == 2 else "conceptEntry", {"id": f"c{number}"})
    for note in dict.fromkeys(term.note for term in terms if term.note):
        etree.SubElement(entry, "descrip", {"type": "definition"}).text = strip_forbidden(note)
    _section(entry, pair.source, [(source, False)], version)
    _section(entry, pair.target, [(term.target, term.forbidden) for term in terms], version)
    return entry


def _section(entry: Any, language: str, terms: list[tuple[str, bool]], version: int) -> None:
    section = etree.SubElement(entry, "langSet" if version == 2 else "langSec", {_XML_LANG: language})
    for text, forbidden in terms:
        group = etree.SubElement(section, "tig" if version == 2 else "termSec")
        etree.SubElement(group, "term").text = strip_forbidden(text)
        if forbidden:
            etree.SubElement(group, "termNote", {"type": "administrativeStatus"}).text = _STATUS
