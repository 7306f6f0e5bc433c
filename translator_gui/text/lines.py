"""Where paragraphs end in plain text: blank lines, single line ends, and lines that were only wrapped."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from ..domain.span import Span
from .spans import trim

# A dash that opens a line of dialogue (–, —) is text, not a list mark.
LIST_MARK = re.compile(r"[ \t]*(?:[-*•‣▪◦·]|\(?\d{1,3}[.)]|\(?[a-z]\))[ \t\u00a0]+(?=\S)")
# Line ends as editors understand them. U+2028 and form feed end lines as well, and so does a lone CR (old Mac files).
_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_FINAL = re.compile(r"[.!?…:;][»”\"')\]\s]*$")

WIDEST_WRAP, NARROWEST_WRAP = 120, 40


def lines(text: str) -> list[Span]:
    """Trimmed spans of all lines that are not blank."""
    found = (trim(text, match.start(), match.end()) for match in _LINE.finditer(text))
    return [span for span in found if span.end > span.start]


def _first_word(text: str, span: Span) -> int:
    """Length of the first word of a line."""
    return len(text[span.start : min(span.end, span.start + WIDEST_WRAP)].split(None, 1)[0])


def _adjacent(text: str, before: Span, after: Span) -> bool:
    """No blank line between two lines."""
    return len(text[before.end : after.start].replace("\r\n", "\n").strip(" \t\u00a0\u202f")) == 1


def _is_wrapped(text: str, run: Sequence[Span]) -> bool:
    """Three lines or more, none too long, and nowhere would the next line's first word have fitted."""
    widths = [span.end - span.start for span in run]
    widest = max(widths)
    if len(run) < 3 or not NARROWEST_WRAP <= widest <= WIDEST_WRAP:
        return False
    return all(
        widths[i] + 1 + _first_word(text, run[i + 1]) > widest and not LIST_MARK.match(text, run[i + 1].start)
        for i in range(len(run) - 1)
    )


def _runs_on(text: str, before: Span, after: Span) -> bool:
    """A line that stops in mid-sentence, and one that goes on in small letters."""
    length = before.end - before.start
    goes_on = text[after.start].islower() and not LIST_MARK.match(text, after.start)
    return NARROWEST_WRAP <= length <= WIDEST_WRAP and goes_on and not _FINAL.search(text, before.end - 8, before.end)


def paragraphs(text: str) -> list[Span]:
    """Trimmed spans of paragraphs, in order: only white space lies between them.

    A single line end parts paragraphs too, unless the lines were wrapped by a program.
    """
    found: list[Span] = []
    run: list[Span] = []
    for span in lines(text):
        if run and not _adjacent(text, run[-1], span):
            found += _joined(text, run)
            run = []
        run.append(span)
    return found + _joined(text, run)


def _joined(text: str, run: Sequence[Span]) -> list[Span]:
    if not run:
        return []
    if _is_wrapped(text, run):
        return [Span(run[0].start, run[-1].end)]
    found = [run[0]]
    for before, span in itertools.pairwise(run):
        if _runs_on(text, before, span):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found
