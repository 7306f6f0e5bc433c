"""XLIFF 1.2: one trans-unit a segment; states, origins, notes and findings kept, white space preserved.

Source: XLIFF 1.2, OASIS Standard, 1 February 2008 (transitional schema).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from .. import __version__
from ..domain.finding import Finding
from ..domain.protocols import ExportDocument
from ..domain.segment import Origin, State, Target
from ..kit.files import atomic_write
from .export_options import Empty, Entry, ExportOptions, dismissals_of, entries, findings_of, notes_of, remarks_of
from .remark_xml import REVIEW_AUTHOR, errors_of, remark_text, said_of, write_remarks
from .xml_writing import (
    ITS,
    TG,
    XML,
    XML_LANG,
    XML_SPACE,
    Attributes,
    Identifiers,
    approved,
    clean,
    coded_leaf,
    finding_text,
    leaf,
    original_of,
    own_attributes,
    write_issues,
)

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
CHECK_AUTHOR = "translator-gui check"
_STATES = {State.TRANSLATED: "translated", State.REVIEWED: "signed-off", State.FINAL: "final"}
_QUALIFIERS = {Origin.ENGINE: "leveraged-mt", Origin.MEMORY: "leveraged-tm"}


class Xliff12Exporter:
    format = "xliff12"
    extension = ".xlf"

    def write(self, document: ExportDocument, path: Path, options: Mapping[str, Any]) -> list[Path]:
        chosen = ExportOptions.of(options)
        article = document.article
        file = {
            "original": original_of(article),
            "source-language": article.pair.source,
            "target-language": article.pair.target,
            "datatype": "plaintext",
            XML_SPACE: "preserve",
            f"{{{TG}}}title": article.title,
            f"{{{TG}}}lead": article.lead,
        }
        tool = {"tool-id": "translator-gui", "tool-name": "Translator GUI", "tool-version": __version__}
        with atomic_write(path) as handle, etree.xmlfile(handle, encoding="utf-8") as xf:
            xf.write_declaration()
            names = {None: NAMESPACE, "xml": XML, "its": ITS, "tg": TG}
            with (
                xf.element("xliff", {"version": "1.2", f"{{{ITS}}}version": "2.0"}, nsmap=names),
                xf.element("file", clean({name: value for name, value in file.items() if value})),
            ):
                with xf.element("header"):
                    leaf(xf, "tool", "", tool)
                xf.write("\n")
                with xf.element("body"):
                    xf.write("\n")
                    identifiers = Identifiers()
                    for entry in entries(document, chosen, Empty.KEEP):
                        _write_unit(xf, document, entry, chosen, identifiers)
        return [path]


def _write_unit(
    xf: Any, document: ExportDocument, entry: Entry, options: ExportOptions, identifiers: Identifiers
) -> None:
    row, pair = entry.row, document.article.pair
    token = identifiers.of(row.id)
    found, remarks = findings_of(document, row, options), remarks_of(document, row, options)
    errors = errors_of(remarks)
    with xf.element("trans-unit", _unit_attributes(entry, token, bool(found or errors))):
        coded_leaf(xf, "source", entry.source, "xliff12", {XML_LANG: pair.source})
        coded_leaf(xf, "target", entry.target, "xliff12", {XML_LANG: pair.target, **target_attributes(row.target)})
        for note in notes_of(document, row, options):
            leaf(xf, "note", note)
        for finding in found:
            leaf(xf, "note", finding_text(finding), _finding_attributes(finding))
        for remark in said_of(remarks):
            leaf(xf, "note", remark_text(remark), {"from": REVIEW_AUTHOR, "annotates": remark.side.value})
        if found or errors:
            write_issues(xf, token, found, errors)
        write_remarks(xf, remarks, dismissals_of(document, row, options))
    xf.write("\n")


def _unit_attributes(entry: Entry, token: str, has_findings: bool) -> Attributes:
    row = entry.row
    attributes: Attributes = {"id": token, XML_SPACE: "preserve"}
    if token != row.id:
        attributes["resname"] = row.id
    if approved(row.target.state):
        attributes["approved"] = "yes"
    if row.segment.excluded:
        attributes["translate"] = "no"
    if has_findings:
        attributes[f"{{{ITS}}}locQualityIssuesRef"] = f"#lqi-{token}"
    return clean({**attributes, **own_attributes(row)})


def target_attributes(target: Target) -> Attributes:
    state = _STATES.get(target.state, "needs-review-translation" if target.text else "needs-translation")
    attributes: Attributes = {"state": state}
    if target.rejected:
        attributes["state-qualifier"] = "rejected-inaccurate"
    elif target.origin in _QUALIFIERS:
        attributes["state-qualifier"] = _QUALIFIERS[target.origin]
    return attributes


def _finding_attributes(finding: Finding) -> Attributes:
    # Priority: 1 is the highest.
    return {"from": CHECK_AUTHOR, "annotates": finding.side.value, "priority": str(4 - finding.severity.rank)}
