"""Aligning two files: reading their sentences, putting the aligner together, and what comes out as rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ..alignment.aligner import TextAligner, in_order
from ..domain.article import Article, Document
from ..domain.bead import AlignmentBead
from ..domain.protocols import Aligner
from ..domain.segment import Origin, Row, Segment, State, Target
from ..formats.decoding import decode
from ..formats.reading import read_bytes
from ..kit.errors import InputError
from ..kit.jobs import JobContext
from ..text.placeables import plain
from .intake import read_file
from .opening import Opened
from .profiles import ALIGNERS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ..scoring.word_vectors import WordVectors
    from .workshop import Workshop

_BATCH = 32  # texts between two looks at the cancel token
_KEPT = 50_000  # vectors kept of texts seen (75 MB)
_LINE = re.compile(r"\r?\n")


@dataclass(frozen=True)
class Sentences:
    """One document. paragraphs: a number per sentence, None when they are not known. debris: indexes of sentences
    that are the web site's, not the article's. warnings: for the person."""

    texts: tuple[str, ...]
    paragraphs: tuple[int, ...] | None = None
    debris: frozenset[int] = frozenset()
    warnings: tuple[str, ...] = ()


def read_sentences(path: Path, lines: bool = False, workshop: Workshop | None = None) -> Sentences:
    """The sentences of a file. Raises InputError (missing, empty), FormatError.

    lines: the file holds one sentence a line, and a blank line between paragraphs if they are known; indexes count
    the lines that are not blank. Else any file that can be imported: it is split into sentences, and indexes count
    every sentence, those of the web site around the article among them.
    """
    if lines:
        return _read_lines(path)
    return sentences_of(read_file(path, workshop))


def sentences_of(document: Document) -> Sentences:
    """Every sentence of a document, those of the web site around the article among them."""
    segments = document.article.segments
    debris = frozenset(number for number, segment in enumerate(segments) if segment.excluded)
    texts, paragraphs = tuple(plain(s.source) for s in segments), tuple(s.paragraph for s in segments)
    return Sentences(texts, paragraphs, debris, document.warnings)


def _read_lines(path: Path) -> Sentences:
    decoded = decode(read_bytes(path), path.name)
    texts: list[str] = []
    paragraphs: list[int] = []
    number, blank = 0, False
    # Line ends of text files alone: other separators of Unicode may stand inside a sentence.
    for line in _LINE.split(decoded.text):
        if not line.strip():
            blank = True
            continue
        number += blank and bool(texts)
        blank = False
        texts.append(line.strip())
        paragraphs.append(number)
    if not texts:
        raise InputError(f"“{path.name}” holds no text.", "Give a file with a sentence a line.")
    return Sentences(tuple(texts), tuple(paragraphs) if number else None, warnings=decoded.warnings)


def align(source: Sentences, target: Sentences, aligner: Aligner, ctx: JobContext) -> list[AlignmentBead]:
    """Beads over all sentences, in source order. Source sentences that are debris are left alone. Raises Cancelled."""
    kept = [i for i in range(len(source.texts)) if i not in source.debris]
    paragraphs = source.paragraphs and [source.paragraphs[i] for i in kept]
    found = aligner.align([source.texts[i] for i in kept], target.texts, ctx, paragraphs, target.paragraphs)
    beads = [replace(bead, source=tuple(kept[i] for i in bead.source)) for bead in found]
    return in_order([*beads, *(AlignmentBead((i,), ()) for i in sorted(source.debris))])


class SentenceVectors:
    """Texts -> vectors of multilingual-e5-small and their tokens, each text once; an alignment.aligner.Embedder."""

    def __init__(self) -> None:
        from ..scoring.cache import Memory

        self._memory: Memory[str, tuple[Any, float]] = Memory(_KEPT)

    def __call__(self, texts: Sequence[str], ctx: JobContext) -> tuple[NDArray[Any], NDArray[Any]]:
        """Raises Cancelled, MissingExtraError."""
        from ..scoring.e5 import load_e5
        from ..scoring.wording import has_words, readable

        model = load_e5()

        def embed(missing: Sequence[str]) -> list[tuple[Any, float]]:
            found: list[tuple[Any, float]] = []
            for start in range(0, len(missing), _BATCH):
                ctx.check()
                ctx.progress(start, len(missing), "")
                batch = model.embed([readable(text) for text in missing[start : start + _BATCH]])
                found += [(embedded.vector, float(embedded.tokens)) for embedded in batch]
            return found

        # A text without words has no meaning to compare; the model would give it some vector all the same.
        pairs = self._memory.all([text if has_words(text) else "" for text in texts], embed)
        return np.stack([vector for vector, _ in pairs]), np.array([tokens for _, tokens in pairs])


def build_aligner(profile: str = "full") -> tuple[Aligner, list[str]]:
    """The best aligner that can be built of what is installed, and what is missing, for people.

    profile: "signs" goes by numbers, names, cognates and lengths, at once; "fast" by words, once their vectors are
    read; "full" by meanings of sentences (20 ms a sentence). The latter two need the extra ``semantic``; without it
    signs decide. Raises InputError for another profile.
    """
    if profile not in ALIGNERS:
        raise InputError(f"There is no alignment profile called “{profile}”.", f"Known: {', '.join(ALIGNERS)}.")
    missing = missing_for(profile)
    if missing:
        return TextAligner(), [f"Words are compared by their letters alone. To compare meanings: {missing}"]
    if profile == "signs":
        return TextAligner(), []
    return TextAligner(SentenceVectors() if profile == "full" else None, _word_vectors()), []


@lru_cache(maxsize=1)
def _word_vectors() -> WordVectors:
    """Once a process: they take 20 ms to build, and remember texts."""
    from ..scoring.e5 import load_e5
    from ..scoring.word_vectors import WordVectors

    return WordVectors(load_e5())


def missing_for(profile: str) -> str:
    """The line that installs what the profile needs, "" when all of it is there."""
    from ..scoring.e5 import INSTALL
    from ..scoring.e5_file import weights_path

    return "" if profile == "signs" or weights_path() is not None else INSTALL


def opened_of(source: Sentences, target: Sentences, beads: Sequence[AlignmentBead], title: str) -> tuple[Opened, int]:
    """The beads as rows (what an export wants), and how many target sentences have no row, for want of a source."""
    rows: list[Row] = []
    homeless = 0
    for bead in beads:
        english = " ".join(target.texts[j] for j in bead.target)
        if not bead.source:
            homeless += len(bead.target)
            continue
        french = " ".join(source.texts[i] for i in bead.source)
        paragraph = source.paragraphs[bead.source[0]] if source.paragraphs else 0
        segment = Segment(f"s{len(rows) + 1}", french, " ", paragraph)
        drafted = Target(english, State.TRANSLATED, Origin.DRAFT) if english else Target()
        rows.append(Row(segment, drafted))
    article = Article(tuple(row.segment for row in rows), title=title)
    return Opened(article, rows, warnings=[*source.warnings, *target.warnings]), homeless
