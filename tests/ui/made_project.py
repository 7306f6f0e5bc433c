"""A real project with everything a panel shows: states, candidates, findings, scores. No engine or model is asked."""

from __future__ import annotations

from pathlib import Path

from translator_gui.domain.article import Article, Document
from translator_gui.domain.candidate import Candidate
from translator_gui.domain.finding import Finding, Severity, fingerprint
from translator_gui.domain.score import Contribution, Scorecard
from translator_gui.domain.segment import Exclusion, Origin, Segment, SegmentKind, Target
from translator_gui.domain.span import Side, Span
from translator_gui.review.session import ReviewSession

TEXTS = (
    ("GRÈVE AU PORT", "STRIKE AT THE PORT"),
    ("La grève dure depuis le 27 février.", "The strike has lasted since 27 January."),
    ("Le préfet n’a pas exclu la réquisition.", "The prefect has ruled out requisition."),
    ("Partager cet article", ""),
    ("LA DIRECTION RÉPOND", "MANAGEMENT ANSWERS"),
    ("Elle promet 60 embauches.", "It promises 60 new jobs at the port."),
)


def finding(segment: str, source: str, target: str, code: str, severity: Severity, words: str) -> Finding:
    start = target.find(words)
    return Finding(
        "test", code, segment, Side.TARGET, Span(start, start + len(words)), f"About {words}.", severity,
        fingerprint("test", source, target, words), (("words", words),),
    )  # fmt: skip


def made_session(path: Path) -> ReviewSession:
    """Six rows; s1 and s2 have findings and candidates and are flagged; s3 is debris; s0 and s4 are headings."""
    segments, targets = [], {}
    for number, (source, target) in enumerate(TEXTS):
        heading = source.isupper()
        kind = SegmentKind.HEADING if heading else SegmentKind.PARAGRAPH
        exclusion = Exclusion.DEBRIS if source.startswith("Partager") else Exclusion.NONE
        segments.append(Segment(f"s{number}", source, "\n", number, kind, 2 if heading else 0, exclusion))
        targets[f"s{number}"] = Target(target, origin=Origin.DRAFT)
    session = ReviewSession.create(path, Document(Article(tuple(segments), title="Grève"), targets), "Anna")
    session.add_scores([(session.row(name).revision, _card(session, name)) for name in ("s1", "s2", "s5")])
    session.add_candidates({"s1": candidates()}, "test")
    return session


def _card(session: ReviewSession, name: str) -> Scorecard:
    row = session.row(name)
    source, target = row.segment.source, row.target.text
    found = {
        "s1": (finding(name, source, target, "scorer.meaning", Severity.CRITICAL, "January"),),
        "s2": (
            finding(name, source, target, "scorer.opposite", Severity.MAJOR, "ruled out"),
            finding(name, source, target, "scorer.omission", Severity.MINOR, "prefect"),
        ),
    }.get(name, ())
    divergence = {"s1": 97.0, "s2": 68.0}.get(name, 12.0)
    parts = (Contribution("rules", divergence * 0.75, "a rule"), Contribution("e5", divergence * 0.25))
    return Scorecard(name, divergence, divergence, divergence > 50, found, (), parts, "test")


def candidates() -> list[Candidate]:
    return [
        Candidate("The strike has lasted since 27 February.", "pivot", "fr-es-pt-en", score=81.0),
        Candidate("The strike began on 27 February.", "local", score=55.0, doubts=("It is short.",)),
    ]
