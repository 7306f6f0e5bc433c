"""An English draft laid beside its source: paragraph by paragraph, then sentence by sentence. Nothing of it is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from ..alignment.aligner import TextAligner
from ..domain.article import Document
from ..domain.protocols import Aligner, Segmenter
from ..domain.segment import Origin, Segment, State, Target
from ..formats.decoding import decode
from ..formats.import_text import blocks
from ..kit.errors import InputError
from ..kit.jobs import JobContext
from ..text.normalise import one_line

_NAMED = 3


class _Draft:
    """Collects English for each source segment; what has no place of its own goes to the segment before it."""

    def __init__(self) -> None:
        self.texts: dict[str, list[str]] = {}
        self.homeless: list[str] = []
        self.shared: list[str] = []
        self._waiting: list[str] = []
        self._last = ""

    def put(self, segment: str, text: str) -> None:
        self.texts.setdefault(segment, []).extend([*self._waiting, text])
        self._waiting, self._last = [], segment

    def put_somewhere(self, text: str) -> None:
        self.homeless.append(text)
        if self._last:
            self.texts[self._last].append(text)
        else:
            self._waiting.append(text)

    def finish(self, first: str) -> None:
        if self._waiting:
            self.put(first, "")


def pair_draft(document: Document, draft: str, segmenter: Segmenter, aligner: Aligner | None = None) -> Document:
    """The document with targets of origin DRAFT. Raises InputError when the draft holds no text."""
    aligner = aligner or TextAligner()
    language = document.article.pair.target
    text = decode(draft.encode("utf-8", "surrogatepass"), "The draft", forced="utf-8").text if draft.strip() else ""
    english = [one_line(block.span.of(text)) for block in blocks(text)]
    if not english:
        raise InputError("The draft holds no text.", "Choose the English text that belongs to this article.")
    french = _paragraphs(document.article.segments, len(english))
    collected = _Draft()
    even = len(french) == len(english)
    for ours, theirs in _pair_paragraphs(french, english, aligner):
        _pair_sentences(ours, theirs, segmenter, language, aligner, collected)
    collected.finish(document.article.segments[0].id)
    targets = {
        segment: Target(" ".join(filter(None, texts)), State.TRANSLATED, Origin.DRAFT)
        for segment, texts in collected.texts.items()
    }
    warnings = (*document.warnings, *_warnings(collected, even, len(french), len(english)))
    return replace(document, targets={**document.targets, **targets}, warnings=warnings)


def _paragraphs(segments: Sequence[Segment], wanted: int) -> list[list[Segment]]:
    """Source paragraphs that the draft has: all of them when the numbers agree, else the article without its debris."""
    every = [list(group) for _, group in groupby(segments, key=lambda segment: segment.paragraph)]
    body = [group for group in every if not group[0].excluded]
    return every if len(every) == wanted or not body else body


def _pair_paragraphs(
    french: list[list[Segment]], english: list[str], aligner: Aligner
) -> list[tuple[list[Segment], list[str]]]:
    """Groups of paragraphs that belong together: one to one when there are as many."""
    if len(french) == len(english):
        return [(ours, [theirs]) for ours, theirs in zip(french, english, strict=True)]
    beads = aligner.align([" ".join(s.source for s in group) for group in french], english, JobContext())
    return [
        ([segment for number in bead.source for segment in french[number]], [english[number] for number in bead.target])
        for bead in beads
    ]


def _pair_sentences(
    ours: list[Segment], theirs: list[str], segmenter: Segmenter, language: str, aligner: Aligner, into: _Draft
) -> None:
    sentences = [span.of(text) for text in theirs for span in segmenter.spans(text, language)]
    if len(ours) == 1 and sentences:
        into.put(ours[0].id, " ".join(theirs))
        return
    if len(ours) == len(sentences):
        # As many on both sides: a short sentence is then an omission, which a reviewer must see in its own row.
        for segment, sentence in zip(ours, sentences, strict=True):
            into.put(segment.id, sentence)
        return
    for bead in aligner.align([segment.source for segment in ours], sentences, JobContext()):
        text = " ".join(sentences[number] for number in bead.target)
        if bead.source and text:
            into.put(ours[bead.source[0]].id, text)
            into.shared += [ours[number].id for number in bead.source[1:]]
        elif text:
            into.put_somewhere(text)


def _warnings(collected: _Draft, even: bool, french: int, english: int) -> list[str]:
    found = []
    if not even:
        found.append(
            f"The draft has {english} paragraphs and the article {french}: they were paired by length and shared words."
        )
    if collected.homeless:
        texts = "; ".join(f"“{text[:60]}”" for text in collected.homeless[:_NAMED])
        more = " …" if len(collected.homeless) > _NAMED else ""
        count = len(collected.homeless)
        found.append(
            f"No source was found for {count} part(s) of the draft; they went to the row before: {texts}{more}"
        )
    if collected.shared:
        found.append(f"{len(collected.shared)} source sentence(s) share the English of the row before.")
    return found
