"""What the TMX and XLIFF writers share: leaves, identifiers, our own properties, findings as ITS 2.0 issues.

Source: ITS 2.0, Localization Quality Issue, https://www.w3.org/TR/its20/#lqissue
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from ..domain.article import Article
from ..domain.finding import Finding, Severity
from ..domain.mqm import MISSING, Annotation
from ..domain.segment import Exclusion, Origin, Row, SegmentKind, State
from ..text.xml_characters import strip_forbidden
from .inline import coded_parts

Attributes = dict[str, str]

# Named in every nsmap: lxml's incremental writer would make up a prefix for it, which XML forbids.
XML = "http://www.w3.org/XML/1998/namespace"
XML_LANG, XML_SPACE, XML_ID = f"{{{XML}}}lang", f"{{{XML}}}space", f"{{{XML}}}id"
ITS = "http://www.w3.org/2005/11/its"
TG = "urn:translator-gui:1"

_ITS_SEVERITY = {Severity.NEUTRAL: "0", Severity.MINOR: "10", Severity.MAJOR: "50", Severity.CRITICAL: "100"}
# The last step of an MQM category -> ITS 2.0 issue type, where the two words differ or need no guess.
_ITS_TYPES = {
    "mistranslation": "mistranslation",
    "omission": "omission",
    "addition": "addition",
    "untranslated": "untranslated",
    "number": "numbers",
    "numbers": "numbers",
    "terminology": "terminology",
    "grammar": "grammar",
    "spelling": "misspelling",
    "punctuation": "typographical",
    "typography": "typographical",
    "duplication": "duplication",
    "whitespace": "whitespace",
    "length": "length",
    "style": "style",
    "register": "register",
    "inconsistency": "inconsistency",
}
_ITS_TOPS = {
    "accuracy": "mistranslation",
    "linguistic-conventions": "grammar",
    "locale-conventions": "locale-violation",
}


def leaf(xf: Any, tag: str, text: str, attributes: Mapping[str, str] | None = None) -> None:
    """An element that holds text alone."""
    with xf.element(tag, clean(attributes or {})):
        if text:
            xf.write(text)


def coded_leaf(xf: Any, tag: str, text: str, dialect: str, attributes: Mapping[str, str] | None = None) -> None:
    """An element that holds text with placeables, which become inline codes of that dialect (see inline.py)."""
    prefix = tag[: tag.index("}") + 1] if tag.startswith("{") else ""
    with xf.element(tag, clean(attributes or {})):
        for part in coded_parts(text, dialect):
            if isinstance(part, tuple):
                leaf(xf, prefix + part[0], "", part[1])
            elif part:
                xf.write(part)


def clean(attributes: Mapping[str, str]) -> Attributes:
    return {name: strip_forbidden(value) for name, value in attributes.items()}


class Identifiers:
    """Segment ids -> XML NMTOKENs that are also NCNames, each once. An id that is one already is kept as it is."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}  # token -> the number to try next for another like it

    def of(self, raw: str) -> str:
        token = re.sub(r"[^A-Za-z0-9._-]", "_", raw)
        if not re.match(r"[A-Za-z_]", token):
            token = f"s{token}" if token else "s"
        unique, number = token, self._given.get(token, 1)
        while unique in self._given:
            number += 1
            unique = f"{token}-{number}"
        self._given[token], self._given[unique] = number, 1
        return unique


def properties_of(row: Row) -> Iterator[tuple[str, str]]:
    """What the standards have no word for and a re-import needs, as (name, value); defaults are left out."""
    segment, target = row.segment, row.target
    yield "state", target.state.value
    if target.origin is not Origin.NONE:
        yield "origin", target.origin.value
    for name, value in (("engine", target.engine), ("by", target.by), ("at", target.at), ("rejected", target.rejected)):
        if value:
            yield name, strip_forbidden(value)
    if target.locked:
        yield "locked", "yes"
    if segment.exclusion is not Exclusion.NONE:
        yield "exclusion", segment.exclusion.value
    if segment.kind is not SegmentKind.PARAGRAPH:
        yield "kind", segment.kind.value
    if segment.level:
        yield "level", str(segment.level)
    yield "paragraph", str(segment.paragraph)
    if segment.gap:
        yield "gap", strip_forbidden(segment.gap)


def own_attributes(row: Row) -> Attributes:
    """properties_of as attributes in our namespace. The state has a place of its own in XLIFF."""
    return {f"{{{TG}}}{name}": value for name, value in properties_of(row) if name != "state"}


def original_of(article: Article) -> str:
    """The file name or address an article came from; never the folder it lay in."""
    origin = strip_forbidden(article.origin or article.title) or "article"
    return origin if "://" in origin else PurePath(origin.replace("\\", "/")).name or origin


def finding_text(finding: Finding) -> str:
    """A finding as a sentence another program can show."""
    return strip_forbidden(f"[{finding.severity.value}] {finding.message} ({finding.code})")


def its_type(category: str) -> str:
    """The ITS 2.0 issue type of an MQM category; "other" when none fits."""
    top, _, last = category.rpartition("/")
    return _ITS_TYPES.get(last) or _ITS_TOPS.get(top or last, "other")


def write_issues(xf: Any, unit: str, findings: Sequence[Finding], errors: Sequence[Annotation] = ()) -> None:
    """Stand-off <its:locQualityIssues>; side and span go along in our namespace. errors: those a person marked."""
    with xf.element(f"{{{ITS}}}locQualityIssues", {XML_ID: f"lqi-{unit}"}):
        for finding in findings:
            leaf(xf, f"{{{ITS}}}locQualityIssue", "", _issue(finding))
        for error in errors:
            leaf(xf, f"{{{ITS}}}locQualityIssue", "", _error_issue(error))


def _issue(finding: Finding) -> Attributes:
    issue = {
        "locQualityIssueType": its_type(finding.category),
        "locQualityIssueComment": finding.message,
        "locQualityIssueSeverity": _ITS_SEVERITY[finding.severity],
        f"{{{TG}}}code": finding.code,
        f"{{{TG}}}side": finding.side.value,
    }
    if finding.span is not None:
        issue[f"{{{TG}}}start"], issue[f"{{{TG}}}end"] = str(finding.span.start), str(finding.span.end)
    return issue


def _error_issue(error: Annotation) -> Attributes:
    issue = {
        "locQualityIssueType": "omission" if error.category == MISSING else its_type(error.category),
        "locQualityIssueComment": error.comment or error.category or error.severity.value,
        "locQualityIssueSeverity": _ITS_SEVERITY[error.severity],
        f"{{{TG}}}category": error.category,
        f"{{{TG}}}side": error.side.value,
    }
    if error.span is not None:
        issue[f"{{{TG}}}start"], issue[f"{{{TG}}}end"] = str(error.span.start), str(error.span.end)
    return issue


def approved(state: State) -> bool:
    return state in (State.REVIEWED, State.FINAL)
