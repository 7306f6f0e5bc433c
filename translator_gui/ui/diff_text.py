"""Word differences as rich text: what is new is underlined, what is gone is struck through, both coloured."""

from __future__ import annotations

from html import escape

from ..text.diff import DiffKind, word_diff
from .delegates.direction import with_signs, would_turn
from .theme import theme

_ALIKE = 0.3  # share of characters two texts must have in common


def diff_html(before: str, after: str, deletions: bool = True) -> str:
    """``after`` as HTML, marked where it differs from ``before``. Texts with little in common, an empty ``before``
    above all, are not marked: everything coloured says nothing. It runs as the rows do (see delegates/direction.py)."""
    found = _marked(before, after, deletions)
    return f'<div dir="ltr">{found}</div>' if would_turn(before + after) else found


def _marked(before: str, after: str, deletions: bool) -> str:
    if not before.strip() or before == after:
        return _escaped(after)
    parts, ops = [], word_diff(before, after)
    kept = sum(op.after_span.end - op.after_span.start for op in ops if op.kind is DiffKind.EQUAL)
    if kept < _ALIKE * max(len(before), len(after)):
        return _escaped(after)
    for op in ops:
        old, new = op.before_span.of(before), op.after_span.of(after)
        if op.kind is DiffKind.EQUAL:
            parts.append(_escaped(new))
            continue
        if deletions and old.strip():
            parts.append(_deleted(old))
        # White space at the edges is no difference worth a colour.
        words = new.strip()
        lead = new[: len(new) - len(new.lstrip())]
        parts.append(_escaped(lead) + (_inserted(words) + _escaped(new[len(lead) + len(words) :]) if words else ""))
    return "".join(parts)


def _escaped(text: str) -> str:
    return escape(with_signs(text)).replace("\n", "<br>")


def _inserted(text: str) -> str:
    t = theme()
    style = f"background-color:{t.inserted_soft.name()};color:{t.inserted.name()};text-decoration:underline"
    return f'<span style="{style}">{_escaped(text)}</span>'


def _deleted(text: str) -> str:
    t = theme()
    style = f"background-color:{t.deleted_soft.name()};color:{t.deleted.name()};text-decoration:line-through"
    # A thin space keeps a struck word and the word that replaces it apart.
    lead = text[: len(text) - len(text.lstrip())]
    return f'{_escaped(lead)}<span style="{style}">{_escaped(text.strip())}</span>\u200a'
