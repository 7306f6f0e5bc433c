"""The comment of an error that was accepted from a finding, in the language of the window.

Such an error keeps the finding's words in the language of the window it was accepted in, or in English. They are known
by their shape, the messages of resources/i18n/findings.*.toml, so that a colleague reads them in his own language;
what a person wrote or altered stands as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from PySide6.QtCore import QCoreApplication

from ..checks.codes import texts
from ..domain.mqm import Annotation
from ..scoring.reasons import TITLES
from .finding_text import reason_title
from .i18n import LANGUAGES, current_language

_HOLE = re.compile(r"\{(\w+)\}")
_OF_THE_SCORER = re.compile(r"(?:“(?P<words>.*)”: )?(?P<title>.+?)\.?", re.DOTALL)


def recorded_comment(error: Annotation) -> str:
    """What is shown of ``error.comment``."""
    return _told(current_language(), error.comment) if error.finding and error.comment else error.comment


@lru_cache(maxsize=512)
def _told(language: str, comment: str) -> str:
    for pattern, code in _shapes(language):
        found = pattern.fullmatch(comment)
        if found is not None:
            try:
                return texts(language)[code]["message"].format_map(found.groupdict())
            except (KeyError, IndexError, ValueError):  # the other language names a part that this one does not
                return comment
    return _of_the_scorer(comment)


@cache
def _shapes(language: str) -> list[tuple[re.Pattern[str], str]]:
    """The messages of the other languages with their codes, those with the most words of their own first."""
    others = [each for each in LANGUAGES if each != language]
    found = {(entry["message"], code) for each in others for code, entry in texts(each).items() if "message" in entry}
    ranked = sorted(found, key=lambda each: (-len(_HOLE.sub("", each[0])), each))
    return [(re.compile("".join(_pattern(message)), re.DOTALL), code) for message, code in ranked]


def _pattern(message: str) -> Iterator[str]:
    seen: set[str] = set()
    for number, piece in enumerate(_HOLE.split(message)):  # literal, name, literal, name …
        if number % 2 == 0:
            yield re.escape(piece)
        else:
            yield f"(?P={piece})" if piece in seen else f"(?P<{piece}>.*?)"
            seen.add(piece)


def _of_the_scorer(comment: str) -> str:
    """“word”: something of the source is missing here."""
    found = _OF_THE_SCORER.fullmatch(comment)
    codes = {title.rstrip("."): code for code, title in TITLES.items()}
    code = codes.get(found["title"][:1].lower() + found["title"][1:]) if found is not None else None
    if found is None or code is None:
        return comment
    title = reason_title(code)
    if found["words"] is None:
        return title
    text = QCoreApplication.translate("reasons", "“{0}”: {1}")
    return text.format(found["words"], title[:1].lower() + title[1:])
