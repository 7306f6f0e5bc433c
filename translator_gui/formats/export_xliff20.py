"""XLIFF 2.0: one unit a segment, in the standard's own four states; origins, notes and findings kept.

Source: XLIFF Version 2.0, OASIS Standard, 5 August 2014 (core).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from ..domain.finding import Finding
from ..domain.mqm import Annotation
from ..domain.protocols import ExportDocument
from ..domain.remark import Comment
from ..kit.errors import InputError
from ..kit.files import atomic_write
from .export_options import Empty, Entry, ExportOptions, dismissals_of, entries, findings_of, notes_of, remarks_of
from .remark_xml import REVIEW_AUTHOR, errors_of, remark_text, said_of, write_remarks
from .xml_writing import (
    ITS,
    TG,
    XML,
    XML_SPACE,
    Attributes,
    Identifiers,
    clean,
    coded_leaf,
    finding_text,
    leaf,
    original_of,
    own_attributes,
    write_issues,
)

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
FINDING = "finding"


class Xliff20Exporter:
    format = "xliff20"
    extension = ".xliff"

    def write(self, document: ExportDocument, path: Path, options: Mapping[str, Any]) -> list[Path]:
        """Raises InputError when there is no row to write: the standard has no empty file."""
        chosen = ExportOptions.of(options)
        written = list(entries(document, chosen, Empty.KEEP))
        if not written:
            raise InputError("There is nothing to export.", "Every row is left out by the options; choose others.")
        with atomic_write(path) as handle, etree.xmlfile(handle, encoding="utf-8") as xf:
            xf.write_declaration()
            pair = document.article.pair
            root = {"version": "2.0", "srcLang": pair.source, "trgLang": pair.target, f"{{{ITS}}}version": "2.0"}
            with (
                xf.element("xliff", root, nsmap={None: NAMESPACE, "xml": XML, "its": ITS, "tg": TG}),
                xf.element("file", _file_attributes(document)),
            ):
                xf.write("\n")
                identifiers = Identifiers()
                for entry in written:
                    _write_unit(xf, document, entry, chosen, identifiers)
        return [path]


def _file_attributes(document: ExportDocument) -> Attributes:
    article = document.article
    attributes = {
        "id": "f1",
        "original": original_of(article),
        XML_SPACE: "preserve",
        f"{{{TG}}}title": article.title,
        f"{{{TG}}}lead": article.lead,
    }
    return clean({name: value for name, value in attributes.items() if value})


def _write_unit(
    xf: Any, document: ExportDocument, entry: Entry, options: ExportOptions, identifiers: Identifiers
) -> None:
    row = entry.row
    token = identifiers.of(row.id)
    notes, found = notes_of(document, row, options), findings_of(document, row, options)
    remarks = remarks_of(document, row, options)
    errors, said = errors_of(remarks), said_of(remarks)
    with xf.element("unit", _unit_attributes(entry, token, bool(found or errors))):
        if found or errors:
            write_issues(xf, token, found, errors)
        write_remarks(xf, remarks, dismissals_of(document, row, options))
        if notes or found or said:
            _write_notes(xf, notes, found, said)
        with xf.element("segment", {"id": "s1", "state": row.target.state.value}):
            coded_leaf(xf, "source", entry.source, "xliff20", {XML_SPACE: "preserve"})
            if entry.target:
                coded_leaf(xf, "target", entry.target, "xliff20", {XML_SPACE: "preserve"})
    xf.write("\n")


def _unit_attributes(entry: Entry, token: str, has_findings: bool) -> Attributes:
    row = entry.row
    attributes: Attributes = {"id": token, XML_SPACE: "preserve"}
    if token != row.id:
        attributes["name"] = row.id
    if row.segment.excluded:
        attributes["translate"] = "no"
    if has_findings:
        attributes[f"{{{ITS}}}locQualityIssuesRef"] = f"#lqi-{token}"
    return clean({**attributes, **own_attributes(row)})


def _write_notes(
    xf: Any, notes: Sequence[str], findings: Sequence[Finding], said: Sequence[Annotation | Comment]
) -> None:
    with xf.element("notes"):
        for note in notes:
            leaf(xf, "note", note)
        for finding in findings:
            attributes = {
                "category": FINDING,
                "appliesTo": finding.side.value,
                "priority": str(4 - finding.severity.rank),
            }
            leaf(xf, "note", finding_text(finding), attributes)
        for remark in said:
            leaf(xf, "note", remark_text(remark), {"category": REVIEW_AUTHOR, "appliesTo": remark.side.value})
