"""Two documents -> a bitext, a first alignment of it, and from its beads the document of a review.

Nothing of either document is lost on the way: French without English is a row without target; English without French
goes into a note of the row before it, and is told of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..alignment.aligner import in_order
from ..domain.article import Document
from ..domain.bead import AlignmentBead, Bitext
from ..domain.language import FR_EN, LanguagePair
from ..domain.original import Original
from ..domain.protocols import Aligner
from ..domain.segment import Origin, Segment, State, Target
from ..engines.placing import place
from ..kit.errors import InputError
from ..kit.jobs import JobContext
from ..text.placeables import plain
from ..text.which_language import which_language
from .intake import read_file

if TYPE_CHECKING:
    from .workshop import Workshop

_NAMES = {"fr": "French", "en": "English"}


@dataclass(frozen=True)
class TwoDocuments:
    """swapped: the English one was given first. warnings: of reading, for people. original: the file of the source,
    when it has a layout."""

    bitext: Bitext
    paths: tuple[Path, Path]
    swapped: bool = False
    warnings: tuple[str, ...] = ()
    original: Original | None = None


def read_two(first: Path, second: Path, workshop: Workshop | None = None, pair: LanguagePair = FR_EN) -> TwoDocuments:
    """Reads both and tells from their words which is the source. Raises InputError (missing, empty, both in one
    language, twice the same file), FormatError."""
    if first.resolve() == second.resolve():
        raise InputError(f"“{first.name}” was given twice.", "Choose the French document and the English one.")
    documents = [read_file(path, workshop) for path in (first, second)]
    for path, document in zip((first, second), documents, strict=True):
        if document.targets:
            raise InputError(f"“{path.name}” is bilingual already.", "Open it alone: it needs no aligning.")
    languages = [which_language(document.article.text(), pair.source, pair.target) for document in documents]
    if languages[0] and languages[0] == languages[1]:
        raise _same_language(first, second, languages[0], pair)
    swapped = languages[0] == pair.target or languages[1] == pair.source
    order = (1, 0) if swapped else (0, 1)
    paths = [(first, second)[n] for n in order]
    source, target = documents[order[0]], read_file(paths[1], workshop, language=pair.target)
    bitext = Bitext(source.article, target.article)
    return TwoDocuments(bitext, (paths[0], paths[1]), swapped, (*source.warnings, *target.warnings), source.original)


def _same_language(first: Path, second: Path, language: str, pair: LanguagePair) -> InputError:
    name, source, target = (_NAMES.get(code, code) for code in (language, pair.source, pair.target))
    return InputError(
        f"“{first.name}” and “{second.name}” are both in {name}.",
        f"Choose one document in {source} and one in {target}.",
    )


def align_bitext(bitext: Bitext, aligner: Aligner, ctx: JobContext) -> list[AlignmentBead]:
    """Beads over all sentences, in source order; those around the article are left alone. Raises Cancelled."""
    source, target = (
        [n for n, segment in enumerate(article.segments) if not segment.excluded]
        for article in (bitext.source, bitext.target)
    )
    ours, theirs = bitext.source.segments, bitext.target.segments
    found = aligner.align(
        [plain(ours[i].source) for i in source],
        [plain(theirs[j].source) for j in target],
        ctx,
        [ours[i].paragraph for i in source],
        [theirs[j].paragraph for j in target],
    )
    beads = [
        replace(bead, source=tuple(source[i] for i in bead.source), target=tuple(target[j] for j in bead.target))
        for bead in found
    ]
    beads += [AlignmentBead((i,), ()) for i, segment in enumerate(ours) if segment.excluded]
    beads += [AlignmentBead((), (j,)) for j, segment in enumerate(theirs) if segment.excluded]
    return in_order(beads)


@dataclass(frozen=True)
class Aligned:
    """document: a row per bead that has a source, its sentences together. homeless: English sentences of the article
    that have no source; they are in notes, too."""

    document: Document
    homeless: tuple[str, ...]


def aligned_document(bitext: Bitext, beads: Iterable[AlignmentBead], original: Original | None = None) -> Aligned:
    """The article with the English of each bead as its draft, and the file it came from. A confirmed bead's English is
    TRANSLATED like the rest: that two texts belong together does not say that the translation is good."""
    segments: list[Segment] = []
    targets: dict[str, Target] = {}
    notes: dict[str, tuple[str, ...]] = {}
    homeless: list[str] = []
    waiting: list[str] = []
    last = ""
    for bead in in_order(list(beads)):
        english = _joined([bitext.target.segments[j] for j in bead.target])
        if bead.source:
            segment = _whole([bitext.source.segments[i] for i in bead.source])
            segments.append(segment)
            if english:
                # Placeables of the English file mean something else than the source's.
                text = place(segment.source, plain(english)).text
                targets[segment.id] = Target(text, State.TRANSLATED, Origin.DRAFT)
            last = last if segment.excluded else segment.id
            if waiting and last:
                notes[last], waiting = tuple(waiting), []
        elif not all(bitext.target.segments[j].excluded for j in bead.target):
            homeless.append(plain(english))
            note = f"English without a French sentence: {homeless[-1]}"
            if last:
                notes[last] = (*notes.get(last, ()), note)
            else:
                waiting.append(note)
    article = replace(bitext.source, segments=tuple(segments))
    return Aligned(Document(article, targets, notes, original=original), tuple(homeless))


def _whole(sentences: Sequence[Segment]) -> Segment:
    """One segment of several: the first one's id and kind, the last one's gap."""
    if len(sentences) == 1:
        return sentences[0]
    excluded = all(sentence.excluded for sentence in sentences)
    exclusion = sentences[0].exclusion if excluded else next(s.exclusion for s in sentences if not s.excluded)
    return replace(sentences[0], source=_joined(sentences), gap=sentences[-1].gap, exclusion=exclusion)


def _joined(sentences: Sequence[Segment]) -> str:
    """With what stood between them, but no line ends: a row is one piece of text."""
    parts: list[str] = []
    for sentence in sentences:
        parts += [sentence.source, " " if "\n" in sentence.gap or not sentence.gap else sentence.gap]
    return "".join(parts[:-1])
