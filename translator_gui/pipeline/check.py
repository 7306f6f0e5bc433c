"""All checks over all rows of an article: pair by pair, and over the article as a whole."""

from __future__ import annotations

from ..domain.finding import Finding
from .opening import Opened
from .pairs import pairs_of
from .workshop import Workshop


def check_rows(opened: Opened, workshop: Workshop) -> dict[str, list[Finding]]:
    """Findings by id, for every row that is part of the article, in order; a project's dismissals are honoured."""
    pairs = pairs_of(opened.article, opened.rows)
    by_pair, by_article = workshop.checks(pairs), workshop.run_article_checks(pairs)
    return {
        pair.id: [finding for finding in [*alone, *together] if not opened.is_dismissed(finding)]
        for pair, alone, together in zip(pairs, by_pair, by_article, strict=True)
    }
