"""An article and its draft, both made up for the tests: a French news piece and an English draft "of a machine" with
the kind of errors local models make. Scored by the real checks, nothing is prepared but the texts."""

from __future__ import annotations

from pathlib import Path

from translator_gui.domain.article import Article, Document
from translator_gui.domain.segment import Origin, Segment, SegmentKind, Target
from translator_gui.review.session import ReviewSession

PAIRS = (
    ("LES DOCKERS DU HAVRE PROLONGENT LA GRÈVE", "LE HAVRE DOCKERS EXTEND THE STRIKE"),
    (
        "Les dockers du Havre ont voté jeudi 14 mars la poursuite de leur grève, commencée il y a 12 jours.",
        "The Le Havre dockers voted on Thursday 14 March to continue their strike, which began 21 days ago.",
    ),
    (
        "Le syndicat n’a pas accepté la dernière offre de la direction.",
        "The union has accepted the management's last offer.",
    ),
    (
        "« Nous ne céderons pas », a déclaré sa secrétaire, Jeanne Morel.",
        "“We will not give in,” said its secretary, Jeanne Morel.",
    ),
    (
        "Environ 3 400 conteneurs attendent sur les quais, selon la préfecture.",
        "About 3,400 containers are waiting on the quays, according to the préfecture.",
    ),
    ("UNE OFFRE REFUSÉE", "AN OFFER REFUSED"),
    (
        "La direction proposait une hausse de 4 % des salaires et 60 embauches avant l’été.",
        "Management was offering a 14% pay rise and 60 new jobs before the summer.",
    ),
    ("Elle assure que le port perd deux millions d’euros par jour.", "It says the port is losing two million a day."),
    (
        "Pourquoi le gouvernement n’intervient-il pas ?",
        "Why is the government not stepping in?",
    ),
    (
        "Le ministre des Transports, Paul Delorme, a exclu toute réquisition.",
        "The Transport Minister, Paul Delorme, has ruled out any requisition.",
    ),
    (
        "Une réunion est prévue lundi à Rouen.",
        "A meeting is planned for Monday in Rouen.",
    ),
    ("Les pêcheurs de la région soutiennent le mouvement.", "Fishermen in the region support the movement."),
)


def words_of(text: str) -> int:
    """What stands between white space and holds a letter or a digit: « and ? alone are no words."""
    return sum(any(c.isalnum() for c in piece) for piece in text.split())


WORDS = sum(words_of(source) for source, _ in PAIRS)


def made_document() -> Document:
    segments, targets = [], {}
    for number, (source, target) in enumerate(PAIRS):
        heading = source.isupper()
        kind = SegmentKind.HEADING if heading else SegmentKind.PARAGRAPH
        segments.append(Segment(f"d{number}", source, "\n", number, kind, 2 if heading else 0))
        targets[f"d{number}"] = Target(target, origin=Origin.ENGINE, engine="local")
    return Document(Article(tuple(segments), title="Le Havre"), targets)


def made_project(path: Path, user: str = "Anna") -> Path:
    ReviewSession.create(path, made_document(), user).close()
    return path
