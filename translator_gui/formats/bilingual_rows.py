"""Puts the units of a bilingual file together as a Document: ids unique, white space in the gaps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TypeVar

from ..domain.article import Article, Document
from ..domain.finding import Dismissal
from ..domain.language import FR_EN, LanguagePair
from ..domain.remark import Remark
from ..domain.segment import Exclusion, Origin, Segment, SegmentKind, State, Target
from ..kit.errors import FormatError
from .limits import refuse_too_many

E = TypeVar("E", bound=Enum)


def member(kind: type[E], value: str | None, default: E) -> E:
    """The member of that value; ``default`` for a value that is none: a foreign file is read as far as it goes."""
    try:
        return kind(value)
    except ValueError:
        return default


@dataclass
class BilingualRows:
    """Collects units in order. lead: text before the first. pair: the file's languages, once they are known."""

    lead: str = ""
    title: str = ""
    origin: str = ""
    pair: LanguagePair = FR_EN
    warnings: dict[str, None] = field(default_factory=dict)  # as an ordered set
    _segments: list[Segment] = field(default_factory=list)
    _targets: dict[str, Target] = field(default_factory=dict)
    _notes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _remarks: dict[str, tuple[Remark, ...]] = field(default_factory=dict)
    _dismissals: list[Dismissal] = field(default_factory=list)
    _taken: dict[str, int] = field(default_factory=dict)  # id -> the number to try next for another like it

    def warn(self, sentence: str) -> None:
        """The same sentence is kept once."""
        self.warnings.setdefault(sentence)

    @property
    def next_paragraph(self) -> int:
        return self._segments[-1].paragraph + 1 if self._segments else 0

    def add(
        self,
        segment: Segment,
        target: Target,
        notes: Sequence[str] = (),
        remarks: Sequence[Remark] = (),
        dismissals: Sequence[Dismissal] = (),
    ) -> None:
        """A segment whose id may be taken or empty, and whose source may have white space round it. Raises InputError
        when there are too many."""
        refuse_too_many(len(self._segments), self.title or "The file")
        if not segment.source.strip() and not target.text.strip():
            self._append_gap(segment.source + segment.gap)
            return
        source = segment.source.strip()
        at = segment.source.find(source) if source else len(segment.source)
        self._append_gap(segment.source[:at])
        gap = segment.source[at + len(source) :] + segment.gap
        placed = replace(segment, id=self._unique(segment.id), source=source, gap=gap)
        self._segments.append(placed)
        self._targets[placed.id] = target
        if notes:
            self._notes[placed.id] = tuple(notes)
        if remarks:
            self._remarks[placed.id] = tuple(replace(remark, segment=placed.id) for remark in remarks)
        self._dismissals += [replace(each, segment=placed.id) for each in dismissals]

    def _append_gap(self, text: str) -> None:
        if not text:
            return
        if self._segments:
            self._segments[-1] = replace(self._segments[-1], gap=self._segments[-1].gap + text)
        else:
            self.lead += text

    def _unique(self, wanted: str) -> str:
        stem = wanted or f"u{len(self._segments) + 1}"
        unique, number = stem, self._taken.get(stem, 1)
        while unique in self._taken:
            number += 1
            unique = f"{stem}-{number}"
        self._taken[stem], self._taken[unique] = number, 1
        return unique

    def document(self, format_id: str, name: str) -> Document:
        """Raises FormatError when there is not one unit."""
        if not self._segments:
            raise FormatError(f"“{name}” holds no translation unit.", "Is it the right file?")
        article = Article(
            tuple(self._segments), self.lead, self.title or name, self.origin, self.pair, {"format": format_id}
        )
        dismissed = tuple(self._dismissals)
        return Document(article, self._targets, self._notes, tuple(self.warnings), self._remarks, dismissals=dismissed)


def segment_of(id_: str, source: str, own: Mapping[str, str], paragraph: int, gap: str = "\n") -> Segment:
    """A segment with what an export of ours wrote beside it (names as in xml_writing.properties_of)."""
    return Segment(
        id_,
        source,
        own.get("gap", "" if own else gap),
        _number(own.get("paragraph"), paragraph),
        member(SegmentKind, own.get("kind"), SegmentKind.PARAGRAPH),
        min(max(_number(own.get("level"), 0), 0), 6),
        member(Exclusion, own.get("exclusion"), Exclusion.NONE),
    )


def target_of(text: str, state: State, own: Mapping[str, str], origin: Origin = Origin.DRAFT) -> Target:
    """A target with what an export of ours wrote beside it. origin: of a text that is not from an export of ours."""
    if "paragraph" in own or not text.strip():
        origin = Origin.NONE
    return Target(
        text,
        state,
        member(Origin, own.get("origin"), origin),
        own.get("engine", ""),
        own.get("by", ""),
        own.get("at", ""),
        own.get("rejected", ""),
        own.get("locked") == "yes",
    )


def _number(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 10 else default
