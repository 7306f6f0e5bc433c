"""Is what came back a translation? Services also answer with warnings, nothing, or the text they were given."""

from __future__ import annotations

import re

from ...domain.language import LanguagePair
from ...text.which_language import which_language
from .faults import BadAnswerError

# Sent by MyMemory in the place of a translation, with status 200.
_WARNINGS = re.compile(
    r"MYMEMORY WARNING|YOU USED ALL AVAILABLE FREE TRANSLATIONS|QUERY LENGTH LIMIT|INVALID LANGUAGE PAIR"
    r"|PLEASE SELECT TWO DISTINCT LANGUAGES|INVALID EMAIL|NO QUERY SPECIFIED|IS AN INVALID (?:SOURCE|TARGET) LANGUAGE"
    r"|TOO MANY REQUESTS",
    re.IGNORECASE,
)


def accept(source: str, answer: object, pair: LanguagePair) -> str:
    """The answer as a clean translation. Raises BadAnswerError saying what it is instead."""
    if not isinstance(answer, str) or not answer.strip():
        raise BadAnswerError("it is empty")
    if _WARNINGS.search(answer) and not _WARNINGS.search(source):
        raise BadAnswerError("it is a warning about the quota or the request")
    if which_language(answer, pair.source, pair.target) == pair.source:
        raise BadAnswerError("it is not in the target language")
    return answer.strip()
