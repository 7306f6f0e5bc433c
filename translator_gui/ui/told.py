"""What the layers below say – errors, warnings, what an engine lacks – in the language of the window.

They speak English and know no Qt. A sentence is known by its shape: resources/i18n/messages.*.toml gives the English
with a hole {} for each part put in at run time, and the translation with these holes numbered. What is put in may be
something known itself (a reason, a hint), unless it stands in quotation marks. A sentence that is not known, a
plug-in's, is shown as it is. packaging/said_below.py says which ones have no translation.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QLocale

from ..kit.errors import AppError
from ..kit.paths import resource
from .i18n import current_language

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+")
_BETWEEN_SENTENCES = re.compile(r"(?<=[.?]) (?=[A-Z“])")


class _Shape(NamedTuple):
    """head and tail: the literal ends, looked at before the costlier pattern. names: which holes are quoted."""

    head: str
    tail: str
    pattern: re.Pattern[str]
    translation: str
    names: tuple[bool, ...]

    def translate(self, language: str, parts: Sequence[str]) -> str:
        known = [p if name else _part(language, p) for p, name in zip(parts, self.names, strict=True)]
        return self.translation.format(*known)


def told(text: str) -> str:
    """One or more sentences of a layer below."""
    language = current_language()
    return text if language == "en" or not text else _translated(language, text)


def told_error(error: AppError) -> tuple[str, str]:
    """Message and hint."""
    return told(error.message), told(error.hint)


def told_failure(error: object, otherwise: str = "") -> tuple[str, str]:
    """The same of whatever a job failed with; ``otherwise`` is the message of a fault that is no AppError."""
    return told_error(error) if isinstance(error, AppError) else (otherwise or str(error), "")


def _part(language: str, text: str) -> str:
    """What stands in a hole: "12,000" is a number, not two."""
    if _THOUSANDS.fullmatch(text):
        return QLocale(language).toString(int(text.replace(",", "")))
    return _translated(language, text)


@lru_cache(maxsize=1024)
def _translated(language: str, text: str) -> str:
    known, shapes = _catalogue(language)
    if text in known:
        return known[text]
    for shape in shapes:
        if text.startswith(shape.head) and text.endswith(shape.tail):
            found = shape.pattern.fullmatch(text)
            if found is not None:
                return shape.translate(language, found.groups())
    sentences = _BETWEEN_SENTENCES.split(text)
    return text if len(sentences) == 1 else " ".join(_translated(language, each) for each in sentences)


@cache
def _catalogue(language: str) -> tuple[dict[str, str], list[_Shape]]:
    """What has no hole, and the shapes of what has: those with the most words of their own first."""
    tables = tomllib.loads(resource("i18n", f"messages.{language}.toml").read_text(encoding="utf-8"))
    entries = {**tables["parts"], **tables["sentences"]}
    holed = sorted((each for each in entries if "{}" in each), key=lambda each: -len(each))
    return {each: entries[each] for each in entries if "{}" not in each}, [_shape(e, entries[e]) for e in holed]


def _shape(template: str, translation: str) -> _Shape:
    pieces = template.split("{}")
    pattern = re.compile("(.*?)".join(map(re.escape, pieces)), re.DOTALL)
    names = tuple(one.endswith("“") and two.startswith("”") for one, two in pairwise(pieces))
    return _Shape(pieces[0], pieces[-1], pattern, translation, names)
