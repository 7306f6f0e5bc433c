"""MQM: an error a person confirmed (Annotation). The typology itself is data: resources/mqm/core.toml.

Source: MQM-Core, https://themqm.org; severities and multipliers 0-1-5-25.
"""

from __future__ import annotations

from dataclasses import dataclass

from .finding import Severity
from .span import Side, Span

MISSING = "[MISSING]"  # ESA's marker for an omission
MULTIPLIERS = {Severity.NEUTRAL: 0, Severity.MINOR: 1, Severity.MAJOR: 5, Severity.CRITICAL: 25}


@dataclass(frozen=True, slots=True)
class Annotation:
    """category: error type id of the project's typology ("accuracy/omission"), "" for an ESA span, MISSING for what
    ESA marks as left out. finding: fingerprint it was accepted from, or "". text: the whole text of that side when
    the span was set, so that the span can follow edits.
    """

    id: str
    segment: str
    side: Side
    span: Span | None
    category: str
    severity: Severity
    comment: str = ""
    suggestion: str = ""
    by: str = ""
    at: str = ""
    finding: str = ""
    text: str = ""
