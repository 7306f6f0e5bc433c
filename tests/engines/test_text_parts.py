"""The shared parts: protection, names, figures, doubts, splitting, tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_gui.engines.doubts import doubts, invented_names, missing_names, repair
from translator_gui.engines.edits import Edits, WordTable
from translator_gui.engines.figures import english_notation, missing_numbers
from translator_gui.engines.names import NameLexicon
from translator_gui.engines.pivot import chains
from translator_gui.engines.protection import is_all_caps, prepare, restore
from translator_gui.engines.splitting import pieces

PLAIN = NameLexicon([])


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("« Oui », dit-il\u00a0: c’est vrai\u202f!", '"Oui", dit-il: c\'est vrai!'),
        ("Il a vu Sergueï\u200b Lavrov", "Il a vu Sergei Lavrov"),
        ("Fin\x00 de\u00adligne\n\nsuivante", "Fin deligne suivante"),
    ],
)
def test_prepare_makes_the_source_plain(text: str, plain: str) -> None:
    assert prepare(text, PLAIN).text == plain


def test_an_all_caps_line_gets_its_names_from_the_article_and_the_table() -> None:
    names = NameLexicon.for_texts(["Le traité New START lie Wang Yi à la guerre froide."])
    line = "WANG YI ET LA CHINE SIGNENT LE TRAITÉ START APRÈS LA GUERRE FROIDE"
    prepared = prepare(line, names)
    assert prepared.text == "Wang Yi et la Chine signent le traité START après la guerre froide"
    assert restore(prepared, "Wang Yi and China sign it.") == "WANG YI AND CHINA SIGN IT"


@pytest.mark.parametrize(
    ("text", "caps"), [("L’OTAN", False), ("OTAN ET ONU RÉUNIES", True), ("L'ONU dit non à l'OTAN", False)]
)
def test_all_caps(text: str, caps: bool) -> None:
    assert is_all_caps(text) is caps


@pytest.mark.parametrize(
    ("source", "raw", "english"),
    [
        ("Il dit « oui ».", 'he says "yes"', "He says “yes.”"),
        ("Il dit « oui »", 'He says "yes".', "He says “yes”"),
        ("Vraiment ?", "Really ?", "Really?"),
        ("et la suite dans", "and the rest in.", "and the rest in"),
        ("Fini…", "Over.", "Over."),
        ("12 morts à Lyon", "12 dead in Lyon", "12 dead in Lyon"),
        ("« A » et « B » restent.", '"A" and "B" remain.', "“A” and “B” remain."),
    ],
)
def test_restore_gives_proper_english(source: str, raw: str, english: str) -> None:
    assert restore(prepare(source, PLAIN), raw) == english


@given(st.text(max_size=300))
def test_restore_never_fails_and_leaves_one_line(text: str) -> None:
    english = restore(prepare(text, PLAIN), text)
    assert "\n" not in english
    assert "«" not in english


@given(st.text(max_size=600), st.integers(10, 200))
def test_pieces_lose_nothing_and_keep_the_limit(text: str, limit: int) -> None:
    parts = pieces(text, limit, longest_word=limit)
    assert "".join(part.text + part.gap for part in parts) == text
    assert all(len(part.text) <= limit for part in parts if not part.verbatim)


@pytest.mark.parametrize(
    ("source", "target", "missing"),
    [
        ("1 234,5 euros", "1,234.5 euros", []),
        ("1\u202f234 euros", "1234 euros", []),
        ("signé en 2010", "signed in 2011", ["2010"]),
        ("8 personnes", "eight people", []),
        ("à 14 h 30", "at 2:30 pm", []),
        ("5 et 5", "5 and six", ["5"]),
    ],
)
def test_missing_numbers(source: str, target: str, missing: list[str]) -> None:
    assert missing_numbers(source, target) == missing


def test_numbers_get_english_notation_only_when_the_source_has_them() -> None:
    assert english_notation("12 345,6 km en 2010", "12.345,6 km in 2010") == "12,345.6 km in 2010"
    assert english_notation("rien", "1.234,5") == "1.234,5"


def test_names_are_mended_or_missed() -> None:
    source = "Sergueï Lavrov a vu l’OTAN à Pékin."
    assert repair(source, "Sergue Lavro saw OTAN in Pékin.") == "Sergei Lavrov saw NATO in Beijing."
    assert missing_names(source, "He saw NATO in Beijing.") == ["Sergueï", "Lavrov"]


def test_a_made_up_name_is_doubted_and_a_translated_one_is_not() -> None:
    assert invented_names("La Chine défie Moscou en mai.", "Moscow defies the United Kingdom in May.")
    assert (
        invented_names("Le ministre chinois a vu Xi à Moscou en mai.", "The Chinese minister saw Xi in Moscow in May.")
        == []
    )


def test_doubts_are_sentences() -> None:
    told = doubts("Hier Wang (sur la photo) a vendu 12 avions à l’Ukraine, voir www.exemple.fr", "He sold planes")
    assert "The number 12 is missing." in told
    assert "The name Wang is missing." in told
    assert "The address www.exemple.fr is missing." in told
    assert "A note in brackets is missing." in told
    assert doubts("Les pourparlers sont dans une impasse.", "Les talks are dans an impasse.")


def test_unknown_words_cross_over_by_ending() -> None:
    table = chains()[0].steps[0].words  # type: ignore[union-attr]
    assert isinstance(table, WordTable)
    cases = {"suprématie": "supremacia", "stabilisation": "estabilização", "pourparlers": "negociações", "Dupont": None}
    assert {word: table.find(word) for word in cases} == cases


def test_every_pattern_of_the_tables_compiles_and_applies() -> None:
    for chain in chains():
        chain.before.apply("un texte")
        for step in chain.steps:
            step.after.apply("um texto")
    assert Edits.of([["a+", "b"]]).apply("caat") == "cbt"
