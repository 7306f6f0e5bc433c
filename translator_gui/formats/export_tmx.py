"""TMX 1.4b: the pairs, with state, author, date and notes. Rows without a target are left out unless asked for.

Source: TMX 1.4b Specification, LISA OSCAR, https://www.gala-global.org/tmx-14b (DTD tmx14.dtd).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from .. import __version__
from ..domain.protocols import ExportDocument
from ..kit.files import atomic_write
from .export_options import Empty, Entry, ExportOptions, entries, findings_of, notes_of
from .inline import fill_coded
from .xml_writing import XML_LANG, Attributes, clean, finding_text, leaf, properties_of


class TmxExporter:
    format = "tmx"
    extension = ".tmx"
    pairs_only = True

    def write(self, document: ExportDocument, path: Path, options: Mapping[str, Any]) -> list[Path]:
        chosen = ExportOptions.of(options)
        with atomic_write(path) as handle, etree.xmlfile(handle, encoding="utf-8") as xf:
            xf.write_declaration()
            xf.write_doctype('<!DOCTYPE tmx SYSTEM "tmx14.dtd">')
            with xf.element("tmx", version="1.4"):
                xf.write("\n")
                _write_header(xf, document)
                with xf.element("body"):
                    xf.write("\n")
                    for entry in entries(document, chosen, Empty.SKIP):
                        xf.write(_unit(document, entry, chosen), with_tail=True)
        return [path]


def _write_header(xf: Any, document: ExportDocument) -> None:
    header = {
        "creationtool": "Translator GUI",
        "creationtoolversion": __version__,
        "segtype": "sentence",
        "o-tmf": "translator-gui",
        "adminlang": "en",
        "srclang": document.article.pair.source,
        "datatype": "plaintext",
    }
    leaf(xf, "header", "", header)
    xf.write("\n")


def _unit(document: ExportDocument, entry: Entry, options: ExportOptions) -> Any:
    pair, target = document.article.pair, entry.row.target
    attributes: Attributes = {"tuid": entry.row.id}
    if stamp := tmx_date(target.at):
        attributes["changedate"] = stamp
    if target.by:
        attributes["changeid"] = target.by
    unit = etree.Element("tu", clean(attributes))
    for note in notes_of(document, entry.row, options):
        _add(unit, "note", note)
    for name, value in properties_of(entry.row):
        _add(unit, "prop", value, {"type": f"x-tg-{name}"})
    for finding in findings_of(document, entry.row, options):
        _add(unit, "prop", finding_text(finding), {"type": "x-tg-finding"})
    for language, text in ((pair.source, entry.source), (pair.target, entry.target)):
        fill_coded(_add(_add(unit, "tuv", None, {XML_LANG: language}), "seg", None), text, "tmx")
    unit.tail = "\n"
    return unit


def _add(parent: Any, tag: str, text: str | None, attributes: Attributes | None = None) -> Any:
    element = etree.SubElement(parent, tag, attributes or {})
    element.text = text
    return element


def tmx_date(stamp: str) -> str:
    """ISO 8601 in UTC -> YYYYMMDDThhmmssZ; "" for anything else."""
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)", stamp)
    return "{}{}{}T{}{}{}Z".format(*match.groups()) if match else ""
