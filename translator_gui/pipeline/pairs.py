"""Rows -> what scorers, checks and engines are asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..domain.article import Article
from ..domain.candidate import TranslationRequest
from ..domain.score import Pair
from ..domain.segment import Row


def pairs_of(
    article: Article, rows: Sequence[Row], candidates: Mapping[str, Sequence[str]] | None = None
) -> list[Pair]:
    """One pair per row that is part of the article, each with its neighbours' targets."""
    part = [row for row in rows if not row.segment.excluded]
    targets = ["", *(row.target.text for row in part), ""]
    proposed = candidates or {}
    return [
        Pair(
            row.id,
            row.segment.source,
            row.target.text,
            article.pair,
            row.segment.kind,
            tuple(proposed.get(row.id, ())),
            previous=targets[number],
            following=targets[number + 2],
        )
        for number, row in enumerate(part)
    ]


def requests_of(article: Article, rows: Sequence[Row]) -> list[TranslationRequest]:
    """One request per row that is part of the article; the pairs before each are filled in by propose()."""
    return [
        TranslationRequest(row.id, row.segment.source, article.pair, row.segment.kind)
        for row in rows
        if not row.segment.excluded and row.segment.source.strip()
    ]
