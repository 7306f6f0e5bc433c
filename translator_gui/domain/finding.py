"""What a check or a signal raises. A finding is never an error until a person says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from hashlib import blake2b

from .span import Side, Span


class Severity(str, Enum):
    """MQM severities. NEUTRAL: worth a look, no error by itself."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        return _RANK[self]


_RANK = {Severity.NEUTRAL: 0, Severity.MINOR: 1, Severity.MAJOR: 2, Severity.CRITICAL: 3}


def fingerprint(check: str, source: str, target: str, detail: str = "") -> str:
    """Identifies a finding as long as neither text changes: 16 hex digits of BLAKE2b."""
    text = "\x1f".join((check, source, target, detail))
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Finding:
    """check: the registered name of what raised it. code: the reason, "number.missing"; with params it is the key
    of the message in every interface language (resources/i18n/findings.*.toml). message: in English. span: None
    means the whole text of that side. hard: near-zero false flags, evidence enough by itself. category: MQM
    error type id ("accuracy/omission"). suggestion: text that would mend the span, if it is that simple.
    """

    check: str
    code: str
    segment: str
    side: Side
    span: Span | None
    message: str
    severity: Severity
    fingerprint: str
    params: tuple[tuple[str, str], ...] = ()
    hard: bool = False
    category: str = ""
    suggestion: str = ""


class Scope(str, Enum):
    """How far a dismissal reaches."""

    HERE = "here"
    ARTICLE = "article"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Dismissal:
    """HERE: key is the finding's fingerprint, so it ends when a text changes. ARTICLE, ALWAYS: key is the code."""

    key: str
    scope: Scope = Scope.HERE
    by: str = ""
    at: str = ""
    segment: str = ""
