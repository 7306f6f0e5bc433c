"""Small bitexts for the tests of the alignment."""

from __future__ import annotations

from pathlib import Path

from translator_gui.domain.article import Article
from translator_gui.domain.bead import AlignmentBead, Bitext
from translator_gui.domain.segment import Exclusion, Segment
from translator_gui.review.alignment_session import AlignmentSession

FRENCH = (
    "Le port de Kermoran est fermé depuis le 27 février.",
    "Les dockers demandent 4 % de plus.",
    "Le maire a parlé jeudi.",
    "Il n'a rien promis.",
    "La suite lundi.",
)
ENGLISH = (
    "The port of Kermoran has been closed since 27 February.",
    "The dockers ask for 4% more.",
    "The mayor spoke on Thursday, and promised nothing.",
    "More on Monday.",
    "Translated by the desk.",
)
BEADS = (
    AlignmentBead((0,), (0,), 0.99),
    AlignmentBead((1,), (1,), 0.95),
    AlignmentBead((2, 3), (2,), 0.4),
    AlignmentBead((4,), (3,), 0.8),
    AlignmentBead((), (4,), 0.7),
)


def article(texts: tuple[str, ...], excluded: tuple[int, ...] = ()) -> Article:
    segments = (
        Segment(f"s{n}", text, "\n" if n + 1 < len(texts) else "", n, exclusion=_exclusion(n in excluded))
        for n, text in enumerate(texts)
    )
    return Article(tuple(segments), title="Kermoran")


def _exclusion(excluded: bool) -> Exclusion:
    return Exclusion.DEBRIS if excluded else Exclusion.NONE


def bitext(count: int = 0) -> Bitext:
    """count: so many numbered sentences on either side instead."""
    if count:
        return Bitext(
            article(tuple(f"Phrase numéro {n}." for n in range(count))),
            article(tuple(f"Sentence number {n}." for n in range(count))),
        )
    return Bitext(article(FRENCH), article(ENGLISH))


def straight(count: int) -> list[AlignmentBead]:
    return [AlignmentBead((n,), (n,), 0.9) for n in range(count)]


def session(path: Path) -> AlignmentSession:
    return AlignmentSession.create(path, bitext(), BEADS, "Anna")


def links(table: object) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.source, bead.target) for bead in table]  # type: ignore[attr-defined]
