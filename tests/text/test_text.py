"""Strings: spans, lines, tokens and other spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_gui.domain.span import Span
from translator_gui.text.lines import lines, paragraphs
from translator_gui.text.normalise import (
    fold,
    has_controls,
    one_line,
    plain_punctuation,
    plain_spaces,
    strip_accents,
    without_controls,
)
from translator_gui.text.spans import covers, cut, gaps, trim
from translator_gui.text.tokens import tokens, word_count, words


def test_trim_and_cut() -> None:
    assert trim("  a b \n", 0, 7) == Span(2, 5)
    assert trim("   ", 0, 3) == Span(0, 0)
    assert cut("Un. Deux. ", [3, 9]) == [Span(0, 3), Span(4, 9)]


@given(st.text(max_size=80))
def test_paragraphs_leave_out_only_white_space_and_gaps_put_it_back(text: str) -> None:
    found = paragraphs(text)
    assert covers(text, found)
    lead, between = gaps(text, found)
    assert lead + "".join(span.of(text) + gap for span, gap in zip(found, between, strict=True)) == text


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([Span(0, 2)], True),
        ([Span(0, 1)], False),
        ([Span(1, 2), Span(0, 1)], False),
        ([Span(0, 2), Span(1, 2)], False),
        ([], False),
    ],
)
def test_covers(spans: list[Span], expected: bool) -> None:
    assert covers("ab ", spans) is expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("a\nb", 2),
        ("a\r\n\r\nb", 2),
        ("a\rb", 2),
        ("a\u2028b", 2),
        ("a\x0cb", 2),
        ("", 0),
        (" \n ", 0),
        ("Une ligne assez longue pour avoir été coupée net\nen plein milieu.", 1),
        ("Une ligne assez longue qui se termine par un point.\nen plein milieu.", 2),
        ("Une liste assez longue de choses à faire ici même\n- lait\n- pain", 3),
    ],
)
def test_paragraphs(text: str, count: int) -> None:
    assert len(paragraphs(text)) == count
    assert len(lines(text)) >= count


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("L’été à 14 h 30.", "elision word word number word number mark"),
        ("aujourd’hui, jusqu’à", "word mark elision word"),
        ("1 234,5 €", "number mark"),
        ("Saint-Aubin-sur-Mer", "word"),
        ("Voir https://a.fr/b?c=1.", "word address mark"),
        ("a.b@c.fr !", "address mark"),
        ("U.S.A. « oui »", "word mark mark word mark"),
        ("don't stop", "word word"),
        ("G20 et 4x4", "word word number word"),
    ],
)
def test_tokens(text: str, kinds: str) -> None:
    assert [token.kind for token in tokens(text)] == kinds.split()


@given(st.text(max_size=80))
def test_tokens_leave_out_only_white_space(text: str) -> None:
    assert covers(text, [token.span for token in tokens(text)])
    assert all(text[token.start : token.end] == token.text for token in tokens(text))
    assert len(words(text)) <= len(tokens(text))


@pytest.mark.parametrize(
    ("text", "count"), [("« Oui », dit-il.", 2), ("", 0), ("3,5 % des cas", 3), ("…", 0), ("L’été 2023 :", 2)]
)
def test_word_count(text: str, count: int) -> None:
    assert word_count(text) == count


@given(st.text(max_size=80))
def test_words_are_runs_with_a_letter_or_digit(text: str) -> None:
    assert word_count(text) == sum(any(map(str.isalnum, run)) for run in text.split())


def test_normalising() -> None:
    assert fold("  L’ŒUVRE\u00a0 « à part »\u202f! ") == 'l\'oeuvre " a part " !'
    assert strip_accents("Œuvré à Noël, æ") == "OEuvre a Noel, ae"
    assert one_line(" a\n\u00a0b ") == "a b"
    assert without_controls("a\x00b\ud800c\n") == "ab\ufffdc\n"
    assert has_controls("\x07")
    assert not has_controls("a\n\té")


@given(st.text(max_size=60))
def test_plain_forms_keep_offsets(text: str) -> None:
    assert len(plain_punctuation(text)) == len(text) == len(plain_spaces(text))
