"""Is what came back a translation? Services also answer with warnings, nothing, or the text they were given."""

from __future__ import annotations

import re

from ...domain.language import LanguagePair
from .faults import BadAnswerError

# Sent by MyMemory in the place of a translation, with status 200.
_WARNINGS = re.compile(
    r"MYMEMORY WARNING|YOU USED ALL AVAILABLE FREE TRANSLATIONS|QUERY LENGTH LIMIT|INVALID LANGUAGE PAIR"
    r"|PLEASE SELECT TWO DISTINCT LANGUAGES|INVALID EMAIL|NO QUERY SPECIFIED|IS AN INVALID (?:SOURCE|TARGET) LANGUAGE"
    r"|TOO MANY REQUESTS",
    re.IGNORECASE,
)
# Small words no text of the language does without: enough to tell which of the pair's languages an answer is in.
_FRENCH = "le la les des du un une et est dans pour que qui par sur avec au aux ne pas ce cette il elle"
_ENGLISH = "the of and to in is was for that with on by at from it as be are has have this he she not"
_SMALL_WORDS = {"fr": frozenset(_FRENCH.split()), "en": frozenset(_ENGLISH.split())}


def accept(source: str, answer: object, pair: LanguagePair) -> str:
    """The answer as a clean translation. Raises BadAnswerError saying what it is instead."""
    if not isinstance(answer, str) or not answer.strip():
        raise BadAnswerError("it is empty")
    if _WARNINGS.search(answer) and not _WARNINGS.search(source):
        raise BadAnswerError("it is a warning about the quota or the request")
    if _language_of(answer, pair) == pair.source:
        raise BadAnswerError("it is not in the target language")
    return answer.strip()


def _language_of(text: str, pair: LanguagePair) -> str:
    """pair.source, pair.target, or "" when the text is too short or too mixed to tell."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    source, target = (_SMALL_WORDS.get(code, frozenset()) for code in (pair.source, pair.target))
    if len(words) < 6 or not source or not target:
        return ""
    in_source, in_target = sum(w in source for w in words), sum(w in target for w in words)
    if in_source >= 3 and in_source > 3 * in_target:
        return pair.source
    return pair.target if in_target > in_source else ""
