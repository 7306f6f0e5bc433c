"""Nothing is lost, whatever the text; long texts do not hang; the outside cases hold."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.benchmarks.segmentation import wrong_cases
from translator_gui.domain.article import Article
from translator_gui.domain.segment import Segment, SegmentKind
from translator_gui.segmentation.article import segment_article
from translator_gui.segmentation.default import segmenter
from translator_gui.segmentation.rules import rules_for
from translator_gui.text.spans import covers

PIECES = st.sampled_from(
    [
        "M. ",
        "« ",
        " »",
        "Le maire",
        " a dit",
        ". ",
        "… ",
        "? ",
        "! ",
        "\n",
        "\n\n",
        "\r\n",
        "(",
        ")",
        '"',
        "“",
        "”",
        "1",
        "3,5",
        "p. ",
        "etc.",
        "U.S.",
        " ",
        "\xa0",
        "\u202f",
        "\t",
        "- ",
        "– ",
        "1. ",
        "à",
        "É",
        "\u2028",
        "\x0c",
        "a’b",
        "*",
        "[1]",
        "²",
        "http://x.fr/a.b",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=60))


@given(TEXTS, st.sampled_from(["fr", "en", "de", "fr-CA"]))
@settings(max_examples=300, deadline=None)
def test_spans_leave_out_only_white_space(text: str, language: str) -> None:
    assert covers(text, segmenter().spans(text, language))


@given(st.lists(TEXTS.filter(str.strip), min_size=1, max_size=4))
@settings(max_examples=100, deadline=None)
def test_an_article_keeps_every_character(texts: list[str]) -> None:
    segments = tuple(Segment(f"p{n}", text, "\n\n", n) for n, text in enumerate(texts))
    article = Article(segments, "\n")
    split = segment_article(article, segmenter())
    assert split.text() == article.text()
    assert len({segment.id for segment in split.segments}) == len(split.segments)
    assert all(segment.source.strip() for segment in split.segments)


def test_ids_kinds_and_gaps_of_sentences() -> None:
    article = Article((Segment("p7", "Un. Deux !  Trois ?", "\n\n", 7, SegmentKind.QUOTE),))
    found = segment_article(article, segmenter()).segments
    assert [(s.id, s.source, s.gap, s.paragraph, s.kind) for s in found] == [
        ("p7", "Un.", " ", 7, SegmentKind.QUOTE),
        ("p7.2", "Deux !", "  ", 7, SegmentKind.QUOTE),
        ("p7.3", "Trois ?", "\n\n", 7, SegmentKind.QUOTE),
    ]


def test_kept_and_code_segments_stay_whole() -> None:
    article = Article((Segment("u1", "Un. Deux.", " "), Segment("c", "a. B. c", "", 1, SegmentKind.CODE)))
    assert segment_article(article, segmenter(), keep={"u1"}) == article


def test_line_ends_inside_a_paragraph_are_soft() -> None:
    article = Article((Segment("p", "Une phrase\nsur deux lignes. Une autre\nphrase.", ""),))
    assert [s.source for s in segment_article(article, segmenter()).segments] == [
        "Une phrase\nsur deux lignes.",
        "Une autre\nphrase.",
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("UN TITRE SANS POINT\n\nUne phrase. Une autre.", 3),
        ("Les points clés :\n- Le gaz\n- Le pétrole", 3),
        ("Une ligne assez longue qui continue sans point\nsur la ligne suivante.", 1),
        ("Un.\r\n\r\nDeux.", 2),
    ],
)
def test_paragraphs_part_sentences(text: str, count: int) -> None:
    assert len(segmenter().spans(text, "fr")) == count


def test_a_long_quotation_is_split_inside() -> None:
    text = "« " + "Nous avons attendu toute la nuit sur le quai. " * 8 + "»"
    assert len(segmenter().spans(text, "fr")) == 8


def test_an_unknown_language_still_has_sentences() -> None:
    assert len(segmenter().spans("Das ist gut. Das ist schlecht!", "de")) == 2
    assert rules_for("de").starters == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "Une phrase de taille ordinaire. " * 30_000,
        "mot " * 250_000,
        "a" * 1_000_000,
        "." * 300_000,
        "! " * 150_000,
        '" ' * 150_000,
        "« " * 150_000,
        "( " * 150_000,
        "A." * 150_000,
        "1. " * 100_000,
        "- x\n" * 50_000,
        "» " * 150_000,
    ],
    ids=lambda text: text[:6],
)
def test_a_megabyte_on_one_line_is_quick(text: str) -> None:
    start = time.process_time()
    assert covers(text, segmenter().spans(text, "fr"))
    assert time.process_time() - start < 8


def test_outside_cases(shared_data: Path) -> None:
    wrong = list(wrong_cases(shared_data / "segmentation" / "cases.jsonl"))
    assert len(wrong) <= 2, wrong
