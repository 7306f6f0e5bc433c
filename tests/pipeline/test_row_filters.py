"""Filters and duplicates: what is let through, and why not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_gui.domain.language import FR_EN
from translator_gui.domain.score import Scorecard
from translator_gui.domain.segment import Exclusion, Origin, Row, Segment, State, Target
from translator_gui.pipeline.batch_recipe import Dedupe, Filters
from translator_gui.pipeline.duplicates import Duplicates, Generations
from translator_gui.pipeline.language_check import in_language
from translator_gui.pipeline.row_filters import Measured, let_through

ROW = Row(
    Segment("s1", "Le maire a annoncé de nouvelles mesures lundi."),
    Target("The mayor announced new measures on Monday.", State.TRANSLATED, Origin.DRAFT),
)
MEASURED = Measured({"s1": Scorecard("s1", 60.0, 1.0, True)}, {"s1": 0.8}, {"s1": ["major"]})


@pytest.mark.parametrize(
    ("filters", "reason"),
    [
        ({}, ""),
        ({"max_divergence": 60.0}, ""),
        ({"max_divergence": 59.0}, "divergence"),
        ({"min_score": 41.0}, "divergence"),
        ({"flagged": False}, "flagged"),
        ({"min_probability": 0.9}, "alignment"),
        ({"severities": ("major",)}, "finding"),
        ({"severities": ("critical",)}, ""),
        ({"states": ("final",)}, "state"),
        ({"states": ("translated",)}, ""),
        ({"min_words": 9}, "length"),
        ({"max_words": 5}, "length"),
        ({"max_ratio": 1.01}, "ratio"),
        ({"language": True}, ""),
    ],
)
def test_each_filter(filters: dict[str, Any], reason: str) -> None:
    rows, why = let_through([ROW], MEASURED, Filters(**filters), FR_EN)
    assert dict(why) == ({reason: 1} if reason else {})
    assert rows == ([] if reason else [ROW])


def test_what_is_not_of_the_article_is_not_even_counted() -> None:
    debris = Row(Segment("s2", "Partager", exclusion=Exclusion.DEBRIS), Target("Share"))
    untranslated = Row(Segment("s3", "Il pleut."))
    rows, why = let_through([debris, untranslated], MEASURED, Filters(), FR_EN)
    assert rows == [untranslated]
    assert dict(why) == {"untranslated": 1}


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ("Le maire de la ville a annoncé de nouvelles mesures.", "fr", True),
        ("Le maire de la ville a annoncé de nouvelles mesures.", "en", False),
        ("Der Bürgermeister hat gestern neue Maßnahmen angekündigt.", "fr", False),
        ("The mayor announced new measures yesterday evening.", "en-GB", True),
        ("Paris Saint-Germain", "en", True),
        ("", "fr", True),
    ],
)
def test_languages(text: str, language: str, right: bool) -> None:
    assert in_language(text, language) is right


def test_exact_duplicates_whatever_their_typography() -> None:
    seen = Duplicates("exact")
    assert not seen.seen("« Oui », dit-il.", "“Yes,” he said.")
    assert seen.seen("«\u00a0Oui\u00a0», dit-il.", '"Yes,"  he said.')
    assert not seen.seen("« Oui », dit-il.", "“Yes,” she said.")


def test_near_duplicates_need_both_sides() -> None:
    seen = Duplicates("near", 90)
    source, target = "Le maire de Lyon a annoncé lundi douze mesures.", "The mayor of Lyon announced twelve measures."
    assert not seen.seen(source, target)
    assert seen.seen(source.replace("lundi", "mardi"), target.replace("twelve", "twelfe"))
    assert not seen.seen(source.replace("Lyon", "Lille"), "Twelve measures were announced by the mayor.")
    assert not seen.seen("Il pleut à Brest.", "It is raining in Brest.")


@given(st.lists(st.sampled_from(["a b c", "a b d", "x y z", "", "é"]), max_size=20))
def test_none_drops_nothing_and_exact_keeps_the_first_of_each(texts: list[str]) -> None:
    assert not any(Duplicates("none").seen(text, text) for text in texts)
    seen = Duplicates("exact")
    assert sum(not seen.seen(text, text) for text in texts) == len(set(texts))


def test_memory_is_bounded() -> None:
    kept: Generations[int] = Generations(10)
    for number in range(1_000):
        kept.put(number, number)
        assert kept.get(number) == number
    assert kept.get(995) == 995
    assert sum(kept.get(number) is not None for number in range(1_000)) <= 20


def test_dedupe_within_an_article() -> None:
    twin = Row(Segment("s9", ROW.segment.source), ROW.target)
    rows, why = let_through([ROW, twin], MEASURED, Filters(dedupe=Dedupe.EXACT), FR_EN)
    assert rows == [ROW]
    assert dict(why) == {"duplicate": 1}
