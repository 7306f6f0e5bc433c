"""A project that two people have reviewed: errors, comments, times, a rejected segment, scores before and after."""

from __future__ import annotations

from pathlib import Path

from tests.review.quality_material import Clock, do
from translator_gui.domain.article import Article, Document
from translator_gui.domain.change import Change
from translator_gui.domain.finding import Severity
from translator_gui.domain.score import Scorecard
from translator_gui.domain.segment import Origin, Segment, SegmentKind, Target
from translator_gui.domain.span import Side, Span
from translator_gui.review import annotations as marked
from translator_gui.review import commands, comments
from translator_gui.review.quality_plan import Order, Plan
from translator_gui.review.quality_session import QualitySession
from translator_gui.review.session import ReviewSession

# French, the draft, its divergence, what the reviewer made of it ("" leaves it), the divergence after that.
ROWS = (
    ("GRÈVE AU PORT DU HAVRE", "STRIKE AT LE HAVRE HARBOUR", 14, "STRIKE AT THE PORT OF LE HAVRE", 8),
    (
        "La grève des dockers, entamée le 27 février, se poursuit malgré l’appel du préfet.",
        "The dockers’ strike, begun on 27 January, continues despite the prefect’s call.",
        92, "The dockers’ strike, begun on 27 February, continues despite the prefect’s call.", 11,
    ),
    (
        "Le préfet n’a pas exclu une réquisition « si la situation devait s’aggraver ».",
        "The prefect has ruled out requisitioning “should the situation worsen”.",
        88, "The prefect has not ruled out requisitioning “should the situation worsen”.", 17,
    ),
    (
        "Selon l’union maritime, trente-deux navires attendent au large.",
        "According to the shipping union, thirty-two ships are waiting offshore.", 21, "", 21,
    ),
    (
        "La direction promet 60 embauches, mais aucune avant l’automne.",
        "Management promises 60 new jobs.", 81, "Management promises 60 new jobs, but none before the autumn.", 24,
    ),
    ("LES SYNDICATS RÉPONDENT", "THE UNIONS ANSWER", 9, "", 9),
    (
        "« C’est se moquer du monde », a lancé Mme Le Goff devant les grilles.",
        "“This is making fun of the world”, said Mrs Le Goff in front of the gates.",
        63, "“They take us for fools,” said Ms Le Goff at the gates.", 38,
    ),
    (
        "Elle réclame l’ouverture immédiate de négociations.",
        "She calls for talks to open at once.", 12, "", 12,
    ),
    (
        "Le trafic de marchandises a reculé de 12 % depuis le début du mouvement.",
        "Freight traffic has fallen by 21% since the start of the movement.", 77, "", 77,
    ),
    ("Une assemblée générale est prévue lundi.", "A general meeting is planned on Monday.", 33, "", 33),
)  # fmt: skip
# Segment, words, error type, severity, comment; the reviewer's first, then the second reviewer's.
ERRORS = {
    "Anna Keller": (
        ("s1", "January", "accuracy/mistranslation", Severity.CRITICAL, "The strike began on 27 February."),
        ("s2", "has ruled out", "accuracy/mistranslation", Severity.CRITICAL, "The opposite: he has not."),
        ("s4", "", "accuracy/omission", Severity.MAJOR, "“but none before the autumn” is missing."),
        ("s6", "making fun of the world", "style/unidiomatic", Severity.MINOR, ""),
        ("s8", "21%", "accuracy/mistranslation", Severity.MAJOR, "12 per cent."),
    ),
    "Benoît Œuvrard": (
        ("s1", "27 January", "accuracy/mistranslation", Severity.MAJOR, ""),
        ("s2", "has ruled out", "accuracy/mistranslation", Severity.CRITICAL, ""),
        ("s3", "shipping union", "terminology/wrong-term", Severity.MINOR, ""),
        ("s8", "21%", "accuracy/mistranslation", Severity.MAJOR, ""),
    ),
}


def reviewed_project(path: Path) -> Path:
    """Anna Keller's session is finished, Benoît Œuvrard's was before hers."""
    _create(path)
    _review(path, "Benoît Œuvrard", edit=False)
    _review(path, "Anna Keller", edit=True)
    return path


def _create(path: Path) -> None:
    segments, targets = [], {}
    for number, (source, draft, *_) in enumerate(ROWS):
        heading = source.isupper()
        kind = SegmentKind.HEADING if heading else SegmentKind.PARAGRAPH
        segments.append(Segment(f"s{number}", source, "\n", number, kind, 2 if heading else 0))
        targets[f"s{number}"] = Target(draft, origin=Origin.ENGINE, engine="firefox")
    article = Article(tuple(segments), title="Grève au port du Havre", origin="greve-au-port.txt")
    with ReviewSession.create(path, Document(article, targets), "Anna Keller") as session:
        _score(session, 2)


def _score(session: ReviewSession, column: int) -> None:
    cards = [
        (session.row(f"s{n}").revision, Scorecard(f"s{n}", float(row[column]), float(row[column]), row[column] > 50))
        for n, row in enumerate(ROWS)
    ]
    session.add_scores(cards)


def _review(path: Path, user: str, edit: bool) -> None:
    clock = Clock()
    with ReviewSession.open(path, user) as session:
        quality = QualitySession.start(session, Plan(order=Order.DIVERGENCE), clock)
        quality.touched("s1")
        for number, (_, _, divergence, after, _) in enumerate(ROWS):
            segment = f"s{number}"
            quality.touched(segment)
            clock.wait(8 + divergence * 0.9)
            _mark(session, user, segment)
            if edit and after:
                do(session, commands.set_text(session, segment, after))
            _settle(session, quality, segment, edit)
        quality.touched("s0")
        if edit:
            _score(session, 4)
            do(session, comments.add(session, "s3", "Is « union maritime » a union or an association?"))
        quality.finish()
        quality.close()


def _settle(session: ReviewSession, quality: QualitySession, segment: str, edit: bool) -> None:
    if not edit:
        quality.settle(segment)
    elif segment == "s8":
        do(session, commands.reject(session, segment, "The figure is wrong"))
    else:
        do(session, commands.confirm(session, segment))


def _mark(session: ReviewSession, user: str, segment: str) -> Change | None:
    change = None
    for id_, words, category, severity, comment in ERRORS[user]:
        if id_ == segment:
            start = session.row(segment).target.text.find(words)
            span = Span(start, start + len(words)) if words else None
            change = do(session, marked.mark(session, segment, Side.TARGET, span, category, severity, comment))
    return change
