"""Small articles and cards, made here, that the tests of store and review share."""

from __future__ import annotations

from collections.abc import Sequence

from translator_gui.domain.article import Article, Document
from translator_gui.domain.finding import Finding, Severity, fingerprint
from translator_gui.domain.score import Contribution, Scorecard, WordScore
from translator_gui.domain.segment import Exclusion, Origin, Segment, SegmentKind, Target
from translator_gui.domain.span import Side, Span

SOURCES = (
    "Le sommet de Lyon",
    "Le ministre est arrivé à 14 h 30. Il n’a rien dit.",
    "« Nous verrons », a répondu M. Durand.",
    "Laisser un commentaire",
    "Trois personnes ont été blessées 🙂.",
)
DRAFTS = (
    "The Lyon summit",
    "The minister arrived at 2:30 pm. He said nothing.",
    "“We shall see,” Mr. Durand replied.",
    "",
    "Two people were hurt.",
)


def document(drafts: Sequence[str] = DRAFTS) -> Document:
    segments = tuple(
        Segment(
            f"s{number}",
            source,
            gap="\n\n" if number != 1 else "\u00a0",
            paragraph=number,
            kind=SegmentKind.HEADING if number == 0 else SegmentKind.PARAGRAPH,
            level=int(number == 0),
            exclusion=Exclusion.DEBRIS if number == 3 else Exclusion.NONE,
        )
        for number, source in enumerate(SOURCES)
    )
    targets = {
        segment.id: Target(text, origin=Origin.DRAFT) for segment, text in zip(segments, drafts, strict=True) if text
    }
    article = Article(segments, lead="\ufeff \n", title="Lyon", origin="lyon.txt", metadata={"encoding": "utf-8"})
    return Document(article, targets, notes={"s1": ("Check the hour.",)})


def finding(
    segment: str, code: str = "number.missing", target: str = "x", severity: Severity = Severity.MAJOR
) -> Finding:
    key = fingerprint(code.split(".")[0], segment, target)
    return Finding(
        *(code.split(".")[0], code, segment, Side.TARGET, Span(0, 3), "“3” is missing.", severity, key),
        params=(("number", "3"),),
        hard=True,
        category="accuracy/mistranslation",
        suggestion="Three",
    )


def card(
    segment: str, divergence: float = 80.0, findings: Sequence[Finding] = (), order: float | None = None
) -> Scorecard:
    return Scorecard(
        segment,
        divergence,
        divergence if order is None else order,
        divergence >= 50,
        tuple(findings),
        (WordScore(Side.TARGET, Span(0, 3), 0.5, "number.missing"),),
        (Contribution("rules", divergence, "a rule"),),
        "tg:rules|v:1",
    )
