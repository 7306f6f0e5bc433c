"""A segment of the source, and its target: what one row of the desk shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class SegmentKind(str, Enum):
    """What the segment's paragraph is in the article."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    CAPTION = "caption"
    QUOTE = "quote"
    CODE = "code"
    TABLE_CELL = "table-cell"


class Exclusion(str, Enum):
    """Is the segment part of the article? Debris is recognised by machine; the other two are a person's word."""

    NONE = "none"
    DEBRIS = "debris"
    BY_HAND = "by-hand"
    BROUGHT_BACK = "brought-back"

    @property
    def excluded(self) -> bool:
        return self in (Exclusion.DEBRIS, Exclusion.BY_HAND)


class State(str, Enum):
    """XLIFF 2 segment states."""

    INITIAL = "initial"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    FINAL = "final"


class Origin(str, Enum):
    """Where the target's text came from. DRAFT: an imported translation nobody here has vouched for."""

    NONE = "none"
    HUMAN = "human"
    ENGINE = "engine"
    MEMORY = "memory"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the source.

    source: the text, without surrounding white space. gap: every character between this segment and the next
    (so that the source can be put back, see Article.text). paragraph: number of the paragraph it stands in,
    0-based; level: 1–6 for a heading, else 0. The id is given once at import and never changes; order is the
    place in the article's tuple.
    """

    id: str
    source: str
    gap: str = ""
    paragraph: int = 0
    kind: SegmentKind = SegmentKind.PARAGRAPH
    level: int = 0
    exclusion: Exclusion = Exclusion.NONE

    @property
    def excluded(self) -> bool:
        return self.exclusion.excluded


@dataclass(frozen=True, slots=True)
class Target:
    """The English a reader will get.

    engine: name of the engine or memory it came from, kept after a person edited it. by, at: who set it, when
    (ISO 8601, UTC). rejected: the reason, "" when it is not rejected. locked: not to be edited.
    """

    text: str = ""
    state: State = State.INITIAL
    origin: Origin = Origin.NONE
    engine: str = ""
    by: str = ""
    at: str = ""
    rejected: str = ""
    locked: bool = False

    @property
    def touched(self) -> bool:
        """A person wrote it or vouched for it: no machine may replace it."""
        return self.origin is Origin.HUMAN or self.state is not State.INITIAL or self.locked


EMPTY_TARGET = Target()


@dataclass(frozen=True, slots=True)
class Row:
    """A segment with its target. revision grows by one with every change of either text."""

    segment: Segment
    target: Target = EMPTY_TARGET
    revision: int = 0

    @property
    def id(self) -> str:
        return self.segment.id
