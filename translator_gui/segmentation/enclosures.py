"""Stretches that hold together: quotations and brackets inside which a full stop does not end the sentence."""

from __future__ import annotations

import re

from ..domain.span import Span
from .rules import Rules

_MARK = re.compile(r"[«»“”\"()\[\]]")
_PARTNER = {"»": "«", "”": "“", ")": "(", "]": "["}
_CLOSERS = "»”\"’')]"
_BLANK = " \t\n\r\u00a0\u202f\u2009"
# After a closing quote the sentence goes on: a comma, a small letter, a bracketed note, « – a-t-il dit » …
_GOES_ON = re.compile(r"[\s]*(?:[,;:]|[–—-]?\s*\(?[a-zà-öø-ÿœ])")
_BRACKETS = 300
_FORGOTTEN = 800


def _opens(text: str, at: int, pending: bool) -> bool:
    """Is the straight quote at ``at`` an opening one? Told from the white space on its two sides; with white space on
    both (an old French habit), from whether one is pending."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if before.isspace() and after.isspace():
        return not pending
    return (before.isspace() or before in "([«“–—-'’") and not after.isspace()


def _pending(stack: list[tuple[str, int]], at: int) -> bool:
    """Is a straight quote open, and not so long ago that it was surely left open by mistake?"""
    return any(mark == '"' and at - start < _FORGOTTEN for mark, start in stack[-5:])


def pairs(text: str, start: int, end: int) -> list[Span]:
    """Matched quotes and brackets of text[start:end], both marks included, inner ones first. Unmatched: left out."""
    found: list[Span] = []
    stack: list[tuple[str, int]] = []
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if mark == '"' and text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalpha():
            continue  # an apostrophe gone wrong (l"Europe), or inches
        if mark in "«“([" or (mark == '"' and _opens(text, at, _pending(stack, at))):
            stack.append((mark, at))
            continue
        partner = _PARTNER.get(mark, mark)
        # A closing mark may belong to a pair opened further out: what was opened since was never closed.
        for depth in range(len(stack) - 1, max(-1, len(stack) - 6), -1):
            if stack[depth][0] == partner:
                found.append(Span(stack[depth][1], at + 1))
                del stack[depth:]
                break
    return found


def _holds(text: str, span: Span, end: int, rules: Rules) -> bool:
    """Does the pair stay in one sentence?"""
    length = span.end - span.start
    if text[span.start] in "([":
        return length <= _BRACKETS
    if length <= rules.quote_limit:
        return True
    if length > rules.continued_quote_limit:
        return False
    inside_end = span.end - 2
    while inside_end > span.start and text[inside_end] in _BLANK:
        inside_end -= 1
    return text[inside_end] == "," or _GOES_ON.match(text, span.end, end) is not None


def held_together(text: str, found: list[Span], end: int, rules: Rules) -> list[Span]:
    """Merged stretches in which no sentence may end, in order, of the pairs ``found`` in a paragraph that ends at
    ``end``. A stretch ends before its closing mark, so that a sentence may end at the mark itself."""
    held = sorted(Span(span.start, span.end - 1) for span in found if _holds(text, span, end, rules))
    merged: list[Span] = []
    for span in held:
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
