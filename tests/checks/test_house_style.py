"""House styles and questions to the author of the source."""

from __future__ import annotations

import pytest

from translator_gui.checks.dictionary import knows
from translator_gui.checks.house_style import house_styles, in_words
from translator_gui.checks.runner import run_article_checks, run_checks
from translator_gui.checks.spelling_variants import variants
from translator_gui.domain.finding import Severity
from translator_gui.domain.score import Pair
from translator_gui.domain.span import Side
from translator_gui.kit.errors import InputError


def marks(style: str, target: str) -> list[tuple[str, str, str]]:
    found = run_checks([Pair("1", "Une phrase.", target)], style=style)[0]
    return [(f.code[6:], f.span.of(target), f.suggestion) for f in found if f.check == "house-style" and f.span]


@pytest.mark.parametrize(
    ("style", "target", "expected"),
    [
        ("uk-news", "He said 'no' in his favourite colour on 14 February.", []),
        ("us-news", 'He said "no" in his favorite color on February 14.', []),
        ("uk-news", "Her favorite color.", [("spelling", "favorite", "favourite"), ("spelling", "color", "colour")]),
        ("us-news", "The centre’s organisation.",
         [("spelling", "centre", "center"), ("spelling", "organisation", "organization")]),
        ("uk-news", "The organization.", []),  # both are British
        ("uk-news", "On February 14 it rained.", [("date", "February 14", "14 February")]),
        ("us-book", "On 14 February it rained.", [("date", "14 February", "February 14")]),
        ("us-news", "in February 2019", []),
        ("uk-news", "He saw 3 ministers.", [("number", "3", "three")]),
        ("uk-news", "3 ministers came.", [("number", "3", "Three")]),
        ("uk-news", "He saw 12 ministers, 3 km away, 5 million, at 3 p.m., 3-2, £5 notes, 2.5 times.", []),
        ("us-book", "42 ministers", [("number", "42", "Forty-two")]),
        ("uk-formal", "5% of it", [("percent", "%", " per cent")]),
        ("us-book", "5 per cent of it", [("percent", " per cent", " percent")]),
        ("uk-news", "Peace—they say—is near.", [("dash", "—", " – "), ("dash", "—", " – ")]),
        ("us-book", "Peace – they say – is near.", [("dash", " – ", "—"), ("dash", " – ", "—")]),
        ("uk-news", "the 2010–2014 war, a well-known man", []),
        ("uk-news", "He said “no”.", [("quotes", "“", "")]),
        ("us-news", "He said 'no'.", [("quotes", "'", "")]),
        ("us-book", "“He said ‘no’,” she said.", []),
        ("us-book", "It wasn't.", [("apostrophe", "'", "’")]),
    ],
)  # fmt: skip
def test_each_rule(style: str, target: str, expected: list[tuple[str, str, str]]) -> None:
    assert marks(style, target) == expected


def test_off_by_default_and_never_an_error() -> None:
    assert marks("", "Her favorite colour on February 14: 3 “things”.") == []
    found = run_checks([Pair("1", "Une phrase.", "Her favorite colour.")], style="uk-news")[0]
    assert {f.severity for f in found if f.check == "house-style"} == {Severity.NEUTRAL}


def test_every_style_of_the_file_works_and_others_are_refused() -> None:
    for name, style in house_styles().items():
        assert style["title"]
        assert style["title-fr"]
        assert isinstance(marks(name, "A 'text' — 3 % on 5 May, it's “grey”."), list)
    with pytest.raises(InputError, match="no house style"):
        run_checks([Pair("1", "a b", "c d")], style="nowhere")


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("colour", "color"), ("honoured", "honored"), ("centre", "center"), ("defence", "defense"),
        ("travelled", "traveled"), ("analyse", "analyze"), ("catalogue", "catalog"), ("grey", "gray"),
        ("organisation", "organization"), ("fulfil", "fulfill"), ("manoeuvre", "maneuver"), ("plough", "plow"),
    ],
)  # fmt: skip
def test_both_ways_across_the_atlantic(british: str, american: str) -> None:
    assert next(each for each in variants(british) if knows("en_US", each)) == american
    assert british in [each for each in variants(american) if knows("en_GB", each)] or knows("en_GB", american)


@pytest.mark.parametrize(("number", "words"), [(0, "zero"), (13, "thirteen"), (20, "twenty"), (99, "ninety-nine")])
def test_numbers_in_words(number: int, words: str) -> None:
    assert in_words(number) == words


ARTICLE = ["Poutine parle.", "Hier, Putin a parlé.", "Le dialogue avec Poutine reprend.", "Selon Poutine, Poutin ment."]


def test_one_name_three_spellings_in_the_source() -> None:
    pairs = [Pair(str(n), text, "He spoke.") for n, text in enumerate(ARTICLE)]
    found = [f for list_ in run_article_checks(pairs) for f in list_ if f.code == "source.name"]
    assert [(f.segment, f.span.of(ARTICLE[int(f.segment)]), f.side) for f in found if f.span] == [
        ("1", "Putin", Side.SOURCE),
        ("3", "Poutin", Side.SOURCE),
    ]
    assert all(f.severity is Severity.NEUTRAL and "Poutine" in f.message for f in found)


@pytest.mark.parametrize(
    "texts",
    [
        ["Hier, Martin a vu Martine.", "Selon Martin, non."],
        ["Les Russes et une Russe.", "Un Libanais, une Libanaise."],
        ["Le Kermorais parle à une Kermoraise.", "Un Kermorais."],
        ["L’Iran et l’Irak.", "L’Autriche et l’Australie."],
    ],
)
def test_two_names_are_two_names(texts: list[str]) -> None:
    pairs = [Pair(str(n), text, "x y") for n, text in enumerate(texts)]
    assert [f for list_ in run_article_checks(pairs) for f in list_ if f.code == "source.name"] == []


@pytest.mark.parametrize(
    ("source", "word"),
    [
        ("ALORS QUE LA CHINE DÉFI LA SUPRÉMATIE DES ÉTATS-UNIS", "DÉFI"),
        ("La Chine défi la suprématie.", "défi"),
        ("La Chine défie la suprématie.", ""),
        ("Pour Poutine, défi la nuit.", ""),
        ("Le président relève le défi la semaine prochaine.", ""),
        ("Le maire de Paris travail la nuit.", ""),
    ],
)
def test_a_noun_where_a_verb_must_stand(source: str, word: str) -> None:
    found = [f for f in run_checks([Pair("1", source, "China challenges it.")])[0] if f.code == "source.verb"]
    assert [f.span.of(source) for f in found if f.span] == ([word] if word else [])
