"""Getting an article in: import, split into sentences, mark site debris, pair with an English draft."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from ..domain.article import Article, Document
from ..domain.language import LanguagePair
from ..engines.placing import place
from ..formats.catalogue import HEAD_BYTES, importer, sniff
from ..formats.import_moses import partner
from ..formats.import_text import TextImporter
from ..formats.reading import read_bytes
from ..segmentation.article import segment_article
from ..segmentation.debris import mark_debris
from ..segmentation.default import segmenter
from ..text.placeables import has_tags, plain
from .pairing import pair_draft


def read_file(path: str | Path, workshop: Any = None, format: str = "", language: str = "", **options: Any) -> Document:
    """A file as a Document ready to be worked on. format: an importer's id; "" tells it from the content.

    language: of the text, "" for French. workshop: a pipeline.workshop.Workshop whose segmenter is used; None: the
    default one.
    Raises InputError (missing, a folder, empty, not allowed) or FormatError (not what it promises).
    """
    path = Path(path)
    return read_data(read_bytes(path), path, workshop, format, language, **options)


def read_data(
    data: bytes, path: Path, workshop: Any = None, format: str = "", language: str = "", **options: Any
) -> Document:
    """read_file for bytes that were read already; ``path``: where they came from. Raises InputError, FormatError."""
    reader = importer(format or sniff(data[:HEAD_BYTES], path.name))
    document = reader.read(data, path.name, options)
    if language:
        article = document.article
        pair = LanguagePair(language, article.pair.target if article.pair.target != language else article.pair.source)
        document = replace(document, article=replace(article, pair=pair))
    return _prepared(document, str(path), workshop)


def read_article(path: str | Path, workshop: Any = None, format: str = "", **options: Any) -> Document:
    """As read_file; one half of a Moses pair (NAME.fr beside NAME.en, of as many lines) brings the other half along.
    Not for a file that has its translation elsewhere."""
    path = Path(path)
    halves = partner(path) if format in ("", "moses") else None
    if halves is None or not (format or same_length(*map(read_bytes, halves[:2]))):
        return read_file(path, workshop, format, **options)
    source, target, pair = halves
    return read_halves(read_bytes(source), read_bytes(target), source, workshop, pair=pair, **options)


def read_halves(source: bytes, target: bytes, path: Path, workshop: Any = None, **options: Any) -> Document:
    """A Moses pair; ``path``: where the source came from. options: pair ("fr-en"), and the importer's. Raises
    FormatError when the two have not as many lines."""
    name = path.with_suffix("").name
    document = importer("moses").read(source, name, {**options, "other": target})
    return _prepared(document, str(path), workshop)


def same_length(source: bytes, target: bytes) -> bool:
    """Of as many lines? Two files that only happen to be called alike are no Moses pair."""
    return source.count(b"\n") == target.count(b"\n") > 0


def read_text(text: str, title: str = "", workshop: Any = None) -> Document:
    """Pasted text as a Document. Raises InputError when there is none."""
    data = text.encode("utf-8", "surrogatepass")
    document = TextImporter().read(data, title or "The pasted text", {"encoding": "utf-8"})
    if title:
        document = replace(document, article=replace(document.article, title=title))
    return _prepared(document, "", workshop)


def _prepared(document: Document, origin: str, workshop: Any) -> Document:
    engine = workshop.segmenter() if workshop is not None else segmenter()
    article = replace(document.article, origin=document.article.origin or origin)
    if document.targets:
        # A bilingual file has its own units: they are kept as they are.
        return replace(document, article=article)
    article = mark_debris(segment_article(article, engine))
    return replace(document, article=replace(article, title=_title(article)))


def _title(article: Article) -> str:
    """The importer's title, unless it is a piece of debris."""
    debris = {segment.source for segment in article.segments if segment.excluded}
    if article.title not in debris:
        return article.title
    return next((segment.source for segment in article.segments if not segment.excluded), article.title)[:120]


def with_draft(document: Document, draft_text: str, workshop: Any = None) -> Document:
    """The document with the English draft as targets (origin DRAFT); see pipeline.pairing. The draft's own placeables
    mean something else than the source's, which are put in their place."""
    paired = pair_draft(document, plain(draft_text), workshop.segmenter() if workshop is not None else segmenter())
    sources = {segment.id: segment.source for segment in paired.article.segments if has_tags(segment.source)}
    placed = {
        id_: replace(target, text=place(sources[id_], target.text).text) if id_ in sources else target
        for id_, target in paired.targets.items()
    }
    return replace(paired, targets=placed)
