"""Find in the targets, see every hit before anything changes, replace as one change (one Ctrl+Z)."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from ..domain.change import Change, Compound, SetTarget
from ..domain.segment import Origin, Row, State
from ..domain.span import Span
from ..kit.errors import InputError
from ..store import codec
from ..store.writing import now

if TYPE_CHECKING:
    from .session import ReviewSession


_LOOSE = {"'": "['’]", " ": "[ \u00a0\u202f]"}


@dataclass(frozen=True)
class Search:
    """What to look for. ``regex``: Python's re syntax; otherwise the text as it stands, where a typed space stands for
    no-break spaces too, and a typed ' for ’ (what a keyboard cannot say, French text is full of)."""

    text: str
    case: bool = False
    regex: bool = False
    whole_word: bool = False

    @property
    def plain(self) -> bool:
        """Can it be looked for as it stands?"""
        return not (self.regex or self.whole_word or any(c in self.text for c in _LOOSE))

    def pattern(self) -> re.Pattern[str]:
        """Raises InputError for an expression that is none."""
        expression = self.text if self.regex else "".join(_LOOSE.get(c) or re.escape(c) for c in self.text)
        if self.whole_word:
            expression = rf"(?<!\w)(?:{expression})(?!\w)"
        try:
            return re.compile(expression, 0 if self.case else re.IGNORECASE)
        except re.error as error:
            raise bad_expression(error) from error


def bad_expression(error: re.error) -> InputError:
    place = "" if error.pos is None else f" (at character {error.pos + 1})"
    return InputError("This is not a regular expression.", f"{error.msg}{place}.", str(error))


@dataclass(frozen=True, slots=True)
class Hit:
    """One place: span in the target as it is, and what would stand there instead."""

    segment: str
    span: Span
    found: str
    replacement: str


def find(
    session: ReviewSession, search: Search, replacement: str = "", within: Collection[str] | None = None
) -> list[Hit]:
    """Every hit in article order. Locked and excluded segments are left out. within: only these segments.

    With a regular expression the replacement may use groups: \\1, \\g<name>. Raises InputError for a bad expression
    or replacement.
    """
    if not search.text:
        return []
    pattern, template = search.pattern(), _template(search, replacement)
    hits: list[Hit] = []
    for record in session.table.records:
        text, id_ = record[codec.TEXT], record[codec.ID]
        if not text or record[codec.LOCKED] or codec.EXCLUSIONS[record[codec.EXCLUSION]].excluded:
            continue
        if within is None or id_ in within:
            hits.extend(_hits(pattern, template, id_, text))
    return hits


def _template(search: Search, replacement: str) -> str:
    return replacement if search.regex else replacement.replace("\\", "\\\\")


def _hits(pattern: re.Pattern[str], template: str, segment: str, text: str) -> Iterator[Hit]:
    for match in pattern.finditer(text):
        if match.end() > match.start():
            try:
                new = match.expand(template)
            except (re.error, IndexError) as error:
                hint = "Groups are \\1, \\2, …; a backslash is \\\\."
                raise InputError("The replacement cannot be used.", hint, str(error)) from error
            yield Hit(segment, Span(match.start(), match.end()), match.group(), new)


def replace(session: ReviewSession, hits: Collection[Hit]) -> Change | None:
    """The chosen hits of a preview, as one change. Raises InputError when a text has altered since the preview."""
    return replace_groups(session, by_segment(hits))


def by_segment(hits: Iterable[Hit]) -> list[list[Hit]]:
    """The hits of each segment."""
    groups: dict[str, list[Hit]] = {}
    for segment, some in groupby(hits, attrgetter("segment")):
        groups.setdefault(segment, []).extend(some)
    return list(groups.values())


def replace_groups(session: ReviewSession, groups: Iterable[list[Hit]]) -> Change | None:
    """As ``replace``, of hits in the groups of by_segment."""
    changes = [change for some in groups if (change := _replaced(session, session.row(some[0].segment), some))]
    return Compound(tuple(changes), "Replace") if changes else None


def replace_all(
    session: ReviewSession, search: Search, replacement: str, within: Collection[str] | None = None
) -> Change | None:
    return replace(session, find(session, search, replacement, within))


def _replaced(session: ReviewSession, row: Row, hits: list[Hit]) -> SetTarget | None:
    text = row.target.text
    for hit in sorted(hits, key=lambda hit: hit.span, reverse=True):
        if hit.span.of(text) != hit.found or row.target.locked:
            raise InputError("The text has altered since the preview.", "Search again.")
        text = text[: hit.span.start] + hit.replacement + text[hit.span.end :]
    if text == row.target.text:
        return None
    state = State.TRANSLATED if text.strip() else State.INITIAL
    after = dataclasses.replace(
        row.target, text=text, state=state, origin=Origin.HUMAN, by=session.user, at=now(), rejected=""
    )
    return SetTarget(row.id, row.target, after)
