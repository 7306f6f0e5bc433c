"""The spell checker: what it marks, what it leaves, what it proposes, and the user's own words."""

from __future__ import annotations

import pytest

from translator_gui.checks.spelling import Speller, available_languages
from translator_gui.kit.errors import InputError


def marked(text: str, language: str = "en_US") -> list[str]:
    return [span.of(text) for span in Speller(language).misspelt(text)]


@pytest.mark.parametrize(
    ("text", "language", "wrong"),
    [
        ("It can occur anyhwere in teh world.", "en_US", ["anyhwere", "teh"]),
        ("The colour is nice.", "en_US", ["colour"]),
        ("The colour is grey.", "en_GB", []),
        ("He doesn’t know the driver’s name.", "en_US", []),
        ("See https://exmaple.org/teh and me@exmaple.org", "en_US", []),
        ("A 4x4, the G20 and NATO in 2010s.", "en_US", []),
        ("Le ministre a dit quelqque chose.", "fr", ["quelqque"]),
        ("A well-known state-of-the-art thing.", "en_US", []),
        ("", "en_US", []),
        ("\ud800 \0 !!!", "en_US", []),
    ],
)
def test_marks_unknown_words_only(text: str, language: str, wrong: list[str]) -> None:
    assert marked(text, language) == wrong


def test_suggests_the_right_spelling() -> None:
    assert "anywhere" in Speller("en_US").suggest("anyhwere")
    assert Speller("en_US").suggest("\ud800") == []


def test_own_words_are_kept_for_the_next_time() -> None:
    assert marked("Kermoran lies here.") == ["Kermoran"]
    Speller("en_US").add("Kermoran")
    assert marked("Kermoran lies here.") == []


def test_the_dictionaries_that_ship() -> None:
    assert available_languages() == ["en_GB", "en_US", "fr"]
    with pytest.raises(InputError):
        Speller("xx_XX")
