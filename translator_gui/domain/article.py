"""An article: segments in order, and all the text between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .finding import Dismissal
from .language import FR_EN, LanguagePair
from .original import Original
from .remark import Remark
from .segment import Segment, Target


@dataclass(frozen=True, slots=True)
class Article:
    """``lead + Σ (segment.source + segment.gap)`` is the source, character for character.

    title: for the window and exports. origin: the file or address it came from. metadata: what the importer
    learnt (encoding, author, date, format), strings only.
    """

    segments: tuple[Segment, ...]
    lead: str = ""
    title: str = ""
    origin: str = ""
    pair: LanguagePair = FR_EN
    metadata: Mapping[str, str] = field(default_factory=dict)

    def text(self) -> str:
        """The source as it was read (decoded; an HTML page: its extracted text)."""
        return self.lead + "".join(s.source + s.gap for s in self.segments)


@dataclass(frozen=True, slots=True)
class Document:
    """What an importer returns and an exporter writes: an article and what is known of its targets.

    targets, notes, remarks (errors, comments of reviewers) are by segment id; a missing id means none. original: the
    file itself, of formats that can be written back with their layout. dismissals: findings a person did not want to
    see, where the file holds them.
    """

    article: Article
    targets: Mapping[str, Target] = field(default_factory=dict)
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    remarks: Mapping[str, tuple[Remark, ...]] = field(default_factory=dict)
    original: Original | None = None
    dismissals: tuple[Dismissal, ...] = ()
