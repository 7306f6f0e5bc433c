"""What reviewers said of a segment, in XLIFF: as notes that any program shows, and in our namespace, field by field,
so that an import of ours has all of it back."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from ..domain.finding import Dismissal, Scope, Severity
from ..domain.mqm import Annotation
from ..domain.remark import REMARK_KINDS, Comment, Remark
from ..domain.span import Side, Span
from ..text.xml_characters import strip_forbidden
from .xml_reading import local_name
from .xml_writing import TG, Attributes, leaf

REVIEW_AUTHOR = "translator-gui review"
_TEXTS = {"category", "body", "baseline", "base", "text"}
_KIND_OF = {kind: name for name, kind in REMARK_KINDS.items()}


def errors_of(remarks: Sequence[Remark]) -> list[Annotation]:
    return [remark for remark in remarks if isinstance(remark, Annotation)]


def said_of(remarks: Sequence[Remark]) -> list[Annotation | Comment]:
    """What a person can read."""
    return [remark for remark in remarks if isinstance(remark, (Annotation, Comment))]


def remark_text(remark: Annotation | Comment) -> str:
    """As a sentence another program can show."""
    quote = f"“{remark.span.of(remark.text)}” " if remark.span and remark.text else ""
    if isinstance(remark, Comment):
        text = f"{remark.by}: {quote}{remark.body}" if remark.by else f"{quote}{remark.body}"
    else:
        text = f"[{remark.severity.value}] {quote}{remark.category}: {remark.comment}".rstrip(": ")
        text += f" → {remark.suggestion}" if remark.suggestion else ""
    return strip_forbidden(text)


def write_remarks(xf: Any, remarks: Sequence[Remark], dismissals: Sequence[Dismissal] = ()) -> None:
    if not remarks and not dismissals:
        return
    with xf.element(f"{{{TG}}}remarks"):
        for remark in remarks:
            leaf(xf, f"{{{TG}}}remark", "", _attributes(remark))
        for each in dismissals:
            known = {"key": each.key, "scope": each.scope.value, "by": each.by, "at": each.at}
            leaf(xf, f"{{{TG}}}dismissal", "", {name: value for name, value in known.items() if value})


def _attributes(remark: Remark) -> Attributes:
    attributes = {"kind": _KIND_OF[type(remark)]}
    for spec in dataclasses.fields(remark):
        value = getattr(remark, spec.name)
        if spec.name == "segment" or value is None or value == "":
            continue
        if isinstance(value, Span):
            attributes["start"], attributes["end"] = str(value.start), str(value.end)
        else:
            attributes[spec.name] = str(getattr(value, "value", value))
    return attributes


def read_remarks(unit: Any) -> list[Remark]:
    """Those our own export wrote into a unit; the caller says of which segment they are. One that cannot be read (a
    program in between has altered it) is passed over."""
    found = [element for element in unit if element.tag == f"{{{TG}}}remarks"]
    remarks = (_remark(each) for holder in found for each in holder if local_name(each) == "remark")
    return [remark for remark in remarks if remark is not None]


def read_dismissals(unit: Any) -> list[Dismissal]:
    """As read_remarks does."""
    found = [element for element in unit if element.tag == f"{{{TG}}}remarks"]
    result = []
    for element in (each for holder in found for each in holder if local_name(each) == "dismissal"):
        key, scope = element.get("key", ""), element.get("scope", "")
        if key and scope in (Scope.HERE.value, Scope.ARTICLE.value):
            result.append(Dismissal(key, Scope(scope), element.get("by", ""), element.get("at", "")))
    return result


def _remark(element: Any) -> Remark | None:
    noun = REMARK_KINDS.get(element.get("kind", ""))
    if noun is None:
        return None
    known = {spec.name for spec in dataclasses.fields(noun)}
    values: dict[str, Any] = {name: value for name, value in element.attrib.items() if name in known}
    try:
        if "start" in element.attrib:
            values["span"] = Span(int(element.get("start")), int(element.get("end")))
        elif noun is Annotation:
            values["span"] = None
        for name, kind in (("side", Side), ("severity", Severity), ("value", float)):
            if name in values:
                values[name] = kind(values[name])
        for name in _TEXTS & known:  # an empty one was not written
            values.setdefault(name, "")
        return noun(segment="", **values)
    except (TypeError, ValueError):
        return None
