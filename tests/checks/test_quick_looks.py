"""A quick look must not say no where a closer one would find something."""

from __future__ import annotations

import sys
import unicodedata
from dataclasses import astuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator_gui.checks import views
from translator_gui.checks.acronyms import _TWO_CAPITALS
from translator_gui.checks.numeral_figures import Figures
from translator_gui.checks.numeral_forms import units
from translator_gui.checks.numeral_tables import number_tables
from translator_gui.checks.punctuation import (
    _DOUBLED,
    _GLUED,
    _MAY_BE_DOUBLED,
    _MAY_BE_GLUED,
    _MAY_BE_ODD,
    _MAY_BE_SPACED,
    _MAY_BE_STOP,
    _SPACED,
    _STRAY_STOP,
)
from translator_gui.checks.views import TextView
from translator_gui.domain.span import Side

WORDS = (
    "12", "1998", "3,5", "20 000", "1.234", "14 h", "14:30", "années", "en", "le", "pour cent", "millions", "million",
    "et demi", "fois", "de finale", "douzaines", "p.m.", "pm", "a", "am", "$", "5e", "h", "th", "s", "et", "-", "–",
    "/", "and a half", ".", ",", "(", ")", "’", "12.12.2012", "G", "US$", "mètres carrés", "bn", "1", *sorted(units()),
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), max_size=8).flatmap(
    lambda words: st.lists(st.sampled_from(["", " ", "\u00a0", "\n"]), min_size=len(words), max_size=len(words)).map(
        lambda gaps: "".join(word + gap for word, gap in zip(words, gaps, strict=True))
    )
)
MARKED = st.text(alphabet=st.sampled_from("abÉA1 \u00a0\n.,;:!?'’»)"), max_size=12)


class Closer(Figures):
    """Looks closely at every number."""

    def _bare(self, text, low, match):
        return None


@settings(max_examples=600)
@given(TEXTS, st.sampled_from(["fr", "en"]))
def test_a_bare_number_is_what_a_closer_look_says(text: str, language: str) -> None:
    tables, view = number_tables(language), TextView(text, language, Side.SOURCE)
    quick, close = list(Figures(tables).read(view)), list(Closer(tables).read(view))
    assert [astuple(item) for item in quick] == [astuple(item) for item in close]


@pytest.mark.parametrize("text", ["en 1998.", "(12)", "12, 13", "les 40 ans", "1500 personnes", "année 07"])
def test_some_numbers_are_bare(text: str) -> None:
    figures, view = Figures(number_tables("fr")), TextView(text, "fr", Side.SOURCE)
    seen = []
    figures._clock = lambda *given: seen.append(given)  # type: ignore[method-assign,assignment,func-returns-value]
    list(figures.read(view))
    assert bool(seen) == (text == "les 40 ans")


def test_no_digit_is_missed() -> None:
    digits = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) == "Nd"]
    assert len(digits) > 500
    assert all(TextView(f"été {digit} “x”", "fr", Side.SOURCE).digits for digit in digits)
    assert not TextView("L’été – “x”, ﬁn… Ωδή ½ ² ①", "fr", Side.SOURCE).digits


@settings(max_examples=500)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), st.sampled_from(["fr", "en"]))
def test_words_are_the_same_where_there_are_no_digits(text: str, language: str) -> None:
    view = TextView(text, language, Side.SOURCE)
    slow = views._WORDS[language if language == "fr" else ""].findall(text)
    assert view.texts == slow


@settings(max_examples=1000)
@given(MARKED)
def test_marks_that_are_odd(text: str) -> None:
    for close, quick in (
        (_SPACED, _MAY_BE_SPACED),
        (_GLUED, _MAY_BE_GLUED),
        (_DOUBLED, _MAY_BE_DOUBLED),
        (_STRAY_STOP, _MAY_BE_STOP),
    ):
        if close.search(text):
            assert quick.search(text), close.pattern
        if quick.search(text):
            assert _MAY_BE_ODD.search(text), quick.pattern


@pytest.mark.parametrize("text", ["l’OTAN", "ÉÀ", "США", "ΝΑΤΟ", "les USA"])
def test_capitals_of_any_script(text: str) -> None:
    assert _TWO_CAPITALS.search(text)
    assert not _TWO_CAPITALS.search("L’Été d’Alger, « Été », A B")
