"""A small article with one of everything an export has to carry."""

from __future__ import annotations

from translator_gui.domain.article import Article
from translator_gui.domain.finding import Finding, Severity, fingerprint
from translator_gui.domain.segment import Exclusion, Origin, Row, Segment, SegmentKind, State, Target
from translator_gui.domain.span import Side, Span
from translator_gui.formats.export_view import ExportView

K, S, By = SegmentKind, State, Origin
AT = "2026-03-14T09:26:53Z"

_LINES = [
    # id, source, gap, paragraph, kind, level, exclusion, target
    ("p1", "GRÈVE AU PORT", "\n\n", 0, K.HEADING, 1, Exclusion.NONE, Target("STRIKE AT THE PORT", S.FINAL, By.HUMAN)),
    (
        "p2-1",
        "Le vote a eu lieu à 14 h 30 : 312 voix contre 87 !",
        " ",
        1,
        K.PARAGRAPH,
        0,
        Exclusion.NONE,
        Target("The vote took place at 2:30 pm: 321 votes to 87!", S.TRANSLATED, By.ENGINE, "offline", "Ana", AT),
    ),
    (
        "p2-2",
        "« Nous ne sommes pas à vendre », a lancé M. Le Goff.",
        "\n\n",
        1,
        K.PARAGRAPH,
        0,
        Exclusion.NONE,
        Target("“We are not for sale,” said Mr <Le Goff> & co.", S.REVIEWED, By.HUMAN, "offline", "Ana", AT),
    ),
    ("p3", "Partager", "\n\n", 2, K.PARAGRAPH, 0, Exclusion.DEBRIS, Target()),
    ("p4", "=SOMME(A1) vaut 10 €", "\n", 3, K.LIST_ITEM, 0, Exclusion.NONE, Target("=SUM(A1) is €10", S.REVIEWED)),
    (
        "p5",
        "Deux\tlignes\nici",
        "\n",
        4,
        K.LIST_ITEM,
        0,
        Exclusion.NONE,
        Target("Two\tlines\nhere", S.INITIAL, By.MEMORY, "memory", locked=True),
    ),
    ("p 6/é", "Sans traduction.", "\n", 5, K.QUOTE, 0, Exclusion.NONE, Target(rejected="mistranslation")),
]


def view(with_excluded: bool = False) -> ExportView:
    rows = [Row(Segment(*line[:7]), line[7]) for line in _LINES]
    article = Article(tuple(row.segment for row in rows), "\n", "Grève au port", "/home/ana/articles/greve.txt")
    kept = [row for row in rows if with_excluded or not row.segment.excluded]
    return ExportView(
        article, kept, {"p2-1": (number_finding(), omission())}, {"p2-1": ("Ask Ana & <Bob>", "Deuxième")}
    )


def number_finding() -> Finding:
    source, target = _LINES[1][1], _LINES[1][7].text
    start = target.index("321")
    return Finding(
        "numbers",
        "number.swapped",
        "p2-1",
        Side.TARGET,
        Span(start, start + 3),
        "The source says “312”, the translation “321”.",
        Severity.CRITICAL,
        fingerprint("numbers", source, target),
        category="accuracy/mistranslation",
    )


def omission() -> Finding:
    return Finding(
        "length",
        "length.short",
        "p2-1",
        Side.SOURCE,
        None,
        "The translation is short.",
        Severity.MINOR,
        "00",
        category="accuracy/omission",
    )
